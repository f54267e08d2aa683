"""Translations only as the terms allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.model import Kind
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed
from checker.requirements.options import one_of
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class TranslationRules(Requirement):
    """Asks that the page is no translation (`no`), or that permission was given for one (`ask`); `yes` allows them all."""

    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {"allowed": one_of("no", "ask", "yes")}

    allowed: Literal["no", "ask", "yes"] = "ask"

    def judge(self, case: Case) -> Verdict:
        """A page counts as a translation by its translator's credit, or by its language."""
        translated = case.facts.get("translated")
        if self.allowed == "yes" or translated is False:
            return passed("Translations are allowed." if self.allowed == "yes" else "The page is no translation.")
        if translated is None:
            return _unknown(case)
        credits_ = case.usable(Kind.TRANSLATOR_CREDIT)
        if self.allowed == "ask" and (permitted := self._permitted(case)):
            return permitted
        return failed(f"The page is a translation, which {case.called}'s terms do not allow.", credits_)

    def _permitted(self, case: Case) -> Verdict | None:
        given = case.facts.get("permission")
        if given is False:
            return None
        stated = case.usable(Kind.PERMISSION_STATEMENT)
        if given or stated:
            return passed("The page is a translation, and runs with permission.", stated)
        ask = f" Ask {case.contact}." if case.contact else ""
        message = f"The page is a translation, for which {case.called} wants to be asked.{ask}"
        return cant_tell("permission_unknown", message, case.usable(Kind.TRANSLATOR_CREDIT))


def _unknown(case: Case) -> Verdict:
    if case.original is None:
        return needs_original("in which language it is")
    message = "Whether it is a translation is not known; declare it with --fact translated=true or translated=false."
    return cant_tell("fact_unknown", message)
