"""A value that is worked out once a key, however many threads ask for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")


class Once(Generic[V]):
    """Remembers what a function gave for a text. A second thread that asks meanwhile waits; what raises is asked again."""

    def __init__(self, make: Callable[[str], V]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._values: dict[str, V] = {}

    def __call__(self, key: str) -> V:
        """The value for a text."""
        with self._lock:
            own = self._locks.setdefault(key, threading.Lock())
        with own:
            if key not in self._values:
                self._values[key] = self._make(key)
            return self._values[key]
