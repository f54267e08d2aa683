"""Where on a page a credit stands: at the top, in the first sentence, in the byline, at the bottom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from checker.acknowledgements.standing import sentence
from checker.model import Acknowledgement, Kind, Outcome
from checker.page.page import Block, Region
from checker.page.text import word_count
from checker.requirements.case import Case, Verdict, where

NEAR = 80
"""How many words from the beginning or the end of an article are its top and its bottom, where the terms give no number."""
_BESIDE = 1

Place = tuple[int, int]
"""The index of a block and an offset in it."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place that terms ask for."""

    name: str
    within_words: int = NEAR

    def holds(self, case: Case, at: Place | None) -> bool | None:
        """Whether a place is there; None for what stands in no block, as front matter does."""
        return None if at is None else _TESTS[self.name](case, at, self.within_words)

    def __str__(self) -> str:
        return _SAID[self.name].format(n=self.within_words)


def placed(
    case: Case, verdict: Verdict, found: Iterable[Acknowledgement], position: str | None, within_words: int | None
) -> Verdict:
    """A pass, unless none of what was found stands where the terms ask for it; any other verdict as it is."""
    return placed_at(case, verdict, [ack.at for ack in found], position, within_words)


def placed_at(
    case: Case, verdict: Verdict, places: Iterable[Place | None], position: str | None, within_words: int | None
) -> Verdict:
    """The same for places; None is a place that cannot be told, as in front matter."""
    if position is None or verdict.outcome is not Outcome.PASSED:
        return verdict
    asked = Position(position, within_words or NEAR)
    held = [asked.holds(case, at) for at in places]
    if True in held:
        return verdict
    seen = f" ({where(verdict.evidence[0])})" if verdict.evidence else ""
    if None in held or not held:
        message = f"{verdict.message} Whether it will stand {asked} cannot be told from the source{seen}."
        return replace(verdict, outcome=Outcome.CANT_TELL, message=message, reason="placement_unknown")
    return replace(verdict, outcome=Outcome.FAILED, message=f"{verdict.message} But it does not stand {asked}{seen}.")


def words_before(case: Case, at: Place) -> int:
    """How many words of the article stand before a place; 0 for what stands before the article."""
    number, block = _block_at(case, at)
    return case.scene.layout.words[number] + (word_count(block.text[: at[1]]) if block else 0)


def words_after(case: Case, at: Place) -> int:
    """How many words of the article stand behind the line of a place; 0 for what stands behind the article."""
    number, block = _block_at(case, at)
    words = case.scene.layout.words
    if block is None:
        return words[-1] - words[number]
    return words[-1] - words[number + 1] + word_count(block.text[block.line_at(at[1])[1] :])


def _block_at(case: Case, at: Place) -> tuple[int, Block | None]:
    """How many blocks of the article stand before a place, and the one that it lies in."""
    body = case.scene.layout.body
    number = bisect_left(body, at[0], key=lambda each: each.index)
    return number, body[number] if number < len(body) and body[number].index == at[0] else None


def _top(case: Case, at: Place, within: int) -> bool:
    return words_before(case, at) < within


def _bottom(case: Case, at: Place, within: int) -> bool:
    return words_after(case, at) < within


def _first_paragraph(case: Case, at: Place, _: int) -> bool:
    return at[0] <= case.scene.layout.prose[0]


def _first_sentence(case: Case, at: Place, _: int) -> bool:
    first = case.scene.layout.prose[0]
    if at[0] != first:
        return at[0] < first
    block = next(block for block in case.scene.page.blocks if block.index == first)
    return at[1] < sentence(block, 0)[1]


def _heading(case: Case, at: Place, _: int) -> bool:
    return at[0] < case.scene.layout.prose[0] or words_before(case, at) == 0


def _byline(case: Case, at: Place, _: int) -> bool:
    """In the byline's own block or right beside it; a block marked up as one is one."""
    block = next((block for block in case.scene.page.blocks if block.index == at[0]), None)
    if block is not None and block.region is Region.BYLINE:
        return True
    bylines = [ack.at[0] for ack in case.of(Kind.AUTHOR_CREDIT) if ack.at and ack.usable]
    return any(abs(at[0] - byline) <= _BESIDE for byline in bylines)


_TESTS: Mapping[str, Callable[[Case, Place, int], bool]] = {
    "top": _top,
    "bottom": _bottom,
    "top_or_bottom": lambda case, at, within: _top(case, at, within) or _bottom(case, at, within),
    "first_paragraph": _first_paragraph,
    "first_sentence": _first_sentence,
    "heading": _heading,
    "byline": _byline,
}
_SAID = {
    "top": "at the top, within the first {n} words",
    "bottom": "at the bottom, within the last {n} words",
    "top_or_bottom": "at the top or the bottom, within {n} words of it",
    "first_paragraph": "in the first paragraph",
    "first_sentence": "in the first sentence",
    "heading": "before the text",
    "byline": "in the byline",
}
