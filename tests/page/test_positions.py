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
BLOCKS = ["div", "p", "section", "blockquote", "h2", "ul", "li", "table", "td", "ARTICLE", "noscript", "template", "pre", "figure"]
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


@settings(max_examples=500)
@given(page=pages())
def test_every_word_of_a_random_page_is_found_where_it_stands(page, page_of, place_of, words_of):
    source, words = page
    found = {text: place for text, place in words_of(page_of(source)) if "(w" in text}
    assert found == {text: place_of(source, offset) for text, offset in words.items()}
