"""Creative Commons licences that a page names or links, as SPDX ids."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.page.page import Link
from checker.page.text import fold

_PORTED = frozenset(
    "CC-BY-2.5-AU CC-BY-3.0-AT CC-BY-3.0-AU CC-BY-3.0-DE CC-BY-3.0-IGO CC-BY-3.0-NL CC-BY-3.0-US CC-BY-NC-3.0-DE CC-BY-NC-ND-3.0-DE "
    "CC-BY-NC-ND-3.0-IGO CC-BY-NC-SA-2.0-DE CC-BY-NC-SA-2.0-FR CC-BY-NC-SA-2.0-UK CC-BY-NC-SA-3.0-DE CC-BY-NC-SA-3.0-IGO CC-BY-ND-3.0-DE "
    "CC-BY-SA-2.0-UK CC-BY-SA-2.1-JP CC-BY-SA-3.0-AT CC-BY-SA-3.0-DE CC-BY-SA-3.0-IGO".split()
)
"""The ports that SPDX lists; all others are known by the licence that they are a port of."""
_ADDRESS = re.compile(
    r"creativecommons\.org/(?:licenses/(by(?:-n[cd]|-sa){0,2})|publicdomain/(zero))/(\d\.\d)(?:/([a-z]{2,3})\b)?"
)
_CODE = re.compile(r"\b(?:cc[ -]{0,3})?(by(?:[ /-]{1,3}(?:nc|nd|sa)){1,2})\b|\bcc[ -]{0,3}(by)\b")
_WORDS = re.compile(
    r"\battribution(?P<nc>[ -–/]{1,3}non[ -]?commercial)?(?:[ -–/]{1,3}(?:(?P<nd>no[ -]?deriv\w{0,8})|(?P<sa>share[ -]?alike)))?"
)
_VERSION = re.compile(r"\D{0,60}?\b([1-4]\.\d)\b")
_ZERO = re.compile(r"\bcc[ -]?0\b|\bcc zero\b")


def named(text: str, links: Iterable[Link] = ()) -> str | None:
    """The licence that a text's links lead to, else that it names in words. Without a version where it names none."""
    for href in (text, *(link.href for link in links)):
        if found := _ADDRESS.search(href.lower()):
            return _spdx(found[1] or "0", found[3], found[4])
    return _in_words(fold(text))


def _in_words(folded: str) -> str | None:
    if found := _CODE.search(folded):
        return _spdx(re.sub(r"[ /]+-?|-+ ?", "-", found[1] or found[2]), _version(folded, found.end()))
    if "creative commons" in folded and (found := _WORDS.search(folded)):
        parts = ["by", *(part for part in ("nc", "nd", "sa") if found[part])]
        return _spdx("-".join(parts), _version(folded, found.end()))
    return "CC0-1.0" if _ZERO.search(folded) else None


def _version(folded: str, end: int) -> str | None:
    found = _VERSION.match(folded, end)
    return found[1] if found else None


def _spdx(code: str, version: str | None, port: str | None = None) -> str:
    if code == "0":
        return "CC0-1.0"
    unported = "-".join(["CC", code.upper(), *([version] if version else [])])
    ported = f"{unported}-{port.upper()}" if port else unported
    return ported if ported in _PORTED else unported
