"""What scripts do to a page's credits. Readers see the page that scripts made, so that one decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.errors import TargetError
from checker.model import (
    Acknowledgement,
    Clause,
    Finding,
    Outcome,
    PageOutcome,
    PageReport,
    Rendering,
    Severity,
)

_CLAUSE = Clause("A page is judged by all that it shows to readers.")
_BY_SCRIPTS = {
    Outcome.PASSED: " Only with scripts: without them it is not met.",
    Outcome.FAILED: " Scripts do that: without them it is met.",
}


def settled(plain: PageReport, shown: PageReport) -> PageReport:
    """The report on a page as its scripts made it, beside the same page without them."""
    before, now = _seen(plain.acknowledgements), _seen(shown.acknowledgements)
    rendering = Rendering(plain.outcome, _without(now, before), _without(before, now))
    met = {finding.requirement for finding in plain.findings if finding.outcome is Outcome.PASSED}
    findings = tuple(_told(finding, met) for finding in shown.findings)
    return replace(shown, findings=findings, rendering=rendering)


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


def _told(finding: Finding, met: set[str]) -> Finding:
    """A finding that comes out as it does thanks to scripts says so."""
    by_scripts = (finding.outcome is Outcome.FAILED) == (finding.requirement in met)
    said = _BY_SCRIPTS.get(finding.outcome) if by_scripts else None
    return replace(finding, message=finding.message + said) if said else finding


def _seen(found: Sequence[Acknowledgement]) -> list[Acknowledgement]:
    """What readers can see and use; without scripts that is what stands in `noscript`, too."""
    return [ack for ack in found if ack.usable or (ack.hidden_by == "noscript" and not ack.broken)]


def _without(found: Sequence[Acknowledgement], others: Sequence[Acknowledgement]) -> tuple[Acknowledgement, ...]:
    known = set(map(_key, others))
    return tuple(ack for ack in found if _key(ack) not in known)


def _key(ack: Acknowledgement) -> tuple[object, ...]:
    return ack.kind, " ".join(ack.evidence.text.split()), ack.evidence.href
