"""Patterns that rule packs may hold: fixed text, `{name}` for one part of an address, `*` for anything.

They come from anyone, so they run in RE2, whose time is linear in the text whatever the pattern: a backtracking engine takes years for
some of them.
"""

from __future__ import annotations

import re
from typing import Any

LONGEST = 2000
"""Characters. No address that is used is longer."""
_PIECE = re.compile(r"\{([a-z]+)\}|\*")


class Pattern:
    """A template, compiled: what a part is, what `*` stands for, and how it ends are expressions of RE2."""

    def __init__(self, template: str, part: str, anything: str, end: str) -> None:
        import re2  # noqa: PLC0415  (most pages are judged without a pattern)

        self._twins: dict[str, str] = {}
        built = (
            re2.escape(piece or "") if number % 2 == 0 else self._group(piece, part) if piece else anything
            for number, piece in enumerate(_PIECE.split(_utf8(template[:LONGEST])))
        )
        self._compiled = re2.compile("(?is)" + "".join(built) + end)

    def match(self, text: str) -> Any:
        """The match of a text from its start, as `re` has it, or None. A name that stands twice has one value."""
        found = self._compiled.match(_utf8(text))
        return found if found and all(found[twin] == found[name] for twin, name in self._twins.items()) else None

    def _group(self, name: str, part: str) -> str:
        """RE2 cannot look back at what a group was, so a second one of that name is compared afterwards."""
        twin = f"{name}_{len(self._twins)}"
        first = name not in self._twins.values()
        self._twins[twin] = name
        return f"(?P<{name}>(?P<{twin}>{part}))" if first else f"(?P<{twin}>{part})"


def _utf8(text: str) -> str:
    """RE2 reads UTF-8, which has no lone surrogates."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
