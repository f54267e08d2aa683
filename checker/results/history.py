"""Looks at pages over time: what is new, what was fixed, what came back, and what nobody looked at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from checker.model import Outcome, PageOutcome
from checker.results.look import Look

_WORST_FIRST = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.PASSED, Outcome.INAPPLICABLE)


class Change(StrEnum):
    """What became of something that is or was missing."""

    NEW = "new"
    FIXED = "fixed"
    RETURNED = "returned"
    STILL_MISSING = "still_missing"
    NOT_LOOKED_AT = "not_looked_at"
    """It was missing, and nobody has been able to look since: it is neither fixed nor known to be still missing."""


@dataclass(frozen=True, slots=True)
class Course:
    """What is missing on a page, over time: since when without a break, and what became of it."""

    target: str
    requirement: str
    since: datetime
    change: Change


@dataclass(frozen=True, slots=True)
class History:
    """All looks at each page, the oldest first."""

    looks: Mapping[str, Sequence[Look]]

    @property
    def latest(self) -> tuple[Look, ...]:
        """The last look at each page."""
        return tuple(each[-1] for each in self.looks.values())

    def since(self, target: str, requirement: str) -> datetime:
        """Since when a requirement is missing on a page without a break, as far as anybody looked."""
        first = None
        for look in reversed(self.looks[target]):
            if not look.was_seen:
                continue
            if _outcome(look, requirement) is not Outcome.FAILED:
                break
            first = look.at
        return first or self.looks[target][-1].at

    def courses(self, day: datetime) -> tuple[Course, ...]:
        """What became, since a day, of all that was missing then or is now."""
        return tuple(
            Course(target, requirement, self.since(target, requirement), change)
            for target, looks in self.looks.items()
            for requirement in sorted({each.requirement for look in looks for each in look.findings if each.missing})
            if (change := _change(looks, requirement, day))
        )


def history(looks: Iterable[Look]) -> History:
    """The history that looks at pages make, in whatever order they come."""
    by_page: defaultdict[str, list[Look]] = defaultdict(list)
    for look in looks:
        by_page[look.target].append(look)
    return History({target: sorted(each, key=lambda look: look.at) for target, each in sorted(by_page.items())})


def _change(looks: Sequence[Look], requirement: str, day: datetime) -> Change | None:
    """What became of a requirement on one page since a day; None where it was not missing then and is not now."""
    seen = [look for look in looks if look.was_seen]
    failing = [_outcome(look, requirement) is Outcome.FAILED for look in seen]
    before = sum(look.at < day for look in seen)
    was_missing = before > 0 and failing[before - 1]
    if before == len(seen):
        return Change.NOT_LOOKED_AT if was_missing else None
    if failing[-1]:
        return _still(failing, before, was_missing=was_missing)
    if not was_missing:
        return None
    return Change.FIXED if _is_mended(seen[-1], requirement) else Change.NOT_LOOKED_AT


def _still(failing: Sequence[bool], before: int, *, was_missing: bool) -> Change:
    """What is missing now has been so all the time, or was there in between, or is missing for the first time."""
    start = len(failing) - 1
    while start and failing[start - 1]:
        start -= 1
    if was_missing and start < before:
        return Change.STILL_MISSING
    return Change.RETURNED if any(failing[:start]) else Change.NEW


def _is_mended(look: Look, requirement: str) -> bool:
    """False for what could not be told, and for what the terms of that day did not ask: nobody saw it mended."""
    if look.outcome is PageOutcome.NOT_REPUBLISHED:
        return True
    return _outcome(look, requirement) in {Outcome.PASSED, Outcome.INAPPLICABLE}


def _outcome(look: Look, requirement: str) -> Outcome | None:
    """The worst that became of a requirement: a page may have it twice."""
    outcomes = {each.outcome for each in look.findings if each.requirement == requirement}
    return next((each for each in _WORST_FIRST if each in outcomes), None)
