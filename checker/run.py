"""Targets -> report: every target is in it, and one that cannot be read never stops the rest.

Files are judged first, many of them on many processors; then pages of the web, many hosts at once. Each page is told of as soon as it
is done, and the report has them in the order of the targets.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from checker import interruptions
from checker.documents import files
from checker.documents.document import Document
from checker.documents.files import Selection
from checker.documents.web.answer import without_login
from checker.documents.web.settings import Settings
from checker.errors import TargetError
from checker.model import PageOutcome, PageReport, Report

if TYPE_CHECKING:
    from checker.documents.listing import Listing
    from checker.live import Audit, Live

Judge = Callable[[Document], PageReport]
INTERNAL = "internal"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
Place = tuple[int, ...]
"""Where a page stands in the report: the number of its target, then its number in the list that the target is, and so on."""
_MANY = 40
"""Files: of fewer, one process is done before further ones have begun."""
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
    """How targets are gone through: which files of folders, how the web is asked, and whether links back are followed and originals
    fetched.

    `skips` are targets that are done already, `wanted` says of a file whether it is looked at, and `finish` has the last word on each
    page. `jobs` is how many processes judge files, where there are many.
    """

    selection: Selection = field(default_factory=Selection)
    settings: Settings = field(default_factory=Settings)
    follows: bool = False
    skips: frozenset[str] = frozenset()
    watch: Watch = field(default_factory=Watch)
    wanted: Callable[[str], bool] = bool
    finish: Callable[[PageReport], PageReport] = field(default=lambda page: page)
    jobs: int = 1


def run(targets: Iterable[str], plan: Plan, judge: Judge, audit: Audit | None = None) -> Report:
    """The report on some targets, in their order; a page that two of them name is checked once. Ctrl-C ends it with what is done."""
    going = _Run(plan, judge, audit)
    interrupted = False
    try:
        for number, target in enumerate(targets):
            going.take((number,), target)
        going.judge()
        going.visit()
    except KeyboardInterrupt:
        interrupted = True
    return Report(going.pages(), datetime.now(UTC).replace(microsecond=0), interrupted)


def sealed(judge: Judge) -> Judge:
    """The same, and its reports have the digest of what was judged."""
    import hashlib  # noqa: PLC0415  (its library is large)

    def judged(document: Document) -> PageReport:
        told = hashlib.sha256(document.content).hexdigest()
        return replace(judge(document), digest=f"sha256:{told}")

    return judged


def failed(target: str, code: str, message: str) -> PageReport:
    """The report on a target that could not be read."""
    return PageReport(target, PageOutcome.ERROR, error_code=code, error_message=message)


def is_address(target: str) -> bool:
    """True for an address, and for no file; one that is not of the web is told of as that, where it is visited."""
    return _SCHEME.match(target) is not None


class _Run:
    def __init__(self, plan: Plan, judge: Judge, audit: Audit | None) -> None:
        self._plan, self._judge, self._audit = plan, judge, audit
        self._lock = threading.Lock()
        self._real = lru_cache(maxsize=1024)(_real)
        self._seen = set(map(self._identity, plan.skips))
        self._pages: dict[Place, PageReport] = {}
        self._lists: dict[Place, str] = {}
        self._live: Live | None = None
        self._files: list[tuple[Place, str]] = []

    def pages(self) -> tuple[PageReport, ...]:
        """What is done, in the order of the targets."""
        with self._lock:
            return tuple(page for _, page in sorted(self._pages.items(), key=lambda each: each[0]))

    def take(self, place: Place, target: str) -> None:
        """A target of the call: pages in files wait for `judge`, addresses for `visit`."""
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
            self._lost((*place, number + 1), target, error)
        except Exception as error:
            self.fault((*place, number + 1), target, error)

    def judge(self) -> None:
        """Judges the pages in files."""
        self._plan.watch.found(len(self._files))
        read = Reading(self._judge, self._plan.selection.max_bytes)
        if self._plan.jobs > 1 and len(self._files) >= _MANY:
            from checker.processes import Workers  # noqa: PLC0415  (few files need no further process)

            done = Workers(self._plan.jobs, partial(_itself, read)).map(name for _, name in self._files)
        else:
            done = ((name, read(name)) for _, name in self._files)
        for (place, _), (name, page) in zip(self._files, done, strict=True):
            if isinstance(page, Exception):
                self.fault(place, name, page)
            else:
                self.done(place, page)

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
        with interruptions.held_back():  # else it might count as done and not be told of
            with self._lock:
                if place in self._pages:
                    return
                self._pages[place] = page
            self._plan.watch.done(page)

    def fault(self, place: Place, target: str, error: Exception) -> None:
        """A page could not be judged by a fault of the program's."""
        self.done(place, _at_fault(target, error))

    def listed(self, place: Place, target: str, found: Listing) -> None:
        """A target is a list: of pages, or of further lists."""
        with self._lock:
            self._lists[place] = target
            above = {self._lists.get(place[:depth]) for depth in range(1, len(place) + 1)}
        urls = found.lists + found.pages if len(place) < _DEEPEST else ()
        for number, url in enumerate(urls):
            self._wait((*place, number), url)
        if above.issuperset(urls):
            said = "a list that names only itself, or the one that it is in" if urls else "a list that names no pages"
            self._lost(place, target, TargetError(said, "empty_list"))
        elif found.cut:
            said = f"too long a list; {len(urls)} of its pages are here"
            self._lost((*place, len(urls)), target, TargetError(said, "list_cut"))

    def _file(self, place: Place, name: str) -> None:
        """A file: one that is called a page waits for `judge`; any other may be an archive or a list of pages, too.

        What is audited goes to the network, and what is recorded is read here.
        """
        recorder = self._plan.settings.recorder
        if files.is_page(name) and not (self._audit or recorder):
            self._files.append((place, name))
            return
        try:
            if files.is_archive(name):
                self._archive(place, name)
                return
            document = files.read(name, self._plan.selection.max_bytes)
            if found := _list_in(document):
                # No verdict rests on a list, and its addresses may have logins: it is not kept as evidence.
                self.listed(place, name, found)
                return
            if recorder:
                recorder.read(document)
            self._plan.watch.found(1)
            if self._audit:
                self._web().judge(place, document)
            else:
                self.done(place, self._judge(document))
        except TargetError as error:
            self._lost(place, name, error)
        except Exception as error:
            self.fault(place, name, error)

    def _lost(self, place: Place, name: str, error: TargetError) -> None:
        """A file, a folder or a list could not be read, or not whole."""
        recorder = self._plan.settings.recorder
        if recorder and not is_address(name):
            recorder.unread(name, error)
        self.done(place, failed(name, error.code, str(error)))

    def _archive(self, place: Place, name: str) -> None:
        """A web archive: each record that holds a page is one."""
        from checker.scan import rows  # noqa: PLC0415  (few targets are)

        asked = rows.Asked(self._judge, True, self._plan.selection.max_bytes)
        for number, page in enumerate(rows.pages(name, asked)):
            if page.target == name or self._is_new(page.target):
                self._plan.watch.found(1)
                self.done((*place, number), page)

    def _wait(self, place: Place, url: str) -> None:
        if not self._is_new(url):
            return
        self._plan.watch.found(1)
        self._web().add(place, url)

    def _web(self) -> Live:
        if self._live is None:
            from checker.live import Live  # noqa: PLC0415  (slow to import; files need no network)

            self._live = Live(self._plan.settings, self._judge, self, self._audit)
        return self._live

    def _is_new(self, name: str) -> bool:
        same = self._identity(name)
        with self._lock:
            new = same not in self._seen
            self._seen.add(same)
        return new

    def _identity(self, name: str) -> str:
        """What two names of one page have in common: of a file, its folder as it really is. A link to a page is a page of its own.

        An address is compared as reports have it, without its login, and without the place on its page.
        """
        if name == "-":
            return name
        if is_address(name):
            return without_login(name).partition("#")[0]
        folder, last = os.path.split(name)
        return os.path.join(self._real(folder), last)


def _at_fault(target: str, error: Exception) -> PageReport:
    return failed(target, INTERNAL, f"{type(error).__name__}: {error}")


def _real(folder: str) -> str:
    try:
        return os.path.realpath(folder)
    except (OSError, ValueError):
        return folder


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads files, each of which is a page, and judges them."""

    judge: Judge
    max_bytes: int

    def __call__(self, name: str) -> PageReport:
        """The report on a file."""
        try:
            return self.judge(files.read(name, self.max_bytes))
        except TargetError as error:
            return failed(name, error.code, str(error))
        except Exception as error:
            return failed(name, INTERNAL, f"{type(error).__name__}: {error}")


def _itself(reading: Reading) -> Reading:
    return reading


def _list_in(document: Document) -> Listing | None:
    """The list in a file."""
    from checker.documents import listing  # noqa: PLC0415  (few files are)

    return listing.read(document.content, text=True)
