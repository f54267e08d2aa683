"""Where looks are kept while a report is made of them: in memory, or in a store that outlives the program."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol, Self

from checker.results.look import Look, looks
from checker.results.page import Page
from checker.results.read import Results, decoded


class Kept(AbstractContextManager["Kept"], Protocol):
    """Looks, and all that was said of each page."""

    def add(self, results: Results) -> bool:
        """Keeps the looks of one run; False where it has them already."""

    def looks(self) -> Iterator[Look]:
        """All looks, the oldest first."""

    def page(self, look: Look) -> Page:
        """All that was said of a page in one look."""


class InMemory:
    """The looks of this run alone."""

    def __init__(self) -> None:
        self._looks: list[Look] = []
        self._bodies: dict[str, bytes] = {}
        self._digests: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def add(self, results: Results) -> bool:
        """Keeps the looks of one run; False where it has them already."""
        if results.digest in self._digests:
            return False
        self._digests.add(results.digest)
        for look, raw in looks([results]):
            self._looks.append(look)
            self._bodies[look.digest] = zlib.compress(raw, 1)
        return True

    def looks(self) -> Iterator[Look]:
        """All looks, the oldest first."""
        yield from sorted(self._looks, key=lambda look: look.at)

    def page(self, look: Look) -> Page:
        """All that was said of a page in one look."""
        return decoded(zlib.decompress(self._bodies[look.digest]))
