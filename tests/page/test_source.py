"""Offsets to lines and columns, and from a text that was made to the one it was made from."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.page.source import OffsetMap, Source


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        pytest.param("", 0, (1, 1), id="nothing"),
        pytest.param("abc", 0, (1, 1), id="the first character"),
        pytest.param("abc", 3, (1, 4), id="behind the last"),
        pytest.param("a\nb", 1, (1, 2), id="a line end stands on the line that it ends"),
        pytest.param("a\nb", 2, (2, 1), id="behind LF"),
        pytest.param("a\r\nb", 3, (2, 1), id="behind CR LF, which ends one line"),
        pytest.param("a\rb", 2, (2, 1), id="behind a lone CR"),
        pytest.param("a\n\r\n\r\rb", 6, (5, 1), id="line ends of every kind"),
        pytest.param("🗞é漢b", 3, (1, 4), id="columns count code points"),
        pytest.param("a\u2028b\x0cc\x85d", 6, (1, 7), id="near miss: what only Python takes for line ends"),
    ],
)
def test_position(text, offset, place):
    assert Source(text).position(offset) == place


@given(st.text("ab\r\n\u2028"))
def test_every_offset_has_the_place_that_counting_gives(text):
    source = Source(text)
    for offset in range(len(text) + 1):
        if text[max(0, offset - 1) : offset + 1] != "\r\n":
            lines = re.split("\r\n|\r|\n", text[:offset])
            assert source.position(offset) == (len(lines), len(lines[-1]) + 1)


@given(st.text("ab\r\n"))
def test_lines_come_without_their_ends(text):
    source = Source(text)
    assert [source.line(number) for number in range(len(source.line_starts))] == re.split("\r\n|\r|\n", text)


def test_the_way_back_from_a_made_text():
    offsets = OffsetMap()
    offsets.add(0, 10, linear=False)
    offsets.add(3, 20, linear=True)
    offsets.add(6, 50, linear=False)
    assert [offsets.source_offset(made) for made in range(8)] == [10, 10, 10, 20, 21, 22, 50, 50]


def test_what_stands_before_every_piece_is_the_start():
    offsets = OffsetMap()
    assert offsets.source_offset(5) == 0
    offsets.add(3, 7, linear=True)
    assert offsets.source_offset(2) == 0
