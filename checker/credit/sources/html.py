"""Where in an HTML source a credit, a byline or an element of the head may stand, and its attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree

from checker.acknowledgements.scene import Scene
from checker.credit.sources.splice import Edit
from checker.credit.sources.spots import Spot, ahead, behind
from checker.model import Acknowledgement, Evidence
from checker.page.page import Page
from checker.page.tokens import RAW_TEXT, Tag, raw_end, start_tags, tag_at

_HOLDERS = frozenset({"div", "section", "article", "main", "body", "td", "center", "form"})
"""Elements that may hold a paragraph beside those of an article: none goes into a list, a table or a quotation."""
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# The start tags that end an open <p> by the HTML standard.
_ENDS_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hgroup hr li main menu nav ol p pre section table td th tr ul".split()
)
_MOST_NOTES = 500
_HEAD = frozenset({"meta", "link", "title"})
_GROUPS = frozenset({"a", "span", "hgroup", "center", "strong", "font"})
_LABEL = re.compile(r"[ \t]*<!--[^\r\n]{0,200}?-->(?=[ \t]*(?:[\r\n]|\Z))")
"""A comment behind an end tag that says what it ends."""
_OTHER = re.compile(r"<!--(?s:.*?)-->|</(?P<name>[a-zA-Z][^\s/>]*)[^>]*>")


class _Tag(NamedTuple):
    name: str
    start: int
    end: int
    closes: bool


def end_spots(scene: Scene, found: Iterable[Acknowledgement]) -> Iterator[Spot]:
    """Behind the article's last paragraph and the credits that follow it, else at the end of what holds it, else of the page."""
    page = scene.page
    last = _last(scene, found)
    if last is None:
        return
    holder, child = last
    if child is not holder and (spot := _behind(page, child, "at the end of the article")):
        yield spot
    for element in (holder, *holder.iterancestors("article", "main", "body")):
        if spot := _inside(page, element):
            yield spot


def top_spots(scene: Scene) -> Iterator[Spot]:
    """Before the article's first paragraph."""
    first = next((block for block in scene.page.blocks if block.index == scene.layout.prose[0]), None)
    if first is None:
        return
    holder = _holder(scene)
    at = offset_of(scene.page, scene.page.element_evidence(_child(holder, first.element), ""))
    if at is not None and first.element is not holder:
        yield ahead(scene.page.source.text, at, "at the top of the article")


def headline_spots(scene: Scene) -> Iterator[Spot]:
    """Behind the headline, where it stands before the text."""
    for block in scene.article:
        if block.element.tag == "h1" and block.index < scene.layout.prose[0]:
            element = block.element
            while (parent := element.getparent()) is not None and parent.tag in _GROUPS:
                element = parent
            if spot := _behind(scene.page, element, "behind the headline"):
                yield spot
            return


def beside_spots(scene: Scene, found: Iterable[Acknowledgement]) -> Iterator[Spot]:
    """Behind the byline."""
    for block in _blocks(scene, found):
        if spot := _behind(scene.page, block, "behind the byline"):
            yield spot
            return


def head_spots(page: Page) -> Iterator[Spot]:
    """Behind an element of the head: the last one that is no script, and so on back."""
    head = page.root.find("head")
    for element in reversed(head if head is not None else ()):
        if element.tag in _HEAD and (spot := _behind(page, element, "in the head")):
            yield spot


def attribute_edit(page: Page, element: etree._Element, name: str, value: str, place: str) -> Edit | None:
    """The change of an attribute's value; None where it does not stand in the source as one in quotes."""
    start = offset_of(page, page.element_evidence(element, ""))
    text = page.source.text
    tag = next(_start_tags(text[start : start + 20000]), None) if start is not None else None
    if start is None or tag is None or tag.start or tag.name != element.tag:
        return None
    pattern = re.compile(rf"[\s/\"']{re.escape(name)}\s*=\s*([\"'])(?P<value>[^\"']*)\1", re.IGNORECASE)
    found = pattern.search(text, start, start + tag.end)
    return Edit(found.start("value"), found.end("value"), value, place) if found else None


def offset_of(page: Page, evidence: Evidence) -> int | None:
    """The offset in the source of what stands on a line and in a column."""
    if evidence.line is None or evidence.column is None:
        return None
    return page.source.line_starts[evidence.line - 1] + evidence.column - 1


def element_end(text: str, start: int) -> int | None:
    """Where the element ends whose start tag stands at an offset; None where the source does not tell."""
    inner: list[str] = []
    name = None
    for tag in _tags(text, start):
        if name is None:
            if tag.closes or tag.start != start:
                return None
            name = tag.name
            if name in _VOID or name in RAW_TEXT:
                return tag.end
        elif name == "p" and _ends_paragraph(tag, inner):
            return tag.end if tag.closes and tag.name == "p" else len(text[: tag.start].rstrip())
        elif tag.closes and tag.name == name and name not in inner:
            return tag.end
        elif tag.closes and tag.name in inner:
            inner.reverse()
            inner.remove(tag.name)
            inner.reverse()
        elif not tag.closes and tag.name not in _VOID:
            inner.append(tag.name)
    return None


def _ends_paragraph(tag: _Tag, inner: list[str]) -> bool:
    return tag.name not in inner if tag.closes else tag.name in _ENDS_P


def _tags(text: str, at: int) -> Iterator[_Tag]:
    """The tags from an offset on; none inside comments, scripts and style sheets."""
    source = text[at:]
    last = 0
    for tag in _start_tags(source):
        yield from _end_tags(source, last, tag.start, at)
        last = raw_end(source, tag) if tag.name in RAW_TEXT else tag.end
        yield _Tag(tag.name, at + tag.start, at + last, closes=False)
    yield from _end_tags(source, last, len(source), at)


def _start_tags(source: str) -> Iterator[Tag]:
    return (tag_at(source, start) for _, start in start_tags(source))


def _end_tags(source: str, start: int, end: int, at: int) -> Iterator[_Tag]:
    for found in _OTHER.finditer(source, start, end):
        if found["name"]:
            yield _Tag(found["name"].lower(), at + found.start(), at + found.end(), closes=True)


def _behind(page: Page, element: etree._Element, place: str) -> Spot | None:
    text = page.source.text
    start = offset_of(page, page.element_evidence(element, ""))
    end = element_end(text, start) if start is not None else None
    if start is None or end is None:
        return None
    label = _LABEL.match(text, end)
    return behind(text, start, label.end() if label else end, place)


def _inside(page: Page, element: etree._Element) -> Spot | None:
    """The spot before the end tag of an element, behind all that it holds."""
    text = page.source.text
    start = offset_of(page, page.element_evidence(element, ""))
    end = element_end(text, start) if start is not None else None
    if start is None or end is None:
        return None
    closing = text.rfind("</", start, end)
    return behind(text, start, len(text[:closing].rstrip()), f"at the end of <{element.tag}>") if closing > 0 else None


def _holder(scene: Scene) -> etree._Element:
    """The element that holds the article from its first paragraph to its last, and may hold another."""
    first, last = scene.layout.prose
    ends = [block.element for block in scene.page.blocks if block.index in {first, last}]
    around = [{ends[-1], *ends[-1].iterancestors()}, {ends[0], *ends[0].iterancestors()}]
    for element in (ends[-1], *ends[-1].iterancestors()):
        if element.tag in _HOLDERS and all(element in each for each in around):
            return element
    return scene.page.root


def _child(holder: etree._Element, element: etree._Element) -> etree._Element:
    """The child of the holder that an element is, or is in; the holder itself for text of its own."""
    while element is not holder and element.getparent() is not holder:
        parent = element.getparent()
        if parent is None:
            return element
        element = parent
    return element


def _last(scene: Scene, found: Iterable[Acknowledgement]) -> tuple[etree._Element, etree._Element] | None:
    """The holder of the article, and its child with the last paragraph or, further down, a credit that readers see."""
    by_index = {block.index: block for block in scene.page.blocks}
    if scene.layout.prose[1] not in by_index:
        return None
    holder = _holder(scene)
    credited = [ack.at[0] for ack in found if ack.usable and ack.at and ack.at[0] in by_index]
    held = [
        index
        for index in credited
        if index > scene.layout.prose[1] and holder in by_index[index].element.iterancestors()
    ]
    last = by_index[max([scene.layout.prose[1], *held])]
    child = _child(holder, last.element)
    return holder, child if child is holder else _with_notes(scene, child)


def _with_notes(scene: Scene, child: etree._Element) -> etree._Element:
    """The last of the paragraphs that follow a child directly, however short: verses, a line on the author, a note on a picture."""
    by_element = {block.element: block for block in scene.article}
    for sibling in islice(child.itersiblings("*"), _MOST_NOTES):
        block = by_element.get(sibling)
        if (
            block is None
            or sibling.tag != "p"
            or 2 * sum(link.end - link.start for link in block.links) > len(block.text)
        ):
            break
        child = sibling
    return child


def _blocks(scene: Scene, found: Iterable[Acknowledgement]) -> Iterator[etree._Element]:
    by_index = {block.index: block for block in scene.page.blocks}
    for ack in found:
        if ack.usable and ack.at and ack.at[0] in by_index:
            yield by_index[ack.at[0]].element
