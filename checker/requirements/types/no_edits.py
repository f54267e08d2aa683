"""The text is the original's, but for changes that the terms allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from checker.model import Edit, EditClass
from checker.original.compare import Comparison
from checker.original.differences import Difference
from checker.original.headline import headlines, is_same
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed, quoted
from checker.requirements.edited import at, edits
from checker.requirements.options import some_of
from checker.requirements.requirement import Bound, Requirement, Schema

_ALLOWED = {
    "time": {EditClass.TIME_PLACE},
    "location": {EditClass.TIME_PLACE},
    "style": {EditClass.HOUSE_STYLE},
    "length": {EditClass.REMOVED, EditClass.TRUNCATED},
    "clarity": {EditClass.HOUSE_STYLE, EditClass.TIME_PLACE, EditClass.MOVED},
    "minor": {EditClass.HOUSE_STYLE, EditClass.TIME_PLACE},
    "additions": {EditClass.ADDED},
    "punctuation": {EditClass.HOUSE_STYLE},
}
_WORDING = frozenset({EditClass.CHANGED, EditClass.ADDED, EditClass.REMOVED})
_FEW = 0.1
"""To how many of the sentences minor changes may go."""
_SAID = {
    EditClass.HOUSE_STYLE: "changed in style",
    EditClass.TIME_PLACE: "time or place changed",
    EditClass.CHANGED: "changed",
    EditClass.REMOVED: "left out",
    EditClass.TRUNCATED: "left out at the end",
    EditClass.ADDED: "put in",
    EditClass.MOVED: "moved",
}


@dataclass(frozen=True, slots=True)
class NoEdits(Requirement):
    """Warns of what was changed, left out, put in or moved. `allowed` names kinds of change that the terms permit."""

    BOUND: ClassVar[Bound] = Bound.WARNS
    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {"allowed": some_of(list(_ALLOWED))}

    allowed: tuple[str, ...] = ()

    def judge(self, case: Case) -> Verdict:
        """A comparison of words cannot tell a correction from a distortion: a person reads what differs."""
        if case.compared is None:
            return needs_original("whether the text was changed")
        found = (*_headline(case), *edits(case, case.compared.differences))
        return replace(self._judged(case, case.compared), edits=found)

    def _judged(self, case: Case, compared: Comparison) -> Verdict:
        if compared.translated:
            return cant_tell("translated", "The text of a translation cannot be compared with the original's.")
        forbidden = self._forbidden(compared)
        if not forbidden and not compared.whole:
            return cant_tell("too_large", "The text is too long to be compared to its end.")
        if not forbidden:
            differ = "" if not compared.differences else ", but for what the terms allow"
            return passed(f"The text is the original's{differ}.")
        said = [f"{_SAID[each.kind]}: {_shown(each)}" for each in forbidden[:3]]
        more = f"; and {len(forbidden) - 3} more" if len(forbidden) > 3 else ""
        message = f"The text differs from the original: {'; '.join(said)}{more}."
        places = [place for each in forbidden[:3] if each.copy and (place := at(case, each))]
        return failed(message, places) if compared.whole else cant_tell("too_large", message, places)

    def _forbidden(self, compared: Comparison) -> Sequence[Difference]:
        """The differences that nothing excuses; type is no edit, and the headline and the links have types of their own."""
        kinds = {EditClass.TYPOGRAPHY, *(kind for name in self.allowed for kind in _ALLOWED[name])}
        found = [each for each in compared.differences if each.kind not in kinds]
        wording = [each for each in found if each.within and each.kind in _WORDING]
        few = "minor" in self.allowed and len(wording) <= max(2, _FEW * compared.sentences)
        return [each for each in found if each not in wording] if few or "clarity" in self.allowed else found


def _shown(difference: Difference) -> str:
    if difference.original and difference.copy and difference.kind is not EditClass.MOVED:
        return f"{quoted(difference.original, 60)} to {quoted(difference.copy, 60)}"
    return quoted(difference.copy or difference.original, 80)


def _headline(case: Case) -> Iterator[Edit]:
    """The headline, where it is another; whether it may be, `headline_change` asks."""
    title = case.original.title if case.original else None
    found = list(headlines(case.scene.page))
    if title and found and not any(is_same(headline.text, title) for headline in found):
        yield Edit(EditClass.HEADLINE, title, found[0].text, found[0].line)
