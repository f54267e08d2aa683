"""What no machine can check, for people to read: sales, payments, reports to the publisher, social media."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.requirements.case import Case, Verdict, cant_tell, listed
from checker.requirements.options import STRING, STRINGS
from checker.requirements.requirement import Bound, Requirement, Schema


@dataclass(frozen=True, slots=True)
class Reminder(Requirement):
    """A clause that is printed and never counts as passed. `about` is the type's name in the pack."""

    BOUND: ClassVar[Bound] = Bound.REMINDS
    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {
        "contact": STRING,
        "handles": STRINGS,
        "amount": STRING,
        "days": {"type": "number", "exclusiveMinimum": 0},
    }

    about: str = ""
    contact: str | None = None
    handles: tuple[str, ...] = ()
    amount: str | None = None
    days: float | None = None

    def judge(self, case: Case) -> Verdict:
        """Never told; the message holds what one needs to do it."""
        return cant_tell("reminder", " ".join([_SAID[self.about].format(publisher=case.called), *self._more(case)]))

    def _more(self, case: Case) -> list[str]:
        contact = self.contact or (case.contact if self.about in _WRITTEN else None)
        return [
            *([f"Write to {contact}."] if contact else []),
            *([f"Name {listed(self.handles)}."] if self.handles else []),
            *([f"The terms say {self.amount}."] if self.amount else []),
            *([f"Within {self.days:g} day{'s' * (self.days != 1)}."] if self.days else []),
        ]


_WRITTEN = frozenset({"notify_publisher", "payment_required", "report_reach"})
_SAID = {
    "image_unaltered": "No page tells whether its pictures were changed.",
    "no_ads_against": "No page tells whether its advertisements were sold against the story.",
    "no_resale": "No page tells whether the story was sold on.",
    "no_systematic_republication": "One page does not tell how much of {publisher} its site republishes.",
    "notify_publisher": "No page tells whether {publisher} was told of it.",
    "other_media_rules": "Other media than this page have rules of their own.",
    "payment_required": "No page tells whether {publisher} was paid.",
    "report_reach": "No page tells whether its number of readers was reported to {publisher}.",
    "social_tagging": "No page tells what was posted about it elsewhere.",
    "takedown_on_request": "No page tells whether {publisher} asked for its removal.",
}
