"""What stands in front of a page, or in its place: a challenge, a question about cookies, a paywall, an app without its scripts.

Told of pages from the web alone, for nobody saves those as files. Behind most of them is little text, so a long page is never one; beside
the beginning of an article stand other stories.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from lxml import etree

from checker import data
from checker.documents.challenge import is_challenge
from checker.page.page import Page, Region
from checker.page.text import fold

_FEW, _SHORT, _TEASER = 40, 150, 300
"""Words: an app without its scripts, a page that says one thing, the start of an article."""
_MAX_BEFORE = 3
_MAX_DEPTH = 4
_WORDS = re.compile(r"\w+")
_COUNTED = re.compile(r"[぀-ヿ㐀-鿿가-힯]|\w+")
"""As words are counted: where there are no spaces between words, each character."""
_DOMAIN = re.compile(r"(?<![\w.-])(?:[\w-]+\.)+[a-z]{2,}\s")
_PARTS = re.compile(r"\s+[|·»•:-]+\s+")


def wall(page: Page) -> str | None:
    """What keeps the page from whoever asks, as a stable word; None where nothing does."""
    if _is_not_found(page):
        return "soft_404"
    text = "\n".join(block.folded for block in page.visible)
    count = _count(text)
    if count <= _SHORT and (found := _one_thing(page, text, count)):
        return found
    if not (_is_not_free(page) or _is_cut_off(page)):
        return None
    own = "\n".join(block.folded for block in page.visible if block.region is Region.ARTICLE)
    return "paywall" if _count(own) <= _TEASER else None


def _count(text: str) -> int:
    return sum(1 for _ in _COUNTED.finditer(text))


def _one_thing(page: Page, text: str, count: int) -> str | None:
    if is_challenge(page.document.content):
        return "challenge"
    if _says(_DOMAIN.sub("", text), "parked"):
        return "parked"
    headings = [block.folded for block in page.visible if block.element.tag == "h1"]
    if _says("\n".join(headings) or text, "consent"):
        return "consent_wall"
    return "js_required" if count <= _FEW and _is_app(page, text) else None


def _says(text: str, what: str) -> bool:
    return any(phrase in text for phrase in phrases(what))


def _is_not_found(page: Page) -> bool:
    """Told by the heading, which says nothing else; by the title where there is no heading, or on a short page in words."""
    headings = [block.folded for block in page.visible if block.element.tag == "h1"]
    if any(map(_says_not_found, headings)):
        return True
    titles = [part for part in _PARTS.split(fold(page.title or "")) if _says_not_found(part)]
    if headings:
        return any(" " in part for part in titles) and _count("\n".join(block.text for block in page.visible)) <= _SHORT
    return bool(titles) and len(page.visible) < _FEW


def _says_not_found(text: str) -> bool:
    words = " ".join(_WORDS.findall(text))
    return any(
        words == phrase
        or (" " in phrase and words.endswith(f" {phrase}") and len(words.removesuffix(phrase).split()) <= _MAX_BEFORE)
        for phrase in phrases("not_found")
    )


def _is_app(page: Page, text: str) -> bool:
    """True for a page whose text comes by script: it says so, or it has the empty element that scripts fill."""
    if not any(map(_runs, page.root.iter("script"))):
        return False
    unseen = "\n".join(block.folded for block in page.blocks if block.hidden_by == "noscript")
    return _says(f"{text}\n{unseen}", "scripts") or any(
        element.get("id") in rules()["roots"] and not "".join(map(str, element.itertext())).strip()
        for element in page.root.iter("div", "main", "section")
    )


def _runs(script: etree._Element) -> bool:
    """True for a script, and not for data that stand in such an element."""
    kind = (script.get("type") or "").strip().lower()
    return kind in {"", "module"} or "javascript" in kind


def _is_cut_off(page: Page) -> bool:
    """True where the text itself says that the rest is for some alone; what else a site offers to them is no part of it."""
    return any(block.region is Region.ARTICLE and _says(block.folded, "paywall") for block in page.visible)


def _is_not_free(page: Page) -> bool:
    return any(str(value).lower() == "false" for data in page.structured for value in _free(data.value, 0))


def _free(value: object, depth: int) -> Iterator[object]:
    """What schema.org's `isAccessibleForFree` says of the article."""
    if isinstance(value, list) and depth <= _MAX_DEPTH:
        for item in value[:50]:
            yield from _free(item, depth + 1)
    elif isinstance(value, Mapping) and depth <= _MAX_DEPTH:
        if "isAccessibleForFree" in value:
            yield value["isAccessibleForFree"]
        yield from _free(value.get("@graph"), depth + 1)


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of one kind, folded."""
    return tuple(fold(phrase) for phrase in rules()[name])


@cache
def rules() -> Mapping[str, Any]:
    """What stands in the place of pages (rules/walls.toml)."""
    return tomllib.loads((data.folder("rules") / "walls.toml").read_text("utf-8"))
