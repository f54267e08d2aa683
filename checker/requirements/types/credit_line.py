"""A sentence says where the text first appeared, in words that the terms give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from checker.credit.snippets import notice_snippet, source_snippet
from checker.model import Fix, Kind
from checker.requirements.case import Case, Verdict, cant_tell, failed, passed, quoted, unseen, where
from checker.requirements.links import leads
from checker.requirements.options import POSITION, TARGET, TEXT
from checker.requirements.placement import placed_at
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import THRESHOLD, Found, choices, filled, find, nearest
from checker.requirements.types.source_attribution import SourceAttribution


@dataclass(frozen=True, slots=True)
class CreditLine(Requirement):
    """Asks for one of some wordings, where readers see it. `link` says what a link in its paragraph leads to."""

    OPTIONS: ClassVar[Schema] = {**TEXT, **POSITION, "link": TARGET}

    text: str | None = None
    texts: tuple[str, ...] = ()
    wording: Mapping[str, str] = field(default_factory=dict)
    match: Literal["exact", "similar", "meaning"] = "similar"
    threshold: float = THRESHOLD
    position: str | None = None
    within_words: int | None = None
    link: str | None = None

    def judge(self, case: Case) -> Verdict:
        """Passed with one of the wordings; where the meaning is enough, with any line that names the publisher as the source."""
        wanted = choices(case, self.text, self.texts, self.wording)
        found = find(case, wanted, self.match, self.threshold) if wanted else None
        if found and not found.hidden_by:
            return self._found(case, found)
        if self.match == "meaning" or not wanted:
            return self._in_own_words(case)
        fix = self._fix(case, wanted)
        if found:
            message = f"The credit line is there, but readers do not see it: {unseen(found.hidden_by or '')}."
            return failed(message, [found.evidence(case)], fix)
        return self._missing(case, wanted, fix)

    def _found(self, case: Case, found: Found) -> Verdict:
        evidence = found.evidence(case)
        if self.link and not any(lead.block is found.block for lead in leads(case, self.link)):
            return failed(f"The credit line has no link to what the terms ask ({where(evidence)}).", [evidence])
        verdict = passed("The credit line is there.", [evidence])
        return placed_at(case, verdict, [found.at], self.position, self.within_words)

    def _in_own_words(self, case: Case) -> Verdict:
        """Any line that names the publisher as the source, with the link beside it that the terms ask for."""
        verdict = SourceAttribution(position=self.position, within_words=self.within_words).judge(case)
        if self.link is None or verdict.outcome != "passed" or self._links_in_credit(case):
            return verdict
        fix = source_snippet(case.called, case.article, case.language)
        return failed("The credit has no link to what the terms ask.", verdict.evidence, fix)

    def _links_in_credit(self, case: Case) -> bool:
        """True where a credit's block has the link; front matter has its own for it."""
        places = {ack.at[0] for ack in case.usable(Kind.SOURCE_ATTRIBUTION) if ack.at}
        if any(lead.block.index in places for lead in leads(case, self.link)):
            return True
        return any(ack.at is None for ack in case.usable(Kind.LINK_TO_ORIGINAL))

    def _missing(self, case: Case, wanted: tuple[str, ...], fix: Fix) -> Verdict:
        """A line with another wording that says the same is shown; where the wording is free within limits, a person decides."""
        named = SourceAttribution().judge(case)
        near = nearest(case, wanted)
        evidence = [near.evidence(case)] if near and not near.hidden_by else list(named.evidence)
        asked = f"The terms ask for the words {quoted(filled(case, wanted[0]))}"
        if named.outcome == "passed" and self.match != "exact":
            return cant_tell(
                "worded_otherwise", f"The page credits {case.called} in words of its own. {asked}.", evidence, fix
            )
        return failed(f"{asked}; they are not on the page.", evidence, fix)

    def _fix(self, case: Case, wanted: tuple[str, ...]) -> Fix:
        return (
            source_snippet(case.called, case.article, case.language)
            if self.link
            else notice_snippet(filled(case, wanted[0]))
        )
