"""Where a node of the tree stands in the HTML it was parsed from.

libxml2 keeps only the line on which a start tag ends, and no more than 65,535 of them. So the source is tokenised once more,
by one regular expression, as far as positions are asked for: start tags are paired with elements in document order, and
text is found by counting its visible characters between two start tags. Entities, comments and end tags in between are
stepped over, so a position is exact whatever the parser did to white space.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from itertools import islice

from lxml import etree

from checker.page.text import significant
from checker.page.tokens import IN_TEXT, RAW_TEXT, Tag, raw_end, start_tags, tag_at

# What the parser makes up where the source has no tag for it.
_IMPLIED = frozenset({"html", "head", "body", "p"})
_LOOK_AHEAD = 40
_AT_ONCE = 400
_COMMENT_WORDS = 12
_NOTED_EACH = 1000
_LINE_LIMIT = 65535


class Positions:
    """Offsets of a tree's nodes in its source."""

    def __init__(self, source: str, root: etree._Element) -> None:
        self._source = source
        self._root = root
        self._paired: dict[etree._Element, int | None] = {}
        self._elements = root.iter("*")
        self._unread = start_tags(source)
        self._names: list[str] = []
        self._starts: list[int] = []
        self._at = 0
        self._last_line = 0, 1
        self._counted: dict[int, tuple[list[int], list[int]]] = {}

    def element(self, element: etree._Element) -> int | None:
        """The offset of an element's `<`, or None where the parser made it up."""
        return self._start(element)

    def comment(self, node: etree._Element) -> int | None:
        """The offset of a comment's first word."""
        # One beside the root stands before or behind all tags.
        tag = self._tag(self._gap(node, tail=True)[0]) if node.getparent() is not None else None
        words = (node.text or "").split()[:_COMMENT_WORDS]
        written = re.compile(r"<[!/]?-*\s*(" + r"\s+".join(map(re.escape, words)) + ")")
        found = written.search(self._source, tag.end if tag else 0)
        return found.start(1) if words and found else None

    def attribute(self, element: etree._Element, name: str) -> int | None:
        """The offset of an attribute's value, or of its element where it cannot be found."""
        tag = self._tag(element)
        if tag is None:
            return None
        pattern = rf"[\s/\"']{re.escape(name)}\s*=\s*[\"']?"
        found = re.compile(pattern, re.IGNORECASE).search(self._source, tag.start, tag.end)
        return found.end() if found else tag.start

    def text(self, node: etree._Element, *, tail: bool, skip: int) -> int | None:
        """The offset of the visible character after `skip` others in a node's text (or its tail)."""
        anchor, before = self._gap(node, tail=tail)
        tag = self._tag(anchor)
        if tag is None:
            start = 0
        elif tag.name in RAW_TEXT and (tail or anchor is not node):
            start = raw_end(self._source, tag)
        else:
            start = tag.end
        return self._count(start, before + skip)

    def _start(self, element: etree._Element) -> int | None:
        """Where an element's start tag begins, or None where it has none."""
        if element not in self._paired and isinstance(element.tag, str):
            self._pair(element)
        return self._paired.get(element)

    def _tag(self, element: etree._Element) -> Tag | None:
        start = self._start(element)
        return None if start is None else tag_at(self._source, start)

    def _pair(self, last: etree._Element) -> None:
        """Pairs elements with tags, up to an element. Both run in document order, so one pass over a page is enough for all."""
        names, starts, at = self._names, self._starts, self._at
        for element in self._elements:
            if at + _LOOK_AHEAD > len(names):
                self._read_tags()
            name, start = element.tag, None
            made_up = name in _IMPLIED and not element.attrib
            if at < len(names) and not (made_up and not self._is(element, names[at], starts[at])):
                if names[at] != name:
                    at = _index(names, name, at)
                if names[at] == name:
                    start = starts[at]
                    at += 1
            self._paired[element] = start
            if element is last:
                break
        self._at = at

    def _read_tags(self) -> None:
        for name, start in islice(self._unread, _AT_ONCE):
            self._names.append(name)
            self._starts.append(start)

    def _is(self, element: etree._Element, name: str, start: int) -> bool:
        if name != element.tag:
            return False
        tag = tag_at(self._source, start)
        if tag.has_attributes != bool(element.attrib):
            return False
        line = int(element.sourceline or _LINE_LIMIT)  # type: ignore[call-overload]
        return line >= _LINE_LIMIT or tag.has_attributes or line == self._line(tag.end)

    def _line(self, offset: int) -> int:
        at, line = self._last_line if self._last_line[0] <= offset else (0, 1)
        self._last_line = offset, line + self._source.count("\n", at, offset)
        return self._last_line[1]

    def _gap(self, node: etree._Element, *, tail: bool) -> tuple[etree._Element, int]:
        """The element whose start tag comes last before a text, and how many visible characters lie between.

        Elements that the parser made up have no start tag and are stepped over; the root stands for the source's start.
        """
        before = 0
        while tail or (self._start(node) is None and node is not self._root):
            node, tail = _previous(node, tail=tail)
            if tail or node.tag not in RAW_TEXT:
                before += significant((node.tail if tail else node.text) or "")
        return node, before

    def _count(self, start: int, skip: int) -> int | None:
        """The offset of the visible character after `skip` others from `start` on."""
        # Hundreds of credits may stand in one text of megabytes: it is counted once, with a note now and then of how far that went.
        counts, offsets = self._counted.setdefault(start, ([0], [start]))
        noted = bisect_right(counts, skip) - 1
        counted, skip = counts[noted], skip - counts[noted]
        for match in IN_TEXT.finditer(self._source, offsets[noted]):
            if counted - counts[-1] >= _NOTED_EACH:
                counts.append(counted)
                offsets.append(match.start())
            if match["run"]:
                here = significant(match["run"])
                if here > skip:
                    return match.start() + _nth(match["run"], skip)
            elif match["entity"]:
                shown = html.unescape(match["entity"])
                here = significant(shown)
                # `&copyAnn` is an entity without its semicolon and the text behind it.
                if here > skip and here - skip < len(shown):
                    return match.end() - (here - skip)
            else:
                here = 1 if match["char"] else 0
            if here > skip:
                return match.start()
            skip -= here
            counted += here
        return None


def _previous(node: etree._Element, *, tail: bool) -> tuple[etree._Element, bool]:
    """The text that comes before another, each as (node, whether its tail)."""
    if tail and isinstance(node.tag, str):
        return (node[-1], True) if len(node) else (node, False)
    sibling = node.getprevious()
    if sibling is not None:
        return sibling, True
    parent = node.getparent()
    return (parent, False) if parent is not None else (node, False)


def _index(names: list[str], name: str, at: int) -> int:
    """Where a name stands next, where that is near; else the same place."""
    try:
        return names.index(name, at, at + _LOOK_AHEAD)
    except ValueError:
        return at


def _nth(run: str, skip: int) -> int:
    """The index of the visible character after `skip` others in a run without white space."""
    if significant(run) == len(run):
        return skip
    for index, char in enumerate(run):
        if significant(char):
            if not skip:
                return index
            skip -= 1
    return 0
