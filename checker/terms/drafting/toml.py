"""Values -> TOML that reads back as the same values, whatever characters a page put into them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from checker.page.text import disarmed, squeeze

COMMENT = 400
"""How long a quoted sentence in a comment may be."""
_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")


def clean(text: str, limit: int = 2000) -> str:
    """One line of text without control, format, unassigned and surrogate characters, at most `limit` characters long."""
    line = "".join(char if unicodedata.category(char) not in _UNSAFE else " " for char in text[: 4 * limit])
    line = disarmed(squeeze(line))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def comment(text: str) -> str:
    """A `#` line. A comment ends where its line ends, and there is only one."""
    return f"# {clean(text, COMMENT)}".rstrip()


def string(text: str) -> str:
    """A basic string. What could end it is escaped; what nobody can see is gone."""
    return '"' + clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def value(given: Any) -> str:
    """A string, number, truth value, list or inline table."""
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, (int, float)):
        return repr(given)
    if isinstance(given, str):
        return string(given)
    if isinstance(given, Mapping):
        return "{ " + ", ".join(pair(key, each) for key, each in given.items()) + " }"
    if isinstance(given, Sequence):
        return "[" + ", ".join(value(each) for each in given) + "]"
    raise TypeError(f"no TOML for {type(given).__name__}")


def pair(key: str, given: Any) -> str:
    """A key and its value."""
    return f"{key if _BARE.match(key) else string(key)} = {value(given)}"


_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
