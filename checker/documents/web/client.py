"""The web as a program with manners sees it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from functools import partial
from types import TracebackType

from checker.documents.document import Document
from checker.documents.web.answer import Answer, host_of, login_of, without_login
from checker.documents.web.cache import Cache, conditions
from checker.documents.web.fetching import Fetcher, follow, require_web
from checker.documents.web.guard import Guard, resolve
from checker.documents.web.manners import Robots, Turns, longer, patiently
from checker.documents.web.rendering import Browser
from checker.documents.web.settings import Settings
from checker.errors import TargetError


class Web:
    """Fetches pages: robots.txt is obeyed, hosts get their time, what has not changed is not sent again. Any thread may ask."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._cache = Cache(settings.cache) if settings.cache else None
        guard = Guard(settings.limits.private, settings.resolve or resolve)
        self._fetcher = Fetcher(settings.limits, guard, settings.recorder)
        self._turns = Turns(settings.pace.delay)
        # Who reads robots.txt first has asked for one page, not for two.
        self._robots = Robots(lambda url: follow(url, lambda each: self._asked(each, pause=False)))
        self._browser: Browser | None = None
        self._starting = threading.Lock()

    def __enter__(self) -> Web:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # After Ctrl-C pages are still at work in it, and it ends with the program.
        if self._browser and not error:
            self._browser.close()
        self._fetcher.__exit__(kind, error, trace)

    def get(self, url: str) -> Answer:
        """The answer at the end of an address's redirects, whatever its status. Raises TargetError where there is none."""
        return follow(url, self._allowed)

    def forget(self, answer: Answer) -> None:
        """Keeps an answer no longer, nor the redirects to it: its page showed that something else stood in the page's place."""
        if self._cache and not self._settings.offline:
            for url in (*(hop.url for hop in answer.hops), answer.url):
                self._cache.forget(url)

    def render(self, answer: Answer, document: Document) -> bytes:
        """The page of an answer as its scripts make it, as HTML in UTF-8. Raises TargetError, and UsageError where no browser is."""
        recorder = self._settings.recorder
        try:
            content = self._started().render(answer, self._settings.counts(document))
        except TargetError as error:
            if recorder:
                recorder.not_rendered(answer.url, error)
            raise
        if recorder:
            recorder.rendered(answer.url, content)
        return content

    def ready_at(self, url: str) -> float:
        """When the host of an address may be asked again, on the monotonic clock."""
        return self._turns.ready_at(host_of(url))

    def _started(self) -> Browser:
        """The browser, started by whoever needs it first."""
        with self._starting:
            if self._browser is None:
                limits = self._settings.limits
                self._browser = Browser(self._part, limits.seconds, limits.max_bytes)
            return self._browser

    def _part(self, url: str, headers: Mapping[str, str], seconds: float) -> Answer:
        """What a page in the browser asks for: at once, for its reader waits."""

        def once(at: str) -> Answer:
            require_allowed(at, self._settings.avoids)
            if self._settings.offline:
                raise TargetError(f"{at}: not fetched, for the call says --offline", "offline")
            self._robots.of(at).require(at)
            return self._fetcher.once(at, headers, seconds=seconds)

        return follow(url, once)

    def _allowed(self, url: str) -> Answer:
        """One request, if robots.txt allows it."""
        require_allowed(url, self._settings.avoids)
        if self._settings.offline:
            return self._stored(url)
        rules = self._robots.of(url)
        rules.require(without_login(url))
        if rules.delay:
            self._turns.ask_for(host_of(url), rules.delay)
        return self._asked(url)

    def _stored(self, url: str) -> Answer:
        stored = self._cache.get(url) if self._cache else None
        if stored is None:
            raise TargetError(f"{without_login(url)}: not in the cache, and the call says --offline", "offline")
        return stored

    def _asked(self, url: str, *, pause: bool = True) -> Answer:
        """One request in the host's turn, made again after a while where the server is only busy."""
        host = host_of(url)
        self._require_welcome(url)

        def send() -> Answer:
            with self._turns.turn(host, pause=pause):
                self._require_welcome(url)  # what was heard in the turn before may be to leave the host alone
                answer = self._sent(url)
                self._turns.leave(host, longer(answer))
            return answer

        return patiently(send, self._settings.pace, partial(self._turns.hold, host))

    def _require_welcome(self, url: str) -> None:
        """Raises TargetError for a host that asked to be left alone for longer than a run can wait."""
        if not self._turns.is_left(host_of(url)):
            return
        error = TargetError(
            f"{without_login(url)}: its server asked before to be left alone for a while", "rate_limited"
        )
        if self._settings.recorder:
            self._settings.recorder.failed(url, error)
        raise error

    def _sent(self, url: str) -> Answer:
        """One request; a page that is in the cache is asked for only if it has changed. With a login, nothing is kept."""
        cache = None if login_of(url) else self._cache
        stored = cache.get(url) if cache else None
        answer = self._fetcher.once(url, conditions(stored))
        if cache and stored and answer.status == 304:
            return cache.confirm(url, stored, answer)
        if cache:
            cache.put(url, answer)
        return answer


def require_allowed(url: str, avoids: Callable[[str], bool]) -> None:
    """Raises TargetError for an address that is not one of the web, and for one that must never be requested."""
    require_web(url)
    if avoids(url):
        raise TargetError(f"{without_login(url)}: a page counter, which is never requested", "page_counter")
