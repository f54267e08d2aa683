"""The differences between a copy and its original as a finding reports them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.model import Edit, Evidence
from checker.requirements.case import Case

if TYPE_CHECKING:
    from checker.original.differences import Difference

_BESIDE = 40
"""Characters on either side."""
MOST = 200
"""So many are reported; who has changed more has written another text."""


def edits(case: Case, differences: Iterable[Difference]) -> tuple[Edit, ...]:
    """Differences of the text, each with its line in the copy."""
    return tuple(_edit(case, each) for each, _ in zip(differences, range(MOST), strict=False))


def _edit(case: Case, difference: Difference) -> Edit:
    place = at(case, difference)
    line = place.line if place else None
    return Edit(difference.kind, difference.original, difference.copy, line, *_around(case, difference))


def _around(case: Case, difference: Difference) -> tuple[str, str]:
    """The text of the copy beside a difference: as much of its paragraph as somebody reads at a glance, with dots where it goes on."""
    span = difference.copy_at
    if span is None or span.last >= len(case.scene.article):
        return "", ""
    before = case.scene.article[span.paragraph].text[: span.start]
    after = case.scene.article[span.last].text[span.end :]
    return (
        f"… {before[-_BESIDE:].partition(' ')[2]}" if len(before) > _BESIDE else before,
        f"{after[:_BESIDE].rpartition(' ')[0]} …" if len(after) > _BESIDE else after,
    )


def at(case: Case, difference: Difference) -> Evidence | None:
    """Where in the copy a difference stands, or what it is missing behind; None where the page has no place for it."""
    span = difference.copy_at
    if span is None or span.paragraph >= len(case.scene.article):
        return None
    block = case.scene.article[span.paragraph]
    end = span.end if span.last == span.paragraph else len(block.text)
    return case.evidence(block, min(span.start, max(0, end - 1)), end)
