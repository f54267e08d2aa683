"""The vocabulary of drafting, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from checker.page.page import Link


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a terms page.

    `lead` is the sentence that introduces it (`You must:` before a list); `wordings` are the texts that stand in it in quotes,
    as they were masked: their kinds and the texts. `about` is the heading above it.
    """

    text: str
    lead: str = ""
    about: str = ""
    wordings: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def whole(self) -> str:
        """The lead and the sentence, as they are searched: quoted wordings stand as the names of their kinds."""
        return f"{self.lead} {self.text}" if self.lead else self.text

    @property
    def start(self) -> int:
        """Where in `whole` the sentence itself starts."""
        return len(self.lead) + 1 if self.lead else 0


@dataclass(frozen=True, slots=True)
class Clause:
    """What one sentence of terms asks: a requirement type, how strongly, when, and the options that can be read from it.

    `quote` is the page's own sentence, for the reviewer and for comparison; it is untrusted text.
    """

    type: str
    strength: str
    quote: str
    when: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A requirement of the draft: clauses of one type and one condition made one. `id` is None where the type serves as id."""

    type: str
    strength: str
    clause: str
    quotes: tuple[str, ...]
    when: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose terms a page has, as far as it tells: the head of the pack."""

    id: str
    name: str
    domains: tuple[str, ...]
    contact: str | None = None
    language: str | None = None
    license: str | None = None
