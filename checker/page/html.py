"""HTML -> tree: one parse, and whether it is the whole page's."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from checker.page.tokens import RAW_TEXT, ends_inside, leaves_open, uncrowded

_TAIL = 65536
_OPENED = re.compile(rb"<[a-z/!]")
_ENTITY = re.compile(r"(?:[\s\ufeff]|<\?[^>]*+>|<!--(?s:.*?)-->)*+<!DOCTYPE[^<>\[]*+\[[^\]]*?<!ENTITY\s", re.IGNORECASE)
"""A text that a page gives a name, and that may stand in it anywhere: no such name is looked up, for it may be a file's."""
_MOST_TAGS = 300_000
"""How many tags of a page are read: the longest pages have a tenth of that, and each takes a kilobyte of memory."""
_COMMENT = re.compile(r"<(?:[!?]|/(?![a-zA-Z]))")
"""How begins what a parser makes a comment of, also of what is no tag."""
_MOST_COMMENTS = 30_000
"""How many of those are read: a walk over a tree takes the square of their number where they stand side by side."""


def parse(text: str) -> tuple[etree._Element, str | None]:
    """The tree of a page's text, and why it is not the whole page's (None where it is).

    libxml2 drops what is nested too deep without an exception; only its error log tells.
    """
    read = _readable(text)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    # Readers see nothing of a NUL; libxml2 would make it U+FFFD.
    content = read.replace("\0", "\u200b").encode("utf-8", "replace")
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        root = None
    limited = any(entry.type_name in {"ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY"} for entry in parser.error_log)
    if root is None:
        root = etree.fromstring(b"<html><body></body></html>", etree.HTMLParser())
    # Browsers show what stands behind `</html>`; libxml2 makes it a second root beside the first.
    root.extend(list(root.itersiblings()))
    if limited:
        return root, "too_deep"
    if read is not text:
        return root, "too_many"
    if _ENTITY.match(text, 0, _TAIL):
        return root, "entities"
    return root, "cut" if _is_cut(text, content.lower(), root) else None


def _readable(text: str) -> str:
    """The text itself, or without what is too much of it: tags, comments, and attributes of one tag, which are compared with each other."""
    tags = text.count("<")
    if tags >= _MOST_TAGS:
        text = "<".join(text.split("<", _MOST_TAGS)[:_MOST_TAGS])
    if tags > _MOST_COMMENTS:
        further = next(islice(_COMMENT.finditer(text), _MOST_COMMENTS, None), None)
        text = text[: further.start()] if further else text
    return uncrowded(text)


def _is_cut(text: str, low: bytes, root: etree._Element) -> bool:
    """True for a source that ends before its page does: inside a tag, a comment or a script, or of an article, say, that goes on."""
    return (_looks_cut(low, root) and ends_inside(text)) or (not is_closed(low) and _breaks_off(text, low))


def _looks_cut(low: bytes, root: etree._Element) -> bool:
    """True where a page may end inside a tag, a comment, a script or the like: a look at its end, which is quick."""
    last = root
    while len(last):
        last = last[-1]
    if last.tag in RAW_TEXT and low.rfind(f"<{last.tag}".encode()) > low.rfind(f"</{last.tag}".encode()):
        return True
    tail = low if isinstance(last, etree._Comment) else low[-_TAIL:]
    if tail.rfind(b"<!--") > tail.rfind(b"-->"):
        return True
    return bool(_OPENED.match(tail, tail.rfind(b"<"))) if tail.rfind(b"<") > tail.rfind(b">") else False


def is_closed(low: bytes) -> bool:
    """True for a page, in small letters, that has its end tag; without one it may break off."""
    return b"</html" in low[-_TAIL:] or low.rfind(b"</body") >= 0 or low.rfind(b"</html") >= 0


def _breaks_off(text: str, low: bytes) -> bool:
    """True for a page without its end: the end tags of a document may be left out, but not in the middle of a text, nor those within."""
    is_document = b"<html" in low or b"<body" in low
    return (is_document and _ends_in_text(low)) or leaves_open(text)


def _ends_in_text(low: bytes) -> bool:
    return low[-_TAIL:].rstrip()[-1:] not in {b"", b">"}
