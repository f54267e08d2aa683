"""Whom the slots of a credit's wording name: a name, an address, or the title of the original."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from checker.acknowledgements.dates import tells_date
from checker.acknowledgements.names import Named, read_source
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.subjects import is_label
from checker.page.page import Block
from checker.wording.wordings import Match

_NEAR_SLOT = 12
_MIN_TITLE = 8
_FILE = re.compile(r"[\w-]\.[a-z]{2,4}(?!\w)", re.IGNORECASE)
_SAYS_WHERE = re.compile(r"\{(?:source|link|title)\}")
_LABELLED_URL = re.compile(r"\W{0,4}[^\W\d_]{1,12} ?[:：]\s*(?P<url>https?://[^\s<>\"'）)】」]+)\W{0,3}", re.IGNORECASE)


def credited(scene: Scene, match: Match) -> Named | None:
    """Whom a match's slots name."""
    if "date" in match.slots and not tells_date(match.block.folded, *match.slots["date"], scene.wordings.dates):
        return None
    span = match.slots.get("source")
    only_link = match.slots.get("link") or match.slots.get("title")
    if span is None and only_link is None:
        # "on my old blog": it says that the work comes from elsewhere, and not from where.
        nameless = not _SAYS_WHERE.search(match.phrase.template.text)
        return (_linked_verb(scene, match, match.end) or Named(None, match.start, match.end)) if nameless else None
    if span is None and only_link and match.slots.get("link") and not _starts_with_link(match, only_link[0]):
        # "[originally published here](...) as a talk": a link that goes on into the slot would lead to a translation.
        verb = _linked_verb(scene, match, only_link[0])
        return verb if verb and verb.end <= only_link[0] else None
    slot = span or only_link or (0, 0)
    named = read_source(scene, match.block, slot, match.phrase.language) or _linked_verb(scene, match, slot[0])
    named = named or (_address_told(scene, match) if span and only_link else None)
    if named and span and "link" in match.slots and not (named.address and named.address.is_article):
        named = _addressed(scene, match, named)
    elif named and named.link is None and is_label(match) and not (named.address and named.address.is_article):
        named = _addressed_beside(scene, match.block, named)
    if named and span is None:
        # What stands in these slots is the work's title or its address, not a publisher.
        sure = named.address is not None or (named.link is None and _is_title(match, named))
        named = replace(named, name=None) if sure else None
    return named


def _linked_verb(scene: Scene, match: Match, slot: int) -> Named | None:
    """Whom a link over a credit's verb tells, where its slot names nobody: "was [originally published](...) on my blog"."""
    links = [link for link in match.block.links_in(match.start, slot) if link.end > slot - _NEAR_SLOT]
    found = scene.address(links[-1].href) if links else None
    if not scene.is_anothers_article(found):
        return None
    return Named(None, links[-1].start, links[-1].end, links[-1], found)


def _address_told(scene: Scene, match: Match) -> Named | None:
    """Whom the address of a wording tells whose source is no name: "was published on medium: https://..."."""
    told = (
        read_source(scene, match.block, match.slots["link"], match.phrase.language) if "link" in match.slots else None
    )
    return told if told and scene.is_anothers_article(told.address) else None


def _addressed(scene: Scene, match: Match, named: Named) -> Named:
    """The name with the address that the same wording gives further on: "From Example News (...), original: https://..."."""
    where = read_source(scene, match.block, match.slots["link"], match.phrase.language)
    if where is None or where.address is None:
        return named
    at = None if where.link else (where.start, where.end)
    return replace(named, link=where.link, address=where.address, address_at=at)


def _addressed_beside(scene: Scene, block: Block, named: Named) -> Named:
    """The name with the address that is all of the label before or behind it: "Link: https://...", and "Source: Example News" below."""
    at = bisect_left(scene.article, block.index, key=lambda each: each.index)
    for other in (*scene.article[max(at - 1, 0) : at], *scene.article[at + 1 : at + 2]):
        labelled = _LABELLED_URL.fullmatch(other.text)
        found = scene.address(labelled["url"]) if labelled else None
        if labelled and found and found.is_article and not scene.host.owns(found.domain):
            return replace(named, address=found, address_at=labelled.span("url"), address_in=other)
    return named


def _is_title(match: Match, named: Named) -> bool:
    """True where a sure wording tells the original by nothing but its title; a file's name is no work's."""
    title = named.name or ""
    return not match.phrase.weak and len(title) >= _MIN_TITLE and not _FILE.search(title)


def _starts_with_link(match: Match, at: int) -> bool:
    """True where a link or an address stands right there: "originally published in 2019 and covers [rivers]" links no original.

    A label may be part of the link, and a verb or a noun may not: "[translation of the story](...)" leads to the translation.
    """
    block = match.block
    labelled = ":" in block.folded[match.start : at]
    links = [link for link in block.links_in(at, at + (4 if labelled else 2)) if labelled or link.start >= at - 2]
    return bool(links) or block.folded.startswith(("http", "www."), at)
