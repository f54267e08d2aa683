"""What the types of requirement are called in a draft."""

import pytest

from checker.requirements import TYPES
from checker.terms.drafting import kinds
from checker.terms.pack import Strength

KINDS = kinds.kinds()


def test_every_type_can_be_drafted():
    assert set(KINDS) == set(TYPES)


@pytest.mark.parametrize("kind", [pytest.param(kind, id=name) for name, kind in KINDS.items()])
def test_a_kind_makes_sense(kind):
    assert {kind.strength, *kind.takes, *filter(None, kind.clauses)} <= {each.value for each in Strength}
    assert set(kind.needs) <= set(kind.options)
    assert all(clause.endswith(".") for clause in kind.clauses.values())


def test_clauses_are_told_by_strength():
    assert KINDS["headline_change"].clauses["may"] != KINDS["headline_change"].clauses[""]


def test_phrases_word_the_values_of_options():
    assert kinds.phrases()["target"]["home"] == "the publisher's home page"
