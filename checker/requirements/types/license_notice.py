"""The page says under which licence the text stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import license_snippet
from checker.model import Acknowledgement, Kind
from checker.requirements.case import Case, Verdict, cant_tell, failed, passed, where, why_unseen
from checker.requirements.options import STRING
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class LicenseNotice(Requirement):
    """Asks for a licence notice that readers see. `license` is its SPDX id; the pack's if missing."""

    OPTIONS: ClassVar[Schema] = {"license": STRING}

    license: str | None = None

    def judge(self, case: Case) -> Verdict:
        """Passed where one stands with the article. Another licence is told and not called wrong: an article may have its own."""
        wanted = self.license or case.license
        fix = license_snippet(case.called, wanted, case.language)
        found = case.of(Kind.LICENSE_NOTICE)
        visible = [ack for ack in found if ack.usable]
        if visible and wanted and all(_is_another(ack, wanted) for ack in visible):
            said = visible[0].details["license"]
            message = f"The page names the licence {said} ({where(visible[0].evidence)}); the publisher's is {wanted}."
            return cant_tell("another_license", message, visible, fix)
        if visible:
            return passed("The page says under which licence the text stands.", visible)
        if hidden := [ack for ack in found if ack.hidden_by != "metadata"]:
            message = f"The licence is named only where readers do not see it: {why_unseen(hidden[0])} ({where(hidden[0].evidence)})."
            return failed(message, hidden, fix)
        return failed("The page does not say under which licence the text stands.", (), fix)


def _is_another(ack: Acknowledgement, wanted: str) -> bool:
    """True where a notice names a licence by its address, and another one."""
    said = ack.details.get("license")
    return said is not None and str(said).lower() != wanted.lower()
