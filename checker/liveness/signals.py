"""What a page tells search engines: signals that contradict each other tell them nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from checker.acknowledgements.scene import MOST
from checker.documents.web.answer import whole
from checker.model import Acknowledgement, Clause, Evidence, Finding, Kind, Outcome, PageReport, Severity
from checker.page.identity import same_page
from checker.page.page import Page
from checker.requirements.types.noindex import kept_out

_CLAUSE = Clause(
    "Search engines can only go by signals that agree: one canonical address, in the head, and none beside noindex."
)


def signals(report: PageReport, page: Page) -> tuple[Finding, ...]:
    """A warning for each contradiction on a page that names another's page as its canonical address."""
    canonical = [ack for ack in report.acknowledgements if ack.kind is Kind.CANONICAL_LINK]
    counting = [ack for ack in canonical if ack.broken in {None, "contradicted"}]
    return tuple(_finding(message, evidence) for message, evidence in _contradictions(page, counting))


def _contradictions(page: Page, counting: list[Acknowledgement]) -> Iterator[tuple[str, list[Evidence]]]:
    named = [ack.evidence for ack in counting]
    if not named:
        return
    if shut := list(islice(kept_out(page), MOST)):
        yield (
            "The page names another's as its canonical address, and keeps search engines out, which then never read that.",
            [
                *named,
                *shut,
            ],
        )
    where = "The Link header" if (named[0].path or "").startswith("/header/") else "The head"
    others = [each for each in _in_head(page) if not same_page(each.href or "", named[0].href or "")]
    if others:
        yield (
            f"{where} names {named[0].href} as the canonical address, and the head {others[0].href}: search engines go by neither.",
            [named[0], *others],
        )
    elif any(ack.broken for ack in counting):
        yield (
            f"{where} names {named[0].href} as the canonical address, and the Link header another one: search engines go by neither.",
            named,
        )


def _in_head(page: Page) -> list[Evidence]:
    found = [each for each in page.relations if each.name == "canonical" and each.in_head and each.value.strip()][:MOST]
    base = page.base or page.document.url or ""
    return [
        page.element_evidence(each.element, each.value.strip(), whole(base, each.value.strip()), each.attribute)
        for each in found
    ]


def _finding(message: str, evidence: list[Evidence]) -> Finding:
    return Finding(
        "search_signals",
        Outcome.CANT_TELL,
        Severity.WARNING,
        message,
        _CLAUSE,
        tuple(evidence),
        reason="contradicted",
        type="search_signals",
    )
