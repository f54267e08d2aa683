"""The word diff in the report for people."""

import pytest

from checker.model import Edit, EditClass
from checker.report import edits


def shown(*found, whole=False):
    return [str(line).strip() for line in edits.lines(found, whole=whole)]


# (the edit, its line)
LINES = [
    pytest.param(
        Edit(EditClass.CHANGED, "bridge", "school", 12, "… said that the ", " would stay shut …"),
        "- changed (line 12): … said that the [-bridge-]{+school+} would stay shut …",
        id="a word changed",
    ),
    pytest.param(
        Edit(EditClass.CHANGED, "bridge would soon", "school would soon", 12, "… the ", " stay …"),
        "- changed (line 12): … the [-bridge-]{+school+} would soon stay …",
        id="words that both have",
    ),
    pytest.param(
        Edit(EditClass.REMOVED, "Nobody was hurt.", "", 3, "The river rose.", " The bridge"),
        "- removed (line 3): The river rose.[-Nobody was hurt.-] The bridge",
        id="a sentence removed",
    ),
    pytest.param(
        Edit(EditClass.ADDED, "", "Ours was first.", None, "The river rose. ", ""),
        "- added: The river rose. {+Ours was first.+}",
        id="a sentence put in, no line known",
    ),
    pytest.param(
        Edit(EditClass.HEADLINE, "The river rises", "The river falls", 1, "beside", "it"),
        "- headline (line 1): The river [-rises-] {+falls+}",
        id="a headline",
    ),
    pytest.param(
        Edit(EditClass.LINK_CHANGED, "https://a.example/1", "https://b.example/1", 4),
        "- link changed (line 4): [-https://a.example/1-]{+https://b.example/1+}",
        id="a link changed",
    ),
    pytest.param(
        Edit(EditClass.LINK_REMOVED, "https://a.example/1", ""),
        "- link removed: [-https://a.example/1-]",
        id="a link removed",
    ),
    pytest.param(
        Edit(EditClass.MOVED, "The mayor spoke.", "The mayor spoke.", 9, "x ", " y"),
        "- moved (line 9): The mayor spoke.",
        id="a sentence moved",
    ),
    pytest.param(
        Edit(EditClass.CHANGED, "nine\x1b[31m\ndays", "ten\u202e", 2, "for\x07 ", ""),
        "- changed (line 2): for\\u{7} [-nine\\u{1b}[31m days-]{+ten\\u{202e}+}",
        id="what would do something to a terminal",
    ),
]


@pytest.mark.parametrize(("edit", "line"), LINES)
def test_a_line(edit, line):
    assert shown(edit) == [line]


def test_typography_is_counted_and_a_translation_has_no_diff():
    quotes = Edit(EditClass.TYPOGRAPHY, '"', "“")
    assert shown(quotes, quotes) == ["- and 2 of typography alone"]
    assert shown(Edit(EditClass.TRANSLATED, "", "")) == []


def test_the_first_few_and_all_of_them():
    found = [Edit(EditClass.CHANGED, f"a{number}", f"b{number}") for number in range(8)]
    assert shown(*found)[5:] == ["- and 3 more edits (--verbose lists them)"]
    assert len(shown(*found, whole=True)) == 8


def test_long_texts_are_cut_in_their_middle_unless_all_is_asked_for():
    long = Edit(EditClass.REMOVED, "start " + "word " * 500 + "end", "")
    (short,) = shown(long)
    assert "[-start" in short
    assert "[…]" in short
    assert short.endswith("end-]")
    assert len(short) < 300
    assert shown(long, whole=True)[0].count("word") == 500


def test_what_went_is_red_and_what_came_is_green():
    (line,) = edits.lines([Edit(EditClass.CHANGED, "bridge", "school")], whole=False)
    assert {(str(line)[span.start : span.end], span.style) for span in line.spans} >= {
        ("[-bridge-]", "red"),
        ("{+school+}", "green"),
    }
