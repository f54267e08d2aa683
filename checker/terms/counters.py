"""Publishers' page counters as rule packs write their addresses: `https://count.news.example/{id}/*`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from checker.model import Publisher
from checker.page.address import Address
from checker.terms.patterns import Pattern


class Counters:
    """The counters of many publishers, by their hosts: however many there are, an address is compared with a few."""

    def __init__(self, known: Iterable[tuple[Publisher, str]]) -> None:
        self._known = tuple(known)

    @cached_property
    def _by_host(self) -> dict[str, list[tuple[Publisher, str]]]:
        found: dict[str, list[tuple[Publisher, str]]] = {}
        for publisher, template in self._known:
            host = _host(template)
            found.setdefault(host if "*" not in host else "", []).append((publisher, template))
        return found

    @cached_property
    def hosts(self) -> tuple[str, ...]:
        """A part of each counter's host, that every address of it has."""
        return tuple(max(host.split("*"), key=len) for host in {_host(template) for _, template in self._known})

    def owner(self, found: Address) -> Publisher | None:
        """The publisher whose counter is at an address."""
        near = (*self._by_host.get(found.host, ()), *self._by_host.get("", ()))
        return next((publisher for publisher, template in near if pattern(template).match(key(found.url))), None)


def _host(template: str) -> str:
    return (urlsplit(template).hostname or "").lower().removeprefix("www.")


@lru_cache(maxsize=1024)
def pattern(template: str) -> Pattern:
    """A counter's address as a pattern for `key`s: `{id}` is a part of the path or a value of the query, `*` is anything.

    Scheme, `www.` and letter case do not count.
    """
    return Pattern(key(template), part="[^/?&#]+", anything="[^ ]*", end=r"\z")


def key(url: str) -> str:
    """An address as counters are compared: without its scheme and `www.`, in lower case."""
    return url.strip().lower().partition("://")[2].removeprefix("www.") or url.strip().lower()
