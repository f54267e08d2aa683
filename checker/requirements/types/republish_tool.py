"""The code of the publisher's republish button was used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Acknowledgement, Kind
from checker.requirements.case import Case, Verdict, cant_tell, not_in_source, passed
from checker.requirements.requirement import Requirement
from checker.requirements.words import words


@dataclass(frozen=True, slots=True)
class RepublishTool(Requirement):
    """Asks for what the button's code leaves on a page: the publisher's counter, or its marks in the markup."""

    def judge(self, case: Case) -> Verdict:
        """Whoever copied the text by hand may have put the same credit there, so a page without traces is not called wrong.

        Nor is a copy of an original without a button: some buttons are drawn by a script, or have words of their own.
        """
        counters = list(_counters(case))
        if counters:
            return passed("The page carries the counter that the publisher's republish button adds.", counters)
        if any(mark in case.scene.page.html.lower() for mark in words("republish_tools")):
            return passed("The page carries the code of a republish button.")
        if case.original and not case.original.republish_button:
            return cant_tell("tool_unseen", "The original shows no republish button that is known for one.")
        if not case.has_head:
            return not_in_source("whether the publisher's republish button was used")
        return cant_tell("tool_unseen", "Nothing on the page shows that the publisher's republish button was used.")


def _counters(case: Case) -> Iterator[Acknowledgement]:
    """The publisher's own counters; another's counts for another."""
    for ack in case.of(Kind.PAGE_COUNTER):
        if not ack.names or set(ack.names) & set(case.names):
            yield ack
