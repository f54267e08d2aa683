"""The site says how to reach it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Evidence
from checker.page import address
from checker.page.page import Block, Link, Region
from checker.requirements.case import Case, Verdict, failed, not_in_source, passed
from checker.requirements.requirement import Requirement
from checker.requirements.words import words

_DIRECT = re.compile(r"(?:mailto:\s*[^\s?]+|tel:\s*\+?\d)", re.IGNORECASE)
"""A link to write or to call. Buttons that share a page by mail name nobody: `mailto:?subject=...`."""
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++\s?(?:@|[\[(]\s?at\s?[\])])\s?([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+\d|\(\d{3}\))[\d ()/.-]{6,}\d")
_OTHERS = frozenset({Region.COMMENTS, Region.RELATED})
"""What readers wrote, and the headlines of other articles."""


@dataclass(frozen=True, slots=True)
class SiteContactRequired(Requirement):
    """Asks for an address, a number, or a link to a page of contact, anywhere on the page."""

    def judge(self, case: Case) -> Verdict:
        """Told by the built page: in a Markdown source, header and footer are missing."""
        found = next(_ways(case), None)
        if found:
            return passed("The page says how to reach its site.", [found])
        if not case.has_head:
            return not_in_source("how to reach its site")
        return failed("Nothing on the page says how to reach its site.")


def _ways(case: Case) -> Iterator[Evidence]:
    """The ways to reach anybody but the publisher, whose own are often copied with the article."""
    for block in case.scene.page.visible:
        if block.region in _OTHERS:
            continue
        for link in block.links:
            if not link.hidden_by and _is_way(case, block, link):
                yield case.evidence(block, link.start, link.end, link.href)
        for mail in _MAIL.finditer(block.text):
            if not _is_publishers(case, mail[1]):
                yield case.evidence(block, mail.start(), mail.end())
        if phone := _PHONE.search(block.text):
            yield case.evidence(block, phone.start(), phone.end())


def _is_way(case: Case, block: Block, link: Link) -> bool:
    href, text = link.href.strip().lower(), block.folded[link.start : link.end]
    if _DIRECT.match(href):
        return not _is_publishers(case, href.partition("?")[0].rpartition("@")[2])
    if case.is_publishers(case.scene.address(href)):
        return False
    return any(word in text or word in href for word in words("contact"))


def _is_publishers(case: Case, host: str) -> bool:
    return any(address.is_within(host.lower(), domain) for domain in case.domains)
