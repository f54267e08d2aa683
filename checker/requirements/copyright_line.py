"""The page keeps the copyright line of the original."""

from __future__ import annotations

from dataclasses import dataclass

from checker.credit.snippets import copyright_snippet
from checker.model import Kind, Outcome
from checker.requirements.case import Case, Verdict, evidence_of, passed, where, why_unseen


@dataclass(frozen=True, slots=True)
class CopyrightLine:
    """Asks for a copyright line that readers see. The host's own footer is none: it claims, it does not acknowledge."""

    def judge(self, case: Case) -> Verdict:
        """Passed where another's notice stands with the article."""
        found = case.of(Kind.COPYRIGHT_LINE)
        visible = [ack for ack in found if ack.usable]
        if visible:
            line = visible[0]
            years = f", {line.details['years']}" if line.details.get("years") else ""
            return passed(f"The copyright line names {', '.join(line.names)}{years}.", visible)
        fix = copyright_snippet(case.called, case.article)
        hidden = [ack for ack in found if ack.hidden_by != "metadata"]
        if hidden:
            message = f"The copyright line is there, but readers do not see it: {why_unseen(hidden[0])} ({where(hidden[0].evidence)})."
            return Verdict(Outcome.FAILED, message, evidence_of(hidden), fix=fix)
        return Verdict(Outcome.FAILED, "The page carries no copyright line of the original.", fix=fix)
