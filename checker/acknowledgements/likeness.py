"""Notices by likeness: a known text is found though some of its words were changed, and told from one that was cut.

Candidates are places where three words of the notice stand side by side; there the notice and the page are compared word by
word. The longest common subsequence says which words are left; where they begin and end says whether the notice is whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import islice, pairwise

from checker.page.text import fold
from checker.terms.pack import Notice

_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
_SHINGLE = 3
_MARGIN = 15
_MIN_WORDS = 12
_MIN_DENSITY = 0.6
_WHOLE = 0.7
_MAX_MISSING = 0.2
_MAX_STRETCH = 1.5
"""Text with half as many words again as the notice has something put in between."""
_FIRM = 2
_LONE = 5
_FAR = 10
_MAX_CHANGES = 12


class State(StrEnum):
    """How much of a notice is there."""

    WHOLE = "whole"
    TRUNCATED = "truncated"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A notice found in a text. `ratio` is the share of its words that are there; offsets are in the text."""

    start: int
    end: int
    ratio: float
    state: State
    difference: str


def _listed(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def shingles(text: str) -> set[tuple[str, ...]]:
    """All runs of three words of a text."""
    return set(_runs(_listed(text)))


def _runs(found: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(found[at:] for at in range(_SHINGLE)), strict=False)


class NoticeIndex:
    """Notices by their shingles, so that one pass over a page's words finds the candidates of all."""

    def __init__(self, notices: Mapping[str, str]) -> None:
        self._words = {key: _listed(text) for key, text in notices.items()}
        self._shingles: dict[tuple[str, ...], list[str]] = {}
        for key, text in notices.items():
            for shingle in shingles(text):
                self._shingles.setdefault(shingle, []).append(key)

    def search(self, text: str) -> Iterator[tuple[str, Likeness]]:
        """Each notice that a text has, with how much of it."""
        if not self._shingles:
            return
        hits: dict[str, list[int]] = {}
        words = _listed(text)
        for at, run in enumerate(_runs(words)):
            for key in self._shingles.get(run, ()):
                hits.setdefault(key, []).append(at)
        for key, places in hits.items():
            for first, last in _clusters(places, len(self._words[key])):
                start = max(0, first - _MARGIN)
                if found := compare(self._words[key], words[start : last + _SHINGLE + _MARGIN]):
                    yield key, _placed(found, start, text)


def _placed(found: Likeness, start: int, text: str) -> Likeness:
    """A likeness whose places are counted in words from one of a text on, with its offsets there.

    Where the words stand is asked only of the few texts that hold a notice.
    """
    spans = [word.span() for word in islice(_WORD.finditer(fold(text)), start + found.end)]
    return replace(found, start=spans[start + found.start][0], end=spans[-1][1])


class KnownNotices:
    """The notices of all publishers, under the id of the pack and their own: `example-news/fair-use`."""

    def __init__(self, notices: Iterable[tuple[str, Notice]] = ()) -> None:
        self._notices = {f"{pack}/{notice.id}": notice for pack, notice in notices}

    @cached_property
    def _index(self) -> NoticeIndex:
        return NoticeIndex({key: notice.text for key, notice in self._notices.items()})

    @cached_property
    def shingles(self) -> tuple[str, ...]:
        """What at least one place of a text reads like that has a notice: three of its words with a space between them, folded."""
        return tuple(" ".join(shingle) for notice in self._notices.values() for shingle in shingles(notice.text))

    def what(self, key: str) -> str:
        """What a notice is: `fair_use`, `disclaimer` or `statement`."""
        return self._notices[key].what

    def search(self, text: str) -> Iterator[tuple[str, Likeness]]:
        """Each known notice that a text has, with how much of it."""
        return self._index.search(text)


def _clusters(places: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """Runs of places no further apart than a third of the notice: one run a copy of it."""
    gap = max(8, length // 3)
    first = places[0]
    for one, other in pairwise([*places, places[-1] + gap + 1]):
        if other - one > gap:
            yield first, one
            first = other


def compare(notice: Sequence[str], there: Sequence[str]) -> Likeness | None:
    """The likeness of a notice's words and a text's, its places counted in words, or None where they have too little in common."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415  (only pages with a candidate need it)

    runs = [
        (block.src_start, block.dest_start, block.src_end - block.src_start)
        for block in Indel.opcodes(notice, there)
        if block.tag == "equal"
    ]
    # A common word far from the rest is chance: only firm runs say where the notice starts and ends.
    firm = _connected([run for run in runs if run[2] >= _FIRM])
    if not firm:
        return None
    first, last = firm[0], firm[-1]
    begin, end = first[0], last[0] + last[2]
    common = sum(size for at, _, size in runs if begin <= at < end)
    if common < min(_MIN_WORDS, len(notice) * _WHOLE) or common < _MIN_DENSITY * (end - begin):
        return None
    stretch = (last[1] + last[2] - first[1]) / (end - begin)
    return Likeness(
        first[1],
        last[1] + last[2],
        common / len(notice),
        _state(len(notice), begin, end, 0 if stretch > _MAX_STRETCH else common),
        _difference(notice, there, first[1], last[1] + last[2]),
    )


def _connected(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The runs without short ones at either end that stand far from the rest."""
    while len(runs) > 1 and runs[0][2] < _LONE and _distance(runs[0], runs[1]) > _FAR:
        runs = runs[1:]
    while len(runs) > 1 and runs[-1][2] < _LONE and _distance(runs[-2], runs[-1]) > _FAR:
        runs = runs[:-1]
    return runs


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    """How many words lie between two runs, in the notice or in the text, whichever are more."""
    return max(other[0] - one[0], other[1] - one[1]) - one[2]


def _state(length: int, begin: int, end: int, common: int) -> State:
    if begin > length * _MAX_MISSING or length - end > length * _MAX_MISSING:
        return State.TRUNCATED
    return State.WHOLE if common >= _WHOLE * length else State.ALTERED


def _difference(notice: Sequence[str], there: Sequence[str], begin: int, end: int) -> str:
    """What changed, as `[-old-]{+new+}`, the unchanged left out."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    shown = there[begin:end]
    changes: list[str] = []
    old: list[str] = []
    new: list[str] = []
    for block in [*Indel.opcodes(notice, shown), None]:
        if block is not None and block.tag != "equal":
            old += notice[block.src_start : block.src_end] if block.tag == "delete" else []
            new += shown[block.dest_start : block.dest_end] if block.tag == "insert" else []
        elif old or new:
            changes.append((f"[-{' '.join(old)}-]" if old else "") + (f"{{+{' '.join(new)}+}}" if new else ""))
            old, new = [], []
    more = f" and {len(changes) - _MAX_CHANGES} more" if len(changes) > _MAX_CHANGES else ""
    return " ".join(changes[:_MAX_CHANGES]) + more
