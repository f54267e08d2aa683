"""From a document to a page, whatever its bytes."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

HTML = (
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>A title</title><link rel=canonical href='https://a.example/x'>"
    '<style>.n{display:none}</style><script type=\'application/ld+json\'>{"@type": "Article"}</script></head>\r\n<body>'
    "<article><h1>Tïtle 🗞</h1><p class=byline>By <a rel=author href='/ann'>Ann&nbsp;Lee</a></p><!-- a comment of words -->\n"
    "<p>Originally published by <a href='https://a.example/x'>The &ldquo;Paper&rdquo;</a>.<br>&copy; 2024</p>"
    "<span class=n>unseen</span><img src='https://a.example/c.gif' width=1></article><footer>© Host</footer></body></html>"
).encode()
MARKDOWN = (
    "---\ntitle: A title\nauthor: [Ann, Ben]\n---\n\n# Tïtle 🗞\r\n\r\n> Originally *published* by [The Paper][p], `code` &copy;\n\n"
    "- one\n- two\n\n| a | b |\n|---|---|\n| c \\| d | e |\n\n```\nx\n```\n\n<div>html <b>in</b> it</div>\n\n[p]: https://a.example/x\n"
).encode()
MEDIA = pytest.mark.parametrize(("media", "real"), [("html", HTML), ("markdown", MARKDOWN)])


def check_places(page, words_of):
    """Every place that evidence names lies inside the source."""
    lines = page.source.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = [place for _, place in words_of(page)]
    for element in page.root.iter("*"):
        found = page.element_evidence(element, "")
        places.append((found.line, found.column))
    for entry in page.front_matter:
        found = page.front_matter_evidence(entry)
        places.append((found.line, found.column))
    for line, column in places:
        assert line is None or (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1)


@MEDIA
@settings(max_examples=150)
@given(content=st.binary(max_size=400))
@example(content=b"\0")
@example(content=b"\xff\xfe")
@example(content=b"<\0p>x")
def test_any_bytes_are_read(media, real, content, page_of, words_of):
    check_places(page_of(content, media), words_of)


@MEDIA
@settings(max_examples=150)
@given(at=st.integers(0, 800), length=st.integers(0, 60), content=st.binary(max_size=30))
def test_any_bytes_in_a_real_page_are_read(media, real, at, length, content, page_of, words_of):
    check_places(page_of(real[:at] + content + real[at + length :], media), words_of)


MARKS = st.text(st.sampled_from("<>/!-=\"'& ;#`*_[]()|~\\\n\r\t:.1abp{}\0é🗞"), max_size=120)


@MEDIA
@settings(max_examples=300)
@given(text=MARKS)
def test_any_marks_are_read(media, real, text, page_of, words_of):
    check_places(page_of(text, media), words_of)


@MEDIA
def test_a_page_that_was_cut_anywhere_is_read(media, real, page_of, words_of):
    for end in range(0, len(real), 7):
        check_places(page_of(real[:end], media), words_of)


@MEDIA
def test_a_document_that_was_too_large_is_not_read_whole(media, real, page_of):
    assert page_of(real, media).incomplete is None
    assert page_of(real, media, truncated=True).incomplete == "too_large"


def test_too_large_says_more_than_cut(page_of):
    assert page_of("<p>a <a hre", truncated=True).incomplete == "too_large"


def test_markdown_is_never_cut(page_of):
    assert page_of("a <b", "markdown").incomplete is None
    assert page_of("text\n\n<!-- never closed", "markdown").incomplete is None


def test_markdown_that_is_nested_too_deep_is_not_read_whole(page_of):
    assert page_of("<div>" * 5000 + "x", "markdown").incomplete == "too_deep"


def test_headers_and_the_document_are_kept(page_of):
    page = page_of(
        b"<p>\xcf\xf0\xe0\xe2\xe4\xe0",
        headers={"content-type": "text/html; charset=windows-1251"},
        url="https://h.example/",
    )
    assert (page.blocks[0].text, page.document.url, page.headers["content-type"]) == (
        "Правда",
        "https://h.example/",
        "text/html; charset=windows-1251",
    )
