"""Where in a Markdown source a credit may stand."""

import pytest

from checker.credit.sources import markdown
from checker.page.page import Page

ENDS = [
    pytest.param("# A\n\ntext|", id="no last line end"),
    pytest.param("text|\n", id="a last line end"),
    pytest.param("text|\n\n\n", id="empty lines"),
    pytest.param("text|\n\n[^1]: A note\n    goes on\n", id="a footnote"),
    pytest.param("text[^1]|\n\n[^1]: a\n\n[^2]: b\n", id="two footnotes"),
    pytest.param("text|\n\n[x]: https://a.example/b\n", id="an address for a link"),
    pytest.param("text|\n\n*[HTML]: Hypertext\n", id="an abbreviation"),
    pytest.param("text|\n\n{% include share.html %}\n", id="a Jekyll include"),
    pytest.param('text|\n\n{{< newsletter id="1" >}}\n{{< share >}}\n', id="Hugo shortcodes"),
    pytest.param("text|\n\n<!-- comment -->\n", id="a comment"),
    pytest.param("text|\n\n<script>\na()\n</script>\n", id="a script"),
    pytest.param("- a\n- b|\n", id="a list"),
    pytest.param("> a\n> b|\n\n---\n", id="a quotation before a line"),
    pytest.param("| a |\n|---|\n| b ||\n", id="a table"),
    pytest.param("```\na\n```|\n", id="a listing"),
    pytest.param("text {{ with }} code|\n\n", id="text with code in it"),
    pytest.param("---\ntitle: A\n---\n\ntext|\n", id="front matter"),
]
TOPS = [
    pytest.param("|text\n", id="text"),
    pytest.param("# A\n\n|text\n", id="behind a headline"),
    pytest.param("# A\n|text\n", id="behind a headline without an empty line"),
    pytest.param("A\n===\n\n|text\n", id="behind an underlined headline"),
    pytest.param("---\ntitle: A\n---\n|text\n", id="behind front matter"),
    pytest.param("<!-- a -->\n\n{% include b %}\n\n|text\n", id="behind a comment and code"),
    pytest.param("import A from 'a'\n\n# A\n\n|text\n", id="behind an import"),
]


def _offset(spots):
    return next(iter(spots)).offset


@pytest.mark.parametrize("marked", ENDS)
def test_the_end_of_the_text(marked, page_of):
    at = marked.rindex("|") if marked.count("|") > 3 else marked.index("|")
    at = marked.rstrip("\n").rindex("|") if marked.startswith("|") else at
    page: Page = page_of(marked[:at] + marked[at + 1 :], "markdown")
    assert _offset(markdown.end_spots(page)) == at


@pytest.mark.parametrize("marked", TOPS)
def test_the_top_of_the_text(marked, page_of):
    page = page_of(marked.replace("|", ""), "markdown")
    assert _offset(markdown.top_spots(page)) == marked.index("|")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_spot_has_an_empty_line_on_either_side_in_the_sources_own_line_ends(end, page_of):
    page = page_of(f"# A{end}text{end}# B{end}", "markdown")
    (spot, *_) = markdown.end_spots(page)
    assert spot.edit("new").text == f"{end}{end}new"
    (spot, *_) = markdown.top_spots(page)
    assert spot.edit("new").text == f"new{end}{end}"
    (spot, *_) = markdown.headline_spots(page)
    assert spot.edit("new").text == f"{end}{end}new{end}"
