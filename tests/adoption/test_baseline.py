"""Old findings that are let pass: which, how long, and what becomes of their entries."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.adoption import baseline
from checker.adoption.baseline import Baseline
from checker.errors import UsageError
from checker.model import Outcome, PageOutcome, PageReport, Severity, Waiver

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "baseline.schema.json").read_text("utf-8"))
DAY = date(2026, 11, 27)
LATER = date(2027, 1, 31)


@pytest.fixture
def made(judged, post, tmp_path, monkeypatch):
    """The baseline of a page, until a day."""
    monkeypatch.chdir(tmp_path)
    return Baseline(tmp_path).of([judged(post)], "old debt", "Ann", LATER, DAY)


def failed(page):
    return {finding.requirement for finding in page.findings if finding.stands}


def gone(_):
    return False


def test_all_that_failed_is_in_it_with_reason_owner_and_days(made):
    assert {entry.requirement for entry in made.entries} == {"link_to_original", "copyright_line", "fair_use_notice"}
    assert {(entry.target, entry.reason, entry.owner, entry.expires, entry.created) for entry in made.entries} == {
        ("post.md", "old debt", "Ann", "2027-01-31", "2026-11-27")
    }


def test_it_lets_them_pass_and_they_stay(made, judged, post):
    page = made.applied(judged(post), DAY)
    assert page.outcome is PageOutcome.COMPLIANT
    assert failed(page) == set()
    assert {each.suppression.waiver for each in page.findings if each.suppression} == {Waiver.BASELINE}
    assert {each.suppression.owner for each in page.findings if each.suppression} == {"Ann"}


def test_a_new_finding_fails(made, judged, post):
    page = made.applied(judged(post.replace("By Ann Writer\n\n", "")), DAY)
    assert failed(page) == {"author_credit"}


def test_another_dead_link_is_a_new_finding(made, judged, post):
    page = made.applied(judged(post.replace("(#)", "(https://www.globalresearch.ca/)")), DAY)
    assert failed(page) == {"link_to_original"}
    assert page.outcome is PageOutcome.VIOLATION


def test_the_same_finding_on_another_page_fails(made, judged, post):
    assert failed(made.applied(judged(post, "other.md"), DAY)) == {each.requirement for each in made.entries}


def test_lines_above_change_nothing(made, judged, post):
    assert failed(made.applied(judged(post.replace("By Ann", "A note.\n\nBy Ann")), DAY)) == set()


def test_the_working_folder_changes_nothing(made, judged, post, tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert failed(made.applied(judged(post, "../post.md"), DAY)) == set()
    assert failed(made.applied(judged(post, str(tmp_path / "post.md")), DAY)) == set()
    assert failed(made.applied(judged(post, "post.md"), DAY))


def test_an_entry_holds_on_its_last_day_and_no_longer(made, judged, post):
    page = judged(post)
    assert failed(made.applied(page, LATER)) == set()
    over = date(2027, 2, 1)
    assert failed(made.applied(page, over)) == failed(page)
    assert made.standing([page], gone, over).expired == made.entries
    assert made.standing([page], gone, over).stale == ()


def test_what_cannot_be_told_is_neither_written_down_nor_let_pass(made, judged, post, tmp_path):
    page = judged(post)
    untold = tuple(
        replace(each, outcome=Outcome.CANT_TELL, reason="cut") if each.outcome is Outcome.FAILED else each
        for each in page.findings
    )
    page = replace(page, findings=untold, outcome=PageOutcome.NEEDS_REVIEW)
    assert Baseline(tmp_path).of([page], "x", None, None, DAY).entries == ()
    assert made.applied(page, DAY) == page
    assert made.standing([page], gone, DAY).stale == ()


def test_an_unreadable_page_is_neither_written_down_nor_let_pass(made, tmp_path):
    page = PageReport("post.md", PageOutcome.ERROR, error_code="unreadable", error_message="no")
    assert Baseline(tmp_path).of([page], "x", None, None, DAY).entries == ()
    assert made.applied(page, DAY) == page
    assert made.standing([page], gone, DAY).stale == ()


def test_what_is_let_pass_elsewhere_is_not_written_down(judged, post, tmp_path):
    page = judged(f"{post}\n<!-- creditline-ignore link_to_original: gone -->\n")
    found = Baseline(tmp_path).of([page], "x", None, None, DAY)
    assert {entry.requirement for entry in found.entries} == {"copyright_line", "fair_use_notice"}


def test_mended_findings_are_stale_and_prune_takes_only_them(made, judged, post):
    mended = judged(post.replace("(#)", "(https://www.globalresearch.ca/river/5805670)"))
    stale = made.standing([mended], gone, DAY).stale
    assert [entry.requirement for entry in stale] == ["link_to_original"]
    assert {entry.requirement for entry in made.pruned(stale).entries} == {"copyright_line", "fair_use_notice"}


def test_prune_never_adds(made, judged, post):
    worse = judged(post.replace("By Ann Writer\n\n", ""))
    assert made.pruned(made.standing([worse], gone, DAY).stale) == made


def test_pages_that_were_not_looked_at_are_not_stale(made, judged, post):
    assert made.standing([judged(post, "other.md")], gone, DAY).stale == ()
    assert made.standing([replace(judged(post), incomplete="cut", findings=())], gone, DAY).stale == ()


def test_a_page_of_which_cannot_be_told_whether_it_is_a_copy_leaves_its_entries(made, judged):
    page = judged("# The river\n\nSource: Our Desk\n")
    assert (page.outcome, page.terms) == (PageOutcome.NEEDS_REVIEW, None)
    assert made.standing([page], gone, DAY).stale == ()


def test_a_page_that_is_no_copy_any_more_needs_no_entries(made, judged):
    assert made.standing([judged("# The river\n\nOur own words.\n")], gone, DAY).stale == made.entries


def test_pages_that_are_no_more_are_stale(made):
    assert made.standing([], lambda target: target == "post.md", DAY).stale == made.entries


def test_a_page_of_the_web_is_named_by_its_address(judged, post, tmp_path):
    page = judged(post, "https://our.example/post", url="https://our.example/post")
    found = Baseline(tmp_path).of([page], "x", None, None, DAY)
    assert {entry.target for entry in found.entries} == {"https://our.example/post"}
    assert failed(found.applied(page, DAY)) == set()


def test_reasons_are_kept_beside_the_severity_of_the_terms(made, judged, post):
    found = next(each for each in made.applied(judged(post), DAY).findings if each.requirement == "link_to_original")
    assert (found.outcome, found.severity) == (Outcome.FAILED, Severity.ERROR)


def test_the_file_is_sorted_valid_and_reads_back(made, tmp_path):
    text = baseline.written(replace(made, entries=made.entries[::-1]))
    assert text == baseline.written(made)
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(text))
    (tmp_path / "b.json").write_text(text, "utf-8")
    assert set(baseline.read(tmp_path / "b.json").entries) == set(made.entries)
    assert baseline.read(tmp_path / "b.json").folder == tmp_path


ENTRY = {
    "fingerprint": "0" * 32,
    "target": "a.md",
    "requirement": "x",
    "message": "",
    "reason": "y",
    "owner": None,
    "expires": None,
    "created": "2026-01-01",
}
WRONG = [
    pytest.param("{", "not a JSON file", id="no JSON"),
    pytest.param("[]", "the baseline: [] is not of type 'object'", id="a list"),
    pytest.param({"version": 2, "entries": []}, "version: 1 was expected", id="another version"),
    pytest.param({"version": 1, "entries": [ENTRY | {"reason": " "}]}, "entries.0.reason", id="an empty reason"),
    pytest.param({"version": 1, "entries": [ENTRY, {"target": "x"}]}, "entries.1: 'fingerprint' is a req", id="no key"),
    pytest.param({"version": 1, "entries": [ENTRY | {"x": 1}]}, "entries.0: Additional", id="an unknown key"),
    pytest.param({"version": 1, "entries": [ENTRY | {"expires": "soon"}]}, "entries.0.expires: 'soon'", id="no day"),
    pytest.param(
        {"version": 1, "entries": [ENTRY | {"expires": "2027-02-30"}]}, "entries.0.expires: '2027-02-30' is no day", id="no such day"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "says"), WRONG)
def test_a_bad_file_is_told_with_the_place(tmp_path, content, says):
    file = tmp_path / "b.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    with pytest.raises(UsageError, match=re.escape(says)) as caught:
        baseline.read(file)
    assert "b.json" in str(caught.value)
