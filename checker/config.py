"""The configuration: `creditline.toml`, or `[tool.creditline]` in `pyproject.toml`, from the working folder upwards."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from checker.errors import UsageError
from checker.model import Audience
from checker.terms.conditions import Facts, value_of

OWN_FILE = "creditline.toml"
PROJECT_FILE = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """What is configured. `terms` are files and folders of rule packs, relative to the configuration's folder."""

    terms: tuple[Path, ...] = ()
    audience: Audience | None = None
    facts: Facts = field(default_factory=dict)
    strict: bool = False


def find(start: Path) -> Config:
    """The configuration that holds in a folder: the nearest above; an empty one where there is none. Raises UsageError."""
    for folder in (start, *start.parents):
        own, project = folder / OWN_FILE, folder / PROJECT_FILE
        if own.is_file():
            return read(own)
        if project.is_file() and _has_table(project):
            return read(project)
    return Config()


def read(file: Path) -> Config:
    """The configuration in a file. Raises UsageError that names the file and the key."""
    values = _values(file)
    if file.name == PROJECT_FILE:
        values = values.get("tool", {}).get("creditline", {})
    try:
        return _config(values, file.resolve().parent)
    except (UsageError, ValueError, TypeError) as error:
        raise UsageError(f"{file}: {error}") from error


def _config(values: Mapping[str, Any], folder: Path) -> Config:
    for key, value in values.items():
        if key not in _TYPES:
            near = get_close_matches(key, _TYPES, 1)
            raise UsageError(
                f"there is no key {key!r}; {f'did you mean {near[0]!r}?' if near else 'known are ' + ', '.join(_TYPES)}"
            )
        if not isinstance(value, _TYPES[key]):
            raise UsageError(f"{key}: {value!r} is no {_NAMES[_TYPES[key]]}")
    audience = values.get("audience")
    return Config(
        tuple(folder / str(place) for place in values.get("terms", ())),
        _audience(audience) if audience else None,
        {name: value_of(name, value) for name, value in values.get("facts", {}).items()},
        values.get("strict", False),
    )


_TYPES: Mapping[str, type] = {"terms": list, "audience": str, "facts": dict, "strict": bool}
_NAMES = {list: "list", str: "text", dict: "table", bool: "true or false"}


def _audience(name: str) -> Audience:
    if name not in set(Audience):
        raise UsageError(f"audience: {name!r} is none of {', '.join(Audience)}")
    return Audience(name)


def _has_table(file: Path) -> bool:
    return "creditline" in _values(file).get("tool", {})


def _values(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{file}: not a TOML file: {error}") from error
