"""End notes of the original (funding, a line on the author, contributors) stay with the copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import notice_snippet
from checker.requirements.case import Case, Verdict, failed, needs_original, passed, quoted
from checker.requirements.options import POSITION
from checker.requirements.placement import placed_at
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import find


@dataclass(frozen=True, slots=True)
class RetainTaglines(Requirement):
    """Asks for every end note that the original has."""

    OPTIONS: ClassVar[Schema] = {"position": POSITION["position"]}

    position: str | None = None

    def judge(self, case: Case) -> Verdict:
        """A note counts as kept with four fifths of its words."""
        if case.original is None:
            return needs_original("which notes stand at its end")
        notes = case.original.taglines
        found = [(note, find(case, [note], "similar")) for note in notes]
        lost = [note for note, there in found if there is None or there.hidden_by]
        if lost:
            return failed(
                f"The original ends with {quoted(lost[0])}; the copy does not have it.", (), notice_snippet(lost[0])
            )
        if not notes:
            return passed("The original has no notes at its end.")
        held = [there for _, there in found if there]
        verdict = passed("The original's end notes are there.", [there.evidence(case) for there in held])
        return placed_at(case, verdict, [there.at for there in held], self.position, None)
