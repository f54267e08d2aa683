"""The index of requirement types, the schema that lists them, and pages that were not read whole."""

from pathlib import Path

import pytest

from checker import requirements
from checker.documents.document import Document, Media
from checker.engine import default
from checker.model import Audience
from checker.question import Question
from checker.terms.library import packaged

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "examples" / "us-nato-belarus.md").read_bytes()


def test_every_type_has_a_class_in_a_module_of_its_name():
    for name in set(requirements.TYPES) - set(requirements.REMINDERS):
        kind = requirements.type_of(name)
        assert (kind.__module__, kind.__name__.lower()) == (
            f"checker.requirements.types.{name}",
            name.replace("_", ""),
        )
    modules = {file.stem for file in (ROOT / "checker" / "requirements" / "types").glob("*.py")}
    assert modules == {*requirements.TYPES, "__init__", "reminder"} - set(requirements.REMINDERS)


def test_a_type_takes_the_options_of_the_schema_and_no_other():
    assert requirements.make("link_to_original", {"target": "article_or_home"}).target == "article_or_home"
    with pytest.raises(TypeError):
        requirements.make("link_to_original", {"targt": "article"})


def test_only_what_may_be_forbidden_is_turned_round():
    assert requirements.make("logo", {}, forbidden=True).forbidden is True
    assert requirements.make("no_edits", {}, forbidden=True) == requirements.make("no_edits", {})


@pytest.fixture
def cut_page():
    """The real page, of which all that comes after the first lines was not read."""
    return Document("page.md", SEED[:1500], Media.MARKDOWN, truncated=True)


def test_of_a_page_that_was_not_read_whole_nothing_is_ever_missing(cut_page):
    report = default().check(cut_page, Question(packaged()["globalresearch"]))
    outcomes = {finding.requirement: finding.outcome.value for finding in report.findings}
    assert "failed" not in outcomes.values()
    assert outcomes["copyright_line"] == "cant_tell"
    finding = next(finding for finding in report.findings if finding.requirement == "copyright_line")
    assert finding.reason == "too_large"
    assert "could not be read whole (too large)" in finding.message
    assert (report.outcome, report.incomplete) == ("needs_review", "too_large")


def test_what_is_there_passes_even_so(cut_page):
    report = default().check(cut_page, Question(packaged()["globalresearch"]))
    outcomes = {finding.requirement: finding.outcome.value for finding in report.findings}
    assert outcomes["author_credit"] == "passed"
    assert outcomes["source_attribution"] == "passed"


def test_the_same_page_read_whole_falls_short(cut_page):
    whole = Document("page.md", cut_page.content, Media.MARKDOWN)
    report = default().check(whole, Question(packaged()["globalresearch"]))
    outcomes = {finding.requirement: finding.outcome.value for finding in report.findings}
    assert outcomes["copyright_line"] == "failed"
    assert report.outcome == "violation"


@pytest.mark.parametrize("content", ["<div>" * 5000 + "<p>deep</p>", "<p>It ends here <a hre"], ids=["too deep", "cut"])
def test_html_that_could_not_be_read_whole_is_never_said_to_lack_anything(content):
    report = default().check(
        Document("page.html", content.encode(), Media.HTML), Question(packaged()["globalresearch"])
    )
    assert report.incomplete in {"too_deep", "cut"}
    assert {finding.outcome.value for finding in report.findings} <= {"cant_tell", "passed", "inapplicable"}
    assert report.outcome == "needs_review"


def test_of_a_source_whose_template_writes_the_credit_nothing_is_missing():
    page = Document("page.md", SEED[:1500] + b"\n\n{{< credit >}}\n", Media.MARKDOWN)
    report = default().check(page, Question(packaged()["globalresearch"]))
    finding = next(finding for finding in report.findings if finding.requirement == "copyright_line")
    assert (finding.outcome, finding.reason) == ("cant_tell", "not_in_source")
    assert "“{{< credit >}}” on line" in finding.message
    assert (report.outcome, report.incomplete) == ("needs_review", None)


@pytest.mark.parametrize("audience", ["community", "noncommercial", "commercial", "print"])
def test_what_is_asked_of_other_audiences_is_inapplicable(audience):
    report = default().check(Document("page.md", SEED, Media.MARKDOWN), Question(audience=Audience(audience)))
    permission = next(finding for finding in report.findings if finding.requirement == "permission_required")
    assert permission.outcome == ("cant_tell" if audience in {"commercial", "print"} else "inapplicable")
    assert (permission.reason is None) == (permission.outcome != "cant_tell")
