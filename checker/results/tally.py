"""Looks at pages -> figures: by host, article, requirement, language and month. Each figure names the pages that it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from checker.model import Outcome, PageOutcome, Severity
from checker.results.history import History
from checker.results.look import Judged, Look

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that have something in common. Pages are numbers: their places in the list of all pages."""

    key: str
    outcomes: Mapping[PageOutcome, tuple[int, ...]]
    missing: Mapping[str, tuple[int, ...]]
    """Requirement -> the pages that lack it, what most lack first."""
    open: Mapping[tuple[str, str], tuple[int, ...]]
    """Requirement and reason -> the pages of which it could not be told."""
    since: str | None
    """The first day since when something is missing on one of them (ISO 8601)."""

    @property
    def pages(self) -> tuple[int, ...]:
        """All of them."""
        return tuple(sorted(number for numbers in self.outcomes.values() for number in numbers))

    def count(self, outcome: PageOutcome) -> int:
        """How many of them came out so."""
        return len(self.outcomes.get(outcome, ()))


@dataclass(frozen=True, slots=True)
class RequirementTally:
    """What became of one requirement on all pages."""

    requirement: str
    severity: Severity
    outcomes: Mapping[Outcome, tuple[int, ...]]
    open: tuple[int, ...]
    """The pages of which it could not be told though some page tells it."""
    reasons: Mapping[str, tuple[int, ...]]
    since: str | None

    def count(self, outcome: Outcome) -> int:
        """On how many pages it came out so."""
        return len(self.outcomes.get(outcome, ()))


@dataclass(frozen=True, slots=True)
class Tally:
    """All figures over the last look at each page, the worst first; copies alone are grouped."""

    pages: tuple[Look, ...]
    hosts: tuple[Group, ...]
    articles: tuple[Group, ...]
    languages: tuple[Group, ...]
    requirements: tuple[RequirementTally, ...]
    months: tuple[Group, ...]
    """The pages by the month of a look, each by its last look in that month, the oldest month first."""


def tally(history: History) -> Tally:
    """The figures that a history comes to."""
    pages = history.latest
    numbered = list(enumerate(pages))
    seen = [(number, look) for number, look in numbered if look.is_copy or not look.was_seen]
    return Tally(
        pages,
        _worst_first(_groups(seen, lambda look: look.host, history)),
        _worst_first(_groups([each for each in seen if each[1].article], lambda look: look.article, history)),
        _worst_first(_groups([each for each in seen if each[1].is_copy], lambda look: look.language, history)),
        _requirements(numbered, history),
        _months(history, {look.target: number for number, look in numbered}),
    )


def month_of(look: Look) -> str:
    """The month of a look, as `2026-11`."""
    return f"{look.at:%Y-%m}"


def _groups(pages: Iterable[tuple[int, Look]], key: Callable[[Look], str], history: History | None) -> list[Group]:
    by_key: defaultdict[str, list[tuple[int, Look]]] = defaultdict(list)
    for number, look in pages:
        by_key[key(look)].append((number, look))
    return [_group(name, each, history) for name, each in by_key.items()]


def _group(key: str, pages: Sequence[tuple[int, Look]], history: History | None) -> Group:
    outcomes: defaultdict[PageOutcome, list[int]] = defaultdict(list)
    lacking: defaultdict[str, dict[int, None]] = defaultdict(dict)
    untold: defaultdict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for number, look in pages:
        outcomes[look.outcome].append(number)
        for each in look.findings:
            if each.missing:
                lacking[each.requirement][number] = None
            elif each.open:
                untold[each.requirement, each.reason or ""][number] = None
    since = history and min(_sinces(history, (look for _, look in pages)), default=None)
    return Group(
        key, {k: tuple(v) for k, v in outcomes.items()}, _most_first(lacking), _most_first(untold), since or None
    )


def _sinces(history: History, looks: Iterable[Look]) -> Iterable[str]:
    for look in looks:
        for each in _distinct(look):
            yield f"{history.since(look.target, each.requirement):%Y-%m-%d}"


def _distinct(look: Look) -> Iterable[Judged]:
    """What is missing on a page, each requirement once."""
    return {each.requirement: each for each in look.findings if each.missing}.values()


def _requirements(pages: Iterable[tuple[int, Look]], history: History) -> tuple[RequirementTally, ...]:
    outcomes: defaultdict[str, defaultdict[Outcome, dict[int, None]]] = defaultdict(lambda: defaultdict(dict))
    reasons: defaultdict[str, defaultdict[str, dict[int, None]]] = defaultdict(lambda: defaultdict(dict))
    untold: defaultdict[str, dict[int, None]] = defaultdict(dict)
    severities: dict[str, Severity] = {}
    since: dict[str, str] = {}
    for number, look in pages:
        for each in look.findings:
            outcomes[each.requirement][each.outcome][number] = None
            severities[each.requirement] = min(
                each.severity, severities.get(each.requirement, each.severity), key=_rank
            )
            if each.open:
                untold[each.requirement][number] = None
            if each.reason:
                reasons[each.requirement][each.reason][number] = None
        for each in _distinct(look):
            day = f"{history.since(look.target, each.requirement):%Y-%m-%d}"
            since[each.requirement] = min(day, since.get(each.requirement, day))
    found = [
        RequirementTally(
            name,
            severities[name],
            {outcome: tuple(numbers) for outcome, numbers in by_outcome.items()},
            tuple(untold[name]),
            _most_first(reasons[name]),
            since.get(name),
        )
        for name, by_outcome in outcomes.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.count(Outcome.FAILED), -len(each.open), each.requirement)))


def _months(history: History, numbers: Mapping[str, int]) -> tuple[Group, ...]:
    by_month: defaultdict[str, dict[str, Look]] = defaultdict(dict)
    for target, looks in history.looks.items():
        for look in looks:
            by_month[month_of(look)][target] = look
    return tuple(
        _group(month, [(numbers[target], look) for target, look in looks.items() if look.is_copy], None)
        for month, looks in sorted(by_month.items())
    )


def _worst_first(groups: Iterable[Group]) -> tuple[Group, ...]:
    def rank(group: Group) -> tuple[int, int, int, str]:
        lacking = sum(map(len, group.missing.values()))
        return -group.count(PageOutcome.VIOLATION), -lacking, -len(group.pages), group.key

    return tuple(sorted(groups, key=rank))


def _most_first(found: Mapping[Key, Mapping[int, None]]) -> dict[Key, tuple[int, ...]]:
    return {key: tuple(each) for key, each in sorted(found.items(), key=lambda item: (-len(item[1]), str(item[0])))}


def _rank(severity: Severity) -> int:
    return list(Severity).index(severity)
