"""Later corrections of the original reach the copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from checker.model import EditClass
from checker.original.compare import Comparison
from checker.original.differences import Difference
from checker.page.text import fold
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed, quoted
from checker.requirements.requirement import Bound, Requirement

_WORD = re.compile(r"\w+")
_KEPT = 0.7
_WORDING = (EditClass.CHANGED, EditClass.REMOVED, EditClass.ADDED, EditClass.TRUNCATED)


@dataclass(frozen=True, slots=True)
class CorrectionUpdates(Requirement):
    """Warns where the original says that it was corrected, and the copy has neither the note nor the corrected text."""

    BOUND: ClassVar[Bound] = Bound.WARNS

    def judge(self, case: Case) -> Verdict:
        """A copy with the same words as the original today has what was corrected; which words those are, a note does not tell."""
        if case.original is None:
            return needs_original("whether it was corrected")
        notes = case.original.corrections
        if not notes:
            return passed("The original has no note of a correction.")
        if all(_is_on_page(case, note) for note in notes):
            return passed("The page has the original's note of what was corrected.")
        if case.compared is None or case.compared.translated:
            return cant_tell(
                "translated", f"Whether a translation has what was corrected, a person must read: {quoted(notes[0])}"
            )
        if case.compared.whole and not list(_differing(case.compared, notes)):
            return passed("The page has the original's text as it was corrected.")
        return failed(
            f"The original was corrected, and the page neither says so nor has its text of today: {quoted(notes[0])}"
        )


def _is_on_page(case: Case, note: str) -> bool:
    wanted = _words(note)
    texts = (set(_words(block.text)) for block in case.scene.article)
    return any(sum(word in there for word in wanted) >= _KEPT * len(wanted) for there in texts)


def _differing(compared: Comparison, notes: Sequence[str]) -> list[Difference]:
    """The differences of the wording, but for the notes themselves."""
    return [each for each in compared.of(*_WORDING) if each.copy or _rest(each.original, notes)]


def _rest(text: str, notes: Sequence[str]) -> str:
    """What a text has beside some notes."""
    for note in notes:
        text = "" if text in note else text.replace(note, "")
    return text.strip()


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
