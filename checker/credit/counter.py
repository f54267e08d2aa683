"""The element that loads a publisher's page counter, with the article's own id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.credit.snippets import counter_snippet
from checker.credit.work import Asked, Work
from checker.model import Fix
from checker.terms.counters import key, pattern


def counter(work: Work, asked: Asked) -> Iterator[Fix]:
    """The counters that the terms ask for, as far as their whole addresses are known."""
    for options in asked.of("page_counter"):
        src = address_of(options, work.original.url)
        if src:
            yield counter_snippet(src, (options.get("elements") or ("img",))[0])


def address_of(options: Mapping[str, Any], article: str | None) -> str | None:
    """The address that a counter's element loads: `load`, or `src` where that is whole, with the id in the article's address."""
    src = options.get("load") or options.get("src")
    if src is None:
        return None
    if "{id}" in src and options.get("article") and article:
        found = pattern(options["article"]).match(key(article))
        src = src.replace("{id}", found["id"]) if found else src
    return None if "*" in src or "{" in src else src
