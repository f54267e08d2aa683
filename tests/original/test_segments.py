"""Two texts as one row of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.original.segments import segments

CASES = [
    pytest.param("", "", [], id="nothing"),
    pytest.param("The mill.", "The mill.", [("equal", "The mill.")], id="the same"),
    pytest.param("", "The mill.", [("added", "The mill.")], id="all put in"),
    pytest.param(
        "The old mill.", "The new mill.",
        [("equal", "The"), ("removed", " old"), ("added", " new"), ("equal", " mill.")], id="a word",
    ),
    pytest.param("河水上涨", "河水下涨", [("equal", "河水"), ("removed", "上"), ("added", "下"), ("equal", "涨")], id="signs"),
]  # fmt: skip


@pytest.mark.parametrize(("original", "copy", "expected"), CASES)
def test_segments(original, copy, expected):
    assert [(each.kind, each.text) for each in segments(original, copy)] == expected


@given(st.text("ab \n我"), st.text("ab \n我"))
def test_they_make_up_both_texts(original, copy):
    found = segments(original, copy)
    assert "".join(each.text for each in found if each.kind != "added") == original
    assert "".join(each.text for each in found if each.kind != "removed") == copy


def test_a_long_text_differs_between_its_first_and_last_difference():
    text = ["word"] * 6000
    text[10], text[5000] = "one", "two"
    found = segments(" ".join(["word"] * 6000), " ".join(text))
    assert [each.kind for each in found] == ["equal", "removed", "added", "equal"]
    assert (found[2].text.split()[0], found[2].text.split()[-1]) == ("one", "two")
