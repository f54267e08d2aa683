"""Files -> rule packs."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from checker import data
from checker.errors import RulesError, UsageError
from checker.model import Audience, Clause
from checker.terms.pack import Demand, Notice, PublisherFacts, Strength, Terms, Version

GOOD_PRACTICE = "good-practice"
_MAX_BYTES = 1024 * 1024
_COMMON = frozenset({"type", "strength", "clause", "when"})


@cache
def packaged() -> Mapping[str, Terms]:
    """The rule packs that come with the program, by id. They are valid: the project's tests see to it."""
    rules = data.folder("rules")
    files = [rules / f"{GOOD_PRACTICE}.toml", *sorted((rules / "publishers").glob("*.toml"))]
    packs = (_terms(_values(file)) for file in files)
    return {pack.id: pack for pack in packs}


def by_id(name: str) -> Terms:
    """A packaged rule pack. Raises UsageError that names the nearest right id."""
    packs = packaged()
    if name not in packs:
        near = get_close_matches(name, packs, 1)
        hint = f"; did you mean {near[0]!r}?" if near else "; `creditline terms list` names them"
        raise UsageError(f"there is no rule pack {name!r}{hint}")
    return packs[name]


def from_file(file: Path) -> Terms:
    """A rule pack of the user's own. Raises RulesError that says what is wrong and where."""
    values = _values(file)
    problems = list(problems_of(values))
    if problems:
        raise RulesError(f"{file}: " + "; ".join(problems))
    return _terms(values)


def problems_of(values: Mapping[str, Any]) -> Iterable[str]:
    """What is wrong with a pack's values, by schemas/terms.schema.json and beyond what a schema can say."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415  (slow to import, needed for foreign packs alone)

    schema = json.loads((data.folder("schemas") / "terms.schema.json").read_text("utf-8"))
    for error in sorted(
        Draft202012Validator(schema).iter_errors(values), key=lambda error: list(map(str, error.absolute_path))
    ):
        place = ".".join(str(part) for part in error.absolute_path) or "the pack"
        yield f"{place}: {error.message[:300]}"
    yield from _dangling_notices(values)
    yield from _wrong_dates(values)


def _dangling_notices(values: Mapping[str, Any]) -> Iterable[str]:
    notices = values.get("notice", [])
    versions = values.get("version", [])
    if not isinstance(notices, list) or not isinstance(versions, list):
        return
    known = {notice.get("id") for notice in notices if isinstance(notice, dict)}
    for version in versions:
        demands = version.get("requirement", []) if isinstance(version, dict) else []
        for demand in demands if isinstance(demands, list) else []:
            if isinstance(demand, dict) and demand.get("notice") not in {None, *known}:
                yield f"a requirement names the notice {demand['notice']!r}, which the pack does not have"


def _wrong_dates(values: Mapping[str, Any]) -> Iterable[str]:
    """Dates that look like one and are none, and times that end before they begin."""
    versions = values.get("version", [])
    for number, version in enumerate(versions if isinstance(versions, list) else []):
        force, source = (version.get(key) if isinstance(version, dict) else None for key in ("in_force", "source"))
        dates = [("in_force", "from", force), ("in_force", "until", force), ("source", "read", source)]
        read = {}
        for table, key, holder in dates:
            text = holder.get(key) if isinstance(holder, dict) else None
            try:
                read[key] = date.fromisoformat(text) if isinstance(text, str) else None
            except ValueError as error:
                yield f"version.{number}.{table}.{key}: {text!r} is no date: {error}"
        since, until = read.get("from"), read.get("until")
        if since and until and until <= since:
            yield f"version.{number}.in_force: until {until} is not after from {since}"


def _values(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as handle:
            content = handle.read(_MAX_BYTES + 1)
        if len(content) > _MAX_BYTES:
            raise RulesError(f"{file}: larger than {_MAX_BYTES} bytes")
        return tomllib.loads(content.decode("utf-8"))
    except OSError as error:
        raise RulesError(f"{file}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise RulesError(f"{file}: not a TOML file: {error}") from error


def _terms(values: Mapping[str, Any]) -> Terms:
    publisher = values.get("publisher")
    return Terms(
        id=values["id"],
        versions=tuple(_version(version) for version in values["version"]),
        publisher=_publisher(publisher) if publisher else None,
        notices=tuple(Notice(n["id"], n["what"], n["language"], n["text"].strip()) for n in values.get("notice", [])),
    )


def _publisher(values: Mapping[str, Any]) -> PublisherFacts:
    return PublisherFacts(
        values["name"], tuple(values.get("aliases", ())), tuple(values["domains"]), values.get("contact")
    )


def _version(values: Mapping[str, Any]) -> Version:
    force, url = values["in_force"], values["source"]["url"]
    since = date.fromisoformat(force["from"])
    until = date.fromisoformat(force["until"]) if "until" in force else None
    return Version(values["id"], since, url, tuple(_demand(demand, url) for demand in values["requirement"]), until)


def _demand(values: Mapping[str, Any], url: str) -> Demand:
    audiences = values.get("when", {}).get("audience")
    return Demand(
        type=values["type"],
        strength=Strength(values["strength"]),
        clause=Clause(values["clause"], url),
        audiences=frozenset(Audience(name) for name in audiences) if audiences else None,
        options={key: value for key, value in values.items() if key not in _COMMON},
    )
