"""Nothing suggests that the publisher endorses the host."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.requirements.case import Case, Verdict, failed, passed, quoted, where
from checker.requirements.claims import about_publisher
from checker.requirements.requirement import Bound, Requirement


@dataclass(frozen=True, slots=True)
class NoEndorsement(Requirement):
    """Warns of phrases such as "in partnership with" beside the publisher's name: whether they are true, nobody can tell."""

    BOUND: ClassVar[Bound] = Bound.WARNS
    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """A phrase counts only in a sentence that names the publisher."""
        found = about_publisher(case, "endorsement_claim")
        if found:
            message = f"{quoted(found[0].text)} may suggest that {case.called} endorses the site ({where(found[0])})."
            return failed(message, found)
        return passed(f"Nothing was found that suggests that {case.called} endorses the site.")
