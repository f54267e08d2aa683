"""The classes of known edits in made-up articles: none below its floor (benchmarks/edits.py has the whole table)."""

from benchmarks import edits


def test_there_are_enough_edits_of_every_class_and_no_class_is_below_its_floor():
    counts = edits.accuracy(edits.drawn(3), 20, verbose=False)
    assert len(counts) == 12
    assert sum(sum(each.values()) for each in counts.values()) >= 300
    assert {kind: each for kind, each in counts.items() if edits.f1(each) < 0.95} == {}


def test_no_edit_that_the_terms_allow_is_held_against_a_copy():
    count, wrong = edits.wrongly_forbidden(edits.drawn(3), 2, verbose=False)
    assert (count, wrong) == (12, 0)
