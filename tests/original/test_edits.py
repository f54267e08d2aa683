"""The classes of known edits in made-up articles: none below its floor (benchmarks/edits.py has the whole table)."""

import pytest

from benchmarks import edits

COUNTS = edits.accuracy(edits.drawn(3), 20, verbose=False)


def test_there_are_enough_edits_of_every_class():
    assert len(COUNTS) == 12
    assert sum(sum(each.values()) for each in COUNTS.values()) >= 300


@pytest.mark.parametrize("kind", sorted(COUNTS))
def test_no_class_is_below_its_floor(kind):
    assert edits.f1(COUNTS[kind]) >= 0.95, COUNTS[kind]


def test_no_edit_that_the_terms_allow_is_held_against_a_copy():
    count, wrong = edits.wrongly_forbidden(edits.drawn(3), 2, verbose=False)
    assert (count, wrong) == (12, 0)
