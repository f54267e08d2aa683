"""On which line of a TOML file a key stands. The standard library's reader does not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from checker.page.text import printable

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-]+)\s*\]\]?")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-]+)\s*(?:\.[A-Za-z0-9_\-.]+\s*)?=")
_LONGEST = 200
_QUOTES = re.compile(r'"""|\'\'\'')

Path = tuple[str | int, ...]


def locate(source: str, path: Sequence[str | int]) -> int:
    """The line (from 1) of a key, given as the path to its value; of the nearest table around it where it has no line of its own."""
    places = _places(source)
    for length in range(len(path), 0, -1):
        if (line := places.get(tuple(path[:length]))) is not None:
            return line
    return 1


def said(path: Sequence[str | int], whole: str) -> str:
    """A key as messages name it, on one line whatever it holds; `whole` is what the file itself is called."""
    name = ".".join(printable(str(part)).replace("\n", "\\n").replace("\t", "\\t") for part in path)
    return (name if len(name) <= _LONGEST else name[:_LONGEST] + "…") or whole


@lru_cache(maxsize=4)
def _places(source: str) -> dict[Path, int]:
    places: dict[Path, int] = {}
    table: Path = ()
    counts: dict[Path, int] = {}
    inside = False
    for number, line in enumerate(source.splitlines(), 1):
        if not inside:
            if header := _HEADER.match(line):
                table = _table(header[2].split("."), header[1] == "[[", counts)
                places.setdefault(table, number)
            elif key := _KEY.match(line):
                places.setdefault((*table, key[1]), number)
        inside ^= len(_QUOTES.findall(line)) % 2 == 1
    return places


def _table(names: Sequence[str], several: bool, counts: dict[Path, int]) -> Path:
    """The path of a table: of an array of tables, the last one opened."""
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, names[-1])
    if not several:
        return path
    counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path])
