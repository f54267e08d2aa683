"""Where the configuration is found, and how it becomes values."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.config.values import PERMALINKS, Config, Content, PathRule
from checker.errors import UsageError
from checker.model import Audience, Severity
from checker.page.site import Selector, Site
from checker.terms import reading
from checker.terms.conditions import value_of

OWN_FILE = "creditline.toml"
PROJECT_FILE = "pyproject.toml"
VARIABLE = "CREDITLINE_CONFIG"
_ROOTS = (".git", ".hg")
_TABLE = ("tool", "creditline")


def settled(given: Path | None, start: Path) -> Config:
    """The configuration of a call: the file that it names, else the one that CREDITLINE_CONFIG names, else what `find` finds."""
    if given is None and (named := os.environ.get(VARIABLE)):
        given = Path(named)
    return read(given) if given else find(start)


def find(start: Path) -> Config:
    """The configuration that holds in a folder: the nearest above, as far as its repository goes; an empty one where there is none.

    Raises UsageError.
    """
    for folder in (start, *start.parents):
        if file := inside(folder):
            return read(file)
        if any((folder / root).exists() for root in _ROOTS):
            break
    return Config()


def inside(folder: Path) -> Path | None:
    """The file that configures a folder, if it holds one. Raises UsageError for a pyproject.toml that is none."""
    own, project = folder / OWN_FILE, folder / PROJECT_FILE
    if own.is_file():
        return own
    return (
        project
        if project.is_file() and _at(reading.values_of(reading.text_of(project), project), _TABLE) is not None
        else None
    )


def read(file: Path) -> Config:
    """The configuration in a file. Raises UsageError that names the file, the line and the key of all that is wrong."""
    from checker.config import validity  # noqa: PLC0415  (slow to import; without a configuration nobody needs it)

    prefix = _TABLE if file.name == PROJECT_FILE else ()
    source = reading.text_of(file)
    values = _at(reading.values_of(source, file), prefix)
    values = {} if values is None else values
    if found := validity.problems(values, source, prefix):
        raise UsageError("\n".join(f"{file}: {problem}" for problem in found))
    try:
        return _config(values, file.resolve())
    except UsageError as error:
        raise UsageError(f"{file}: {error}") from error


def _config(values: Mapping[str, Any], file: Path) -> Config:
    folder, site = file.parent, values.get("site", {})
    return Config(
        folder=folder,
        file=file,
        site=_site(site, values.get("front_matter", {})),
        audience=Audience(site["audience"]) if "audience" in site else None,
        terms=tuple(_place(folder, each) for each in values.get("terms", ())),
        facts={name: value_of(name, value) for name, value in values.get("facts", {}).items()},
        strict=values.get("strict", False),
        baseline=_place(folder, values["baseline"]) if "baseline" in values else None,
        inline=values.get("inline_suppressions", True),
        include=tuple(values.get("include", ())),
        exclude=tuple(values.get("exclude", ())),
        paths=tuple(map(_rule, values.get("paths", ()))),
        content=tuple(_content(each, folder) for each in values.get("content", ())),
    )


def _site(values: Mapping[str, Any], keys: Mapping[str, list[str]]) -> Site:
    languages = values.get("languages", ())
    return Site(
        domains=tuple(domain.lower() for domain in values.get("domains", ())),
        names=(values["name"],) if "name" in values else (),
        language=languages[0] if len(languages) == 1 else None,
        keys={role: tuple(names) for role, names in keys.items()},
    )


def _rule(values: Mapping[str, Any]) -> PathRule:
    return PathRule(
        globs=tuple(values["globs"]),
        terms=values.get("terms"),
        original=values.get("original"),
        severity={name: None if to == "off" else Severity(to) for name, to in values.get("severity", {}).items()},
        excluded=tuple(map(Selector.of, values.get("exclude_parts", ()))),
    )


def _content(values: Mapping[str, Any], folder: Path) -> Content:
    permalinks = tuple(values.get("permalinks", PERMALINKS))
    return Content(_place(folder, values["source"]), _place(folder, values["built"]), permalinks)


def _place(folder: Path, name: str) -> Path:
    """A file or a folder that a configuration names. Raises UsageError for what no file is called."""
    if "\0" in name:
        raise UsageError(f"{name!r}: no file has such a name")
    return folder / name


def _at(values: Any, keys: tuple[str, ...]) -> Any:
    """What stands under nested keys; None where nothing does."""
    for key in keys:
        values = values.get(key) if isinstance(values, dict) else None
    return values
