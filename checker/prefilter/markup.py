"""Bytes -> the text between the tags, in a few passes that each go over the whole page at once.

Simple markup is all that is understood: every `<` opens a tag, and every tag ends at the first `>`. Scripts, style sheets and comments
are cut out first. Where that leaves a doubt there is no `Markup`, and the page has to be parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Any

from lxml import etree

from checker.page.visibility import hidden_by_markup
from checker.prefilter import linear

_MOST_STARTS = 1800
"""So many elements may all lie in each other and still are read whole (libxml2 takes 2,048)."""
_SLICES = 16
_RAW = (b"script", b"style", b"textarea", b"title", b"iframe", b"noembed", b"noframes", b"xmp")
_CUT = re.compile(rb"<(?:!--|((?i:" + b"|".join(_RAW) + rb"))(?=[\s/>]))")
_OPENINGS = (b"<!--", *(b"<" + name for name in _RAW))
_END = {name: re.compile(rb"</(?i:" + name + rb")(?=[\s/>])") for name in _RAW}
_TITLES = frozenset({b"title", b"TITLE", b"Title"})
_SCRIPT = re.compile(rb"<(?i:script)(?=[\s/>])")
_DECLARATION = re.compile(rb"\s*<\?xml[^<>]*>")
# A `<` that opens no tag makes a bogus comment or is text; either is a doubt. RE2 knows no possessive forms and needs none.
_TAG = rb"""<(?:/?[a-zA-Z][^<>"'=]*(?:=[ \t\r\n]*(?:"[^"<>]*"|'[^'<>]*')?[^<>"'=]*)*|![dD][oO][cC][tT][yY][pP][eE][^<>]*)>"""
_TAGS_AND_TEXT = rb"[^<>\x02]*(?:" + _TAG + rb"[^<>\x02]*)*"
_IN_LINE = (
    rb"<((?:span|a|b|i|em|strong|small|font|u|s|sup|sub|mark|abbr|cite|q|code|label|time|bdi|ins|del)"
    rb"\s[^<>]*(?:hidden|style|color)[^<>]*)>[^<]*[^<\s]"
)
_TAG_SOURCE = re.compile(rb"<([^>]*)")
_AFTER = re.compile(rb">([^<]*)")


@dataclass(frozen=True, eq=False)
class Markup:
    """A page in pieces: `texts[n]` is the text behind the tag `n`, in the order of the page.

    `cut` is the page without scripts, style sheets and comments, `comments` are those comments, and `titles` what its titles say.
    """

    cut: bytes
    comments: tuple[bytes, ...]
    titles: tuple[bytes, ...]
    texts: list[bytes]

    @cached_property
    def low(self) -> bytes:
        """`cut` in lower case."""
        return self.cut.lower()

    @cached_property
    def tags(self) -> list[bytes]:
        """The source of each tag without its brackets."""
        return _TAG_SOURCE.findall(self.cut)


def read(source: bytes) -> Markup | None:
    """The pieces of a page in UTF-8, or None where they are not simple."""
    found = _without_raw(source)
    if found is None:
        return None
    cut, comments, titles = found
    if not linear.compiled(_TAGS_AND_TEXT).fullmatch(cut) or cut[: cut.find(b"<")].strip():
        return None
    texts = _AFTER.findall(cut)
    return Markup(cut, comments, titles, texts) if len(texts) <= _MOST_STARTS or _is_shallow(cut) else None


def laid_out(markup: Markup) -> Markup:
    """The page with what is hidden in a line, by its own attributes, behind all else: the line goes on behind it."""
    hidden = list(_hidden(markup.low))
    if not hidden:
        return markup
    texts = list(markup.texts)
    for number in hidden:
        texts[number] = b""
    return replace(markup, texts=texts, comments=markup.comments + tuple(markup.texts[at] for at in hidden))


def _hidden(low: bytes) -> Iterator[int]:
    """The numbers of the texts in elements in a line that their own attributes hide."""
    number = at = 0
    for found in linear.compiled(_IN_LINE).finditer(low):
        number += low.count(b"<", at, found.start())
        at = found.start()
        if _is_hidden(found[1]):
            yield number


@lru_cache(maxsize=1024)
def _is_hidden(tag: bytes) -> bool:
    element = etree.HTML(b"<body><" + tag + b">x").find("body")[0]  # type: ignore[index]
    return hidden_by_markup(element) is not None


def _without_raw(source: bytes) -> tuple[bytes, tuple[bytes, ...], tuple[bytes, ...]] | None:
    """The source without what is no markup, its comments and its titles; None where it cannot be told where that ends."""
    kept: list[bytes] = []
    comments: list[bytes] = []
    titles: list[bytes] = []
    declared = _DECLARATION.match(source)
    at = declared.end() if declared else 0
    capitals = b"</S" in source
    for _, place, _ in _openings().find_matches_as_indexes(source.lower()):
        opened = _CUT.match(source, place) if place >= at else None
        if opened is None:
            continue
        inside = opened.end()
        if name := opened[1]:
            inside = source.find(b">", inside) + 1
            end = _end(source, name, inside, capitals=capitals) if inside else -1
            if end < 0 or (source.find(b"<!--", inside, end) >= 0 and _SCRIPT.search(source, inside, end)):
                return None
            kept.append(source[at:inside])
            at = end
            if name in _TITLES:
                titles.append(source[inside:at])
            continue
        end = source.find(b"-->", inside)
        # Inside a tag it would be part of a value; some ends of comments are unusual.
        if end < 0 or source.rfind(b"<", at, place) > source.rfind(b">", at, place):
            return None
        body = source[inside:end]
        if b"--!>" in body or body.startswith((b">", b"->")):
            return None
        comments.append(body)
        kept.append(source[at:place])
        at = end + 3
    kept.append(source[at:])
    return b"".join(kept), tuple(comments), tuple(titles)


@cache
def _openings() -> Any:
    """What finds where something may begin that is no markup."""
    from ahocorasick_rs import BytesAhoCorasick, MatchKind  # noqa: PLC0415

    return BytesAhoCorasick(_OPENINGS, matchkind=MatchKind.LeftmostFirst)


def _end(source: bytes, name: bytes, start: int, *, capitals: bool) -> int:
    """Where the end tag of a script or the like begins; -1 where it has none."""
    if name == b"script" and not capitals:
        end = source.find(b"</script", start)
        if source[end + 8 : end + 9] == b">":
            return end
    ended = _END[name.lower()].search(source, start)
    return ended.start() if ended else -1


def _is_shallow(cut: bytes) -> bool:
    """True where no element lies too deep: counted by start and end tags, as if no other tag ended an element."""
    size = len(cut) // _SLICES + 1
    depth = 0
    for start in range(0, len(cut), size):
        ends, every = cut.count(b"</", start, start + size), cut.count(b"<", start, start + size)
        if depth + every - ends > _MOST_STARTS:
            return False
        depth += every - 2 * ends
    return True
