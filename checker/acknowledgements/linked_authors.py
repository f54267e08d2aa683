"""Authors by their links: a person's page that the sentence of a credit links."""

from __future__ import annotations

from collections.abc import Iterator

from checker.acknowledgements import authors, credit_lines, permissions
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import sentence
from checker.model import Acknowledgement, Kind
from checker.page.page import Block, Link


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """An author credit for each person whose page is linked where the page says whence it has its text, or by whose leave."""
    seen: set[int] = set()
    for block, start, end in _sentences(scene):
        for link in block.links_in(start, end):
            name = block.text[link.start : link.end].strip()
            if id(link) in seen or not authors.has_page(scene, link, name) or _is_other(scene, block, start, link):
                continue
            seen.add(id(link))
            yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, block, link.start, link.end, names=(name,), link=link)


def _sentences(scene: Scene) -> Iterator[tuple[Block, int, int]]:
    """The sentences that credit a source or tell of permission."""
    for match, _ in credit_lines.lines(scene):
        yield match.block, *sentence(match.block, match.start)
    for match, start, end in permissions.statements(scene):
        if permissions.is_sure(scene, match):
            yield match.block, start, end


def _is_other(scene: Scene, block: Block, start: int, link: Link) -> bool:
    """True for somebody's page on the site itself, and for the translator whom the sentence from an offset on names."""
    at = scene.address(link.href)
    before = scene.matches_from(block, start, link.start + 1)
    translated = any(match.phrase.kind == "translator_credit" and link.start < match.end for match in before)
    return translated or (at is not None and scene.host.owns(at.domain))
