"""Pages of the web: fetched many hosts at once and judged; in an audit also beside their originals, and their links back followed.

The network is asked here, and what it says is judged in `liveness/`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from checker.documents import listing
from checker.documents.document import Document, Media
from checker.documents.listing import Listing
from checker.documents.once import Once
from checker.documents.web import documented, replay
from checker.documents.web.answer import Answer, without_login
from checker.documents.web.errands import Errands
from checker.documents.web.settings import Settings
from checker.errors import TargetError
from checker.liveness import absent, landing, originals, rendering, settle, signals
from checker.liveness.originals import Look
from checker.model import Kind, Landing, PageReport
from checker.original.original import Original
from checker.page import address, read

if TYPE_CHECKING:
    from checker.question import Question

Place = tuple[int, ...]
_PLAIN = frozenset({"text/plain", "application/gzip", "application/x-gzip"})
"""How servers call a plain list of addresses, packed or not."""
_KEPT = 2000
"""So many addresses are remembered with what stands there; what was forgotten comes from the cache."""
_MOST_PASSED = 5
"""So many pages that only lead on are passed."""
_LARGE = 1024 * 1024
"""Pages of more bytes than this are read one at a time: each takes many times as much memory."""


class Desk(Protocol):
    """Where the results go. Any thread may come."""

    def done(self, place: Place, page: PageReport) -> None:
        """A page is done."""

    def fault(self, place: Place, target: str, error: Exception) -> None:
        """A page could not be judged by a fault of the program's."""

    def listed(self, place: Place, target: str, found: Listing) -> None:
        """What was thought a page is a list of pages."""


@dataclass(frozen=True, slots=True)
class Audit:
    """How pages are judged beside their originals: what the call asks of a page, how that is judged, and how an original is read."""

    asks: Callable[[Document], Question]
    judge: Callable[[Document, Question], PageReport]
    read: Callable[[Document], Original]


@dataclass(frozen=True, slots=True)
class Sight:
    """A page as readers see it. `scriptless` is what was fetched, where scripts made another page of it; `problem` says why none did."""

    document: Document
    scriptless: Document | None = None
    problem: TargetError | None = None

    def judged(self, judge: Callable[[Document], PageReport]) -> PageReport:
        """The report on it, with what scripts do to it."""
        report = absent.judged(judge(self.document), rendered=self.scriptless is not None)
        if self.problem:
            return rendering.unrendered(report, self.problem)
        if self.scriptless is None:
            return report
        plain = rendering.Seen(read.read(self.scriptless), absent.judged(judge(self.scriptless)))
        return rendering.settled(plain, rendering.Seen(read.read(self.document), report))


def _with_original(audit: Audit, original: Original, document: Document) -> PageReport:
    """The report on a page beside its original."""
    asked = audit.asks(document)
    return audit.judge(document, replace(asked, shown=original, fetched=asked.original is None))


class Live:
    """The pages of the web in one run; those on this machine too, where what they lead to is asked for."""

    def __init__(
        self, settings: Settings, judge: Callable[[Document], PageReport], desk: Desk, audit: Audit | None = None
    ) -> None:
        self._judge, self._desk, self._audit = judge, desk, audit
        self._renders, self._max_bytes = settings.renders, settings.limits.max_bytes
        self._web = replay.web(settings)
        self._errands = Errands(settings.jobs, self._web.ready_at)
        self._looks = Once(self._look, _KEPT)
        self._alone = threading.Lock()

    def add(self, place: Place, url: str) -> None:
        """A page, or a list of pages, that is to be visited."""
        self._send(place, url, url, partial(self._visit, place, url))

    def run(self) -> None:
        """Visits all, and what they lead to."""
        with self._web:
            self._errands.run()

    def _send(self, place: Place, target: str, url: str, errand: Callable[[], None]) -> None:
        """An errand for a page: whatever happens on it, the page is told of."""

        def guarded() -> None:
            try:
                errand()
            except TargetError as error:
                self._desk.done(place, absent.lost(without_login(target), error))
            except Exception as error:
                self._desk.fault(place, without_login(target), error)

        self._errands.add(url, guarded)

    def _visit(self, place: Place, url: str) -> None:
        answer = self._web.get(url)
        plain = answer.media_type in _PLAIN
        found = listing.read(answer.content, answer.url, text=plain) if answer.status == 200 else None
        if found:
            self._desk.listed(place, answer.asked, replace(found, cut=found.cut or answer.truncated))
            return
        sight = self._sight(answer, documented.document(answer))
        report = self._judged(sight)
        if report.incomplete in absent.INCONCLUSIVE:
            self._web.forget(answer)
        self._beside(place, sight, report)

    def _sight(self, answer: Answer, document: Document) -> Sight:
        """The page as readers see it: as its scripts make it, where a browser is asked to run them."""
        if not (self._renders and document.media is Media.HTML):
            return Sight(document)
        try:
            content = self._web.render(answer, document)
        except TargetError as error:
            return Sight(document, problem=error)
        return Sight(documented.rendered(document, content, self._max_bytes), scriptless=document)

    def judge(self, place: Place, document: Document) -> None:
        """Judges a page that was read; in an audit, beside its original."""
        sight = Sight(document)
        self._beside(place, sight, self._judged(sight))

    def _judged(self, sight: Sight) -> PageReport:
        with self._room(sight.document.content):
            return sight.judged(self._judge)

    def _beside(self, place: Place, sight: Sight, report: PageReport) -> None:
        """Sends for the original of a page, where there is one to compare it with."""
        if self._audit is None or report.error_code is not None:
            self._desk.done(place, report)
            return
        asked = self._audit.asks(sight.document)
        if asked.shown or not report.recognition.republished:
            self._follow(place, sight.document, report)
        elif url := asked.original or originals.address_of(report):
            self._with_look(place, report.target, url, partial(self._compare, place, sight, report, url))
        else:
            self._follow(place, sight.document, originals.nowhere(report))

    def _compare(self, place: Place, sight: Sight, report: PageReport, url: str) -> None:
        look = self._looks(url)
        found = originals.had(report, url, look)
        if found and self._audit:
            with self._room(sight.document.content):
                judged = sight.judged(partial(_with_original, self._audit, found))
            report = originals.explained(replace(judged, digest=report.digest))
        else:
            report = originals.missed(report, url, look)
        self._follow(place, sight.document, report)

    def _follow(self, place: Place, document: Document, report: PageReport) -> None:
        """Sends for all links back at once; whichever comes home last settles the page."""
        report = _with_signals(report, document)
        links = settle.links_back(report)
        landings: dict[str, Landing] = {}
        lock = threading.Lock()

        def land(href: str, url: str) -> None:
            found = landing.landing(href, url, self._looks(url).reached, report.article.title)
            with lock:
                landings[href] = originals.proved(report, url, found)
                last = len(landings) == len(links)
            if last:
                self._desk.done(place, settle.settled(report, [landings[each] for each in links]))

        if not links:
            self._desk.done(place, report)
        for href, url in links.items():
            self._with_look(place, report.target, url, partial(land, href, url))

    def _with_look(self, place: Place, target: str, url: str, errand: Callable[[], None]) -> None:
        """Does at once what needs no network any more, and sends for the rest."""
        if self._looks.knows(url):
            errand()
        else:
            self._send(place, target, url, errand)

    def _look(self, url: str) -> Look:
        """What stands at an address, or where the page there sends its readers by itself."""
        look, passed = self._stands_at(url), tuple[str, ...]()
        while look.reached.onward and len(passed) < _MOST_PASSED:
            passed = (*passed, *look.reached.redirects, look.reached.url)
            look = self._stands_at(look.reached.onward)
        return replace(look, reached=landing.followed(passed, look.reached)) if passed else look

    def _stands_at(self, url: str) -> Look:
        """The page at an address, read as an original at once, while it is there: most links back lead to one."""
        try:
            answer = self._web.get(url)
        except TargetError as error:
            return Look(landing.unreached(url, error))
        with self._room(answer.content):
            reached = landing.reached(answer)
            if reached.missing in absent.INCONCLUSIVE:
                self._web.forget(answer)
            wanted = self._audit and not reached.missing and _is_article(reached.url)
            return Look(reached, self._audit.read(documented.document(answer)) if wanted and self._audit else None)

    def _room(self, content: bytes) -> AbstractContextManager[object]:
        """Where a page may be read."""
        return self._alone if len(content) > _LARGE else nullcontext()


def _is_article(url: str) -> bool:
    found = address.parse(url)
    return found is not None and found.is_article


def _with_signals(report: PageReport, document: Document) -> PageReport:
    if not any(ack.kind is Kind.CANONICAL_LINK for ack in report.acknowledgements):
        return report
    return replace(report, findings=report.findings + signals.signals(report, read.read(document)))
