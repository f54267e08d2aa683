"""A text as shingles: every run of a few words, by which a text is known again wherever its parts went."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile

from checker.original.words import words
from checker.page.text import is_ideographic

RUN = 5
"""Words: two texts that have nothing to do with each other seldom have so many in a row in common, and hardly ever many times."""
_SIGN, _LETTER = 0.5, 0.25
"""What a sign counts where words are written without spaces, and what a letter does."""


@dataclass(frozen=True)
class Shingled:
    """The words of a text, or its signs where it is written without spaces."""

    words: Sequence[str]

    @cached_property
    def weights(self) -> Sequence[float]:
        """How much of a word each of them is."""
        signs = {word: _weight(word) for word in set(self.words) if is_ideographic(word[0])}
        return [signs.get(word, 1) for word in self.words] if signs else [1] * len(self.words)

    @cached_property
    def ends(self) -> Sequence[int]:
        """Where the shingle that begins at each word ends; there are fewer than words, for the last begin none."""
        sums = [0, *accumulate(self.weights)]
        if sums[-1] == len(self.words):
            return range(RUN, len(self.words) + 1)
        ends = (bisect_left(sums, held + RUN, start) for start, held in enumerate(sums))
        return list(takewhile(len(sums).__gt__, ends))

    @cached_property
    def hashes(self) -> Sequence[int]:
        """Each shingle as a number that is the same for the same words, in this process."""
        return [hash(tuple(self.words[start:end])) for start, end in enumerate(self.ends)]

    def covered(self, starts: Iterable[int]) -> float:
        """How many words stand in the shingles that begin at some places, given in order; each counts once."""
        found, last = 0.0, 0
        for start in starts:
            end = self.ends[start]
            found += sum(self.weights[max(start, last) : end])
            last = end
        return found


def shingled(texts: Iterable[str]) -> Shingled:
    """Some paragraphs as shingles, which go on from one to the next: hosts break paragraphs as they like."""
    return Shingled([word for text in texts for word in words(text)])


def _weight(sign: str) -> float:
    return _LETTER if "\u0e00" <= sign[0] <= "\u0e7f" else _SIGN
