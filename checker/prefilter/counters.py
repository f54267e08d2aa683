"""Whether a page may load a publisher's page counter."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote, urlsplit

from checker.acknowledgements import counters
from checker.page import address
from checker.prefilter.markup import Markup
from checker.terms.directory import Directory

_LOADED = re.compile(rb"""(?:src|original|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_REHOSTED = re.compile(r"count(?:[-_]?\d+)?\.gif")
_WILD = re.compile(r"[{*]")


class Counters:
    """The addresses of counters, ready to be looked for."""

    def __init__(self, directory: Directory) -> None:
        rules = counters.rules()
        hosts = {urlsplit(_WILD.split(each)[0]).netloc.lower().removeprefix("www.") for each in directory.counters.templates}
        first = {max(parts, key=len) for parts in rules["known"]}
        self._words, self._analytics = frozenset(rules["words"]), rules["analytics"]
        self._marks = tuple({mark for mark in (*hosts, *first, *rules["words"]) if mark})

    def may_load(self, markup: Markup) -> bool:
        """True where the address of something that the page loads, or that a comment has, looks like a counter's."""
        found = _LOADED.findall(markup.cut)
        for comment in markup.comments:
            found += _LOADED.findall(comment)
        urls = [unescape((one or two or three).decode("utf-8", "replace")) for one, two, three in found]
        low = unquote("\n".join(urls)).lower()
        return any(mark in low for mark in self._marks) and any(self._may_count(url, markup) for url in urls)

    def _may_count(self, url: str, markup: Markup) -> bool:
        """True for a known counter's address, for a counter's file on the host's own site, and for a word on a domain that is linked."""
        low = unquote(url).lower()
        named = [mark for mark in self._marks if mark in low]
        if _REHOSTED.search(low) or set(named) - self._words:
            return True
        found = address.parse(url)
        if not named or found is None or any(address.is_within(found.host, own) for own in self._analytics):
            return False
        return markup.cut.lower().count(found.domain.encode()) > 1
