"""A text as sentences, and where each of them stands."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from checker.original.style import Style
from checker.original.words import count, places, words

_MAY = ".!?…"
_ALWAYS = "\n。！？"
_CLOSING = "\"'”’)\\]」』）»"


def _pattern(may: str, always: str) -> re.Pattern[str]:
    """Words that hold no end of a sentence, and the marks behind them that may be one, with what closes it; behind the last stands none.

    Among the words stand marks that `may` end a sentence and do not: no white space is behind them, or a small letter behind that.
    """
    closing = rf"[{_CLOSING}]*+(?:\s»[{_CLOSING}]*+)*+"
    words = f"[^{may}{always}]*+"
    return re.compile(
        rf"({words}(?:[{may}][{may}{always}]*+{closing}(?!\s[^a-z]){words})*+)((?:[{may}{always}]++{closing})?)"
    )


_PIECE = _pattern(_MAY, _ALWAYS)
_POINTED = _pattern(".", "")
"""The same for a text that has no other of these marks, as most: one character is looked for much faster than one of several."""
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


class Words(dict[str, tuple[str, ...]]):
    """The words of sentences as they are compared, found when they are first asked for: most sentences are the same to the letter."""

    def __missing__(self, text: str) -> tuple[str, ...]:
        found = self[text] = words(text)
        return found


Pieces = tuple[list[str], list[int]]
"""The sentences of a paragraph without the white space between them, and behind which of its places each stands."""


class Paragraphs(dict[str, Pieces]):
    """The sentences of paragraphs, found when they are first asked for: most paragraphs of a copy are the original's."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def __missing__(self, text: str) -> Pieces:
        found = _pieces(text, self._style)
        self[text] = found = found if len(text) <= _LONGEST else _all_cut(text, found)
        return found


class Sentences(NamedTuple):
    """A text as its sentences, as many as are compared.

    `firsts` has for each paragraph the number of its first sentence, and `behind` for each sentence the place in its paragraph behind which
    it stands. `slight` are those that may be missing or put in without a word: their whole paragraph has next to no words, or belongs to
    the page around the article.
    """

    paragraphs: Sequence[str]
    texts: list[str]
    firsts: list[int]
    behind: list[int]
    slight: set[int]
    known: Words

    def words(self, number: int) -> tuple[str, ...]:
        """The words of a sentence as they are compared."""
        return self.known[self.texts[number]]

    def place(self, number: int) -> tuple[int, int, int]:
        """The paragraph in which a sentence stands, and where it starts and ends there. Few are asked for: those that differ."""
        paragraph, text = bisect_right(self.firsts, number) - 1, self.texts[number]
        start = self.paragraphs[paragraph].index(text, self.behind[number])
        return paragraph, start, start + len(text)

    @property
    def whole(self) -> bool:
        """True where all of the text is compared."""
        return len(self.texts) < _MANY and sum(map(len, self.paragraphs)) <= _LARGE


class Reader:
    """Reads the texts of one comparison as sentences. What it found in one it knows in the next: a copy has most of its original again."""

    def __init__(self, style: Style) -> None:
        self._paragraphs, self._words = Paragraphs(style), Words()

    def sentences(self, paragraphs: Sequence[str], frame: Collection[int] = frozenset()) -> Sentences:
        """The sentences of some paragraphs. `frame` has the numbers of those that belong to the page around the article."""
        found = [self._paragraphs[text] for text in _compared(paragraphs)]
        texts = list(chain.from_iterable([pieces for pieces, _ in found]))[:_MANY]
        behind = list(chain.from_iterable([places for _, places in found]))
        firsts = list(accumulate([len(pieces) for pieces, _ in found], initial=0))
        slight = [
            at for at, text in enumerate(paragraphs) if at in frame or (len(text) < _SHORT and count(text) < _SLIGHT)
        ]
        numbers = chain.from_iterable(range(*firsts[at : at + 2]) for at in slight if at < len(found))
        return Sentences(paragraphs, texts, firsts, behind, {at for at in numbers if at < len(texts)}, self._words)


def _compared(paragraphs: Sequence[str]) -> Sequence[str]:
    """The paragraphs as far as they are compared."""
    if sum(map(len, paragraphs)) <= _LARGE:
        return paragraphs
    ends = list(accumulate(map(len, paragraphs)))
    last = bisect_left(ends, _LARGE)
    return [*paragraphs[:last], paragraphs[last][: len(paragraphs[last]) - ends[last] + _LARGE]]


def _pieces(text: str, style: Style) -> Pieces:
    found: list[str] = []
    behind: list[int] = []
    start = end = 0
    plain = text.isascii()
    pointed = plain and "!" not in text and "?" not in text and "\n" not in text
    for body, mark in (_POINTED if pointed else _PIECE).findall(text):
        end += len(body) + len(mark)
        small = not plain and text[end + 1 : end + 2].islower() and mark[:1] not in _ALWAYS
        if small or (mark == "." and _is_short(text, end, style)):
            continue
        piece = text[start:end].strip()
        if piece and (piece[0].isalnum() or _SAYS.search(piece)):
            found.append(piece)
            behind.append(start)
        start = end
    return found, behind


def _is_short(text: str, end: int, style: Style) -> bool:
    """True where a point belongs to an abbreviation or an initial."""
    word = text[end - _WORD if end > _WORD else 0 : end - 1].rpartition(" ")[2].lstrip("(“\"'")
    return word.lower() in style.abbreviations or len(word) == 1 or word[-2:-1] == "."


def _all_cut(text: str, pieces: Pieces) -> Pieces:
    """The sentences, and in the place of each that is too long its pieces."""
    found: list[str] = []
    behind: list[int] = []
    for piece, before in zip(*pieces, strict=True):
        start = text.index(piece, before)
        for first, end in _cut(piece) if len(piece) > _LONGEST else ((0, len(piece)),):
            found.append(piece[first:end])
            behind.append(start + first)
    return found, behind


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Where to cut a sentence without an end. A word itself says whether it ends a piece: the same words are cut in one place."""
    found = words(text)
    there, first = places(text, found), 0
    for number, (word, (_, end)) in enumerate(zip(found, there, strict=True), 1):
        full = number - first >= _MOST or number == len(there)
        if full or not zlib.crc32(word.encode("utf-8", "replace")) % _CUT:
            yield there[first][0], end
            first = number
