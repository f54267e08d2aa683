"""The original's links are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from checker.model import Edit, EditClass
from checker.original.original import Anchor
from checker.page import address
from checker.page.address import Target
from checker.page.identity import same_page
from checker.page.text import fold
from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, needs_original, passed
from checker.requirements.links import Lead, leads
from checker.requirements.options import SHARE
from checker.requirements.requirement import Requirement, Schema

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class LinksPreserved(Requirement):
    """Asks that at least `min_share` of the links in the original's text are in the copy's."""

    OPTIONS: ClassVar[Schema] = {"min_share": SHARE}

    min_share: float = 1.0

    def judge(self, case: Case) -> Verdict:
        """Addresses are compared without scheme, query and fragment: tracking is no part of a link."""
        if case.original is None:
            return needs_original("which links its text has")
        wanted = [anchor for anchor in case.original.anchors if _is_editorial(case, anchor.url)]
        if not wanted:
            return passed("The original's text has no links.")
        there = list(leads(case))
        lost = [anchor for anchor in wanted if not any(_is_same(anchor.url, lead) for lead in there)]
        kept = len(wanted) - len(lost)
        found = tuple(_edit(case, anchor, wanted, there) for anchor in lost)
        if kept / len(wanted) >= self.min_share:
            return replace(passed(f"{kept} of the original's {len(wanted)} links are there."), edits=found)
        urls = [anchor.url for anchor in lost]
        more = f" and {len(lost) - _SHOWN} more" if len(lost) > _SHOWN else ""
        message = f"{len(lost)} of the original's {len(wanted)} links are gone: {listed(urls[:_SHOWN])}{more}."
        if case.facts.get("translated") and len(_others(case, wanted, there)) >= len(lost):
            message += " Those of a translation may lead to pages in its own language."
            return replace(cant_tell("translated", message), edits=found)
        return replace(failed(message), edits=found)


def _others(case: Case, wanted: Sequence[Anchor], there: Sequence[Lead]) -> list[Lead]:
    """The copy's links that are none of the original's."""
    own = (lead for lead in there if _is_editorial(case, lead.address.url) and not case.is_publishers(lead.address))
    return [lead for lead in own if not any(_is_same(anchor.url, lead) for anchor in wanted)]


def _is_same(url: str, lead: Lead) -> bool:
    return same_page(url, lead.address.url, whatever_query=True)


def _edit(case: Case, anchor: Anchor, wanted: Sequence[Anchor], there: Sequence[Lead]) -> Edit:
    """A link that is gone; one on the same words that leads to none of the others' pages stands for it."""
    same = [lead for lead in there if fold(lead.text) == fold(anchor.words) and anchor.words]
    other = next((lead for lead in same if not any(_is_same(each.url, lead) for each in wanted)), None)
    if other is None:
        return Edit(EditClass.LINK_REMOVED, anchor.url, "")
    return Edit(EditClass.LINK_CHANGED, anchor.url, other.address.url, other.evidence(case).line)


def _is_editorial(case: Case, url: str) -> bool:
    """True for links that belong to the text: none for sharing, none to the article itself, nor to what its site offers beside articles."""
    found = address.parse(url)
    if found is None or found.target in {Target.SHARING, Target.SHOP}:
        return False
    own = case.original is not None and case.original.url is not None and same_page(url, case.original.url)
    return not own and (found.is_article or not case.is_publishers(found))
