"""What following its links makes of a page: a link to the original that leads nowhere is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from checker.documents.web.answer import whole
from checker.engine import outcome_of
from checker.model import End, Finding, Kind, Landing, Outcome, PageReport
from checker.page import address
from checker.page.address import Target

_MOST = 10
_TYPE = "link_to_original"
_DEAD: Mapping[End, str] = {
    End.GONE: "there is nothing any more (the server answers {status})",
    End.SOFT_404: "the page there says that nothing was found",
    End.PARKED: "the domain is for sale, or nobody uses it",
    End.HOME_PAGE: "it leads on to a home page, {url}",
}
UNTOLD: Mapping[End, tuple[str, str]] = {
    End.ANOTHER_PAGE: ("another_page_linked", "it leads on to another page, {url}"),
    End.UNAVAILABLE: ("original_unavailable", "there was no answer that tells"),
    End.BLOCKED: ("blocked", "the server refuses (it answers {status})"),
    End.RATE_LIMITED: ("rate_limited", "the server asks to be left alone for a while"),
    End.CHALLENGE: ("challenge", "the server asks for proof that a person is reading"),
    End.CONSENT_WALL: ("consent_wall", "a question about cookies stands in front of it"),
    End.DISALLOWED: ("disallowed", "robots.txt asks not to fetch it"),
    End.OFFLINE: ("offline", "it is not in the cache, and the call says --offline"),
}


def links_back(report: PageReport) -> dict[str, str]:
    """The links to the original and to its publisher that readers can follow: as they stand on the page, with their whole addresses."""
    found = [ack.evidence.href for ack in report.acknowledgements if _leads_back(ack.kind) and ack.visible_text]
    found += [evidence.href for finding in report.findings if _is_shown(finding) for evidence in finding.evidence]
    placed = ((href, whole(report.url or "", href.strip())) for href in dict.fromkeys(found) if href)
    return dict([(href, url) for href, url in placed if address.parse(url)][:_MOST])


def settled(report: PageReport, landings: Iterable[Landing]) -> PageReport:
    """The report with where its links lead, and the findings on the link to the original judged by it."""
    by_href = {landing.href: landing for landing in landings}
    findings = tuple(_settled(finding, by_href) if _is_shown(finding) else finding for finding in report.findings)
    outcome = outcome_of(findings) if findings != report.findings else report.outcome
    return replace(report, findings=findings, outcome=outcome, links=tuple(by_href.values()))


def is_right(landing: Landing) -> bool:
    """True where a link leads to what it names: the original, or a home page where it names one."""
    named = address.parse(landing.redirects[0] if landing.redirects else landing.url or "")
    home = landing.end is End.HOME_PAGE and named is not None and named.target is Target.HOME
    return home or landing.end is End.ORIGINAL


def said(landing: Landing) -> str:
    """What is wrong with where a link leads, as a clause."""
    text = _DEAD[landing.end] if landing.end in _DEAD else UNTOLD[landing.end][1]
    return text.format(status=landing.status, url=landing.url)


def _leads_back(kind: Kind) -> bool:
    return kind in {Kind.LINK_TO_ORIGINAL, Kind.LINK_TO_PUBLISHER}


def _is_shown(finding: Finding) -> bool:
    """True for a finding that passed because such a link is there."""
    return finding.outcome is Outcome.PASSED and _TYPE in (finding.type or "").split("+")


def _settled(finding: Finding, landings: Mapping[str, Landing]) -> Finding:
    followed = [landings[each.href] for each in finding.evidence if each.href and each.href in landings]
    if not followed:
        return finding
    if good := next(filter(is_right, followed), None):
        hops = len(good.redirects)
        on = f" (through {hops} redirect{'s' * (hops > 1)}, at {good.url})" if hops else ""
        return replace(finding, message=f"{finding.message} It answers{on}.")
    untold = next((each for each in followed if each.end in UNTOLD), None)
    # What could be met in another way, or asks for more than the link, is not missing for certain.
    if untold or finding.type != _TYPE:
        return _cant_tell(finding, untold or followed[0])
    return replace(
        finding,
        outcome=Outcome.FAILED,
        message=f"The link to the original is dead: {_shown(followed[0])}, {said(followed[0])}.",
    )


def _cant_tell(finding: Finding, landing: Landing) -> Finding:
    reason = UNTOLD[landing.end][0] if landing.end in UNTOLD else "link_dead"
    message = f"Whether the link leads to the original cannot be told: {_shown(landing)}, {said(landing)}."
    return replace(finding, outcome=Outcome.CANT_TELL, reason=reason, message=message)


def _shown(landing: Landing) -> str:
    return landing.redirects[0] if landing.redirects else landing.url or landing.href
