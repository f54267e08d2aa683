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
LETTER = st.one_of(st.sampled_from("abcABC,;'\"–’“©é漢字И🗞𝒜.=+-"), st.characters(codec="utf-8", categories=["L", "N"], exclude_characters="\u0640"))
fragment = st.one_of(LETTER, LETTER, st.sampled_from(sorted(SHOWN)), st.sampled_from(["R&D", "<3", ">", "a_b", "!", "::"]))
word = st.tuples(st.lists(fragment, max_size=3), st.sampled_from(AROUND))
line = st.lists(word, min_size=1, max_size=4)
LEADS = ["", "", "# ", "### ", "> ", "- ", "* ", "1. ", "- - ", "> - ", "- > ", "> > ", "  ", "\t", "+   ", "    ", "- # ", "1) > "]
block = st.one_of(
    st.tuples(st.just("lines"), st.sampled_from(LEADS), st.lists(line, min_size=1, max_size=3)),
    st.tuples(st.just("lazy"), st.sampled_from(["> ", "- ", "1. "]), st.lists(line, min_size=2, max_size=3)),
    st.tuples(st.just("table"), st.just(""), st.lists(st.tuples(word, word), min_size=1, max_size=3)),
    st.tuples(st.just("setext"), st.just(""), st.lists(line, min_size=1, max_size=2)),
    st.tuples(st.just("code"), st.sampled_from(["```", "~~~~", "``` python"]), st.lists(line, min_size=1, max_size=3)),
    st.tuples(st.just("html"), st.just(""), st.lists(line, min_size=1, max_size=2)),
    st.tuples(st.just("hard"), st.sampled_from(["  ", "\\"]), st.lists(line, min_size=2, max_size=3)),
)
FRONT = ["", "", "---\ntitle: A page\n---\n", "---\r\ntitle: x\r\nlist:\r\n  - a\r\n---\r\n\r\n", "+++\ntitle = 'x'\n+++\n", '{"title": "x"}\n']


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
        for index, fragment in enumerate(["q", *fragments, f"w{len(self.words)}z"]):
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


@settings(max_examples=1000)
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
