"""What differs between sentences of an original and what they became, difference by difference, each with its class and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.model import EditClass
from checker.original.classes import classify, side
from checker.original.common import Run, runs
from checker.original.passage import Passage, Span
from checker.original.style import Style
from checker.page.text import fold

_PLAIN = frozenset({EditClass.CHANGED, EditClass.REMOVED, EditClass.ADDED})
_ALIKE = ({EditClass.REMOVED}, {EditClass.ADDED})
_STYLED = frozenset({EditClass.HOUSE_STYLE, EditClass.TIME_PLACE})
_STARTS = frozenset('.!?…:“"')
_DATE = 2
"""So many words that both have may stand between two parts of a date that was turned round."""


class Difference(NamedTuple):
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


class Change(NamedTuple):
    """Words that differ, as ranges of the words of both sides."""

    kind: EditClass
    ours: range
    theirs: range


class Both(NamedTuple):
    """Two passages side by side, and the style of their language."""

    ours: Passage
    theirs: Passage
    style: Style

    def classed(self, one: range, other: range) -> Change:
        """The change from some words to others."""
        return Change(classify(side(self.ours, one), side(self.theirs, other), self.style), one, other)

    @property
    def end(self) -> tuple[int, int]:
        """How many words both have."""
        return len(self.ours.words), len(self.theirs.words)


def differences(ours: Passage, theirs: Passage, style: Style) -> list[Difference]:
    """Every difference between two passages that are one another's, in order."""
    both = Both(ours, theirs, style)
    equal = runs(ours.words, theirs.words)
    changes = _merged(_changes(both, equal), both)
    named = {change.ours.stop for change in changes if change.kind is EditClass.TIME_PLACE}
    # The capital letter of "Marlow County" belongs to the name that was put for "the county".
    if marks := [mark for mark in _marks(both, equal) if mark.ours.start not in named]:
        changes = sorted([*changes, *_one_typography(marks)], key=lambda each: (each.ours.start, each.theirs.start))
    return [_placed(change, ours, theirs) for change in changes]


def _placed(change: Change, ours: Passage, theirs: Passage) -> Difference:
    typed = change.kind is EditClass.TYPOGRAPHY
    here, there = _stretch(ours, change.ours, typed=typed), _stretch(theirs, change.theirs, typed=typed)
    more = len(change.theirs) - len(change.ours) if change.kind in _PLAIN else 0
    texts = ours.text[here[0] : here[1]], theirs.text[there[0] : there[1]]
    return Difference(change.kind, *texts, ours.span(*here), theirs.span(*there), True, max(0, -more), max(0, more))


def _stretch(passage: Passage, which: range, *, typed: bool) -> tuple[int, int]:
    """Where some words start and end; of what differs in type, with the marks before the first word and behind the last one."""
    start, end = passage.stretch(which)
    if not typed:
        return start, end
    return (start if which.start else 0), (end if which.stop < len(passage.words) else len(passage.text))


def _changes(both: Both, equal: Sequence[Run]) -> Iterator[Change]:
    """What stands between the rows of words that both have."""
    at = there = 0
    last, other = both.end
    for run in (*equal, Run(last, last, other)):
        if at < run.start or there < run.other:
            yield both.classed(range(at, run.start), range(there, run.other))
        at, there = run.end, run.other_end


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
    return whole._replace(kind=EditClass.CHANGED) if plain and change.ours.start - last.ours.stop == 1 else None


def _marks(both: Both, equal: Sequence[Run]) -> Iterator[Change]:
    """What differs between words that are the same: the marks and spaces between them, and their letters."""
    for run in equal:
        starts, ends = run.start == run.other == 0, (run.end, run.other_end) == both.end
        ours = both.ours.row(run.start, run.end, first=starts, last=ends)
        if ours == both.theirs.row(run.other, run.other_end, first=starts, last=ends):
            continue
        if starts:
            yield from _edge(both, 0, 0)
        for at, there in _written_otherwise(both, run):
            yield from _letter(both, at, there)
            if at > run.start:
                yield from _mark(both, at, there)
        if ends:
            yield from _edge(both, *both.end)


def _written_otherwise(both: Both, run: Run) -> Iterator[tuple[int, int]]:
    """The words of a row that are not the same to the letter with what stands before them."""
    ours, theirs, further = both.ours, both.theirs, run.other - run.start
    here, there = ours.places[run.start][0], theirs.places[run.other][0]
    beside = zip(ours.places[run.start : run.end], theirs.places[run.other : run.other_end], strict=True)
    for at, ((_, end), (_, other)) in enumerate(beside, run.start):
        if ours.text[here:end] != theirs.text[there:other]:
            yield at, at + further
        here, there = end, other


def _letter(both: Both, at: int, there: int) -> Iterator[Change]:
    here, beside = range(at, at + 1), range(there, there + 1)
    one, other = both.ours.written(here), both.theirs.written(beside)
    if one != other:
        marks = f"{both.ours.between(at) or '.'}{both.theirs.between(there) or '.'}"
        starts = at == 0 or not _STARTS.isdisjoint(marks)
        yield Change(_letters(one, other, is_first=starts), here, beside)


def _mark(both: Both, at: int, there: int) -> Iterator[Change]:
    """What stands between two words. Beside a change it belongs to the change."""
    here, beside = both.ours.between(at), both.theirs.between(there)
    if here is not None and beside is not None and here != beside:
        kind = _between(here, beside, both.ours.words[at - 1], both.ours.words[at], both.style)
        yield Change(kind, range(at - 1, at + 1), range(there - 1, there + 1))


def _edge(both: Both, at: int, there: int) -> Iterator[Change]:
    """What stands before the first words, or behind the last ones."""
    here, beside = both.ours.between(at), both.theirs.between(there)
    if here is not None and beside is not None and here != beside:
        last, other = min(at + 1, both.end[0]), min(there + 1, both.end[1])
        yield Change(EditClass.TYPOGRAPHY, range(max(0, at - 1), last), range(max(0, there - 1), other))


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
