"""HTML -> tree: one parse, and whether it is the whole page's."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from checker.page.tokens import ends_inside, uncrowded

_TAIL = 65536
_LEFT_OPEN = ((b"<script", b"</script"), (b"<style", b"</style"), (b"<!--", b"-->"))
_OPENED = re.compile(rb"<[a-z/!]")
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
    return root, "cut" if _looks_cut(content) and ends_inside(text) else None


def _readable(text: str) -> str:
    """The text itself, or without what is too much of it: tags, comments, and attributes of one tag, which are compared with each other."""
    tags = text.count("<")
    if tags >= _MOST_TAGS:
        text = "<".join(text.split("<", _MOST_TAGS)[:_MOST_TAGS])
    if tags > _MOST_COMMENTS:
        further = next(islice(_COMMENT.finditer(text), _MOST_COMMENTS, None), None)
        text = text[: further.start()] if further else text
    return uncrowded(text)


def _looks_cut(content: bytes) -> bool:
    """True where a page may end inside a tag, a comment, a script or a style sheet: a look at its end, which is quick."""
    tail = content[-_TAIL:].lower()
    if any(a in tail and tail.rfind(a) > tail.rfind(b) for a, b in _LEFT_OPEN):
        return True
    return bool(_OPENED.match(tail, tail.rfind(b"<"))) if tail.rfind(b"<") > tail.rfind(b">") else False
