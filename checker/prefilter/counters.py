"""Whether a page may load a publisher's page counter."""

from __future__ import annotations

import re
from functools import cached_property
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from checker.acknowledgements import counters
from checker.page import address
from checker.prefilter import linear
from checker.prefilter.markup import Markup
from checker.terms.directory import Directory

_LOADED = rb"""(?:src|original|data)\s*=\s*["']?([^"'\s<>]*(?:%s|count[-_]?\d*\.gif|&#|%%[4-7])[^"'\s<>]*)"""
_REHOSTED = re.compile(rb"count(?:[-_]?\d+)?\.gif")
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
        found = {match[1] for match in self._loaded.finditer(low)}
        return any(self._may_count(unescape(url.decode("utf-8", "replace")), low) for url in found)

    @cached_property
    def _loaded(self) -> Any:
        """What finds the addresses of what is loaded that have a counter's words, or letters that may be some of them."""
        marks = b"|".join(re.escape(mark.encode()) for mark in sorted({*self._known, *self._words, *self._proxies}))
        return linear.compiled(_LOADED % marks)

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
