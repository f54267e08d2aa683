"""Texts as sentences and words."""

from itertools import pairwise

import pytest

from checker.original.sentences import Reader
from checker.original.style import style
from checker.original.words import places, words

WORDS = [
    pytest.param("The mayor’s “old” mill — isn't it?", "the mayor's old mill isn't it", id="quotes, dashes"),
    pytest.param("A ﬁne re\u00adport\u200b on Cafe\u0301s", "a fine report on cafés", id="ligatures and unseen signs"),
    pytest.param("1,500 boats at 5.30, 12% of $9", "1,500 boats at 5.30 12 % of $ 9", id="numbers"),
    pytest.param("-5 degrees, 10-12 boats, B2B", "-5 degrees 10 12 boats b2b", id="minus"),
    pytest.param("我们 2024年", "我 们 2024 年", id="no spaces"),
    pytest.param("… — !", "", id="marks alone"),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text, expected):
    assert " ".join(words(text)) == expected


SENTENCES = [
    pytest.param("Dr. Holm and J. Quill of the U.S. army came. They left.", 2, id="abbreviations"),
    pytest.param("It was wet... and cold. “Go!” she said.", 2, id="a small letter behind"),
    pytest.param("“Go.” They went. (They did.) Then", 4, id="closing marks"),
    pytest.param("It cost 3.5 million. See news.example.org for it.", 2, id="points inside"),
    pytest.param("One line\nAnother line", 2, id="lines"),
    pytest.param("河水上涨。没有人受伤。", 2, id="Chinese"),
    pytest.param("", 0, id="nothing"),
    pytest.param("* * *", 0, id="no words"),
]


def sentences(paragraphs):
    return Reader(style("en")).sentences(paragraphs)


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_sentences(text, count):
    found = sentences([text])
    assert len(found.texts) == count
    for number, sentence in enumerate(found.texts):
        _, start, end = found.place(number)
        assert text[start:end] == sentence


@pytest.mark.parametrize(
    "text", ["Dr. Holm came at 3.5 (or so.) They left.", 'It is e.g. so. "Go." He left. end', "No end"]
)
def test_sentences_are_the_same_beside_a_rarer_mark(text):
    assert sentences([f"Go! {text}"]).texts == ["Go!", *sentences([text]).texts]


def test_a_sentence_that_stands_twice_has_two_places():
    found = sentences(["", "Hear, hear. Hear, hear.", "Hear, hear."])
    assert [found.place(number) for number in range(3)] == [(1, 0, 11), (1, 12, 23), (2, 0, 11)]


def test_a_cut_sentence_has_places_that_do_not_overlap():
    text = "  " + "go on " * 2000
    found = sentences([text])
    places = [found.place(number)[1:] for number in range(len(found.texts))]
    assert [text[start:end] for start, end in places] == found.texts
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


def test_each_word_has_its_place():
    for sentence in sentences(["One. “Two’s” three.", "Ein ﬁnes Wort."]).texts:
        for word, (start, end) in zip(words(sentence), places(sentence, words(sentence)), strict=True):
            assert words(sentence[start:end]) == (word,)


def test_a_sentence_without_an_end_is_cut_in_the_same_places_on_both_sides():
    text = [f"w{number}" for number in range(3000)]
    ours = sentences([" ".join(text)]).texts
    theirs = set(sentences([" ".join(["put", "in", *text])]).texts)
    assert len(ours) > 10
    assert sum(each in theirs for each in ours) >= len(ours) - 2
