"""Whole pages, made up but built as real systems build them, each beside what must come out of it."""

import tomllib
from pathlib import Path

import pytest

import checker
from checker.report import json

PAGES = Path(__file__).parent / "pages"
CASES = sorted(path.parent for path in PAGES.glob("*/*/expected.toml"))


@pytest.fixture(params=CASES, ids=lambda folder: folder.relative_to(PAGES).as_posix())
def case(request):
    """What is expected of a page, and its report."""
    folder = request.param
    (path,) = folder.glob("page.*")
    (report,) = checker.check([str(path)]).pages
    return tomllib.loads((folder / "expected.toml").read_text("utf-8")), json.page(report)


def test_a_page_comes_out_as_expected(case):
    expected, page = case
    assert page["error"] is None
    assert (page["outcome"], page["republished"]) == (expected["outcome"], expected.get("republished")), page["reasons"]
    publisher = page["publisher"] or {"id": None, "domain": None, "name": None}
    assert expected.get("publisher") in ([*publisher.values()] if page["publisher"] else [None])
    assert page["article"]["url"] == expected.get("original")
    if "authors" in expected:
        assert page["article"]["authors"] == expected["authors"]
    failed = {finding["requirement"]: finding["message"] for finding in page["findings"] if is_failed(finding)}
    assert sorted(failed) == sorted(expected.get("failed", [])), failed


def test_a_page_acknowledges_what_is_expected(case):
    expected, page = case
    found = page["acknowledgements"]
    for wanted in expected.get("found", []):
        of_kind = [ack for ack in found if ack["kind"] == wanted["kind"]]
        assert any(is_wanted(ack, wanted) for ack in of_kind), (wanted, of_kind)
    for unwanted in expected.get("absent", []):
        visible = [ack for ack in found if not ack["hidden"] and "broken" not in ack]
        assert unwanted["kind"] not in {ack["kind"] for ack in visible}, visible


def is_failed(finding):
    return finding["outcome"] == "failed"


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
