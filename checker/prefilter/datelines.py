"""Where a credit may stand that has no word of its own: a linked name beside a date, or in a dateline's brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.prefilter import linear
from checker.prefilter.markup import Markup

_GAP = rb"(?:[^<>a-zA-Z0-9&]|&#?\w{1,31};?|<[^<>]*>)*"
_LINE_OF_LINK = rb"(?i)(<br[^<>]*>)" + _GAP + rb"<a\s[^<>]*//|</a\s*>" + _GAP + rb"<br"
"""A line that is nothing but a link, and one that is not the only line: behind the end of a line, or before one."""
_IN_BRACKETS = rb"\([^()]*\x02[^()]*\)[\s\x02]*[-&\x80-\xff]"
_BRACKETS = re.compile(rb"\([^()]{0,200}?\x02[^()]{1,200}?\)[\s\x02]*[-&\x80-\xff]")


def places(markup: Markup, text: bytes) -> Iterator[int]:
    """The numbers of the texts where one may stand."""
    if b"<br" in markup.low:
        yield from _beside_breaks(markup.cut)
    if linear.compiled(_IN_BRACKETS).search(text):
        for found in _BRACKETS.finditer(text):
            yield text.count(b"\2", 0, found.start())


def _beside_breaks(cut: bytes) -> Iterator[int]:
    """The ends of lines behind or before a link."""
    number = at = 0
    for found in linear.compiled(_LINE_OF_LINK).finditer(cut):
        place = found.end(1) if found[1] else found.end()
        number += cut.count(b"<", at, place)
        at = place
        yield number - 1
