"""The article may run for some days only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed
from checker.requirements.options import COUNT
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class TimeLimit(Requirement):
    """Asks that the copy was published no more than `max_days` after the original."""

    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {"max_days": COUNT}
    REQUIRED: ClassVar[tuple[str, ...]] = ("max_days",)

    max_days: int = 0

    def judge(self, case: Case) -> Verdict:
        """Compares the day that each page gives for itself; a copy that keeps the original's date is taken at its word."""
        days = case.facts.get("days_since_original")
        if days is None and case.original is None:
            return needs_original("how long before this page it was published")
        if days is None:
            message = "Not both the page and the original say when they were published; declare it with --fact days_since_original=N."
            return cant_tell("date_unclear", message)
        if days > self.max_days:
            return failed(f"The page is of {days:g} days after the original; the terms allow {self.max_days}.")
        return passed(f"The page is of {max(days, 0):g} days after the original.")
