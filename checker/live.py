"""Pages of the web: fetched many hosts at once, judged, and with `follows` their links back followed.

The network is asked here, and what it says is judged in `liveness/`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from checker.documents import listing
from checker.documents.document import Document, Media
from checker.documents.listing import Listing
from checker.documents.once import Once
from checker.documents.web import documented, replay
from checker.documents.web.answer import Answer, without_login
from checker.documents.web.errands import Errands
from checker.documents.web.settings import Settings
from checker.errors import TargetError
from checker.liveness import absent, landing, rendering, settle, signals
from checker.liveness.landing import Reached
from checker.model import Kind, Landing, PageReport
from checker.page import read

Place = tuple[int, ...]


class Desk(Protocol):
    """Where the results go. Any thread may come."""

    def done(self, place: Place, page: PageReport) -> None:
        """A page is done."""

    def fault(self, place: Place, target: str, error: Exception) -> None:
        """A page could not be judged by a fault of the program's."""

    def listed(self, place: Place, target: str, found: Listing) -> None:
        """What was thought a page is a list of pages."""


class Live:
    """The pages of the web in one run."""

    def __init__(
        self, settings: Settings, judge: Callable[[Document], PageReport], desk: Desk, *, follows: bool
    ) -> None:
        self._judge, self._desk, self._follows = judge, desk, follows
        self._renders, self._max_bytes = settings.renders, settings.limits.max_bytes
        self._web = replay.web(settings)
        self._errands = Errands(settings.jobs, self._web.ready_at)
        self._reached = Once(self._reach)

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
        plain = answer.media_type == "text/plain"
        found = listing.read(answer.content, answer.url, text=plain) if answer.status == 200 else None
        if found:
            self._desk.listed(place, answer.asked, replace(found, cut=found.cut or answer.truncated))
            return
        document = documented.document(answer)
        report = absent.judged(self._judge(document))
        if self._renders and document.media is Media.HTML:
            document, report = self._rendered(answer, document, report)
        if self._follows and report.error_code is None:
            self._follow(place, _with_signals(report, document))
        else:
            self._desk.done(place, report)

    def _rendered(self, answer: Answer, document: Document, plain: PageReport) -> tuple[Document, PageReport]:
        """The page as its scripts make it, and the report on it."""
        try:
            content = self._web.render(answer)
        except TargetError as error:
            return document, rendering.unrendered(plain, error)
        shown = documented.rendered(document, content, self._max_bytes)
        seen = rendering.Seen(read.read(shown), absent.judged(self._judge(shown)))
        return shown, rendering.settled(rendering.Seen(read.read(document), plain), seen)

    def _follow(self, place: Place, report: PageReport) -> None:
        """Sends for all links back at once; whichever comes home last settles the page."""
        links = settle.links_back(report)
        landings: dict[str, Landing] = {}
        lock = threading.Lock()

        def land(href: str, url: str) -> None:
            found = landing.landing(href, url, self._reached(url), report.article.title)
            with lock:
                landings[href] = found
                last = len(landings) == len(links)
            if last:
                self._desk.done(place, settle.settled(report, [landings[each] for each in links]))

        if not links:
            self._desk.done(place, report)
        for href, url in links.items():
            self._send(place, report.target, url, partial(land, href, url))

    def _reach(self, url: str) -> Reached:
        try:
            return landing.reached(self._web.get(url))
        except TargetError as error:
            return landing.unreached(url, error)


def _with_signals(report: PageReport, document: Document) -> PageReport:
    if not any(ack.kind is Kind.CANONICAL_LINK for ack in report.acknowledgements):
        return report
    return replace(report, findings=report.findings + signals.signals(report, read.read(document)))
