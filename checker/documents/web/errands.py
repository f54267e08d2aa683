"""Many hosts at once, each at its own pace: a slow one holds up nobody else's."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue

from checker.documents.web.answer import host_of

Errand = Callable[[], None]


class Errands:
    """What is to be fetched, host by host. An errand may add further ones; it must not raise."""

    def __init__(self, workers: int, ready_at: Callable[[str], float]) -> None:
        self._workers, self._ready_at = workers, ready_at
        self._changed = threading.Condition()
        self._over: SimpleQueue[None] = SimpleQueue()
        self._waiting: dict[str, deque[tuple[str, Errand]]] = {}
        self._busy: set[str] = set()
        self._open = 0

    def add(self, url: str, errand: Errand) -> None:
        """An errand to the host of an address."""
        with self._changed:
            self._waiting.setdefault(host_of(url), deque()).append((url, errand))
            self._open += 1
            self._changed.notify_all()

    def run(self) -> None:
        """Returns when all is done. Ctrl-C ends the waiting; the workers die with the program."""
        with self._changed:
            if not self._open:
                return
            for number in range(self._workers):
                threading.Thread(target=self._work, name=f"errands-{number}", daemon=True).start()
        # No condition is waited for here: Ctrl-C may come while that takes its lock again, and what it does not hold it cannot release.
        while self._open:
            # Without an end to the wait, Ctrl-C would not be heard on every system.
            with suppress(Empty):
                self._over.get(timeout=0.5)

    def _work(self) -> None:
        while found := self._next():
            host, errand = found
            try:
                errand()
            finally:
                self._finished(host)

    def _next(self) -> tuple[str, Errand] | None:
        """The errand of the host whose turn comes first, when it has come; None when all is done."""
        with self._changed:
            while self._open:
                host, ready = self._first()
                if host is not None and ready <= time.monotonic():
                    return host, self._taken(host)
                self._changed.wait(max(0.001, ready - time.monotonic()) if host is not None else None)
            return None

    def _first(self) -> tuple[str | None, float]:
        free = (host for host in self._waiting if host not in self._busy)
        ready, host = min(((self._ready_at(self._waiting[host][0][0]), host) for host in free), default=(0.0, None))
        return host, ready

    def _taken(self, host: str) -> Errand:
        _, errand = self._waiting[host].popleft()
        if not self._waiting[host]:
            del self._waiting[host]
        self._busy.add(host)
        return errand

    def _finished(self, host: str) -> None:
        with self._changed:
            self._busy.discard(host)
            self._open -= 1
            if not self._open:
                self._over.put(None)
            self._changed.notify_all()
