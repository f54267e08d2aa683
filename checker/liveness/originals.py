"""The original of a page on the web: at which address it is, and why it was not had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checker.documents.web.answer import without_login
from checker.liveness import settle
from checker.liveness.landing import Reached, landing
from checker.model import End, Finding, Landing, OriginalUsed, Outcome, PageReport
from checker.original.original import Original
from checker.page import address
from checker.page.identity import same_page

UNAVAILABLE = "original_unavailable"
_PARTS: Mapping[str, tuple[str, str]] = {
    "paywall": ("paywall", "it is behind a paywall"),
    "js_required": ("js_required", "only scripts put its text on the page"),
    "not_html": ("not_html", "what stands there is no page of text"),
    "too_large": ("too_large", "it is too large to be read whole"),
    "cut": ("parse_truncated", "its page breaks off, so not all of it could be read"),
    "too_many": ("parse_truncated", "it has more on it than is looked at"),
    "entities": ("parse_truncated", "it has entities of its own"),
    "garbled": ("parse_truncated", "parts of it are no text in its encoding"),
    "not_text": ("not_html", "what stands there is no page of text"),
    "too_deep": ("parse_truncated", "its page is nested too deep to be read whole"),
}
"""By why not all of a page was had that is where it should be: the reason of the findings, and a clause."""
REASONS = frozenset(reason for reason, _ in _PARTS.values())


@dataclass(frozen=True, slots=True)
class Look:
    """What was found behind an address, and the original that stands there; None where it could not be had."""

    reached: Reached
    original: Original | None = None


def address_of(report: PageReport) -> str | None:
    """Where a copy's original is, as far as the page tells; as the page's own link says it, where one leads there and not to an archive."""
    url = report.recognition.original_url
    if not report.recognition.republished or url is None:
        return None
    return next((link for link in settle.links_back(report).values() if same_page(link, url) and _is_direct(link)), url)


def _is_direct(link: str) -> bool:
    found = address.parse(link)
    return found is not None and found.url == link


def nowhere(report: PageReport) -> PageReport:
    """The report on a copy that does not say where its original is."""
    return _without(report, OriginalUsed(None, UNAVAILABLE, "the page does not say where it is"))


def had(report: PageReport, url: str, look: Look) -> Original | None:
    """The original that a look at an address found, if an article stands there; its address is the one that was asked for.

    Whether it is the page's, its text tells better than its address and its title.
    """
    found = landing(url, url, look.reached, report.article.title)
    there = found.end in {End.ORIGINAL, End.ANOTHER_PAGE}
    return replace(look.original, url=without_login(url)) if look.original and there else None


def proved(report: PageReport, url: str, found: Landing) -> Landing:
    """Where a link leads: to the original, where the page was compared with what stands there."""
    used = report.original
    compared = used is not None and used.url == url and used.reason is None
    return replace(found, end=End.ORIGINAL) if compared and found.end is End.ANOTHER_PAGE else found


def missed(report: PageReport, url: str, look: Look) -> PageReport:
    """The report on a copy whose original was looked for in vain: what needs it cannot be told, and why."""
    found = landing(url, url, look.reached, report.article.title)
    if found.end is End.ORIGINAL:
        reason, message = _PARTS.get(look.reached.missing or "", (UNAVAILABLE, "it could not be read"))
    else:
        untold = settle.UNTOLD.get(found.end) if found.end is not End.ANOTHER_PAGE else None
        reason, message = untold[0] if untold else UNAVAILABLE, settle.said(found)
    return _without(report, OriginalUsed(without_login(url), reason, message))


def explained(report: PageReport) -> PageReport:
    """The report with why the original was not had on each finding that waits for it."""
    return _without(report, report.original) if report.original and report.original.reason else report


def _without(report: PageReport, used: OriginalUsed) -> PageReport:
    findings = tuple(_told(finding, used) if _waits(finding) else finding for finding in report.findings)
    return replace(report, findings=findings, original=used)


def _waits(finding: Finding) -> bool:
    return finding.outcome is Outcome.CANT_TELL and finding.reason == UNAVAILABLE


def _told(finding: Finding, used: OriginalUsed) -> Finding:
    return replace(finding, reason=used.reason, message=f"{finding.message} It could not be had: {used.message}.")
