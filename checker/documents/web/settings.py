"""How the web is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from checker.documents.document import DEFAULT_MAX_BYTES
from checker.documents.web.guard import Resolve, resolve

JOBS = 16


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may cost: bytes, and seconds for all of it. `private` admits addresses of private networks."""

    max_bytes: int = DEFAULT_MAX_BYTES
    seconds: float = 30.0
    private: bool = False


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast: the seconds between two requests to one host, how often a failed one is made again, and the first wait before that."""

    delay: float = 1.0
    retries: int = 2
    backoff: float = 1.0


@dataclass(frozen=True, slots=True)
class Settings:
    """All of it. `cache` is a folder, or None for no cache; `offline` answers from it alone; `jobs` is how many hosts at once.

    `avoids` tells the addresses that must never be requested: a page counter would count a reader. `resolve` finds a host's IP addresses.
    """

    limits: Limits = field(default_factory=Limits)
    pace: Pace = field(default_factory=Pace)
    jobs: int = JOBS
    cache: Path | None = None
    offline: bool = False
    avoids: Callable[[str], bool] = lambda _: False
    resolve: Resolve = resolve
