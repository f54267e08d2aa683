"""The article may run in some countries only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, passed
from checker.requirements.options import STRINGS
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class GeographicRestriction(Requirement):
    """Asks that the country of the host's audience (the fact `country`) is among `only`, or not among `not_in`."""

    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {"only": STRINGS, "not_in": STRINGS}

    only: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()

    def judge(self, case: Case) -> Verdict:
        """No page says for which country it is made, so the fact must be declared."""
        country = case.facts.get("country")
        if not self.only and not self.not_in:
            return cant_tell("fact_unknown", "The rule pack does not say in which countries the article may run.")
        if country is None:
            return cant_tell(
                "fact_unknown", f"{self._said()} No page tells its country; declare it with --fact country=CODE."
            )
        allowed = not self.only or _is_among(country, self.only)
        if allowed and not _is_among(country, self.not_in):
            return passed(f"The country {country} is one where the article may run.")
        return failed(f"{self._said()} The call says that the country is {country}.")

    def _said(self) -> str:
        if self.only:
            return f"The article may run in {listed(self.only, 'or')} only."
        return f"The article may not run in {listed(self.not_in, 'or')}."


def _is_among(country: str, codes: Sequence[str]) -> bool:
    return country.lower() in {code.lower() for code in codes}
