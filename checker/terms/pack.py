"""Rule packs as values: whose terms, which versions, which requirements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from checker.model import Audience, Clause


class Strength(StrEnum):
    """How strongly a clause asks, from its own words."""

    MUST = "must"
    SHOULD = "should"
    ASK_FIRST = "ask_first"


@dataclass(frozen=True, slots=True)
class Notice:
    """A text of the publisher's that may come with its articles. `what` is `fair_use` or `disclaimer`."""

    id: str
    what: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class PublisherFacts:
    """Who a publisher is: its name and other names, its domains, and where to ask."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """One requirement as a pack states it: its type, its strength, when it applies, and the type's own options."""

    type: str
    strength: Strength
    clause: Clause
    audiences: frozenset[Audience] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)

    def applies_to(self, audience: Audience) -> bool:
        """True where the requirement is asked of such a host."""
        return self.audiences is None or audience in self.audiences


@dataclass(frozen=True, slots=True)
class Version:
    """The terms as they stood for a time. `until` is the first day on which they no longer held."""

    id: str
    since: date
    url: str
    demands: tuple[Demand, ...]
    until: date | None = None

    def in_force(self, day: date) -> bool:
        """True where these were the terms of that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Terms:
    """A rule pack. Packs without a publisher (good practice) apply to anyone's work."""

    id: str
    versions: tuple[Version, ...]
    publisher: PublisherFacts | None = None
    notices: tuple[Notice, ...] = ()

    def version_of(self, day: date | None = None) -> Version:
        """The version in force on a day; the newest where none was or no day is known."""
        newest = max(self.versions, key=lambda version: version.since)
        if day is None:
            return newest
        return next((version for version in self.versions if version.in_force(day)), newest)
