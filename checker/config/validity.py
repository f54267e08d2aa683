"""Is a configuration valid? What is wrong is said with its line, its key and the nearest right one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from string import Formatter
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator

from checker import data
from checker.terms import lines

PERMALINK_FIELDS = ("dir", "stem", "slug", "year", "month", "day")
_LONGEST = 1000
Place = tuple[str | int, ...]


class Problem(NamedTuple):
    """Something wrong: on which line (from 1), under which key, and what."""

    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.key}: {self.message}"


def problems(values: Mapping[str, Any], source: str, prefix: Place) -> list[Problem]:
    """All that is wrong, in the order of its lines. `prefix` is the table in `source` that the values are from."""
    found = list(_by_schema(values)) or list(_patterns(values))
    located = [
        Problem(lines.locate(source, (*prefix, *place)), lines.said(place, "the configuration"), message[:_LONGEST])
        for place, message in found
    ]
    return sorted(located)


def _by_schema(values: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    for error in _validator().iter_errors(values):
        place = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            known = [*error.schema.get("properties", {})]
            for key in error.instance:
                if key not in known:
                    yield (*place, key), f"there is no such key; {_near(key, known)}"
        elif error.validator == "enum":
            known = [str(each) for each in error.validator_value]
            yield place, f"{error.instance!r} is none of its values; {_near(str(error.instance), known)}"
        elif error.validator == "pattern":
            yield place, f"{error.instance!r} is no such thing: {_meaning(error)}"
        else:
            yield place, error.message[:300]


def _meaning(error: Any) -> str:
    """What the schema says of the nearest key around a value."""
    schema, found = _validator().schema, str(error.validator_value)
    for part in list(error.absolute_schema_path)[:-1]:
        schema = schema[part]
        found = schema.get("description", found) if isinstance(schema, dict) else found
    return found


def _near(value: str, known: Sequence[str]) -> str:
    near = get_close_matches(value, known, 1)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"


def _patterns(values: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """Braces that do not close, and names in them that nothing has."""
    for number, rule in enumerate(values.get("paths", ())):
        if (why := _broken(rule.get("original", ""), None)) is not None:
            yield ("paths", number, "original"), why
    for number, content in enumerate(values.get("content", ())):
        for pattern in content.get("permalinks", ()):
            if (why := _broken(pattern, PERMALINK_FIELDS)) is not None:
                yield ("content", number, "permalinks"), why


def _broken(pattern: str, known: Sequence[str] | None) -> str | None:
    try:
        names = [name for _, name, _, _ in Formatter().parse(pattern) if name is not None]
    except ValueError as error:
        return f"{pattern!r}: {error}"
    wrong = next((name for name in names if not name or (known and name not in known)), None)
    return None if wrong is None else f"{pattern!r}: there is no {{{wrong}}}; {_near(wrong, known or ['stem', 'slug'])}"


@cache
def _validator() -> Any:
    return Draft202012Validator(json.loads((data.folder("schemas") / "config.schema.json").read_text("utf-8")))
