"""How the web is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from checker.documents.document import DEFAULT_MAX_BYTES, Document
from checker.errors import TargetError

if TYPE_CHECKING:
    from checker.documents.web.guard import Resolve
    from checker.documents.web.transport import Wire

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


class Recorder(Protocol):
    """Keeps what went over the network. Any thread may come; logins are not kept."""

    def exchange(self, url: str, wire: Wire, *, cut: bool) -> None:
        """A request and what was received; `cut` where not all of it was."""

    def failed(self, url: str, error: TargetError) -> None:
        """A request that had no answer."""

    def rendered(self, url: str, content: bytes) -> None:
        """A page as its scripts made it, in UTF-8."""

    def not_rendered(self, url: str, error: TargetError) -> None:
        """A page that could not be rendered."""

    def read(self, document: Document) -> None:
        """A file, or standard input."""

    def unread(self, name: str, error: TargetError) -> None:
        """A file that could not be read."""


class Evidence(Protocol):
    """What such a recorder kept, as it was. Each method raises EvidenceError for what it did not keep, and what it saw fail fails again."""

    def received(self, url: str) -> bytes:
        """What a request received."""

    def rendering(self, url: str) -> bytes:
        """A page as its scripts made it."""

    def document(self, name: str) -> Document:
        """A file."""


def _nothing(_url: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Settings:
    """All of it. `cache` is a folder, or None for no cache; `offline` answers from it alone; `jobs` is how many hosts at once.

    `avoids` tells the addresses that must never be requested: a page counter would count a reader. `resolve` finds a host's IP addresses
    in place of the system's resolver.
    `counts` tells, of a page, the addresses by which others count its readers: a browser that shows it asks for none of them.
    `renders` lets a browser run the pages' scripts. `recorder` keeps what is fetched, and with `evidence` nothing is: all comes from there.
    """

    limits: Limits = field(default_factory=Limits)
    pace: Pace = field(default_factory=Pace)
    jobs: int = JOBS
    cache: Path | None = None
    offline: bool = False
    avoids: Callable[[str], bool] = lambda _: False
    counts: Callable[[Document], Callable[[str], bool]] = lambda _: _nothing
    resolve: Resolve | None = None
    renders: bool = False
    recorder: Recorder | None = None
    evidence: Evidence | None = None
