"""The text of a copy beside the original's: what is kept, and every difference with its class.

Sentences are paired first, then the words of those that are not the same. What a copy has before its first and after its last paired
sentence is its own frame (a credit, a byline, a note), and so are the paragraphs that the caller names: they are no additions.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

from checker.model import EditClass
from checker.original.differences import Difference
from checker.original.sentences import Reader, Sentences
from checker.original.sides import Side, compared
from checker.original.style import language, style

_FOREIGN = 0.3
"""A text in another language keeps less than this: names, and quotes that were left as they were."""
_LONGEST = 20
_LOST = (EditClass.REMOVED, EditClass.TRUNCATED)
_NO_EDIT = frozenset({EditClass.TYPOGRAPHY, EditClass.HOUSE_STYLE})


@dataclass(frozen=True, slots=True)
class Text:
    """A text to compare: its paragraphs, the language that it says it is in, and the numbers of the paragraphs around the article."""

    paragraphs: Sequence[str]
    language: str | None = None
    frame: Collection[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Comparison:
    """`kept` is the share of the original's words that is there, changed, elsewhere or as it was; `sentences` is how many it has.

    `words_added` is how many words were put in. `whole` is False where the texts are longer than what is compared. `late` is the share
    of the original's words that is missing before the first of them that is there.
    """

    kept: float
    sentences: int = 0
    differences: tuple[Difference, ...] = ()
    words_added: int = 0
    whole: bool = True
    late: float = 0.0

    def of(self, *kinds: EditClass) -> tuple[Difference, ...]:
        """The differences of some classes."""
        return tuple(each for each in self.differences if each.kind in kinds)

    @property
    def translated(self) -> bool:
        """True where the copy is in another language."""
        return bool(self.of(EditClass.TRANSLATED))

    @property
    def edited(self) -> bool:
        """True where more than type and style differs."""
        return any(each.kind not in _NO_EDIT for each in self.differences)

    @property
    def added(self) -> tuple[Difference, ...]:
        """The sentences that were put in."""
        return tuple(each for each in self.of(EditClass.ADDED) if not each.within)

    @property
    def removed(self) -> tuple[Difference, ...]:
        """What was left out: sentences and words."""
        return self.of(*_LOST)


def compare(original: Text, copy: Text) -> Comparison | None:
    """What became of an original in a copy; None where the original has no text to compare."""
    known = style(original.language)
    reader = Reader(known)
    ours, theirs = (Side(reader.sentences(each.paragraphs, each.frame)) for each in (original, copy))
    article = ours.article
    if not article:
        return None
    found = tuple(compared(ours, theirs, known))
    lost, words = sum(each.lost for each in found), ours.count(article)
    kept = max(0.0, 1 - lost / words) if lost else 1.0
    late = found[0].lost / words if found and _begins(found[0], ours) else 0.0
    if kept < _FOREIGN and _is_foreign((original, ours), (copy, theirs)):
        found = (Difference(EditClass.TRANSLATED, "", "", None, None),)
    put = sum(each.put for each in found)
    return Comparison(kept, len(article), found, put, ours.sentences.whole and theirs.sentences.whole, late)


def _begins(first: Difference, ours: Side) -> bool:
    """True for sentences that are missing from an original's first one on."""
    start = ours.span(ours.article[0], ours.article[0])[:2]
    return first.kind in _LOST and not first.within and first.original_at is not None and first.original_at[:2] == start


def _is_foreign(*sides: tuple[Text, Side]) -> bool:
    """True where two texts are in two languages."""
    ours, theirs = (_language(text.language, side.sentences) for text, side in sides)
    return bool(ours and theirs) and ours != theirs


def _language(declared: str | None, found: Sentences) -> str | None:
    """The language of a text by its words, or the one that it says it is in where its words do not tell."""
    longest = sorted(map(found.words, range(len(found.texts))), key=len, reverse=True)[:_LONGEST]
    told = language(list(chain.from_iterable(longest)))
    return told or (declared.replace("_", "-").split("-")[0].lower() if declared else None)
