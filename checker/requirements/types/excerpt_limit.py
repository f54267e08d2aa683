"""Only a part of the article may run, or an extract must end in a certain way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import notice_snippet
from checker.page.text import word_count
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed, quoted
from checker.requirements.links import leads
from checker.requirements.options import COUNT, STRING, TARGET
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import filled, find
from checker.requirements.types.link_to_original import LinkToOriginal

_SLACK = 1.2
"""A copy's words are counted to a fifth: a headline or a credit may count among them."""


@dataclass(frozen=True, slots=True)
class ExcerptLimit(Requirement):
    """Asks that no more than so many words, paragraphs or per cent of the original run; `text` and `link` are what an extract must have."""

    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {
        "max_words": COUNT,
        "max_percent": {"type": "number", "exclusiveMinimum": 0, "maximum": 100},
        "max_paragraphs": COUNT,
        "text": STRING,
        "link": TARGET,
    }

    max_words: int | None = None
    max_percent: float | None = None
    max_paragraphs: int | None = None
    text: str | None = None
    link: str | None = None

    def judge(self, case: Case) -> Verdict:
        """How much of a page is the original's, only the original tells; what an extract must have, the page tells."""
        if wanting := self._wanting(case):
            return wanting
        if self.max_words is None and self.max_percent is None and self.max_paragraphs is None:
            has_more = self.text or self.link
            return passed("The extract has what the terms ask for.") if has_more else needs_original("how much may run")
        if case.compared is None:
            return self._guessed(case)
        over = list(self._over(case))
        if over:
            return failed(f"More of the original runs than the terms allow: {'; '.join(over)}.")
        return passed("No more of the original runs than the terms allow.")

    def _wanting(self, case: Case) -> Verdict | None:
        if self.link and not next(leads(case, self.link), None):
            linked = LinkToOriginal(target=self.link).judge(case)
            if linked.outcome != "passed":
                return linked
        if self.text and not ((found := find(case, [self.text], "similar")) and not found.hidden_by):
            return self._worded(case, self.text)
        return None

    def _worded(self, case: Case, text: str) -> Verdict:
        """A link to the whole article in words of one's own is told, and not called missing."""
        asked = quoted(filled(case, text))
        fix = notice_snippet(filled(case, text))
        if linked := [lead.evidence(case) for lead in leads(case, "article")]:
            message = f"The extract links to the original in words of its own. The terms ask for {asked}."
            return cant_tell("worded_otherwise", message, linked, fix)
        return failed(f"The extract does not have the words {asked}.", (), fix)

    def _guessed(self, case: Case) -> Verdict:
        words = sum(word_count(block.text) for block in case.scene.layout.body)
        only_words = self.max_percent is None and self.max_paragraphs is None
        if self.max_words is None or (words <= self.max_words and not only_words):
            return needs_original("how much of it runs")
        if words <= self.max_words:
            return passed(f"The page's own text has {words} words; the terms allow {self.max_words} of the original.")
        message = f"The page's own text has {words} words, where {self.max_words} of the original may run; the rest may be the site's own."
        return cant_tell("length_unclear", message)

    def _over(self, case: Case) -> Iterator[str]:
        original, compared = case.original, case.compared
        if original is None or compared is None:
            return
        words = compared.kept * sum(word_count(paragraph) for paragraph in original.paragraphs)
        if self.max_words and words > self.max_words * _SLACK:
            yield f"about {round(words)} words, where {self.max_words} may"
        if self.max_percent and round(compared.kept * 100) > self.max_percent:
            yield f"{compared.kept:.0%}, where {self.max_percent:g} % may"
        paragraphs = compared.kept * len(original.paragraphs)
        if self.max_paragraphs and paragraphs > self.max_paragraphs + 0.5:
            yield f"about {round(paragraphs)} paragraphs, where {self.max_paragraphs} may"
