"""A translation is declared as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.model import Acknowledgement, Evidence, Kind
from checker.page.host import name_key
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed, where, why_unseen
from checker.requirements.options import STRING, one_of
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import find

_SHORT = 3


@dataclass(frozen=True, slots=True)
class TranslationMarked(Requirement):
    """Asks that a translation names its translator or whoever is responsible for it, or carries `text`."""

    OPTIONS: ClassVar[Schema] = {"name": one_of("translator", "republisher"), "text": STRING}

    name: Literal["translator", "republisher"] = "translator"
    text: str | None = None

    def judge(self, case: Case) -> Verdict:
        """Of a page that is no translation nothing is asked."""
        translated = case.facts.get("translated")
        if translated is False:
            return passed("The page is no translation.")
        if marks := self._marks(case):
            return passed("The page says that it is a translation.", marks)
        if found := case.usable(Kind.TRANSLATOR_CREDIT):
            message = "The page says that it is a translation, and not that its own site answers for it."
            return cant_tell("republisher_unnamed", message, found)
        return _unmarked(case) if translated else _unknown(case)

    def _marks(self, case: Case) -> Sequence[Acknowledgement | Evidence]:
        """What declares the translation as it is asked for."""
        if self.text and (there := find(case, [self.text], "similar")) and not there.hidden_by:
            return [there.evidence(case)]
        if self.name == "republisher":
            return [line for line in _lines(case) if _names_host(case, line.text)]
        return case.usable(Kind.TRANSLATOR_CREDIT)


def _unmarked(case: Case) -> Verdict:
    if lines := _lines(case):
        message = "The page speaks of a translation, but by whom it is was not understood."
        return cant_tell("worded_otherwise", message, lines)
    message = "The page is in another language than the original, and does not say who translated it."
    hidden = case.of(Kind.TRANSLATOR_CREDIT)
    if hidden:
        message = f"The translator's credit is {why_unseen(hidden[0])} ({where(hidden[0].evidence)})."
    return failed(message, hidden)


def _unknown(case: Case) -> Verdict:
    if case.original is None:
        return needs_original("in which language it is")
    message = "Whether it is a translation is not known; declare it with --fact translated=true or translated=false."
    return cant_tell("fact_unknown", message)


def _lines(case: Case) -> list[Evidence]:
    """The paragraphs beside the text that readers see and that have the words of a translator's credit, or of a source that was
    translated, whatever name they give.
    """
    tells = case.scene.wordings.tells_of_translation
    matches = case.scene.matching("translator_credit", "source_attribution")
    told = (match for match in matches if match.phrase.kind == "translator_credit" or tells(match.block.folded))
    blocks = {match.block.index: match.block for match in told if not match.block.hidden_by}
    return [case.evidence(block, 0, len(block.text)) for block in blocks.values() if case.scene.at_edge(block)]


def _names_host(case: Case, text: str) -> bool:
    """True where a text has the site's own name."""
    said = name_key(text)
    return any(len(name) > _SHORT and name in said for name in case.scene.host.names)
