"""Two sets of terms -> what changed between them, statement by statement. Pure: it reads nothing and prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from rapidfuzz import fuzz, process

from checker.page.text import fold, squeeze

_ALIKE = 70
"""From which likeness on, in per cent, two sentences are one that was reworded."""
_NEAREST = 5
_CLAUSE = "clause"
_BANS = {"must_not": "must"}
"""A ban is as strong as a duty; which of the two a clause is, is a matter of wording that a draft may read differently."""


_Placed = Mapping[int, "Statement"]


class How(StrEnum):
    """What became of a statement."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that terms say: a requirement or a gate of a pack, a sentence of a page.

    `id` is empty where the statement has none; `types` are the requirement types that it states, and `covers` those that it states
    besides. `text` is a pack's clause, or a page's own sentence, which is untrusted. Whatever else it says is in `options`.
    """

    text: str
    id: str = ""
    types: tuple[str, ...] = ()
    strength: str | None = None
    when: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    covers: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What people call it: its id, else its types; a sentence that states no requirement is a sentence."""
        return self.id or ", ".join(self.types) or "sentence"

    @property
    def values(self) -> Mapping[str, Any]:
        """All that is compared, by key."""
        own = {"id": self.id, "type": ", ".join(self.types) or None, "strength": self.strength, "when": self.when}
        return {**own, **self.options, _CLAUSE: _plain(self.text)}


@dataclass(frozen=True, slots=True)
class Difference:
    """One key of a statement, with what it was and what it is; None where it was not there."""

    key: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one statement. `old` is None where it was added, `new` where it was removed."""

    how: How
    old: Statement | None
    new: Statement | None
    differences: tuple[Difference, ...] = ()

    @property
    def name(self) -> str:
        """What people call it: by its id, by its newest name."""
        sides = [each for each in (self.new, self.old) if each]
        return next((each.id for each in sides if each.id), sides[0].name)


def compare(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[Change, ...]:
    """What changed from some statements to others of their kind: packs, or pages.

    Statements belong together by their id, then by how alike their texts are, then by their type alone. Changes come in the order of
    `new`, and what was removed after them.
    """
    pairs = _pairs(old, new)
    partners = {at: before for before, at in pairs.items()}
    changes = [_change(old[partners[at]] if at in partners else None, each) for at, each in enumerate(new)]
    changes += [_change(each, None) for before, each in enumerate(old) if before not in pairs]
    return tuple(change for change in changes if change.how is not How.CHANGED or change.differences)


def drift(pack: Iterable[Statement], page: Sequence[Statement]) -> tuple[Change, ...]:
    """What a page of terms, the newer, says otherwise than a pack does.

    A pack is in its author's words and says more than can be read from a sentence. So only types are matched, and of their
    sentences the one that fits best; compared are the strength and the numbers that both give.
    """
    stated = tuple(pack)
    known = {kind for each in stated for kind in (*each.types, *each.covers)}
    changes = [_drifted(each, page) for each in stated if each.types]
    changes += [_change(None, each) for each in page if each.types and not known & set(each.types)]
    return tuple(change for change in changes if change)


def turned(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes of the way back."""
    back = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED, How.CHANGED: How.CHANGED}
    return tuple(
        Change(back[each.how], each.new, each.old, tuple(replace(d, old=d.new, new=d.old) for d in each.differences))
        for each in changes
    )


def _plain(text: str) -> str:
    """A text without what only its typography has."""
    return fold(squeeze(text))


def _change(old: Statement | None, new: Statement | None) -> Change:
    if old is None:
        return Change(How.ADDED, None, new)
    if new is None:
        return Change(How.REMOVED, old, None)
    return Change(How.CHANGED, old, new, tuple(_differences(old, new)))


def _differences(old: Statement, new: Statement) -> Iterator[Difference]:
    before, after = old.values, new.values
    for key in sorted(dict.fromkeys([*before, *after]), key=_CLAUSE.__eq__):
        if before.get(key) != after.get(key):
            said = (old.text, new.text) if key == _CLAUSE else (before.get(key), after.get(key))
            yield Difference(key, *said)


def _pairs(old: Sequence[Statement], new: Sequence[Statement]) -> dict[int, int]:
    """Which statements belong together, as their places; the surest bond goes first."""
    waiting, left = dict(enumerate(old)), dict(enumerate(new))
    pairs: dict[int, int] = {}
    for match in (_by(_all_of), _by(_id_of), _alike, _of_a_type):
        for before, after in list(match(waiting, left)):
            if before in waiting and after in left:
                pairs[before] = after
                del waiting[before], left[after]
    return pairs


def _by(key: Callable[[Statement], str]) -> Callable[[_Placed, _Placed], Iterator[tuple[int, int]]]:
    """Pairs what has one key, in order; what has an empty one has none."""

    def match(old: _Placed, new: _Placed) -> Iterator[tuple[int, int]]:
        found: dict[str, list[int]] = {}
        for after, each in new.items():
            found.setdefault(key(each), []).append(after)
        for before, each in old.items():
            if key(each) and found.get(key(each)):
                yield before, found[key(each)].pop(0)

    return match


def _all_of(statement: Statement) -> str:
    return repr(sorted(statement.values.items()))


def _id_of(statement: Statement) -> str:
    return statement.id


def _alike(old: _Placed, new: _Placed) -> Iterator[tuple[int, int]]:
    """Pairs of like texts, the likest first. What asks for one thing never becomes what asks for another."""
    texts = {after: _plain(each.text) for after, each in new.items()}
    near = {
        types: {after: text for after, text in texts.items() if _may_become(types, new[after].types)}
        for types in {each.types for each in old.values()}
    }
    found = [
        (-likeness, before, after)
        for before, each in old.items()
        for _, likeness, after in process.extract(
            _plain(each.text), near[each.types], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_NEAREST
        )
    ]
    return ((before, after) for _, before, after in sorted(found))


def _may_become(old: Iterable[str], new: Iterable[str]) -> bool:
    """True where two statements ask for one thing, or one of them for nothing."""
    return not (old and new) or bool(set(old) & set(new))


def _of_a_type(old: _Placed, new: _Placed) -> Iterator[tuple[int, int]]:
    for before, each in old.items():
        for after, other in new.items():
            if set(each.types) & set(other.types):
                yield before, after


def _drifted(stated: Statement, page: Iterable[Statement]) -> Change | None:
    """What became of a pack's statement on a page; None where it is still there as it was."""
    kinds = {*stated.types, *stated.covers}
    said = [(tuple(_firm(stated, each)), each) for each in page if kinds & set(each.types)]
    if not said:
        return _change(stated, None)
    differences, nearest = min(said, key=lambda pair: len(pair[0]))
    return Change(How.CHANGED, stated, nearest, differences) if differences else None


def _firm(old: Statement, new: Statement) -> Iterator[Difference]:
    """The differences that no wording explains."""
    strengths = [_BANS.get(each.strength or "", each.strength) for each in (old, new)]
    if old.strength and strengths[0] != strengths[1]:
        yield Difference("strength", old.strength, new.strength)
    for key, value in old.options.items():
        other = new.options.get(key)
        if isinstance(value, int) and isinstance(other, int) and value != other:
            yield Difference(key, value, other)
