"""What can be seen only once the publisher is known: its links outside the credit lines, and a canonical to a third site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from checker.acknowledgements import copyright_lines, titles
from checker.acknowledgements.making import line_acknowledgement, unlinked_acknowledgement
from checker.acknowledgements.scene import MOST, Scene
from checker.model import Acknowledgement, Kind
from checker.page import address
from checker.page.address import Target, is_within
from checker.page.page import Block

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'）)】」]+", re.IGNORECASE)


def review(scene: Scene, domains: tuple[str, ...], found: tuple[Acknowledgement, ...]) -> tuple[Acknowledgement, ...]:
    """The acknowledgements of a page whose original's publisher has these domains."""
    judged = (_judged(_anybodys(scene, ack, domains), domains) for ack in found)
    return (*judged, *islice(_further(scene, domains, found), MOST))


def _anybodys(scene: Scene, ack: Acknowledgement, domains: tuple[str, ...]) -> Acknowledgement:
    """A notice that is like a part of another publisher's, and does not name it, is nobody's in particular: nothing of it is missing."""
    pack = str(ack.details.get("notice", "")).partition("/")[0]
    whose = scene.directory.of_pack(pack) if pack and ack.broken and not ack.certain else None
    if whose is None or not set(domains).isdisjoint(scene.directory.domains_of(whose)):
        return ack
    return replace(ack, broken=None, details={"what": ack.details["what"]})


def _judged(ack: Acknowledgement, domains: tuple[str, ...]) -> Acknowledgement:
    """A canonical to a third site, another copier's, is no acknowledgement of the original."""
    at = address.parse(ack.evidence.href or "")
    if ack.kind is not Kind.CANONICAL_LINK or ack.broken not in {None, "sister_site"} or at is None:
        return ack
    own = any(address.registered(domain) == at.domain for domain in domains)
    return replace(ack, broken=None if own else "third_party")


def _further(scene: Scene, domains: tuple[str, ...], known: tuple[Acknowledgement, ...]) -> Iterator[Acknowledgement]:
    """Its copyright line in the footer, links to its home page and to an article with this page's title, its address as bare text."""
    yield from copyright_lines.in_footers(scene, domains)
    seen = {(ack.kind, ack.evidence.line, ack.evidence.column) for ack in known}
    title = titles.words(scene)
    for block in scene.article:
        for ack in chain(_linked(scene, block, domains, title), _unlinked(scene, block, domains)):
            if (ack.kind, ack.evidence.line, ack.evidence.column) not in seen:
                yield ack


def _linked(scene: Scene, block: Block, domains: tuple[str, ...], title: frozenset[str]) -> Iterator[Acknowledgement]:
    for link in block.links:
        found = scene.address(link.href) if scene.may_lead_to(link.href, domains) else None
        if found is None or not any(is_within(found.host, domain) for domain in domains):
            continue
        if found.target is Target.HOME:
            yield line_acknowledgement(scene, Kind.LINK_TO_PUBLISHER, block, link.start, link.end, link=link)
        elif found.is_article and titles.is_about(title, found.path, block.text[link.start : link.end]):
            yield line_acknowledgement(scene, Kind.LINK_TO_ORIGINAL, block, link.start, link.end, link=link)


def _unlinked(scene: Scene, block: Block, domains: tuple[str, ...]) -> Iterator[Acknowledgement]:
    """An article's address that readers see but cannot follow."""
    named = any(domain in block.folded for domain in domains) or not block.folded.isascii()
    for match in _URL.finditer(block.text) if named else ():
        url = match[0].rstrip(".,;:")
        found = scene.address(url if "://" in url else "http://" + url)
        if (
            found
            and found.is_article
            and any(is_within(found.host, d) for d in domains)
            and not block.links_in(match.start(), match.end())
        ):
            yield unlinked_acknowledgement(scene, block, match.start(), match.start() + len(url))
