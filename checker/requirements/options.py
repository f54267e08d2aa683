"""The schemas of options that several types share."""

from __future__ import annotations

from collections.abc import Sequence

from checker.requirements.requirement import Schema

STRING: Schema = {"type": "string", "minLength": 1}
STRINGS: Schema = {"type": "array", "items": STRING, "minItems": 1, "uniqueItems": True}
FLAG: Schema = {"type": "boolean"}
SHARE: Schema = {"type": "number", "exclusiveMinimum": 0, "maximum": 1}
COUNT: Schema = {"type": "integer", "minimum": 1}
TAG: Schema = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "description": "A BCP-47 tag."}


def one_of(*values: str) -> Schema:
    """One of some words."""
    return {"enum": list(values)}


def some_of(values: Sequence[str]) -> Schema:
    """A list of some words."""
    return {"type": "array", "items": {"enum": list(values)}, "minItems": 1, "uniqueItems": True}


TARGETS = ("article", "home", "article_or_home", "domain", "author", "doi")
POSITIONS = ("top", "first_sentence", "first_paragraph", "byline", "heading", "bottom", "top_or_bottom")

TARGET: Schema = one_of(*TARGETS)
POSITION: Schema = {"position": one_of(*POSITIONS), "within_words": COUNT}
TEXTS: Schema = {"text": STRING, "texts": STRINGS}
TEXT: Schema = {
    **TEXTS,
    "wording": {
        "type": "object",
        "propertyNames": {"pattern": TAG["pattern"]},
        "additionalProperties": STRING,
        "minProperties": 1,
    },
    "match": one_of("exact", "similar", "meaning"),
    "threshold": {"type": "number", "minimum": 0.5, "maximum": 1},
}
