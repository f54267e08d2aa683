"""What a requirement judges, and its verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from checker.model import Acknowledgement, Article, Audience, Evidence, Fix, Kind, Outcome, Publisher


@dataclass(frozen=True, slots=True)
class Case:
    """One page's acknowledgements, and whose work it is a copy of."""

    acknowledgements: tuple[Acknowledgement, ...]
    publisher: Publisher
    names: tuple[str, ...]
    """All names that the publisher goes by."""
    domains: tuple[str, ...]
    article: Article
    audience: Audience
    contact: str | None = None
    pack: str | None = None
    is_agency: bool = False

    def of(self, *kinds: Kind) -> tuple[Acknowledgement, ...]:
        """The acknowledgements of some kinds, in the order of the page."""
        return tuple(ack for ack in self.acknowledgements if ack.kind in kinds)

    @property
    def called(self) -> str:
        """How to speak of the publisher in a sentence."""
        return self.publisher.name or self.publisher.domain or "the publisher"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a requirement. `reason` is a stable word and comes with `cant_tell`."""

    outcome: Outcome
    message: str
    evidence: tuple[Evidence, ...] = ()
    reason: str | None = None
    fix: Fix | None = None


class Requirement(Protocol):
    """A requirement type: its options are its fields, and `judge` is pure."""

    def judge(self, case: Case) -> Verdict:
        """The verdict on one page."""


def passed(message: str, found: Iterable[Acknowledgement]) -> Verdict:
    """A pass, with where it was seen."""
    return Verdict(Outcome.PASSED, message, evidence_of(found))


def evidence_of(found: Iterable[Acknowledgement]) -> tuple[Evidence, ...]:
    """The places of some acknowledgements."""
    return tuple(ack.evidence for ack in found)


def where(evidence: Evidence) -> str:
    """A place in words: "line 61, column 41"."""
    return f"line {evidence.line}, column {evidence.column}" if evidence.line else evidence.path or "an unknown place"


def why_unseen(ack: Acknowledgement) -> str:
    """Why readers do not see an acknowledgement, in words."""
    return _UNSEEN.get(ack.hidden_by or ack.broken or "", "hidden")


_UNSEEN = {
    "hidden": "hidden by its markup",
    "aria_hidden": "hidden from screen readers (aria-hidden)",
    "display_none": "hidden by display:none",
    "visibility_hidden": "hidden by visibility",
    "transparent": "fully transparent",
    "zero_size": "of no size",
    "off_screen": "moved off the screen",
    "same_colour": "in the colour of its background",
    "noscript": "inside <noscript>",
    "template": "inside <template>",
    "comment": "inside an HTML comment",
    "metadata": "in the metadata alone",
    "truncated": "cut short",
    "altered": "changed too much",
}
