"""Runs of words by which a text is known again, whatever it is written in."""

import pytest

from checker.copies.shingles import shingled

ENGLISH = "One two three four five six seven."
CHINESE = "河水昨天已经退去，村民们开始清理学校。"
THAI = "แม่น้ำลดลงแล้วและชาวบ้านเริ่มทำความสะอาด"


# text -> how many shingles, and how many words they cover
TEXTS = [
    pytest.param("", 0, 0, id="nothing"),
    pytest.param("one two three four", 0, 0, id="too few words"),
    pytest.param("one two three four five", 1, 5, id="one run"),
    pytest.param(ENGLISH, 3, 7, id="words"),
    pytest.param("河水昨天已经退去村", 0, 0, id="too few signs"),
    pytest.param("河水昨天已经退去村民", 1, 5, id="signs, two of which are a word"),
    pytest.param(THAI[:20], 1, 5, id="letters without spaces, four of which are a word"),
    pytest.param("the 河水 of 昨天 came", 1, 5, id="both"),
]


@pytest.mark.parametrize(("text", "count", "words"), TEXTS)
def test_a_text_is_cut_into_runs(text, count, words):
    found = shingled([text])
    assert len(found.hashes) == count
    assert found.covered(range(count)) == words


# the same text to readers -> the same shingles
SAME = [
    pytest.param("He said: “It’s over — go home now”", 'He said: "It\'s over - go home now"', id="quotes and dashes"),
    pytest.param("THE WATER came early this year", "The water came early this year", id="case"),
    pytest.param("the wa\u00adter came early this year", "the water came early this year", id="soft hyphens"),
    pytest.param("one  two\u00a0three four five", "one two three four five", id="spaces"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_type_makes_no_difference(one, other):
    assert shingled([one]).hashes == shingled([other]).hashes


def test_paragraphs_may_be_broken_anywhere():
    assert shingled(["one two three", "four five six"]).hashes == shingled(["one two three four five six"]).hashes


def test_a_word_counts_once_however_many_runs_it_is_in():
    assert shingled(["one two three four five six seven eight nine ten eleven twelve"]).covered([0, 2, 7]) == 12


@pytest.mark.parametrize("text", [CHINESE, THAI])
def test_scripts_without_spaces_are_known_again_in_the_middle(text):
    whole, part = shingled([text]), shingled(["又是" + text[2:] + "了"])
    assert len(set(whole.hashes) & set(part.hashes)) >= len(whole.hashes) - 3
