"""Documents that are no pages but lists of pages: sitemaps and their indexes, RSS and Atom feeds, plain lists of addresses."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree

from checker.documents.packed import unpacked
from checker.documents.web.answer import whole

MOST = 50_000
"""How many addresses one list may have: as many as the sitemaps protocol lets it."""
_LARGEST = 64 * 1024 * 1024
_GZIP = b"\x1f\x8b"
_ROOT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?>\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[(?:(?!<!ENTITY)[^\]])*+\]\s*+)?>)*+<(?:\w+:)?(urlset|sitemapindex|rss|feed|RDF)[\s>]",
    re.DOTALL,
)
"""Nothing before the root is read in a second way: of many comments there would be more ways than can be tried.

What has words of its own making is no list: they are never expanded, so its addresses could not be read.
"""
_HEAD = 16 * 1024
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How what is written in UTF-16 begins."""
_ATOM = "{http://www.w3.org/2005/Atom}"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True, slots=True)
class Listing:
    """The addresses in a list: those of pages, and those of further lists. `cut` says that there are more."""

    pages: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    cut: bool = False


def read(content: bytes, base: str | None = None, *, text: bool = False) -> Listing | None:
    """The list in some bytes, or None where they are none. Only with `text` may it be a plain one: an address a line, `#` for notes."""
    content = _unpacked(content) if content.startswith(_GZIP) else content
    cut = len(content) > _LARGEST
    content = content[:_LARGEST]
    if found := _ROOT.match(_head(content)):
        return _of(found[1].decode(), _parsed(content), base, cut=cut)
    return _plain(content) if text else None


def _head(content: bytes) -> bytes:
    """The beginning, in an encoding that has ASCII's letters."""
    head = content[:_HEAD]
    return head.decode("utf-16", "replace").encode() if head.startswith(_WIDE) else head


def _of(kind: str, root: etree._Element | None, base: str | None, *, cut: bool) -> Listing:
    found = [] if root is None else [whole(base or "", each.strip()) for each in _READERS[kind](root) if each.strip()]
    web = list(dict.fromkeys(each for each in found if each.lower().startswith(("http://", "https://"))))
    some, cut = tuple(web[:MOST]), cut or len(web) > MOST
    return Listing(lists=some, cut=cut) if kind == "sitemapindex" else Listing(some, cut=cut)


def _plain(content: bytes) -> Listing | None:
    """A plain list. Most of its lines are addresses; the others are told of as those that are none, each by itself."""
    with suppress(UnicodeDecodeError):
        lines = [line.strip() for line in content.decode("utf-8-sig").splitlines()]
        found = [line for line in lines if line and not line.startswith("#")]
        addresses = sum(line.lower().startswith(("http://", "https://")) and " " not in line for line in found)
        if addresses * 2 > len(found):
            return Listing(tuple(dict.fromkeys(found))[:MOST], cut=len(found) > MOST)
    return None


def _unpacked(content: bytes) -> bytes:
    """As much of a packed list as may be read: one that unpacks to more than that is cut, and one that is broken ends there."""
    out = bytearray()
    with suppress(zlib.error):
        for piece in unpacked([content]):
            out += piece
            if len(out) > _LARGEST:
                break
    return bytes(out)


def _parsed(content: bytes) -> etree._Element | None:
    """The root of an XML document as far as it is well formed; its entities are never expanded and nothing is loaded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True)
    with suppress(etree.XMLSyntaxError, ValueError):
        return etree.fromstring(content, parser)
    return None


def _locations(root: etree._Element) -> Iterator[str]:
    for entry in root:
        for child in entry:
            if _name(child) == "loc":
                yield child.text or ""
                break


def _items(root: etree._Element) -> Iterator[str]:
    for item in root.iter("{*}item"):
        links = [child.text or "" for child in item if _name(child) == "link" and child.text]
        ids = [
            child.text or ""
            for child in item
            if _name(child) == "guid" and child.get("isPermaLink", "true").lower() != "false"
        ]
        yield from (links or ids)[:1]


def _entries(root: etree._Element) -> Iterator[str]:
    for entry in root.iter(f"{_ATOM}entry"):
        links = [link for link in entry.iter(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate"]
        base = entry.get(_BASE) or root.get(_BASE) or ""
        yield from (whole(base, link.get("href") or "") for link in links[:1])


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


_READERS: Mapping[str, Callable[[etree._Element], Iterator[str]]] = {
    "urlset": _locations,
    "sitemapindex": _locations,
    "rss": _items,
    "RDF": _items,
    "feed": _entries,
}
