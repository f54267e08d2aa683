"""Where a link leads: to the original, or to what is left of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from checker.documents.web import documented
from checker.documents.web.answer import Answer, whole
from checker.errors import TargetError
from checker.model import End, Landing
from checker.page import address, read
from checker.page.address import Target
from checker.page.identity import same_page
from checker.page.page import Page
from checker.page.text import fold

_MIN_SHARED = 3
_AT_ONCE = 10
"""Seconds: a page that waits longer is read."""
_REFRESH = re.compile(
    r"\s*(?P<seconds>\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?(?P<url>[^\"']{1,2000})", re.IGNORECASE
)
_WORDS = re.compile(r"\w{2,}")
_ENDS: Mapping[str, End] = {
    "blocked": End.BLOCKED,
    "challenge": End.CHALLENGE,
    "consent_wall": End.CONSENT_WALL,
    "disallowed": End.DISALLOWED,
    "not_found": End.GONE,
    "offline": End.OFFLINE,
    "parked": End.PARKED,
    "rate_limited": End.RATE_LIMITED,
    "soft_404": End.SOFT_404,
}
"""By the code of an error, or by what stood in a page's place. Behind a paywall or an app the original still is where it was."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What was found behind an address: the same whichever page links there. `end` is set where that is told without the page.

    `missing` says, as the code of an error or as what stood in its place, why not all of a page's text was had; `onward` is where the page
    sends its readers by itself.
    """

    url: str
    end: End | None = None
    status: int | None = None
    redirects: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    canonical: str | None = None
    missing: str | None = None
    onward: str | None = None


def reached(answer: Answer) -> Reached:
    """What an answer shows."""
    redirects = tuple(hop.url for hop in answer.hops)
    found = Reached(answer.url, None, answer.status, redirects)
    try:
        document = documented.document(answer)
    except TargetError as error:
        return replace(found, end=_ENDS.get(error.code, _of_error(error)), missing=error.code)
    page = read.read(document)
    headings = [block.text for block in page.visible if block.element.tag == "h1"]
    canonical = next((each.value for each in page.relations if each.name == "canonical" and each.in_head), None)
    end = _ENDS.get(page.incomplete or "")
    titles = (page.title or "", *headings[:2])
    onward = _onward(page, answer.url)
    return replace(found, end=end, titles=titles, canonical=canonical, missing=page.incomplete, onward=onward)


def _onward(page: Page, url: str) -> str | None:
    """Where a `<meta http-equiv=refresh>` leads at once (HTML, "pragma directives"): a static site that moved has pages of it alone.

    In `<noscript>` it is for those who run no scripts.
    """
    for meta in page.metas:
        scriptless = any(True for _ in meta.element.iterancestors("noscript"))
        found = _REFRESH.match(meta.value) if meta.name == "refresh" and not scriptless else None
        if found and int(found["seconds"]) <= _AT_ONCE:
            onward = whole(url, found["url"].strip())
            return onward if address.parse(onward) and not same_page(onward, url) else None
    return None


def followed(passed: tuple[str, ...], found: Reached) -> Reached:
    """The same, reached through the pages at some addresses."""
    return replace(found, redirects=(*passed, *found.redirects))


def unreached(url: str, error: TargetError) -> Reached:
    """What an address without an answer shows."""
    return Reached(url, _ENDS.get(error.code, End.UNAVAILABLE), missing=error.code)


def landing(href: str, url: str, found: Reached, title: str | None) -> Landing:
    """Where a link of a page with some title leads; `url` is its whole address."""
    end = found.end or _end(url, found, title or "")
    return Landing(href, end, found.url, found.status, found.redirects)


def _of_error(error: TargetError) -> End | None:
    """A paywall that says so by its status is in front of the original; what is no page of text may be it, too."""
    if error.code == "not_html":
        return None
    return End.ORIGINAL if error.code == "paywall" else End.UNAVAILABLE


def _end(url: str, found: Reached, title: str) -> End:
    wanted, got = address.parse(url), address.parse(found.url)
    if got and got.target is Target.HOME:
        return End.HOME_PAGE
    if wanted is None or got is None or not found.redirects or _is_same(url, found):
        return End.ORIGINAL
    return End.ORIGINAL if _is_moved(wanted.path, got.path) or _is_alike(title, found.titles) else End.ANOTHER_PAGE


def _is_same(url: str, found: Reached) -> bool:
    return same_page(url, found.url) or (found.canonical is not None and same_page(url, found.canonical))


def _is_moved(old: str, new: str) -> bool:
    """True where a site rearranged its addresses and kept the article's own part of them."""
    last, now = (path.rstrip("/").rpartition("/")[2].lower() for path in (old, new))
    return len(last) >= 8 and last in now


def _is_alike(title: str, titles: tuple[str, ...]) -> bool:
    words = frozenset(_WORDS.findall(fold(title)))
    shared = max((len(words & frozenset(_WORDS.findall(fold(other)))) for other in titles), default=0)
    return shared >= _MIN_SHARED and shared * 5 >= len(words) * 3
