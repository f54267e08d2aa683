"""HTML: blocks, links, what the head says, what a page loads; and pages that were not read whole."""

import pytest

IMAGE = "https://c.example/p.gif"


def texts(page):
    return [block.text for block in page.visible]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<p>a</p><p>b</p>", ["a", "b"], id="paragraphs"),
        pytest.param("<p>a<p>b", ["a", "b"], id="paragraphs without end tags"),
        pytest.param("a<br>b<br/>c", ["a\nb\nc"], id="line breaks"),
        pytest.param("<p><br>a<br></p>", ["a\n"], id="a line break before all is none"),
        pytest.param("<td>a<br>b<br> <br><font>c<br>&nbsp;<br>d</font>", ["a\nb\n", "c\n", "d"], id="empty lines"),
        pytest.param("<p>a<br><br>b</p>", ["a\n\nb"], id="near miss: an empty line in a paragraph"),
        pytest.param("<div><a href=x>a<br><br>b</a></div>", ["a\n\nb"], id="near miss: an empty line in a link"),
        pytest.param("<p>a\n \t b&nbsp;&nbsp;c</p>", ["a b c"], id="white space is one space"),
        pytest.param("<p>a<b>b</b>c <i>d</i> e</p>", ["abc d e"], id="inline elements leave words whole"),
        pytest.param("<div>a<div>b</div>c</div>", ["a", "b", "c"], id="text around a block"),
        pytest.param("<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", ["a", "b", "c", "d"], id="items and cells"),
        pytest.param(
            "<div><div>From:</div><div><div><p>a</p></div><div>b</div></div></div>", ["From: a", "b"], id="a field"
        ),
        pytest.param("<dl><dt>From:</dt><dd>a</dd><dt>By</dt><dd>b</dd></dl>", ["From: a", "By", "b"], id="a pair"),
        pytest.param(
            "<div><div>From:</div><p>a</p></div>", ["From:", "a"], id="near miss: what stands above a paragraph"
        ),
        pytest.param(
            "<div><div>From:</div><div>a</div><div>b</div></div>", ["From:", "a", "b"], id="near miss: three in a row"
        ),
        pytest.param("<p>so\u00adft &zwj;x\u200b</p>", ["soft x"], id="characters without a glyph are gone"),
        pytest.param("<p>\ufeff a \u200b b <i>\u200b</i> c</p>", ["a b c"], id="nor do they make two spaces of one"),
        pytest.param("<p>a<i>\u00ad</i><i></i>b</p>", ["ab"], id="nor a space of none"),
        pytest.param("<p>a\0b</p>", ["ab"], id="NULs are gone"),
        pytest.param("<p>a<script>b</script><style>c</style>d</p>", ["ad"], id="scripts and styles are no text"),
        pytest.param("<p>a<textarea>b</textarea><select><option>c</select></p>d", ["a", "d"], id="nor are fields"),
        pytest.param("<p>a<svg><title>b</title></svg></p>", ["a"], id="nor are drawings"),
        pytest.param("<head><title>a</title></head><body>b", ["b"], id="nor is the title"),
        pytest.param("<title>a</title><article>b</article>", ["b"], id="near miss: an article right behind the title"),
        pytest.param(
            "<meta charset=utf-8><title>a</title><x-story><p>b</p>c</x-story>",
            ["b", "c"],
            id="near miss: an element nobody knows",
        ),
        pytest.param("<html><body>a</body></html>b<p>c", ["a", "b", "c"], id="text behind the end of the page"),
        pytest.param("<html><body>a</body></html><html><body>b</body></html>", ["a", "b"], id="two pages in one"),
        pytest.param("plain", ["plain"], id="no markup"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \r\n ", [], id="white space"),
        pytest.param("<!-- nothing but a comment -->", [], id="a comment"),
    ],
)
def test_what_readers_see(source, expected, page_of):
    assert texts(page_of(source)) == expected


@pytest.mark.parametrize(
    ("source", "links"),
    [
        pytest.param("<p>a <a href='/x'>b c</a> d</p>", [("/x", "b c")], id="a link"),
        pytest.param("<p>a<a href='/x'> b </a>c</p>", [("/x", " b")], id="spaces inside a link"),
        pytest.param(
            "<p><a href='/x'>a</a><a href='/y'>b</a></p>", [("/x", "a"), ("/y", "b")], id="two links without a space"
        ),
        pytest.param("<a href=' /x?a&amp;b '>a</a>", [(" /x?a&b ", "a")], id="an address as it is written"),
        pytest.param(
            "<a href='/x'><p>a</p><p>b</p></a>", [("/x", "a"), ("/x", "b")], id="a link around blocks is in each"
        ),
        pytest.param(
            "<p>a <a href='/x'>b<p>c</a>", [("/x", "b"), ("/x", "c")], id="a link around the end of a paragraph"
        ),
        pytest.param("<a href='/x'><img src=i></a>", [("/x", "")], id="around an image"),
        pytest.param("<a href='/x'></a>", [("/x", "")], id="without a text"),
        pytest.param("<a href=''>a</a>", [("", "a")], id="with an empty address"),
        pytest.param("<A HREF='/x'>a</A>", [("/x", "a")], id="in capitals"),
        pytest.param("<html><body>a</body></html><a href='/x'>b</a>", [("/x", "b")], id="behind the end of the page"),
        pytest.param("<a name=x>a</a>", [], id="near miss: an anchor"),
        pytest.param("<a data-href='/x'>a</a>", [], id="near miss: another attribute"),
        pytest.param("<!-- <a href='/x'>a</a> -->", [], id="near miss: in a comment"),
        pytest.param("<script>'<a href=/x>a</a>'</script>", [], id="near miss: in a script"),
        pytest.param("<textarea><a href=/x>a</a></textarea>", [], id="near miss: in a field"),
        pytest.param("&lt;a href='/x'>a&lt;/a>", [], id="near miss: shown as text"),
    ],
)
def test_links(source, links, page_of):
    assert [
        (link.href, block.text[link.start : link.end]) for block in page_of(source).blocks for link in block.links
    ] == links


def test_what_a_link_says_of_itself(page_of):
    link = page_of("<a href=x rel='NoFollow  noopener'>a</a>").blocks[0].links[0]
    assert link.rel == ("nofollow", "noopener")


def test_links_of_a_stretch_and_lines_of_a_block(page_of):
    block = page_of("<p>one <a href=x>two</a><br>three <a href=y></a>four</p>").blocks[0]
    assert block.text == "one two\nthree four"
    assert [link.href for link in block.links_in(4, 7)] == ["x"]
    assert [link.href for link in block.links_in(0, 4)] == []
    assert [link.href for link in block.links_in(0, 18)] == ["x", "y"]
    assert [block.text[slice(*block.line_at(at))] for at in (0, 7, 8, 17)] == [
        "one two",
        "one two",
        "three four",
        "three four",
    ]


@pytest.mark.parametrize(
    ("source", "metas"),
    [
        pytest.param("<meta name=Author content=' Ann '>", [("author", " Ann ", True)], id="by its name"),
        pytest.param("<meta property='og:URL' content=u>", [("og:url", "u", True)], id="by its property"),
        pytest.param("<meta http-equiv=Refresh content=5>", [("refresh", "5", True)], id="as a header"),
        pytest.param("<meta name=author>", [("author", "", True)], id="without a value"),
        pytest.param("<body><meta name=author content=Ann>", [("author", "Ann", False)], id="in the body"),
        pytest.param(
            "<head><article><meta name=author content=Ann></article>",
            [("author", "Ann", False)],
            id="in an article in the head",
        ),
        pytest.param("<meta charset=utf-8>", [], id="near miss: the encoding"),
        pytest.param("<!-- <meta name=author content=Ann> -->", [], id="near miss: in a comment"),
    ],
)
def test_metas(source, metas, page_of):
    assert [(meta.name, meta.value, meta.in_head) for meta in page_of(source).metas] == metas


def test_the_first_meta_with_a_value_counts(page_of):
    page = page_of("<meta name=a content=' '><meta name=b content=two><meta name=a content=' one '>")
    assert (page.meta("a"), page.meta("x", "b"), page.meta("x")) == ("one", "two", None)


@pytest.mark.parametrize(
    ("source", "relations"),
    [
        pytest.param("<link rel=canonical href=u>", [("canonical", "u", True)], id="a canonical"),
        pytest.param(
            "<link rel='Alternate  Canonical' href=u>",
            [("alternate", "u", True), ("canonical", "u", True)],
            id="two at once",
        ),
        pytest.param("<link rel=canonical>", [("canonical", "", True)], id="without an address"),
        pytest.param("<body><link rel=canonical href=u>", [("canonical", "u", False)], id="in the body"),
        pytest.param("<a rel=canonical href=u>", [], id="near miss: a link of the text"),
    ],
)
def test_relations(source, relations, page_of):
    assert [(each.name, each.value, each.in_head) for each in page_of(source).relations] == relations


@pytest.mark.parametrize(
    ("source", "resources"),
    [
        pytest.param(f"<img src={IMAGE}>", [(IMAGE, "src", None)], id="an image"),
        pytest.param(
            f"<img src=data:, data-src={IMAGE}>",
            [("data:,", "src", None), (IMAGE, "data-src", None)],
            id="a lazy image",
        ),
        pytest.param(f"<script src={IMAGE}></script>", [(IMAGE, "src", None)], id="a script"),
        pytest.param(
            f"<iframe src={IMAGE}></iframe><embed src=e>", [(IMAGE, "src", None), ("e", "src", None)], id="a frame"
        ),
        pytest.param(f"<object data={IMAGE}></object>", [(IMAGE, "data", None)], id="an object"),
        pytest.param(f"<amp-pixel src={IMAGE}></amp-pixel>", [(IMAGE, "src", None)], id="a pixel of AMP"),
        pytest.param(
            f"<img style='display:none' src={IMAGE}>", [(IMAGE, "src", None)], id="an invisible image is still loaded"
        ),
        pytest.param(
            f"<noscript><img src={IMAGE}></noscript>", [(IMAGE, "src", "noscript")], id="only without scripts"
        ),
        pytest.param(f"<template><img src={IMAGE}></template>", [(IMAGE, "src", "template")], id="in a template"),
        pytest.param(
            f"<html><body></body></html><img src={IMAGE}>", [(IMAGE, "src", None)], id="behind the end of the page"
        ),
        pytest.param(f"<!-- <img src={IMAGE}> -->", [], id="near miss: in a comment"),
        pytest.param(f"<a href={IMAGE}>a</a>", [], id="near miss: a link"),
    ],
)
def test_what_the_page_loads(source, resources, page_of):
    assert [(each.url, each.attribute, each.hidden_by) for each in page_of(source).resources] == resources


def test_title_language_and_base(page_of):
    page = page_of(
        "<html lang=de-CH><head><title> A\n title &amp; more</title><title>b</title><base href=x><base href=y></head>"
    )
    assert (page.title, page.language, page.base) == ("A title & more", "de-CH", "x")


def test_a_title_in_a_drawing_is_not_the_page_s(page_of):
    assert page_of("<body><svg><title>arrow</title></svg>").title is None


@pytest.mark.parametrize(
    ("script", "values"),
    [
        pytest.param('{"a": 1}', [{"a": 1}], id="an object"),
        pytest.param('\n[{"a": 1}];\n', [[{"a": 1}]], id="a list, with a semicolon"),
        pytest.param('{"a": "x\ny"}', [{"a": "x\ny"}], id="a line end in a string"),
        pytest.param('{"a": 1,}', [], id="near miss: a comma too many"),
        pytest.param("", [], id="near miss: empty"),
        pytest.param("[" * 100_000, [], id="near miss: lists in lists that never end"),
    ],
)
def test_structured_data(script, values, page_of):
    page = page_of(f'<script type=" Application/LD+JSON">{script}</script><script>{{"b": 1}}</script>')
    assert [each.value for each in page.structured] == values


@pytest.mark.parametrize(
    ("source", "properties"),
    [
        pytest.param("<span itemprop=author> Ann\n  Lee</span>", [("author", "Ann Lee")], id="a text"),
        pytest.param(
            "<a itemprop='url license' href=u>x</a>", [("url", "u"), ("license", "u")], id="an address under two names"
        ),
        pytest.param("<meta itemprop=datePublished content=2024>", [("datePublished", "2024")], id="a meta"),
        pytest.param("<span property=author>Ann</span>", [], id="near miss: another attribute"),
    ],
)
def test_properties(source, properties, page_of):
    assert [(each.name, each.value) for each in page_of(source).properties] == properties


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<p>x</p><!-- <b>a credit</b> nobody sees -->", ["a credit nobody sees"], id="its words"),
        pytest.param(
            "<html><body>a</body></html><!-- behind the end of the page -->",
            ["behind the end of the page"],
            id="behind the end",
        ),
        pytest.param("<p>x<!-- short -->", [], id="near miss: too short"),
        pytest.param("<p>x<!-- " + "long " * 500 + "-->", [], id="near miss: too long"),
        pytest.param("<head><!-- made by some software --></head>", [], id="near miss: in the head"),
        pytest.param("<script><!-- a script's own mark --></script>", [], id="near miss: in a script"),
    ],
)
def test_comments_are_hidden_blocks(source, expected, page_of):
    assert [block.text for block in page_of(source).blocks if block.hidden_by == "comment"] == expected


# --- not read whole -------------------------------------------------------------------------------------------------


def test_a_page_that_is_nested_too_deep_is_not_read_whole(page_of):
    page = page_of("<div>" * 5000 + "<a href='https://a.example/x'>the original</a>" + "</div>" * 5000)
    assert page.incomplete == "too_deep"
    assert texts(page) == []


def test_near_miss_two_hundred_levels_are_read(page_of):
    page = page_of("<div>" * 200 + "<a href='https://a.example/x'>the original</a>" + "</div>" * 200)
    assert (page.incomplete, texts(page)) == (None, ["the original"])


@pytest.mark.parametrize(
    ("source", "incomplete"),
    [
        pytest.param("<p>text</p><a href='https://a.exam", "cut", id="inside a tag"),
        pytest.param("<p>text</p><div", "cut", id="inside a tag's name"),
        pytest.param("<p>text</p></di", "cut", id="inside an end tag"),
        pytest.param("<p>text</p><!-- a comm", "cut", id="inside a comment"),
        pytest.param("<p>text</p><!-- one --><!-- a <b>comm</b>", "cut", id="inside a comment with tags"),
        pytest.param("<p>text</p><!", "cut", id="at the beginning of a comment"),
        pytest.param("<p>text</p><script>var a = 1;", "cut", id="inside a script"),
        pytest.param("<p>text</p><SCRIPT>var a = '<b>';", "cut", id="inside a script with tags, in capitals"),
        pytest.param("<style>p{}</style><p>text</p><style>p {", "cut", id="inside the second style sheet"),
        pytest.param("<p>text<script>" + "a = 1; " * 10_000, "cut", id="inside a long script"),
        pytest.param("<p>text<!-- " + "a <b> " * 12_000, "cut", id="inside a long comment"),
        pytest.param("<title>The river<p>text", "cut", id="inside the title"),
        pytest.param("<p>text</p><textarea>text", "cut", id="inside a field"),
        pytest.param('<!DOCTYPE html [<!-- x --><!ENTITY by "Ann">]><p>&by;</p>', "entities", id="entities of its own"),
        pytest.param('<!DOCTYPE html [ ]><p>&lt;!ENTITY by "Ann"></p>', None, id="near miss: an entity in words"),
        pytest.param("<article><p>text", "cut", id="inside an article"),
        pytest.param("<article><p>text</p>", "cut", id="between two paragraphs of an article"),
        pytest.param("<p>Source: <a href=x>Exam", "cut", id="inside a link"),
        pytest.param("<ul><li>text</li>", "cut", id="inside a list"),
        pytest.param("<html><body><p>te", "cut", id="inside a text of a document"),
        pytest.param("<html lang=en><body class=a><p>text</p>", None, id="near miss: a document without its end tags"),
        pytest.param("<body><div><p>text</body>", None, id="near miss: an element that is never closed"),
        pytest.param("<div/><p>text", None, id="near miss: an element that closes itself"),
        pytest.param("<p>text</p><script src='x' />", None, id="near miss: a script that closes itself"),
        pytest.param("<p>text</p><script src=x/>", "cut", id="inside a script whose address ends with a stroke"),
        pytest.param("<div><p>text</div>", None, id="near miss: a fragment"),
        pytest.param("<p>text</p></body></html>", None, id="near miss: whole"),
        pytest.param("<p>text</p>", None, id="near miss: no end of the page"),
        pytest.param("<p>text", None, id="near miss: no end of the paragraph"),
        pytest.param("<p>text</p>\n<p>more <b>text", None, id="near miss: no end of a word in bold"),
        pytest.param("text", None, id="near miss: no markup"),
        pytest.param("", None, id="near miss: nothing"),
        pytest.param("<p>I <3", None, id="near miss: a mark that opens no tag"),
        pytest.param("<p>1 < 2", None, id="near miss: less than"),
        pytest.param("<p>a -->", None, id="near miss: the end of a comment alone"),
        pytest.param(
            "<script>'<!--'</script><!-- x --><p>text",
            None,
            id="near miss: a comment's beginning in a script, and a comment",
        ),
        pytest.param("<script>a</script><style>b</style><p>text", None, id="near miss: scripts and styles that end"),
        pytest.param("<p>text</p><script src=x></script>", None, id="near miss: a script from elsewhere"),
    ],
)
def test_a_page_that_ends_in_the_middle_is_cut(source, incomplete, page_of):
    assert page_of(source).incomplete == incomplete


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "<p>text</p><script>document.write('<script src=x><\\/script>')</script>", id="a script that writes scripts"
        ),
        pytest.param("<p>text</p><script>if (a <b) {}</script>", id="a script that compares"),
        pytest.param("<p>text</p><script>var s = '<!--';</script>", id="a script with a comment's beginning"),
        pytest.param("<p title='a <b'>text</p>", id="an attribute with a tag's beginning"),
        pytest.param("<p>text</p><!-- <script> -->", id="a comment with a script's beginning"),
        pytest.param("<p>Use the &lt;script&gt; tag", id="a script in words"),
        pytest.param("<p>text</p><textarea><!-- </textarea>", id="a field with a comment's beginning"),
        pytest.param("<p>text</p><!-- a --><script>'<!-- ' + '<script>'</script>", id="a script at the very end"),
        pytest.param("<p>text</p><!-- <script> --!>", id="a comment that is closed untidily"),
        pytest.param("<stylesheet>x</stylesheet><p>text", id="an element whose name begins alike"),
    ],
)
def test_near_miss_whole_pages_that_look_cut(source, page_of):
    assert page_of(source).incomplete is None


# --- hostile pages --------------------------------------------------------------------------------------------------

MANY = 60_000


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<" * MANY, id="brackets"),
        pytest.param("<p>x</p>" + "<a " * MANY, id="tags that never end"),
        pytest.param("<p>x</p>" + "</a" * MANY, id="end tags that never end"),
        pytest.param("<!--" * MANY, id="comments that never end"),
        pytest.param("<p>x<!-- some words " + "<" * MANY + " -->", id="brackets in a comment"),
        pytest.param('<a b="' * MANY, id="quotes that never end"),
        pytest.param("&a" * MANY, id="entities that are none"),
        pytest.param("<b>" * MANY, id="elements that never end"),
        pytest.param("<p " + "a=b " * MANY + ">x", id="attributes"),
        pytest.param("<p class='" + "x-" * MANY + "'>x", id="a long class"),
        pytest.param("<p style='" + "a-" * MANY + "color'>x", id="a long word in a style"),
        pytest.param("<style>" + "a{" * MANY + "display:none</style><p class=a>x", id="braces that never close"),
        pytest.param(
            "<style>.x{display:none}" + ".a.b" * MANY + "{display:none}</style><p class=x>x", id="a long selector"
        ),
        pytest.param("<a href=x>y<p>" * 200, id="links that never end"),
        pytest.param("<i hidden>x</i>" * (MANY // 10), id="hidden words"),
    ],
)
def test_hostile_pages_take_no_time(source, page_of, words_of):
    page = page_of(source)
    assert all(place for place in list(words_of(page))[:10])
