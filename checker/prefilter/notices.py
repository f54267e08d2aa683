"""Whether a page may carry a publisher's own notice: by three words of it side by side, and by how many of its words are near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from checker.acknowledgements import likeness
from checker.prefilter.words import as_words, automaton

_AROUND = 40
"""Words that are looked at before and behind; a closer look takes fewer."""
_MOST_PLACES = 300
"""A page with more than so many places is not worth comparing: it is parsed."""
_ENOUGH, _SHARE = 12, 0.7
"""So many words, or that share of a short notice, make it one (see `likeness.compare`)."""


class Notices:
    """The notices of all publishers, ready to be looked for."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    def may_stand(self, words: bytes) -> bool:
        """True where a text, given as its words, may have one of the notices."""
        if not self._texts:
            return False
        places: dict[int, list[int]] = {}
        found = self._automaton.find_matches_as_indexes(words, overlapping=True)
        if len(found) > _MOST_PLACES:
            return True
        before = at = 0
        for number, start, _ in found:
            at += words.count(b" ", before, start)
            before = start
            for notice in self._owners[number]:
                places.setdefault(notice, []).append(at)
        there = words.split() if places else []
        return any(self._is_like(notice, found, there) for notice, found in places.items())

    def _is_like(self, notice: int, places: list[int], there: Sequence[bytes]) -> bool:
        from rapidfuzz.distance import LCSseq  # noqa: PLC0415  (few pages have a candidate)

        wanted = self._words[notice]
        needed = min(_ENOUGH, int(_SHARE * len(wanted)))
        return any(
            LCSseq.similarity(wanted, there[max(0, first - _AROUND) : last + _AROUND]) >= needed
            for first, last in _clusters(sorted(places), len(wanted))
        )

    @cached_property
    def _words(self) -> list[list[bytes]]:
        return [as_words(" ".join(word.text for word in likeness.words(text)).encode()).split() for text in self._texts]

    @cached_property
    def _owners(self) -> list[tuple[int, ...]]:
        return list(map(tuple, self._shingles.values()))

    @cached_property
    def _automaton(self) -> Any:
        return automaton(list(self._shingles))

    @cached_property
    def _shingles(self) -> dict[bytes, list[int]]:
        """For each three words the notices that have them."""
        found: dict[bytes, list[int]] = {}
        for number, text in enumerate(self._texts):
            for words in likeness.shingles(text):
                found.setdefault(as_words(" ".join(words).encode()), []).append(number)
        return found


def _clusters(places: list[int], length: int) -> Iterator[tuple[int, int]]:
    """Runs of places no further apart than half of the notice."""
    gap = max(16, length // 2)
    first = places[0]
    for one, other in pairwise([*places, places[-1] + gap + 1]):
        if other - one > gap:
            yield first, one
            first = other
