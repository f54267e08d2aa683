"""Two texts side by side, and every difference between them: what was changed, left out, put in, and what stands elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from checker.model import EditClass
from checker.original.align import Alignment, Pair, align
from checker.original.differences import Difference, differences
from checker.original.passage import Span, passage
from checker.original.sentences import Sentences
from checker.original.style import Style
from checker.original.words import count

_SPACES = 2
_LESS = frozenset({EditClass.REMOVED, EditClass.CHANGED})
_AGENCY = re.compile(r"\([^)]*+\)?")
"""Who had the news from where, in whatever letters."""
_DASHES = frozenset("—–-|")


class Side(NamedTuple):
    """One text in its sentences."""

    sentences: Sentences

    @property
    def paragraphs(self) -> Sequence[str]:
        """The text."""
        return self.sentences.paragraphs

    @property
    def article(self) -> Sequence[int]:
        """The numbers of the sentences that may not be missing without a word."""
        numbers, slight = range(len(self.sentences.texts)), self.sentences.slight
        return [number for number in numbers if number not in slight] if slight else numbers

    def groups(self, numbers: Sequence[int]) -> Iterator[list[int]]:
        """Sentences in a row; what says nothing may stand between them, and is in no group."""
        group: list[int] = []
        for number in numbers:
            if number in self.sentences.slight:
                continue
            if group and not self.sentences.slight.issuperset(range(group[-1] + 1, number)):
                yield group
                group = []
            group.append(number)
        if group:
            yield group

    def span(self, first: int, last: int) -> Span:
        """From the start of one sentence to the end of another."""
        (paragraph, start, _), (end_paragraph, _, end) = self.sentences.place(first), self.sentences.place(last)
        return Span(paragraph, start, end_paragraph, end)

    def behind(self, number: int) -> Span:
        """The place behind a sentence; that before the first one behind -1."""
        paragraph, start, end = self.sentences.place(max(0, number))
        at = end if number >= 0 else start
        return Span(paragraph, at, paragraph, at)

    def count(self, numbers: Iterable[int]) -> int:
        """How many words some sentences have."""
        return sum(map(count, map(self.sentences.texts.__getitem__, numbers)))


def compared(original: Side, copy: Side, style: Style) -> list[Difference]:
    """All differences in the order of the original; what was put in comes behind what it stands behind."""
    alignment = align(original.sentences, copy.sentences)
    row = _row(alignment)
    found = [
        *_changed(original, copy, alignment, style),
        *_removed(original, copy, row, alignment.missing),
        *_added(original, copy, row, alignment.further),
        *_moved(original, copy, [pair for pair in alignment.changed if pair.moved]),
    ]
    return sorted(_cut_off([each for each in found if not _is_dateline(each, copy, row)]), key=_place)


Row = Sequence[tuple[int, int]]
"""The last sentences of each pair that was not moved, by their numbers in an original and in its copy."""


def _row(alignment: Alignment) -> Row:
    changed = ((pair.first.stop - 1, pair.second.stop - 1) for pair in alignment.changed if not pair.moved)
    return sorted([*alignment.same, *changed])


def _changed(original: Side, copy: Side, alignment: Alignment, style: Style) -> Iterator[Difference]:
    first, second = original.sentences.texts, copy.sentences.texts
    written = ((at, other) for at, other in alignment.same if first[at] != second[other])
    pairs = [*(Pair(range(at, at + 1), range(other, other + 1)) for at, other in written), *alignment.changed]
    for pair in pairs:
        if first[pair.first.start : pair.first.stop] != second[pair.second.start : pair.second.stop]:
            yield from differences(passage(original.sentences, pair.first), passage(copy.sentences, pair.second), style)


def _removed(original: Side, copy: Side, row: Row, missing: Sequence[int]) -> Iterator[Difference]:
    """What is missing; the end is cut off where it is what is missing, and something is there."""
    last = original.article[-1]
    for group in original.groups(missing):
        span = original.span(group[0], group[-1])
        before = bisect_left(row, group[0], key=itemgetter(0))
        there = copy.behind(row[before - 1][1] if before else -1) if row else None
        kind = EditClass.TRUNCATED if row and group[-1] == last else EditClass.REMOVED
        yield Difference(kind, span.of(original.paragraphs), "", span, there, lost=original.count(group))


def _added(original: Side, copy: Side, row: Row, further: Sequence[int]) -> Iterator[Difference]:
    """What stands between sentences of the original."""
    first, last = (row[0][1], row[-1][1]) if row else (0, 0)
    for group in copy.groups([number for number in further if first < number < last]):
        span = copy.span(group[0], group[-1])
        before = bisect_left(row, group[0], key=itemgetter(1))
        text, there = span.of(copy.paragraphs), original.behind(row[before - 1][0] if before else -1)
        yield Difference(EditClass.ADDED, "", text, there, span, put=copy.count(group))


def _is_dateline(difference: Difference, copy: Side, row: Row) -> bool:
    """True for a place, a day and an agency before the first words that both have, and a dash: they belong to the copy's own frame."""
    at = difference.copy_at
    if difference.kind is not EditClass.ADDED or not difference.within or at is None or not row:
        return False
    paragraph, start, _ = copy.sentences.place(row[0][1])
    text = copy.paragraphs[paragraph]
    words = _AGENCY.sub("", text[start : at.end]).split()
    begins = at.paragraph == paragraph and at.start <= start + 1 and text[at.end :].lstrip("). ")[:1] in _DASHES
    return begins and not any(word[0].islower() for word in words)


def _moved(original: Side, copy: Side, pairs: Sequence[Pair]) -> Iterator[Difference]:
    """What stands elsewhere; sentences that went together are one difference."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        last = groups[-1][-1] if groups else None
        if last and (last.first.stop, last.second.stop) == (pair.first.start, pair.second.start):
            groups[-1].append(pair)
        else:
            groups.append([pair])
    for group in groups:
        here = original.span(group[0].first.start, group[-1].first.stop - 1)
        there = copy.span(group[0].second.start, group[-1].second.stop - 1)
        texts = here.of(original.paragraphs), there.of(copy.paragraphs)
        yield Difference(EditClass.MOVED, *texts, here, there)


def _cut_off(found: Sequence[Difference]) -> Iterator[Difference]:
    """The differences; the end of a sentence behind which all is missing is missing with it."""
    cut = next((each.copy_at for each in found if each.kind is EditClass.TRUNCATED), None)
    for each in found:
        at = each.copy_at
        at_end = cut and at and at.last == cut.paragraph and 0 <= cut.start - at.end <= _SPACES
        # Of a word, too, the end may be cut off.
        is_less = each.kind in _LESS and each.original.startswith(each.copy)
        is_end = is_less and each.within and at_end
        yield each._replace(kind=EditClass.TRUNCATED) if is_end else each


def _place(difference: Difference) -> tuple[int, int, bool]:
    at = difference.original_at
    return (at.paragraph, at.start, difference.kind is EditClass.ADDED) if at else (0, 0, False)
