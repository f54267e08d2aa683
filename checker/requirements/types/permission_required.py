"""The host needs the publisher's permission."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model import Kind, Outcome
from checker.requirements.case import Case, Verdict, failed, passed
from checker.requirements.options import STRING
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class PermissionRequired(Requirement):
    """Asks for permission. Whether it was given is no fact of the page; what can be seen is whether the page says so."""

    OPTIONS: ClassVar[Schema] = {"contact": STRING}

    contact: str | None = None

    def judge(self, case: Case) -> Verdict:
        """Passed where the page says that it runs with permission; else nobody can tell, and whom to ask is named."""
        given = case.facts.get("permission")
        if given:
            return passed("The call says that permission was given.")
        stated = [ack for ack in case.of(Kind.PERMISSION_STATEMENT) if ack.usable]
        if stated:
            return passed("The page says that it runs with permission.", stated)
        ask = f" Ask {contact}." if (contact := self.contact or case.contact) else ""
        if given is False:
            return failed(f"{case.called}'s permission is needed, and the call says that there is none.{ask}")
        message = f"A {case.audience.value} publication needs {case.called}'s permission; the page does not say that it has one.{ask}"
        return Verdict(Outcome.CANT_TELL, message, (), "permission_unknown")
