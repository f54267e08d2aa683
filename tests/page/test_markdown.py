"""Markdown: what readers see of it, and where each word of it stands in the source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

# --- random documents -----------------------------------------------------------------------------------------------

# A piece of a line around a word: before it, behind it. The word itself is seen as it is written.
AROUND = [
    ("", ""),
    ("*", "*"),
    ("**", "**"),
    ("***", "***"),
    ("_", "_"),
    ("~~", "~~"),
    ("`", "`"),
    ("`` ", " ``"),
    ("[", "](https://a.example/x_y*z)"),
    ("[", '](<https://a.example/a b> "a title")'),
    ("[", "][ref]"),
    ("**[", "](https://a.example/)**"),
    ("[*", "*](https://a.example/)"),
    ("<b>", "</b>"),
    ("", "<!-- an aside -->"),
    ("<span title='a > b'>", "</span>"),
    ("![no words](img.png)", ""),
    ("“", "”"),
    ("(", ")"),
]
# What is written otherwise than readers see it.
SHOWN = {
    "\\*": "*",
    "\\_": "_",
    "\\[": "[",
    "\\\\": "\\",
    "&amp;": "&",
    "&copy;": "©",
    "&#8217;": "’",
    "&lt;": "<",
}
LETTER = st.one_of(
    st.sampled_from("abcABC,;'\"–’“©é漢字И🗞𝒜.=+-"),
    st.characters(codec="utf-8", categories=["L", "N"], exclude_characters="\u0640"),
)
fragment = st.one_of(
    LETTER, LETTER, st.sampled_from(sorted(SHOWN)), st.sampled_from(["R&D", "<3", ">", "a_b", "!", "::"])
)
word = st.tuples(st.lists(fragment, max_size=3), st.sampled_from(AROUND))
line = st.lists(word, min_size=1, max_size=4)
LEADS = [
    "",
    "",
    "# ",
    "### ",
    "> ",
    "- ",
    "* ",
    "1. ",
    "- - ",
    "> - ",
    "- > ",
    "> > ",
    "  ",
    "\t",
    "+   ",
    "    ",
    "- # ",
    "1) > ",
]
block = st.one_of(
    st.tuples(st.just("lines"), st.sampled_from(LEADS), st.lists(line, min_size=1, max_size=3)),
    st.tuples(st.just("lazy"), st.sampled_from(["> ", "- ", "1. "]), st.lists(line, min_size=2, max_size=3)),
    st.tuples(st.just("table"), st.just(""), st.lists(st.tuples(word, word), min_size=1, max_size=3)),
    st.tuples(st.just("setext"), st.just(""), st.lists(line, min_size=1, max_size=2)),
    st.tuples(st.just("code"), st.sampled_from(["```", "~~~~", "``` python"]), st.lists(line, min_size=1, max_size=3)),
    st.tuples(st.just("html"), st.just(""), st.lists(line, min_size=1, max_size=2)),
    st.tuples(st.just("hard"), st.sampled_from(["  ", "\\"]), st.lists(line, min_size=2, max_size=3)),
)
FRONT = [
    "",
    "",
    "---\ntitle: A page\n---\n",
    "---\r\ntitle: x\r\nlist:\r\n  - a\r\n---\r\n\r\n",
    "+++\ntitle = 'x'\n+++\n",
    '{"title": "x"}\n',
]


class Writer:
    def __init__(self, newline):
        self.text = ""
        self.words = {}
        self.newline = newline

    def word(self, word, *, plain=False):
        fragments, (before, behind) = word
        fragments = [each for each in fragments if each not in SHOWN] if plain else fragments
        self.text += "" if plain else before
        start = len(self.text)
        seen = ""
        # A letter first and a number last: so emphasis always opens and closes, and no two words are the same.
        for fragment in ["q", *fragments, f"w{len(self.words)}z"]:
            shown = fragment if behind.strip() in {"`", "``"} else SHOWN.get(fragment, fragment)
            seen += shown
            self.text += fragment
        self.words[seen] = start
        self.text += "" if plain else behind

    def line(self, words, **options):
        for number, word in enumerate(words):
            self.text += " " if number else ""
            self.word(word, **options)

    def block(self, kind, mark, lines):
        getattr(self, kind)(mark, lines)
        self.text += self.newline * 2

    def lines(self, lead, lines):
        for number, line in enumerate(lines):
            again = "".join(char if char in ">#\t" else " " for char in lead)
            self.text += (self.newline + again) if number else lead
            self.line(line, plain=lead in {"    ", "\t"})

    def lazy(self, lead, lines):
        for number, line in enumerate(lines):
            self.text += self.newline if number else lead
            self.line(line)

    def table(self, _, rows):
        for number, (left, right) in enumerate(rows):
            self.text += "| "
            self.word(left)
            self.text += " |  "
            self.word(right)
            self.text += " |" + self.newline
            self.text += "" if number else "|---|:--|" + self.newline

    def setext(self, _, lines):
        self.lines("", lines)
        self.text += self.newline + "=="

    def code(self, fence, lines):
        self.text += fence + self.newline
        for line in lines:
            self.line(line, plain=True)
            self.text += self.newline
        self.text += fence.split()[0]

    def html(self, _, lines):
        self.text += "<div class=note>" + self.newline
        for line in lines:
            self.text += "  <p>"
            self.line(line, plain=True)
            self.text += "</p>" + self.newline
        self.text += "</div>"

    def hard(self, mark, lines):
        for number, line in enumerate(lines):
            self.text += (mark + self.newline) if number else ""
            self.line(line)


@st.composite
def documents(draw):
    newline = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    writer = Writer(newline)
    writer.text = draw(st.sampled_from(FRONT)).replace("\r\n", "\n").replace("\n", newline)
    for each in draw(st.lists(block, min_size=1, max_size=5)):
        writer.block(*each)
    writer.text += f"[ref]: https://a.example/ref 'A title'{newline}"
    return writer.text, writer.words


@settings(max_examples=400)
@given(document=documents())
def test_every_word_of_a_random_document_is_found_where_it_stands(document, page_of, place_of):
    source, words = document
    page = page_of(source, "markdown")
    found = {}
    for block in page.blocks:
        for word in words:
            if (at := block.text.find(word)) >= 0:
                evidence = page.text_evidence(block, at, at + len(word))
                found[word] = evidence.line, evidence.column
    assert found == {word: place_of(source, offset) for word, offset in words.items()}


# --- tables ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "place"),
    [
        pytest.param("WORD", (1, 1), id="the first word"),
        pytest.param("1. 1\n2. WORD", (2, 4), id="an item"),
        pytest.param("4. 4\n\n5. WORD WORD", (3, 9), id="the same word twice"),
        pytest.param("# # #\n\n# # WORD #", (3, 5), id="a heading that is closed"),
        pytest.param("> > - a\n> >   WORD", (2, 7), id="a list in a quote in a quote"),
        pytest.param("> a\nWORD", (2, 1), id="a quote that goes on without its mark"),
        pytest.param("-\ta\n\n\tWORD", (3, 2), id="a tab as an indent"),
        pytest.param("- a\n\n\tb\n\tWORD", (4, 2), id="a tab that is half an indent"),
        pytest.param("```\n```\nWORD", (3, 1), id="behind empty code"),
        pytest.param(
            "> ```\n> a\x0cb\u2028c\n> WORD\n> ```", (3, 3), id="code with characters that Python takes for line ends"
        ),
        pytest.param("> > ```\n> > >\n> > WORD", (3, 5), id="code with quote marks of its own"),
        pytest.param("    a\n\n    WORD", (3, 5), id="indented code"),
        pytest.param("> `a\n> b WORD` c", (2, 5), id="a code span of two lines in a quote"),
        pytest.param("`` `a WORD ``", (1, 7), id="a code span with padding"),
        pytest.param("> a <b\n> class=x>WORD</b>", (2, 11), id="a tag of two lines in a quote"),
        pytest.param("| a | a |\n|---|---|\n| a | WORD |", (3, 7), id="a cell of a table"),
        pytest.param("| a \\| b | c |\n|---|---|\n| a \\| WORD | d |", (3, 8), id="a pipe in a cell"),
        pytest.param("a | b\n--|--\na | WORD", (3, 5), id="a table without outer pipes"),
        pytest.param("> |a|b\n> |-|-\n> |WORD|c", (3, 4), id="a table in a quote"),
        pytest.param("a  \nb\\\nWORD", (3, 1), id="behind hard line breaks"),
        pytest.param("a b\nc\n===\nWORD", (4, 1), id="behind an underlined heading"),
        pytest.param("<div>\n\n*a* WORD\n\n</div>", (3, 5), id="Markdown between tags"),
        pytest.param("<div>\n <p>a\n WORD</p>\n</div>", (3, 2), id="tags over several lines"),
        pytest.param("\\*a\\* &amp; &copy; WORD", (1, 20), id="behind escapes and entities"),
        pytest.param("![a *b*](i.png 'c') WORD", (1, 21), id="behind an image"),
        pytest.param("<https://a.example/WORD>", (1, 20), id="in a bare address"),
        pytest.param("[a][r] WORD\n\n[r]: https://a.example", (1, 8), id="behind a reference"),
        pytest.param("---\na: WORD\n---\n\nWORD", (5, 1), id="behind front matter with the word"),
        pytest.param("a\r\n\r\nb\r\rWORD", (5, 1), id="lines that end in every way"),
        pytest.param("a\0b WORD", (1, 5), id="behind a NUL"),
        pytest.param("a~~~b c~~~ ~~d~~ WORD", (1, 18), id="behind strokes"),
    ],
)
def test_a_word_is_found(source, place, page_of):
    page = page_of(source, "markdown")
    block = next(block for block in reversed(page.blocks) if "WORD" in block.text)
    at = block.text.rindex("WORD")
    found = page.text_evidence(block, at, at + 4)
    assert (found.line, found.column) == place


@pytest.mark.parametrize(
    ("source", "links"),
    [
        pytest.param("[a b](https://a.example/x 'title')", [("https://a.example/x", "a b")], id="a link"),
        pytest.param("[a][r]\n\n[R]: https://a.example/x", [("https://a.example/x", "a")], id="a reference"),
        pytest.param("[r][] and [r]\n\n[r]: /x", [("/x", "r"), ("/x", "r")], id="short references"),
        pytest.param(
            "<https://a.example/x>", [("https://a.example/x", "https://a.example/x")], id="an address in angle brackets"
        ),
        pytest.param("[![](i.png)](https://a.example/x)", [("https://a.example/x", "")], id="around an image"),
        pytest.param("a <a href='/x'>b</a>", [("/x", "b")], id="as HTML"),
        pytest.param("[a]()", [("", "a")], id="to nowhere"),
        pytest.param("[a](https://a.example/?a=1&b=2)", [("https://a.example/?a=1&b=2", "a")], id="with an ampersand"),
        pytest.param("https://a.example/x", [], id="near miss: a bare address is text"),
        pytest.param("`[a](/x)`", [], id="near miss: in code"),
        pytest.param("    [a](/x)", [], id="near miss: in indented code"),
        pytest.param("```\n[a](/x)\n```", [], id="near miss: in a code block"),
        pytest.param("\\[a](/x)", [], id="near miss: escaped"),
        pytest.param("[a] (/x)", [], id="near miss: a space between"),
        pytest.param("[a][r]", [], id="near miss: a reference to nothing"),
        pytest.param("<!-- [a](/x) -->", [], id="near miss: in a comment"),
        pytest.param("![a](/x)", [], id="near miss: an image"),
    ],
)
def test_links(source, links, page_of):
    blocks = page_of(source, "markdown").blocks
    assert [(link.href, block.text[link.start : link.end]) for block in blocks for link in block.links] == links


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        pytest.param("a\n\nb\n \nc", ["a", "b", "c"], id="paragraphs"),
        pytest.param(
            ("word " * 12).strip() + "\nanother", ["word " * 12 + "another"], id="a line that its editor wrapped"
        ),
        pytest.param(
            "By Ann\nFirst in The Paper\n", ["By Ann\nFirst in The Paper"], id="lines that are short on purpose"
        ),
        pytest.param(
            f"{'word ' * 12}a\n{'word ' * 11}[b](https://a.example/{'c' * 90})",
            [f"{'word ' * 12}a {'word ' * 11}b"],
            id="a wrapped line beside a long address",
        ),
        pytest.param(
            f"[Creative Commons BY 4.0](https://a.example/{'c' * 60})\n[原文](https://a.example/{'c' * 60})",
            ["Creative Commons BY 4.0\n原文"],
            id="links below each other, whose addresses are long",
        ),
        pytest.param("a  \nb", ["a\nb"], id="a hard line break"),
        pytest.param("- a\n- b\n  - c", ["a", "b", "c"], id="a list"),
        pytest.param("a **b** _c_ ~~d~~ `e`", ["a b c d e"], id="emphasis and code"),
        pytest.param("a\n***\nb", ["a", "b"], id="a rule"),
        pytest.param('\\* 3 < 4 & &lt;b> "x"', ['* 3 < 4 & <b> "x"'], id="escapes and marks"),
        pytest.param("```\n<b> & 'x'\n```", ["<b> & 'x'"], id="code as it is written"),
        pytest.param("|a|b|\n|-|-|\n|c|d|", ["a", "b", "c", "d"], id="a table"),
        pytest.param("!!! note\n\n    a", ["!!! note", "a"], id="a note of Python-Markdown, which is no code"),
        pytest.param("the <title> and\n\nb", ["the <title> and", "b"], id="a tag that is spoken of"),
        pytest.param("a <iframe src='/x'>b</iframe>\n\nc", ["a", "c"], id="near miss: a frame"),
        pytest.param("first on[A](/a)", ["first on A"], id="a link that a converter glued on"),
        pytest.param("**by**[**A**](/a)**, b**", ["by A, b"], id="a link glued on behind emphasis"),
        pytest.param("見て[記事](/a)", ["見て記事"], id="near miss: a script without spaces"),
        pytest.param("a ([b](/b))", ["a (b)"], id="near miss: a link in brackets"),
        pytest.param("2\\. a_b_c 2*3*4", ["2. a_b_c 234"], id="near miss: underscores inside a word"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_what_readers_see(source, texts, page_of):
    assert [block.text for block in page_of(source, "markdown").visible] == texts


@pytest.mark.parametrize(
    ("source", "place"),
    [
        pytest.param("1. 1", (1, 4), id="an item like its number"),
        pytest.param("> ```\n> >\n> ```", (2, 3), id="code like a quote's mark"),
        pytest.param("# \\# #", (1, 4), id="a heading like its marks"),
    ],
)
def test_a_text_like_the_marks_before_it_is_found(source, place, page_of, words_of):
    assert [where for _, where in words_of(page_of(source, "markdown"))] == [place]


def test_an_escaped_mark_is_found_behind_its_backslash(page_of):
    page = page_of("a \\*b &copy; d", "markdown")
    places = [page.text_evidence(page.blocks[0], at, at + 1).column for at in (2, 3, 5, 7)]
    assert (page.blocks[0].text, places) == ("a *b © d", [4, 5, 7, 14])


def test_a_link_is_found_where_it_is_written(page_of):
    page = page_of("text and\n> quoted [a link](/x)", "markdown")
    link = page.blocks[1].links[0]
    found = page.element_evidence(link.element, "a link", attribute="href")
    assert found.line == 2
