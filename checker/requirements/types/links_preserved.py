"""The original's links are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.page import address
from checker.page.address import Target
from checker.page.identity import same_page
from checker.requirements.case import Case, Verdict, failed, listed, needs_original, passed
from checker.requirements.links import leads
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
        wanted = [url for url in case.original.links if _is_editorial(case, url)]
        if not wanted:
            return passed("The original's text has no links.")
        there = [lead.address.url for lead in leads(case)]
        lost = [url for url in wanted if not any(same_page(url, kept, whatever_query=True) for kept in there)]
        kept = len(wanted) - len(lost)
        if kept / len(wanted) >= self.min_share:
            return passed(f"{kept} of the original's {len(wanted)} links are there.")
        more = f" and {len(lost) - _SHOWN} more" if len(lost) > _SHOWN else ""
        return failed(f"{len(lost)} of the original's {len(wanted)} links are gone: {listed(lost[:_SHOWN])}{more}.")


def _is_editorial(case: Case, url: str) -> bool:
    """True for links that belong to the text: none for sharing, none to the article itself, nor to what its site offers beside articles."""
    found = address.parse(url)
    if found is None or found.target in {Target.SHARING, Target.SHOP}:
        return False
    own = case.original is not None and case.original.url is not None and same_page(url, case.original.url)
    return not own and (found.is_article or not case.is_publishers(found))
