"""Credits in two elements that only markup joins: a field's label and its value, a heading above a link, words before a logo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from checker.acknowledgements.credit_links import link_acknowledgements
from checker.acknowledgements.linked_names import may_be_person
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.names import read_source
from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement, Kind
from checker.page.page import Block, Link, make_block
from checker.page.text import fold
from checker.wording.wordings import Match

_LONGEST_LEAD, _LONGEST_NAME = 40, 60
_PAIRED = frozenset({("dt", "dd"), ("th", "td"), ("td", "td")})
_INLINE = frozenset({"span", "b", "strong", "i", "em", "label", "small"})
_COLONS = (":", "：")


@dataclass(frozen=True, slots=True)
class _Parted:
    """The first part, the name in the second, and where that stands."""

    lead: str
    name: str
    block: Block
    link: Link | None


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A source attribution, and its link, for each wording of a credit that two elements share near the edge of the article."""
    for parted in _parted(scene):
        if _is_byline(scene, parted):
            yield from _credits(scene, parted, certain=True)
            continue
        match = _worded(scene, parted)
        # Below the text a label may name a reference.
        told = match is not None and (_is_sure(match) or parted.block.index <= scene.layout.prose[0])
        if match and told and not _is_own(scene, parted):
            yield from _credits(scene, parted, certain=_is_sure(match) or _links_article(scene, parted))


def _parted(scene: Scene) -> Iterator[_Parted]:
    for lead, value in pairwise(scene.article):
        if _is_lead(lead.text) and not lead.links and scene.at_edge(lead) and _joined(lead, value):
            link = _only_link(value)
            yield from _named(lead.text, value, link)
    for block in scene.edges:
        link = block.links[0] if len(block.links) == 1 else None
        if link and _is_lead(block.text[: link.start]) and link.end == len(block.text) and _set_apart(block, link):
            yield from _named(block.text[: link.start].strip(), block, link)


def _is_lead(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST_LEAD and not text.rstrip().endswith(_COLONS)


def _named(lead: str, block: Block, link: Link | None) -> Iterator[_Parted]:
    """With the link's words for a name, or those of the picture in it."""
    name = block.text[link.start : link.end].strip() or _pictured(link) if link else block.text
    if 0 < len(name) <= _LONGEST_NAME and "\n" not in name:
        yield _Parted(lead, name, block, link)


def _pictured(link: Link) -> str:
    return next((alt for image in link.element.iter("img") if (alt := (image.get("alt") or "").strip())), "")


def _only_link(block: Block) -> Link | None:
    """The link that is all of a block."""
    link = block.links[0] if len(block.links) == 1 else None
    return link if link and link.start == 0 and link.end == len(block.text) else None


def _joined(lead: Block, value: Block) -> bool:
    """True for a label and its value, and for a link, and nothing else, right behind words."""
    following = lead.element.getnext()
    if following is None or not _holds(following, value.element):
        return False
    return (lead.element.tag, following.tag) in _PAIRED or _only_link(value) is not None


def _holds(outer: etree._Element, inner: etree._Element) -> bool:
    return outer is inner or any(each is outer for each in inner.iterancestors())


def _set_apart(block: Block, link: Link) -> bool:
    """True for a link behind a label in an element of its own, and for one around a logo behind words."""
    first = block.pieces[0] if block.pieces else None
    labelled = (
        first is not None and not first.tail and first.node.tag in _INLINE and block.piece_at(link.start) is not first
    )
    return labelled or link.start == link.end


def _worded(scene: Scene, parted: _Parted) -> Match | None:
    """The wording that both parts make, with a colon between them or without."""
    for joint in (": ", " "):
        text = f"{parted.lead}{joint}{parted.name}"
        block = make_block(0, text, [], [], parted.block.element, parted.block.region, None)
        for match in scene.wordings.search([block]):
            begins = match.start == 0 and match.slots.get("source", (0, 0))[0] >= len(parted.lead)
            if match.phrase.kind == "source_attribution" and not match.phrase.clue and begins:
                return match if read_source(scene, block, match.slots["source"], match.phrase.language) else None
    return None


def _is_sure(match: Match) -> bool:
    return not match.phrase.weak or match.phrase.line


def _is_own(scene: Scene, parted: _Parted) -> bool:
    found = scene.address(parted.link.href) if parted.link else None
    if parted.link:
        return found is None or scene.host.owns(found.domain)
    return scene.host.is_called(parted.name)


def _is_byline(scene: Scene, parted: _Parted) -> bool:
    """True above the text for the word before a writer's name and a link, no person's, to an article elsewhere: "by", "Example News"."""
    by = any(f"{fold(parted.lead)} " == label for label in scene.wordings.bylines)
    above = by and parted.block.index < scene.layout.prose[0] and scene.host.domain is not None
    found = scene.address(parted.link.href) if above and parted.link else None
    return found is not None and not may_be_person(scene, parted.name, found) and _links_article(scene, parted)


def _links_article(scene: Scene, parted: _Parted) -> bool:
    return scene.is_anothers_article(scene.address(parted.link.href) if parted.link else None)


def _credits(scene: Scene, parted: _Parted, *, certain: bool) -> Iterator[Acknowledgement]:
    block, link, kind = parted.block, parted.link, Kind.SOURCE_ATTRIBUTION
    names = scene.directory.each(parted.name)
    yield line_acknowledgement(scene, kind, block, 0, len(block.text), names=names, link=link, certain=certain)
    if link:
        yield from link_acknowledgements(scene, block, link, names, certain=certain)
