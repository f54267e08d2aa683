"""HTML -> Page: one parse, one walk."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from html import unescape

from lxml import etree

from checker.page.page import Block, Link, Meta, Piece, Region, Resource, StructuredData, make_block
from checker.page.regions import ARTICLE_TAGS, region_of
from checker.page.site import Selector
from checker.page.text import IGNORABLE, squeeze
from checker.page.tokens import ends_inside
from checker.page.visibility import NEVER_SHOWN, hidden_by_markup, style_sheet_hider

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav noscript object ol option p pre "
    "section select summary svg table tbody td template tfoot th thead title tr ul video audio".split()
)
_NO_TEXT = frozenset({"script", "style", "title", "textarea", "option", "svg", "iframe", "noembed", "noframes"})
# libxml2 leaves what it does not know (`<main>`, `<article>`) in a head that was not closed: only these belong there.
_OF_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
_LOADS = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "amp-pixel": "src",
    "amp-img": "src",
}
_LAZY = ("data-src", "data-lazy-src", "data-original")
_LOADED = re.compile(r"""<(?:img|iframe|script)\b[^<>]*?\ssrc\s*=\s*["']?([^"'\s<>]{1,2000})""", re.IGNORECASE)
INSTRUCTION = "creditline-"
"""How a comment begins that is meant for this program, and credits nobody."""
_MAX_COMMENT = 20_000
_MAX_STRUCTURED = 2_000_000
_TAIL = 65536
_OPENED = re.compile(r"<[a-z/!]")


@dataclass(slots=True)
class HtmlParts:
    """What one walk over a tree gives."""

    blocks: list[Block] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    metas: list[Meta] = field(default_factory=list)
    relations: list[Meta] = field(default_factory=list)
    properties: list[Meta] = field(default_factory=list)
    structured: list[StructuredData] = field(default_factory=list)
    title: str | None = None
    base: str | None = None


def parse(text: str) -> tuple[etree._Element, str | None]:
    """The tree of a page's text, and why it is not the whole page's (None where it is).

    libxml2 drops what is nested too deep without an exception; only its error log tells.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        # Readers see nothing of a NUL; libxml2 would make it U+FFFD.
        root = etree.fromstring(text.replace("\0", "\u200b").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    limited = any(entry.type_name in {"ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY"} for entry in parser.error_log)
    if root is None:
        root = etree.fromstring(b"<html><body></body></html>", etree.HTMLParser())
    # Browsers show what stands behind `</html>`; libxml2 makes it a second root beside the first.
    root.extend(list(root.itersiblings()))
    if limited:
        return root, "too_deep"
    return root, "cut" if _looks_cut(text) and ends_inside(text) else None


def _looks_cut(text: str) -> bool:
    """True where a page may end inside a tag, a comment, a script or a style sheet: a look at its end, which is quick."""
    tail = text[-_TAIL:].lower()
    if any(tail.rfind(f"<{name}") > tail.rfind(f"</{name}") for name in ("script", "style")) or tail.rfind(
        "<!--"
    ) > tail.rfind("-->"):
        return True
    return bool(_OPENED.match(tail, tail.rfind("<"))) if tail.rfind("<") > tail.rfind(">") else False


def walk(root: etree._Element, excluded: Sequence[Selector] = ()) -> HtmlParts:
    """Everything the recogniser needs, in one pass in document order; nothing of the `excluded` elements."""
    sheets = [style.text or "" for style in root.iter("style")]
    outside = (
        {element for element in root.iter("*") if any(each.matches(element) for each in excluded)} if excluded else ()
    )
    return _Walker(style_sheet_hider(sheets), root, outside).walk()


@dataclass(slots=True)
class _State:
    """What an element passes on to what it contains."""

    region: Region = Region.ARTICLE
    hidden_by: str | None = None
    in_article: bool = False
    in_head: bool = False
    shut: bool = False
    """True where text is not the page's: scripts, options, titles."""


@dataclass(slots=True)
class _Open:
    """A link that has not ended yet."""

    element: etree._Element
    start: int
    ended: bool = False
    """True where a block before this one holds a part of it."""


class _Text:
    """The block that is being gathered."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.links: list[Link] = []
        self.space = False

    def add(self, raw: str, node: etree._Element, *, tail: bool) -> None:
        """Adds a node's text with its white space squeezed."""
        # What readers do not see goes first: white space around it is one space.
        raw = raw if raw.isascii() else IGNORABLE.sub("", raw)
        text = " ".join(raw.split())
        if not raw:
            return
        if not text:
            self.space = self.space or bool(self.length)
            return
        if self.length and self.parts[-1] != "\n" and (self.space or raw[0].isspace()):
            self._put(" ")
        self.pieces.append(Piece(self.length, node, tail))
        self._put(text)
        self.space = raw[-1].isspace()

    @property
    def next(self) -> int:
        """Where the next word will stand."""
        return self.length + (self.space and self.parts[-1] != "\n")

    def line_break(self) -> None:
        """Adds the end of a line."""
        if self.length:
            self._put("\n")

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
        self.space = False


def _parent(node: etree._Element, root: etree._Element) -> etree._Element:
    parent = node.getparent() if node is not root else None
    return root if parent is None else parent


class _Walker:
    def __init__(
        self,
        hides: Callable[[etree._Element], str | None] | None,
        root: etree._Element,
        outside: Collection[etree._Element],
    ) -> None:
        self._parts = HtmlParts()
        self._outside = outside
        self._hides = hides
        self._regions: dict[tuple[str, str | None, str, bool], Region | None] = {}
        self._text = _Text(root)
        self._outer: list[_Text] = []
        self._open: list[_Open] = []
        self._root = root

    def walk(self) -> HtmlParts:
        """An explicit stack instead of recursion: pages are as deep as they like."""
        states = [_State()]
        node = self._root
        while True:
            states.append(self._enter(node, states[-1]))
            if len(node) and isinstance(node.tag, str) and node not in self._outside:
                node = node[0]
                continue
            while True:
                state = states.pop()
                self._leave(node, state, states[-1])
                following = node.getnext() if node is not self._root else None
                if following is not None:
                    node = following
                    break
                parent = node.getparent() if node is not self._root else None
                if parent is None:
                    self._flush(self._root, states[0])
                    return self._parts
                node = parent

    def _enter(self, node: etree._Element, outer: _State) -> _State:
        tag = node.tag
        if not isinstance(tag, str):
            self._comment(node, outer)
            return outer
        if node in self._outside:
            self._flush(node, outer)
            return outer
        state = self._state(node, tag, outer)
        if tag in _BLOCKS:
            self._flush(node, outer)
        elif state.hidden_by != outer.hidden_by:
            self._set_aside(node)
        if tag == "br":
            self._text.line_break()
        elif tag == "a" and node.get("href") is not None:
            self._open.append(_Open(node, self._text.next))
        self._note(node, tag, state)
        if node.text and not state.shut:
            self._text.add(node.text, node, tail=False)
        return state

    def _leave(self, node: etree._Element, state: _State, outer: _State) -> None:
        tag = node.tag
        if isinstance(tag, str):
            if tag == "a" and self._open and self._open[-1].element is node:
                opened = self._open.pop()
                # A link around blocks has no text of its own behind the last of them.
                if self._text.length > opened.start or not opened.ended:
                    self._close(opened, state)
            if tag in _BLOCKS:
                self._flush(_parent(node, self._root), state)
            elif state.hidden_by != outer.hidden_by:
                self._emit(state)
                self._text = self._outer.pop()
        if node.tail and not outer.shut:
            self._text.add(node.tail, node, tail=True)

    def _set_aside(self, node: etree._Element) -> None:
        """A hidden stretch of a line is a block of its own; the line goes on after it."""
        self._outer.append(self._text)
        self._text = _Text(node)

    def _state(self, node: etree._Element, tag: str, outer: _State) -> _State:
        """The outer state itself where the element changes nothing, which is nearly always."""
        shut = outer.shut or tag in _NO_TEXT
        attributes = node.attrib
        hidden = outer.hidden_by or NEVER_SHOWN.get(tag)
        region = outer.region
        if attributes:
            hidden = hidden or hidden_by_markup(node) or (self._hides(node) if self._hides else None)
        if attributes or tag not in {"p", "a", "span"}:
            region = self._region(node, tag, outer)
        in_article = outer.in_article or tag in ARTICLE_TAGS
        if tag in ARTICLE_TAGS and region in {Region.MASTHEAD, Region.SIDEBAR}:
            region = Region.ARTICLE
        in_head = tag == "head" or (outer.in_head and tag in _OF_HEAD)
        same = (
            shut == outer.shut
            and hidden == outer.hidden_by
            and region is outer.region
            and in_article == outer.in_article
        )
        return outer if same and in_head == outer.in_head else _State(region, hidden, in_article, in_head, shut)

    def _region(self, node: etree._Element, tag: str, outer: _State) -> Region:
        if outer.region not in {Region.ARTICLE, Region.MASTHEAD, Region.BYLINE}:
            return outer.region
        key = (tag, node.get("role"), f"{node.get('class') or ''} {node.get('id') or ''}".strip(), outer.in_article)
        if key not in self._regions:
            self._regions[key] = region_of(*key[:3], in_article=key[3])
        return self._regions[key] or outer.region

    def _note(self, node: etree._Element, tag: str, state: _State) -> None:
        """Keeps what the element says beside its text."""
        attribute = _LOADS.get(tag)
        if attribute:
            self._resource(node, attribute, state)
        if tag == "script" and (node.get("type") or "").strip().lower().startswith("application/ld+json"):
            self._structured(node)
        elif tag == "meta":
            self._meta(node, state)
        elif tag == "link":
            for rel in (node.get("rel") or "").lower().split():
                self._parts.relations.append(Meta(rel, node.get("href") or "", node, "href", state.in_head))
        elif tag == "title" and self._parts.title is None and state.in_head:
            self._parts.title = " ".join((node.text or "").split()) or None
        elif tag == "base" and self._parts.base is None:
            self._parts.base = node.get("href")
        elif node.attrib and (name := node.get("itemprop")):
            self._property(node, name)

    def _meta(self, node: etree._Element, state: _State) -> None:
        name = node.get("name") or node.get("property") or node.get("http-equiv")
        if name:
            self._parts.metas.append(
                Meta(name.strip().lower(), node.get("content") or "", node, "content", state.in_head)
            )
        if prop := node.get("itemprop"):
            self._property(node, prop)

    def _property(self, node: etree._Element, names: str) -> None:
        attribute = next((name for name in ("content", "href", "src") if node.get(name)), "")
        value = node.get(attribute) if attribute else " ".join((node.text or "").split())
        for name in names.split():
            self._parts.properties.append(Meta(name, value or "", node, attribute))

    def _resource(self, node: etree._Element, attribute: str, state: _State) -> None:
        unloaded = state.hidden_by if state.hidden_by in {"noscript", "template"} else None
        for name in (attribute, *_LAZY):
            if url := node.get(name):
                self._parts.resources.append(Resource(url, node, name, unloaded))

    def _structured(self, node: etree._Element) -> None:
        text = node.text or ""
        if not text.strip() or len(text) > _MAX_STRUCTURED:
            return
        try:
            self._parts.structured.append(StructuredData(json.loads(text.strip().rstrip(";"), strict=False), node))
        except (ValueError, RecursionError):
            return

    def _comment(self, node: etree._Element, outer: _State) -> None:
        """A comment's text is a hidden block of its own: a credit in it credits nobody, but it is worth saying so."""
        if not isinstance(node, etree._Comment):
            return
        for url in _LOADED.findall((node.text or "")[:_MAX_COMMENT]):
            self._parts.resources.append(Resource(unescape(url), node, "src", "comment"))
        text = re.sub(r"<[^<>]*>", " ", node.text or "")
        words = squeeze(text)
        if words.startswith(INSTRUCTION):
            return
        if 12 <= len(words) <= 2000 and not (outer.shut or outer.in_head):
            block = make_block(
                len(self._parts.blocks), words, [Piece(0, node, tail=False)], [], node, outer.region, "comment"
            )
            self._parts.blocks.append(block)

    def _close(self, opened: _Open, state: _State) -> None:
        start = min(opened.start, self._text.length)
        rel = tuple((opened.element.get("rel") or "").lower().split())
        link = Link(opened.element.get("href") or "", start, self._text.length, opened.element, rel, state.hidden_by)
        self._text.links.append(link)

    def _flush(self, following: etree._Element, state: _State) -> None:
        """Ends the block that is being gathered, if it has anything in it; a link that goes on is in both."""
        for opened in self._open:
            if self._text.length > opened.start:
                self._close(opened, state)
                opened.ended = True
            opened.start = 0
        self._emit(state)
        self._text = _Text(following)

    def _emit(self, state: _State) -> None:
        text = self._text
        if text.pieces or text.links:
            pieces = text.pieces or [Piece(0, text.element, tail=False)]
            index = len(self._parts.blocks)
            block = make_block(
                index, "".join(text.parts), pieces, text.links, text.element, state.region, state.hidden_by
            )
            self._parts.blocks.append(block)
