"""A copy waits for some time after first publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed
from checker.requirements.options import COUNT
from checker.requirements.requirement import Requirement, Schema

_DAY = 24


@dataclass(frozen=True, slots=True)
class Embargo(Requirement):
    """Asks that the copy was published `min_days` or `min_hours` after the original, or later. Without either, it only reminds."""

    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {"min_days": COUNT, "min_hours": COUNT}

    min_days: int = 0
    min_hours: int = 0

    def judge(self, case: Case) -> Verdict:
        """A page that keeps the original's date says nothing of its own: it is not called too early."""
        days = case.facts.get("days_since_original")
        if not self.min_days and not self.min_hours:
            return needs_original("until when it is embargoed")
        if days is None:
            return needs_original("how long before this page it was published")
        # Pages give days, not hours: what is less than a day cannot be told.
        if days * _DAY >= self._hours:
            return passed(f"The page is of {days:g} days after the original.")
        if days <= 0 or self._hours < _DAY:
            return cant_tell(
                "date_unclear", "The page gives the original's own day, so how long it waited cannot be told."
            )
        return failed(f"The page is of {days:g} days after the original; the terms ask to wait {self._hours / _DAY:g}.")

    @property
    def _hours(self) -> int:
        return max(self.min_days * _DAY, self.min_hours)
