"""A value that is worked out once a key, however many threads ask for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

V = TypeVar("V")


class Once(Generic[V]):
    """Remembers what a function gave for a text. A second thread that asks meanwhile waits; what raises is asked again.

    With `most`, the oldest of more values is forgotten.
    """

    def __init__(self, make: Callable[[str], V], most: int | None = None) -> None:
        self._make, self._most = make, most
        self._lock = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._values: dict[str, V] = {}

    def __call__(self, key: str) -> V:
        """The value for a text."""
        with self._lock:
            own = self._locks.setdefault(key, threading.Lock())
        with own:
            with suppress(KeyError):
                return self._values[key]
            value = self._make(key)
            self._keep(key, value)
            return value

    def knows(self, key: str) -> bool:
        """True where the value is there already."""
        return key in self._values

    def _keep(self, key: str, value: V) -> None:
        with self._lock:
            self._values[key] = value
            if self._most is not None and len(self._values) > self._most:
                oldest = next(iter(self._values))
                del self._values[oldest]
                self._locks.pop(oldest, None)
