"""A text as sentences, each with its place."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from checker.original.style import Style
from checker.original.words import count, places, words

# Words that hold no end of a sentence, the marks that may be one, and what stands behind a space behind them, but for a small letter.
_PIECE = re.compile(r"([^.!?…。！？\n]*+)((?:[.!?…。！？\n]++(?:\s?»|[\"'”’)\]」』）])*+)?)(?:(?=\s([^a-z])))?")
_ALWAYS = "\n。！？"
_SAYS = re.compile(r"\w")
_WORD = 12
"""An abbreviation is no longer."""
_SLIGHT = 4
"""Paragraphs of fewer words (“Advertisement”, “Read more”) may be anybody's, and are no text to miss or to find put in."""
_SHORT = 200
_LONGEST = 2000
"""A sentence of more characters is no sentence: it is cut into pieces of at most so many words, so that no comparison takes long."""
_MOST = 400
_CUT = 50
_MANY = 10_000
_LARGE = 300_000
"""So many sentences and characters of a text are compared: fifty thousand words."""


@dataclass(eq=False, slots=True)
class Sentence:
    """A sentence with its place. `slight` where its whole paragraph has next to no words.

    Nothing changes one. It is not frozen because a text has hundreds, and a frozen one takes five times as long to make.
    """

    paragraph: int
    start: int
    end: int
    text: str
    slight: bool = False
    _words: tuple[str, ...] | None = field(default=None, init=False, repr=False)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words as they are compared. Few are asked for: most sentences are the same to the letter."""
        if self._words is None:
            self._words = words(self.text)
        return self._words

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where each of its words starts and ends in it."""
        return places(self.text, self.words)


Pieces = dict[str, list[tuple[int, int, str]]]
"""The sentences of a paragraph, by its text, and where each starts and ends. Most paragraphs of a copy are the original's."""


def sentences(paragraphs: Sequence[str], style: Style, known: Pieces | None = None) -> list[Sentence]:
    """The sentences of some paragraphs, in order, as many as are compared. `known` is told, and tells, what was found in each."""
    found: list[Sentence] = []
    known = {} if known is None else known
    left = _LARGE
    for number, paragraph in enumerate(paragraphs):
        slight = len(paragraph) < _SHORT and count(paragraph) < _SLIGHT
        text = paragraph[:left]
        if text not in known:
            known[text] = list(_sentences(text, style))
        made = [Sentence(number, start, end, piece, slight) for start, end, piece in known[text]]
        found += made if len(text) <= _LONGEST else chain.from_iterable(map(_cut, made))
        left -= len(paragraph)
        if left <= 0:
            break
    return found[:_MANY]


def is_small(paragraphs: Sequence[str], found: Sequence[Sentence]) -> bool:
    """True where all of a text is compared, and `found` are its sentences."""
    return len(found) < _MANY and sum(map(len, paragraphs)) <= _LARGE


def _sentences(text: str, style: Style) -> Iterator[tuple[int, int, str]]:
    """The sentences of a paragraph without the white space between them, and where each starts and ends."""
    start = end = 0
    for body, mark, after in _PIECE.findall(text):
        end += len(body) + len(mark)
        # Behind the last words stands no mark, and they are a sentence too.
        ends = mark[:1] in _ALWAYS
        if after and not after.islower():
            ends = mark != "." or not _is_short(text, end, style)
        if ends:
            piece = text[start:end].strip()
            if piece and (piece[0].isalnum() or _SAYS.search(piece)):
                at = text.index(piece, start)
                yield at, at + len(piece), piece
            start = end


def _is_short(text: str, end: int, style: Style) -> bool:
    """True where a point belongs to an abbreviation or an initial."""
    word = text[max(0, end - _WORD) : end - 1].rpartition(" ")[2].lstrip("(“\"'")
    return word.lower() in style.abbreviations or len(word) == 1 or word[-2:-1] == "."


def _cut(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, or the pieces of one without an end. A word itself says whether it ends one: the same words are cut in one place."""
    if len(sentence.text) <= _LONGEST:
        yield sentence
        return
    there, first = sentence.places, 0
    for number, (word, (_, end)) in enumerate(zip(sentence.words, there, strict=True), 1):
        full = number - first >= _MOST or number == len(there)
        if full or not zlib.crc32(word.encode("utf-8", "replace")) % _CUT:
            start = there[first][0]
            yield Sentence(sentence.paragraph, sentence.start + start, sentence.start + end, sentence.text[start:end])
            first = number
