"""The headline is the original's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model import Evidence
from checker.page.host import name_key
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed, quoted
from checker.requirements.requirement import Bound, Requirement


@dataclass(frozen=True, slots=True)
class HeadlineChange(Requirement):
    """Warns of another headline than the original's; letter case and punctuation do not count."""

    BOUND: ClassVar[Bound] = Bound.WARNS
    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """Templates put the site's name or a section beside a headline, so one that holds the other is the same."""
        title = case.original.title if case.original else None
        if title is None:
            return needs_original("what its headline is")
        headline = _headline(case)
        if headline is None:
            return cant_tell("no_headline", "No headline was found on the page.")
        own, theirs = name_key(headline.text), name_key(title)
        if own and theirs and (own in theirs or theirs in own):
            return passed("The headline is the original's.", [headline])
        return failed(f"The headline is {quoted(headline.text)}; the original's is {quoted(title)}.", [headline])


def _headline(case: Case) -> Evidence | None:
    block = next((block for block in case.scene.page.visible if block.element.tag == "h1"), None)
    if block:
        return case.evidence(block, 0, len(block.text))
    return Evidence(case.article.title) if case.article.title else None
