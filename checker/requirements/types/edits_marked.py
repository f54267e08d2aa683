"""Changes or additions are declared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.acknowledgements.standing import sentence
from checker.credit.snippets import notice_snippet
from checker.requirements.case import Case, Verdict, cant_tell, failed, passed
from checker.requirements.options import POSITION, TEXTS, one_of
from checker.requirements.placement import placed_at
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import Found, choices, filled, find


@dataclass(frozen=True, slots=True)
class EditsMarked(Requirement):
    """Asks for a note that says what was changed. Packs ask it where something was (`when = { edited = true }`)."""

    OPTIONS: ClassVar[Schema] = {**TEXTS, "match": one_of("exact", "similar", "meaning"), **POSITION}

    text: str | None = None
    texts: tuple[str, ...] = ()
    match: Literal["exact", "similar", "meaning"] = "meaning"
    position: str | None = None
    within_words: int | None = None

    def judge(self, case: Case) -> Verdict:
        """A note in words of one's own will do where the meaning is enough; else it is told and not called missing."""
        wanted = choices(case, self.text, self.texts)
        found = find(case, wanted, "similar" if self.match != "exact" else "exact") if wanted else None
        if found and not found.hidden_by:
            return self._placed(case, [found])
        notes = list(_notes(case))
        fix = notice_snippet(filled(case, wanted[0])) if wanted else None
        if notes and (self.match == "meaning" or not wanted):
            return self._placed(case, notes)
        if notes:
            message = "The page says that it was changed, in other words than the terms give."
            return cant_tell("worded_otherwise", message, [notes[0].evidence(case)], fix)
        return failed("The page does not say that it was changed.", (), fix)

    def _placed(self, case: Case, found: Sequence[Found]) -> Verdict:
        verdict = passed("The page says that it was changed.", [note.evidence(case) for note in found])
        return placed_at(case, verdict, [note.at for note in found], self.position, self.within_words)


def _notes(case: Case) -> Iterator[Found]:
    for match in case.scene.matching("edit_note"):
        # Inside the text, "was updated by" is part of the story.
        if not match.block.hidden_by and case.scene.at_edge(match.block):
            start, end = sentence(match.block, match.start)
            yield Found(match.block, start, max(end, match.end))
