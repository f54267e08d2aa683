"""The meta element `syndication-source` names the original."""

from __future__ import annotations

from dataclasses import dataclass

from checker.acknowledgements.scene import MOST
from checker.credit.snippets import syndication_source_snippet
from checker.model import Evidence, Fix
from checker.page import address
from checker.page.address import Address, Target
from checker.page.identity import same_page
from checker.requirements.case import Case, Verdict, cant_tell, failed, not_in_source, passed
from checker.requirements.requirement import Requirement

_NAME = "syndication-source"


@dataclass(frozen=True, slots=True)
class SyndicationSourceMeta(Requirement):
    """Asks for `<meta name="syndication-source">` with the original's address on the publisher's site."""

    def judge(self, case: Case) -> Verdict:
        """Told by the built page alone."""
        page = case.scene.page
        metas = [meta for meta in page.metas if meta.name == _NAME][:MOST]
        found = [page.element_evidence(meta.element, meta.value, meta.value, meta.attribute) for meta in metas]
        fix = syndication_source_snippet(case.article)
        if found:
            return _named(case, [address.parse(meta.value) for meta in metas], found, fix)
        if not case.has_head:
            return not_in_source("whether its head names a syndication source")
        return failed("No meta element syndication-source names the original.", (), fix)


def _named(case: Case, named: list[Address | None], found: list[Evidence], fix: Fix) -> Verdict:
    own = [at for at in named if at and at.target is not Target.HOME and case.is_publishers(at)]
    if any(_may_be_original(case, at) for at in own):
        return passed("The meta element syndication-source names the original.", found)
    if own:
        message = f"The meta element syndication-source names {own[0].url}, and not the original that was given."
        return cant_tell("another_page_linked", message, found, fix)
    if any(named) and not case.domains:
        return cant_tell("another_original_linked", "The meta element syndication-source names a site.", found, fix)
    return failed(f"The meta element syndication-source does not name the original at {case.called}.", found, fix)


def _may_be_original(case: Case, at: Address) -> bool:
    """Any page of the publisher's, unless somebody shows the original, which knows its address."""
    known = case.original.url if case.original else None
    return known is None or same_page(at.url, known)
