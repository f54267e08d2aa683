"""Adding a key to a page's front matter: YAML, TOML or JSON, in the way of the file."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from checker.credit.sources.splice import Edit
from checker.credit.sources.spots import Spot, line_start, newline
from checker.page import front_matter
from checker.page.page import Page

_TITLE = re.compile(
    r"^title[ \t]*[:=][^\r\n]*(?P<end>)(?=(?:\r\n|\r|\n)(?:[\w\"'-]+[ \t]*[:=]|---|\+\+\+|\.\.\.))", re.MULTILINE
)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_FIRST_KEY = re.compile(r"\{(?P<space>\s*)(?=\")")
_PLACE = "in the front matter"
_OPENINGS = ("---", "+++", "{", "\ufeff---", "\ufeff+++")
"""A header without a fence has no quotes: what is written here would be read there as something else."""


def has_role(page: Page, role: str) -> bool:
    """True where the front matter has a key for this (rules/front_matter.toml), whatever its value; an empty one counts too."""
    _, end = front_matter.split(page.source.text)
    keys = re.findall(r"^[ \t]*[\"']?([\w-]+)[\"']?[ \t]*[:=]", page.source.text[:end], re.MULTILINE)
    return any(role in front_matter.roles_of(key) for key in keys) or any(
        role in entry.roles for entry in page.front_matter
    )


def key_edit(page: Page, key: str, values: Sequence[str]) -> Edit | None:
    """The change that adds a key with one value or a list; None where the file has no front matter, or one that cannot be added to."""
    text = page.source.text
    _, end = front_matter.split(text)
    if not end or not values or not text.startswith(_OPENINGS):
        return None
    value = _written(values[0] if len(values) == 1 else list(values))
    if text.startswith("{"):
        found = _FIRST_KEY.match(text)
        return Edit(found.end(), found.end(), f'"{key}": {value},{found["space"] or " "}', _PLACE) if found else None
    is_toml = text[:end].lstrip("\ufeff").startswith("+++")
    spot = _spot(text, end, is_toml=is_toml)
    return spot.edit(f"{key} = {value}" if is_toml else f"{key}: {value}") if spot else None


def _written(value: str | list[str]) -> str:
    """A value as JSON, which YAML and TOML read alike; without a mark that a template engine would take for its own."""
    return json.dumps(value, ensure_ascii=False).replace("{", "\\u007b")


def _spot(text: str, end: int, *, is_toml: bool) -> Spot | None:
    """Behind the title, else before the end; keys of TOML stand before its first table."""
    table = _TABLE.search(text, 0, end) if is_toml else None
    title = _TITLE.search(text, 0, table.start() if table else end)
    if title:
        return Spot(title.end("end"), newline(text, title.end()), "", _PLACE)
    closing = line_start(text, len(text[:end].rstrip()))
    at = table.start() if table else closing
    return Spot(at, "", newline(text, at), _PLACE)
