"""Exit codes."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from checker.model import PageOutcome, Report, Severity
from checker.run import INTERNAL


class Exit(IntEnum):
    """What the program ends with."""

    OK = 0
    FALLS_SHORT = 1
    USAGE = 2
    NOT_CHECKED = 3
    INTERNAL = 70
    INTERRUPTED = 130


class FailOn(StrEnum):
    """What makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    REVIEW = "review"
    NEVER = "never"


def code_of(report: Report, fail_on: FailOn) -> Exit:
    """The exit code of a run. A page that falls short wins over one that could not be read, and Ctrl-C over all."""
    if report.interrupted:
        return Exit.INTERRUPTED
    if any(page.error_code == INTERNAL for page in report.pages):
        return Exit.INTERNAL
    if _falls_short(report, fail_on):
        return Exit.FALLS_SHORT
    if not report.pages or report.count(PageOutcome.ERROR):
        return Exit.NOT_CHECKED
    return Exit.OK


def _falls_short(report: Report, fail_on: FailOn) -> bool:
    if fail_on is FailOn.NEVER:
        return False
    counted = {Severity.ERROR} if fail_on is FailOn.ERROR else {Severity.ERROR, Severity.WARNING}
    failed = any(finding.stands and finding.severity in counted for page in report.pages for finding in page.findings)
    return failed or (fail_on is FailOn.REVIEW and report.count(PageOutcome.NEEDS_REVIEW) > 0)
