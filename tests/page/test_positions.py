"""Where a word of the page stands in its source: tables for the traps, and random pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

# --- random pages ---------------------------------------------------------------------------------------------------

# What is written otherwise than readers see it: what they see, and where in it that stands.
SHOWN = {
    "&amp;": ("&", 0),
    "&lt;": ("<", 0),
    "&copy;": ("©", 0),
    "&copy-": ("©-", 0),
    "&#8217;": ("’", 0),
    "&#x1F5DE;": ("🗞", 0),
    "&eacute;": ("é", 0),
    "&hellip;": ("…", 0),
    "&shy;": ("", 0),
    "&zwj;": ("", 0),
    "\u00ad": ("", 0),
    "\u200b": ("", 0),
    "<u>u</u>": ("u", 3),
    "<i class=x></i>": ("", 0),
    "<!-- inside a word, unseen -->": ("", 0),
}
SPACES = [" ", "  ", "\n", "\r\n", "\r", "\t", "&nbsp;", "&#160;", "\u3000", " &nbsp;\r\n\t", "&#32;"]
INLINE = ["b", "i", "em", "span", "a", "SPAN", "strong"]
BLOCKS = [
    "div",
    "p",
    "section",
    "blockquote",
    "h2",
    "ul",
    "li",
    "table",
    "td",
    "ARTICLE",
    "noscript",
    "template",
    "pre",
    "figure",
]
ATTRIBUTES = [
    "",
    ' class="x"',
    " title='a > b'",
    ' data-x="<p>not a tag"',
    " hidden",
    ' href="https://a.example/?a=1&amp;b=2"',
    " id=plain",
    "\n\tclass='two lines'\r\n",
    ' alt=""',
    ' style="display:none"',
]
UNSEEN = [
    "<!-- a comment of some words -->",
    "<!-- <p>a comment with tags</p> -->",
    "<!---->",
    "<!-->",
    "<!-- one\r\ntwo words in it - -- > -->",
    "<script>if (a<b) { document.write('<p>no</p>') }</script>",
    "<style>p > a::after { content: '<b>' }</style>",
    "<SCRIPT>var x = '<!-- no';</SCRIPT>",
    "<textarea>not <b>a</b> word</textarea>",
    "<iframe src='x'><p>old browsers</p></iframe>",
    "<svg><text>drawn</text></svg>",
    "<br>",
    "<br/>",
    "<hr>",
    "<img src=x alt='no word'>",
    "<input value='no>word'>",
    "<?php echo 1 ?>",
    "<wbr>",
    "</html>",
    "</body>",
]
LETTERS = st.characters(codec="utf-8", categories=["L", "N", "S", "P"], exclude_characters="<>&\u0640")
LETTER = st.one_of(st.sampled_from("abcABC.,;'\"-–’“©é漢字ŁИ🗞𝒜"), LETTERS)

unseen = st.sampled_from(UNSEEN)
fragment = st.one_of(
    LETTER,
    LETTER,
    st.sampled_from(sorted(SHOWN)),
    st.sampled_from(["<3", "&3", "R&D", "&nosuch;", "<-"]),
)
word = st.tuples(st.just("word"), st.lists(fragment, max_size=4))
node = st.recursive(
    st.one_of(word, word, word, st.tuples(st.just("unseen"), unseen)),
    lambda inner: st.tuples(
        st.sampled_from(INLINE + BLOCKS),
        st.sampled_from(ATTRIBUTES),
        st.booleans(),
        st.lists(st.tuples(st.sampled_from(["", *SPACES]), inner), max_size=5),
    ),
    max_leaves=25,
)
HEADS = [
    "",
    "<!DOCTYPE html>\n<html lang=en>\r\n<head><title>A <b>title</b></title>\n<style>p{}</style></head><body class=x>",
    "<html><body>",
    "<body class=only>\r",
    "<head><meta charset=utf-8><script>a<b</script></head>",
    "<!doctype html><title>No head &amp; no body</title><link rel=canonical href=x>",
    "\n\n<!-- a comment before all --><p>",
]


class Writer:
    """Writes a page and notes where each word begins. Every word has a number, so no two are the same."""

    def __init__(self):
        self.text = ""
        self.words = {}

    def write(self, node):
        if node[0] == "word":
            self.word(node[1])
        elif node[0] == "unseen":
            self.text += node[1]
        else:
            self.element(*node)

    def element(self, tag, attributes, closed, children):
        self.text += f"<{tag}{attributes}>"
        for space, child in children:
            self.text += space
            self.write(child)
        self.text += f"</{tag}>" if closed else ""

    def word(self, fragments):
        """A word ends with its number, in a form that no entity or tag can swallow."""
        self.text += " "
        seen, start = "", None
        for fragment in [*fragments, f"(w{len(self.words)})"]:
            shown, at = SHOWN.get(fragment, (fragment, 0))
            start = len(self.text) + at if shown and start is None else start
            seen += shown
            self.text += fragment
        self.words[seen] = start
        self.text += " "


@st.composite
def pages(draw):
    writer = Writer()
    writer.text = draw(st.sampled_from(HEADS))
    for space, child in draw(st.lists(st.tuples(st.sampled_from(["", *SPACES]), node), min_size=1, max_size=6)):
        writer.text += space
        writer.write(child)
    writer.text += draw(st.sampled_from(["", "</body></html>", "\n</html>\n", "</p>", "</div></div>"]))
    return writer.text, writer.words


@settings(max_examples=250)
@given(page=pages())
def test_every_word_of_a_random_page_is_found_where_it_stands(page, page_of, place_of, words_of):
    source, words = page
    found = {text: place for text, place in words_of(page_of(source)) if "(w" in text}
    assert found == {text: place_of(source, offset) for text, offset in words.items()}


# --- tables ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "place"),
    [
        pytest.param("<p>WORD", (1, 4), id="right behind its tag"),
        pytest.param("WORD", (1, 1), id="no tag at all"),
        pytest.param("<!doctype html>\nWORD", (2, 1), id="only a doctype"),
        pytest.param("<!-- c -->\r\n<title>t</title>WORD", (2, 17), id="behind a title, in a body that was made up"),
        pytest.param("<title>t</title><main>WORD", (1, 23), id="an element that the parser leaves in the head"),
        pytest.param("<p>a\rb\r\nc\n WORD", (4, 2), id="lines that end in every way"),
        pytest.param("<p>🗞é漢 WORD", (1, 8), id="columns count code points"),
        pytest.param("<p>a &amp; &nbsp;WORD", (1, 18), id="behind entities"),
        pytest.param("<p>a &#38;&#x26;&ampWORD", (1, 21), id="an entity without its semicolon"),
        pytest.param("<p>a <!-- WORD --> WORD", (1, 20), id="the same word in a comment before"),
        pytest.param("<p title='a > WORD'>WORD", (1, 21), id="the same word in an attribute, behind a >"),
        pytest.param("<p\n  class=a\n  title=b>WORD", (3, 11), id="a tag of several lines"),
        pytest.param("<p>x<script>WORD = '<p>WORD'</script>WORD", (1, 38), id="behind a script with the word"),
        pytest.param("<style>WORD{}</style><p>a<p>WORD", (1, 29), id="behind a style sheet"),
        pytest.param("<textarea><p>WORD</textarea> WORD", (1, 30), id="behind a field"),
        pytest.param("<script src='a'/><p>x<textarea/>\n<b>WORD</b>", (2, 4), id="behind a script that closes itself"),
        pytest.param("<p>x</p></p>WORD", (1, 13), id="behind an end tag that makes up an element"),
        pytest.param("<p>x</p></p><b>y</b>WORD", (1, 21), id="the same, behind another element"),
        pytest.param("<p>a<div>b</div></p>WORD", (1, 21), id="a paragraph that a block closes"),
        pytest.param("<ul><li>a<li>b<li>WORD</ul>", (1, 19), id="items without end tags"),
        pytest.param("<table><tr><td>a<td>WORD</table>", (1, 21), id="cells without end tags"),
        pytest.param("<DIV CLASS=x>WORD</DIV>", (1, 14), id="tags in capitals"),
        pytest.param("<b>a</b><b>a</b>\n<b>a</b><b>WORD</b>", (2, 12), id="many elements of one kind"),
        pytest.param("<p>a &nbspWORD", (1, 11), id="a space without its semicolon"),
        pytest.param("<p>a &copy2024 WORD", (1, 16), id="behind an entity without its semicolon"),
        pytest.param("<html><body>a</body></html><div>WORD</div>", (1, 33), id="an element behind the end of the page"),
        pytest.param(
            "<html><body>a</body></html>\n<html><body class=x><p>WORD</p>", (2, 24), id="a second page behind the first"
        ),
        pytest.param("<body>a</body><p>b</p>\n</html>\nWORD", (3, 1), id="behind the end of the page"),
        pytest.param("<p>a < b & c <3 WORD", (1, 17), id="marks that are no markup"),
        pytest.param("<p>a\0 W\0ORD", (1, 7), id="NULs, which readers do not see"),
        pytest.param("<p>a\u00ad\u200b&shy;\u200b WORD", (1, 14), id="characters that readers do not see"),
        pytest.param("<p>a<?php echo '>' ?>WORD", (1, 22), id="a script of the server, which ends at its first >"),
        pytest.param("<p>a<![CDATA[ b ]]>WORD", (1, 20), id="character data, which is a comment in HTML"),
        pytest.param("<p>a</ no tag> WORD", (1, 16), id="an end tag that is none"),
        pytest.param("<body class=x>\n<p>a</p>\n<body id=y><p>WORD", (3, 15), id="a second body"),
        pytest.param("<p>x<br/>y<br>\n  WORD", (2, 3), id="behind line breaks"),
        pytest.param("<svg><text>WORD</text></svg><i>WORD</i>", (1, 32), id="behind a drawing with the word"),
        pytest.param("<p a='1' a='2'/ b = \"3\" c>WORD", (1, 27), id="an untidy tag"),
    ],
)
def test_a_word_is_found(source, place, page_of):
    page = page_of(source)
    # The last word that readers see.
    block = next(block for block in reversed(page.blocks) if "ORD" in block.text)
    at = block.text.rindex("ORD") - 1
    found = page.text_evidence(block, at, at + 4)
    assert (found.line, found.column) == place


@pytest.mark.parametrize(
    ("source", "number", "place"),
    [
        pytest.param("\n" * 70_000 + "<p>a</p><p>b</p>", 2, (70_001, 9), id="behind the lines that the parser counts"),
        pytest.param("<title>a <p>b</title><p>c", 1, (1, 22), id="behind a title with a tag in it"),
        pytest.param("<p title='<p>'>a</p><p>b", 2, (1, 21), id="behind an attribute with a tag in it"),
        pytest.param("<!-- <p> --><p>a", 1, (1, 13), id="behind a comment with a tag in it"),
    ],
)
def test_a_paragraph_is_found(source, number, place, page_of):
    page = page_of(source)
    found = page.element_evidence(list(page.root.iter("p"))[number - 1], "")
    assert (found.line, found.column) == place


def test_evidence_begins_behind_the_space_that_it_is_asked_for_with(page_of):
    page = page_of("<p>one\n  two three</p>")
    found = page.text_evidence(page.blocks[0], 3, 8)
    assert (found.text, found.line, found.column) == ("two", 2, 3)


def test_evidence_that_begins_with_a_space_steps_over_a_script(page_of):
    page = page_of("<p>one <script>xyz</script>two</p>")
    found = page.text_evidence(page.blocks[0], 3, 7)
    assert (found.text, found.line, found.column) == ("two", 1, 28)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        pytest.param("<p>x</p>\n<!-- some words of it -->", (2, 6), id="a comment"),
        pytest.param(
            "<!-- some words here --><p>x</p>\n<!--\r\n\tsome words\r\n of it -->",
            (3, 2),
            id="the second comment, over lines",
        ),
        pytest.param("<p>some words of it <!--some words of it-->", (1, 25), id="the same words before it"),
        pytest.param("<p>x<!--- some words of it --->", (1, 9), id="with a dash too many"),
        pytest.param("<p>x<![CDATA[some words of it]]>", (1, 7), id="character data"),
        pytest.param("<p><script>'<!-- not it -->'</script><!-- some words of it -->", (1, 43), id="behind a script"),
        pytest.param("<p>x<!-- <a href='y'>some words of it</a> -->", (1, 10), id="with markup in it"),
        pytest.param("<p>x<!-- (c) some [words]* of it? -->", (1, 10), id="with marks that patterns are made of"),
    ],
)
def test_a_comment_is_found_at_its_first_word(source, place, page_of):
    page = page_of(source)
    block = [block for block in page.blocks if block.hidden_by == "comment"][-1]
    found = page.text_evidence(block, 0, len(block.text))
    assert (found.line, found.column) == place


@pytest.mark.parametrize(
    ("source", "attribute", "place"),
    [
        pytest.param("<p>\n<a href='u'>x</a>", "href", (2, 10), id="in single quotes"),
        pytest.param(
            '<a class="b"\n   HREF = "u">x</a>', "href", (2, 12), id="on the next line, in capitals, with spaces"
        ),
        pytest.param("<a href=u>x</a>", "href", (1, 9), id="without quotes"),
        pytest.param(
            "<a data-href='v' href='u'>x</a>", "href", (1, 24), id="near miss: behind one whose name ends alike"
        ),
        pytest.param("<a title='x'href='u'>x</a>", "href", (1, 19), id="without a space before it"),
        pytest.param("<a href='u'>x</a>", None, (1, 1), id="the element itself"),
        pytest.param("<a href='u'>x</a>", "rel", (1, 1), id="one that it has not: its element"),
    ],
)
def test_an_attribute_is_found_at_its_value(source, attribute, place, page_of):
    page = page_of(source)
    found = page.element_evidence(next(page.root.iter("a")), "x", attribute=attribute)
    assert (found.line, found.column) == place


def test_an_element_that_the_parser_made_up_has_no_place(page_of):
    page = page_of("<p>x")
    found = page.element_evidence(page.root, "x")
    assert (found.line, found.column, found.path) == (None, None, "/html")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("https://b.example/y", (3, 10), id="a value in the script"),
        pytest.param("not in it", (2, 1), id="one that is not: the script itself"),
        pytest.param("", (2, 1), id="none"),
    ],
)
def test_a_value_in_a_script_is_found(text, place, page_of):
    source = '<a href="https://b.example/y"></a>\n<script type="application/ld+json">\n{"url": "https://b.example/y"}</script>'
    page = page_of(source)
    found = page.script_evidence(page.structured[0], text)
    assert (found.line, found.column) == place


def test_places_behind_the_lines_that_the_parser_counts(page_of):
    page = page_of("<html><body>" + "\n" * 70_000 + "<p>a</p><p>WORD</p>")
    found = page.text_evidence(page.blocks[-1], 0, 4)
    assert (found.line, found.column) == (70_001, 12)


def test_the_path_is_one_that_the_tree_answers_to(page_of):
    page = page_of("<div><p>a<p>b<p>WORD</div>")
    found = page.text_evidence(page.blocks[-1], 0, 4)
    assert page.root.getroottree().xpath(found.path)[0].text == "WORD"
