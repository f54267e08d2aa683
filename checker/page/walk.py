"""Tree -> the parts of a page: one walk in document order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from html import unescape

from lxml import etree

from checker.documents.web.answer import without_login
from checker.page.page import Block, Link, Meta, Piece, Resource, StructuredData, make_block
from checker.page.prose import Names, gathered, misnamed
from checker.page.site import Selector
from checker.page.steps import LOADS, NOTED, OF_HEAD, START, State, Step, Steps
from checker.page.text import IGNORABLE, squeeze
from checker.page.visibility import style_sheet_hider

_LAZY = ("data-src", "data-lazy-src", "data-original")
_ADDRESSES = ("http://", "https://", "//")
_LOADED = re.compile(r"""<(?:img|iframe|script)\b[^<>]*?\ssrc\s*=\s*["']?([^"'\s<>]{1,2000})""", re.IGNORECASE)
INSTRUCTION = "creditline-"
"""How a comment begins that is meant for this program, and credits nobody."""
_MARKUP = re.compile(r"<[^<>]*>")
_MAX_COMMENT = 20_000
_MIN_WORDS, _MAX_WORDS = 12, 2000
"""Characters: what is worth saying of a comment."""
_MAX_STRUCTURED = 2_000_000
_COLONS = (":", "：")
_LONGEST_LABEL, _PAIR = 30, 2
_FIELDS = frozenset({"div", "td"})
_PAIRED = frozenset({("dt", "dd"), ("th", "td")})
_PARTED = frozenset({"article", "body", "center", "div", "main", "section", "td"})
"""Elements that hold a whole text as often as one paragraph: by hand that is parted with empty lines."""


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

    def add_property(self, node: etree._Element, names: str) -> None:
        """Keeps what an element's `itemprop` names, with its value."""
        attribute = next((name for name in ("content", "href", "src") if node.get(name)), "")
        value = node.get(attribute) if attribute else " ".join((node.text or "").split())
        for name in names.split():
            self.properties.append(Meta(name, value or "", node, attribute))


def walk(root: etree._Element, excluded: Sequence[Selector] = ()) -> HtmlParts:
    """Everything the recogniser needs, in document order; nothing of the `excluded` elements. One pass, but for a few pages."""
    sheets = [style.text or "" for style in root.iter("style")]
    outside = (
        {element for element in root.iter("*") if any(each.matches(element) for each in excluded)} if excluded else ()
    )
    hides = style_sheet_hider(sheets)
    parts = _Walker(hides, root, outside).walk()
    if plain := misnamed(parts.blocks, parts.title):
        parts = _Walker(hides, root, outside, plain).walk()
    parts.blocks = list(gathered(parts.blocks, parts.title))
    return parts


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
        plain: Collection[Names] = (),
    ) -> None:
        self._parts = HtmlParts()
        self._outside = outside
        self._steps = Steps(hides, self._parts.add_property, plain)
        self._text = _Text(root)
        self._lines: list[_Text] = []
        self._open: list[_Open] = []
        self._root = root

    def walk(self) -> HtmlParts:  # noqa: C901, PLR0912  (nothing that is done for every element is a call)
        """No recursion: pages are as deep as they like. This is the hottest loop of the program; most elements need nothing else."""
        step, outers, text, opened = Step("", START, START), list[Step](), self._text, self._open
        walk = etree.iterwalk(self._root, events=("start", "end", "comment"))
        for event, node in walk:
            if event == "start":
                outers.append(step)
                if self._outside and node in self._outside:
                    walk.skip_subtree()
                    step = Step("div", step.state, step.state._replace(shut=True))
                else:
                    step = self._steps.into(node, step)
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
        self._steps.forget()
        return self._parts

    def _enter(self, node: etree._Element, step: Step) -> _Text:
        """What is to be done at a start tag; gives the block that is gathered from there on."""
        if step.is_block:
            self._end_block(node, step.outer)
        elif step.is_aside:
            # A hidden stretch of a line is a block of its own; the line goes on after it.
            self._lines.append(self._text)
            self._text = _Text(node)
        if step.tag in NOTED:
            self._note(node, step.tag, step.state)
        return self._text

    def _leave(self, node: etree._Element, step: Step) -> _Text:
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

    def _note(self, node: etree._Element, tag: str, state: State) -> None:
        """Keeps what the element says beside its text."""
        if attribute := LOADS.get(tag):
            self._resource(node, attribute, state)
        if noted := _NOTES.get(tag):
            noted(self, node, state)
        if tag not in OF_HEAD and (name := node.get("itemprop")):
            self._parts.add_property(node, name)

    def _line_break(self, node: etree._Element, state: State) -> None:
        """In an element that is no paragraph itself, a second break in a row ends one."""
        text = self._text
        if text.length and text.parts[-1] == "\n" and not self._open and text.element.tag in _PARTED:
            self._emit(state)
            self._text = _Text(text.element)
        else:
            text.line_break()

    def _link(self, node: etree._Element, state: State) -> None:
        if node.get("href") is not None:
            self._open.append(_Open(node, self._text.next))

    def _relation(self, node: etree._Element, state: State) -> None:
        for rel in (node.get("rel") or "").lower().split():
            self._parts.relations.append(Meta(rel, _href(node), node, "href", state.in_head))

    def _title(self, node: etree._Element, state: State) -> None:
        if self._parts.title is None and state.in_head:
            self._parts.title = " ".join((node.text or "").split()) or None

    def _base(self, node: etree._Element, state: State) -> None:
        if self._parts.base is None:
            self._parts.base = _href(node) if node.get("href") is not None else None

    def _meta(self, node: etree._Element, state: State) -> None:
        name = node.get("name") or node.get("property") or node.get("http-equiv")
        if name:
            self._parts.metas.append(
                Meta(name.strip().lower(), node.get("content") or "", node, "content", state.in_head)
            )
        if prop := node.get("itemprop"):
            self._parts.add_property(node, prop)

    def _resource(self, node: etree._Element, attribute: str, state: State) -> None:
        unloaded = state.hidden_by if state.hidden_by in {"noscript", "template"} else None
        for name in (attribute, *_LAZY, *(_told(node) if node.tag == "script" else ())):
            if url := node.get(name):
                self._parts.resources.append(Resource(url, node, name, unloaded))

    def _structured(self, node: etree._Element, state: State) -> None:
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

    def _comment(self, node: etree._Element, outer: State) -> None:
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

    def _close(self, opened: _Open, state: State) -> None:
        start = min(opened.start, self._text.length)
        element = opened.element
        rel = element.get("rel")
        rels = tuple(rel.lower().split()) if rel else ()
        link = Link(_href(element), start, self._text.length, element, rels, state.hidden_by)
        self._text.links.append(link)

    def _end_block(self, node: etree._Element, state: State, *, behind: bool = False) -> None:
        """Ends the block that is being gathered, if it has anything in it; a link that goes on is in both.

        The next one begins in the node, or `behind` it.
        """
        text = self._text
        if self._open:
            self._part_links(state)
        if text.pieces and text.parts[-1].endswith(_COLONS) and _labels(text, node):
            text.space = True
        elif text.pieces or text.links:
            self._emit(state)
            self._text = _Text(node, behind=behind)
        else:
            text.begins, text.behind = node, behind

    def _part_links(self, state: State) -> None:
        for opened in self._open:
            if self._text.length > opened.start:
                self._close(opened, state)
                opened.ended = True
            opened.start = 0

    def _emit(self, state: State) -> None:
        text = self._text
        if text.pieces or text.links:
            pieces = text.pieces or [Piece(0, text.element, tail=False)]
            index = len(self._parts.blocks)
            block = make_block(
                index, "".join(text.parts), pieces, text.links, text.element, state.region, state.hidden_by
            )
            self._parts.blocks.append(block)


def _href(element: etree._Element) -> str:
    """Where a link leads, as it is written; a login in it is nobody's to repeat, and nobody's to use."""
    return without_login(element.get("href") or "")


def _told(script: etree._Element) -> list[str]:
    """The attributes that tell a script an address: a tracker is told its counter's."""
    told = ((str(name), str(value)) for name, value in script.items())
    return [name for name, value in told if name.startswith("data-") and value.startswith(_ADDRESSES)]


def _labels(text: _Text, node: etree._Element) -> bool:
    """True for a field's label, until its value begins: the two are one line, in two elements that are all of a third, or a pair."""
    label, value = text.begins, text.begins.getnext()
    if text.behind or text.length > _LONGEST_LABEL or value is None:
        return False
    field = label.getparent()
    alone = label.tag in _FIELDS and value.tag in _FIELDS and field is not None and len(field) == _PAIR
    paired = (label.tag, value.tag) in _PAIRED
    return (alone or paired) and (node is label or node is value or any(each is value for each in node.iterancestors()))


_NOTES = {
    "a": _Walker._link,
    "base": _Walker._base,
    "br": _Walker._line_break,
    "link": _Walker._relation,
    "meta": _Walker._meta,
    "script": _Walker._structured,
    "title": _Walker._title,
}
