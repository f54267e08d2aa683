"""The link to the original can be followed by readers and by search engines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlsplit

from checker.model import Kind, Outcome
from checker.page import address
from checker.requirements.case import Case, Verdict, cant_tell, failed, passed, where, why_unseen
from checker.requirements.links import Lead, leads
from checker.requirements.options import FLAG, STRINGS
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.types.noindex import Noindex


@dataclass(frozen=True, slots=True)
class LinkQuality(Requirement):
    """Asks that one link to the publisher's site has no forbidden `rel`, goes there directly, and stands where it is seen.

    `no_extension` names endings that the address may not have. `indexable` asks that the page lets search engines in.
    """

    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {
        "rel_forbidden": STRINGS,
        "direct": FLAG,
        "visible": FLAG,
        "indexable": FLAG,
        "no_extension": STRINGS,
    }

    rel_forbidden: tuple[str, ...] = ()
    direct: bool = False
    visible: bool = False
    indexable: bool = False
    no_extension: tuple[str, ...] = ()

    def judge(self, case: Case) -> Verdict:
        """One good link is enough. No link at all is for `link_to_original` to say."""
        found = list(leads(case, "domain"))
        if not found:
            return self._none(case)
        faults = [(lead, list(self._faults(case, lead))) for lead in found]
        if all(wrong for _, wrong in faults):
            lead, wrong = faults[0]
            message = f"The link to {case.called} ({where(lead.evidence(case))}) {' and '.join(wrong)}."
            return failed(message, [lead.evidence(case)])
        good = next(lead for lead, wrong in faults if not wrong)
        return self._reached(case, good)

    def _reached(self, case: Case, good: Lead) -> Verdict:
        """A good link is of use to search engines only on a page that lets them in."""
        let_in = Noindex(forbidden=True).judge(case) if self.indexable else None
        if let_in and let_in.outcome is Outcome.FAILED:
            return failed("The page keeps search engines out, so they cannot follow its link.", [good.evidence(case)])
        if let_in and let_in.outcome is Outcome.CANT_TELL:
            return let_in
        return passed("The link can be followed.", [good.evidence(case)])

    def _none(self, case: Case) -> Verdict:
        hidden = [ack for ack in case.of(Kind.LINK_TO_ORIGINAL, Kind.LINK_TO_PUBLISHER) if ack.hidden_by]
        unseen = [ack for ack in hidden if ack.hidden_by not in {"metadata", "comment"}]
        if self.visible and unseen:
            message = f"The link to {case.called} is {why_unseen(unseen[0])} ({where(unseen[0].evidence)})."
            return failed(message, unseen)
        return cant_tell("no_link", f"No link to {case.called} was found that could be judged.")

    def _faults(self, case: Case, lead: Lead) -> Iterator[str]:
        for rel in self.rel_forbidden:
            if rel.lower() in {word.lower() for word in lead.link.rel}:
                yield f"is marked rel={rel}"
        at = address.parse(lead.link.href, case.scene.base)
        if self.direct and not _is_direct(lead):
            yield "goes through another site"
        for ending in self.no_extension:
            if at and at.path.lower().endswith("." + ending.lower().lstrip(".")):
                yield f"leads to a .{ending.lstrip('.')} file"


def _is_direct(lead: Lead) -> bool:
    """True where the address as written is where it leads, and no redirector's or archive's with that address inside."""
    written = urlsplit("".join(lead.link.href.split())).netloc
    return written.lower() in {"", urlsplit(lead.address.url).netloc.lower()}
