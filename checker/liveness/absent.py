"""Pages that could not be had: neither a pass nor a failure, and told with a reason."""

from __future__ import annotations

from dataclasses import replace

from checker.errors import TargetError
from checker.model import Clause, Finding, Outcome, PageOutcome, PageReport, Severity

_CLAUSE = Clause("A page is judged by all that it shows to readers.")
UNTOLD = frozenset(
    {
        "blocked",
        "challenge",
        "consent_wall",
        "disallowed",
        "js_required",
        "not_html",
        "paywall",
        "rate_limited",
    }
)
"""Reasons for which the page may well be there and in order: that cannot be told."""
INCONCLUSIVE = frozenset({"challenge", "consent_wall", "paywall"})
"""What stands in front of a page for some readers: who asks again may see the page, so such an answer is not kept."""
_WALLS = {
    "challenge": "the server asks for proof that a person is reading",
    "consent_wall": "a question about cookies stands in front of the page",
    "js_required": "only scripts put the text on the page; run them in a browser with --render",
    "parked": "there is no page: the domain is for sale, or nobody uses it",
    "soft_404": "there is no page: the server says that all is well, and the page that nothing was found",
}
_UNFILLED = "only scripts put the text on the page, and in a browser they did not"


def lost(target: str, error: TargetError) -> PageReport:
    """The report on a page that could not be fetched."""
    return _report(PageReport(target, PageOutcome.ERROR), error.code, str(error).removeprefix(f"{target}: "))


def judged(report: PageReport, *, rendered: bool = False) -> PageReport:
    """The report on a page that was fetched, or as scripts made it: an error where something else stood in its place."""
    said = _UNFILLED if rendered and report.incomplete == "js_required" else _WALLS.get(report.incomplete or "")
    if said is None:
        return report
    bare = PageReport(report.target, PageOutcome.ERROR, report.url, incomplete=report.incomplete, digest=report.digest)
    return _report(bare, report.incomplete or "", said)


def _report(report: PageReport, code: str, message: str) -> PageReport:
    finding = Finding(
        "page",
        Outcome.CANT_TELL,
        Severity.ERROR,
        f"The page was not had: {message}.",
        _CLAUSE,
        reason=code,
        type="page",
    )
    findings = (finding,) if code in UNTOLD else ()
    return replace(report, error_code=code, error_message=message, findings=findings)
