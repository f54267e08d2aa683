"""When a page was published, as it says of itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import takewhile

from lxml import etree

from checker.page.page import Page, Region

_METAS = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate",
    "publishdate", "sailthru.date", "parsely-pub-date", "citation_publication_date",
)  # fmt: skip
_KEYS = ("date", "published", "pubdate", "publishdate", "date_published")
_DAY = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_MAX_DEPTH = 4
_CHANGED = re.compile(r"updated|modified")
_OWN = frozenset({Region.ARTICLE, Region.BYLINE})


def published(page: Page) -> date | None:
    """The day of publication, from metadata, structured data, front matter or the `<time>` of the article; None where none says it."""
    return next(filter(None, map(day, _said(page))), None) or _shown(page)


def day(text: str) -> date | None:
    """The day that a text starts with (ISO 8601, also with slashes or dots), or None."""
    found = _DAY.match(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _said(page: Page) -> Iterator[str]:
    for entry in page.front_matter:
        if entry.key.lower() in _KEYS:
            yield entry.value
    for name in _METAS:
        yield page.meta(name) or ""
    for data in page.structured:
        yield from _structured(data.value, 0)
    for prop in page.properties:
        if prop.name.lower() == "datepublished":
            yield prop.value


def _shown(page: Page) -> date | None:
    """The day that the article itself shows, where it shows one alone: a page may have today's, a comment's, and another article's."""
    times = [element for element in page.root.iter("time") if not _CHANGED.search(element.get("class") or "")]
    regions = {block.element: block.region for block in page.blocks} if times else {}
    teasers = _teasers(page.root) if times else frozenset()
    days = {day(each.get("datetime") or "") for each in times if _is_own(each, regions, teasers)} - {None}
    return days.pop() if len(days) == 1 else None


def _is_own(
    element: etree._Element, regions: Mapping[etree._Element, Region], teasers: Collection[etree._Element]
) -> bool:
    """True in the article's text or its byline, and not in a teaser."""
    around = (element, *element.iterancestors())
    region = next((regions[each] for each in around if each in regions), None)
    return region in _OWN and next(element.iterancestors("article"), None) not in teasers


def _teasers(root: etree._Element) -> frozenset[etree._Element]:
    """The articles without a first heading, on a page that has one: those are of other pages."""
    headed: set[etree._Element] = set()
    for heading in root.iter("h1"):
        # What holds one that is known, is known: each is gone through once, however many headings are nested how deep.
        headed.update(takewhile(lambda each: each not in headed, heading.iterancestors()))
    return frozenset(each for each in root.iter("article") if each not in headed) if headed else frozenset()


def _structured(value: object, depth: int) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _structured(item, depth + 1)
    elif isinstance(value, Mapping):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        yield from _structured(value.get("@graph"), depth + 1)
        yield from _structured(value.get("mainEntity"), depth + 1)
