"""What readers cannot see, and near misses: what only looks hidden."""

import pytest

STYLES = [
    pytest.param("display:none", "display_none", id="not displayed"),
    pytest.param(" DISPLAY : None !important ;color:red", "display_none", id="in capitals, with importance and spaces"),
    pytest.param("visibility:hidden", "visibility_hidden", id="invisible"),
    pytest.param("visibility: collapse", "visibility_hidden", id="collapsed"),
    pytest.param("opacity:0", "transparent", id="transparent"),
    pytest.param("opacity:0.0", "transparent", id="transparent, with a fraction"),
    pytest.param("font-size:0", "zero_size", id="letters without size"),
    pytest.param("font-size:0px", "zero_size", id="letters without size, with a unit"),
    pytest.param("font: 0/0 a", "zero_size", id="the image-replacement font"),
    pytest.param("height:0;overflow:hidden", "zero_size", id="a box without height"),
    pytest.param("width:1px;height:1px;overflow:hidden", "zero_size", id="a box of one pixel"),
    pytest.param("max-height:0;overflow:hidden", "zero_size", id="a box that may have no height"),
    pytest.param("position:absolute;clip:rect(0,0,0,0)", "zero_size", id="clipped away"),
    pytest.param("clip: rect(1px, 1px, 1px, 1px)", "zero_size", id="clipped to a pixel, as WordPress does"),
    pytest.param("clip-path:inset(50%)", "zero_size", id="clipped by a path"),
    pytest.param("text-indent:-9999px", "off_screen", id="indented off the screen"),
    pytest.param("position:absolute;left:-10000px", "off_screen", id="left of the screen"),
    pytest.param("position:fixed;top:-999em", "off_screen", id="above the screen"),
    pytest.param("margin-left:-99999px", "off_screen", id="a margin off the screen"),
    pytest.param("color:transparent", "same_colour", id="transparent letters"),
    pytest.param("color:#fff;background:#ffffff", "same_colour", id="white on white, short and long"),
    pytest.param(
        "color:white;background-color:rgb(255, 255, 255)", "same_colour", id="white on white, in words and numbers"
    ),
    pytest.param("color:#ABCDEF;background:#abcdef url(x.png)", "same_colour", id="a colour on itself"),
    pytest.param("", None, id="near miss: no style"),
    pytest.param("display:block", None, id="near miss: a block"),
    pytest.param("display:inline-block;visibility:visible", None, id="near miss: visible"),
    pytest.param("opacity:0.5", None, id="near miss: half transparent"),
    pytest.param("opacity:.05", None, id="near miss: faint"),
    pytest.param("opacity:1", None, id="near miss: opaque"),
    pytest.param("font-size:0.8em", None, id="near miss: small letters"),
    pytest.param("font-size:10px", None, id="near miss: ten, which ends in a nought"),
    pytest.param("font:italic 10px/1 serif", None, id="near miss: a font with a size"),
    pytest.param("height:0", None, id="near miss: text flows out of a box without height"),
    pytest.param("overflow:hidden;height:100px", None, id="near miss: a box of a hundred pixels"),
    pytest.param("overflow:hidden;width:10px", None, id="near miss: a narrow box"),
    pytest.param("clip:rect(0,200px,100px,0)", None, id="near miss: clipped a little"),
    pytest.param("text-indent:-20px", None, id="near miss: a hanging indent"),
    pytest.param("left:-9999px", None, id="near miss: left has no effect without a position"),
    pytest.param("position:absolute;left:9999", None, id="near miss: no unit, and to the right"),
    pytest.param("margin-left:-15px", None, id="near miss: a small negative margin"),
    pytest.param("color:#fff", None, id="near miss: white on a ground that is not said"),
    pytest.param("color:white;background:#000", None, id="near miss: white on black"),
    pytest.param("color:#fffffe;background:#fff", None, id="near miss: nearly white"),
    pytest.param("color:inherit;background:inherit", None, id="near miss: both inherited"),
    pytest.param("background:#fff", None, id="near miss: a ground alone"),
]


def why(page, word="secret"):
    """Why a word is hidden: all its blocks must agree, and there must be one."""
    reasons = {block.hidden_by for block in page.blocks if word in block.text}
    assert len(reasons) == 1
    return reasons.pop()


@pytest.mark.parametrize(("style", "reason"), STYLES)
def test_a_style_of_its_own(style, reason, page_of):
    assert why(page_of(f"<p>seen</p><p style='{style}'>secret</p><p>seen again</p>")) == reason


@pytest.mark.parametrize(("style", "reason"), STYLES)
def test_the_same_in_the_style_sheet_of_the_page(style, reason, page_of):
    page = page_of(f"<html><head><style>.x {{ {style} }}</style></head><body><p class='a x b'>secret</p></body>")
    assert why(page) == reason


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        pytest.param("<p hidden>secret</p>", "hidden", id="the attribute hidden"),
        pytest.param("<p hidden=''>secret</p>", "hidden", id="the attribute hidden, empty"),
        pytest.param("<p aria-hidden=true>secret</p>", "aria_hidden", id="hidden from readers of the screen"),
        pytest.param("<p aria-hidden=' TRUE '>secret</p>", "aria_hidden", id="the same in capitals"),
        pytest.param("<noscript>secret</noscript>", "noscript", id="only for browsers without scripts"),
        pytest.param("<template><p>secret</p></template>", "template", id="a template is never shown"),
        pytest.param("<datalist>secret</datalist>", "hidden", id="suggestions of a field"),
        pytest.param(
            "<div style='display:none'><div><p>a <b>secret</b></p></div></div>",
            "display_none",
            id="deep inside what is hidden",
        ),
        pytest.param("<!-- a secret in a comment -->", "comment", id="a comment"),
        pytest.param("<p>seen <span hidden>secret</span> seen</p>", "hidden", id="a stretch of a line"),
        pytest.param(
            "<div style='background:#000'><p style='color:#000'>secret</p></div>",
            "same_colour",
            id="black on an outer black",
        ),
        pytest.param(
            "<table bgcolor=#ffffff><td style='color:white'>secret</table>",
            "same_colour",
            id="white on an old table's white",
        ),
        pytest.param("<p aria-hidden=false>secret</p>", None, id="near miss: not hidden from screen readers"),
        pytest.param("<p class=hidden>secret</p>", None, id="near miss: a class of that name without a rule"),
        pytest.param("<p data-hidden>secret</p>", None, id="near miss: another attribute"),
        pytest.param("<p>one</p hidden><p>secret</p>", None, id="near miss: an attribute of an end tag"),
        pytest.param("<div style='display:none'>x</div><p>secret</p>", None, id="near miss: behind what is hidden"),
        pytest.param(
            "<body style='background:#fff'><div style='background:#000'><p style='color:#fff'>secret</p></div></body>",
            None,
            id="near miss: white text, a dark ground nearer than the white one",
        ),
        pytest.param(
            "<details><summary>more</summary>secret</details>", None, id="near miss: folded, but readers may open it"
        ),
        pytest.param("<div role=tabpanel hidden>secret</div>", None, id="near miss: behind a tab"),
        pytest.param(
            "<div role=tabpanel aria-hidden=true style='display:none'>secret</div>", None, id="near miss: another tab"
        ),
        pytest.param("<p hidden=until-found>secret</p>", None, id="near miss: hidden until somebody looks for it"),
        pytest.param("<div hidden><div role=tabpanel>secret</div></div>", "hidden", id="a tab in what is hidden"),
        pytest.param("<p title='display:none'>secret</p>", None, id="near miss: hiding words in another attribute"),
    ],
)
def test_the_markup(markup, reason, page_of):
    assert why(page_of(f"<html><body>{markup}</body></html>")) == reason


@pytest.mark.parametrize(
    ("css", "reason"),
    [
        pytest.param("#x{display:none}", "display_none", id="by its id"),
        pytest.param("p.x{display:none}", "display_none", id="by tag and class"),
        pytest.param("P.x{display:none}", "display_none", id="by tag in capitals"),
        pytest.param("p.x.y#x{display:none}", "display_none", id="by all that it has"),
        pytest.param(".a, .x ,.b{display:none}", "display_none", id="one of several selectors"),
        pytest.param("/* .x{} */ .x /* } */ {display:none}", "display_none", id="between comments"),
        pytest.param(".a{content:'}'} .x{display:none}", "display_none", id="behind a brace in a string"),
        pytest.param("@import url(a.css); .x{display:none}", "display_none", id="behind an import"),
        pytest.param("@media print{.x{color:red}} .x{display:none}", "display_none", id="behind a media rule"),
        pytest.param("@media screen{.a{color:red} .x{display:none}}", "display_none", id="on all screens"),
        pytest.param("@media screen and (max-width:9em){.x{display:none}}", None, id="near miss: on some screens"),
        pytest.param("<!-- .x{display:none} -->", "display_none", id="in the comment marks of old pages"),
        pytest.param(".x{display:none", "display_none", id="a last rule without its brace"),
        pytest.param(".x:hover{display:none}", None, id="near miss: while the mouse is over it"),
        pytest.param(".x::after{display:none}", None, id="near miss: what is generated behind it"),
        pytest.param(".x:not(.z){display:none}", None, id="near miss: a selector that is not understood"),
        pytest.param(".closed .x{display:none}", None, id="near miss: inside something else"),
        pytest.param(".closed > .x{display:none}", None, id="near miss: right inside something else"),
        pytest.param(".x .z{display:none}", None, id="near miss: what stands in it"),
        pytest.param(".x[data-z]{display:none}", None, id="near miss: with an attribute that it has not"),
        pytest.param("div.x{display:none}", None, id="near miss: another tag"),
        pytest.param(".x.z{display:none}", None, id="near miss: a class that it has not"),
        pytest.param("#y{display:none}", None, id="near miss: its class taken for an id"),
        pytest.param(".xy{display:none}", None, id="near miss: a longer class"),
        pytest.param("@media print{.x{display:none}}", None, id="near miss: only when printed"),
        pytest.param(
            "@media (max-width:600px){ .a{color:red} .x{display:none} }", None, id="near miss: only on small screens"
        ),
        pytest.param("@supports (display:grid){.x{display:none}}", None, id="near miss: only where supported"),
        pytest.param("/* .x{display:none} */", None, id="near miss: in a comment"),
        pytest.param(".a{content:'.x{display:none}'}", None, id="near miss: in a string"),
        pytest.param("}}.x{display:block}", None, id="near miss: braces that close nothing"),
    ],
)
def test_a_rule_of_the_style_sheet(css, reason, page_of):
    assert (
        why(page_of(f"<html><head><style>{css}</style></head><body><p class='x y' id=x>secret</p></body></html>"))
        == reason
    )


def test_a_picture_in_a_style_sheet_takes_no_time(page_of):
    picture = "url(data:image/svg+xml;base64," + "PHN2Zw" * 100_000 + ")"
    assert (
        why(page_of(f"<style>.x{{background:{picture};display:none}}</style><p class=x>secret</p>")) == "display_none"
    )


def test_a_rule_in_the_body_counts_too(page_of):
    assert why(page_of("<body><p class=x>secret</p><style>.x{display:none}</style></body>")) == "display_none"


def test_two_style_sheets_are_one(page_of):
    sheets = "<style>.x{display:none}</style><style>.x{display:block}</style>"
    assert why(page_of(f"{sheets}<p class=x>secret</p>")) is None


@pytest.mark.parametrize(
    ("css", "inline"),
    [
        pytest.param(".x{display:none}", "display:block", id="what the element says of itself"),
        pytest.param(".x{display:none} .x{display:block}", "", id="a later rule"),
        pytest.param("p.x{display:block} .x{display:none}", "", id="an earlier rule that weighs more"),
        pytest.param("#x{display:block} .x.y{display:none}", "", id="a rule for its id"),
        pytest.param(".x{display:block!important} .x{display:none}", "", id="a rule that is called important"),
        pytest.param(".x{display:none} @media (min-width:600px){.x{display:block}}", "", id="a rule for wide screens"),
        pytest.param(
            ".x{display:none} @media (min-width:600px){.y{display:block}}",
            "",
            id="another class's rule for wide screens",
        ),
        pytest.param(".x{display:none} @media all{.md\\:y{display:block}}", "", id="a class with a colon in its name"),
        pytest.param(".x{display:none} .post .x{display:block}", "", id="a rule for it where it stands"),
        pytest.param(".post > p.x{display:block} .x{display:none}", "", id="an earlier one, which weighs more"),
        pytest.param(".x{display:none} .tab.open + .x{display:block}", "", id="a rule for it once a tab is open"),
    ],
)
def test_what_is_shown_again_is_not_hidden(css, inline, page_of):
    assert why(page_of(f"<style>{css}</style><p class='x y md:y' id=x style='{inline}'>secret</p>")) is None


@pytest.mark.parametrize(
    ("css", "inline"),
    [
        pytest.param(".x{display:none!important}", "display:block", id="what is called important stays hidden"),
        pytest.param(".x{display:none} .x{color:red}", "color:blue", id="a later rule of something else"),
        pytest.param(".x{display:block} .x{display:none}", "", id="an earlier rule"),
        pytest.param(".x.y{display:none} .x{display:block}", "", id="a later rule that weighs less"),
        pytest.param(".x{display:none} .z{display:block}", "", id="another class's rule"),
        pytest.param(".x{display:none} .x .z{display:block}", "", id="a rule for what stands in it"),
        pytest.param(".x{display:none} .post .x{color:red}", "", id="a rule of something else where it stands"),
        pytest.param(".x{display:none} @media print{.x{display:none}}", "", id="hidden again when printed"),
    ],
)
def test_near_miss_what_is_shown_again_is_hidden_after_all(css, inline, page_of):
    assert why(page_of(f"<style>{css}</style><p class='x y' id=x style='{inline}'>secret</p>")) == "display_none"


def test_a_hidden_stretch_leaves_its_line_whole(page_of):
    page = page_of(
        "<p>Published <span style='display:none'>by nobody</span> here <a href='https://a.example/x'>first</a>.</p>"
    )
    assert [block.text for block in page.visible] == ["Published here first."]
    assert [block.text for block in page.blocks if block.hidden_by] == ["by nobody"]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        pytest.param("<p hidden><a href=x>link</a></p>", "hidden", id="a link in a hidden paragraph"),
        pytest.param("<p>text <a href=x hidden>link</a></p>", "hidden", id="a hidden link"),
        pytest.param(
            "<p>text <a href=x style='display:none'>link</a></p>", "display_none", id="a link that is not displayed"
        ),
        pytest.param("<template><a href=x>link</a></template>", "template", id="a link in a template is never shown"),
        pytest.param("<noscript><a href=x>link</a></noscript>", "noscript", id="a link for browsers without scripts"),
        pytest.param("<p><b hidden>x</b><a href=x>link</a></p>", None, id="near miss: a link behind a hidden stretch"),
    ],
)
def test_links_are_hidden_with_what_they_stand_in(markup, reason, page_of):
    links = [link for block in page_of(f"<body>{markup}</body>").blocks for link in block.links]
    assert [link.hidden_by for link in links] == [reason]


def test_links_in_comments_are_none(page_of):
    assert not any(
        block.links for block in page_of("<p>x</p><!-- a <a href='https://a.example'>link in a comment</a> -->").blocks
    )
