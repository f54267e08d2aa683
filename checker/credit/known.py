"""What is known of an original beside what a report says: by the call, and by what a page has where no reader can use it."""

from __future__ import annotations

from dataclasses import replace

from checker.model import Acknowledgement, Kind, PageReport
from checker.page import address
from checker.page.host import name_key
from checker.question import Question


def completed(question: Question, report: PageReport) -> Question:
    """The question with the original's address and its authors, where the page tells them and the call does not."""
    original = question.original or (None if report.article.url or question.shown else _written_address(report))
    return replace(question, original=original, authors=_authors(report, question))


def is_contradicted(report: PageReport, question: Question) -> bool:
    """True where the call names somebody whom the page or the original, which name others, do not."""
    told = _keys(_told(report, question))
    return bool(told) and not _keys(question.authors) <= told


def _authors(report: PageReport, question: Question) -> tuple[str, ...]:
    """Who wrote the original: who the call names, unless that is contradicted; else whom the page names, be it out of sight."""
    if is_contradicted(report, question):
        return ()
    return question.authors or _told(report, question)


def _told(report: PageReport, question: Question) -> tuple[str, ...]:
    """The authors whom the original names, else those on whom all bylines and metadata of the page agree."""
    if question.shown and question.shown.authors:
        return question.shown.authors
    credits_ = [ack for ack in report.acknowledgements if ack.kind is Kind.AUTHOR_CREDIT and ack.names]
    if visible := [ack for ack in credits_ if ack.usable]:
        return tuple(dict.fromkeys(name for ack in visible for name in ack.names))
    return credits_[0].names if len({_keys(ack.names) for ack in credits_}) == 1 else ()


def _keys(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(name_key, names))


def _written_address(report: PageReport) -> str | None:
    """The one address of an article on the publisher's site that a credit has in words, without a link."""
    written = {url for ack in report.acknowledgements if (url := _article_in(ack))}
    domain = report.recognition.publisher.domain if report.recognition.publisher else None
    return next(iter(written)) if len(written) == 1 and domain and _is_at(next(iter(written)), domain) else None


def _article_in(ack: Acknowledgement) -> str | None:
    if ack.kind is not Kind.LINK_TO_ORIGINAL or ack.broken != "not_linked" or ack.hidden:
        return None
    text = ack.evidence.text
    found = address.parse(text if "://" in text else f"https://{text}")
    return found.url if found and found.is_article else None


def _is_at(url: str, domain: str) -> bool:
    found = address.parse(url)
    return found is not None and address.is_within(found.host, domain)
