"""Sentences in a row as words with their places, and stretches of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from checker.original.words import Sentence, Token


@dataclass(frozen=True, slots=True)
class Span:
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


@dataclass(frozen=True)
class Passage:
    """Sentences that belong together, as one row of words with their places."""

    paragraphs: Sequence[str]
    tokens: tuple[Token, ...]
    start: tuple[int, int]
    end: tuple[int, int]

    @cached_property
    def words(self) -> list[str]:
        """Its words as they are compared."""
        return [token.word for token in self.tokens]

    @cached_property
    def written(self) -> list[str]:
        """Its words as they stand."""
        return [self.paragraphs[token.paragraph][token.start : token.end] for token in self.tokens]

    def span(self, which: range) -> Span:
        """Where some of its words stand; for none of them, the place behind the word before."""
        if which:
            first, last = self.tokens[which.start], self.tokens[which.stop - 1]
            return Span(first.paragraph, first.start, last.paragraph, last.end)
        before = self.tokens[which.start - 1] if which.start else None
        paragraph, at = (before.paragraph, before.end) if before else self.start
        return Span(paragraph, at, paragraph, at)

    def text(self, which: range) -> str:
        """Some of its words with all that stands between them; there is at least one."""
        return self.span(which).of(self.paragraphs)

    def between(self, number: int) -> str | None:
        """What stands before one of its words and behind the word before; behind the last one with their count. None across paragraphs."""
        before = self.tokens[number - 1] if number else None
        after = self.tokens[number] if number < len(self.tokens) else None
        paragraph, start = (before.paragraph, before.end) if before else self.start
        last, end = (after.paragraph, after.start) if after else self.end
        if paragraph != last:
            return None
        return self.paragraphs[paragraph][start:end]


def passage(paragraphs: Sequence[str], found: Sequence[Sentence]) -> Passage:
    """Sentences in a row as one passage."""
    tokens = tuple(chain.from_iterable(sentence.tokens for sentence in found))
    first, last = found[0], found[-1]
    return Passage(paragraphs, tokens, (first.paragraph, first.start), (last.paragraph, last.end))
