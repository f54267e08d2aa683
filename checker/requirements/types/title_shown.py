"""The original's title is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.model import Acknowledgement, Evidence, Kind
from checker.page.text import fold
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed, quoted
from checker.requirements.options import one_of
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import find

_CREDITS = (Kind.SOURCE_ATTRIBUTION, Kind.LINK_TO_ORIGINAL, Kind.LICENSE_NOTICE)


@dataclass(frozen=True, slots=True)
class TitleShown(Requirement):
    """Asks for the title as the page's headline, in the credit, or anywhere."""

    OPTIONS: ClassVar[Schema] = {"where": one_of("headline", "credit", "anywhere")}

    where: Literal["headline", "credit", "anywhere"] = "anywhere"

    def judge(self, case: Case) -> Verdict:
        """Without the original, the page's own headline is taken for its title, which it nearly always is."""
        title = case.original.title if case.original else None
        if title is None:
            return self._unknown(case)
        if self.where == "credit":
            return self._in_credit(case, title)
        found = find(case, [title])
        headline = _headline(case)
        if headline and fold(headline.text) == fold(title):
            return passed("The headline is the original's title.", [headline])
        if self.where == "anywhere" and found and not found.hidden_by:
            return passed("The original's title is on the page.", [found.evidence(case)])
        message = f"The page does not show the original's title, {quoted(title)}."
        return failed(message, [headline] if headline else ())

    def _unknown(self, case: Case) -> Verdict:
        if self.where == "credit" and case.article.title:
            verdict = self._in_credit(case, case.article.title)
            return verdict if verdict.outcome == "passed" else needs_original("whether the credit names its title")
        headline = _headline(case)
        if headline and self.where != "credit":
            return passed(f"The page has a headline, {quoted(headline.text)}.", [headline])
        return needs_original("what its title is")

    def _in_credit(self, case: Case, title: str) -> Verdict:
        credits_ = case.usable(*_CREDITS)
        naming = [ack for ack in credits_ if fold(title) in fold(_around(case, ack))]
        if naming:
            return passed("The credit names the original's title.", naming)
        if not credits_:
            return cant_tell("no_credit_line", f"No credit line was found that could name the title, {quoted(title)}.")
        return failed(f"The credit does not name the original's title, {quoted(title)}.", credits_)


def _headline(case: Case) -> Evidence | None:
    block = next((block for block in case.scene.page.visible if block.element.tag == "h1"), None)
    return case.evidence(block, 0, len(block.text)) if block else None


def _around(case: Case, ack: Acknowledgement) -> str:
    """The block that a credit stands in: a title often stands beside the words that were recognised."""
    if ack.at is None:
        return ack.evidence.text
    return next((block.text for block in case.scene.page.blocks if block.index == ack.at[0]), ack.evidence.text)
