"""Tree -> the parts of a page: one walk in document order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from lxml import etree

from checker.page.page import Block, Link, Meta, Piece, Region, Resource, StructuredData, make_block
from checker.page.regions import ARTICLE_TAGS, region_of
from checker.page.site import Selector
from checker.page.text import IGNORABLE, squeeze
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
_NOTED = frozenset({"a", "br", "meta", "link", "title", "base", *_LOADS})
# What may hide an element, or say more of it than its tag, its class and its id do.
_TELLING = frozenset({"hidden", "aria-hidden", "style", "color", "role", "itemprop"})
# Of these a class may still make another; what stands in a sidebar is the sidebar's.
_DIVIDED = frozenset({Region.ARTICLE, Region.MASTHEAD, Region.BYLINE})
_AROUND_ARTICLES = frozenset({Region.MASTHEAD, Region.SIDEBAR})
_LAZY = ("data-src", "data-lazy-src", "data-original")
_LOADED = re.compile(r"""<(?:img|iframe|script)\b[^<>]*?\ssrc\s*=\s*["']?([^"'\s<>]{1,2000})""", re.IGNORECASE)
INSTRUCTION = "creditline-"
"""How a comment begins that is meant for this program, and credits nobody."""
_MARKUP = re.compile(r"<[^<>]*>")
_MAX_COMMENT = 20_000
_MIN_WORDS, _MAX_WORDS = 12, 2000
"""Characters: what is worth saying of a comment."""
_MAX_STRUCTURED = 2_000_000


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


def walk(root: etree._Element, excluded: Sequence[Selector] = ()) -> HtmlParts:
    """Everything the recogniser needs, in one pass in document order; nothing of the `excluded` elements."""
    sheets = [style.text or "" for style in root.iter("style")]
    outside = (
        {element for element in root.iter("*") if any(each.matches(element) for each in excluded)} if excluded else ()
    )
    return _Walker(style_sheet_hider(sheets), root, outside).walk()


class _State(NamedTuple):
    """What an element passes on to what it contains."""

    region: Region
    hidden_by: str | None = None
    in_article: bool = False
    in_head: bool = False
    shut: bool = False
    """True where text is not the page's: scripts, options, titles."""


_Key = str | tuple[str, str | None, str | None]
"""An element as far as it matters: its tag where it has no attributes, else its tag, its class and its id."""


_START = _State(Region.ARTICLE)


class _Step:
    """A way into an element: from one state into another, with what is to be done there.

    A page has thousands of elements and few kinds of them. So each step is made once, and remembers the next ones.
    """

    __slots__ = ("acts", "alike", "ends", "is_aside", "is_bare", "is_block", "next", "outer", "shut", "state", "tag")

    def __init__(self, tag: str, outer: _State, state: _State) -> None:
        self.tag = tag
        self.outer = outer
        self.state = state
        self.shut = state.shut
        self.is_block = tag in _BLOCKS
        self.is_aside = not self.is_block and state.hidden_by != outer.hidden_by
        self.acts = self.is_block or self.is_aside or tag in _NOTED
        """Something is to be done at its start tag, beside its text."""
        self.ends = self.is_block or self.is_aside or tag == "a"
        """Something is to be done at its end tag."""
        self.is_bare = self.is_block and tag not in _NOTED
        """All that is to be done is to end the block before it."""
        self.next: dict[_Key, _Step] = {}
        self.alike: dict[str, _Step] = {}
        """The next steps that leave the state as it is, by their tags."""


@dataclass(slots=True)
class _Open:
    """A link that has not ended yet."""

    element: etree._Element
    start: int
    ended: bool = False
    """True where a block before this one holds a part of it."""


class _Text:
    """The block that is being gathered: it begins in an element, or behind one."""

    __slots__ = ("begins", "behind", "length", "links", "parts", "pieces", "space")

    def __init__(self, begins: etree._Element, *, behind: bool = False) -> None:
        self.begins = begins
        self.behind = behind
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.links: list[Link] = []
        self.space = False

    @property
    def element(self) -> etree._Element:
        """The element that it stands in."""
        parent = self.begins.getparent() if self.behind else None
        return self.begins if parent is None else parent

    def add(self, raw: str, node: etree._Element, *, tail: bool) -> None:
        """Adds a node's text with its white space squeezed."""
        # What readers do not see goes first: white space around it is one space.
        if not raw.isascii():
            raw = IGNORABLE.sub("", raw)
        words = raw.split()
        if not words:
            self.space = self.space or bool(raw and self.length)
            return
        if self.length and self.parts[-1] != "\n" and (self.space or raw[0].isspace()):
            self.parts.append(" ")
            self.length += 1
        self.pieces.append(Piece(self.length, node, tail))
        text = " ".join(words)
        self.parts.append(text)
        self.length += len(text)
        self.space = raw[-1].isspace()

    @property
    def next(self) -> int:
        """Where the next word will stand."""
        return self.length + (self.space and self.parts[-1] != "\n")

    def line_break(self) -> None:
        """Adds the end of a line."""
        if self.length:
            self.parts.append("\n")
            self.length += 1
            self.space = False


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
        self._text = _Text(root)
        self._lines: list[_Text] = []
        self._open: list[_Open] = []
        self._root = root
        self._known: dict[tuple[str, _State, _State], _Step] = {}

    def walk(self) -> HtmlParts:  # noqa: C901, PLR0912  (nothing that is done for every element is a call)
        """No recursion: pages are as deep as they like. This is the hottest loop of the program; most elements need nothing else."""
        step, outers, text, opened = _Step("", _START, _START), list[_Step](), self._text, self._open
        walk = etree.iterwalk(self._root, events=("start", "end", "comment"))
        for event, node in walk:
            if event == "start":
                outers.append(step)
                if self._outside and node in self._outside:
                    walk.skip_subtree()
                    step = _Step("div", step.state, step.state._replace(shut=True))
                else:
                    step = self._into(node, step)
                if step.acts:
                    if step.is_bare and not (text.pieces or text.links or opened):
                        text.begins, text.behind = node, False
                    else:
                        text = self._enter(node, step)
                raw = None if step.shut else node.text
            else:
                if event == "end":
                    left, step = step, outers.pop()
                    if left.ends:
                        if left.is_bare and not (text.pieces or text.links or opened):
                            text.begins, text.behind = node, True
                        else:
                            text = self._leave(node, left)
                else:
                    self._comment(node, step.state)
                raw = None if step.shut else node.tail
            # Three of four texts are the white space between two tags.
            if raw:
                if not raw.isspace():
                    text.add(raw, node, tail=event != "start")
                elif text.length:
                    text.space = True
        self._end_block(self._root, step.state)
        return self._parts

    def _into(self, node: etree._Element, outer: _Step) -> _Step:
        """The step into an element; nearly all have been made before."""
        attributes, tag = node.keys(), node.tag
        if not attributes:
            return outer.next.get(tag) or self._made(node, outer, tag)
        if _TELLING.isdisjoint(attributes):
            key = tag, node.get("class"), node.get("id")
            return outer.next.get(key) or self._made(node, outer, key)
        if name := node.get("itemprop") if tag not in _NOTED else None:
            self._property(node, name)
        return self._step(tag, outer, self._state(node, outer.state, hidden_by_markup(node)))

    def _enter(self, node: etree._Element, step: _Step) -> _Text:
        """What is to be done at a start tag; gives the block that is gathered from there on."""
        if step.is_block:
            self._end_block(node, step.outer)
        elif step.is_aside:
            # A hidden stretch of a line is a block of its own; the line goes on after it.
            self._lines.append(self._text)
            self._text = _Text(node)
        if step.tag in _NOTED:
            self._note(node, step.tag, step.state)
        return self._text

    def _leave(self, node: etree._Element, step: _Step) -> _Text:
        """What is to be done at an end tag; gives the block that is gathered from there on."""
        if self._open and self._open[-1].element is node:
            opened = self._open.pop()
            # A link around blocks has no text of its own behind the last of them.
            if self._text.length > opened.start or not opened.ended:
                self._close(opened, step.state)
        if step.is_block:
            self._end_block(node, step.state, behind=True)
        elif step.is_aside:
            self._emit(step.state)
            self._text = self._lines.pop()
        return self._text

    def _made(self, node: etree._Element, outer: _Step, key: _Key) -> _Step:
        """A new step, remembered under its key."""
        step = outer.next[key] = self._step(node.tag, outer, self._state(node, outer.state))
        return step

    def _step(self, tag: str, outer: _Step, state: _State) -> _Step:
        """The step into a state: one for all elements that lie in the same one."""
        if state is outer.state and tag in outer.alike:
            return outer.alike[tag]
        key = tag, outer.state, state
        if key not in self._known:
            self._known[key] = _Step(tag, outer.state, state)
        if state is outer.state:
            outer.alike[tag] = self._known[key]
        return self._known[key]

    def _state(self, node: etree._Element, outer: _State, marked: str | None = None) -> _State:
        """The state inside an element, the outer one itself where it is the same; `marked` is why its own attributes hide it."""
        tag, names, ident = node.tag, node.get("class"), node.get("id")
        region, hidden, in_article, in_head, shut = outer
        hidden = hidden or NEVER_SHOWN.get(tag) or marked
        if not hidden and self._hides and (names or ident):
            hidden = self._hides(node)
        if region in _DIVIDED:
            region = region_of(tag, node.get("role"), names, ident, in_article=in_article) or region
        if tag in ARTICLE_TAGS:
            in_article = True
            region = Region.ARTICLE if region in _AROUND_ARTICLES else region
        in_head = tag == "head" or (in_head and tag in _OF_HEAD)
        inner = (region, hidden, in_article, in_head, shut or tag in _NO_TEXT)
        return outer if inner == outer else _State(*inner)

    def _note(self, node: etree._Element, tag: str, state: _State) -> None:
        """Keeps what the element says beside its text."""
        if attribute := _LOADS.get(tag):
            self._resource(node, attribute, state)
        if noted := _NOTES.get(tag):
            noted(self, node, state)
        if tag not in _OF_HEAD and (name := node.get("itemprop")):
            self._property(node, name)

    def _line_break(self, node: etree._Element, state: _State) -> None:
        self._text.line_break()

    def _link(self, node: etree._Element, state: _State) -> None:
        if node.get("href") is not None:
            self._open.append(_Open(node, self._text.next))

    def _relation(self, node: etree._Element, state: _State) -> None:
        for rel in (node.get("rel") or "").lower().split():
            self._parts.relations.append(Meta(rel, node.get("href") or "", node, "href", state.in_head))

    def _title(self, node: etree._Element, state: _State) -> None:
        if self._parts.title is None and state.in_head:
            self._parts.title = " ".join((node.text or "").split()) or None

    def _base(self, node: etree._Element, state: _State) -> None:
        if self._parts.base is None:
            self._parts.base = node.get("href")

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

    def _structured(self, node: etree._Element, state: _State) -> None:
        text = node.text or ""
        kind = node.get("type") or ""
        if (
            not kind.strip().lower().startswith("application/ld+json")
            or not text.strip()
            or len(text) > _MAX_STRUCTURED
        ):
            return
        try:
            self._parts.structured.append(StructuredData(json.loads(text.strip().rstrip(";"), strict=False), node))
        except (ValueError, RecursionError):
            return

    def _comment(self, node: etree._Element, outer: _State) -> None:
        """A comment's text is a hidden block of its own: a credit in it credits nobody, but it is worth saying so."""
        written = node.text or ""
        for url in _LOADED.findall(written[:_MAX_COMMENT]) if "<" in written else ():
            self._parts.resources.append(Resource(unescape(url), node, "src", "comment"))
        if not (outer.shut or outer.in_head) and len(written) >= _MIN_WORDS:
            words = squeeze(_MARKUP.sub(" ", written))
            if _MIN_WORDS <= len(words) <= _MAX_WORDS and not words.startswith(INSTRUCTION):
                piece = Piece(0, node, tail=False)
                self._parts.blocks.append(
                    make_block(len(self._parts.blocks), words, [piece], [], node, outer.region, "comment")
                )

    def _close(self, opened: _Open, state: _State) -> None:
        start = min(opened.start, self._text.length)
        element = opened.element
        rel = element.get("rel")
        rels = tuple(rel.lower().split()) if rel else ()
        link = Link(element.get("href") or "", start, self._text.length, element, rels, state.hidden_by)
        self._text.links.append(link)

    def _end_block(self, node: etree._Element, state: _State, *, behind: bool = False) -> None:
        """Ends the block that is being gathered, if it has anything in it; a link that goes on is in both.

        The next one begins in the node, or `behind` it.
        """
        text = self._text
        if self._open:
            self._part_links(state)
        if text.pieces or text.links:
            self._emit(state)
            self._text = _Text(node, behind=behind)
        else:
            text.begins, text.behind = node, behind

    def _part_links(self, state: _State) -> None:
        for opened in self._open:
            if self._text.length > opened.start:
                self._close(opened, state)
                opened.ended = True
            opened.start = 0

    def _emit(self, state: _State) -> None:
        text = self._text
        if text.pieces or text.links:
            pieces = text.pieces or [Piece(0, text.element, tail=False)]
            index = len(self._parts.blocks)
            block = make_block(
                index, "".join(text.parts), pieces, text.links, text.element, state.region, state.hidden_by
            )
            self._parts.blocks.append(block)


_NOTES = {
    "a": _Walker._link,
    "base": _Walker._base,
    "br": _Walker._line_break,
    "link": _Walker._relation,
    "meta": _Walker._meta,
    "script": _Walker._structured,
    "title": _Walker._title,
}
