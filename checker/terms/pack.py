"""Rule packs as values: whose terms, which versions, which requirements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from checker.model import Clause
from checker.terms.conditions import Condition


class Strength(StrEnum):
    """How strongly a clause asks, from its own words."""

    MUST = "must"
    MUST_NOT = "must_not"
    SHOULD = "should"
    MAY = "may"
    ASK_FIRST = "ask_first"


@dataclass(frozen=True, slots=True)
class Notice:
    """A text of the publisher's that may come with its articles. `what` is `fair_use`, `disclaimer` or `statement`."""

    id: str
    what: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class PublisherFacts:
    """Who a publisher is: its names, domains, languages and page counters, and where to ask."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    contact: str | None = None
    languages: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """The head of a pack: all that recognising a publisher needs, and none of its requirements.

    Packs without a publisher (licences, families, good practice) are never recognised, only named.
    """

    id: str
    publisher: PublisherFacts | None = None
    notices: tuple[Notice, ...] = ()
    license: str | None = None
    extends: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The publisher's name; of a base pack, its id in words."""
        return self.publisher.name if self.publisher else self.license or self.id.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Test:
    """One thing to be tested: a requirement type with its options, or several tests of which one (or all) must pass."""

    __test__ = False  # pytest takes the name for its own

    type: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    any_of: tuple[Test, ...] = ()
    all_of: tuple[Test, ...] = ()
    otherwise: Test | None = None

    @property
    def types(self) -> tuple[str, ...]:
        """All requirement types that take part, in order."""
        inner = (*self.any_of, *self.all_of, *([self.otherwise] if self.otherwise else []))
        return (*([self.type] if self.type else []), *(name for test in inner for name in test.types))

    @property
    def counters(self) -> tuple[str, ...]:
        """The addresses of page counters that are asked for."""
        inner = (*self.any_of, *self.all_of, *([self.otherwise] if self.otherwise else []))
        own = [self.options.get(name) for name in ("src", "load")] if self.type == "page_counter" else []
        # A pattern that says nothing would be every address.
        said = (url for url in own if url and url.replace("*", "").rpartition("://")[2].strip("/"))
        return (*said, *(url for test in inner for url in test.counters))


@dataclass(frozen=True, slots=True)
class Demand:
    """One requirement as a pack states it.

    `sure` is False where the facts behind it are; `silences` are the ids that a permission takes back; `covers` names further
    clause types that it expresses; `drafted` requirements were never compared with the terms by a person.
    """

    id: str
    strength: Strength
    clause: Clause
    test: Test
    when: Condition | None = None
    sure: bool = True
    silences: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    drafted: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """When the terms do not apply to a page at all."""

    when: Condition
    clause: Clause
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where terms were read, and on which day."""

    url: str
    read: date
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """The terms as they stood for a time: since ever where `since` is None; `until` is the first day on which they no longer held."""

    id: str
    source: Source
    demands: tuple[Demand, ...]
    since: date | None = None
    until: date | None = None
    gates: tuple[Gate, ...] = ()
    removed: tuple[str, ...] = ()

    def in_force(self, day: date) -> bool:
        """True where these were the terms of that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Terms:
    """A rule pack. Packs without a publisher (good practice, licences) apply to anyone's work."""

    profile: Profile
    versions: tuple[Version, ...]
    file: str | None = field(default=None, compare=False)
    """What messages call the file of the user's own that it stands in."""

    @property
    def id(self) -> str:
        """The pack's id."""
        return self.profile.id

    @property
    def publisher(self) -> PublisherFacts | None:
        """Whose terms they are."""
        return self.profile.publisher

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The publisher's own notices."""
        return self.profile.notices

    @property
    def counters(self) -> tuple[str, ...]:
        """The addresses of all page counters that they name or ask for."""
        asked = (url for version in self.versions for demand in version.demands for url in demand.test.counters)
        return tuple(dict.fromkeys([*(self.publisher.counters if self.publisher else ()), *asked]))

    def version_of(self, day: date | None = None) -> Version:
        """The version in force on a day; the newest where none was or no day is known."""
        newest = max(self.versions, key=lambda version: version.since or date.min)
        if day is None:
            return newest
        held = [version for version in self.versions if version.in_force(day)]
        return max(held, key=lambda version: version.since or date.min, default=newest)

    def called(self, version: str | None) -> Version | None:
        """The version of some id; None where there is none."""
        return next((each for each in self.versions if each.id == version), None)
