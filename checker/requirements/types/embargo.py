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
            return cant_tell("reminder", f"No page tells until when {case.called} embargoed it.")
        if days is not None:
            return self._waited(days)
        if case.original is None:
            return needs_original("how long before this page it was published")
        return cant_tell("date_unclear", "Not both the page and the original say when they were published.")

    def _waited(self, days: float) -> Verdict:
        """Pages give days, not hours: from one day to the next it may be a minute or nearly two days."""
        if days >= self.min_days and (days - 1) * _DAY >= self.min_hours:
            return passed(f"Days from the original to the page: {days:g}.")
        if days <= 0:
            message = "The page gives the original's own day, so how long it waited cannot be told."
            return cant_tell("date_unclear", message)
        if days >= self.min_days and (days + 1) * _DAY > self.min_hours:
            message = f"The days of page and original do not tell whether it waited {self._asked}."
            return cant_tell("date_unclear", message)
        return failed(f"Days from the original to the page: {days:g}; the terms ask to wait {self._asked}.")

    @property
    def _asked(self) -> str:
        return f"{self.min_hours} hours" if self.min_hours > self.min_days * _DAY else f"{self.min_days} days"
