"""The web as the evidence of an earlier run has it."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from checker.documents.document import Document
from checker.documents.web.answer import Answer, without_login
from checker.documents.web.client import Web, require_allowed
from checker.documents.web.fetching import follow, heard
from checker.documents.web.manners import Robots
from checker.documents.web.settings import Evidence, Settings


class Replay:
    """What `Web` is for the network. It opens no connection and waits for nobody; what was not kept is an EvidenceError."""

    def __init__(self, evidence: Evidence, max_bytes: int, avoids: Callable[[str], bool]) -> None:
        self._evidence, self._max_bytes, self._avoids = evidence, max_bytes, avoids
        self._robots = Robots(lambda url: follow(url, self._heard))

    def __enter__(self) -> Replay:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is open."""

    def get(self, url: str) -> Answer:
        """The answer at the end of an address's redirects, as `Web.get` gave it."""
        return follow(url, self._allowed)

    def forget(self, _answer: Answer) -> None:
        """Nothing is kept."""

    def render(self, answer: Answer, _document: Document) -> bytes:
        """The page of an answer as its scripts made it."""
        return self._evidence.rendering(answer.url)

    def ready_at(self, _url: str) -> float:
        """At once."""
        return 0.0

    def _allowed(self, url: str) -> Answer:
        require_allowed(url, self._avoids)
        self._robots.of(url).require(without_login(url))
        return self._heard(url)

    def _heard(self, url: str) -> Answer:
        return heard(url, self._evidence.received(without_login(url)), self._max_bytes)


def web(settings: Settings) -> Web | Replay:
    """The web that settings speak of: the network, or what was kept of it."""
    if settings.evidence is None:
        return Web(settings)
    return Replay(settings.evidence, settings.limits.max_bytes, settings.avoids)
