"""The values of a valid rule pack -> frozen values. What a pack inherits is left open; `inheritance` fills it in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from checker.model import Clause
from checker.terms.conditions import condition
from checker.terms.pack import (
    Demand,
    Gate,
    Notice,
    Profile,
    PublisherFacts,
    Source,
    Strength,
    Terms,
    Test,
    Version,
)

COMBINERS = ("any_of", "all_of")
COMMON = frozenset(
    {
        "type",
        "strength",
        "clause",
        "when",
        "id",
        "confidence",
        "note",
        "silences",
        "covers",
        "review",
        "else",
        *COMBINERS,
    }
)
"""The keys that every requirement may have; all others are options of its type."""


def profile(values: Mapping[str, Any]) -> Profile:
    """The head of a pack."""
    publisher = values.get("publisher")
    notices = (Notice(n["id"], n["what"], n["language"], n["text"].strip()) for n in values.get("notice", []))
    return Profile(
        values["id"],
        _publisher(publisher) if publisher else None,
        tuple(notices),
        values.get("license"),
        tuple(values.get("extends", ())),
    )


def terms(values: Mapping[str, Any]) -> Terms:
    """A whole pack."""
    return Terms(profile(values), tuple(_version(version) for version in values["version"]))


def demand_id(values: Mapping[str, Any]) -> str:
    """A requirement's own id, else its type, else its types joined by how they are combined."""
    if "id" in values:
        return str(values["id"])
    if "type" in values:
        return str(values["type"])
    how = next(key for key in COMBINERS if key in values)
    return f"_{how.removesuffix('_of').replace('any', 'or').replace('all', 'and')}_".join(
        demand_id(each) for each in values[how]
    )


def _publisher(values: Mapping[str, Any]) -> PublisherFacts:
    return PublisherFacts(
        values["name"],
        tuple(values.get("aliases", ())),
        tuple(values["domains"]),
        values.get("contact"),
        tuple(values.get("languages", ())),
        tuple(values.get("counters", ())),
    )


def _version(values: Mapping[str, Any]) -> Version:
    force, source = values.get("in_force", {}), values["source"]
    sure = values.get("confidence", "sure") == "sure"
    return Version(
        values["id"],
        Source(source["url"], date.fromisoformat(source["read"]), source.get("note")),
        tuple(_demand(demand, source["url"], sure=sure) for demand in values.get("requirement", ())),
        _day(force.get("from")),
        _day(force.get("until")),
        tuple(_gate(gate, source["url"]) for gate in values.get("gate", ())),
        tuple(values.get("remove", ())),
    )


def _gate(values: Mapping[str, Any], url: str) -> Gate:
    return Gate(condition(values["when"]), Clause(values["clause"], url), tuple(values.get("covers", ())))


def _demand(values: Mapping[str, Any], url: str, *, sure: bool) -> Demand:
    drafted = values.get("review") == "needed"
    return Demand(
        id=demand_id(values),
        strength=Strength(values["strength"]),
        clause=Clause(values["clause"], url),
        test=_test(values),
        when=condition(values["when"]) if "when" in values else None,
        sure=not drafted and (values["confidence"] == "sure" if "confidence" in values else sure),
        silences=tuple(values.get("silences", ())),
        covers=tuple(values.get("covers", ())),
        drafted=drafted,
    )


def _test(values: Mapping[str, Any]) -> Test:
    otherwise = values.get("else")
    return Test(
        values.get("type"),
        {key: value for key, value in values.items() if key not in COMMON},
        tuple(_test(each) for each in values.get("any_of", ())),
        tuple(_test(each) for each in values.get("all_of", ())),
        _test(otherwise) if otherwise else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
