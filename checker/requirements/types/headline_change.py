"""The headline is the original's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.original.headline import headlines, is_same
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed, quoted
from checker.requirements.requirement import Bound, Requirement


@dataclass(frozen=True, slots=True)
class HeadlineChange(Requirement):
    """Warns of another headline than the original's; letter case and punctuation do not count."""

    BOUND: ClassVar[Bound] = Bound.WARNS
    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """Some sites put their own name into the first heading and the headline into the second."""
        title = case.original.title if case.original else None
        if title is None:
            return needs_original("what its headline is")
        found = list(headlines(case.scene.page))
        if not found:
            return cant_tell("no_headline", "No headline was found on the page.")
        if kept := [headline for headline in found if is_same(headline.text, title)]:
            return passed("The headline is the original's.", kept[:1])
        if case.facts.get("translated"):
            return cant_tell(
                "translated", f"Whether the headline translates {quoted(title)} cannot be told.", found[:1]
            )
        shown = found[0]
        return failed(f"The headline is {quoted(shown.text)}; the original's is {quoted(title)}.", [shown])
