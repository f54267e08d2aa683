"""Licence notices: the licence of the republished text, named or linked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.acknowledgements.captions import is_caption
from checker.acknowledgements.licence_families import families, hosts
from checker.acknowledgements.making import line_acknowledgement, metadata_acknowledgement
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import sentence
from checker.model import Acknowledgement, Kind
from checker.page.page import Block, Link
from checker.page.text import is_ideographic

_CODE = re.compile(r"/(?:licenses|publicdomain)/([a-z-]+)(?:/(\d\.\d))?")
_LABEL_LINE = 240
_RIGHTS = 30


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A licence notice for each sentence that names or links a licence, or grants one in words."""
    worded = {(match.block.index, sentence(match.block, match.start)) for match in scene.matching("license_notice")}
    blocks = {index for index, _ in worded}
    for block in _candidates(scene):
        near = scene.at_edge(block) or _claims_rights(scene, block)
        if not (near or block.index in blocks):
            continue
        for start, end in _named(scene, block):
            if _is_of_picture(scene, block, start):
                continue
            if (block.index, (start, end)) in worded or (near and _stands_alone(scene, block, start, end)):
                yield _notice(scene, block, start, end)
    for match in scene.matching("license_notice"):
        if "license" not in match.slots and scene.at_edge(match.block):
            yield line_acknowledgement(scene, Kind.LICENSE_NOTICE, match.block, *sentence(match.block, match.start))
    yield from _metadata(scene)


def _candidates(scene: Scene) -> Iterator[Block]:
    """The blocks that name a licence or link one."""
    named = {block.index for block in scene.spotted("licence")}
    for block in scene.page.blocks:
        linked = block.links and _licence_links(scene, block.links)
        if (linked or block.index in named) and scene.may_credit(block):
            yield block


def _is_of_picture(scene: Scene, block: Block, start: int) -> bool:
    """True in a picture's caption. A template's code on a line of its own before the words makes them none."""
    boxed = block.text.startswith("{") and start > block.line_at(0)[1]
    return is_caption(scene, block, start) or (is_caption(scene, block, 0) and not boxed)


def _claims_rights(scene: Scene, block: Block) -> bool:
    """True for a short block that begins with whose the copyright is: licences stand there, before notes and lists too."""
    head = block.folded[:_RIGHTS]
    return len(block.text) <= _LABEL_LINE and any(mark in head for mark in ("©", *scene.wordings.marks))


def _named(scene: Scene, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block with a licence's name or address in them."""
    places = [at for family in families() for word in family.words if (at := _find(block.folded, word)) >= 0]
    places += [link.start for link in _licence_links(scene, block.links)]
    yield from dict.fromkeys(sentence(block, place) for place in sorted(places))


def _licence_links(scene: Scene, links: Iterable[Link]) -> list[Link]:
    """Those of some links that lead to a licence."""
    near = (link for link in links if scene.may_lead_to(link.href, hosts()))
    return [link for link in near if (found := scene.address(link.href)) and any(f.is_at(found) for f in families())]


def _find(folded: str, word: str) -> int:
    """Where a name stands by itself: "cc by" is none in "mcc bylaws"."""
    at = folded.find(word)
    if at < 0 or is_ideographic(word[0]):
        return at
    before, after = folded[at - 1 : at], folded[at + len(word) : at + len(word) + 1]
    # Scripts without spaces go on right beside it: "遵循CC 4.0 BY-SA版权协议".
    held = (before.isalnum() and not is_ideographic(before)) or (after.isalpha() and not is_ideographic(after))
    return -1 if held else at


def _stands_alone(scene: Scene, block: Block, start: int, end: int) -> bool:
    """A licence that no known wording introduces: a short line at the edge, or one with the licence's link."""
    if end - start >= _LABEL_LINE:
        return False
    linked = _licence_links(scene, block.links_in(start, end))
    addressed = any(host in block.folded for host in hosts())
    return bool(linked or addressed or end - start < _LABEL_LINE / 4)


def _notice(scene: Scene, block: Block, start: int, end: int) -> Acknowledgement:
    links = _licence_links(scene, block.links_in(start, end))
    details: dict[str, object] = {"license": code_of(links[0].href) if links else None}
    return line_acknowledgement(
        scene, Kind.LICENSE_NOTICE, block, start, end, link=links[0] if links else None, details=details
    )


def code_of(href: str) -> str | None:
    """The SPDX id of the Creative Commons licence at an address, where it says its version."""
    code = _CODE.search(href.lower())
    return f"CC-{code[1].upper()}-{code[2]}" if code and code[2] else None


def _metadata(scene: Scene) -> Iterator[Acknowledgement]:
    page = scene.page
    for relation in page.relations:
        if relation.name == "license" and relation.value:
            evidence = page.element_evidence(relation.element, relation.value, relation.value, "href")
            yield metadata_acknowledgement(Kind.LICENSE_NOTICE, evidence, "markup")
    for prop in page.properties:
        if prop.name == "license" and prop.attribute in {"content", "href"} and prop.value:
            evidence = page.element_evidence(prop.element, prop.value, prop.value, prop.attribute)
            yield metadata_acknowledgement(Kind.LICENSE_NOTICE, evidence, "microdata")
