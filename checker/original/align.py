"""Which sentences of a copy are which of the original: the same, changed, or elsewhere.

Every step takes a time that grows with the text and not with its square, but for one that a computer does sixty-four words at a time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from checker.original.common import common, runs
from checker.original.words import Sentence

_MARKS = " .,:;!?…\"'“”„«»‘’"
_COMMON = 12
"""A word that more of the sentences have tells nothing of one of them."""
_TRIED = 3
_LIKE = 0.5
"""From this share of common words on a sentence is the other one, changed."""
_ALONE = 0.3
"""The same for two sentences that stand alone between the same two others."""
_WITHIN = 0.8
"""From this share of its words on that another one has, a sentence is a part of it."""
_SURE = 0.75
"""What it takes to know a sentence again in another place."""
_LEAST = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences of the original and what they became, as ranges of their numbers; more than one where some were joined or split."""

    first: range
    second: range
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs in the order of the original, and the sentences without one; what only repeats a paired sentence is in neither."""

    pairs: tuple[Pair, ...]
    missing: tuple[int, ...]
    further: tuple[int, ...]


def align(first: Sequence[Sentence], second: Sequence[Sentence]) -> Alignment:
    """The sentences of an original beside those of its copy."""
    same = _same(first, second)
    missing, further = _left(first, {at for at, _ in same}), _left(second, {at for _, at in same})
    alike = sorted(_alike(first, second, missing, further, same))
    pairs = _joined(first, second, _ordered(first, second, same, alike), missing, further)
    return Alignment(
        tuple(pairs),
        tuple(_new(first, missing, {at for pair in pairs for at in pair.first})),
        tuple(_new(second, further, {at for pair in pairs for at in pair.second})),
    )


def _same(first: Sequence[Sentence], second: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The longest row of sentences that both have word for word."""
    texts = {sentence.text for sentence in first} & {sentence.text for sentence in second}
    numbers: dict[object, int] = {}
    # Most sentences are the same to the letter: their words need not be found.
    ours, theirs = (
        [numbers.setdefault(each.text if each.text in texts else each.words, len(numbers)) for each in side]
        for side in (first, second)
    )
    found = [(run.start + step, run.other + step) for run in runs(ours, theirs) for step in range(run.end - run.start)]
    return _close(found, ours, theirs)


def _close(found: list[tuple[int, int]], ours: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int]]:
    """The row drawn together: a teaser above and a quote beside the text repeat sentences, and are not where they stand."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for at, number in enumerate(theirs):
        places[number].append(at)
    if not found or len(places) == len(theirs):
        return found
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


def _left(found: Sequence[Sentence], taken: set[int]) -> list[int]:
    return [at for at in range(len(found)) if at not in taken]


def _new(found: Sequence[Sentence], left: Sequence[int], taken: set[int]) -> list[int]:
    """The sentences that are left without a pair, but for those that only repeat one that has one."""
    left = [at for at in left if at not in taken]
    known = {found[at].text.strip(_MARKS) for at in taken} if left else set()
    return [at for at in left if found[at].text.strip(_MARKS) not in known]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Between which paired sentences each one that is left stands, and how many stand there."""

    where: dict[int, int]
    sizes: Counter[int]


def _gaps(left: Sequence[int], paired: Sequence[int]) -> Gaps:
    where = {at: bisect_left(paired, at) for at in left}
    return Gaps(where, Counter(where.values()))


def _alike(
    first: Sequence[Sentence],
    second: Sequence[Sentence],
    missing: Sequence[int],
    further: Sequence[int],
    same: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int, float]]:
    """Sentences without their like, each with one that shares its words, and their likeness; the likest find each other first."""
    ours, theirs = _gaps(missing, [at for at, _ in same]), _gaps(further, [at for _, at in same])
    scored: list[tuple[float, bool, int, int]] = []
    for at, other in _candidates(first, second, missing, further):
        gap, here = ours.where[at], ours.where[at] == theirs.where[other]
        alone = here and ours.sizes[gap] == theirs.sizes[gap] == 1
        likeness = _likeness(first[at], second[other], _ALONE if alone else _LIKE)
        scored += [(-likeness, not here, at, other)] if likeness else []
    taken: tuple[set[int], set[int]] = set(), set()
    for negative, _, at, other in sorted(scored):
        if at not in taken[0] and other not in taken[1]:
            taken[0].add(at)
            taken[1].add(other)
            yield at, other, -negative


def _candidates(
    first: Sequence[Sentence], second: Sequence[Sentence], missing: Sequence[int], further: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """For each sentence those few that share most words with it."""
    owners: defaultdict[object, list[int]] = defaultdict(list)
    for at in further:
        for clue in _clues(second[at]):
            owners[clue].append(at)
    for at in missing:
        shared = (owners[clue] for clue in _clues(first[at]) if clue in owners)
        votes = Counter(chain.from_iterable(owned for owned in shared if len(owned) <= _COMMON))
        yield from ((at, other) for other, _ in votes.most_common(_TRIED))


def _clues(sentence: Sentence) -> set[object]:
    """What a sentence is found again by: its words, and the pairs that they make in its middle."""
    return {*sentence.words, *pairwise(sentence.words)}


def _likeness(one: Sentence, other: Sentence, enough: float) -> float:
    """The share of their words that two sentences have in common, in order; 0 where they are not the same sentence."""
    both = common(one.words, other.words)
    share, least = 2 * both / (len(one.words) + len(other.words)), min(len(one.words), len(other.words))
    is_part = least >= _LEAST and both >= _WITHIN * least and share >= _LIKE / 2
    return share if share >= enough or is_part else 0.0


def _ordered(
    first: Sequence[Sentence],
    second: Sequence[Sentence],
    same: Sequence[tuple[int, int]],
    alike: Iterable[tuple[int, int, float]],
) -> list[Pair]:
    """All pairs in the order of the original. One that stands across the others was moved, if it is sure to be the same sentence."""
    row, moved = list(same), []
    for at, other, likeness in alike:
        where = bisect_left(row, (at, -1))
        before, after = row[where - 1][1] if where else -1, row[where][1] if where < len(row) else len(second)
        if before < other < after:
            row.insert(where, (at, other))
        elif likeness >= _SURE and len(first[at].words) >= _LEAST:
            moved.append((at, other))
    pairs = [Pair(range(at, at + 1), range(other, other + 1)) for at, other in row]
    pairs += [Pair(range(at, at + 1), range(other, other + 1), moved=True) for at, other in moved]
    return sorted(pairs, key=lambda pair: pair.first.start)


def _joined(
    first: Sequence[Sentence],
    second: Sequence[Sentence],
    pairs: Iterable[Pair],
    missing: Iterable[int],
    further: Iterable[int],
) -> list[Pair]:
    """The pairs with the sentences beside them that are parts of the same: one was split in two, or two were made one."""
    open_first, open_second = set(missing), set(further)
    for pair in (found := list(pairs)):
        open_first.difference_update(pair.first)
        open_second.difference_update(pair.second)
    if not open_first and not open_second:
        return found
    return [_grown(first, second, pair, open_first, open_second) for pair in found]


def _grown(
    first: Sequence[Sentence], second: Sequence[Sentence], pair: Pair, open_first: set[int], open_second: set[int]
) -> Pair:
    ours, theirs = pair.first, pair.second
    one, other = first[ours.start], second[theirs.start]
    if one.text == other.text or one.words == other.words:
        return pair
    for at in (theirs.start - 1, theirs.stop):
        if at in open_second and _gains(first, ours, second, theirs, at):
            open_second.discard(at)
            theirs = range(min(theirs.start, at), max(theirs.stop, at + 1))
    for at in (ours.start - 1, ours.stop):
        if at in open_first and _gains(second, theirs, first, ours, at):
            open_first.discard(at)
            ours = range(min(ours.start, at), max(ours.stop, at + 1))
    return Pair(ours, theirs, pair.moved)


def _gains(whole: Sequence[Sentence], held: range, other: Sequence[Sentence], parts: range, at: int) -> bool:
    """True where most words of one more part are in the whole too, and are not those of the other parts."""
    target, now = said(whole, held), said(other, parts)
    more = (*other[at].words, *now) if at < parts.start else (*now, *other[at].words)
    gain = common(target, more) - common(target, now)
    return gain >= max(2, _WITHIN * len(other[at].words))


def said(found: Sequence[Sentence], which: range) -> tuple[str, ...]:
    """The words of some sentences."""
    return tuple(word for at in which for word in found[at].words)
