"""A page as its scripts make it: in a headless browser that is installed, by way of Playwright.

The browser itself reaches nothing. Each of its requests comes to this program, which fetches what scripts need as it fetches all else (no
private networks, no page counters, robots.txt, limits) and hands it over. What goes past that meets a proxy that is not there.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import threading
import time
from base64 import b64decode
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from checker.documents.web.answer import Answer
from checker.errors import CreditlineError, TargetError, UsageError

if TYPE_CHECKING:
    from playwright.async_api import Browser as Chromium
    from playwright.async_api import BrowserContext, Page, Playwright, Request, Route

Fetch = Callable[[str, Mapping[str, str], float], Answer]
VARIABLE = "CREDITLINE_BROWSER"
"""The environment variable that names the browser, where it is not found by one of its names."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_AT_ONCE = 4
_MOST_REQUESTS = 200
_SETTLING = 10.0
"""Seconds for a page that never comes to rest."""
_CLOSING = 5.0
_NEEDED = frozenset({"document", "script", "stylesheet", "xhr", "fetch"})
_PIXEL = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
"""What stands for each image: one that fails to load might be taken off the page, with its caption."""
_ASKED = frozenset({"accept", "origin", "referer"})
_OWN = frozenset({"connection", "content-encoding", "content-length", "keep-alive", "set-cookie", "transfer-encoding"})
"""Headers of the connection, of a packing that is undone, and cookies, which nobody keeps."""
_NOWHERE = "http://127.0.0.1:9"
_SWITCHES = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--dns-prefetch-disable",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


def find() -> str:
    """The path of an installed browser. Raises UsageError that says what to install."""
    if find_spec("playwright") is None:
        raise UsageError("--render needs Playwright: pip install 'creditline[render]'")
    names = [os.environ[VARIABLE]] if os.environ.get(VARIABLE) else _NAMES
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise UsageError(
            f"--render needs Chromium or Chrome, and there is none called {' or '.join(names)}; "
            f"install one (on Debian: apt install chromium), or name it in {VARIABLE}"
        )
    return found


class Browser:
    """A browser that is started when it is first needed, in a thread of its own. Any thread may ask.

    `fetch` has what a page asks for, given its address, some headers and the seconds that are left; a page takes no more than `seconds`
    and `most` bytes.
    """

    def __init__(self, fetch: Fetch, seconds: float, most: int) -> None:
        self._path = find()
        self._fetch, self._seconds, self._most = fetch, seconds, most
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._starting = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._chromium: Chromium | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="browser", daemon=True)
        self._thread.start()

    def render(self, answer: Answer, avoids: Callable[[str], bool]) -> bytes:
        """The page of an answer when its scripts have run, as HTML in UTF-8. Raises TargetError where it does not come to that.

        `avoids` tells the addresses that this page is not given.
        """
        return asyncio.run_coroutine_threadsafe(self._rendered(answer, avoids), self._loop).result()

    def close(self) -> None:
        """Ends the browser."""
        asyncio.run_coroutine_threadsafe(self._ended(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _rendered(self, answer: Answer, avoids: Callable[[str], bool]) -> bytes:
        from playwright.async_api import Error  # noqa: PLC0415  (an extra)

        async with self._places:
            try:
                # No cookies and no storage go from one page to the next.
                context = await (await self._started()).new_context(service_workers="block", accept_downloads=False)
                try:
                    async with asyncio.timeout(self._seconds):
                        visit = _Visit(answer, self._fetch, avoids, self._seconds, self._most)
                        return await visit.content(context)
                finally:
                    await _given_up(context.close())
            except TimeoutError as error:
                said = f"{answer.url}: its scripts do not come to an end within {self._seconds:g} seconds"
                raise TargetError(said, "timeout") from error
            except Error as error:
                raise TargetError(f"{answer.url}: the browser says: {_first_line(error)}", "not_rendered") from error

    async def _started(self) -> Chromium:
        from playwright.async_api import async_playwright  # noqa: PLC0415  (an extra)

        async with self._starting:
            if self._playwright is None:
                self._playwright = await async_playwright().start()
            if self._chromium is None or not self._chromium.is_connected():
                self._chromium = await self._playwright.chromium.launch(
                    executable_path=self._path,
                    args=list(_SWITCHES),
                    # Chromium has no sandbox for root.
                    chromium_sandbox=hasattr(os, "geteuid") and os.geteuid() != 0,
                    proxy={"server": _NOWHERE, "bypass": "<-loopback>"},
                )
            return self._chromium

    async def _ended(self) -> None:
        if self._chromium:
            await _given_up(self._chromium.close())
        if self._playwright:
            await _given_up(self._playwright.stop())
        # What pages asked for and nobody waits for any more.
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


class _Visit:
    """One page in the browser."""

    def __init__(self, answer: Answer, fetch: Fetch, avoids: Callable[[str], bool], seconds: float, most: int) -> None:
        self._answer, self._fetch, self._avoids, self._seconds, self._left = answer, fetch, avoids, seconds, most
        self._requests = 0
        self._end = time.monotonic() + seconds

    async def content(self, context: BrowserContext) -> bytes:
        """The page, when it has come to rest or has had its time."""
        from playwright.async_api import TimeoutError as Late  # noqa: PLC0415  (an extra)

        await context.route("**/*", self._routed)
        await context.route_web_socket("**/*", lambda socket: socket.close())
        page = await context.new_page()
        await page.goto(self._answer.url, wait_until="commit", timeout=0)
        with suppress(Late):
            await page.wait_for_load_state("load", timeout=self._seconds * 500)
        with suppress(Late):
            await page.wait_for_load_state("networkidle", timeout=min(_SETTLING, self._seconds / 4) * 1000)
        return (await _html(page)).encode("utf-8", "backslashreplace")

    async def _routed(self, route: Route, request: Request) -> None:
        """Hands over what a request is for, or ends it. Nothing of it may raise: nobody would hear."""
        from playwright.async_api import Error  # noqa: PLC0415  (an extra)

        self._requests += 1
        with suppress(Error):
            try:
                await route.fulfill(**await self._given(request))
            except (CreditlineError, Error):
                await route.abort("blockedbyclient")

    async def _given(self, request: Request) -> dict[str, Any]:
        if self._requests == 1:
            return _handed(self._answer)
        if request.resource_type == "image":
            return {"status": 200, "content_type": "image/gif", "body": _PIXEL}
        if request.is_navigation_request() and request.frame.parent_frame is None:
            # By HTTP, no content means that the page stays; one that is sent elsewhere is not the page under check.
            return {"status": 204}
        if not self._is_needed(request):
            raise TargetError(f"{request.url}: not needed", "not_rendered")
        asked = {name: value for name, value in request.headers.items() if name in _ASKED}
        seconds = max(0.1, self._end - time.monotonic())
        answer = await asyncio.to_thread(self._fetch, request.url, asked, seconds)
        self._left -= len(answer.content)
        return _handed(answer)

    def _is_needed(self, request: Request) -> bool:
        """Scripts, styles, data and frames, until there are too many; nothing that changes anything, or counts readers."""
        kind = request.resource_type in _NEEDED and request.method == "GET"
        return kind and self._requests <= _MOST_REQUESTS and self._left > 0 and not self._avoids(request.url)


def _handed(answer: Answer) -> dict[str, Any]:
    headers = {name: value for name, value in answer.headers.items() if name not in _OWN}
    return {"status": answer.status, "headers": headers, "body": answer.content}


async def _html(page: Page) -> str:
    from playwright.async_api import Error  # noqa: PLC0415  (an extra)

    while True:
        try:
            return await page.content()
        except Error as error:
            if "navigating" not in str(error):
                raise
            await asyncio.sleep(0.1)


async def _given_up(closing: Any) -> None:
    """Waits for an end, and not for long: what hangs dies with the browser."""
    from playwright.async_api import Error  # noqa: PLC0415  (an extra)

    with suppress(Error, TimeoutError):
        async with asyncio.timeout(_CLOSING):
            await closing


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:300]
