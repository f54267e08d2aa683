"""The classes of known edits in made-up articles: none below its floor (benchmarks/edits.py has the whole table)."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("edits_of_copies", ROOT / "benchmarks" / "edits.py")
edits = sys.modules.setdefault("edits_of_copies", importlib.util.module_from_spec(SPEC))
SPEC.loader.exec_module(edits)
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


def test_the_alignment_of_words_is_faster_than_difflib():
    took = edits.speed(edits.drawn(3), 5)
    assert took.difflib > 4 * took.alignment
