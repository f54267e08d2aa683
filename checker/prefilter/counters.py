"""Whether a page may load a publisher's page counter."""

from __future__ import annotations

import re
from functools import cached_property
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from checker.acknowledgements import counters
from checker.page import address
from checker.prefilter.markup import Markup
from checker.prefilter.words import automaton
from checker.terms.directory import Directory

_LOADED = re.compile(rb"""(?:src|original|data)\s*=\s*["']?[^"'\s<>]*\Z""")
_END = re.compile(rb"""["'\s<>]""")
_LONGEST = 2000
_REHOSTED = re.compile(rb"count(?:[-_]?\d+)?\.gif")
_REFERENCES = ("&#x", "&#4", "&#5", "&#6", "&#7", "&#8", "&#9", "&#0", "&#1")
"""How a letter may begin that is written as a reference."""
_WILD = re.compile(r"[{*]")


class Counters:
    """The addresses of counters, ready to be looked for."""

    def __init__(self, directory: Directory) -> None:
        rules = counters.rules()
        hosts = {
            urlsplit(_WILD.split(each)[0]).netloc.lower().removeprefix("www.") for each in directory.counters.templates
        }
        first = {max(parts, key=len) for parts in rules["known"]}
        self._words, self._analytics = frozenset(rules["words"]), rules["analytics"]
        self._proxies = tuple(rules["proxies"])
        self._known = tuple({mark for mark in (*hosts, *first) if mark})

    def may_load(self, markup: Markup) -> bool:
        """True where the address of something that the page loads, or that a comment has, looks like a counter's."""
        low = markup.low
        if markup.comments:
            low = b"\n".join((low, *(comment.lower() for comment in markup.comments)))
        places = [start for _, start, _ in self._automaton.find_matches_as_indexes(low)]
        places += [found.start() for found in _REHOSTED.finditer(low)]
        return any(self._may_count(url, low) for url in filter(None, (_address(low, place) for place in places)))

    @cached_property
    def _automaton(self) -> Any:
        marks = (*self._known, *self._words, *self._proxies, *_REFERENCES)
        return automaton(sorted({mark.encode() for mark in marks}))

    def _may_count(self, url: str, low: bytes) -> bool:
        """True for a known counter's address, for a counter's file on the host's own site, and for a word on a domain that is linked."""
        plain = unquote(url).lower()
        if _REHOSTED.search(plain.encode()) or any(mark in plain for mark in self._known):
            return True
        found = address.parse(url)
        if not any(word in plain for word in self._words) or found is None:
            return False
        own = any(address.is_within(found.host, each) for each in self._analytics)
        return not own and low.count(found.domain.encode()) > 1


def _address(low: bytes, place: int) -> str | None:
    """The address that something is loaded from, where a place lies in one."""
    start = low.rfind(b"<", 0, place)
    if start < low.rfind(b">", 0, place):
        return None
    loaded = _LOADED.search(low, start, place)
    if loaded is None:
        return None
    end = _END.search(low, place)
    found = unescape(low[loaded.start() : end.start() if end else place + _LONGEST].decode("utf-8", "replace"))
    return found.partition("=")[2].strip(" \t\r\n\"'")
