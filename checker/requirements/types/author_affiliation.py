"""The author's institution is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.requirements.case import Case, Verdict, failed, listed, needs_original, passed
from checker.requirements.options import POSITION
from checker.requirements.placement import placed_at
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import find


@dataclass(frozen=True, slots=True)
class AuthorAffiliation(Requirement):
    """Asks for the institutions that the original names beside its authors."""

    OPTIONS: ClassVar[Schema] = {**POSITION}

    position: str | None = None
    within_words: int | None = None

    def judge(self, case: Case) -> Verdict:
        """One of them is enough: copies name the first author's."""
        if case.original is None:
            return needs_original("which institution the author belongs to")
        wanted = case.original.affiliations
        if not wanted:
            return passed("The original names no institution.")
        found = find(case, wanted)
        if found is None or found.hidden_by:
            return failed(f"The page does not name the author's institution: {listed(wanted, 'or')}.")
        verdict = passed("The author's institution is named.", [found.evidence(case)])
        return placed_at(case, verdict, [found.at], self.position, self.within_words)
