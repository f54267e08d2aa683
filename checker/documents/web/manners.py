"""Manners: what robots.txt allows, each host's turn, and how long to wait where a server asks for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from protego import Protego

from checker.documents.once import Once
from checker.documents.web.answer import ROBOT, Answer
from checker.documents.web.settings import Pace
from checker.errors import TargetError

LONGEST_WAIT = 30.0
"""Seconds. A server that asks for more is left alone."""
_LARGEST_ROBOTS = 512 * 1024
_TOO_MANY = 429
_RETRIED = frozenset({_TOO_MANY, 502, 503, 504})


class Turns:
    """One request at a time to each host, and a pause between two."""

    def __init__(self, delay: float, sleep: Callable[[float], None] = time.sleep) -> None:
        self._delay, self._sleep = delay, sleep
        self._lock = threading.Lock()
        self._hosts: dict[str, threading.Lock] = {}
        self._ready: dict[str, float] = {}
        self._delays: dict[str, float] = {}
        self._left: dict[str, float] = {}

    def ready_at(self, host: str) -> float:
        """When the next request to a host may be made, on the monotonic clock; 0 where at once."""
        with self._lock:
            return self._ready.get(host, 0.0)

    def ask_for(self, host: str, delay: float) -> None:
        """A host's own delay (`Crawl-delay`), where it is the longer one."""
        with self._lock:
            self._delays[host] = min(max(delay, self._delay), LONGEST_WAIT)

    def hold(self, host: str, seconds: float) -> None:
        """Nothing goes to a host for some seconds."""
        with self._lock:
            self._ready[host] = max(self._ready.get(host, 0.0), time.monotonic() + seconds)

    def leave(self, host: str, seconds: float) -> None:
        """A host is left alone for so long at least; nobody waits for that. An answer that was under way asks for no less."""
        with self._lock:
            self._left[host] = max(self._left.get(host, 0.0), time.monotonic() + seconds)

    def is_left(self, host: str) -> bool:
        """True while a host is left alone."""
        with self._lock:
            return time.monotonic() < self._left.get(host, 0.0)

    @contextmanager
    def turn(self, host: str, *, pause: bool = True) -> Iterator[None]:
        """Waits for a host's turn, and holds it; the next one comes after the pause."""
        with self._lock:
            own = self._hosts.setdefault(host, threading.Lock())
        with own:
            if (wait := self.ready_at(host) - time.monotonic()) > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self.hold(host, self._delays.get(host, self._delay) if pause else 0.0)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site's robots.txt says; `problem` where that cannot be known."""

    robots: Protego | None = None
    problem: TargetError | None = None

    def require(self, url: str) -> None:
        """Raises TargetError where a page is not to be fetched."""
        if self.problem:
            raise TargetError(f"{url}: {self.problem}", self.problem.code)
        if self.robots and not self.robots.can_fetch(url, ROBOT):
            raise TargetError(f"{url}: the site's robots.txt asks not to fetch this page", "disallowed")

    @property
    def delay(self) -> float:
        """The pause that it asks for; 0 where it asks for none."""
        return float(self.robots.crawl_delay(ROBOT) or 0) if self.robots else 0.0


class Robots:
    """The robots.txt of each site, asked for once a run (RFC 9309): without one all is allowed; if it cannot be had, nothing is."""

    def __init__(self, get: Callable[[str], Answer]) -> None:
        self._get = get
        self._rules = Once(self._read)

    def of(self, url: str) -> Rules:
        """The rules for an address."""
        parts = urlsplit(url)
        return self._rules(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/robots.txt")

    def _read(self, url: str) -> Rules:
        try:
            answer = self._get(url)
        except TargetError as error:
            return Rules(problem=error)
        if answer.status == 200:
            return Rules(Protego.parse(answer.content[:_LARGEST_ROBOTS].decode("utf-8-sig", "replace")))
        if answer.status >= 500 or answer.status == _TOO_MANY:
            said = f"{url} answers {answer.status}, so whether this page may be fetched is not known"
            return Rules(problem=TargetError(said, "disallowed"))
        return Rules()


def patiently(send: Callable[[], Answer], pace: Pace, hold: Callable[[float], None]) -> Answer:
    """The answer to a request, made again after a while where the server is only busy or was not reached; `hold` keeps that while.

    Raises TargetError where there is none.
    """
    attempt = 0
    while True:
        try:
            answer = send()
            wait = wait_before_retry(answer, attempt, pace)
            if wait is None:
                return answer
        except TargetError as error:
            if error.code != "unreachable" or attempt >= min(1, pace.retries):
                raise
            wait = backoff(attempt, pace)
        hold(wait)
        attempt += 1


def wait_before_retry(answer: Answer, attempt: int, pace: Pace) -> float | None:
    """The seconds to wait before a request is made again; None where it should not be."""
    if answer.status not in _RETRIED or attempt >= pace.retries:
        return None
    wait = retry_after(answer.headers, datetime.now(UTC))
    wait = backoff(attempt, pace) if wait is None else wait
    return wait if wait <= LONGEST_WAIT else None


def longer(answer: Answer) -> float:
    """The seconds for which a server asks to be left alone, where that is too long to be waited for; else 0."""
    wait = retry_after(answer.headers, datetime.now(UTC)) if answer.status in _RETRIED else None
    return wait if wait is not None and wait > LONGEST_WAIT else 0.0


def backoff(attempt: int, pace: Pace) -> float:
    """How long to wait after a failure: twice as long each time."""
    return pace.backoff * float(2**attempt)


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds that a server asks to wait for, which it gives as a number or as a date; None where it does not say."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        asked = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, ((asked if asked.tzinfo else asked.replace(tzinfo=UTC)) - now).total_seconds())
