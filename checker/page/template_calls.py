"""Calls of templates that write credits: what they write where the page is built is not in its source.

What such calls are named is data (rules/templates.toml).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from checker import data
from checker.documents.document import Media
from checker.model import Evidence
from checker.page.page import Block, Page
from checker.page.templates import tags

_CALLED = re.compile(r"(?P<name>[\w./-]+)[\s(\"']*(?P<first>[\w./-]*)")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_CODE = frozenset({"code", "pre"})
_OF_HTML = frozenset({"source"})
"""An element whose name might tell of a credit, and tells of a picture's files."""


def credit_call(page: Page) -> Evidence | None:
    """The first call of a template on a page's Markdown that by its name writes a credit; code that is shown as code calls nothing."""
    if page.document.media is not Media.MARKDOWN:
        return None
    return next(_called_in_text(page), None) or next(_components(page), None)


def _called_in_text(page: Page) -> Iterator[Evidence]:
    for block in page.visible:
        for tag in tags(block.text):
            if _tells(_called(block.text[tag.start : tag.end])) and not _is_code(block, tag.start):
                yield page.text_evidence(block, tag.start, tag.end)


def _components(page: Page) -> Iterator[Evidence]:
    # To a parser of HTML what follows a component stands in it.
    for element in page.root.iter(etree.Element):
        if element.tag not in _OF_HTML and not (element.text or "").strip() and _is_telling(element.tag):
            yield page.element_evidence(element, f"<{element.tag}>")


def _called(tag: str) -> str:
    """The name of what a tag calls: of one that puts a file in, the file's."""
    found = _CALLED.search(tag)
    if not found:
        return ""
    return found["first"] if found["name"] in _words()["including"] else found["name"]


def _tells(name: str) -> bool:
    return any(word.lower() in _words()["telling"] for word in _WORD.findall(name))


def _is_telling(tag: str) -> bool:
    """True for an element of nobody's but the site's. Its capitals are gone, so a word may stand anywhere in it."""
    return any(word in tag for word in _words()["telling"])


def _is_code(block: Block, start: int) -> bool:
    piece = block.piece_at(start)
    around = piece.node.iterancestors() if piece.tail else (piece.node, *piece.node.iterancestors())
    return any(each.tag in _CODE for each in around)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """What is called, and how it is named (rules/templates.toml)."""
    rules = tomllib.loads((data.folder("rules") / "templates.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in rules.items()}
