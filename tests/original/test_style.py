"""The words of each language's file."""

import pytest

from checker import data
from checker.original.style import language, style

TAGS = sorted(file.stem for file in (data.folder("rules") / "edits").glob("*.toml"))


@pytest.mark.parametrize("tag", TAGS)
def test_a_file_is_in_lower_case_and_has_words_for_all(tag):
    known = style(tag)
    assert known.common and known.honorifics and known.same and known.numbers and known.host_starts  # noqa: PT018
    assert known.time.relative and known.time.words and known.place.relative  # noqa: PT018
    said = [*known.common, *known.abbreviations, *known.same, *known.time.all, *known.place.all, *known.host_within]
    assert [word for word in said if word != word.lower()] == []


@pytest.mark.parametrize("tag", TAGS)
def test_the_commonest_words_tell_the_language(tag):
    assert language([*sorted(style(tag).common), *["mill"] * 20]) == tag


def test_a_text_of_no_known_language():
    assert language(["kvarnen", "brann", "i", "går", "säger", "mjölnaren"]) is None
    assert language([]) is None


# (words, words that are the same in another style)
SAME = [
    ("colour", "color"),
    ("harbour's centre's catalogue's", "harbor's center's catalog's"),
    ("twenty five", "25"),
    ("mr holm", "holm"),
    ("3 march 2024", "march 3rd 2024"),
    ("u s", "us"),
    ("£ 41 million", "41 million pounds"),
    ("$ 2.5bn", "2.5 billion dollars"),
]
FOREIGN = [
    ("de", "dreißig", "30"),
    ("de", "neunzig", "90"),
    ("de", "maerz über fuenf", "märz ueber fünf"),
    ("de", "41 mio €", "41 millionen euro"),
    ("fr", "cœur", "coeur"),
    ("fr", "1 200", "1200"),
    ("fr", "quatre vingt dix", "90"),
    ("fr", "soixante treize", "73"),
    ("es", "diecisiete", "17"),
    ("es", "1.200.000", "1 200 000"),
    ("pt", "oitenta", "80"),
]
OTHER = [
    ("four", "for"),
    ("tour", "tor"),
    ("1 5", "15"),
    ("3 march", "4 march"),
    ("holm", "lind"),
    ("two three", "5"),
    ("$ 5", "5 euro"),
]
OTHER += [("5 m", "5 million")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_another_style(one, other):
    assert style("en").canonical(one.split()) == style("en").canonical(other.split())


@pytest.mark.parametrize(("tag", "one", "other"), FOREIGN)
def test_the_same_in_another_style_of_another_language(tag, one, other):
    assert style(tag).canonical(one.split()) == style(tag).canonical(other.split())


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_words(one, other):
    assert style("en").canonical(one.split()) != style("en").canonical(other.split())


def test_tags():
    assert style("en-GB") is style("EN_us") is style(None) is style("en")
    assert style("tlh").host_within == style("en").host_within
    assert style("tlh").canonical(["e", "mail"]) == style("tlh").canonical(["email"])
