"""An adaptation carries the same licence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.requirements.case import Case, Verdict
from checker.requirements.options import STRING
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.types.license_notice import LicenseNotice


@dataclass(frozen=True, slots=True)
class ShareAlike(Requirement):
    """Asks that the page says that it stands under the original's licence. Packs ask it of adaptations (`when = { edited = true }`)."""

    OPTIONS: ClassVar[Schema] = {"license": STRING}

    license: str | None = None

    def judge(self, case: Case) -> Verdict:
        """The licence that the page names is the adaptation's own."""
        return LicenseNotice(self.license).judge(case)
