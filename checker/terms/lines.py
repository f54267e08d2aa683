"""On which line of a TOML file a key stands. The standard library's reader does not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-]+)\s*\]\]?")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-]+)\s*(?:\.[A-Za-z0-9_\-.]+\s*)?=")
_QUOTES = re.compile(r'"""|\'\'\'')

Path = tuple[str | int, ...]


def locate(source: str, path: Sequence[str | int]) -> int:
    """The line (from 1) of a key, given as the path to its value; of the nearest table around it where it has no line of its own."""
    places = _places(source)
    for length in range(len(path), 0, -1):
        if (line := places.get(tuple(path[:length]))) is not None:
            return line
    return 1


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
