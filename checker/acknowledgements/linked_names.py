"""Links that name a source by themselves: beside a date above the text, behind a byline's person, the one address behind the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.acknowledgements.credit_links import link_acknowledgements
from checker.acknowledgements.dates import is_date
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.name_lines import places
from checker.acknowledgements.people import is_person, people
from checker.acknowledgements.scene import Scene
from checker.documents.document import Media
from checker.model import Acknowledgement, Kind
from checker.page.address import Address, Target
from checker.page.host import name_key
from checker.page.page import Block, Link, Region
from checker.page.text import fold

_BYLINE = 140
_NEAR = 3
_ABOVE = 6
_NAME = 24
_PAIR = 2
_FEW_LINES = 6
_SHORT = 240
_LINE = re.compile(r"[^\n]+")
_PERSON_BEFORE = re.compile(r"(?P<who>[^\n]{3,80}?)\s*[,|/–—-]\s*(?:the )?$", re.IGNORECASE)
_ADDRESS = re.compile(r"[»›→>\s-]{0,4}https?://[!-~]+")
_NAME_BEHIND = 40
_PARTING = " .,|/·•–—-\n"


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A source attribution for each link that names a source by where it stands, and the link itself."""
    for block in places(scene):
        yield from _linked_name_lines(scene, block)
        yield from _behind_byline(scene, block)
    yield from _first_address(scene)
    yield from _last_address(scene)


def _linked_name_lines(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """A link to another site that is a line by itself, above the text beside a date, or below a translator's name: a source."""
    first, _ = scene.layout.prose
    translated = any(match.phrase.kind == "translator_credit" for match in scene.matches_in(block))
    if not (translated or block.index <= first) or len(block.text) > _SHORT or scene.host.domain is None:
        return
    link = _dated_link(scene, block)
    for line, each in [((0, len(block.text)), link)] if link else _linked_lines(scene, block, translated=translated):
        names = (block.text[each.start : each.end].strip(),)
        yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, *line, names=names, link=each)
        yield from link_acknowledgements(scene, block, each, names)


def _behind_byline(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """Above the text the name behind that of a person, which links to an article elsewhere: "By Ann Writer, [Example News](...)"."""
    by = next((match.start for match in scene.matches_in(block) if match.phrase.kind == "author_credit"), None)
    by = 0 if by is None and _is_below_title(scene, block) else by
    if by is None or block.index > scene.layout.prose[0] or len(block.text) > _BYLINE or scene.host.domain is None:
        return
    link = next((each for each in block.links if _is_behind_person(scene, block, by, each)), None)
    if link:
        names = (block.text[link.start : link.end].strip(" ."),)
        yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, link.start, link.end, names=names, link=link)
        yield from link_acknowledgements(scene, block, link, names)


def _is_below_title(scene: Scene, block: Block) -> bool:
    """True for what stands right below a heading, or calls itself a byline: it begins with the writer's name without a word for it."""
    above = scene.above(block)
    return block.region is Region.BYLINE or (above is not None and above.is_heading)


def _is_behind_person(scene: Scene, block: Block, start: int, link: Link) -> bool:
    """True for a link to an article elsewhere that is a short name, no person's, and nothing else between two marks of a byline."""
    name, before = block.text[link.start : link.end].strip(" ."), _PERSON_BEFORE.match(block.text, start, link.start)
    behind = block.text[link.end :].strip(_PARTING)
    alone = not block.text[link.end : link.end + 2].strip(_PARTING) or is_date(fold(behind), scene.wordings.dates)
    found = scene.address(link.href)
    if before is None or not alone or len(name) > _NAME_BEHIND or may_be_person(scene, name, found):
        return False
    elsewhere = found is not None and not (found.is_profile or scene.host.owns(found.domain))
    return elsewhere and found is not None and found.is_article and bool(people(before["who"], scene.language))


def may_be_person(scene: Scene, name: str, found: Address | None) -> bool:
    """True for what may be somebody's name, but for a known publisher's and for that of the site which its link leads to."""
    if not is_person(name, scene.language) or scene.directory.named(name) is not None:
        return False
    return found is None or name_key(name) != name_key(found.domain.partition(".")[0])


def _first_address(scene: Scene) -> Iterator[Acknowledgement]:
    """Above an article's title the one line that is nothing but an address elsewhere: where it comes from, or what it tells of."""
    first, _ = scene.layout.prose
    if scene.page.document.media is not Media.HTML or scene.host.domain:
        return
    above = [block for block in scene.article if first - _ABOVE <= block.index < first and block.text.strip()]
    written = [block for block in above if _ADDRESS.fullmatch(block.text.strip()) and len(block.links) == 1]
    titled = bool(written) and written[0] is not above[-1] and not _is_labelled(scene, written[0])
    for block in written if titled and len(written) == 1 else ():
        found = scene.address(block.links[0].href)
        if found and found.is_article and not found.is_profile:
            yield line_acknowledgement(
                scene, Kind.SOURCE_ATTRIBUTION, block, 0, len(block.text), link=block.links[0], certain=False
            )
            yield from link_acknowledgements(scene, block, block.links[0], (), certain=False)


def _last_address(scene: Scene) -> Iterator[Acknowledgement]:
    """Right behind the text the one line that is nothing but an address elsewhere: it may be the original's, or a reference."""
    _, last = scene.layout.prose
    behind = [block for block in scene.article if last < block.index <= last + _NEAR]
    written = [block for block in behind if _ADDRESS.fullmatch(block.text.strip()) and len(block.links) == 1]
    for block in written if len(written) == 1 and not _is_labelled(scene, written[0]) else ():
        found = scene.address(block.links[0].href)
        if found and found.is_article and not found.is_profile and scene.host.domain not in {None, found.domain}:
            yield line_acknowledgement(
                scene, Kind.SOURCE_ATTRIBUTION, block, 0, len(block.text), link=block.links[0], certain=False
            )
            yield from link_acknowledgements(scene, block, block.links[0], (), certain=False)


def _is_labelled(scene: Scene, block: Block) -> bool:
    """True right below words that say what an address is."""
    above = scene.above(block)
    kinds = {match.phrase.kind for match in scene.matches_in(above)} if above else set()
    return not kinds.isdisjoint({"source_attribution", "original_link"})


def _linked_lines(scene: Scene, block: Block, *, translated: bool) -> Iterator[tuple[tuple[int, int], Link]]:
    """The lines of a block that are links to articles elsewhere, where another is a date or names a translator."""
    lines = {line[0].strip(): line.span() for line in _LINE.finditer(block.text) if line[0].strip()}
    dated = translated or any(is_date(fold(line), scene.wordings.dates) for line in lines)
    if not (dated and _PAIR <= len(lines) <= _FEW_LINES):
        return
    for link in block.links:
        found, line = scene.address(link.href), lines.get(block.text[link.start : link.end].strip())
        if line and found and found.is_article and not scene.host.owns(found.domain):
            yield line, link


def _dated_link(scene: Scene, block: Block) -> Link | None:
    """The link of a block that is a date and a short name, which leads elsewhere: "12 March 2020 [Example News](...)".

    To an article, or below a byline to the site of that very name: portals show whom they have a story from so.
    """
    link = block.links[0] if len(block.links) == 1 else None
    if link is None or not 0 < link.end - link.start <= _NAME:
        return None
    beside = f"{block.text[: link.start]} {block.text[link.end :]}".strip()
    found = scene.address(link.href) if is_date(fold(beside), scene.wordings.dates) else None
    if found is None or scene.host.owns(found.domain):
        return None
    return link if found.is_article or (_is_site_named(block, link, found) and _is_below_byline(scene, block)) else None


def _is_site_named(block: Block, link: Link, found: Address) -> bool:
    """True for a link to a home page that is called as its address is: "[Example News](https://examplenews.example)"."""
    named = name_key(block.text[link.start : link.end])
    return found.target is Target.HOME and named == name_key(found.domain.partition(".")[0])


def _is_below_byline(scene: Scene, block: Block) -> bool:
    """True where a byline that names somebody stands shortly above."""
    near = (each for each in scene.article if block.index - _NEAR <= each.index < block.index)
    return any(each.region is Region.BYLINE and is_person(each.text.strip(), scene.language) for each in near)
