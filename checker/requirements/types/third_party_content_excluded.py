"""The original is the publisher's own, and not one that it took from somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model import Acknowledgement, Kind
from checker.page.host import name_key
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed
from checker.requirements.requirement import Requirement


@dataclass(frozen=True, slots=True)
class ThirdPartyContentExcluded(Requirement):
    """Asks that nobody else published the article first: a publisher cannot give what is not its own."""

    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """The original tells it surely; a page that names another source beside the publisher gives reason to look."""
        source = case.original.third_party if case.original else None
        if source and _is_own(case, source):
            return passed("The original names no earlier source.")
        taken = case.facts.get("third_party", bool(source) if case.original else None)
        if taken:
            return failed(f"{case.called} itself took the article from {source or 'somebody else'}.")
        if taken is False:
            return passed("No earlier source of the article is known.")
        if others := _others(case):
            message = (
                f"The page also names {others[0].names[0]} as its source; whose the article is, a person must find out."
            )
            return cant_tell("another_source_named", message, others)
        return needs_original("whether it is the publisher's own")


def _is_own(case: Case, source: str) -> bool:
    """True for the publisher itself: pages that offer an article often show the credit that copies shall carry."""
    return source in case.domains or name_key(source) in map(name_key, case.names)


def _others(case: Case) -> list[Acknowledgement]:
    """The credits of other sources, where the publisher's names are known."""
    credits_ = case.usable(Kind.SOURCE_ATTRIBUTION) if case.names else []
    return [ack for ack in credits_ if ack.names and not any(_is_own(case, name) for name in ack.names)]
