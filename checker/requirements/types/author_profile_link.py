"""Authors' names link to their profiles on the publisher's site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model import Acknowledgement, Kind
from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, not_in_source, passed
from checker.requirements.links import Lead, leads, path_pattern
from checker.requirements.options import STRING
from checker.requirements.requirement import Requirement, Schema


@dataclass(frozen=True, slots=True)
class AuthorProfileLink(Requirement):
    """Asks that each author's name is a link to a page whose path has the pattern `path` (`/users/{id}`)."""

    OPTIONS: ClassVar[Schema] = {"path": STRING}

    path: str | None = None

    def judge(self, case: Case) -> Verdict:
        """Judged by the authors whom the page names; with no name, `author_credit` says so."""
        profiles = [lead for lead in leads(case, "domain") if self._is_profile(lead)]
        evidence = [lead.evidence(case) for lead in profiles]
        bylines = case.usable(Kind.AUTHOR_CREDIT)
        named = dict.fromkeys(name for ack in bylines for name in ack.names)
        linked = {lead.text.casefold() for lead in profiles}
        missing = [name for name in named if not any(name.casefold() in text for text in linked)]
        if not named:
            if profiles:
                return passed("The page links to an author's profile.", evidence)
            return cant_tell("author_unknown", "No author is named whose name could be a link.")
        if missing:
            return _unlinked(missing, bylines)
        return passed("Each author's name links to the profile.", evidence)

    def _is_profile(self, lead: Lead) -> bool:
        if self.path:
            return path_pattern(self.path).match(lead.address.path) is not None
        return lead.address.is_profile


def _unlinked(missing: list[str], bylines: list[Acknowledgement]) -> Verdict:
    """Of a name in front matter the site's theme makes a byline, and perhaps a link."""
    if all(ack.via == "front_matter" for ack in bylines):
        return not_in_source("where the author's name leads")
    return failed(f"No link leads from the name to the profile of {listed(missing)}.", bylines)
