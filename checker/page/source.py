"""The text that was read, and where in it a thing stands: offsets to lines and columns."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

_NEWLINE = re.compile(r"\r\n|\r|\n")


class Source:
    """A page's decoded text. Lines end at LF, CR LF or a lone CR."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._last = (0, 1, 0)

    @cached_property
    def _has_lone_cr(self) -> bool:
        return "\r" in self.text and self.text.count("\r") > self.text.count("\r\n")

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """The offset of each line's first character."""
        # No list: a text may be nothing but line ends, and then its numbers take forty times as much as itself.
        starts = array("q", [0])
        starts.extend(match.end() for match in _NEWLINE.finditer(self.text))
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (both 1-based, columns in code points) of an offset."""
        if self._has_lone_cr:
            line = bisect_right(self.line_starts, offset)
            return line, offset - self.line_starts[line - 1] + 1
        # A page has a few positions that somebody asks for, mostly in their order, and thousands of lines.
        at, line, start = self._last if self._last[0] <= offset else (0, 1, 0)
        if passed := self.text.count("\n", at, offset):
            line, start = line + passed, self.text.rfind("\n", at, offset) + 1
        self._last = offset, line, start
        return line, offset - start + 1

    def line(self, number: int) -> str:
        """The text of a line (0-based), without its end."""
        starts = self.line_starts
        end = starts[number + 1] if number + 1 < len(starts) else len(self.text)
        return self.text[starts[number] : end].rstrip("\r\n")


class OffsetMap:
    """From offsets in a text that was made (rendered Markdown) to offsets in the text it was made from.

    Pieces are added in order. Inside a `linear` piece every character stands for one of the source; elsewhere the whole
    piece stands for the place where it starts.
    """

    def __init__(self) -> None:
        self._made: list[int] = []
        self._read: list[int] = []
        self._linear: list[bool] = []

    def add(self, made: int, read: int, *, linear: bool) -> None:
        """The characters from `made` on come from those from `read` on."""
        self._made.append(made)
        self._read.append(read)
        self._linear.append(linear)

    def source_offset(self, made: int) -> int:
        """Where in the source the character at `made` comes from."""
        at = bisect_right(self._made, made) - 1
        if at < 0:
            return 0
        return self._read[at] + (made - self._made[at] if self._linear[at] else 0)
