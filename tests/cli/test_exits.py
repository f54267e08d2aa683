"""Exit codes: a table of what the pages came to, and what --fail-on counts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from checker.cli.exits import Exit, FailOn, code_of
from checker.model import Clause, Finding, Outcome, PageOutcome, PageReport, Report, Severity, Suppression, Waiver

CLAUSE = Clause("A copy names its source.")


def page(outcome, *findings, error=None):
    made = tuple(
        Finding("source_attribution", Outcome(how), Severity(severity), "said", CLAUSE) for how, severity in findings
    )
    return PageReport("page.html", PageOutcome(outcome), findings=made, error_code=error)


GOOD = page("compliant", ("passed", "error"))
OWN = page("not_republished")
VIOLATION = page("violation", ("failed", "error"))
LET_PASS = page("compliant", ("failed", "error"))
LET_PASS = replace(
    LET_PASS,
    findings=tuple(replace(each, suppression=Suppression(Waiver.INLINE, "gone")) for each in LET_PASS.findings),
)
LOWERED = page("violation", ("failed", "warning"))
WARNED = page("compliant", ("failed", "warning"))
UNSURE = page("needs_review", ("cant_tell", "error"))
UNKNOWN = page("needs_review")
MISSING = page("error", error="not_found")
FAULT = page("error", error="internal")

# pages -> the codes for --fail-on error, warning, review, never
CODES = [
    pytest.param([GOOD], (0, 0, 0, 0), id="compliant"),
    pytest.param([OWN], (0, 0, 0, 0), id="nothing republished"),
    pytest.param([GOOD, OWN], (0, 0, 0, 0), id="both"),
    pytest.param([WARNED], (0, 1, 1, 0), id="a warning"),
    pytest.param([UNSURE], (0, 0, 1, 0), id="cannot tell"),
    pytest.param([UNKNOWN], (0, 0, 1, 0), id="a copy or not, cannot tell"),
    pytest.param([VIOLATION], (1, 1, 1, 0), id="a violation"),
    pytest.param([VIOLATION, GOOD], (1, 1, 1, 0), id="a violation beside a good page"),
    pytest.param([LET_PASS], (0, 0, 0, 0), id="an error that somebody let pass"),
    pytest.param([LET_PASS, VIOLATION], (1, 1, 1, 0), id="an error that somebody let pass, and one that nobody did"),
    pytest.param([LOWERED], (0, 1, 1, 0), id="an error that is configured as a warning"),
    pytest.param([], (3, 3, 3, 3), id="nothing checked"),
    pytest.param([MISSING], (3, 3, 3, 3), id="unreadable"),
    pytest.param([MISSING, GOOD], (3, 3, 3, 3), id="unreadable beside a good page"),
    pytest.param([MISSING, WARNED], (3, 1, 1, 3), id="unreadable beside a warning"),
    pytest.param([MISSING, VIOLATION], (1, 1, 1, 3), id="unreadable beside a violation"),
    pytest.param([FAULT], (70, 70, 70, 70), id="an internal error"),
    pytest.param([FAULT, VIOLATION, MISSING], (70, 70, 70, 70), id="an internal error beside all else"),
]


@pytest.mark.parametrize(("pages", "codes"), CODES)
def test_the_exit_code(pages, codes):
    report = Report(tuple(pages), datetime(2026, 11, 22, tzinfo=UTC))
    assert (
        tuple(int(code_of(report, how)) for how in (FailOn.ERROR, FailOn.WARNING, FailOn.REVIEW, FailOn.NEVER)) == codes
    )


def test_the_codes_are_those_of_the_contract():
    assert {code.name: int(code) for code in Exit} == {
        "OK": 0,
        "FALLS_SHORT": 1,
        "USAGE": 2,
        "NOT_CHECKED": 3,
        "INTERNAL": 70,
        "INTERRUPTED": 130,
    }
