"""Nothing suggests that gifts to the host reach the publisher."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.requirements.case import Case, Verdict, failed, passed, quoted, where
from checker.requirements.claims import about_publisher
from checker.requirements.requirement import Bound, Requirement


@dataclass(frozen=True, slots=True)
class NoDonationImplication(Requirement):
    """Warns of calls for gifts beside the publisher's name: to whom the gifts go, a person must read."""

    BOUND: ClassVar[Bound] = Bound.WARNS
    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """A call counts only in a sentence that names the publisher."""
        found = about_publisher(case, "donation_claim")
        if found:
            message = f"{quoted(found[0].text)} may suggest that gifts reach {case.called} ({where(found[0])})."
            return failed(message, found)
        return passed(f"No call for gifts names {case.called}.")
