"""What two rows of words or sentences have in common, in order. The one room that knows the library that finds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple


class Run(NamedTuple):
    """A row that both have: where it starts and ends in the one, and where it starts in the other."""

    start: int
    end: int
    other: int

    @property
    def other_end(self) -> int:
        """Where it ends in the other."""
        return self.other + self.end - self.start


def runs(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> list[Run]:
    """The rows that make up the longest common part, in order."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415  (only a comparison needs it)

    found = LCSseq.editops(ours, theirs).as_matching_blocks()
    return [Run(block.a, block.a + block.size, block.b) for block in found if block.size]


def common(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> int:
    """How long the longest common part is."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415  (only a comparison needs it)

    return LCSseq.similarity(ours, theirs)


def spelled(rows: Sequence[Sequence[Hashable]]) -> list[str]:
    """Rows with a letter in the place of each thing in them, the same one for the same: nothing is compared as quickly as letters."""
    letters = defaultdict[Hashable, str](map(chr, count()).__next__)
    return ["".join(map(letters.__getitem__, row)) for row in rows]


def likest(sides: Iterable[tuple[str, Sequence[str]]], least: float) -> Iterator[Sequence[tuple[int, float]]]:
    """For each row and the others beside it those of them that are like it: their numbers, and the share that both have, in order."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415  (only a comparison needs it)
    from rapidfuzz.process import extract  # noqa: PLC0415

    for row, others in sides:
        found = extract(row, others, scorer=Indel.normalized_similarity, score_cutoff=least, limit=None) if row else ()
        yield [(number, share) for _, share, number in found]


def ends(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> tuple[int, int]:
    """How much of the start and of the end is the same."""
    from rapidfuzz.distance import Postfix, Prefix  # noqa: PLC0415  (only a comparison needs it)

    first = Prefix.similarity(ours, theirs)
    return first, Postfix.similarity(ours[first:], theirs[first:])
