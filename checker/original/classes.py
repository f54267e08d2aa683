"""What kind of change words that differ are: of style, of time or place, or of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from itertools import takewhile
from typing import NamedTuple

from checker.model import EditClass
from checker.original.passage import Passage
from checker.original.style import Style, Vocabulary
from checker.page.text import fold

_YEAR = re.compile(r"(?:19|20)\d\d")
_POSSESSIVE = re.compile(r"'s$|'$")
_ACCENTS = re.compile(r"(?<=[A-Z])[\u0300-\u036f]+")
_LONGEST_NAME = 6
_PHRASE = 12
"""A change of more words is no matter of style, of time or of place."""
_AROUND = 4
"""How many words on either side may belong to the same date."""


class Side(NamedTuple):
    """A passage, which of its words differ, and these words as they are compared."""

    passage: Passage
    start: int
    end: int
    differing: Sequence[str]

    def behind(self, known: Set[str]) -> list[str]:
        """The known words and the numbers that come next."""
        return _leading(self.passage.words[self.end : self.end + _AROUND], known)

    def before(self, known: Set[str]) -> list[str]:
        """The known words and the numbers that stand before it."""
        return _leading(self.passage.words[max(0, self.start - _AROUND) : self.start][::-1], known)[::-1]

    def longer(self, size: int) -> Side:
        """With so many words more at the end."""
        return side(self.passage, range(self.start, self.end + size)) if size else self


def side(passage: Passage, which: range) -> Side:
    """Some words of a passage that differ."""
    return Side(passage, which.start, which.stop, passage.words[which.start : which.stop])


def classify(ours: Side, theirs: Side, style: Style) -> EditClass:
    """The class of a change from some words of an original to some of its copy; either side may be empty."""
    small = max(len(ours.differing), len(theirs.differing)) <= _PHRASE
    if small and (style.canonical(ours.differing) == style.canonical(theirs.differing) or _are_bare(ours, theirs)):
        return EditClass.HOUSE_STYLE
    if small and (_is_time(ours, theirs, style) or _is_place(ours, theirs, style)):
        return EditClass.TIME_PLACE
    if not theirs.differing:
        return EditClass.REMOVED
    return EditClass.CHANGED if ours.differing else EditClass.ADDED


def _are_bare(ours: Side, theirs: Side) -> bool:
    """True for the same words but for the accents of capitals, which many leave out."""
    one, other = (each.passage.written(range(each.start, each.end)) for each in (ours, theirs))
    return bool(one and other) and _bare(one) == _bare(other)


def _bare(written: str) -> str:
    return fold(_ACCENTS.sub("", unicodedata.normalize("NFD", written)))


def _is_time(ours: Side, theirs: Side, style: Style) -> bool:
    """True for words of time on both sides of which none says another day: today, on Tuesday, on Tuesday 4 May."""
    known = style.times
    if not all(word[0].isdigit() for word in {*ours.differing, *theirs.differing} - known):
        return False
    before, behind = ours.before(known), ours.behind(known)
    one, other = ([*before, *each.differing, *behind] for each in (ours, theirs))
    if not any(style.time.has_relative(words) or style.time.words.intersection(words) for words in (one, other)):
        return False
    return _agree(*(_days(words, style.time) for words in (one, other))) and _agree(
        *(style.time.parts.intersection(words) for words in (one, other))
    )


def _agree(one: Set[str], other: Set[str]) -> bool:
    """True where one says no more than the other, or nothing."""
    return one <= other or other <= one


def _is_known(word: str, known: Set[str]) -> bool:
    return word in known or word[0].isdigit()


def _leading(words: Sequence[str], known: Set[str]) -> list[str]:
    """The known words and the numbers that come first among some words."""
    return list(takewhile(lambda word: _is_known(word, known), words))


def _days(words: Sequence[str], time: Vocabulary) -> set[str]:
    """The words that say which day; in words that hang on the reader, a number counts days."""
    counts = time.has_relative(words)
    return {
        word for word in words if word in time.words or (word[0].isdigit() and (not counts or _YEAR.fullmatch(word)))
    }


def _is_place(ours: Side, theirs: Side, style: Style) -> bool:
    """True where words that hang on where they are read stand for a name, or a name for them, or they are left out."""
    known = style.place.all
    if not known.issuperset(ours.differing) and not known.issuperset(theirs.differing):
        return False
    # "the county" and "Marlow County": the name takes in the word that both have.
    size = len(ours.behind(style.place.words))
    ours, theirs = ours.longer(size), theirs.longer(size)
    one, other = _is_here(ours, style), _is_here(theirs, style)
    if one and other:
        return style.place.has_relative(ours.differing) or style.place.has_relative(theirs.differing)
    if one or other:
        here, there = (ours, theirs) if one else (theirs, ours)
        bare = not there.differing and style.place.has_relative(here.differing)
        return bare or _is_name(there, style)
    return False


def _is_here(side: Side, style: Style) -> bool:
    words, place = side.differing, style.place
    return place.all.issuperset(words) and (not place.words.isdisjoint(words) or place.has_relative(words))


def _is_name(side: Side, style: Style) -> bool:
    """True for capitalised words, with small ones of place between them."""
    named = [
        side.passage.written(range(number, number + 1))
        for number, word in enumerate(side.differing, side.start)
        if _POSSESSIVE.sub("", word) not in style.place.all
    ]
    return 0 < len(named) <= _LONGEST_NAME and all(written[0].isupper() for written in named)
