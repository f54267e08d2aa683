"""The original's title is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import ClassVar, Literal

from checker.acknowledgements.scene import MOST
from checker.model import Evidence, Kind, Outcome
from checker.page.host import name_key
from checker.page.text import fold
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, not_in_source, passed, quoted
from checker.requirements.links import leads
from checker.requirements.options import one_of
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import find

_CREDITS = (Kind.SOURCE_ATTRIBUTION, Kind.LINK_TO_ORIGINAL, Kind.LICENSE_NOTICE)
_WORD = re.compile(r"\w+")
_BESIDE = re.compile(r"(\s+[|–—-]\s+)")


@dataclass(frozen=True, slots=True)
class TitleShown(Requirement):
    """Asks for the title as the page's headline, in the credit, or anywhere. More words beside it do no harm."""

    OPTIONS: ClassVar[Schema] = {"where": one_of("headline", "credit", "anywhere")}

    where: Literal["headline", "credit", "anywhere"] = "anywhere"

    def judge(self, case: Case) -> Verdict:
        """Without the original, the page's own headline is taken for its title, which it nearly always is."""
        if case.original is None or case.original.title is None:
            return self._unknown(case)
        title = _bare(case, case.original.title)
        verdict = _in_credit(case, title) if self.where == "credit" else self._on_page(case, title)
        if verdict.outcome is Outcome.FAILED and case.facts.get("translated"):
            message = f"Whether a translation gives the original's title, {quoted(title)}, a person must read."
            return cant_tell("translated", message, verdict.evidence)
        return verdict

    def _on_page(self, case: Case, title: str) -> Verdict:
        headlines = _headlines(case)
        if same := [each for each in headlines if _holds(each.text, title)]:
            return passed("The headline has the original's title.", same[:1])
        found = find(case, [title]) if self.where == "anywhere" else None
        if found and not found.hidden_by:
            return passed("The original's title is on the page.", [found.evidence(case)])
        if headlines:
            return failed(f"The page does not show the original's title, {quoted(title)}.", headlines[:1])
        if not case.has_head:
            return not_in_source("what its headline is")
        return cant_tell("no_headline", f"No headline was found that could be the original's title, {quoted(title)}.")

    def _unknown(self, case: Case) -> Verdict:
        if self.where == "credit":
            verdict = _in_credit(case, case.article.title) if case.article.title else None
            known = verdict and verdict.outcome is Outcome.PASSED
            return verdict if verdict and known else needs_original("whether the credit names its title")
        if headlines := _headlines(case):
            return passed(f"The page has a headline, {quoted(headlines[0].text)}.", headlines[:1])
        return needs_original("what its title is")


def _bare(case: Case, title: str) -> str:
    """A title without the publisher's name behind it, which many pages put there for search engines."""
    start, *behind = _BESIDE.split(title)
    own = {name_key(name) for name in case.names}
    return "".join([start, *behind[:-2]]) if behind and name_key(behind[-1]) in own else title


def _in_credit(case: Case, title: str) -> Verdict:
    credits_ = case.usable(*_CREDITS)
    texts = {block.index: block.text for block in case.scene.page.blocks}
    # Thousands of links and hundreds of credits may stand in one block.
    holds = cache(lambda text: _holds(text, title))
    leading = (lead for lead in leads(case, "article") if holds(lead.block.text))
    links = [lead.evidence(case) for lead in islice(leading, MOST)]
    if naming := [ack for ack in credits_ if holds(texts.get(ack.at[0], "") if ack.at else ack.evidence.text)] or links:
        return passed("The credit names the original's title.", naming)
    if not credits_:
        return cant_tell("no_credit_line", f"No credit line was found that could name the title, {quoted(title)}.")
    if all(ack.via == "front_matter" for ack in credits_):
        return not_in_source("whether its credit names the original's title")
    return failed(f"The credit does not name the original's title, {quoted(title)}.", credits_)


def _headlines(case: Case) -> list[Evidence]:
    """The page's headings down to its text, as some sites make their own name the first; of a Markdown source also its title."""
    start, page = case.scene.layout.prose[0], case.scene.page
    blocks = [
        block
        for block in case.scene.article
        if block.element.tag == "h1" or (block.element.tag in {"h2", "h3"} and block.index < start)
    ]
    entries = [page.front_matter_evidence(entry) for entry in page.front_matter if entry.key == "title"]
    return [*(case.evidence(block, 0, len(block.text)) for block in blocks[:MOST]), *entries]


def _holds(text: str, title: str) -> bool:
    """True where a text has a title's words; letter case and punctuation do not count."""
    return bool(wanted := _words(title)) and f" {wanted} " in f" {_words(text)} "


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
