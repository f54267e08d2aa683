"""A version of terms and a case -> findings: conditions, strengths and alternatives, in one place for all types."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.model import Clause, Finding, Kind, Outcome, Severity
from checker.requirements import make, type_of
from checker.requirements.case import Case, Verdict, cant_tell, evidence_of, failed, passed, quoted
from checker.requirements.requirement import Bound
from checker.terms.conditions import NEEDS_ORIGINAL
from checker.terms.pack import Demand, Gate, Strength, Test, Version

_SEVERITIES = {
    Strength.MUST: Severity.ERROR,
    Strength.MUST_NOT: Severity.ERROR,
    Strength.ASK_FIRST: Severity.ERROR,
    Strength.SHOULD: Severity.WARNING,
    Strength.MAY: Severity.NOTE,
}
_NOTES = frozenset({"original_unavailable", "reminder"})
"""Reasons for which no page is to blame: without the original nobody could tell, and a reminder never could."""
_REFUSAL = Clause("What a publisher excepts from republication is republished with its permission alone.")
_HAVE_OWN_NAMES = frozenset({"too_large", "paywall", "challenge", "consent_wall", "js_required", "parked", "soft_404"})
"""Why a page was not read whole, where that is a reason of findings too."""


@dataclass(frozen=True, slots=True)
class Permits:
    """The permissions of a version: the demands that they take back, surely or perhaps, and the facts that hang on."""

    granted: frozenset[str]
    perhaps: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Unseen:
    """Why not all that readers see was read: the reason of findings, and a sentence without its full stop."""

    reason: str
    message: str


def not_read(incomplete: str) -> Unseen:
    """A page that was not read whole."""
    reason = incomplete if incomplete in _HAVE_OWN_NAMES else "parse_truncated"
    return Unseen(reason, f"The page could not be read whole ({incomplete.replace('_', ' ')})")


def judge(version: Version, case: Case, unseen: Unseen | None) -> tuple[Finding, ...]:
    """What becomes of each requirement. Of a page that was not seen whole, nothing is ever missing."""
    for gate in version.gates:
        if gate.when.holds(case.facts):
            return _closed(gate, version, case)
    permits = _permits(version, case)
    return *_refused(case), *(_finding(demand, case, permits, unseen) for demand in version.demands)


def _closed(gate: Gate, version: Version, case: Case) -> tuple[Finding, ...]:
    """A page that these terms are not about: whose they are instead, a person must find out."""
    message = (
        f"These terms do not apply to this page, because {gate.when}: another's may, and permission may be needed."
    )
    first = Finding(
        "terms", Outcome.CANT_TELL, Severity.ERROR, message, gate.clause, reason="terms_do_not_apply", type="terms"
    )
    return first, *(_inapplicable(demand, "The terms do not apply to this page.") for demand in version.demands)


def _refused(case: Case) -> Iterator[Finding]:
    """Where the original itself says that it is not to be republished, its publisher's general terms are no permission."""
    if case.original and (refusal := case.original.refusal):
        verdict = failed(f"The original itself says that it may not be republished: {quoted(refusal)}.")
        told = _permitted(verdict, case)
        yield Finding(
            "republication",
            told.outcome,
            Severity.ERROR,
            told.message,
            _REFUSAL,
            told.evidence,
            reason=told.reason,
            type="republication",
        )


def _permits(version: Version, case: Case) -> Permits:
    granted: set[str] = set()
    perhaps: dict[str, tuple[str, ...]] = {}
    for demand in version.demands:
        if demand.strength is not Strength.MAY:
            continue
        taken_back = demand.silences or (demand.id, *demand.test.types)
        holds = demand.when.holds(case.facts) if demand.when else True
        if holds:
            granted.update(taken_back)
        elif holds is None and demand.when:
            perhaps |= dict.fromkeys(taken_back, demand.when.unknown(case.facts))
    return Permits(frozenset(granted), perhaps)


def _finding(demand: Demand, case: Case, permits: Permits, unseen: Unseen | None) -> Finding:
    if demand.strength is Strength.MAY:
        return _inapplicable(demand, "This is permitted, and asks for nothing.")
    if _is_among(demand, permits.granted):
        return _inapplicable(demand, "The terms permit what this asks not to do, in a case as this.")
    holds = demand.when.holds(case.facts) if demand.when else True
    if holds is False:
        return _inapplicable(demand, f"Asked only where {demand.when}.")
    verdict = _tested(demand.test, demand.strength, case)
    for step in _STEPS:
        verdict = step(verdict, demand, case, permits)
    if unseen and verdict.outcome is Outcome.FAILED:
        message = f"{unseen.message}, so this cannot be told: {verdict.message}"
        verdict = replace(verdict, outcome=Outcome.CANT_TELL, message=message, reason=unseen.reason)
    return _reported(demand, verdict)


def _tested(test: Test, strength: Strength, case: Case) -> Verdict:
    """The verdict on a test: on a type by its module, on several by what the pack says of them."""
    if test.type:
        verdict = make(test.type, test.options, forbidden=strength is Strength.MUST_NOT).judge(case)
    elif test.any_of:
        verdict = _any([_tested(each, strength, case) for each in test.any_of])
    else:
        verdict = _all([_tested(each, strength, case) for each in test.all_of])
    if test.otherwise and verdict.outcome is not Outcome.PASSED:
        return _any([verdict, _tested(test.otherwise, strength, case)])
    return verdict


def _any(verdicts: Sequence[Verdict]) -> Verdict:
    for outcome in (Outcome.PASSED, Outcome.CANT_TELL):
        if found := next((verdict for verdict in verdicts if verdict.outcome is outcome), None):
            return found
    return _joined(verdicts)


def _all(verdicts: Sequence[Verdict]) -> Verdict:
    for outcome in (Outcome.FAILED, Outcome.CANT_TELL):
        if found := [verdict for verdict in verdicts if verdict.outcome is outcome]:
            return _joined(found)
    return _joined(verdicts)


def _joined(verdicts: Sequence[Verdict]) -> Verdict:
    """Several verdicts of one outcome in one; the first thing that mends it will do."""
    first = verdicts[0]
    evidence = tuple(dict.fromkeys(each for verdict in verdicts for each in verdict.evidence))
    message = " ".join(dict.fromkeys(verdict.message for verdict in verdicts))
    fix = next((verdict.fix for verdict in verdicts if verdict.fix), None)
    return replace(first, message=message, evidence=evidence, fix=fix)


def _asked_first(verdict: Verdict, demand: Demand, case: Case, _: Permits) -> Verdict:
    asks = demand.strength is Strength.ASK_FIRST and verdict.outcome is Outcome.FAILED
    return _permitted(verdict, case) if asks else verdict


def _permitted(verdict: Verdict, case: Case) -> Verdict:
    """What needs permission fails only where permission is known to be missing."""
    if case.facts.get("permission"):
        return passed("The call says that permission was given.", verdict.evidence)
    if stated := case.usable(Kind.PERMISSION_STATEMENT):
        return passed("The page says that it runs with permission.", stated)
    if case.facts.get("permission") is False:
        return verdict
    ask = f" Ask {case.contact}." if case.contact else ""
    return replace(
        verdict,
        outcome=Outcome.CANT_TELL,
        reason="permission_unknown",
        message=f"{verdict.message} Whether {case.called} gave permission, the page does not say.{ask}",
    )


def _hangs_on_facts(verdict: Verdict, demand: Demand, case: Case, permits: Permits) -> Verdict:
    """Where it is unknown whether something is asked at all, it is not missing."""
    if verdict.outcome is Outcome.PASSED:
        return verdict
    unknown = demand.when.unknown(case.facts) if demand.when and demand.when.holds(case.facts) is None else ()
    unknown += tuple(fact for name, facts in permits.perhaps.items() if _is_among(demand, {name}) for fact in facts)
    if not unknown:
        return verdict
    waits = case.original is None and NEEDS_ORIGINAL.intersection(unknown)
    reason = "original_unavailable" if waits else "fact_unknown"
    if verdict.outcome is Outcome.CANT_TELL and reason == "fact_unknown":
        return verdict
    named = ", ".join(dict.fromkeys(fact.replace("_", " ") for fact in unknown))
    message = f"Whether this is asked here hangs on what is not known ({named}). If it is: {verdict.message}"
    return cant_tell(reason, message, verdict.evidence, verdict.fix)


def _as_sure_as_the_terms(verdict: Verdict, demand: Demand, _: Case, __: Permits) -> Verdict:
    if demand.sure or verdict.outcome is not Outcome.FAILED:
        return verdict
    message = f"{verdict.message} The rule pack is not sure that the terms ask for this; see the clause."
    return replace(verdict, outcome=Outcome.CANT_TELL, message=message, reason="terms_uncertain")


_STEPS: tuple[Callable[[Verdict, Demand, Case, Permits], Verdict], ...] = (
    _asked_first,
    _hangs_on_facts,
    _as_sure_as_the_terms,
)


def _inapplicable(demand: Demand, message: str) -> Finding:
    return _reported(demand, Verdict(Outcome.INAPPLICABLE, message))


def _reported(demand: Demand, verdict: Verdict) -> Finding:
    return Finding(
        demand.id,
        verdict.outcome,
        _severity(demand, verdict),
        verdict.message,
        demand.clause,
        evidence_of(verdict.evidence),
        verdict.fix,
        verdict.reason,
        "+".join(demand.test.types),
        verdict.edits,
    )


def _severity(demand: Demand, verdict: Verdict) -> Severity:
    if verdict.outcome is Outcome.CANT_TELL and verdict.reason in _NOTES:
        return Severity.NOTE
    bounds = {type_of(name).BOUND for name in demand.test.types}
    severity = _SEVERITIES[demand.strength]
    if bounds == {Bound.REMINDS}:
        return Severity.NOTE
    return Severity.WARNING if severity is Severity.ERROR and Bound.FIRM not in bounds else severity


def _is_among(demand: Demand, names: Collection[str]) -> bool:
    """True where a demand is named by its id or by the only type that it tests."""
    return demand.id in names or (len(demand.test.types) == 1 and demand.test.types[0] in names)
