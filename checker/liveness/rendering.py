"""What scripts do to a page's credits. Readers see the page that scripts made, so that one decides."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.errors import TargetError
from checker.model import (
    Acknowledgement,
    Clause,
    Evidence,
    Finding,
    Outcome,
    PageOutcome,
    PageReport,
    Rendering,
    Severity,
)
from checker.page.page import Page

_CLAUSE = Clause("A page is judged by all that it shows to readers.")
_BY_SCRIPTS = {
    Outcome.PASSED: " Only with scripts: without them it is not met.",
    Outcome.FAILED: " Scripts do that: without them it is met.",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A page, and the report on it."""

    page: Page
    report: PageReport


def settled(plain: Seen, shown: Seen) -> PageReport:
    """The report on a page as its scripts made it, beside the same page without them."""
    before, now = _Sight(plain, frozenset({None, "noscript"})), _Sight(shown, frozenset({None}))
    rendering = Rendering(plain.report.outcome, now.beyond(before), before.beyond(now))
    findings = tuple(_told(finding, plain.report, before) for finding in shown.report.findings)
    return replace(shown.report, findings=findings, rendering=rendering)


def unrendered(plain: PageReport, error: TargetError) -> PageReport:
    """The report on a page that the browser could not show: what its scripts add or take away cannot be told."""
    problem = str(error).removeprefix(f"{plain.url or plain.target}: ")
    rendering = Rendering(plain.outcome, problem=problem)
    if plain.error_code or plain.outcome is PageOutcome.NOT_REPUBLISHED:
        return replace(plain, rendering=rendering)
    finding = Finding(
        "page",
        Outcome.CANT_TELL,
        Severity.ERROR,
        f"What scripts make of the page was not seen: {problem}.",
        _CLAUSE,
        reason="not_rendered",
        type="page",
    )
    outcome = PageOutcome.NEEDS_REVIEW if plain.outcome is PageOutcome.COMPLIANT else plain.outcome
    return replace(plain, outcome=outcome, findings=(*plain.findings, finding), rendering=rendering)


class _Sight:
    """What readers see of a page: its usable acknowledgements, its text and its links. Without scripts, `noscript` is seen too.

    Of a page that is nobody's copy no acknowledgements are told, though a byline stands there all the same.
    """

    def __init__(self, seen: Seen, shown: frozenset[str | None]) -> None:
        blocks = [block for block in seen.page.blocks if block.hidden_by in shown]
        self._acks = [ack for ack in seen.report.acknowledgements if ack.hidden_by in shown and not ack.broken]
        self._keys = {(ack.kind, ack.evidence.text, ack.evidence.href) for ack in self._acks}
        self._text = "\n".join(block.text for block in blocks)
        self._hrefs = {link.href for block in blocks for link in block.links}

    def beyond(self, other: _Sight) -> tuple[Acknowledgement, ...]:
        """The acknowledgements that are not on the other page."""
        return tuple(
            ack
            for ack in self._acks
            if (ack.kind, ack.evidence.text, ack.evidence.href) not in other._keys and not other.has(ack.evidence)
        )

    def has(self, evidence: Evidence) -> bool:
        """True where a stretch of text, with its link if it has one, stands there for readers."""
        return evidence.text in self._text and (evidence.href is None or evidence.href in self._hrefs)


def _told(finding: Finding, plain: PageReport, before: _Sight) -> Finding:
    """A finding that comes out as it does thanks to scripts says so."""
    met = any(each.requirement == finding.requirement and each.outcome is Outcome.PASSED for each in plain.findings)
    if plain.terms is None:
        # Nobody judged the page without its scripts: what stands there all the same is not theirs.
        met = finding.outcome is Outcome.PASSED and all(map(before.has, finding.evidence))
    by_scripts = met if finding.outcome is Outcome.FAILED else not met
    said = _BY_SCRIPTS.get(finding.outcome) if by_scripts else None
    return replace(finding, message=finding.message + said) if said else finding
