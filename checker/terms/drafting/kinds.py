"""What the types of requirement are called and which of their options can be read, from `rules/drafting/types.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from checker import data
from checker.terms.drafting.language import TYPES


@dataclass(frozen=True, slots=True)
class Kind:
    """One type: its usual strength, which other strengths it takes, its clause by strength, and its options.

    `texts` is the kind of quoted wording that its text is; `needs` are options that it cannot do without, with what stands
    there until the reviewer knows better.
    """

    name: str
    strength: str
    takes: frozenset[str]
    clauses: Mapping[str, str]
    options: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    needs: Mapping[str, Any] = field(default_factory=dict)


@cache
def kinds() -> Mapping[str, Kind]:
    """All types that can be drafted, in the order in which a pack has them."""
    return {name: _kind(name, entry) for name, entry in _values()["type"].items()}


@cache
def phrases() -> Mapping[str, Mapping[str, str]]:
    """How a clause words the value of an option."""
    found: Mapping[str, Mapping[str, str]] = _values().get("phrase", {})
    return found


def _values() -> dict[str, Any]:
    return tomllib.loads((data.folder("rules") / "drafting" / f"{TYPES}.toml").read_text("utf-8"))


def _kind(name: str, entry: Mapping[str, Any]) -> Kind:
    clauses = entry["clause"] if isinstance(entry["clause"], dict) else {"": entry["clause"]}
    return Kind(
        name,
        entry.get("strength", "must"),
        frozenset(entry.get("takes", ("must", "should"))),
        clauses,
        tuple(entry.get("options", ())),
        tuple(entry.get("texts", ())),
        entry.get("needs", {}),
    )
