"""Lines that are a publisher's name, by themselves or with a date: "Example News, January 24, 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.acknowledgements import papers
from checker.acknowledgements.byline_agencies import is_anothers_site, is_source
from checker.acknowledgements.captions import is_caption
from checker.acknowledgements.credit_links import link_acknowledgements
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.metadata import source_names
from checker.acknowledgements.name_places import name_place
from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement, Kind
from checker.page.host import name_key
from checker.page.page import Block, Link, Region

_LONGEST = 3000
_LONGEST_LINE = 120
_MOST_NAMES = 3
_LINE = re.compile(r"[^\n]+")


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A source attribution for each line that is a known publisher's name, by itself or with a date."""
    found = [ack for block in places(scene) for ack in _name_lines(scene, block)]
    # A list of articles has the agency of each.
    if len({name_key(name) for ack in found for name in ack.names}) <= _MOST_NAMES:
        yield from found
    yield from _told_name_lines(scene)


def places(scene: Scene) -> Iterator[Block]:
    """The blocks in which a line may be a source's name."""
    return (block for block in scene.own_bylines if len(block.text) <= _LONGEST and _may_name(scene, block))


def _may_name(scene: Scene, block: Block) -> bool:
    """Not in the page's title: a list of what an agency wrote has its name there."""
    return block.element.tag != "h1" and (block.region is Region.BYLINE or scene.at_edge(block))


def _name_lines(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    for line in _LINE.finditer(block.text):
        if len(line[0]) > _LONGEST_LINE:
            continue
        place = name_place(scene, block, *line.span())
        if place and not is_caption(scene, block, line.start()):
            yield from _credits(scene, block, line.span(), place)


def _credits(scene: Scene, block: Block, line: tuple[int, int], place: tuple[int, int]) -> Iterator[Acknowledgement]:
    """What a name in a line of a block credits, if it is a source's."""
    name = block.text[slice(*place)].strip()
    known = scene.directory.named(name)
    nameless = scene.directory.is_agency_word(name)
    certain = bool(known or nameless or is_source(scene, name))
    doubtful = papers.seems_anothers(scene, name) or is_anothers_site(scene, name)
    own = known is not None and (scene.is_host(known) or _is_topic(scene, block, *place))
    if own or not (certain or doubtful):
        return
    names = () if nameless else (name,)
    # A site's own list of an agency's stories is no address of the agency.
    addresses = ((link, scene.address(link.href)) for link in block.links_in(*place))
    links = [link for link, at in addresses if at is None or not scene.host.owns(at.domain)]
    link = next(iter(links), None)
    kind = Kind.SOURCE_ATTRIBUTION
    yield line_acknowledgement(scene, kind, block, *line, names=names, link=link, certain=certain)
    for each in links:
        yield from link_acknowledgements(scene, block, each, names, certain=certain)


def _is_topic(scene: Scene, block: Block, start: int, end: int) -> bool:
    """True for a name over a link to the site's own articles about it; agencies have lists of what the site has from them."""
    own = any(_is_own_list(scene, link) for link in block.links_in(start, end))
    return own and not scene.directory.is_news_agency(block.text[start:end].strip())


def _is_own_list(scene: Scene, link: Link) -> bool:
    at = scene.address(link.href)
    if at is None:
        return link.href.startswith("/")
    return scene.host.owns(at.domain) and not at.is_profile


def _told_name_lines(scene: Scene) -> Iterator[Acknowledgement]:
    """Above the text, a block that is the very name that the metadata gives the source."""
    told = {name_key(name): name for name in source_names(scene)}
    first, _ = scene.layout.prose
    for block in scene.article if told else ():
        name = block.text.strip(" \t–—-|")
        if scene.layout.in_head(block) and block.index < first and name_key(name) in told:
            link = next(iter(block.links), None)
            yield line_acknowledgement(
                scene, Kind.SOURCE_ATTRIBUTION, block, 0, len(block.text), names=(name,), link=link
            )
            if link:
                yield from link_acknowledgements(scene, block, link, (name,))
