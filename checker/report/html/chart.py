"""The figures of a report as the rectangles of its charts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.model import Outcome, PageOutcome
from checker.results.tally import Group, RequirementTally

_HEIGHT = 150.0
"""Of a column of the trend, in the units of its drawing."""
_TOP = 10.0


@dataclass(frozen=True, slots=True)
class Part:
    """A rectangle: what it counts, where it begins, and how long it is."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """What became of a requirement."""

    requirement: str
    failed: int
    cant_tell: int
    passed: int
    since: str | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The pages of a month."""

    number: int
    name: str
    pages: int
    compliant: int
    violation: int
    needs_review: int
    share: int
    parts: tuple[Part, ...]


def bars(tallies: Iterable[RequirementTally]) -> list[Bar]:
    """A bar for each requirement that some page lacks or of which something could not be told."""
    return [_bar(each) for each in tallies if each.count(Outcome.FAILED) or each.open]


def trend(months: Iterable[Group]) -> list[Month]:
    """A column for each month that has copies; the parts stand on each other, the worst at the bottom."""
    return [_month(number, each) for number, each in enumerate(group for group in months if group.pages)]


def _bar(tally: RequirementTally) -> Bar:
    failed, untold, passed = tally.count(Outcome.FAILED), len(tally.open), tally.count(Outcome.PASSED)
    parts = _parts([("failed", failed), ("cant_tell", untold), ("passed", passed)], 100.0)
    return Bar(tally.requirement, failed, untold, passed, tally.since, parts)


def _month(number: int, group: Group) -> Month:
    outcomes = (PageOutcome.COMPLIANT, PageOutcome.NEEDS_REVIEW, PageOutcome.VIOLATION)
    counts = {outcome: group.count(outcome) for outcome in outcomes}
    total = sum(counts.values())
    parts = _parts([(outcome.value, count) for outcome, count in counts.items()], _HEIGHT, _TOP)
    share = round(100 * counts[PageOutcome.COMPLIANT] / total) if total else 0
    return Month(
        number,
        group.key,
        total,
        counts[PageOutcome.COMPLIANT],
        counts[PageOutcome.VIOLATION],
        counts[PageOutcome.NEEDS_REVIEW],
        share,
        parts,
    )


def _parts(counts: list[tuple[str, int]], length: float, start: float = 0.0) -> tuple[Part, ...]:
    """The counts side by side, as long together as `length`."""
    total = sum(count for _, count in counts) or 1
    parts = []
    for kind, count in counts:
        size = length * count / total
        if count:
            parts.append(Part(kind, round(start, 2), round(size, 2)))
        start += size
    return tuple(parts)
