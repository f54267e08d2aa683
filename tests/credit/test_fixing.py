"""Pages that fall short, and their sources when what is missing is put in: what, where, and what is refused."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.credit.fixing import Wish, fix
from checker.documents.document import Document, Media
from checker.engine import default
from checker.original.original import Original
from checker.page import templates
from checker.question import Question
from checker.terms.library import packaged

URL = "https://www.globalresearch.ca/the-ferry-waits/5800001"
PARAGRAPH = (
    "The ferry waits until the fog has lifted from the water, and nobody on the quay is in a hurry to say when that will be. "
    "The captain has done this for thirty years and has never once been early."
)
TEXT = "\n\n".join([PARAGRAPH] * 4)
NOTICE = packaged()["globalresearch"].notices[0].text
CREDIT = "Source: Global Research. Copyright © Ann Writer, Global Research, 2023"
WHOLE = f"# The ferry waits\n\nBy Ann Writer\n\n{TEXT}\n\n{CREDIT}\n\n[The original]({URL}) on Global Research\n\n{NOTICE}\n"


def mended(source, *, name="post.md", terms="globalresearch", original=URL, authors=(), **more):
    content = source if isinstance(source, bytes) else source.encode()
    media = Media.HTML if name.endswith(".html") else Media.MARKDOWN
    question = Question(packaged()[terms] if terms else None, original, authors=authors, **more)
    return fix(default(), Document(name, content, media), Wish(question))


def html(body, head="<title>The ferry waits</title>"):
    return (
        f"<!DOCTYPE html>\n<html>\n<head>\n  {head}\n</head>\n<body>\n<article>\n{body}\n</article>\n</body>\n</html>\n"
    )


ARTICLE = f"  <h1>The ferry waits</h1>\n  <p>By Ann Writer</p>\n  <p>{PARAGRAPH}</p>\n  <p>{PARAGRAPH}</p>\n  <p>{PARAGRAPH}</p>"
REST = f"  <p>{CREDIT}</p>\n  <p>{NOTICE}</p>"


def test_a_page_that_wants_nothing_is_left_alone():
    fixed = mended(WHOLE)
    assert (fixed.changed, fixed.insertions, fixed.refusals) == (False, (), ())


def test_a_page_that_is_nobodys_copy_is_left_alone():
    fixed = mended(f"# The ferry waits\n\n{TEXT}\n", terms=None, original=None)
    assert (fixed.changed, fixed.refusals) == (False, ())


def test_all_that_is_missing_from_html_stands_as_one_block_at_the_articles_end():
    fixed = mended(html(ARTICLE), name="post.html", authors=("Ann Writer",))
    added = fixed.content.decode().replace(html(ARTICLE)[: html(ARTICLE).index("\n</article>")], "")
    assert fixed.content.decode().startswith(
        html(ARTICLE).partition("\n</article>")[0] + "\n  <p>This article was originally"
    )
    assert added.count("\n  <p>") == 3
    assert fixed.report.outcome == "compliant"
    assert [each.requirement for each in fixed.insertions] == [
        "source_attribution",
        "copyright_line",
        "fair_use_notice",
    ]


def test_all_that_is_missing_from_markdown_stands_behind_its_text():
    fixed = mended(f"# The ferry waits\n\nBy Ann Writer\n\n{TEXT}\n")
    assert fixed.content.decode().startswith(
        f"# The ferry waits\n\nBy Ann Writer\n\n{TEXT}\n\nThis article was originally"
    )
    assert fixed.content.endswith(b"owner.\n")
    assert fixed.report.outcome == "compliant"


@pytest.mark.parametrize(
    ("body", "after"),
    [
        pytest.param(
            f'<p>Source: <a href="#">Global Research</a></p>\n{REST}',
            f'<p>Source: <a href="{URL}">Global Research</a></p>\n{REST}',
            id="the publisher's name leads nowhere",
        ),
        pytest.param(
            f"<p>Source: <a class='x' href='' >Global Research</a></p>\n{REST}",
            f"<p>Source: <a class='x' href='{URL}' >Global Research</a></p>\n{REST}",
            id="an empty address in single quotes",
        ),
        pytest.param(
            f'<p>Source: <a href="#">Fenland Courier</a></p>\n{REST}',
            f'<p>Source: <a href="#">Fenland Courier</a></p>\n{REST}\n'
            f'  <p><a href="{URL}">Read the original article on Global Research</a>.</p>',
            id="the link on another's name belongs to that one",
        ),
    ],
)
def test_a_dead_link_in_html(body, after):
    fixed = mended(html(f"{ARTICLE}\n{body}"), name="post.html")
    assert fixed.content.decode() == html(f"{ARTICLE}\n{after}")


@pytest.mark.parametrize("dead", ["#", "", "<#>"])
def test_a_dead_link_in_markdown_gets_its_address(dead):
    before = WHOLE.replace(f"[The original]({URL}) on Global Research", f"Source: [Global Research]({dead})")
    fixed = mended(before)
    assert fixed.content.decode() == before.replace(f"]({dead})", f"]({URL})")


def test_what_is_hidden_stays_hidden_and_a_visible_line_is_added():
    hidden = f'<div style="display:none">\n  <p>Source: <a href="{URL}">Global Research</a></p>\n</div>\n{REST}'
    fixed = mended(
        html(f"{ARTICLE}\n{hidden}").replace("Source: Global Research. ", ""), name="post.html", original=None
    )
    assert b'<div style="display:none">\n  <p>Source:' in fixed.content
    assert fixed.report.outcome == "compliant"


REFUSED = [
    pytest.param({"original": None}, {"original_unknown"}, id="nobody knows the original's address"),
    pytest.param(
        {"original": "https://fenland.example/a/b-c"}, {"original_elsewhere"}, id="another publisher's address"
    ),
    pytest.param({"original": "https://www.globalresearch.ca/"}, {"original_no_article"}, id="a home page"),
    pytest.param({"authors": ("Bob Other",)}, {"author_contradicted"}, id="a false author"),
]


@pytest.mark.parametrize(("call", "reasons"), REFUSED)
def test_what_would_be_false_is_refused(call, reasons):
    page = WHOLE.replace(f"\n\n[The original]({URL}) on Global Research", "")
    fixed = mended(page, **call)
    assert {refused.reason for refused in fixed.refusals} == reasons
    assert fixed.changed is ("authors" in call)


@pytest.mark.parametrize("hidden", ["Ann Writer", "Bob Other"])
def test_a_byline_out_of_sight_tells_the_author_or_contradicts(hidden):
    body = (
        ARTICLE.replace("<p>By Ann Writer</p>", f"<p hidden>By {hidden}</p>")
        + f'\n<p><a href="{URL}">Source: Global Research</a></p>\n{REST}'
    )
    fixed = mended(html(body), name="post.html", authors=("Ann Writer",))
    if hidden == "Ann Writer":
        assert fixed.content.decode() == html(body).replace("</h1>", "</h1>\n  <p>By Ann Writer</p>")
    else:
        assert [(each.requirement, each.reason) for each in fixed.refusals] == [
            ("author_credit", "author_contradicted")
        ]
        assert not fixed.changed


NO_AUTHOR = f"# The ferry waits\n\n{TEXT}\n\nSource: [Global Research]({URL})\n"


def test_nobody_is_made_an_author():
    fixed = mended(NO_AUTHOR, terms="good-practice")
    assert [(each.requirement, each.reason) for each in fixed.refusals] == [("author_credit", "author_unknown")]
    assert not fixed.changed


@pytest.mark.parametrize(("behind", "truncated"), [("", True), ("<script>let", False)], ids=["too large", "cut"])
def test_a_page_cut_short_is_refused(behind, truncated):
    content = html(ARTICLE).encode()[:-300] + behind.encode()
    document = Document("post.html", content, Media.HTML, truncated=truncated)
    fixed = fix(default(), document, Wish(Question(packaged()["globalresearch"], URL)))
    assert {each.reason for each in fixed.refusals} == {"incomplete"}
    assert not fixed.changed


FRONT = [
    ("YAML", "---\ntitle: The ferry\n---\n", '---\ntitle: The ferry\nauthor: "Ann Writer"\n---\n'),
    ("CRLF", '---\r\ntitle: "A: b"\r\nx: 1\r\n---\r\n', '---\r\ntitle: "A: b"\r\nauthor: "Ann Writer"\r\nx: 1\r\n---\r\n'),
    ("a title of several lines", "---\ntitle: >\n  The\n---\n", '---\ntitle: >\n  The\nauthor: "Ann Writer"\n---\n'),
    ("empty", "---\n---\n", '---\nauthor: "Ann Writer"\n---\n'),
    ("TOML", '+++\ntitle = "A"\n[menu]\nx = 1\n+++\n', '+++\ntitle = "A"\nauthor = "Ann Writer"\n[menu]\nx = 1\n+++\n'),
    ("TOML with nothing but a table", "+++\n[menu]\nx = 1\n+++\n", '+++\nauthor = "Ann Writer"\n[menu]\nx = 1\n+++\n'),
    ("JSON", '{\n  "title": "A"\n}\n', '{\n  "author": "Ann Writer",\n  "title": "A"\n}\n'),
]  # fmt: skip


@pytest.mark.parametrize(("front", "after"), [pytest.param(*rest, id=name) for name, *rest in FRONT])
def test_the_author_goes_into_front_matter_where_there_is_one(front, after):
    fixed = mended(front + NO_AUTHOR, terms="good-practice", authors=("Ann Writer",))
    assert fixed.content.decode() == after + NO_AUTHOR


def test_an_author_key_without_a_value_is_not_given_twice():
    front = "---\ntitle: The ferry\nauthor:\n---\n"
    fixed = mended(front + NO_AUTHOR, terms="good-practice", authors=("Ann Writer",))
    assert fixed.content.decode() == front + NO_AUTHOR.replace("waits\n\n", "waits\n\nBy Ann Writer\n\n", 1)


def test_several_authors_are_a_list():
    fixed = mended(
        "---\ntitle: The ferry\n---\n" + NO_AUTHOR, terms="good-practice", authors=("Ann Writer", "Bob Other")
    )
    assert b'\nauthors: ["Ann Writer", "Bob Other"]\n' in fixed.content


CANONICAL = "https://buffalosfire.com/the-ferry-waits/"


def with_canonical(source, name, **more):
    return mended(source, name=name, terms="buffalos-fire", original=CANONICAL, authors=("Ann Writer",), **more)


def test_a_canonical_address_goes_into_the_front_matter_that_says_none():
    before = f"---\ntitle: The ferry\n---\n\n{TEXT}\n"
    fixed = with_canonical(before, "post.md")
    assert f'\ncanonical_url: "{CANONICAL}"\n'.encode() in fixed.content
    assert not with_canonical(fixed.content, "post.md").changed


def test_a_canonical_address_without_front_matter_is_left_to_the_theme():
    assert b"canonical" not in with_canonical(f"# The ferry\n\n{TEXT}\n", "post.md").content


@pytest.mark.parametrize(
    ("head", "after"),
    [
        pytest.param(
            "<title>The ferry</title>\n  <script>1</script>",
            f'<title>The ferry</title>\n  <link rel="canonical" href="{CANONICAL}">\n  <meta name="robots" content="noindex">\n  <script>',
            id="there is none",
        ),
        pytest.param(
            '<title>The ferry</title><link href="https://host.example/own" rel="canonical">',
            f'<title>The ferry</title><link href="{CANONICAL}" rel="canonical">',
            id="it names the page itself",
        ),
    ],
)
def test_a_canonical_link_in_html(head, after):
    fixed = with_canonical(html(ARTICLE, head), "post.html")
    assert after in fixed.content.decode()


BLOCKED = [
    pytest.param("{{% if page.show %}}\n{text}\n{{% endif %}}\n", id="Liquid condition"),
    pytest.param("{{% for part in parts %}}\n{text}\n{{% endfor %}}\n", id="Nunjucks loop"),
    pytest.param("{{% raw %}}\n{text}\n{{% endraw %}}\n", id="raw"),
    pytest.param("{{{{- with .Site.Params }}}}\n{text}\n{{{{ end -}}}}\n", id="Go template"),
    pytest.param("{{{{< box >}}}}\n{text}\n{{{{< /box >}}}}\n", id="Hugo shortcode"),
    pytest.param("{{{{#if shown}}}}\n{text}\n{{{{/if}}}}\n", id="Handlebars"),
]


@pytest.mark.parametrize("around", BLOCKED)
@pytest.mark.parametrize("name", ["post.md", "post.html"])
def test_nothing_is_put_between_the_tags_of_a_template(around, name):
    text = (
        f"\n{WHOLE.replace(f'[The original]({URL}) on Global Research', 'On Global Research')}\n"
        if name == "post.md"
        else f"{ARTICLE}\n{REST}"
    )
    source = around.format(text=text)
    before = source if name == "post.md" else html(source)
    fixed = mended(before, name=name)
    opening, closing = (part.strip() for part in around.split("{text}"))
    inside = fixed.content.decode().partition(opening.format())[2].partition(closing.format())[0]
    assert URL not in inside
    assert inside.strip() == text.strip()
    assert fixed.changed


def test_where_the_only_place_is_in_a_template_it_is_refused():
    source = "{% if shown %}" + html(f"{ARTICLE}\n{REST}") + "{% endif %}"
    fixed = mended(source, name="post.html")
    assert [(each.requirement, each.reason) for each in fixed.refusals] == [("link_to_original", "template")]
    assert not fixed.changed


def test_a_part_of_a_layout_is_shown_once_and_takes_text():
    source = (
        "{% extends 'base.html' %}\n{% block content %}\n"
        + f"<article>\n{ARTICLE}\n{REST}\n</article>"
        + "\n{% endblock %}\n"
    )
    fixed = mended(source, name="post.html")
    assert fixed.report.outcome == "compliant"
    assert f'{REST}\n  <p><a href="{URL}"' in fixed.content.decode()


def test_mdx_keeps_its_imports_its_expressions_and_its_components():
    text = WHOLE.replace(f"\n\n[The original]({URL}) on Global Research", "")
    before = f"import Box from './box'\n\n{text}\n<Box count={{1}}>\n\ninside\n\n</Box>\n\nexport const a = {{b: 1}}\n"
    fixed = mended(before, name="post.mdx")
    assert fixed.report.outcome == "compliant"
    assert fixed.content.decode().replace(fixed.insertions[0].text, "").split() == before.split()
    assert "inside\n\n</Box>" in fixed.content.decode()


@pytest.mark.parametrize("strange", ["{{ site.secret }} Ann", "{% include x %} Ann", "<% x %> Ann", "<?php x ?> Ann"])
def test_a_name_is_no_template_code(strange):
    fixed = mended(
        html(f"{ARTICLE.replace('<p>By Ann Writer</p>', '')}{REST.replace('Ann Writer, ', '')}"),
        name="post.html",
        authors=(strange,),
    )
    assert all(mark not in fixed.content.decode() for mark in ("{{", "{%", "<%", "<?"))


def test_a_name_with_marks_of_direction_is_refused():
    fixed = mended(NO_AUTHOR, terms="good-practice", authors=("Ann \u202eretirW",))
    assert "\u202e" not in fixed.content.decode()
    assert {each.reason for each in fixed.refusals} <= {"unsafe_text", "would_not_help"}
    assert fixed.refusals


def test_a_name_in_the_copyright_line_is_made_an_author_by_the_call_alone():
    page = WHOLE.replace("By Ann Writer\n\n", "")
    assert not mended(page).changed
    assert mended(page, authors=("Ann Writer",)).content.decode() == WHOLE


def test_the_year_is_the_originals_or_none():
    page = WHOLE.replace(" Copyright © Ann Writer, Global Research, 2023", "")
    assert b"Copyright \xc2\xa9 Ann Writer, Global Research\n" in mended(page).content
    shown = Original(url=URL, authors=("Ann Writer",), published=date(2023, 1, 24))
    assert b"Global Research, 2023\n" in mended(page, original=None, shown=shown).content


SNIPPETS = [
    "# The ferry waits",
    "By Ann Writer",
    PARAGRAPH,
    PARAGRAPH + " Café naïve.",
    "> quoted",
    "- a\n- b",
    "{% include x.html %}",
]
TAILS = [
    "",
    "\n",
    "\n\n[^1]: A note\n",
    "\n\n[x]: https://host.example/a\n",
    "\n\n{{< share >}}\n",
    "\n\n<!-- end -->",
    "\n\n```\ncode\n```\n",
    "\n\n| a | b |\n|---|---|\n| 1 | 2 |",
]
WORDS = st.lists(st.sampled_from(SNIPPETS), min_size=2, max_size=6)


@settings(max_examples=40)
@given(
    parts=WORDS,
    tail=st.sampled_from(TAILS),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    front=st.sampled_from(["", "---\ntitle: A\n---\n", "+++\ntitle = 'A'\n+++\n"]),
)
def test_any_markdown_keeps_all_that_it_had_and_a_second_run_adds_nothing(parts, tail, end, encoding, front):
    before = (front + "\n\n".join(parts) + tail).replace("\n", end).encode(encoding)
    fixed = mended(before, authors=("Ann Writer",))
    assert _is_within(before, fixed.content)
    assert not mended(fixed.content, authors=("Ann Writer",)).changed
    assert (
        len(fixed.content) == len(before)
        or end.encode("utf-16-le" if encoding == "utf-16" else "ascii") in fixed.content
    )
    if encoding != "utf-16" and end != "\n":
        assert b"\n" not in fixed.content.replace(end.encode(), b"")


BODIES = st.lists(
    st.sampled_from(
        [
            "<h1>The ferry</h1>",
            f"<p>{PARAGRAPH}</p>",
            f"<p>{PARAGRAPH} &eacute;",
            f"<div>{PARAGRAPH}<br>{PARAGRAPH}</div>",
            "<ul><li>a<li>b</ul>",
            "<p>By Ann Writer</p>",
            "{% include x %}",
            "<!-- no -->",
            f"<blockquote><p>{PARAGRAPH}</p></blockquote>",
            "<script>a('</p>')</script>",
        ]
    ),
    min_size=2,
    max_size=7,
)


@settings(max_examples=40)
@given(
    parts=BODIES,
    end=st.sampled_from(["\n", "\r\n", "\r", ""]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "shift_jis"]),
    around=st.sampled_from(
        ["{}", "<article>{}</article>", "<html><head><title>a</title></head><body>\n  <div>{}</div></body></html>"]
    ),
)
def test_any_html_keeps_all_that_it_had_and_a_second_run_adds_nothing(parts, end, encoding, around):
    before = around.format(end.join(parts)).replace("\n", end or "\n").encode(encoding)
    fixed = mended(before, name="post.html", authors=("Ann Writer",))
    assert _is_within(before, fixed.content)
    assert not mended(fixed.content, name="post.html", authors=("Ann Writer",)).changed


def _is_within(old, new):
    """True where all bytes of the one stand in the other in their order."""
    rest = iter(new)
    return all(byte in rest for byte in old)


TEMPLATED = [
    PARAGRAPH,
    "By Ann Writer",
    "# The ferry",
    "{% if a %}",
    "{% endif %}",
    "{%- for x in y -%}\n" + PARAGRAPH + "\n{%- endfor -%}",
    "{% raw %}{{ x }}{% endraw %}",
    "{{ with .A }}",
    "{{ end }}",
    "{{< box >}}\n" + PARAGRAPH + "\n{{< /box >}}",
    "{{#if x}}yes{{/if}}",
    "{# no #}",
    "<% if x %>",
]


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(TEMPLATED), min_size=2, max_size=8), st.sampled_from(["post.md", "post.html", "post.mdx"])
)
def test_any_template_code_stays_as_it_is_with_all_between_its_tags(parts, name):
    lines = [f"<p>{part}</p>" if name == "post.html" and part[0] not in "{<#" else part for part in parts]
    before = "\n\n".join(lines)
    fixed = mended(before, name=name, authors=("Ann Writer",))
    after = fixed.content.decode()
    assert _code(after, name) == _code(before, name)
    assert _is_within(before.encode(), fixed.content)


def _code(text, name):
    return [text[span.start : span.end] for span in templates.code(text, mdx=name.endswith("x")).spans]


def test_a_page_in_a_language_and_script_of_its_own_in_an_old_encoding():
    source = (
        html(ARTICLE, "<meta charset=shift_jis><title>渡し船</title>")
        .replace("The ferry waits", "渡し船")
        .encode("shift_jis")
    )
    fixed = mended(source, name="post.html")
    assert b"<p>Copyright &#169; Ann Writer, Global Research</p>" in fixed.content
    assert fixed.report.outcome == "compliant"


def test_a_link_in_html_inside_markdown_gets_its_address():
    before = WHOLE.replace(
        f"[The original]({URL}) on Global Research", '<p>Source: <a href="#">Global Research</a></p>'
    )
    assert mended(before).content.decode() == before.replace('href="#"', f'href="{URL}"')


def test_the_word_that_the_terms_forbid_is_taken_out_of_a_links_rel():
    pack = next(terms for terms in map(packaged().__getitem__, packaged()) if _forbids_nofollow(terms))
    url = f"https://{pack.publisher.domains[0]}/2024/the-ferry-waits"
    line = (
        f'<p>This story was first published by <a rel="noopener nofollow" href="{url}">{pack.publisher.name}</a>.</p>'
    )
    fixed = mended(html(f"{ARTICLE}\n{line}"), name="post.html", terms=pack.id, original=url)
    assert line.replace(" nofollow", "") in fixed.content.decode()


def _forbids_nofollow(terms):
    if not terms.publisher:
        return False
    demands = terms.versions[-1].demands
    return any(
        "nofollow" in demand.test.options.get("rel_forbidden", ())
        for demand in demands
        if demand.test.type == "link_quality"
    )


def test_a_header_without_a_fence_gets_no_key():
    source = f"Title: The ferry waits\nDate: 2023-01-02\n\nBy Ann Writer\n\n{TEXT}\n"
    assert mended(source).content.decode().startswith(source.rstrip("\n"))
