"""Two texts as one row of words: those that both have, those that one lost, those that the other has instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.original.common import Run, ends, runs

Kind = Literal["equal", "removed", "added"]
_DENSE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_PIECE = re.compile(rf"\s*(?:[{_DENSE}]|[^\s{_DENSE}]+)|\s+$")
_LONGEST = 5000
"""Of more words in one paragraph no difference is looked for between the first and the last that differ."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of an original that its copy has too (`equal`) or has not (`removed`), or words of the copy alone (`added`)."""

    kind: Kind
    text: str


def segments(original: str, copy: str) -> list[Segment]:
    """The segments of two texts; the equal and removed ones make up the original, the equal and added ones the copy.

    >>> [(each.kind, each.text) for each in segments("The river rose.", "The river fell.")]
    [('equal', 'The river'), ('removed', ' rose.'), ('added', ' fell.')]
    """
    ours, theirs = _pieces(original), _pieces(copy)
    return [Segment(kind, "".join(pieces)) for kind, pieces in _parts(ours, theirs) if pieces]


def _parts(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[Kind, Sequence[str]]]:
    """The rows of pieces; where both texts differ, what was removed stands before what was added."""
    last_ours = last_theirs = 0
    for run in (*_equal(ours, theirs), Run(len(ours), len(ours), len(theirs))):
        yield "removed", ours[last_ours : run.start]
        yield "added", theirs[last_theirs : run.other]
        yield "equal", ours[run.start : run.end]
        last_ours, last_theirs = run.end, run.other_end


def _equal(ours: Sequence[str], theirs: Sequence[str]) -> list[Run]:
    if max(len(ours), len(theirs)) <= _LONGEST:
        return runs(ours, theirs)
    first, last = ends(ours, theirs)
    return [Run(0, first, 0), Run(len(ours) - last, len(ours), len(theirs) - last)]


def _pieces(text: str) -> list[str]:
    """The words of a text with the space before each; where words are written without spaces, its signs."""
    return _PIECE.findall(text)
