"""The page names the author."""

from __future__ import annotations

from dataclasses import dataclass

from checker.credit.snippets import author_snippet
from checker.model import Kind, Outcome
from checker.requirements.case import Case, Verdict, evidence_of, passed, where, why_unseen


@dataclass(frozen=True, slots=True)
class AuthorCredit:
    """Asks for an author credit that readers see. Whether the names are right needs the original."""

    def judge(self, case: Case) -> Verdict:
        """Passed where somebody is named; wire stories often have no author, so for them it cannot be told."""
        found = case.of(Kind.AUTHOR_CREDIT)
        visible = [ack for ack in found if ack.usable]
        if visible:
            names = dict.fromkeys(name for ack in visible for name in ack.names)
            return passed(f"The page credits {', '.join(names)}.", visible)
        hidden = [ack for ack in found if ack.hidden_by != "metadata"]
        fix = author_snippet(case.article)
        if hidden:
            message = f"The page names the author only where readers do not see it: {why_unseen(hidden[0])} ({where(hidden[0].evidence)})."
            return Verdict(Outcome.FAILED, message, evidence_of(hidden), fix=fix)
        if found:
            message = "The metadata names an author whom no byline that was recognised names; a person should look."
            return Verdict(Outcome.CANT_TELL, message, evidence_of(found), "metadata_only", fix)
        holders = [ack for ack in case.of(Kind.COPYRIGHT_LINE) if ack.usable and ack.names]
        if holders:
            message = f"No byline names an author; the copyright line names {', '.join(holders[0].names)}, who may be the author."
            return Verdict(Outcome.CANT_TELL, message, evidence_of(holders), "named_in_copyright_line", fix)
        if case.is_agency:
            message = f"No author is named; stories by {case.called} often have none."
            return Verdict(Outcome.CANT_TELL, message, (), "original_unavailable", fix)
        return Verdict(Outcome.FAILED, "Nothing on the page names an author.", fix=fix)
