"""The block of a page that a place in its text belongs to, put together from the pieces around it as `page/walk.py` does it."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from html import unescape

from lxml import etree

from checker.page.page import Block, Link, Region, make_block
from checker.page.regions import ARTICLE_TAGS, region_of
from checker.page.steps import BLOCKS
from checker.page.text import IGNORABLE, squeeze
from checker.prefilter.markup import Markup

_HOLDERS = frozenset(
    {"div", "section", "footer", "nav", "aside", "header", "ul", "ol", "table", "figcaption", "menu", "form"}
)
"""Elements that only their own end tag ends."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_ARTICLES = tuple(
    f"{slash}{name}".encode()
    for tag in ARTICLE_TAGS
    for name in (tag, tag.upper(), tag.capitalize())
    for slash in ("", "/")
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TAG_NAME = re.compile(rb"/?[a-zA-Z][^\s/>]*")
_MOST, _NEAR = 400, 60
"""A block of more tags is not put together; so far before it a link is looked for that goes on into it."""


class Reader:
    """The blocks of one page, each put together when it is asked for."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup

    def span(self, number: int) -> tuple[int, int] | None:
        """The first and last text of the block that a text belongs to; None where it is too long to be put together."""
        first, last, end = number, number, len(self._markup.texts) - 1
        while not self._bounds(first):
            first -= 1
            if first < 0 or number - first > _MOST:
                return None
        while last < end and not self._bounds(last + 1):
            last += 1
            if last - number > _MOST:
                return None
        return first, last

    def block(self, index: int, first: int, last: int) -> Block:
        """The block of the texts from the first to the last."""
        line = _Line(self._opened(first))
        line.add(self._markup.texts[first])
        for number in range(first + 1, last + 1):
            name = self._name(number)
            if name == "br":
                line.line_break()
            elif name == "a":
                line.open(attributes(self._tag(number)))
            elif name == "/a":
                line.close()
            line.add(self._markup.texts[number])
        line.close()
        return make_block(index, line.text, [], line.links, _PARAGRAPH, Region.ARTICLE, None)

    def is_elsewhere(self, number: int) -> bool:
        """True where a text surely stands where no credits stand: in the page's own footer, in a menu, beside the article.

        The elements around it are looked for backwards. Where end tags do not fit, nothing is sure.
        """
        closed: list[str] = []
        for at in range(number, -1, -1):
            name = self._name(at)
            if name.startswith("/"):
                if name[1:] in _HOLDERS:
                    closed.append(name[1:])
            elif name in closed:
                if closed.pop() != name:
                    return False
            elif not closed:
                if name in ARTICLE_TAGS:
                    return False
                if name in _HOLDERS and self._opens_elsewhere(at, name):
                    return True
        return False

    def _opens_elsewhere(self, number: int, name: str) -> bool:
        given = attributes(self._tag(number))
        told = given.get("role"), given.get("class"), given.get("id")
        region = region_of(name, *told, in_article=False)
        if region is None or region.carries_credits:
            return False
        if not self._is_in_article(number):
            return True
        region = region_of(name, *told, in_article=True)
        return region is not None and not region.carries_credits

    def _is_in_article(self, number: int) -> bool:
        """Whether an `<article>` or `<main>` may be open: one without an end tag is."""
        open_now = 0
        for at, change in self._articles:
            if at >= number:
                break
            open_now = max(0, open_now + change)
        return open_now > 0

    @cached_property
    def _articles(self) -> list[tuple[int, int]]:
        """Where such elements begin and end."""
        tags = enumerate(self._markup.tags)
        return [(at, -1 if tag[:1] == b"/" else 1) for at, tag in tags if tag.startswith(_ARTICLES)]

    def _opened(self, number: int) -> dict[str, str] | None:
        """The attributes of a link that goes on into a block from before."""
        for at in range(number, max(-1, number - _NEAR), -1):
            name = self._name(at)
            if name in {"a", "/a"}:
                return attributes(self._tag(at)) if name == "a" else None
        return None

    def _bounds(self, number: int) -> bool:
        return self._name(number).lstrip("/") in BLOCKS

    def _name(self, number: int) -> str:
        return name_of(self._markup.tags[number])

    def _tag(self, number: int) -> str:
        return self._markup.tags[number].decode("utf-8", "replace")


@lru_cache(maxsize=4096)
def name_of(tag: bytes) -> str:
    """The name of a tag, in lower case; an end tag's has its slash."""
    found = _TAG_NAME.match(tag)
    return found[0].decode("utf-8", "replace").lower() if found else ""


class _Line:
    """Text that is gathered as `page/walk.py` gathers it: white space squeezed, what nobody sees taken out."""

    def __init__(self, opened: dict[str, str] | None) -> None:
        self.text = ""
        self.links: list[Link] = []
        self._space = False
        self._open = (opened, 0) if opened else None

    def add(self, source: bytes) -> None:
        """Adds the text behind a tag."""
        raw = readable(source)
        text = " ".join(raw.split())
        if not text:
            self._space = self._space or bool(raw and self.text)
            return
        if self.text and not self.text.endswith("\n") and (self._space or raw[0].isspace()):
            self.text += " "
        self.text += text
        self._space = raw[-1].isspace()

    def line_break(self) -> None:
        """Adds the end of a line."""
        if self.text:
            self.text += "\n"
            self._space = False

    def open(self, given: dict[str, str]) -> None:
        """A link begins."""
        self.close()
        if "href" in given:
            self._open = given, len(self.text) + (self._space and not self.text.endswith("\n"))

    def close(self) -> None:
        """The link that was begun ends."""
        if self._open:
            given, start = self._open
            rel = tuple(given.get("rel", "").lower().split())
            end = len(self.text)
            self.links.append(Link(given.get("href", ""), min(start, end), end, _PARAGRAPH, rel))
            self._open = None


_PARAGRAPH = etree.Element("p")


def comment_block(index: int, source: bytes) -> Block:
    """A comment's text as a block."""
    words = squeeze(re.sub(r"<[^<>]*>", " ", source.decode("utf-8", "replace")))
    return make_block(index, words, [], [], _PARAGRAPH, Region.ARTICLE, "comment")


def readable(source: bytes) -> str:
    """A text with its references resolved, and without what nobody sees."""
    text = source.decode("utf-8", "replace")
    if "&" in text:
        text = unescape(text)
    return text if text.isascii() else IGNORABLE.sub("", text)


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag; of two of one name the first holds."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found
