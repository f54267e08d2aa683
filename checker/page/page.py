"""A page: what readers see, block by block, and what its markup says, each with its place in the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from lxml import etree

from checker.documents.document import Document
from checker.model import Evidence
from checker.page.positions import Positions
from checker.page.source import OffsetMap, Source
from checker.page.text import fold

REACH = 2000
"""How far from a word its line and its sentence are looked for: blocks may be megabytes long, credits are not."""

_MOST_INSIDE = 50
"""How many links a link may stand around, where a parser lets it."""

_AROUND = 80
"""How much of the text around a piece of evidence goes with it, in characters on each side."""


class Region(StrEnum):
    """Which part of the page a block belongs to; a credit is a credit by where it stands."""

    ARTICLE = "article"
    BYLINE = "byline"
    CAPTION = "caption"
    MASTHEAD = "masthead"
    NAVIGATION = "navigation"
    SIDEBAR = "sidebar"
    RELATED = "related"
    COMMENTS = "comments"
    FOOTER = "footer"

    @property
    def carries_credits(self) -> bool:
        """True where a credit for the page's article may stand."""
        return self in _CARRYING


_CARRYING = frozenset({Region.ARTICLE, Region.BYLINE, Region.MASTHEAD})


class Piece(NamedTuple):
    """Where a stretch of a block's text comes from: a node's text or its tail."""

    start: int
    node: etree._Element
    tail: bool


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Link(NamedTuple):
    """A hyperlink: its target as written, and the text it covers in its block."""

    href: str
    start: int
    end: int
    element: etree._Element
    rel: tuple[str, ...] = ()
    hidden_by: str | None = None


class Block(NamedTuple):
    """A paragraph's worth of text with white space squeezed; a `<br>` is a line break. `index` counts blocks."""

    # A page has hundreds of blocks and links: named tuples are made three times as fast as frozen dataclasses.
    index: int  # type: ignore[assignment]  # a tuple's own `index` gives way
    text: str
    folded: str
    pieces: tuple[Piece, ...]
    links: tuple[Link, ...]
    element: etree._Element
    region: Region
    hidden_by: str | None = None

    @property
    def is_heading(self) -> bool:
        """True for `<h1>` to `<h6>`."""
        return self.element.tag in _HEADINGS

    def links_in(self, start: int, end: int) -> list[Link]:
        """The links that touch a stretch of the text."""
        # They lie in the order of their ends, and but for a link around others in that of their starts: a text may be nothing but links.
        first = bisect_left(self.links, start, key=lambda link: link.end)
        found, behind = [], 0
        for link in islice(self.links, first, None):
            if link.start >= end:
                behind += 1
            elif start < max(link.end, link.start + 1):
                found.append(link)
            if behind > _MOST_INSIDE:
                break
        return found

    def piece_at(self, offset: int) -> Piece:
        """Where what stands at an offset of the text comes from."""
        return self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1)]

    def line_at(self, offset: int) -> tuple[int, int]:
        """The start and end of the line (between `<br>`s) that an offset lies on, as far as a credit can reach."""
        first, last = max(0, offset - REACH), min(len(self.text), offset + REACH)
        start = self.text.rfind("\n", first, offset) + 1
        end = self.text.find("\n", offset, last)
        return start or first, last if end < 0 else end


class Resource(NamedTuple):
    """Something the page loads: an image, a script, a frame."""

    url: str
    element: etree._Element
    attribute: str
    hidden_by: str | None = None
    """Only what keeps it from being loaded (a comment, a template): an invisible image is still requested."""


class Meta(NamedTuple):
    """A `<meta>` or `<link>` of the head, or an element with an `itemprop`: a name and a value."""

    name: str
    value: str
    element: etree._Element
    attribute: str
    in_head: bool = True


@dataclass(frozen=True, slots=True)
class FrontMatterEntry:
    """One scalar of the front matter: its keys joined by dots, its value, its offset in the source, and what it says of the original."""

    key: str
    value: str
    offset: int | None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StructuredData:
    """One JSON-LD script that could be read, as it was written, and the script it stands in."""

    value: object
    element: etree._Element


@dataclass(frozen=True, eq=False)
class Page:
    """A document, read. `incomplete` says why not all of it could be, and is None where all was."""

    document: Document
    source: Source
    html: str
    offsets: OffsetMap | None
    root: etree._Element
    blocks: tuple[Block, ...]
    resources: tuple[Resource, ...]
    metas: tuple[Meta, ...]
    relations: tuple[Meta, ...]
    properties: tuple[Meta, ...]
    structured: tuple[StructuredData, ...]
    front_matter: tuple[FrontMatterEntry, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    title: str | None = None
    language: str | None = None
    base: str | None = None
    incomplete: str | None = None

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.html, self.root)

    @cached_property
    def visible(self) -> tuple[Block, ...]:
        """The blocks that readers see."""
        return tuple(block for block in self.blocks if not block.hidden_by)

    def meta(self, *names: str) -> str | None:
        """The value of the first `<meta>` with one of the names."""
        for name in names:
            for meta in self.metas:
                if meta.name == name and meta.value.strip():
                    return meta.value.strip()
        return None

    def text_evidence(self, block: Block, start: int, end: int, href: str | None = None) -> Evidence:
        """Evidence for a stretch of a block's text."""
        start += len(block.text[start:end]) - len(block.text[start:end].lstrip())
        found = self._place(block, start, end, href)
        return replace(found, before=block.text[max(0, start - _AROUND) : start], after=block.text[end : end + _AROUND])

    def _place(self, block: Block, start: int, end: int, href: str | None) -> Evidence:
        piece = block.piece_at(start)
        if not isinstance(piece.node.tag, str) and not piece.tail:
            offset = self._positions.comment(piece.node)
            return self._evidence(block.text[start:end].strip(), href, offset, self.path(block.element))
        before = block.text[piece.start : start]
        # All the white space that a block has: text of megabytes is counted for each of hundreds of places.
        skip = len(before) - before.count(" ") - before.count("\n")
        offset = self._positions.text(piece.node, tail=piece.tail, skip=skip)
        return self._evidence(block.text[start:end].strip(), href, offset, self.path(block.element))

    def element_evidence(
        self, element: etree._Element, text: str, href: str | None = None, attribute: str | None = None
    ) -> Evidence:
        """Evidence for an element, or for one of its attributes."""
        positions = self._positions
        if isinstance(element, etree._Comment):
            offset = positions.comment(element)
        else:
            offset = positions.attribute(element, attribute) if attribute else positions.element(element)
        return self._evidence(text, href, offset, self.path(element))

    def script_evidence(self, data: StructuredData, text: str, href: str | None = None) -> Evidence:
        """Evidence for a value inside a script."""
        start = self._positions.element(data.element)
        found = self.html.find(text, start) if start is not None and text else -1
        return self._evidence(text, href, found if found >= 0 else start, self.path(data.element))

    @cached_property
    def front_matter_texts(self) -> int:
        """How many of the first blocks are texts of the front matter."""
        return sum("text" in entry.roles and bool(entry.value.strip()) for entry in self.front_matter)

    def front_matter_evidence(self, entry: FrontMatterEntry, href: str | None = None) -> Evidence:
        """Evidence for a front-matter value."""
        line, column = self.source.position(entry.offset) if entry.offset is not None else (None, None)
        return Evidence(entry.value, href, line, column, f"/front-matter/{entry.key.replace('.', '/')}")

    def path(self, element: etree._Element) -> str:
        """The element's place in the tree, as XPath."""
        return element.getroottree().getpath(element)

    def _evidence(self, text: str, href: str | None, offset: int | None, path: str) -> Evidence:
        if offset is None:
            return Evidence(text, href, path=path)
        line, column = self.source.position(self.offsets.source_offset(offset) if self.offsets else offset)
        return Evidence(text, href, line, column, path)


def make_block(  # noqa: PLR0913  (a block has this many parts)
    index: int,
    text: str,
    pieces: list[Piece],
    links: list[Link],
    element: etree._Element,
    region: Region,
    hidden_by: str | None,
) -> Block:
    """A block from its text; the folded form is made here, once."""
    return Block(index, text, fold(text), tuple(pieces), tuple(links), element, region, hidden_by)
