"""What differs between sentences of an original and what they became, difference by difference, each with its class and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.model import EditClass
from checker.original.classes import Side, classify
from checker.original.common import runs
from checker.original.passage import Passage, Span
from checker.original.style import Style
from checker.page.text import fold

_PLAIN = frozenset({EditClass.CHANGED, EditClass.REMOVED, EditClass.ADDED})
_ALIKE = ({EditClass.REMOVED}, {EditClass.ADDED})
_STYLED = frozenset({EditClass.HOUSE_STYLE, EditClass.TIME_PLACE})
_STARTS = frozenset('.!?…:“"')
_DATE = 2
"""So many words that both have may stand between two parts of a date that was turned round."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: its class, its words and their place on both sides; where a side has none, the place is where they would stand.

    `within` is True where the sentence around it is kept. `lost` and `put` are how many words the copy has less, and has more.
    """

    kind: EditClass
    original: str
    copy: str
    original_at: Span | None
    copy_at: Span | None
    within: bool = False
    lost: int = 0
    put: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """Words that differ, as ranges of the words of both sides."""

    kind: EditClass
    ours: range
    theirs: range


@dataclass(frozen=True, slots=True)
class Both:
    """Two passages side by side, and the style of their language."""

    ours: Passage
    theirs: Passage
    style: Style

    def classed(self, one: range, other: range) -> Change:
        """The change from some words to others."""
        sides = Side(self.ours, one.start, one.stop), Side(self.theirs, other.start, other.stop)
        return Change(classify(*sides, self.style), one, other)


def differences(ours: Passage, theirs: Passage, style: Style) -> list[Difference]:
    """Every difference between two passages that are one another's, in order."""
    both = Both(ours, theirs, style)
    equal = _runs(ours.words, theirs.words)
    changes = _merged(_changes(both, equal), both)
    named = {change.ours.stop for change in changes if change.kind is EditClass.TIME_PLACE}
    # The capital letter of "Marlow County" belongs to the name that was put for "the county".
    marks = [mark for mark in _marks(both, equal) if mark.ours.start not in named]
    found = sorted([*changes, *_one_typography(marks)], key=lambda change: (change.ours.start, change.theirs.start))
    return [_placed(change, ours, theirs) for change in found]


def _placed(change: Change, ours: Passage, theirs: Passage) -> Difference:
    here, there = ours.span(change.ours), theirs.span(change.theirs)
    more = len(change.theirs) - len(change.ours) if change.kind in _PLAIN else 0
    texts = here.of(ours.paragraphs), there.of(theirs.paragraphs)
    return Difference(change.kind, *texts, here, there, within=True, lost=max(0, -more), put=max(0, more))


def _runs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[range, range]]:
    """The rows of words that both have, in order."""
    return [
        (range(run.start, run.end), range(run.other, run.other + run.end - run.start)) for run in runs(ours, theirs)
    ]


def _changes(both: Both, equal: Sequence[tuple[range, range]]) -> Iterator[Change]:
    """What stands between the rows."""
    ends = tuple(range(len(side.words), len(side.words)) for side in (both.ours, both.theirs))
    for (ours, theirs), (next_ours, next_theirs) in pairwise([(range(0), range(0)), *equal, (ends[0], ends[1])]):
        one, other = range(ours.stop, next_ours.start), range(theirs.stop, next_theirs.start)
        if one or other:
            yield both.classed(one, other)


def _merged(changes: Iterable[Change], both: Both) -> list[Change]:
    """Changes that are one: a date that was turned round, and words that were put otherwise with a word kept among them."""
    found: list[Change] = []
    for change in changes:
        last = found[-1] if found else None
        merged = _one(last, change, both) if last and change.ours.start - last.ours.stop <= _DATE else None
        found[-1 if merged else len(found) :] = [merged or change]
    return found


def _one(last: Change, change: Change, both: Both) -> Change | None:
    """Two changes side by side as one, where that says more than the two."""
    whole = both.classed(range(last.ours.start, change.ours.stop), range(last.theirs.start, change.theirs.stop))
    if whole.kind in _STYLED and not last.kind is change.kind is EditClass.HOUSE_STYLE:
        return whole
    plain = {last.kind, change.kind} <= _PLAIN and {last.kind, change.kind} not in _ALIKE
    return replace(whole, kind=EditClass.CHANGED) if plain and change.ours.start - last.ours.stop == 1 else None


def _marks(both: Both, equal: Sequence[tuple[range, range]]) -> Iterator[Change]:
    """What differs between words that are the same: the marks and spaces between them, and their letters."""
    for one, other in equal:
        yield from _mark(both, one.start, other.start, at_start=True)
        if both.ours.text(one) != both.theirs.text(other):
            for at, there in zip(one, other, strict=True):
                yield from _letter(both, at, there)
                if at > one.start:
                    yield from _mark(both, at, there)
    if equal:
        yield from _mark(both, equal[-1][0].stop, equal[-1][1].stop, at_start=True)


def _letter(both: Both, at: int, there: int) -> Iterator[Change]:
    one, other = both.ours.written[at], both.theirs.written[there]
    if one != other:
        marks = f"{both.ours.between(at) or '.'}{both.theirs.between(there) or '.'}"
        starts = at == 0 or not _STARTS.isdisjoint(marks)
        yield Change(_letters(one, other, is_first=starts), range(at, at + 1), range(there, there + 1))


def _mark(both: Both, at: int, there: int, *, at_start: bool = False) -> Iterator[Change]:
    """What stands before two words; beside a change it belongs to the change, so there only the edges of the text count."""
    edges = (at, there) in {(0, 0), (len(both.ours.tokens), len(both.theirs.tokens))}
    if at_start and not edges:
        return
    here, beside = both.ours.between(at), both.theirs.between(there)
    if here is None or beside is None or here == beside:
        return
    kind = (
        EditClass.TYPOGRAPHY
        if edges
        else _between(here, beside, both.ours.words[at - 1], both.ours.words[at], both.style)
    )
    last, other = min(at + 1, len(both.ours.tokens)), min(there + 1, len(both.theirs.tokens))
    yield Change(kind, range(max(0, at - 1), last), range(max(0, there - 1), other))


def _letters(one: str, other: str, *, is_first: bool) -> EditClass:
    """Capitals at the start and of whole words are type, and so are ligatures; a capital letter within is a matter of style."""
    whole = (len(one) > 1 and one.isupper()) or (len(other) > 1 and other.isupper())
    is_case = one.lower() == other.lower()
    return EditClass.HOUSE_STYLE if is_case and not is_first and not whole else EditClass.TYPOGRAPHY


def _between(here: str, there: str, before: str, after: str, style: Style) -> EditClass:
    """A comma before "and", a hyphen, and the point of an abbreviation are a matter of style; all other marks are type."""
    here, there = fold(here), fold(there)
    if here == there:
        return EditClass.TYPOGRAPHY
    if after in style.conjunctions and here.replace(",", "") == there.replace(",", ""):
        return EditClass.HOUSE_STYLE
    if {here, there} == {"-", " "}:
        return EditClass.HOUSE_STYLE
    points = before in style.abbreviations and here.replace(".", "") == there.replace(".", "")
    return EditClass.HOUSE_STYLE if points else EditClass.TYPOGRAPHY


def _one_typography(marks: Sequence[Change]) -> Iterator[Change]:
    """The marks with all typography of a passage as one: quotes open and close."""
    typed = [mark for mark in marks if mark.kind is EditClass.TYPOGRAPHY]
    yield from (mark for mark in marks if mark.kind is not EditClass.TYPOGRAPHY)
    if typed:
        first, last = typed[0], typed[-1]
        yield Change(
            EditClass.TYPOGRAPHY,
            range(first.ours.start, last.ours.stop),
            range(first.theirs.start, last.theirs.stop),
        )
