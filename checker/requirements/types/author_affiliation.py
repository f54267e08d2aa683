"""The author's institution is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, needs_original, passed, unseen
from checker.requirements.options import POSITION
from checker.requirements.placement import placed_at
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import Found, find


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
            return _unnamed(case, wanted, found)
        verdict = passed("The author's institution is named.", [found.evidence(case)])
        return placed_at(case, verdict, [found.at], self.position, self.within_words)


def _unnamed(case: Case, wanted: Sequence[str], hidden: Found | None) -> Verdict:
    """Copies shorten "Department of Geography, University of Riverton"; whether what is left names the institution, a person sees."""
    part = find(case, [part for name in wanted for part in name.split(",") if len(part.split()) > 1])
    if part and not part.hidden_by:
        message = f"The page names a part of {listed(wanted, 'or')}; whether that will do cannot be told."
        return cant_tell("worded_otherwise", message, [part.evidence(case)])
    if hidden:
        message = f"The page names the author's institution only where readers do not see it: {unseen(hidden.hidden_by or '')}."
        return failed(message, [hidden.evidence(case)])
    return failed(f"The page does not name the author's institution: {listed(wanted, 'or')}.")
