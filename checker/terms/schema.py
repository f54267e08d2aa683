"""The JSON Schema of rule packs, built from the requirement types: each type says which options it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.requirements import TYPES, type_of
from checker.requirements.options import TAG
from checker.terms.conditions import CHOICES, FACTS
from checker.terms.pack import Strength
from checker.terms.patterns import LONGEST

_ID = {
    "type": "string",
    "pattern": "^[a-z0-9]+([._-][a-z0-9]+)*$",
    "description": "A name in lower-case letters and digits, joined by dashes.",
}
_NAME = {"type": "string", "minLength": 1}
_NAMES = {"type": "array", "items": _NAME, "minItems": 1, "uniqueItems": True}
_DATE = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "description": "A day as YYYY-MM-DD."}
_WEB = {"type": "string", "pattern": "^https?://", "description": "An http(s) address."}
_CONFIDENCE = {"enum": ["sure", "unsure"]}
_PROSE = {"type": "string", "minLength": 10}

Values = dict[str, Any]


def build() -> Values:
    """The schema, as schemas/terms.schema.json holds it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A publisher's republication terms",
        "description": "One rule pack; docs/packs.md explains each key.",
        **_table(
            {
                "id": _ID,
                "extends": _NAMES,
                "license": {"type": "string", "minLength": 3, "description": "An SPDX id where there is one."},
                "publisher": {"$ref": "#/$defs/publisher"},
                "notice": {"type": "array", "items": {"$ref": "#/$defs/notice"}},
                "version": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/version"}},
            },
            ["id", "version"],
        ),
        "$defs": {
            "publisher": _publisher(),
            "notice": _notice(),
            "version": _version(),
            "gate": _table(
                {"when": {"$ref": "#/$defs/condition"}, "clause": _PROSE, "covers": _NAMES}, ["when", "clause"]
            ),
            "condition": _condition(),
            "requirement": _requirement(),
            "test": _test(),
            "types": {name: {"properties": dict(type_of(name).OPTIONS)} | _needed(name) for name in sorted(TYPES)},
        },
    }


def _needed(name: str) -> Values:
    needed = list(type_of(name).REQUIRED)
    return {"required": needed} if needed else {}


def _table(properties: Values, required: list[str] | None = None) -> Values:
    shape = {"type": "object", "additionalProperties": False, "properties": properties}
    return shape | ({"required": required} if required else {})


def _publisher() -> Values:
    return _table(
        {
            "name": _NAME,
            "aliases": {"type": "array", "items": {"type": "string", "minLength": 2}, "uniqueItems": True},
            "domains": {
                "type": "array",
                "items": {
                    "type": "string",
                    "format": "hostname",
                    "pattern": "^[a-z0-9-]+(\\.[a-z0-9-]+)+$",
                    "description": "A host name in lower case: news.example.",
                },
                "minItems": 1,
                "uniqueItems": True,
            },
            "contact": {"type": "string", "minLength": 3},
            "languages": {"type": "array", "items": TAG, "minItems": 1, "uniqueItems": True},
            "counters": {"type": "array", "items": {**_WEB, "maxLength": LONGEST}, "minItems": 1, "uniqueItems": True},
        },
        ["name", "domains"],
    )


def _notice() -> Values:
    text = {
        "type": "string",
        "minLength": 60,
        "description": "Twelve words or more: fewer are no likeness, but chance.",
    }
    what = {"enum": ["fair_use", "disclaimer", "statement"]}
    return _table({"id": _NAME, "what": what, "language": TAG, "text": text}, ["id", "what", "language", "text"])


def _version() -> Values:
    return _table(
        {
            "id": _NAME,
            "in_force": _table({"from": _DATE, "until": _DATE}),
            "source": _table({"url": _WEB, "read": _DATE, "note": _NAME}, ["url", "read"]),
            "confidence": _CONFIDENCE,
            "note": _NAME,
            "remove": _NAMES,
            "gate": {"type": "array", "items": {"$ref": "#/$defs/gate"}},
            "requirement": {"type": "array", "items": {"$ref": "#/$defs/requirement"}},
        },
        ["id", "source"],
    )


def _condition() -> Values:
    parts = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/condition"}}
    combined = {"any": parts, "all": parts, "not": {"$ref": "#/$defs/condition"}}
    return _table({**{name: _value(name) for name in FACTS}, **combined}) | {"minProperties": 1}


def _value(fact: str) -> Values:
    """What a condition may ask of a fact."""
    kind = FACTS[fact]
    if kind == "flag":
        return {"type": "boolean"}
    if kind == "number":
        return _table({"over": {"type": "number"}, "under": {"type": "number"}}) | {"minProperties": 1}
    if kind == "date":
        return _table({"from": _DATE, "until": _DATE}) | {"minProperties": 1}
    one: Mapping[str, Any] = {"enum": list(CHOICES[fact])} if kind == "choice" else TAG if kind == "tag" else _NAME
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}]}


def _combined() -> Values:
    several = {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/test"}}
    return {
        "type": {"enum": sorted(TYPES)},
        "any_of": several,
        "all_of": several,
        "else": {"$ref": "#/$defs/test"},
    }


def _requirement() -> Values:
    common = {
        "strength": {"enum": [strength.value for strength in Strength], "description": "From the clause's own words."},
        "clause": _PROSE | {"description": "What the terms ask, in our own words."},
        "when": {"$ref": "#/$defs/condition"},
        "id": _ID,
        "confidence": _CONFIDENCE,
        "note": _NAME,
        "silences": _NAMES,
        "covers": _NAMES,
        "review": {"enum": ["needed"]},
    }
    return {"required": ["strength", "clause"], **_dispatched(common)}


def _test() -> Values:
    return _dispatched({})


def _dispatched(common: Values) -> Values:
    """A table whose `type` says which further keys it may have; `if`/`then` names the wrong key, `oneOf` would dump all."""
    chosen = [
        {
            "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
            "then": {"$ref": f"#/$defs/types/{name}"},
        }
        for name in sorted(TYPES)
    ]
    return {
        "type": "object",
        "properties": {**_combined(), **common},
        "anyOf": [{"required": ["type"]}, {"required": ["any_of"]}, {"required": ["all_of"]}],
        "allOf": chosen,
        "unevaluatedProperties": False,
    }
