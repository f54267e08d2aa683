"""A copy that credits nobody at all: by no terms can that be right, whether the publisher's are known or not."""

from __future__ import annotations

from dataclasses import replace

from checker.engine import outcome_of
from checker.model import Clause, Finding, Outcome, PageReport, Severity
from checker.terms.library import GOOD_PRACTICE

_CLAUSE = Clause("Whoever takes over a text says whose it is.")
_MESSAGE = "The page has the original's text and says nowhere whose it is: it names neither source nor author, and links to no original."


def blamed(report: PageReport) -> PageReport:
    """The report on a copy. Where nobody's terms are known, good practice only warns, so an error says that there is no credit at all."""
    asked = report.terms is not None and report.terms.id == GOOD_PRACTICE
    if not asked or any(finding.outcome is not Outcome.FAILED for finding in report.findings):
        return report
    finding = Finding("uncredited_copy", Outcome.FAILED, Severity.ERROR, _MESSAGE, _CLAUSE, type="uncredited_copy")
    findings = (finding, *report.findings)
    return replace(report, findings=findings, outcome=outcome_of(findings))
