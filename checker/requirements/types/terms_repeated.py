"""The terms travel with the copy, as a link or in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import notice_snippet, terms_snippet
from checker.requirements.case import Case, Verdict, cant_tell, failed, passed
from checker.requirements.links import leads, same
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
        linked = [lead for lead in leads(case) if case.terms_url and same(lead.address.url, case.terms_url)]
        if linked:
            return passed("The page links to the terms.", [linked[0].evidence(case)])
        if self.text:
            return self._worded(case, self.text)
        message = (
            "No link leads to the page where the terms were read; whether they are repeated in words, nobody can tell."
        )
        return cant_tell("terms_not_linked", message, (), terms_snippet(case.called, case.terms_url))

    def _worded(self, case: Case, text: str) -> Verdict:
        found = find(case, [text], "similar", _SIMILAR)
        if found and not found.hidden_by:
            return passed("The page repeats the terms.", [found.evidence(case)])
        return failed(
            "The page does not repeat the terms.", [found.evidence(case)] if found else (), notice_snippet(text)
        )
