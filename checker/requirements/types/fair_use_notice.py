"""The page keeps the fair-use notice or the disclaimer that comes with the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import notice_snippet
from checker.model import Acknowledgement, Kind, Outcome
from checker.requirements.case import Case, Verdict, evidence_of, where, why_unseen
from checker.requirements.options import STRING
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class FairUseNotice(Requirement):
    """Asks for a fair-use notice; `notice` names the pack's own, which is known by likeness."""

    OPTIONS: ClassVar[Schema] = {"notice": STRING}

    notice: str | None = None

    def judge(self, case: Case) -> Verdict:
        """Passed where the pack's notice is whole, changed a little or not. How much of another's is there, nobody needs to know."""
        found = [ack for ack in case.of(Kind.FAIR_USE_NOTICE) if self._is_asked_for(ack, case)]
        visible = [ack for ack in found if not ack.hidden and not (self.notice and ack.broken)]
        if visible:
            changed = _difference(visible[0]) if self.notice else ""
            message = f"The fair-use notice is there ({where(visible[0].evidence)}).{changed}"
            return Verdict(Outcome.PASSED, message, evidence_of(visible))
        return self._missing(case, found)

    def _missing(self, case: Case, found: Sequence[Acknowledgement]) -> Verdict:
        text = case.notices.get(self.notice or "")
        fix = notice_snippet(text) if text else None
        if not found:
            return Verdict(Outcome.FAILED, "The page carries no fair-use notice.", fix=fix)
        first = min(found, key=lambda ack: ack.hidden)
        altered = first.broken == "altered" and not first.hidden
        outcome = Outcome.CANT_TELL if altered else Outcome.FAILED
        message = (
            f"The fair-use notice is there, but {why_unseen(first)} ({where(first.evidence)}).{_difference(first)}"
        )
        return Verdict(outcome, message, evidence_of(found), "notice_altered" if altered else None, fix)

    def _is_asked_for(self, ack: Acknowledgement, case: Case) -> bool:
        """The pack's notice, or any that claims fair use; a disclaimer of liability claims something else."""
        if self.notice and ack.details.get("notice") == f"{case.pack}/{self.notice}":
            return True
        return ack.details.get("what") == "fair_use"


def _difference(ack: Acknowledgement) -> str:
    difference = ack.details.get("difference")
    return f" Changed: {difference}" if difference else ""
