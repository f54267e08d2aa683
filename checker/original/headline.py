"""Whether a headline is the original's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Evidence
from checker.page.host import name_key
from checker.page.page import Page

_BESIDE = re.compile(r"\s+[|–—-]\s+")


def headlines(page: Page) -> Iterator[Evidence]:
    """The headings of the two highest ranks, those of the first in front; the page's title where it has none."""
    ranks = [[block for block in page.visible if block.element.tag == tag] for tag in ("h1", "h2")]
    yield from (page.text_evidence(block, 0, len(block.text)) for rank in ranks for block in rank)
    if not ranks[0] and page.title:
        yield Evidence(page.title)


def is_same(headline: str, title: str) -> bool:
    """True but for letter case and marks. Templates put the site's name or a section beside a headline, and a title may have one too."""
    own, theirs = name_key(headline), name_key(title)
    return (bool(theirs) and theirs in own) or own in map(name_key, _BESIDE.split(title))
