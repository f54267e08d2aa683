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

_LOADED = re.compile(rb"""(?:src|original|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_COUNT = "count"
_REHOSTED = re.compile(r"(?:^|/)count(?:[-_]?\d+)?\.gif")
_ESCAPED = re.compile(rb"&#|%(?:[46][1-9a-f]|[57][0-9a])")
"""What may be a letter: a reference, or a percent-escape."""
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
        self._known = tuple({mark for mark in (*hosts, *first) if mark})

    def may_load(self, markup: Markup) -> bool:
        """True where the address of something that the page loads, or that a comment has, looks like a counter's."""
        low = b"\n".join((markup.low, *(comment.lower() for comment in markup.comments)))
        if not self._automaton.find_matches_as_indexes(low) and not _ESCAPED.search(low):
            return False
        urls = [unescape((one or two or three).decode("utf-8", "replace")) for one, two, three in _LOADED.findall(low)]
        return any(self._may_count(url, low) for url in urls)

    @cached_property
    def _automaton(self) -> Any:
        return automaton([mark.encode() for mark in (*self._known, *self._words, _COUNT)])

    def _may_count(self, url: str, low: bytes) -> bool:
        """True for a known counter's address, for a counter's file on the host's own site, and for a word on a domain that is linked."""
        plain = unquote(url).lower()
        if _REHOSTED.search(plain) or any(mark in plain for mark in self._known):
            return True
        if not any(word in plain for word in self._words):
            return False
        found = address.parse(url)
        if found is None or any(address.is_within(found.host, own) for own in self._analytics):
            return False
        return low.count(found.domain.encode()) > 1
