"""The words that stand in names and around them: `rules/names.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from checker import data
from checker.page.text import CAPITALS


@cache
def particles() -> frozenset[str]:
    """Small words within a name, folded: "van", "de la"."""
    return frozenset(_file()["particles"])


@cache
def surnames() -> frozenset[str]:
    """Those of them that are surnames too, folded."""
    return frozenset(_file()["surnames"])


@cache
def teams() -> frozenset[str]:
    """What ends a name of several people by what they belong to, folded: "staff"."""
    return frozenset(_file()["teams"])


@cache
def articles() -> frozenset[str]:
    """What no person's name begins with, folded: "the"."""
    return frozenset(_file()["articles"])


@cache
def elided() -> re.Pattern[str]:
    """A particle that is written together with the name behind it: "d'Example"."""
    return re.compile(rf"(?<!\w)(?:{alternatives(_file()['elided'])})['’ʼ](?=\w)")


@cache
def title() -> re.Pattern[str]:
    """A person's titles in front of the name: "Prof. Dr. "."""
    return re.compile(rf"(?:(?:{alternatives(_file()['titles'])})\.?\s+)+", re.IGNORECASE)


@cache
def abbreviation() -> re.Pattern[str]:
    """What ends a text whose full stop ends no name."""
    return re.compile(rf"(?:\b(?:{alternatives(_file()['abbreviations'])})|\b[A-Za-z])$", re.IGNORECASE)


@cache
def volume() -> re.Pattern[str]:
    """Where what is said of a volume begins: ", vol"."""
    return re.compile(rf",\s*(?:{alternatives(_file()['volumes'])})\b", re.IGNORECASE)


@cache
def owner() -> re.Pattern[str]:
    """Whose a name is, in front of it: "my "."""
    return re.compile(rf"(?:{alternatives(_in_all_languages('owners'))}) (?=[{CAPITALS}\d])")


@cache
def between() -> re.Pattern[str]:
    """What stands between the names of two persons.

    A word has no capital there, but in a line of capitals; "Dan Reader" and "Ann Y. Writer" are one person each.
    """
    words = set(_in_all_languages("joining"))
    small, either = alternatives(words), alternatives(words | {word.upper() for word in words if len(word) > 1})
    return re.compile(rf"\s*[,;、，/|&]\s*(?:(?:{small})\s+)?|\s+(?:{either})\s+")


def alternatives(names: Iterable[str]) -> str:
    """Any of some names, the longest first; what matches nothing where there are none."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"


def _in_all_languages(kind: str) -> Iterable[str]:
    return [word for words in _file()[kind].values() for word in words]


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads((data.folder("rules") / "names.toml").read_text("utf-8"))
