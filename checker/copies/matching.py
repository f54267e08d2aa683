"""A page -> the report on it as a copy of one of given articles: whose text it has, and what it owes for that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.copies import uncredited
from checker.copies.shelf import LEAST, Found, Shelf, Sought
from checker.judging import Judging
from checker.model import Match, PageOutcome, PageReport, Recognition
from checker.page import address, read
from checker.page.identity import same_page
from checker.terms.library import packaged

if TYPE_CHECKING:
    from checker.documents.document import Document
    from checker.page.page import Page

_NOTHING = "it has no text of the given originals"
_OWN = "it is the original itself, or stands on the site of its publisher"
_LONGEST = 5_000_000
"""Characters of a page, ten novels: memory stays flat whatever a page has."""
_UNREAD = "it has no text of the given originals, as far as it could be read"


@dataclass(frozen=True)
class Matching:
    """Judges those pages that hold text of some articles, beside the article of which they hold most; `least` is the share that counts."""

    judging: Judging
    sought: Sequence[Sought]
    least: float = LEAST

    @cached_property
    def shelf(self) -> Shelf:
        """The articles by their text."""
        profiles = (self.judging.library or packaged()).profiles
        return Shelf(self.sought, (notice.text for profile in profiles for notice in profile.notices))

    @property
    def is_needed(self) -> bool:
        """False where there is no article to look for."""
        return len(self.shelf.unknowable) < len(self.sought)

    def __call__(self, document: Document) -> PageReport:
        """The report on a document."""
        question = self.judging.asks(document)
        page = _told_if_long(read.read(document, question.site))
        found = self.found(page)
        taken = [each for each in found if not self._is_own(page, each.sought)]
        if not taken:
            return _report(page, _OWN if found else _NOTHING)
        asked = replace(question, original=None, shown=taken[0].sought.original, matched=True)
        report = uncredited.blamed(self.judging.engine.check(document, asked))
        reasons = (*map(_said, taken), *report.recognition.reasons)
        recognition = replace(report.recognition, reasons=reasons)
        return replace(report, recognition=recognition, matches=tuple(map(_match, taken)))

    def found(self, page: Page) -> Sequence[Found]:
        """The articles of which a page has text, whosever it is; the one with most words first."""
        return self.shelf.find(_texts(page), self.least)

    def _is_own(self, page: Page, sought: Sought) -> bool:
        """True for the original itself, and for a page of its publisher's. Another's mirror has the same bytes, and another address."""
        here, there = page.document.url, sought.original.url
        if here and there:
            return same_page(here, there) or self._is_at_home(here, there)
        # A canonical address may be another's; what a saved page says of itself in `og:url` is its own.
        saved = there is not None and same_page(page.meta("og:url") or "", there)
        return saved or page.document.target == sought.target or _digest(page.document) == sought.digest

    def _is_at_home(self, url: str, original: str) -> bool:
        engine = self.judging.engine
        one, other = (engine.recogniser.publisher_of(each, None) for each in (url, original))
        hosts = [found.domain for each in (url, original) if (found := address.parse(each))]
        return one == other or len(set(hosts)) == 1

    def __reduce__(self) -> tuple[Any, ...]:
        return Matching, (self.judging, self.sought, self.least)


def sought(document: Document, judging: Judging) -> Sought:
    """The article that a document shows, to be looked for."""
    return Sought(document.target, _digest(document), judging.engine.original_of(document))


def _digest(document: Document) -> str:
    return hashlib.sha256(document.content).hexdigest()


def _texts(page: Page) -> Iterator[str]:
    """All that readers see where the page's article stands, as far as it is looked at."""
    left = _LONGEST
    for block in page.visible:
        if block.region.carries_credits:
            yield block.text[:left]
            left = max(0, left - len(block.text))


def _told_if_long(page: Page) -> Page:
    """The page, told as not read whole where it has more text than is looked at."""
    is_long = sum(len(block.text) for block in page.visible) > _LONGEST
    return replace(page, incomplete=page.incomplete or "too_many") if is_long else page


def _report(page: Page, reason: str) -> PageReport:
    """The report on a page that is no copy; of one that could not be read whole that is not sure."""
    document = page.document
    if page.incomplete and reason is _NOTHING:
        recognition, outcome = Recognition(None, reasons=(_UNREAD,)), PageOutcome.NEEDS_REVIEW
    else:
        recognition, outcome = Recognition(False, reasons=(reason,)), PageOutcome.NOT_REPUBLISHED
    return PageReport(document.target, outcome, document.url, recognition, incomplete=page.incomplete)


def _match(found: Found) -> Match:
    sought = found.sought
    return Match(sought.target, sought.original.url, round(found.words), found.of_original, found.of_page)


def _said(found: Found) -> str:
    return f"it has {found.of_original:.0%} of the words of {found.sought.target}, which are {found.of_page:.0%} of its own"
