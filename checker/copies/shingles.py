"""A text as shingles: every run of a few words, by which a text is known again wherever its parts went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.original.words import words
from checker.page.text import is_ideographic

RUN = 5
"""Words: two texts that have nothing to do with each other seldom have so many of them in a row in common, and hardly ever many times."""
_SIGN = 0.5
"""What a sign counts where words are written without spaces."""


@dataclass(frozen=True)
class Shingled:
    """The words of a text, or its signs where it is written without spaces."""

    words: Sequence[str]

    @cached_property
    def weights(self) -> Sequence[float]:
        """How much of a word each of them is."""
        return [_SIGN if len(word) == 1 and is_ideographic(word) else 1.0 for word in self.words]

    @cached_property
    def ends(self) -> Sequence[int]:
        """Where the shingle that begins at each word ends; there are fewer than words, for the last begin none."""
        ends, held, end = [], 0.0, 0
        for weight in self.weights:
            while held < RUN and end < len(self.words):
                held += self.weights[end]
                end += 1
            if held < RUN:
                break
            ends.append(end)
            held -= weight
        return ends

    @cached_property
    def hashes(self) -> Sequence[int]:
        """Each shingle as a number that is the same for the same words, in this process."""
        if _SIGN not in self.weights:
            return [hash(run) for run in zip(*(self.words[at:] for at in range(RUN)), strict=False)]
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
