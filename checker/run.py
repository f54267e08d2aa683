"""Targets -> report: every target is in it, and one that cannot be read never stops the rest.

Files are judged first, one after another; then pages of the web, many hosts at once. Each page is told of as soon as it is done, and
the report has them in the order of the targets.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from checker.documents import files
from checker.documents.document import Document
from checker.documents.files import Selection
from checker.documents.web.settings import Settings
from checker.errors import TargetError
from checker.model import PageOutcome, PageReport, Report

if TYPE_CHECKING:
    from checker.documents.listing import Listing
    from checker.live import Live

Judge = Callable[[Document], PageReport]
INTERNAL = "internal"
Place = tuple[int, ...]
"""Where a page stands in the report: the number of its target, then its number in the list that the target is, and so on."""
_DEEPEST = 5
"""A list of lists of lists: deeper than that, lists lead in a circle."""


class Watch:
    """Is told how a run goes on, by any thread. This one does nothing with it."""

    def found(self, count: int) -> None:
        """So many further pages are to be checked."""

    def done(self, page: PageReport) -> None:
        """A page is done."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How targets are gone through: which files of folders, how the web is asked, and whether links back are followed.

    `skips` are targets that are done already, `wanted` says of a file whether it is looked at, and `finish` has the last word on each
    page.
    """

    selection: Selection = field(default_factory=Selection)
    settings: Settings = field(default_factory=Settings)
    follows: bool = False
    skips: frozenset[str] = frozenset()
    watch: Watch = field(default_factory=Watch)
    wanted: Callable[[str], bool] = bool
    finish: Callable[[PageReport], PageReport] = field(default=lambda page: page)


def run(targets: Iterable[str], plan: Plan, judge: Judge) -> Report:
    """The report on some targets, in their order; a page that two of them name is checked once. Ctrl-C ends it with what is done."""
    going = _Run(plan, judge)
    interrupted = False
    try:
        for number, target in enumerate(targets):
            going.take((number,), target)
        going.visit()
    except KeyboardInterrupt:
        interrupted = True
        going.tell()
    return Report(going.pages(), datetime.now(UTC).replace(microsecond=0), interrupted)


def failed(target: str, code: str, message: str) -> PageReport:
    """The report on a target that could not be read."""
    return PageReport(target, PageOutcome.ERROR, error_code=code, error_message=message)


def is_address(target: str) -> bool:
    """True for a target on the web."""
    return target.lower().startswith(("http://", "https://"))


class _Run:
    def __init__(self, plan: Plan, judge: Judge) -> None:
        self._plan, self._judge = plan, judge
        self._lock = threading.Lock()
        self._real = lru_cache(maxsize=1024)(_real)
        self._seen = set(map(self._identity, plan.skips))
        self._pages: dict[Place, PageReport] = {}
        self._told: set[Place] = set()
        self._live: Live | None = None

    def pages(self) -> tuple[PageReport, ...]:
        """What is done, in the order of the targets."""
        with self._lock:
            return tuple(page for _, page in sorted(self._pages.items(), key=lambda each: each[0]))

    def take(self, place: Place, target: str) -> None:
        """A target of the call: files are judged here, addresses wait for `visit`."""
        if is_address(target):
            self._wait(place, target)
            return
        number = 0
        try:
            for name in files.expand(target, self._plan.selection):
                number += 1
                if self._is_new(name) and self._plan.wanted(name):
                    self._file((*place, number), name)
        except TargetError as error:
            self.done((*place, number + 1), failed(target, error.code, str(error)))
        except Exception as error:
            self.fault((*place, number + 1), target, error)

    def visit(self) -> None:
        """Visits the addresses."""
        if self._live:
            self._live.run()

    def done(self, place: Place, page: PageReport) -> None:
        """A page is done."""
        try:
            page = self._plan.finish(page)
        except Exception as error:
            page = _at_fault(page.target, error)
        with self._lock:
            if place in self._pages:
                return
            self._pages[place] = page
            if threading.current_thread() is not threading.main_thread():
                self._told.add(place)  # Ctrl-C never comes between here and the end
        self._plan.watch.done(page)
        with self._lock:
            self._told.add(place)

    def tell(self) -> None:
        """Tells of the page that was done when somebody stopped the run, if it was not yet told of."""
        with self._lock:
            untold = [page for place, page in self._pages.items() if place not in self._told]
        for page in untold:
            self._plan.watch.done(page)

    def fault(self, place: Place, target: str, error: Exception) -> None:
        """A page could not be judged by a fault of the program's."""
        self.done(place, _at_fault(target, error))

    def listed(self, place: Place, target: str, found: Listing) -> None:
        """A target is a list: of pages, or of further lists."""
        urls = found.lists + found.pages if len(place) < _DEEPEST else ()
        for number, url in enumerate(urls):
            self._wait((*place, number), url)
        if not urls:
            self.done(place, failed(target, "empty_list", "a list that names no pages"))
        elif found.cut:
            self.done(
                (*place, len(urls)), failed(target, "list_cut", f"too long a list; {len(urls)} of its pages are here")
            )

    def _file(self, place: Place, name: str) -> None:
        try:
            document = files.read(name, self._plan.selection.max_bytes)
            if found := _list_in(document):
                self.listed(place, name, found)
                return
            self._plan.watch.found(1)
            self.done(place, self._judge(document))
        except TargetError as error:
            self.done(place, failed(name, error.code, str(error)))
        except Exception as error:
            self.fault(place, name, error)

    def _wait(self, place: Place, url: str) -> None:
        if not self._is_new(urldefrag(url).url):
            return
        self._plan.watch.found(1)
        if self._live is None:
            from checker.live import Live  # noqa: PLC0415  (slow to import; files need no network)

            self._live = Live(self._plan.settings, self._judge, self, follows=self._plan.follows)
        self._live.add(place, url)

    def _is_new(self, name: str) -> bool:
        same = self._identity(name)
        with self._lock:
            new = same not in self._seen
            self._seen.add(same)
        return new

    def _identity(self, name: str) -> str:
        """What two names of one page have in common: of a file, its folder as it really is. A link to a page is a page of its own."""
        if name == "-" or is_address(name):
            return name
        folder, last = os.path.split(name)
        return os.path.join(self._real(folder), last)


def _at_fault(target: str, error: Exception) -> PageReport:
    return failed(target, INTERNAL, f"{type(error).__name__}: {error}")


def _real(folder: str) -> str:
    try:
        return os.path.realpath(folder)
    except (OSError, ValueError):
        return folder


def _list_in(document: Document) -> Listing | None:
    """The list in a file, unless its name says that it is a page."""
    if files.is_page(document.target):
        return None
    from checker.documents import listing  # noqa: PLC0415  (few files are)

    return listing.read(document.content, text=True)
