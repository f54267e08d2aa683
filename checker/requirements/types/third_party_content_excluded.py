"""STUB, to be written."""

from __future__ import annotations

from dataclasses import dataclass

from checker.requirements.case import Case, Verdict
from checker.requirements.requirement import Requirement


@dataclass(frozen=True, slots=True)
class ThirdPartyContentExcluded(Requirement):
    """STUB."""

    def judge(self, case: Case) -> Verdict:
        raise NotImplementedError
