"""The site says how to reach it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Evidence
from checker.page.page import Block, Link
from checker.requirements.case import Case, Verdict, failed, not_in_source, passed
from checker.requirements.requirement import Requirement
from checker.requirements.words import words

_WAYS = ("mailto:", "tel:")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


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
    for block in case.scene.page.visible:
        for link in block.links:
            if not link.hidden_by and _is_way(block, link):
                yield case.evidence(block, link.start, link.end, link.href)
        if mail := _MAIL.search(block.text):
            yield case.evidence(block, mail.start(), mail.end())


def _is_way(block: Block, link: Link) -> bool:
    href, text = link.href.strip().lower(), block.folded[link.start : link.end]
    if href.startswith(_WAYS):
        return True
    return any(word in text or word in href for word in words("contact"))
