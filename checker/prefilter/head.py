"""What the head of a page says of its site, as far as the bytes tell it surely."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from checker.page import address
from checker.page.host import Host, name_key
from checker.prefilter.blocks import attributes, readable
from checker.prefilter.markup import Markup

_TAG = re.compile(rb"<((?i:meta|link|base))(?=[\s/])([^<>]*)>")
_TELLS = re.compile(
    rb"canonical|alternate|shortlink|//api\.w\.org|amphtml|pingback|search|og:|-name|-title|publisher|&"
)
"""What is in a tag that says whose site it is."""
_REFERENCE = re.compile(rb"<link\s[^<>]*&#")
_HREF = re.compile(rb"""<[aA]\s[^<>]*?\b[hH][rR][eE][fF]\s*=\s*["']?\s*((?:https?:)?//[^/?#\s"'<>]+)""")
_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher")
_CLAIMS = frozenset({"alternate", "shortlink", "https://api.w.org/", "amphtml", "pingback", "search"})
_MARKS = (" | ", " - ", " – ", " — ", " :: ", " » ")
UNKNOWN = Host("unknown.invalid", frozenset())
"""A site to which nothing belongs."""
_MANY, _MOST_BY_LINKS = 8, 4
"""So many links a site must have to be voted for by them, and so many votes they are at most."""


def leads_elsewhere(markup: Markup, url: str | None) -> bool:
    """True where the canonical address of a page may lead to another site, and where its relative links may."""
    if b"<base" in markup.low:
        return True
    if b"canonical" not in markup.low and not _REFERENCE.search(markup.low):
        return False
    tags = _tags(markup)
    domain = host(markup, url).domain
    found = [given.get("href", "") for name, given in tags if name == b"link" and "canonical" in _rels(given)]
    return any(at is not None and at.domain != domain for at in (address.parse(href, url) for href in found))


@lru_cache(maxsize=1)
def host(markup: Markup, url: str | None) -> Host:
    """The site of a page, with the domain and the names that it has for sure. Where nothing tells, nothing on the page belongs to it."""
    own = address.parse(url) if url else None
    domain = own.domain if own else None if url else _voted(markup, _tags(markup))
    return Host(domain or UNKNOWN.domain, frozenset(map(name_key, _names(markup, _tags(markup)))) - {""})


@lru_cache(maxsize=1)
def _tags(markup: Markup) -> list[tuple[bytes, dict[str, str]]]:
    low = markup.low
    end = low.find(b">", max(low.rfind(b"<meta"), low.rfind(b"<link"), low.rfind(b"<base")))
    found = (match for match in _TAG.finditer(markup.cut, 0, end + 1) if _TELLS.search(match[2].lower()))
    return [(match[1].lower(), attributes(match[2].decode("utf-8", "replace"))) for match in found]


def _voted(markup: Markup, tags: list[tuple[bytes, dict[str, str]]]) -> str | None:
    """The domain that the head speaks for, where no other has more votes by the links of the page."""
    votes: Counter[str] = Counter()
    for name, given in tags:
        for weight, href in _claims(name, given):
            if found := address.parse(href):
                votes[found.domain] += weight
    best = votes.most_common(1)
    if not best:
        return None
    domain, weight = best[0]
    others = {other: count for other, count in votes.items() if other != domain}
    if weight - max(others.values(), default=0) <= _MOST_BY_LINKS:
        others = dict.fromkeys(others, 0) | _by_links(markup, domain, others)
    # Of as many votes those of the head count more, for they come first.
    return (
        domain
        if all(weight > count or (weight == count and other not in votes) for other, count in others.items())
        else None
    )


def _by_links(markup: Markup, domain: str, votes: Mapping[str, int]) -> dict[str, int]:
    """The votes of other domains with those that the links of the page may give them."""
    counts: Counter[str] = Counter()
    for origin, count in Counter(_HREF.findall(markup.cut)).items():
        if found := address.parse(origin.decode("utf-8", "replace")):
            counts[found.domain] += count
    all_links = counts.total()
    return {
        other: votes.get(other, 0) + (0 if count < _MANY else 1 if count * 3 < all_links else _MOST_BY_LINKS)
        for other, count in {**dict.fromkeys(votes, 0), **counts}.items()
        if other != domain and (count >= _MANY or other in votes)
    }


def _claims(name: bytes, given: dict[str, str]) -> Iterator[tuple[int, str]]:
    """As `page/host.py` counts them."""
    if name == b"meta" and _meta_name(given) == "og:url":
        yield 3, given.get("content", "")
    for rel in _rels(given) if name == b"link" else ():
        if rel in _CLAIMS:
            yield 2, given.get("href", "")
        elif rel == "canonical":
            yield 1, given.get("href", "")


def _names(markup: Markup, tags: list[tuple[bytes, dict[str, str]]]) -> Iterator[str]:
    metas = [(_meta_name(given), given.get("content", "")) for name, given in tags if name == b"meta"]
    for wanted in _NAMES:
        yield from [value for name, value in metas if name == wanted and value.strip()][:1]
    if len(markup.titles) == 1:
        title = " ".join(readable(markup.titles[0]).split())
        yield from (title.rpartition(mark)[2] for mark in _MARKS if mark in title)


def _meta_name(given: dict[str, str]) -> str:
    return (given.get("name") or given.get("property") or given.get("http-equiv") or "").strip().lower()


def _rels(given: dict[str, str]) -> list[str]:
    return given.get("rel", "").lower().split()
