"""Where a credit may stand that has no word of its own: a linked name beside a date, or in a dateline's brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from checker.prefilter.markup import Markup

_LINKS = frozenset({b"a ", b"a\n", b"a\t", b"a\r"})
_NEAR = 14
"""Tags: lines that are a name and a date stand closer together."""
_BRACKETS = re.compile(rb"\([^()]{0,200}?\x02[^()]{1,200}?\)[\s\x02]*(?:-|&|\xe2\x80[\x93\x94])")


def places(markup: Markup, text: bytes) -> Iterator[int]:
    """The numbers of the texts where one may stand."""
    if b"<br" in markup.low:
        yield from _beside_breaks(markup)
    for found in _BRACKETS.finditer(text):
        yield text.count(b"\2", 0, found.start())


def _beside_breaks(markup: Markup) -> Iterator[int]:
    """The ends of lines that have a link to another site and a figure near."""
    links = [at for at, tag in enumerate(markup.tags) if b"//" in tag and tag[:2].lower() in _LINKS]
    breaks = (at for at, tag in enumerate(markup.tags) if tag[:2].lower() == b"br") if links else ()
    for number in breaks:
        first, last = max(0, number - _NEAR), number + _NEAR
        nearest = bisect_left(links, first)
        if nearest < len(links) and links[nearest] < last and any(map(_FIGURE.search, markup.texts[first:last])):
            yield number


_FIGURE = re.compile(rb"\d")
