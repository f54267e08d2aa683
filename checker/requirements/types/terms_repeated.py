"""The terms travel with the copy, as a link or in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import notice_snippet, terms_snippet
from checker.page.identity import same_page
from checker.requirements.case import Case, Verdict, cant_tell, failed, passed, unseen, where
from checker.requirements.links import Lead, leads
from checker.requirements.options import STRING
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import find

_SIMILAR = 0.7


@dataclass(frozen=True, slots=True)
class TermsRepeated(Requirement):
    """Asks for a link to the terms, or for `text`."""

    OPTIONS: ClassVar[Schema] = {"text": STRING}

    text: str | None = None

    def judge(self, case: Case) -> Verdict:
        """Passed with a link to the page of the terms, or with the text in nearly its own words."""
        url = case.terms_url
        linked = next(
            (lead for lead in leads(case) if url and same_page(lead.address.url, url) and _is_shown(lead)), None
        )
        if linked:
            return passed("The page links to the terms.", [linked.evidence(case)])
        if self.text:
            return self._worded(case, self.text)
        message = (
            "No link leads to the page where the terms were read; whether they are repeated in words, nobody can tell."
        )
        return cant_tell("terms_not_linked", message, (), terms_snippet(case.called, case.terms_url, case.language))

    def _worded(self, case: Case, text: str) -> Verdict:
        found = find(case, [text], "similar", _SIMILAR)
        fix = notice_snippet(text)
        if found is None:
            return failed("The page does not repeat the terms.", (), fix)
        evidence = found.evidence(case)
        if found.hidden_by:
            message = f"The terms are on the page, but {unseen(found.hidden_by)} ({where(evidence)})."
            return failed(message, [evidence], fix)
        return passed("The page repeats the terms.", [evidence])


def _is_shown(lead: Lead) -> bool:
    """True where there is something to click: words or a picture."""
    return bool(lead.text.strip()) or next(lead.link.element.iter("img", "svg"), None) is not None
