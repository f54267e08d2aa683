"""The full text runs, and no extract."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor
from typing import ClassVar

from checker.model import EditClass
from checker.original.compare import Comparison
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed, quoted
from checker.requirements.edited import edits
from checker.requirements.options import SHARE
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class WholeArticleOnly(Requirement):
    """Asks that at least `min_share` of the original's words are there."""

    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {"min_share": SHARE}

    min_share: float = 0.9

    def judge(self, case: Case) -> Verdict:
        """Sentences that were changed a little count as there."""
        if case.compared is None:
            return needs_original("whether the whole text runs")
        found = edits(case, (*case.compared.removed, *case.compared.of(EditClass.TRANSLATED)))
        return replace(self._judged(case, case.compared), edits=found)

    def _judged(self, case: Case, compared: Comparison) -> Verdict:
        kept = compared.kept
        if kept >= self.min_share and not compared.whole:
            return cant_tell("too_large", "The text is too long to be compared to its end.")
        if kept >= self.min_share:
            return passed(f"{kept:.0%} of the original's text is there.")
        if compared.translated or case.facts.get("translated"):
            return cant_tell("translated", "The text of a translation cannot be compared with the original's.")
        longest = max(compared.removed, key=lambda each: each.lost, default=None)
        # Rounded up, what is just too little would read as enough.
        message = f"Only {floor(round(kept * 100, 6))}% of the original's text is there"
        if longest:
            message += f"; left out is, for one, {quoted(longest.original)}"
        return failed(f"{message}.") if compared.whole else cant_tell("too_large", f"{message}.")
