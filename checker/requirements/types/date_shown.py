"""The original's date is shown: when it was published, or when it was taken over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.model import Evidence, Kind
from checker.page.page import Block
from checker.requirements.case import Case, Verdict, failed, needs_original, passed
from checker.requirements.options import one_of
from checker.requirements.requirement import Requirement, Schema

_NUMBER = re.compile(r"\d+")
_CREDITS = (Kind.SOURCE_ATTRIBUTION, Kind.LINK_TO_ORIGINAL, Kind.LICENSE_NOTICE)


@dataclass(frozen=True, slots=True)
class DateShown(Requirement):
    """Asks for a date in the credit, or anywhere with the article."""

    OPTIONS: ClassVar[Schema] = {"which": one_of("published", "accessed"), "where": one_of("credit", "anywhere")}

    which: Literal["published", "accessed"] = "published"
    where: Literal["credit", "anywhere"] = "credit"

    def judge(self, case: Case) -> Verdict:
        """With the original, its year and day must be there, however written; without, any date will do."""
        day = case.original.published if case.original and self.which == "published" else None
        wanted = {day.year, day.day} if day else None
        found = [evidence for block, evidence in self._places(case) if _has_date(block, wanted)]
        if found:
            return passed("A date is given.", found[:1])
        if day is None and self.which == "published" and self.where == "anywhere":
            return needs_original("when it was published")
        said = f", {day.isoformat()}" if day else ""
        return failed(f"The credit does not give the date{said}.", [evidence for _, evidence in self._places(case)][:1])

    def _places(self, case: Case) -> Iterator[tuple[Block, Evidence]]:
        if self.where == "anywhere":
            for block in case.scene.article:
                yield block, case.evidence(block, 0, len(block.text))
            return
        blocks = {block.index: block for block in case.scene.page.visible}
        for ack in case.usable(*_CREDITS):
            if ack.at and ack.at[0] in blocks:
                yield blocks[ack.at[0]], ack.evidence


def _has_date(block: Block, wanted: set[int] | None) -> bool:
    numbers = {int(number) for number in _NUMBER.findall(block.text) if len(number) <= 4}
    if wanted is not None:
        return wanted <= numbers
    return any(1900 <= number <= 2100 for number in numbers)
