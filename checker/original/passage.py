"""Sentences in a row as words with their places, and stretches of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from checker.original.sentences import Sentence


class Span(NamedTuple):
    """A stretch of a text: from an offset in one paragraph to an offset in the same or a later one."""

    paragraph: int
    start: int
    last: int
    end: int

    def of(self, paragraphs: Sequence[str]) -> str:
        """The words that stand there."""
        if self.paragraph == self.last:
            return paragraphs[self.paragraph][self.start : self.end]
        between = paragraphs[self.paragraph + 1 : self.last]
        return "\n".join([paragraphs[self.paragraph][self.start :], *between, paragraphs[self.last][: self.end]])


class Passage(NamedTuple):
    """Sentences that belong together, as one text: its words as they are compared, and where in it each of them starts and ends.

    `starts` says where in it the text of each paragraph starts, from that with the number `paragraph` on.
    """

    text: str
    words: Sequence[str]
    places: Sequence[tuple[int, int]]
    paragraph: int
    starts: Sequence[int]

    def stretch(self, which: range) -> tuple[int, int]:
        """Where some of its words start and end; for none of them, the place behind the word before."""
        if which:
            return self.places[which.start][0], self.places[which.stop - 1][1]
        at = self.places[which.start - 1][1] if which.start else 0
        return at, at

    def span(self, start: int, end: int) -> Span:
        """One of its stretches as one of the whole text."""
        (paragraph, first), (last, behind) = self._at(start), self._at(end)
        return Span(paragraph, first, last, behind)

    def written(self, which: range) -> str:
        """Some of its words as they stand, with all that stands between them."""
        start, end = self.stretch(which)
        return self.text[start:end]

    def between(self, number: int) -> str | None:
        """What stands before one of its words and behind the word before; behind the last one with their count. None across paragraphs."""
        start = self.places[number - 1][1] if number else 0
        end = self.places[number][0] if number < len(self.places) else len(self.text)
        apart = len(self.starts) > 1 and self._at(start)[0] != self._at(end)[0]
        return None if apart else self.text[start:end]

    def _at(self, place: int) -> tuple[int, int]:
        """The paragraph in which one of its places is, and the offset there."""
        number = bisect_right(self.starts, place) - 1
        return self.paragraph + number, place - self.starts[number]


def passage(paragraphs: Sequence[str], found: Sequence[Sentence]) -> Passage:
    """Sentences in a row as one passage."""
    first, last = found[0], found[-1]
    if first is last:
        return Passage(first.text, first.words, first.places, first.paragraph, (-first.start,))
    text = Span(first.paragraph, first.start, last.paragraph, last.end).of(paragraphs)
    sizes = (len(paragraphs[number]) + 1 for number in range(first.paragraph, last.paragraph))
    starts = list(accumulate(sizes, initial=-first.start))
    words = [word for sentence in found for word in sentence.words]
    begins = ((starts[each.paragraph - first.paragraph] + each.start, each.places) for each in found)
    places = [(at + start, at + end) for at, there in begins for start, end in there]
    return Passage(text, words, places, first.paragraph, starts)
