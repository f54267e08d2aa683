"""The page links back to the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.credit.snippets import link_snippet
from checker.model import Acknowledgement, Kind, Outcome
from checker.page import address
from checker.requirements.case import Case, Verdict, evidence_of, passed, where, why_unseen


@dataclass(frozen=True, slots=True)
class LinkToOriginal:
    """Asks for a link that readers can follow: to the `article` itself, or with `article_or_home` to the publisher's home page too."""

    target: Literal["article", "article_or_home"] = "article"

    def judge(self, case: Case) -> Verdict:
        """Passed where a usable link leads there; a link to another site's original cannot be judged from the page."""
        found = case.of(Kind.LINK_TO_ORIGINAL)
        homes = [ack for ack in case.of(Kind.LINK_TO_PUBLISHER) if ack.usable]
        usable = [ack for ack in found if ack.usable]
        right = [ack for ack in usable if _is_publishers(ack, case)]
        if right:
            return passed(f"The page links to the original: {right[0].evidence.href}", right)
        if homes and self.target == "article_or_home":
            return passed(f"The page links to the publisher's home page: {homes[0].evidence.href}", homes)
        fix = link_snippet(case.called, case.article)
        if usable:
            away = _host(usable[0])
            message = (
                f"The page links to an original at {away}, not to {case.called}'s; whether that will do cannot be told."
            )
            return Verdict(Outcome.CANT_TELL, message, evidence_of(usable), "another_original_linked", fix)
        bare = [ack for ack in found if ack.broken == "bare_url" and _is_publishers(ack, case)]
        if bare:
            message = f"The original's address is there without a link ({where(bare[0].evidence)}); some Markdown renderers make one of it."
            return Verdict(Outcome.CANT_TELL, message, evidence_of(bare), "renderer_decides", fix)
        # A link to a home page where the article is meant is said once, with the home pages.
        said = {(home.evidence.line, home.evidence.column) for home in homes}
        unusable = [
            ack for ack in found if ack.hidden_by != "metadata" and (ack.evidence.line, ack.evidence.column) not in said
        ]
        message = _message(case, unusable, homes)
        return Verdict(Outcome.FAILED, message, evidence_of([*unusable, *homes]), fix=fix)


def _is_publishers(ack: Acknowledgement, case: Case) -> bool:
    """True for a link into the publisher's site; any original's, where the publisher has no known domain or no rule pack."""
    if case.publisher.id is None or not case.domains:
        return True
    found = address.parse(ack.evidence.href or ack.evidence.text)
    return found is not None and any(address.is_within(found.host, domain) for domain in case.domains)


def _host(ack: Acknowledgement) -> str:
    found = address.parse(ack.evidence.href or "")
    return found.host if found else "an unknown place"


def _message(case: Case, unusable: list[Acknowledgement], homes: list[Acknowledgement]) -> str:
    """What is there instead of the link, each with its place."""
    said = [_said(ack) for ack in unusable[:3]]
    if homes:
        only = "the one real link" if len(homes) == 1 else f"{len(homes)} links"
        verb = "goes" if len(homes) == 1 else "go"
        said.append(
            f"{only} {verb} to the publisher's home page, {homes[0].evidence.href} ({where(homes[0].evidence)}), not to the article"
        )
    if not said:
        return f"Nothing on the page links to the original article at {case.called}."
    return f"No link leads to the original article: {'; '.join(said)}."


def _said(ack: Acknowledgement) -> str:
    words, place = f"“{ack.evidence.text}”", where(ack.evidence)
    if ack.hidden_by:
        return f"the link on {words} is {why_unseen(ack)} ({place})"
    if ack.broken == "dead_link":
        goes = f"goes to “{ack.evidence.href}”" if ack.evidence.href else "is empty"
        return f"the words {words} are there, but their link {goes} ({place})"
    if ack.broken in {"not_linked", "bare_url"}:
        return f"{words} is text without a link ({place})"
    return f"{words} leads to a home page ({place})"
