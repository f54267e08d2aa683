"""The lines of an index of archives: CDX (with its legend), and CDXJ, a key, a time and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.errors import TargetError

_LEGEND = " N b a m s k r M S V g"
_LARGEST = 1 << 42
_FIELDS = {"S": "length", "V": "offset", "g": "filename"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a record stands: its file as the index names it, its offset, and its packed length, None where it is not told."""

    filename: str
    offset: int
    length: int | None = None


def entries(lines: Iterable[str]) -> Iterator[Entry]:
    """The entries of an index. Raises TargetError, with the number of the line, for a line that is none."""
    legend = _LEGEND.split()
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text.startswith(("CDX ", "cdx ")):
            legend = text.split()[1:]
        elif text and not text.startswith(("!", "#")):
            found = _json(text) if text.endswith("}") else _columns(text, legend)
            if found is None:
                raise TargetError(f"line {number} names no record of an archive", "bad_index")
            yield found


def _json(text: str) -> Entry | None:
    try:
        values = json.loads(text[text.index("{") :])
        length = values.get("length")
        return Entry(str(values["filename"]), _number(values["offset"]), None if length is None else _number(length))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _columns(text: str, legend: list[str]) -> Entry | None:
    parts = text.split(" ")
    if len(parts) != len(legend):
        return None
    values = {_FIELDS[key]: part for key, part in zip(legend, parts, strict=True) if key in _FIELDS}
    try:
        length = values.get("length", "-")
        return Entry(values["filename"], _number(values["offset"]), None if length == "-" else _number(length))
    except (ValueError, KeyError):
        return None


def _number(value: object) -> int:
    found = int(str(value))
    if not 0 <= found < _LARGEST:
        raise ValueError("an offset that no file has")
    return found
