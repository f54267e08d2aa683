"""The original is the publisher's own, and not one that it took from somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model import Kind
from checker.page.host import name_key
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed
from checker.requirements.requirement import Requirement


@dataclass(frozen=True, slots=True)
class ThirdPartyContentExcluded(Requirement):
    """Asks that nobody else published the article first: a publisher cannot give what is not its own."""

    FORBIDS: ClassVar[bool] = True

    def judge(self, case: Case) -> Verdict:
        """The original tells it surely; a page that names another source beside the publisher gives reason to look."""
        if case.original and case.original.third_party:
            return failed(f"{case.called} itself took the article from {case.original.third_party}.")
        if case.original:
            return passed("The original names no earlier source.")
        if case.facts.get("third_party"):
            return failed(f"The call says that {case.called} itself took the article from somebody else.")
        own = {name_key(name) for name in case.names}
        others = [
            ack
            for ack in case.usable(Kind.SOURCE_ATTRIBUTION)
            if ack.names and not {name_key(n) for n in ack.names} & own
        ]
        if others and case.names:
            message = (
                f"The page also names {others[0].names[0]} as its source; whose the article is, a person must find out."
            )
            return cant_tell("another_source_named", message, others)
        return needs_original("whether it is the publisher's own")
