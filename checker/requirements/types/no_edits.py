"""The text is the original's, but for changes that the terms allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from checker.model import Evidence
from checker.original.compare import Comparison
from checker.requirements.case import Case, Verdict, failed, needs_original, passed, quoted
from checker.requirements.options import some_of
from checker.requirements.requirement import Bound, Requirement, Schema

_SMALL = frozenset({"time", "location", "style", "clarity", "minor", "punctuation"})
"""What excuses a sentence that was changed in a few words."""
_FEW = 0.1
"""Of the sentences, how many may differ where small changes are allowed."""


@dataclass(frozen=True, slots=True)
class NoEdits(Requirement):
    """Warns of sentences that were changed, left out or put in. `allowed` names kinds of change that the terms permit."""

    BOUND: ClassVar[Bound] = Bound.WARNS
    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {
        "allowed": some_of(["time", "location", "style", "length", "clarity", "minor", "additions", "punctuation"])
    }

    allowed: tuple[str, ...] = ()

    def judge(self, case: Case) -> Verdict:
        """A comparison of words cannot tell a correction from a distortion: a person reads what differs."""
        if case.compared is None:
            return needs_original("whether the text was changed")
        said = list(self._differences(case.compared))
        if not said:
            return passed("The text is the original's.")
        shown = "; ".join(said[:3]) + (f"; and {len(said) - 3} more" if len(said) > 3 else "")
        return failed(f"The text differs from the original: {shown}.", _places(case, case.compared))

    def _differences(self, compared: Comparison) -> list[str]:
        changed = [] if self._excuses(compared) else [f"changed: {quoted(new, 80)}" for _, new in compared.changed]
        removed = [] if "length" in self.allowed else [f"left out: {quoted(text, 80)}" for text in compared.removed]
        added = [] if "additions" in self.allowed else [f"put in: {quoted(text, 80)}" for text in compared.added]
        return [*changed, *removed, *added]

    def _excuses(self, compared: Comparison) -> bool:
        """Small changes excuse a few sentences, and changes for style or length excuse all that are still alike."""
        if {"style", "clarity", "length"} & set(self.allowed):
            return True
        return bool(_SMALL & set(self.allowed)) and len(compared.changed) <= max(2, _FEW * compared.sentences)


def _places(case: Case, compared: Comparison) -> Sequence[Evidence]:
    """Where the first changed or added sentences stand."""
    texts = [*(new for _, new in compared.changed), *compared.added][:3]
    return [
        case.evidence(block, at, at + len(text))
        for text in texts
        for block in case.scene.body
        if (at := block.text.find(text)) >= 0
    ]
