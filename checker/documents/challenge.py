"""Pages that ask for proof that a person is reading, told by their source."""

from __future__ import annotations

import tomllib
from functools import cache

from checker import data

_HEAD = 256 * 1024


def is_challenge(content: bytes) -> bool:
    """True where a page's source has the marks of one."""
    head = content[:_HEAD].lower()
    return any(mark in head for mark in _marks())


@cache
def _marks() -> tuple[bytes, ...]:
    rules = tomllib.loads((data.folder("rules") / "walls.toml").read_text("utf-8"))
    return tuple(mark.lower().encode() for mark in rules["challenges"])
