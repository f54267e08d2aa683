"""Only some kinds of republishers may use the terms at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model import Audience
from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, passed
from checker.requirements.options import FLAG, STRING, some_of
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class Eligibility(Requirement):
    """Asks that the host is of the `audiences`, or a `partner`; `who` says in words what no fact can."""

    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {
        "audiences": some_of([audience.value for audience in Audience]),
        "partner": FLAG,
        "who": STRING,
    }

    audiences: tuple[str, ...] = ()
    partner: bool = False
    who: str | None = None

    def judge(self, case: Case) -> Verdict:
        """What the host is, the call says and no page."""
        if self.audiences and case.audience.value not in self.audiences:
            return failed(
                f"The terms are for {listed(self.audiences, 'and')} publications; this is a {case.audience.value} one."
            )
        if self.partner:
            return self._partner(case)
        if self.who or not self.audiences:
            who = self.who or "some publications only"
            return cant_tell("fact_unknown", f"The terms are for {who}; no page tells whether its site is that.")
        return passed(f"A {case.audience.value} publication may republish.")

    def _partner(self, case: Case) -> Verdict:
        partner, who = case.facts.get("partner"), self.who or f"partners of {case.called}"
        if partner is None:
            return cant_tell(
                "fact_unknown", f"The terms are for {who}; if the site is one, declare it with --fact partner=true."
            )
        if partner:
            return passed(f"The call says that the site is one of {who}.")
        return failed(f"The terms are for {who}, and the call says that the site is none.")
