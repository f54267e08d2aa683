"""Fixed words of several kinds, found in one pass over a page: which of its blocks are worth a closer look."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from checker.page.page import Block


class Joined:
    """The folded text of some blocks as one text, a line break as a space."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.text = " ".join(block.folded for block in blocks).replace("\n", " ")
        self._starts = list(_starts(blocks))

    def number(self, offset: int) -> int:
        """Which of the blocks an offset lies in, counted from 0."""
        return bisect_right(self._starts, offset) - 1


class Spotter:
    """Folded words by their kinds. Looking for all of them takes no longer than looking for one."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._kinds: dict[str, list[str]] = {}
        for kind, each in words.items():
            for word in dict.fromkeys(each):
                self._kinds.setdefault(word, []).append(kind)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(self._kinds)

    @cached_property
    def _automaton(self) -> Any:
        return automaton(self._words)

    def spot(self, blocks: Sequence[Block]) -> Mapping[str, tuple[Block, ...]]:
        """The blocks that hold a word of each kind, or begin one that ends in the next, in their order.

        A word inside another counts too: what is spotted is to be looked at, no more.
        """
        joined = Joined(blocks)
        found: dict[str, dict[int, None]] = {}
        for word, start, _ in self._automaton.find_matches_as_indexes(joined.text, overlapping=True):
            for kind in self._kinds[self._words[word]]:
                found.setdefault(kind, {})[joined.number(start)] = None
        return {kind: tuple(blocks[number] for number in sorted(numbers)) for kind, numbers in found.items()}


def has_any(words: tuple[str, ...], text: str) -> bool:
    """True where a text has one of some words in it, be it inside another."""
    return bool(_kept(words).find_matches_as_indexes(text))


def those_in(words: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Those of some words that a text has in it, in the words' own order."""
    found = _kept(words).find_matches_as_indexes(text, overlapping=True)
    return tuple(words[number] for number in sorted({number for number, *_ in found}))


@lru_cache(maxsize=64)
def _kept(words: tuple[str, ...]) -> Any:
    return automaton(words)


def automaton(words: Sequence[str]) -> Any:
    """An Aho-Corasick automaton that finds all of some words in one pass, each by its number."""
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415

    return AhoCorasick(list(words), matchkind=MatchKind.Standard)


def _starts(blocks: Iterable[Block]) -> Iterator[int]:
    at = 0
    for block in blocks:
        yield at
        at += len(block.folded) + 1
