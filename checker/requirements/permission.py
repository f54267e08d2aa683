"""The host needs the publisher's permission."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Kind, Outcome
from checker.requirements.case import Case, Verdict, passed


@dataclass(frozen=True, slots=True)
class Permission:
    """Asks for permission. Whether it was given is no fact of the page; what can be seen is whether the page says so."""

    def judge(self, case: Case) -> Verdict:
        """Passed where the page says that it runs with permission; else nobody can tell, and whom to ask is named."""
        stated = [ack for ack in case.of(Kind.PERMISSION_STATEMENT) if ack.usable]
        if stated:
            return passed("The page says that it runs with permission.", stated)
        ask = f" Ask {case.contact}." if case.contact else ""
        message = f"A {case.audience.value} publication needs {case.called}'s permission; the page does not say that it has one.{ask}"
        return Verdict(Outcome.CANT_TELL, message, (), "permission_unknown")
