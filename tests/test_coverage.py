"""How much of real terms the packs express: the figure, and the table that says what they do not."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SPEC = importlib.util.spec_from_file_location("coverage_of_terms", ROOT / "benchmarks" / "coverage.py")
coverage = sys.modules.setdefault("coverage_of_terms", importlib.util.module_from_spec(SPEC))


@pytest.fixture(scope="module")
def clauses():
    """The labelled clauses, where they are at hand."""
    SPEC.loader.exec_module(coverage)
    if not coverage.FOLDER.is_dir():
        pytest.skip("the labelled terms are not at hand")
    return coverage.clauses(coverage.FOLDER)


def test_nearly_all_that_a_machine_can_check_is_expressed(clauses):
    checkable = [clause for clause in clauses if clause.checkable]
    assert len(checkable) > 300
    assert len(coverage.missing(checkable)) / len(checkable) <= 0.05


def test_the_table_in_the_documentation_is_fresh(clauses):
    assert coverage.TABLE.read_text("utf-8") == coverage.table(clauses)


def test_every_gap_has_its_reason(clauses):
    assert "no reason given" not in coverage.table(clauses)
