"""Sentences in a row as words with their places, and stretches of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from checker.original.sentences import Sentences
from checker.original.words import places


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
        if len(self.starts) == 1:
            return Span(self.paragraph, start - self.starts[0], self.paragraph, end - self.starts[0])
        return Span(*self._at(start), *self._at(end))

    def written(self, which: range) -> str:
        """Some of its words as they stand, with all that stands between them."""
        start, end = self.stretch(which)
        return self.text[start:end]

    def row(self, start: int, end: int, *, first: bool, last: bool) -> str:
        """A row of its words as they stand; with all before it where its `first` word is among them, and all behind it with its `last`."""
        return self.text[0 if first else self.places[start][0] : None if last else self.places[end - 1][1]]

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


def passage(found: Sentences, which: range) -> Passage:
    """Sentences in a row as one passage."""
    paragraph, first, _ = found.place(which.start)
    if len(which) == 1:
        text, words = found.texts[which.start], found.words(which.start)
        return Passage(text, words, places(text, words), paragraph, (-first,))
    last, _, end = found.place(which.stop - 1)
    sizes = (len(found.paragraphs[number]) + 1 for number in range(paragraph, last))
    starts = list(accumulate(sizes, initial=-first))
    text = Span(paragraph, first, last, end).of(found.paragraphs)
    return Passage(text, said(found, which), list(_places(found, which, starts)), paragraph, starts)


def said(found: Sentences, which: range) -> tuple[str, ...]:
    """The words of some sentences."""
    return tuple(chain.from_iterable(map(found.words, which)))


def _places(found: Sentences, which: range, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each word of a passage starts and ends, whose paragraphs start at some places."""
    paragraph, *_ = found.place(which.start)
    for number in which:
        at, begin, _ = found.place(number)
        begin += starts[at - paragraph]
        yield from ((begin + start, begin + end) for start, end in places(found.texts[number], found.words(number)))
