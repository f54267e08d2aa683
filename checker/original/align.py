"""Which sentences of a copy are which of the original: the same, changed, or elsewhere.

Every step takes a time that grows with the text and not with its square, but for one that a computer does sixty-four words at a time, and
for the likenesses of sentences, of which there is a limit.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from checker.original.common import common, likest, runs, spelled
from checker.original.passage import said
from checker.original.sentences import Sentences

_MARKS = " .,:;!?…\"'“”„«»‘’"
_COMPARED = 250_000
"""So many pairs of sentences are tried at most. Where there are more, each sentence is tried with those near its place."""
_LIKE = 0.5
"""From this share of common words on a sentence is the other one, changed."""
_ALONE = 0.3
"""The same for two sentences that stand alone between the same two others."""
_WITHIN = 0.8
"""From this share of its words on that another one has, a sentence is a part of it."""
_SURE = 0.75
"""What it takes to know a sentence again in another place."""
_LEAST = 5


class Pair(NamedTuple):
    """Sentences of the original and what they became, as ranges of their numbers; more than one where some were joined or split."""

    first: range
    second: range
    moved: bool = False


class Alignment(NamedTuple):
    """The sentences of an original beside those of its copy, by their numbers, in the order of the original.

    `same` are those that both have word for word, and `changed` the other pairs. `missing` and `further` are those without one; what only
    repeats a paired sentence is in neither.
    """

    same: Sequence[tuple[int, int]]
    changed: Sequence[Pair]
    missing: Sequence[int]
    further: Sequence[int]


def align(first: Sentences, second: Sentences) -> Alignment:
    """The sentences of an original beside those of its copy."""
    same = _same(first, second)
    ours, theirs = ({pair[side] for pair in same} for side in (0, 1))
    missing, further = _left(first, ours), _left(second, theirs)
    alike = sorted(_alike(first, second, missing, further, same))
    changed = _joined(first, second, _ordered(first, second, same, alike), missing, further)
    taken = ours.union(*(pair.first for pair in changed))
    found = theirs.union(*(pair.second for pair in changed))
    return Alignment(same, changed, _new(first, missing, taken), _new(second, further, found))


def _same(first: Sentences, second: Sentences) -> list[tuple[int, int]]:
    """The longest row of sentences that both have word for word."""
    both = set(first.texts).intersection(second.texts)
    # Most sentences are the same to the letter: their words need not be found.
    ours, theirs = ([text if text in both else side.known[text] for text in side.texts] for side in (first, second))
    rows = (zip(range(run.start, run.end), range(run.other, len(theirs)), strict=False) for run in runs(ours, theirs))
    return _close(list(chain.from_iterable(rows)), ours, theirs)


def _close(found: list[tuple[int, int]], ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The row drawn together: a teaser above and a quote beside the text repeat sentences, and are not where they stand."""
    if not found or len(set(theirs)) == len(theirs):
        return found
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, sentence in enumerate(theirs):
        places[sentence].append(at)
    last, early = -1, []
    for at, _ in found:
        where = places[ours[at]]
        last = where[bisect_right(where, last)]
        early.append((at, last))
    after, late = last + 1, []
    for at, _ in reversed(early):
        where = places[ours[at]]
        after = where[bisect_left(where, after) - 1]
        late.append((at, after))
    return late[::-1]


def _left(found: Sentences, taken: set[int]) -> list[int]:
    return [at for at in range(len(found.texts)) if at not in taken]


def _new(found: Sentences, left: Sequence[int], taken: set[int]) -> list[int]:
    """The sentences that are left without a pair, but for those that only repeat one that has one."""
    left = [at for at in left if at not in taken]
    if not left:
        return left
    known = set(map(str.strip, map(found.texts.__getitem__, taken), repeat(_MARKS)))
    return [at for at in left if found.texts[at].strip(_MARKS) not in known]


class Gaps(NamedTuple):
    """Between which paired sentences each one that is left stands, and how many stand there."""

    where: dict[int, int]
    sizes: Counter[int]


def _gaps(left: Sequence[int], paired: Sequence[int]) -> Gaps:
    where = {at: bisect_left(paired, at) for at in left}
    return Gaps(where, Counter(where.values()))


def _alike(
    first: Sentences,
    second: Sentences,
    missing: Sequence[int],
    further: Sequence[int],
    same: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int, float]]:
    """Sentences without their like, each with one that shares its words, and their likeness; the likest find each other first."""
    ours, theirs = _gaps(missing, [at for at, _ in same]), _gaps(further, [at for _, at in same])
    scored: list[tuple[float, bool, int, int]] = []
    for at, other, share in _candidates(first, second, missing, further, same):
        gap, here = ours.where[at], ours.where[at] == theirs.where[other]
        alone = here and ours.sizes[gap] == theirs.sizes[gap] == 1
        if share >= (_ALONE if alone else _LIKE) or _is_part(first.words(at), second.words(other), share):
            scored.append((-share, not here, at, other))
    taken: tuple[set[int], set[int]] = set(), set()
    for negative, _, at, other in sorted(scored):
        if at not in taken[0] and other not in taken[1]:
            taken[0].add(at)
            taken[1].add(other)
            yield at, other, -negative


def _candidates(
    first: Sentences,
    second: Sentences,
    missing: Sequence[int],
    further: Sequence[int],
    same: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int, float]]:
    """For each sentence those few that share most words with it, and the share that they have in common, in order."""
    rows = spelled([*map(first.words, missing), *map(second.words, further)])
    ours, theirs = rows[: len(missing)], rows[len(missing) :]
    starts = _starts(missing, further, same)
    near = (theirs[start : start + _COMPARED // len(missing)] for start in starts)
    for at, start, found in zip(missing, starts, likest(zip(ours, near, strict=True), _LIKE / 2), strict=True):
        yield from ((at, further[start + number], share) for number, share in found)


def _starts(missing: Sequence[int], further: Sequence[int], same: Sequence[tuple[int, int]]) -> list[int]:
    """The first of those that each sentence is tried with: they are all, or where there are too many, those near its place."""
    if not missing or len(missing) * len(further) <= _COMPARED:
        return [0] * len(missing)
    most, found = _COMPARED // len(missing), []
    for number, at in enumerate(missing):
        where = bisect_left(same, (at, 0))
        before, beside = same[where - 1] if where else (0, 0)
        middle = bisect_left(further, beside) + number - bisect_left(missing, before)
        found.append(max(0, min(middle - most // 2, len(further) - most)))
    return found


def _is_part(one: Sequence[str], other: Sequence[str], share: float) -> bool:
    """True where most words of the shorter of two sentences are in the other one."""
    least, both = min(len(one), len(other)), round(share * (len(one) + len(other)) / 2)
    return least >= _LEAST and both >= _WITHIN * least


def _ordered(
    first: Sentences,
    second: Sentences,
    same: Sequence[tuple[int, int]],
    alike: Iterable[tuple[int, int, float]],
) -> list[Pair]:
    """The pairs that are alike. One that stands across the others was moved, if it is sure to be the same sentence."""
    row, pairs = list(same), []
    for at, other, likeness in alike:
        where = bisect_left(row, (at, -1))
        before, after = row[where - 1][1] if where else -1, row[where][1] if where < len(row) else len(second.texts)
        moved = not before < other < after
        if not moved:
            row.insert(where, (at, other))
        if not moved or (likeness >= _SURE and len(first.words(at)) >= _LEAST):
            pairs.append(Pair(range(at, at + 1), range(other, other + 1), moved))
    return pairs


def _joined(
    first: Sentences,
    second: Sentences,
    pairs: Sequence[Pair],
    missing: Iterable[int],
    further: Iterable[int],
) -> list[Pair]:
    """The pairs with the sentences beside them that are parts of the same: one was split in several, or several were made one."""
    open_first = set(missing).difference(*(pair.first for pair in pairs))
    open_second = set(further).difference(*(pair.second for pair in pairs))
    return [_grown(first, second, pair, open_first, open_second) for pair in pairs]


def _grown(first: Sentences, second: Sentences, pair: Pair, open_first: set[int], open_second: set[int]) -> Pair:
    ours, theirs, moved = pair
    if first.words(ours.start) == second.words(theirs.start):
        return pair
    theirs = _with_parts(first, ours, second, theirs, open_second)
    ours = _with_parts(second, theirs, first, ours, open_first)
    return Pair(ours, theirs, moved)


def _with_parts(whole: Sentences, held: range, other: Sentences, parts: range, left: set[int]) -> range:
    """The parts with those before and behind them that are of the same whole: as many as a list has items."""
    while (at := parts.start - 1) in left and _gains(whole, held, other, parts, at):
        left.discard(at)
        parts = range(at, parts.stop)
    while (at := parts.stop) in left and _gains(whole, held, other, parts, at):
        left.discard(at)
        parts = range(parts.start, at + 1)
    return parts


def _gains(whole: Sentences, held: range, other: Sentences, parts: range, at: int) -> bool:
    """True where most words of one more part are in the whole too, and are not those of the other parts."""
    target, now = said(whole, held), said(other, parts)
    more = (*other.words(at), *now) if at < parts.start else (*now, *other.words(at))
    gain = common(target, more) - common(target, now)
    return gain >= max(2, _WITHIN * len(other.words(at)))
