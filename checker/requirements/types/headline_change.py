"""The headline is the original's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.model import Evidence
from checker.page.host import name_key
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed, quoted
from checker.requirements.requirement import Bound, Requirement

_BESIDE = re.compile(r"\s+[|–—-]\s+")


@dataclass(frozen=True, slots=True)
class HeadlineChange(Requirement):
    """Warns of another headline than the original's; letter case and punctuation do not count."""

    BOUND: ClassVar[Bound] = Bound.WARNS
    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """Some sites put their own name into the first heading and the headline into the second."""
        title = case.original.title if case.original else None
        if title is None:
            return needs_original("what its headline is")
        headlines = list(_headlines(case))
        if not headlines:
            return cant_tell("no_headline", "No headline was found on the page.")
        if kept := [headline for headline in headlines if _is_same(headline.text, title)]:
            return passed("The headline is the original's.", kept[:1])
        if case.facts.get("translated"):
            return cant_tell(
                "translated", f"Whether the headline translates {quoted(title)} cannot be told.", headlines[:1]
            )
        shown = headlines[0]
        return failed(f"The headline is {quoted(shown.text)}; the original's is {quoted(title)}.", [shown])


def _headlines(case: Case) -> Iterator[Evidence]:
    """The headings of the two highest ranks, those of the first in front; the page's title where it has none."""
    page = case.scene.page
    ranks = [[block for block in page.visible if block.element.tag == tag] for tag in ("h1", "h2")]
    yield from (case.evidence(block, 0, len(block.text)) for rank in ranks for block in rank)
    if not ranks[0] and page.title:
        yield Evidence(page.title)


def _is_same(headline: str, title: str) -> bool:
    """Templates put the site's name or a section beside a headline, and an original's title may have its site's name too."""
    own, theirs = name_key(headline), name_key(title)
    return (bool(theirs) and theirs in own) or own in map(name_key, _BESIDE.split(title))
