"""Whole pages, made up but built as real systems build them, each beside what must come out of it."""

from pathlib import Path

import pytest

from checker import engine, trial
from checker.report import json
from checker.terms.library import packaged

PAGES = Path(__file__).parent / "pages"
CASES = trial.cases(PAGES)
GENERAL = {"good-practice", "hidden", "not-a-copy"}


@pytest.fixture(params=CASES, ids=lambda folder: folder.relative_to(PAGES).as_posix(), scope="module")
def case(request):
    """What is expected of a page, and what came out."""
    return trial.read(request.param), trial.run(request.param, engine.default(), packaged())


def test_a_page_comes_out_as_expected(case):
    _, done = case
    assert done.differences == ()


def test_a_page_acknowledges_what_is_expected(case):
    expected, done = case
    found = json.page(done.report)["acknowledgements"]
    for wanted in expected.get("found", []):
        of_kind = [ack for ack in found if ack["kind"] == wanted["kind"]]
        assert any(is_wanted(ack, wanted) for ack in of_kind), (wanted, of_kind)
    for unwanted in expected.get("absent", []):
        visible = [ack for ack in found if not ack["hidden"] and "broken" not in ack]
        assert unwanted["kind"] not in {ack["kind"] for ack in visible}, visible


def is_wanted(ack, wanted):
    """True for an acknowledgement with all that is asked for; `names` and `text` may hold more."""
    return (
        set(wanted.get("names", [])) <= set(ack["names"])
        and " ".join(wanted.get("text", "").split()) in " ".join(ack["text"].split())
        and all(ack[key] == wanted[key] for key in ("href", "hidden", "line") if key in wanted)
    )


def test_every_folder_is_a_case():
    folders = {path for path in PAGES.glob("*/*") if path.is_dir()}
    assert folders == set(CASES)


@pytest.mark.parametrize("pack", [name for name in packaged() if name != "good-practice"])
def test_every_pack_has_a_page_that_is_well_and_one_that_is_not(pack):
    outcomes = {trial.read(folder)["outcome"] for folder in CASES if folder.parent.name == pack}
    assert "compliant" in outcomes
    assert outcomes & {"violation", "needs_review"}


def test_every_group_of_pages_is_a_pack_s_or_general():
    assert {folder.parent.name for folder in CASES} <= {*packaged(), *GENERAL}
