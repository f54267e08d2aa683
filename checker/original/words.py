"""A text as sentences, and sentences as the words by which they are compared, each with its place."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checker.original.style import Style
from checker.page.text import IGNORABLE, fold, word_count

_DENSE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_NO_SPACES = re.compile(f"[{_DENSE}]")
_LETTER = rf"(?![{_DENSE}])[\w{IGNORABLE.pattern[1:-1]}\u0300-\u036f]"
_NUMBER = r"(?:(?<![^\s(\[])-)?\d+(?:[.,:]\d+)+(?!\w)|(?<![^\s(\[])-\d+"
# A word with its apostrophes, a number with its marks, a sign of a script without spaces, a sign that says something.
_TOKEN = re.compile(
    rf"(?!\d)(?:{_LETTER})+(?:'(?:{_LETTER})+)*|{_NUMBER}|[{_DENSE}]|(?:{_LETTER})+(?:'(?:{_LETTER})+)*|[$€£¥%&+=°§<>]"
)
_ASCII_TOKEN = re.compile(rf"[a-z_]\w*(?:'\w+)*|{_NUMBER}|\w+(?:'\w+)*|[$%&+=<>]", re.ASCII)
_END = re.compile(r"[.!?…。！？\n]+(?:\s?»|[\"'”’)\]」』）])*")
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


class Token(NamedTuple):
    """A word as it is compared, and where it stands."""

    word: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence with its place. `slight` where its whole paragraph has next to no words."""

    paragraph: int
    start: int
    end: int
    text: str
    slight: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words as they are compared."""
        return words(self.text)

    @property
    def tokens(self) -> list[Token]:
        """Its words, each with its place."""
        at, first, folded = self.paragraph, self.start, fold(self.text)
        if folded.isascii():
            found = ((each[0], each.span()) for each in _ASCII_TOKEN.finditer(folded))
        else:
            found = ((plain, each.span()) for each in _TOKEN.finditer(folded) if (plain := _plain(each[0])))
        return [Token(word, at, first + start, first + end) for word, (start, end) in found]


def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: folded, ligatures and accents in one form, unseen characters gone."""
    folded = fold(text)
    if folded.isascii():
        return tuple(_ASCII_TOKEN.findall(folded))
    return tuple(plain for word in _TOKEN.findall(folded) if (plain := _plain(word)))


def count(text: str) -> int:
    """How many words a text has; where words are written without spaces, two characters count as one."""
    return len(text.split()) if text.isascii() or not _NO_SPACES.search(text) else word_count(text)


def sentences(paragraphs: Sequence[str], style: Style) -> list[Sentence]:
    """The sentences of some paragraphs, in order, as many as are compared."""
    found: list[Sentence] = []
    left = _LARGE
    for number, paragraph in enumerate(paragraphs):
        slight = len(paragraph) < _SHORT and count(paragraph) < _SLIGHT
        for start, text in _sentences(paragraph[:left], style):
            sentence = Sentence(number, start, start + len(text), text, slight)
            found += [sentence] if len(text) <= _LONGEST else _cut(sentence)
        left -= len(paragraph)
        if left <= 0:
            break
    return found[:_MANY]


def is_small(paragraphs: Sequence[str], found: Sequence[Sentence]) -> bool:
    """True where all of a text is compared, and `found` are its sentences."""
    return len(found) < _MANY and sum(map(len, paragraphs)) <= _LARGE


def _sentences(text: str, style: Style) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph without the white space between them, and where each starts."""
    start = 0
    ends = [found.end() for found in _END.finditer(text) if _ends(text, found, style)]
    for end in (*ends, len(text)):
        if (piece := text[start:end].strip()) and _SAYS.search(piece):
            yield text.index(piece, start), piece
        start = end


def _ends(text: str, found: re.Match[str], style: Style) -> bool:
    """False behind an abbreviation or an initial, and before a small letter."""
    mark, end = found[0], found.end()
    if mark[0] in "\n。！？":
        return True
    if not text[end : end + 1].isspace() or text[end + 1 : end + 2].islower():
        return False
    if mark != ".":
        return True
    word = text[max(0, end - _WORD) : end - 1].rpartition(" ")[2].lstrip("(“\"'")
    return word.lower() not in style.abbreviations and not (len(word) == 1 or word[-2:-1] == ".")


def _cut(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence without an end in pieces. A word itself says whether it ends one, so the same words are cut in the same places."""
    tokens, first = sentence.tokens, 0
    for number, token in enumerate(tokens, 1):
        full = number - first >= _MOST or number == len(tokens)
        if full or not zlib.crc32(token.word.encode("utf-8", "replace")) % _CUT:
            start, end = tokens[first].start, token.end
            text = sentence.text[start - sentence.start : end - sentence.start]
            yield Sentence(sentence.paragraph, start, end, text)
            first = number


def _plain(word: str) -> str:
    return word if word.isascii() else unicodedata.normalize("NFKC", IGNORABLE.sub("", word))
