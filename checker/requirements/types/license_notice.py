"""The page names or links the licence of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import license_snippet
from checker.model import Kind, Outcome
from checker.requirements.case import Case, Verdict, passed
from checker.requirements.options import STRING
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class LicenseNotice(Requirement):
    """Asks for a licence notice that readers see."""

    OPTIONS: ClassVar[Schema] = {"license": STRING}

    license: str | None = None

    def judge(self, case: Case) -> Verdict:
        """Passed where one stands with the article."""
        visible = [ack for ack in case.of(Kind.LICENSE_NOTICE) if ack.usable]
        if visible:
            return passed("The page says under which licence the text stands.", visible)
        message = "The page does not say under which licence the text stands."
        return Verdict(Outcome.FAILED, message, fix=license_snippet(case.called))
