"""The licence of the text is linked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import license_snippet
from checker.model import Acknowledgement, Kind
from checker.requirements.case import Case, Verdict, cant_tell, failed, not_in_source, passed, where
from checker.requirements.options import STRING
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class LicenseLink(Requirement):
    """Asks for a link to the licence that readers can follow. `license` is its SPDX id; the pack's if missing."""

    OPTIONS: ClassVar[Schema] = {"license": STRING}

    license: str | None = None

    def judge(self, case: Case) -> Verdict:
        """A link to another licence is told, and not called wrong: an article may have one of its own."""
        linked = [ack for ack in case.usable(Kind.LICENSE_NOTICE) if ack.evidence.href]
        wanted = self.license or case.license
        if not linked:
            return _unlinked(case, wanted)
        if wanted and not any(_is(ack, wanted) for ack in linked):
            message = (
                f"The page links to a licence ({where(linked[0].evidence)}); whether it is {wanted} cannot be told."
            )
            return cant_tell("another_license", message, linked, license_snippet(case.called, wanted, case.language))
        return passed("The page links to the licence.", linked)


def _unlinked(case: Case, wanted: str | None) -> Verdict:
    """Of a licence in front matter the site's theme makes a notice, and perhaps a link."""
    named = case.usable(Kind.LICENSE_NOTICE)
    fix = license_snippet(case.called, wanted, case.language)
    if not named:
        return failed("The page does not link to the licence.", (), fix)
    if all(ack.via == "front_matter" for ack in named):
        return not_in_source("whether the licence is a link")
    return failed(f"The licence is named without a link ({where(named[0].evidence)}).", named, fix)


def _is(ack: Acknowledgement, wanted: str) -> bool:
    said = ack.details.get("license")
    return said is not None and str(said).lower() == wanted.lower()
