"""JUnit XML, read by another program."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

import checker
from checker.model import Fix, PageOutcome, PageReport, Suppression, Waiver
from checker.report import junit

SITE = Path(__file__).parents[2] / "examples" / "community-site"


def read(report):
    return JUnitXml.fromstring(junit.write(report).encode())


def test_a_real_site_one_suite_a_page_and_one_case_a_requirement():
    report = checker.check([str(SITE), "missing.html"])
    suites = list(read(report))
    assert [suite.name for suite in suites] == [page.target for page in report.pages]
    for suite, page in zip(suites, report.pages, strict=True):
        assert len(list(suite)) == len(page.findings) or not page.findings
        assert suite.tests == len(list(suite))


def test_the_sums_are_those_of_the_cases():
    whole = read(checker.check([str(SITE), "missing.html"]))
    results = [type(result) for suite in whole for case in suite for result in case.result]
    assert (whole.failures, whole.errors, whole.skipped) == tuple(map(results.count, (Failure, Error, Skipped)))
    assert whole.tests == sum(len(list(suite)) for suite in whole)
    assert datetime.fromisoformat(etree.fromstring(whole.tostring()).get("timestamp"))


OUTCOMES = {
    "passed": ({"outcome": "passed"}, None, None),
    "failed": ({"fix": Fix("<p>", "x")}, Failure, "Nothing links to the original."),
    "failed, a wish": ({"severity": "warning"}, Failure, "Nothing links to the original."),
    "cannot tell": (
        {"outcome": "cant_tell", "reason": "metadata_only"},
        Skipped,
        "Cannot tell (metadata only): Nothing links to the original.",
    ),
    "cannot tell, no page's fault": (
        {"outcome": "cant_tell", "severity": "note", "reason": "reminder"},
        Skipped,
        "Cannot tell (reminder): Nothing links to the original.",
    ),
    "does not apply": ({"outcome": "inapplicable"}, Skipped, "Does not apply: Nothing links to the original."),
    "suppressed": (
        {"suppression": Suppression(Waiver.INLINE, "agreed by mail")},
        Skipped,
        "Suppressed (inline: agreed by mail): Nothing links to the original.",
    ),
}


@pytest.mark.parametrize(("finding", "kind", "message"), OUTCOMES.values(), ids=OUTCOMES)
def test_outcomes(report_of, finding_of, judged, finding, kind, message):
    ((case,),) = read(report_of(judged(finding_of(**finding))))
    assert (case.classname, case.name) == ("example", "link_to_original: The copy links back.")
    assert [(type(result), result.message) for result in case.result] == ([(kind, message)] if kind else [])


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_a_failure_has_its_severity_and_what_mends_it(report_of, finding_of, judged, severity):
    ((case,),) = read(report_of(judged(finding_of("failed", severity, fix=Fix("<p>By Ann</p>", "By *Ann*")))))
    (failure,) = case.result
    assert failure.type == severity
    assert failure.text.splitlines()[1:] == ["Terms: The copy links back.", "To mend it: By *Ann*"]


def test_an_unreadable_page_is_an_error(report_of, unreadable):
    ((case,),) = read(report_of(unreadable()))
    (error,) = case.result
    assert (type(error), error.type) == (Error, "not_found")
    assert "no such file" in error.message


def test_a_page_that_may_be_a_copy_is_skipped_and_nobodys_copy_is_well(report_of):
    (perhaps,), (nobodys,) = read(
        report_of(PageReport("a.md", PageOutcome.NEEDS_REVIEW), PageReport("b.md", PageOutcome.NOT_REPUBLISHED))
    )
    assert [type(result) for result in perhaps.result] == [Skipped]
    assert nobodys.is_passed


@given(text=st.text(st.characters()))
def test_whatever_a_page_says_it_is_well_formed(report_of, page_with, text):
    """All of Unicode, control characters and lone surrogates with it."""
    root = etree.fromstring(junit.write(report_of(page_with(text, target=f"{text}.html"))).encode())
    assert [suite.tag for suite in root] == ["testsuite"]
    assert len(root.findall("testsuite/testcase")) == 4
