"""The meta element `syndication-source` names the original."""

from __future__ import annotations

from dataclasses import dataclass

from checker.credit.snippets import syndication_source_snippet
from checker.page import address
from checker.requirements.case import Case, Verdict, cant_tell, failed, not_in_source, passed
from checker.requirements.requirement import Requirement

_NAME = "syndication-source"


@dataclass(frozen=True, slots=True)
class SyndicationSourceMeta(Requirement):
    """Asks for `<meta name="syndication-source">` with an address of the publisher's."""

    def judge(self, case: Case) -> Verdict:
        """Told by the built page alone."""
        page = case.scene.page
        metas = [meta for meta in page.metas if meta.name == _NAME]
        found = [page.element_evidence(meta.element, meta.value, meta.value, meta.attribute) for meta in metas]
        fix = syndication_source_snippet(case.article)
        if any(case.is_publishers(address.parse(meta.value)) for meta in metas):
            return passed("The meta element syndication-source names the original.", found)
        if found and not case.domains:
            return cant_tell("another_original_linked", "The meta element syndication-source names a site.", found, fix)
        if found:
            return failed(f"The meta element syndication-source names another site than {case.called}.", found, fix)
        if not case.has_head:
            return not_in_source("whether its head names a syndication source")
        return failed("No meta element syndication-source names the original.", (), fix)
