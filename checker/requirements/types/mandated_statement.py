"""A fixed text about the publisher or its project stands with the copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from checker.credit.snippets import notice_snippet
from checker.model import Kind
from checker.requirements.case import (
    Case,
    Verdict,
    cant_tell,
    evidence_of,
    failed,
    needs_original,
    passed,
    unseen,
    where,
)
from checker.requirements.links import leads
from checker.requirements.options import POSITION, STRING, TARGET, TEXT
from checker.requirements.placement import placed_at
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import THRESHOLD, Found, choices, filled, find, nearest

_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class MandatedStatement(Requirement):
    """Asks for a text, or for one of the pack's notices. `link` says what a link in its paragraph leads to."""

    OPTIONS: ClassVar[Schema] = {**TEXT, "notice": STRING, **POSITION, "link": TARGET}

    text: str | None = None
    texts: tuple[str, ...] = ()
    wording: Mapping[str, str] = field(default_factory=dict)
    notice: str | None = None
    match: Literal["exact", "similar", "meaning"] = "exact"
    threshold: float = THRESHOLD
    position: str | None = None
    within_words: int | None = None
    link: str | None = None

    def judge(self, case: Case) -> Verdict:
        """A text that is nearly the one asked for is told and not called missing: a word of an old version is no offence."""
        wanted = self._wanted(case)
        if not wanted:
            return needs_original("which statement belongs to this article")
        found = find(case, wanted, self.match, self.threshold)
        if found and not found.hidden_by:
            return self._found(case, found)
        fix = notice_snippet(filled(case, wanted[0]))
        if found:
            message = f"The statement is there, but readers do not see it: {unseen(found.hidden_by or '')}."
            return failed(message, [found.evidence(case)], fix)
        near = nearest(case, wanted, _LEAST)
        if near and not near.hidden_by:
            message = (
                f"A part of the statement is there ({where(near.evidence(case))}), not the whole in its own words."
            )
            return cant_tell("worded_otherwise", message, [near.evidence(case)], fix)
        return failed("The statement that the terms ask for is not on the page.", (), fix)

    def _wanted(self, case: Case) -> tuple[str, ...]:
        notice = case.notices.get(self.notice or "")
        return choices(case, self.text or notice, self.texts, self.wording)

    def _found(self, case: Case, found: Found) -> Verdict:
        evidence = found.evidence(case)
        near = range(found.block.index, found.block.index + 2)
        if self.link and not any(lead.block.index in near for lead in leads(case, self.link)):
            if _has_bare_address(case, near):
                message = f"The statement has an address without a link ({where(evidence)}); some Markdown renderers make one of it."
                return cant_tell("renderer_decides", message, [evidence])
            return failed(f"The statement has no link to what the terms ask ({where(evidence)}).", [evidence])
        known = evidence_of(ack for ack in case.usable(Kind.MANDATED_STATEMENT) if ack.at == found.at)
        verdict = passed("The statement is there.", known or [evidence])
        return placed_at(case, verdict, [found.at], self.position, self.within_words)


def _has_bare_address(case: Case, near: range) -> bool:
    words = (word for block in case.scene.article if block.index in near for word in block.text.split())
    return any(case.scene.is_bare(word) for word in words)
