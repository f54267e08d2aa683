"""Where a credit may stand that has no word of its own: a linked name beside a date, or in a dateline's brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.prefilter.markup import Markup

_NEAR = 14
"""Tags: lines that are a name and a date stand closer together."""
_BRACKETS = re.compile(rb"\([^()]{0,200}?\x02[^()]{1,200}?\)[\s\x02]*(?:-|&|\xe2\x80[\x93\x94])")


def places(markup: Markup, text: bytes) -> Iterator[int]:
    """The numbers of the texts where one may stand."""
    if b"<br" in markup.low:
        yield from (
            number for number, tag in enumerate(markup.tags) if tag[:2].lower() == b"br" and _is_dated(markup, number)
        )
    for found in _BRACKETS.finditer(text):
        yield text.count(b"\2", 0, found.start())


def _is_dated(markup: Markup, number: int) -> bool:
    """True where a link to another site and a figure stand near a line's end."""
    first, last = max(0, number - _NEAR), number + _NEAR
    linked = any(b"//" in tag for tag in markup.tags[first:last] if tag[:2].lower() in {b"a ", b"a\n", b"a\t", b"a\r"})
    return linked and any(map(_FIGURE.search, markup.texts[first:last]))


_FIGURE = re.compile(rb"\d")
