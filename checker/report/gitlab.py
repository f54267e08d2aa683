"""The report for GitLab's merge requests: a code quality report (GitLab's subset of the Code Climate format)."""

from __future__ import annotations

from typing import Any

from checker.model import Report, Severity
from checker.page.text import printable
from checker.report import inert
from checker.report.remarks import Remark, remarks

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(report: Report) -> str:
    """The whole report: one object a remark, with what cannot be told and what is suppressed as `info`."""
    return inert.dumps([_issue(remark) for page in report.pages for remark in remarks(page)], indent=1) + "\n"


def _issue(remark: Remark) -> dict[str, Any]:
    page = f" Page: {printable(remark.page.target)}" if remark.is_live else ""
    return {
        "description": remark.text + page,
        "check_name": remark.rule,
        "fingerprint": remark.fingerprint,
        "severity": _SEVERITIES[remark.severity],
        "location": {"path": remark.path, "lines": {"begin": remark.line}},
    }
