"""Is a rule pack valid? What is wrong is said with its line, its key and the nearest right one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from checker.errors import RulesError
from checker.requirements import TYPES, make, type_of
from checker.requirements.texts import PLACEHOLDERS
from checker.terms import lines, load, reading, schema
from checker.terms.pack import Strength, Terms
from checker.terms.patterns import LONGEST

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_TEXTS = ("text", "texts", "wording")
_PATTERNS = ("path", "src", "article", "load")
_MOST = 20
_LONGEST = 1000

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a pack: where, and what. `line` counts from 1."""

    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.key}: {self.message}"


def read(file: Path) -> Terms:
    """A rule pack of the user's own, what it inherits left open. Raises RulesError that names the file and all that is wrong."""
    return parse(reading.text_of(file), str(file))


def parse(source: str, name: str) -> Terms:
    """The same from its text; `name` is what errors call it."""
    values = reading.values_of(source, name)
    found = problems(source, values)
    if found:
        more = f"\n{name}: and {len(found) - _MOST} more" if len(found) > _MOST else ""
        raise RulesError("\n".join(f"{name}: {problem}" for problem in found[:_MOST]) + more)
    return replace(load.terms(values), file=name)


def problems(source: str, values: Mapping[str, Any]) -> list[Problem]:
    """All that is wrong with a pack, in the order of its lines."""
    found = list(_by_schema(values))
    # What goes beyond the schema is looked at only where the values have the right shape.
    found = found or [*_dates(values), *_notices(values), *_demands(values)]
    located = {
        Problem(lines.locate(source, place), lines.said(place, "the pack"), message[:_LONGEST])
        for place, message in found
    }
    return sorted(located, key=lambda problem: (problem.line, problem.key, problem.message))


def _by_schema(values: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    for error in _validator().iter_errors(values):
        place = tuple(error.absolute_path)
        if error.validator in {"additionalProperties", "unevaluatedProperties"}:
            yield from _unknown_keys(place, error)
        elif error.validator == "anyOf" and "allOf" in error.schema:
            yield place, "it needs a type, or any_of or all_of with several"
        elif error.validator == "pattern":
            yield place, f"{error.instance!r} is none: {error.schema.get('description', error.validator_value)}"
        elif error.validator == "enum":
            yield place, _nearest(str(error.instance), [str(each) for each in error.validator_value])
        else:
            yield place, error.message[:300]


def _unknown_keys(place: Place, error: Any) -> Iterator[tuple[Place, str]]:
    """A message for each key that nobody knows. Below a wrong value, jsonschema calls all keys of the table unknown."""
    instance: Mapping[str, Any] = error.instance
    known = [*error.schema.get("properties", {})]
    kind = instance.get("type")
    if error.validator == "unevaluatedProperties":
        if kind is not None and kind not in TYPES:
            return
        known += type_of(kind).OPTIONS if kind else ()
    for key in instance:
        if key not in known:
            yield (*place, key), f"there is no such key{f' for the type {kind}' if kind else ''}; {_near(key, known)}"


def _nearest(value: str, known: Sequence[str]) -> str:
    return f"{value!r} is none of its values; {_near(value, known)}"


def _near(value: str, known: Sequence[str]) -> str:
    near = get_close_matches(value, known, 1)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"


def _dates(values: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """Dates that look like one and are none, and times that end before they begin."""
    for number, version in enumerate(values["version"]):
        place: Place = ("version", number)
        force = version.get("in_force", {})
        for table, key in (("in_force", "from"), ("in_force", "until"), ("source", "read")):
            text = version.get(table, {}).get(key)
            if text and not _is_day(text):
                yield (*place, table, key), f"{text!r} is no day of the calendar"
        since, until = force.get("from"), force.get("until")
        if since and until and until <= since:
            yield (*place, "in_force"), f"until {until} is not after from {since}"


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _notices(values: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    ids = [notice["id"] for notice in values.get("notice", ())]
    for name in {name for name in ids if ids.count(name) > 1}:
        yield ("notice", ids.index(name)), f"there are two notices {name!r}"
    for place, demand in _each(values):
        name = demand.get("notice")
        # A notice may be one that a base pack has; whether it is, is seen when the pack is put together with its bases.
        if name is not None and name not in ids and not values.get("extends"):
            yield (*place, "notice"), f"the pack has no notice {name!r}"


def _demands(values: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    for number, version in enumerate(values["version"]):
        seen: set[str] = set()
        for at, demand in enumerate(version.get("requirement", ())):
            place: Place = ("version", number, "requirement", at)
            name = load.demand_id(demand)
            if name in seen:
                yield place, f"two requirements of one version have the id {name!r}; give one an id of its own"
            seen.add(name)
            yield from _turned_round(place, demand)
    for place, demand in _each(values):
        yield from _patterns(place, demand)
        yield from _placeholders(place, demand)
        yield from _options(place, demand)


def _turned_round(place: Place, demand: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    kind = demand.get("type")
    if demand["strength"] == Strength.MUST_NOT and kind and not (type_of(kind).FORBIDS or type_of(kind).FORBIDDABLE):
        yield (*place, "strength"), f"{kind} asks for something, and takes no must_not"


def _placeholders(place: Place, demand: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    if demand.get("type") == "page_counter":
        return
    for key in _TEXTS:
        for text in _strings(demand.get(key)):
            for name in _PLACEHOLDER.findall(text):
                if name not in PLACEHOLDERS:
                    yield (*place, key), f"there is no placeholder {{{name}}}; {_near(name, sorted(PLACEHOLDERS))}"


def _options(place: Place, demand: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """What a type itself finds wrong with its options together."""
    if kind := demand.get("type"):
        try:
            make(kind, {key: value for key, value in demand.items() if key not in load.COMMON})
        except (ValueError, TypeError) as error:
            yield place, f"{kind}: {error}"


def _patterns(place: Place, demand: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    for key in _PATTERNS:
        if any(len(text) > LONGEST for text in _strings(demand.get(key))):
            yield (*place, key), f"a pattern has at most {LONGEST} characters"


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    return [str(each) for each in (value.values() if isinstance(value, Mapping) else value or ())]  # type: ignore[attr-defined]


def _each(values: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """All requirements, and all tests inside them."""
    for number, version in enumerate(values["version"]):
        for at, demand in enumerate(version.get("requirement", ())):
            yield from _with_inner(("version", number, "requirement", at), demand)


def _with_inner(place: Place, test: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    yield place, test
    for key in load.COMBINERS:
        for at, inner in enumerate(test.get(key, ())):
            yield from _with_inner((*place, key, at), inner)
    if "else" in test:
        yield from _with_inner((*place, "else"), test["else"])


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator  # noqa: PLC0415  (slow to import, needed for foreign packs alone)

    return Draft202012Validator(schema.build())
