"""A spot in a source: where something may be put, and what belongs before and behind it so that it stands on lines of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.credit.sources.splice import Edit

_NEWLINE = re.compile(r"\r\n|\r|\n")
_INDENT = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Spot:
    """An offset in a source, the text to put before and behind what is put there, and where that is in words."""

    offset: int
    before: str
    after: str
    place: str

    def edit(self, text: str) -> Edit:
        """The change that puts a text there."""
        return Edit(self.offset, self.offset, f"{self.before}{text}{self.after}", self.place)


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, before its line end."""
    found = _NEWLINE.search(text, offset)
    return found.start() if found else len(text)


def newline(text: str, offset: int) -> str:
    """The kind of line end that is used at a place: that of the line before it, else of its own, else LF."""
    start = line_start(text, offset)
    if start:
        return "\r\n" if text[:start].endswith("\r\n") else text[start - 1]
    found = _NEWLINE.search(text, offset)
    return found[0] if found else "\n"


def indent(text: str, offset: int) -> str:
    """The white space that the line of an offset begins with."""
    found = _INDENT.match(text, line_start(text, offset))
    return found[0] if found else ""


def behind(text: str, start: int, end: int, place: str) -> Spot:
    """The spot behind something that stands from `start` to `end`: on a line of its own, where that is the last thing on its line."""
    is_last = not text[end : line_end(text, end)].strip()
    before = newline(text, end) + indent(text, start) if is_last else ""
    return Spot(end, before, "", place)


def ahead(text: str, start: int, place: str) -> Spot:
    """The spot before something: on a line of its own, where that is the first thing on its line."""
    is_first = not text[line_start(text, start) : start].strip()
    after = newline(text, start) + indent(text, start) if is_first else ""
    return Spot(start, "", after, place)
