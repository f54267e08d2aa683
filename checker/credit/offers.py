"""What could be put into a page for a finding: snippets without a blank, fit for its source, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checker.credit import blanks
from checker.credit.snippets import author_snippet, canonical_snippet, notice_snippet, source_snippet
from checker.model import Article, Finding, Fix, Outcome, PageReport, Severity
from checker.page import address, templates
from checker.page.text import printable
from checker.question import Question

_NO_SNIPPET = {"page_counter": "counter_unknown"}
REFUSED = {
    "not_insertable": "nothing that could be inserted meets it",
    "counter_unknown": "the whole address of the counter is not known",
    "original_elsewhere": "the address of --original is not on the publisher's site",
    "original_no_article": "the address of --original is no article's",
    "unsafe_text": "what would be inserted has characters that could deceive readers",
    **blanks.MISSING,
}
"""Why there is nothing to put in, in words."""


@dataclass(frozen=True, slots=True)
class Offers:
    """The snippets, the best first, or a key of REFUSED where there is none."""

    fixes: tuple[Fix, ...]
    reason: str = "not_insertable"


def offers(finding: Finding, report: PageReport, question: Question, *, mdx: bool) -> Offers:
    """What a finding offers, beside what meets it with other words that the terms ask for too."""
    if reason := _false_call(finding, question):
        return Offers((), reason)
    fixes: list[Fix] = []
    reason = _NO_SNIPPET.get(finding.type or "", "not_insertable")
    for offered in dict.fromkeys(_offered(finding, report)):
        published = question.shown.published if question.shown else None
        made, wrong = _fit(offered, published, mdx=mdx)
        fixes += [made] if made else []
        reason = wrong or reason
    return Offers(tuple(fixes), reason)


def _offered(finding: Finding, report: PageReport) -> Iterator[Fix]:
    types = (finding.type or "").split("+")
    if finding.fix:
        yield finding.fix
    elif types == ["canonical_link"]:
        yield canonical_snippet(report.article)
    if "link_to_original" in types:
        others = (each for each in report.findings if each.type == "link_anchor" and each.outcome is not Outcome.PASSED)
        yield from (each.fix for each in others if each.fix)
    # A credit that stands elsewhere is not moved; a second one in its place is put in only where the terms demand it.
    if finding.fix is None and finding.severity is Severity.ERROR:
        yield from _again(types, finding, report)


def _again(types: list[str], finding: Finding, report: PageReport) -> Iterator[Fix]:
    """A credit once more: the line as it stands on the page, or one of the kind whose place is asked for."""
    if types == ["credit_line"]:
        yield from (notice_snippet(each.text) for each in finding.evidence)
    elif types == ["credit_placement"]:
        yield from _credits(report)


def _credits(report: PageReport) -> Iterator[Fix]:
    publisher = report.recognition.publisher
    if publisher and (called := publisher.name or publisher.domain):
        yield source_snippet(called, report.article)
    yield author_snippet(Article(authors=report.article.authors))


def _false_call(finding: Finding, question: Question) -> str | None:
    """What in the call is false for this page: no page gets a line that leads elsewhere."""
    text = finding.fix.html if finding.fix else ""
    if blanks.blank_in(text) == "original_unknown" and question.original_url:
        return "original_elsewhere"
    if question.original and question.original in text.replace("&amp;", "&"):
        found = address.parse(question.original)
        return None if found and found.is_article else "original_no_article"
    return None


def _fit(offered: Fix, published: date | None, *, mdx: bool) -> tuple[Fix | None, str | None]:
    """A snippet fit for a page; None with the reason where it has a blank, or characters that nobody sees."""
    dated = blanks.dated(offered, published)
    if missing := blanks.blank_in(dated.html):
        return None, missing
    if any(printable(text) != text or len(text.splitlines()) != 1 for text in (dated.html, dated.markdown)):
        return None, "unsafe_text"
    return Fix(templates.inert(dated.html), templates.inert(dated.markdown, mdx=mdx)), None
