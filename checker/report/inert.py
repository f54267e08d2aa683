"""JSON in which nothing acts: on a terminal, in a log, or where somebody cuts it into lines."""

from __future__ import annotations

import json
import re
from typing import Any

_ACTS = re.compile(
    "[\\x7f-\\x9f\\xad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f"
    "\\ud800-\\udfff\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e0fff]|#(?=#\\w*\\[)"
)
"""What nobody sees, what turns text round, what ends a line, and the first letter of a command for a CI system (`##[name]`)."""


def dumps(value: Any, *, indent: int | None = None) -> str:
    """A value as JSON that holds JSON's own escapes for what could act, so that all of it reads as it was.

    A lone surrogate, which no other program could read, is shown as its escape.
    """
    return _ACTS.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent))


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return f"\\\\u{ord(char):04x}"
    return json.dumps(char)[1:-1] if char > "\uffff" else f"\\u{ord(char):04x}"
