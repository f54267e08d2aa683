"""A translation is declared as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.model import Acknowledgement, Kind
from checker.page.host import name_key
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed
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
        found = case.usable(Kind.TRANSLATOR_CREDIT)
        if found and self.name == "republisher" and not any(_names_host(case, ack) for ack in found):
            message = "The page says that it is a translation, and not that its own site answers for it."
            return cant_tell("republisher_unnamed", message, found)
        if found:
            return passed("The page says that it is a translation.", found)
        if self.text and (there := find(case, [self.text], "similar")) and not there.hidden_by:
            return passed("The page says that it is a translation.", [there.evidence(case)])
        if translated is False:
            return passed("The page is no translation.")
        if translated is None:
            return needs_original("in which language it is")
        return failed("The page is in another language than the original, and does not say who translated it.")


def _names_host(case: Case, ack: Acknowledgement) -> bool:
    """True where the paragraph of a translator's credit has the site's own name."""
    block = next((block for block in case.scene.page.blocks if ack.at and block.index == ack.at[0]), None)
    said = name_key(block.text if block else ack.evidence.text)
    return any(len(name) > _SHORT and name in said for name in case.scene.host.names)
