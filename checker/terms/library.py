"""The rule packs at hand: those that come with the program, read when they are needed, and the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path

from checker import data
from checker.errors import RulesError, UsageError
from checker.terms import inheritance, load, reading
from checker.terms.pack import Profile, Terms

GOOD_PRACTICE = "good-practice"
_SHELVES = ("publishers", "families", "licences")


class Library(Mapping[str, Terms]):
    """Rule packs by id, what they inherit filled in. A pack's requirements are read when somebody asks for the pack."""

    def __init__(self, files: Mapping[str, Path], own: Iterable[Terms] = ()) -> None:
        self._files = files
        self._own = {terms.id: terms for terms in own}
        self._read: dict[str, Terms] = {}

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """The heads of all packs with a publisher: what recognition needs."""
        own = tuple(_head(terms.profile, self[name]) for name, terms in self._own.items())
        files = (
            file for name, file in self._files.items() if file.parent.name == _SHELVES[0] and name not in self._own
        )
        return (*filter(None, own), *(load.profile(reading.head_of(file)) for file in files))

    def __getitem__(self, name: str) -> Terms:
        """The pack of that id. Raises KeyError, and RulesError for what it extends in vain."""
        if name not in self._read:
            self._read[name] = inheritance.resolved(self._alone(name), self._base)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self._own, *self._files]))

    def __len__(self) -> int:
        return len({*self._own, *self._files})

    def called(self, name: str) -> Terms:
        """The pack that a user names. Raises UsageError that tells the nearest right id."""
        if name in self:
            return self[name]
        near = get_close_matches(name, list(self), 1)
        hint = f"; did you mean {near[0]!r}?" if near else "; `creditline terms list` names them"
        raise UsageError(f"there is no rule pack {name!r}{hint}")

    def with_own(self, own: Sequence[Terms]) -> Library:
        """The same with packs of the user's own, which go before packaged ones of the same id. Raises RulesError."""
        if not own:
            return self
        library = Library(self._files, [*self._own.values(), *own])
        for terms in own:
            try:
                library[terms.id]  # what it extends must be there
            except RulesError as error:
                raise RulesError(f"{terms.file}: {error}" if terms.file else str(error)) from error
        return library

    def _alone(self, name: str) -> Terms:
        if name in self._own:
            return self._own[name]
        file = self._files[name]
        return load.terms(reading.values_of(reading.text_of(file), file))

    def _base(self, name: str) -> Terms:
        try:
            return self._alone(name)
        except KeyError:
            near = get_close_matches(name, list(self), 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise RulesError(f"there is no rule pack {name!r} to extend{hint}") from None


def _head(profile: Profile, terms: Terms) -> Profile | None:
    """The head of a pack of the user's own, with the counters that only its requirements name; None for one without a publisher."""
    facts = profile.publisher
    return replace(profile, publisher=replace(facts, counters=terms.counters)) if facts else None


@cache
def packaged() -> Library:
    """The rule packs that come with the program. They are valid: the project's tests see to it."""
    rules = data.folder("rules")
    files = [rules / f"{GOOD_PRACTICE}.toml"]
    files += [file for shelf in _SHELVES for file in sorted((rules / shelf).glob("*.toml"))]
    return Library({file.stem: file for file in files})
