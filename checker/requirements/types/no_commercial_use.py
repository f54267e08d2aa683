"""The copy is not used for commerce."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.requirements.case import Case, Verdict, cant_tell, failed, passed
from checker.requirements.requirement import Bound, Requirement


@dataclass(frozen=True, slots=True)
class NoCommercialUse(Requirement):
    """Warns where the call says that the publication is commercial: what counts as commercial use, terms and courts say."""

    BOUND: ClassVar[Bound] = Bound.WARNS
    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """Judged by the fact `commercial`, which follows from the audience; advertisements alone make no use commercial."""
        commercial = case.facts.get("commercial")
        if commercial is None:
            return cant_tell(
                "fact_unknown", "No page tells whether it is commercial; declare it with --fact commercial=false."
            )
        if commercial:
            ask = f" Ask {case.contact}." if case.contact else ""
            return failed(f"The terms are for uses that are not commercial, and the publication is.{ask}")
        return passed(f"A {case.audience.value} publication is not commercial.")
