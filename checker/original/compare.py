"""The text of a copy beside the original's, sentence by sentence.

Sentences are compared as words, so quotes, spaces and letter case are no change. What a copy has before its first and after its
last kept sentence is its own frame (a credit, a byline, a note), and no addition to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.page.text import fold, is_ideographic

_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|(?<=[。！？])|\n+")
_WORD = re.compile(r"\w+")
_LEAST = 4
"""Shorter sentences are too common to say anything."""
_LIKE = 75
"""From this likeness on (0 to 100, of the words) a sentence is the other one, changed."""
_MANY = 3000


@dataclass(frozen=True, slots=True)
class Comparison:
    """`kept` is the share of the original's words in sentences that are there, changed or not; `sentences` is how many it has."""

    kept: float
    sentences: int = 0
    changed: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def edited(self) -> bool:
        """True where the copy is not word for word the original."""
        return bool(self.changed or self.removed or self.added)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands, and its words as they are compared."""

    text: str
    words: str


def sentences(paragraphs: Iterable[str]) -> list[Sentence]:
    """The sentences of some paragraphs that are long enough to tell."""
    found: list[Sentence] = []
    for paragraph in paragraphs:
        for text in _SENTENCE.split(paragraph):
            words = _WORD.findall(fold(text))
            if len(words) >= _LEAST or sum(map(is_ideographic, text)) >= 2 * _LEAST:
                found.append(Sentence(" ".join(text.split()), " ".join(words)))
    return found[:_MANY]


def compare(original: Sequence[str], copy: Sequence[str]) -> Comparison | None:
    """What became of an original's paragraphs in a copy; None where the original has no text to compare."""
    first, second = sentences(original), sentences(copy)
    if not first:
        return None
    there = {sentence.words for sentence in second}
    missing = [sentence for sentence in first if sentence.words not in there]
    known = {sentence.words for sentence in first}
    further = [sentence for sentence in second if sentence.words not in known]
    changed = _pairs(missing, further)
    gone = {one.words for one, _ in changed}
    removed = [sentence for sentence in missing if sentence.words not in gone]
    new = {other.words for _, other in changed}
    kept = _weight(first) - _weight(removed)
    inner = _inside(second, {sentence.words for sentence in further} - new)
    added = [sentence for sentence in inner if sentence.words not in known and sentence.words not in new]
    return Comparison(
        kept / _weight(first),
        len(first),
        tuple((one.text, other.text) for one, other in changed),
        tuple(sentence.text for sentence in removed),
        tuple(sentence.text for sentence in added),
    )


def _pairs(missing: Sequence[Sentence], further: Sequence[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """Sentences of the original with the sentence of the copy that each became."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (only a comparison needs it)

    left = {number: sentence.words for number, sentence in enumerate(further)}
    pairs: list[tuple[Sentence, Sentence]] = []
    for sentence in missing:
        best = process.extractOne(sentence.words, left, scorer=fuzz.ratio, score_cutoff=_LIKE)
        if best:
            pairs.append((sentence, further[best[2]]))
            del left[best[2]]
    return pairs


def _inside(copy: Sequence[Sentence], new: set[str]) -> Sequence[Sentence]:
    """The copy's sentences from the first to the last that the original has too."""
    held = [number for number, sentence in enumerate(copy) if sentence.words not in new]
    return copy[held[0] : held[-1] + 1] if held else ()


def _weight(found: Iterable[Sentence]) -> int:
    return sum(len(sentence.words) for sentence in found)
