"""Who is who: publishers by the names that pages give them."""

import pytest

from checker.terms.directory import Agency, Directory
from checker.terms.library import packaged

NAMES = [
    pytest.param("ProPublica", True, id="its name"),
    pytest.param("the propublica", True, id="an article, no capitals"),
    pytest.param("ProPublica Website", True, id="a word behind it"),
    pytest.param("ProPublica's website", True, id="what it has"),
    pytest.param("ProPublica’s weekly newsletter", True, id="what it has, in two words"),
    pytest.param("the ProPublica news service", True, id="what it is"),
    pytest.param("propublica.org", True, id="its domain"),
    pytest.param("ProPublica Review Board", False, id="another name that begins so"),
    pytest.param("friends of ProPublica", False, id="words before it"),
    pytest.param("the website", False, id="nobody's name"),
]


def test_words_in_small_letters_are_no_name_that_is_one_word():
    directory = Directory(packaged().profiles)
    assert (directory.named("the ground up"), directory.is_exactly("ground up")) == (None, False)
    assert directory.named("groundup").id == directory.named("the GroundUp").id == "groundup"


@pytest.mark.parametrize(("name", "known"), NAMES)
def test_a_publisher_by_name(name, known):
    found = Directory(packaged().profiles).named(name)
    assert (found is not None and found.id == "propublica") is known


def test_a_mark_that_several_agencies_have_names_none_of_them():
    one, other = (
        Agency("Valley Wire", (), ("wire.example",), ("VW", "VALLEY")),
        Agency("Vale Wire", (), ("vale.example",), ("VW",)),
    )
    marks = Directory((), (one, other)).marks
    assert {mark: known.name for mark, known in marks.items()} == {"VW": "VW", "VALLEY": "Valley Wire"}
