"""What a requirement judges, and its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.acknowledgements.scene import Scene
from checker.documents.document import Media
from checker.model import Acknowledgement, Article, Audience, Edit, Evidence, Fix, Kind, Outcome, Publisher
from checker.page import address
from checker.page.address import Address
from checker.page.page import Block
from checker.terms.conditions import Facts

if TYPE_CHECKING:
    from checker.original.compare import Comparison
    from checker.original.original import Original


@dataclass(frozen=True)
class Case:
    """One page: what it credits, whose work it is a copy of, and what is known of both. Made once a page."""

    acknowledgements: tuple[Acknowledgement, ...]
    publisher: Publisher
    names: tuple[str, ...]
    """All names that the publisher goes by."""
    domains: tuple[str, ...]
    article: Article
    audience: Audience
    scene: Scene
    contact: str | None = None
    pack: str | None = None
    terms_url: str | None = None
    """Where the terms were read."""
    license: str | None = None
    """The licence of the publisher's works, as an SPDX id."""
    notices: Mapping[str, str] = field(default_factory=dict)
    """The texts of the pack's notices, by id."""
    facts: Facts = field(default_factory=dict)
    original: Original | None = None
    told: str | None = None
    """The original's address, where the call or the configuration tells it, and not the page alone."""
    elsewhere: str | None = None
    """The address that was taken for the original's, where another text than the page's stands there."""
    compared: Comparison | None = None
    """The page's text beside the original's, where both have one."""
    is_agency: bool = False

    def of(self, *kinds: Kind) -> tuple[Acknowledgement, ...]:
        """The acknowledgements of some kinds, in the order of the page."""
        return tuple(ack for ack in self.acknowledgements if ack.kind in kinds)

    def usable(self, *kinds: Kind) -> list[Acknowledgement]:
        """Those among them that readers can see and use; of a bare address a renderer decides."""
        return [ack for ack in self.of(*kinds) if ack.usable and not ack.details.get("bare")]

    @property
    def called(self) -> str:
        """How to speak of the publisher in a sentence."""
        return self.publisher.name or self.publisher.domain or "the publisher"

    @property
    def language(self) -> str | None:
        """The page's declared language (BCP-47), in which what mends it is worded."""
        return self.scene.page.language

    @property
    def has_head(self) -> bool:
        """True for a built page with its head; a Markdown source gets its own from its site's theme, and a fragment from its page."""
        page = self.scene.page
        return page.document.media is Media.HTML and bool(page.title or page.metas or page.relations)

    def is_publishers(self, at: Address | None) -> bool:
        """True for an address on the publisher's site."""
        return at is not None and any(address.is_within(at.host, domain) for domain in self.domains)

    def evidence(self, block: Block, start: int, end: int, href: str | None = None) -> Evidence:
        """Evidence for a stretch of a block's text."""
        return self.scene.page.text_evidence(block, start, end, href)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a requirement. `reason` is a stable word and comes with `cant_tell`; `edits` are differences from the original."""

    outcome: Outcome
    message: str
    evidence: tuple[Evidence, ...] = ()
    reason: str | None = None
    fix: Fix | None = None
    edits: tuple[Edit, ...] = ()


def passed(message: str, found: Iterable[Acknowledgement | Evidence] = ()) -> Verdict:
    """A pass, with where it was seen."""
    return Verdict(Outcome.PASSED, message, evidence_of(found))


def failed(message: str, found: Iterable[Acknowledgement | Evidence] = (), fix: Fix | None = None) -> Verdict:
    """A failure, with what is there instead and what mends it."""
    return Verdict(Outcome.FAILED, message, evidence_of(found), fix=fix)


def cant_tell(
    reason: str, message: str, found: Iterable[Acknowledgement | Evidence] = (), fix: Fix | None = None
) -> Verdict:
    """What cannot be told from the page, why as a stable word and as a sentence, and what there is to look at."""
    return Verdict(Outcome.CANT_TELL, message, evidence_of(found), reason, fix)


def needs_original(asked: str) -> Verdict:
    """The verdict where nobody showed the original. `asked` is what cannot be told without it, as a clause."""
    return cant_tell(
        "original_unavailable", f"Only the original tells {asked}; an audit fetches it, and --original FILE shows it."
    )


def not_in_source(asked: str) -> Verdict:
    """The verdict where the site's theme or the page around a fragment decides. `asked` is what cannot be told, as a clause."""
    return cant_tell("not_in_source", f"The source does not tell {asked}; the built page does.")


def evidence_of(found: Iterable[Acknowledgement | Evidence]) -> tuple[Evidence, ...]:
    """The places of some acknowledgements."""
    return tuple(each if isinstance(each, Evidence) else each.evidence for each in found)


def where(evidence: Evidence) -> str:
    """A place in words: "line 61, column 41"."""
    return f"line {evidence.line}, column {evidence.column}" if evidence.line else evidence.path or "an unknown place"


def quoted(text: str, most: int = 120) -> str:
    """Page text in a message, on one line and of bounded length."""
    text = " ".join(text.split())
    return f"“{text if len(text) <= most else text[: most - 1] + '…'}”"


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names in a sentence: "Ann, Bob and Cid"."""
    several = list(names)
    return f"{', '.join(several[:-1])} {last} {several[-1]}" if len(several) > 1 else "".join(several)


def why_unseen(ack: Acknowledgement) -> str:
    """Why readers do not see an acknowledgement, in words."""
    return unseen(ack.hidden_by or ack.broken or "")


def unseen(reason: str) -> str:
    """Why readers do not see something, in words."""
    return _UNSEEN.get(reason, "hidden")


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
