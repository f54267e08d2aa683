"""The credit stands in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.model import Acknowledgement, Kind
from checker.requirements.case import Case, Verdict, cant_tell, failed, passed, where
from checker.requirements.options import FLAG, POSITION, one_of
from checker.requirements.placement import placed
from checker.requirements.requirement import Requirement, Schema

_KINDS = {
    "source_attribution": Kind.SOURCE_ATTRIBUTION,
    "author_credit": Kind.AUTHOR_CREDIT,
    "link_to_original": Kind.LINK_TO_ORIGINAL,
}


@dataclass(frozen=True, slots=True)
class CreditPlacement(Requirement):
    """Asks where a credit stands that another requirement asks for: whether it is there at all, that one says."""

    OPTIONS: ClassVar[Schema] = {**POSITION, "of": one_of(*_KINDS), "same_block": FLAG}

    position: str | None = None
    within_words: int | None = None
    of: Literal["source_attribution", "author_credit", "link_to_original"] = "source_attribution"
    same_block: bool = False

    def judge(self, case: Case) -> Verdict:
        """One credit in its place is enough, however many stand elsewhere."""
        found = self._placed_kinds(case)
        if not found:
            return cant_tell("no_credit_line", "No credit was found whose place could be judged.")
        verdict = placed(
            case, passed("The credit stands in its place.", found), found, self.position, self.within_words
        )
        if verdict.outcome != "passed":
            return placed(case, passed("There is a credit.", found), found, self.position, self.within_words)
        if self.same_block and not _together(case, found):
            return failed(f"The credit ({where(found[0].evidence)}) has no link to the original beside it.", found)
        return verdict

    def _placed_kinds(self, case: Case) -> list[Acknowledgement]:
        """The credits; a publisher that is named by its link alone is credited where the link stands."""
        found = case.usable(_KINDS[self.of])
        if found or self.of != "source_attribution":
            return found
        return case.usable(Kind.LINK_TO_ORIGINAL, Kind.LINK_TO_PUBLISHER)


def _together(case: Case, found: list[Acknowledgement]) -> bool:
    """True where one block has both; what stands in no block is taken for together."""
    blocks = {ack.at[0] for ack in case.usable(Kind.LINK_TO_ORIGINAL) if ack.at}
    return any(ack.at is None or ack.at[0] in blocks for ack in found)
