"""The original's date is shown: when it was published, or when it was taken over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from checker.model import Evidence, Kind
from checker.page.page import Block
from checker.page.text import word_count
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed
from checker.requirements.options import one_of
from checker.requirements.requirement import Requirement, Schema

_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_FIGURES = re.compile(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2}(?!\d)")
_ADDRESS = re.compile(r"(?<!\w)\w++://\S+|www\.\S+")
_YEARS = range(1300, 2700)
"""Years as calendars count them: 1403 in Iran and 2567 in Thailand are 2024."""
_LINE = 15
_CREDITS = (Kind.SOURCE_ATTRIBUTION, Kind.LINK_TO_ORIGINAL, Kind.LICENSE_NOTICE)


_Place = tuple[Block, Evidence | None]
"""A block with the credit in it; the whole of one without."""


@dataclass(frozen=True, slots=True)
class DateShown(Requirement):
    """Asks for a date in the credit, or anywhere with the article."""

    OPTIONS: ClassVar[Schema] = {"which": one_of("published", "accessed"), "where": one_of("credit", "anywhere")}

    which: Literal["published", "accessed"] = "published"
    where: Literal["credit", "anywhere"] = "credit"

    def judge(self, case: Case) -> Verdict:
        """With the original, its year and day must be there, however written; without, any date will do."""
        day = case.original.published if case.original and self.which == "published" else None
        places = list(self._places(case))
        dated = [each for each in places if _is_dated(each[0])]
        right = [each for each in (places if day else dated) if day is None or _has(each[0], day)]
        if right:
            return passed("A date is given.", _first(case, right))
        return self._missing(day, _first(case, places), _first(case, dated))

    def _missing(self, day: date | None, place: list[Evidence], dated: list[Evidence]) -> Verdict:
        """Clocks and calendars differ by place, so another day is told and not called wrong."""
        where = "credit" if self.where == "credit" else "page"
        if not place:
            return cant_tell("no_credit_line", "No credit was found that could give a date.")
        if dated and day:
            message = f"The {where} gives a date; whether it is the original's, {day.isoformat()}, cannot be told."
            return cant_tell("another_date", message, dated)
        if day is None and self.which == "published" and self.where == "anywhere":
            return needs_original("when it was published")
        return failed(f"The {where} does not give the date{f', {day.isoformat()}' if day else ''}.", place)

    def _places(self, case: Case) -> Iterator[_Place]:
        """The blocks of credits; where any place will do, short lines too: a year in the article's own text is no date of it."""
        blocks = {block.index: block for block in case.scene.page.visible}
        for ack in case.usable(*_CREDITS):
            if block := blocks.pop(ack.at[0], None) if ack.at else None:
                yield block, ack.evidence
        if self.where == "anywhere":
            for block in case.scene.article:
                if word_count(block.text) <= _LINE:
                    yield block, None


def _first(case: Case, places: list[_Place]) -> list[Evidence]:
    """Where the first of some places is."""
    return [evidence or case.evidence(block, 0, len(block.text)) for block, evidence in places[:1]]


def _numbers(block: Block) -> set[int]:
    return {int(number) for number in _NUMBER.findall(_ADDRESS.sub(" ", block.text))}


def _is_dated(block: Block) -> bool:
    return any(number in _YEARS for number in _numbers(block)) or bool(_FIGURES.search(block.text))


def _has(block: Block, day: date) -> bool:
    numbers = _numbers(block)
    return day.day in numbers and bool({day.year, day.year % 100} & numbers)
