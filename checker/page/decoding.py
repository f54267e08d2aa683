"""Bytes -> text. A parser's own guess is wrong on one page in ten, so the text is decoded before it is parsed.

The order is that of the WHATWG Encoding Standard where a page is honest (byte order mark, transport, `<meta>`), but bytes
that are valid UTF-8 beyond ASCII are UTF-8 whatever a page declares: no other encoding's text comes out so by chance.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32", "utf_16", "utf_32")
_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.\-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.\-]{2,40})", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([a-zA-Z0-9_:.\-]{2,40})", re.IGNORECASE)
# What the Encoding Standard reads under another name: pages that say the left mean the right.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Seven-bit encodings: their bytes are valid ASCII, so "valid UTF-8" says nothing about them.
_SEVEN_BIT = {"iso2022_jp", "utf-7", "hz", "iso2022_kr"}
# What Python calls a text encoding, and no page is written in.
_NO_PAGES = {"unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined", "mbcs", "oem"}
_DECLARED_WITHIN = 4096
_SAMPLE = 65536


_CONTROLS = bytes(code for code in (*range(1, 32), 127) if code not in b"\t\n\f\r\x1b")
_GARBLED, _BINARY = 100, 30
"""One character in so many that makes no sense: not all of the text is what somebody wrote; one byte in so many: it is no text."""
# Longer forms than a character has, and halves of pairs.
_MISWRITTEN = re.compile(
    rb"[\xc0\xc1][\x80-\xbf]|\xe0[\x80-\x9f][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]|\xf0[\x80-\x8f][\x80-\xbf]{2}"
)
# So many letters in a row are half as many of two bytes each, all of them by chance of bytes that are letters too.
_NARROW = re.compile(rb"[\t\n\r -~]{60}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was read in, and whether some bytes made no sense in it.

    `garbled` is True where those are so many that a part of the text cannot be read, and `binary` where it is no text at all.
    """

    text: str
    encoding: str
    damaged: bool = False
    garbled: bool = False
    binary: bool = False


def decode(content: bytes, content_type: str | None = None) -> Decoded:
    """The text of a page's bytes; never raises. Bytes that make no sense become U+FFFD and set `damaged`."""
    bom = bom_of(content)
    found = _read(content, bom, content_type)
    is_wide = found.encoding.startswith(_WIDE)
    controls = 0 if is_wide else len(content) - len(content.translate(None, _CONTROLS))
    lost = found.text.count("�") + found.text.count("\0") + controls
    binary = found.encoding != "utf-8" and controls * _BINARY > len(content)
    mixed = is_wide and (bool(_NARROW.search(content)) or _wide(content[len(bom) :]) not in {None, found.encoding})
    return replace(found, garbled=mixed or lost * _GARBLED > len(found.text), binary=binary)


def utf8(content: bytes, content_type: str | None = None) -> bytes:
    """The text of a page's bytes in UTF-8: the bytes themselves where they are that."""
    found = _read(content, bom_of(content), content_type)
    return content if found.encoding == "utf-8" and not found.damaged else found.text.encode("utf-8", "replace")


def _read(content: bytes, bom: bytes, content_type: str | None) -> Decoded:
    return _marked(content, bom) if bom else _unmarked(content, content_type)


def _marked(content: bytes, bom: bytes) -> Decoded:
    """The text behind a byte order mark, which goes before all that a page says."""
    return _forgiving(content[len(bom) :], dict(_BOMS)[bom])


def _unmarked(content: bytes, content_type: str | None) -> Decoded:
    declared = _declared(content, content_type)
    if declared in _SEVEN_BIT:
        return _forgiving(content, declared)
    if wide := _wide(content):
        return _forgiving(content, wide)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(content, error):
            return _forgiving(content, "utf-8")
    return _forgiving(content, declared if declared and declared != "utf-8" else _detected(content))


def bom_of(content: bytes) -> bytes:
    """The byte order mark that a page begins with; empty where it has none."""
    return next((bom for bom, _ in _BOMS if content.startswith(bom)), b"")


def _declared(content: bytes, content_type: str | None) -> str | None:
    names = [match[1] for match in [_HEADER.search(content_type or "")] if match]
    head = content[:_DECLARED_WITHIN]
    names += [match[1].decode("ascii") for match in (_XML.match(head), _META.search(head)) if match]
    return next((known for name in names if (known := _known(name))), None)


def _known(name: str) -> str | None:
    """The codec's own name, or None for a name nobody knows or one that is no page's encoding."""
    try:
        found = codecs.lookup(name.lower().removeprefix("x-"))
    except (LookupError, UnicodeError, ValueError):
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name.replace("_", "-") in _NO_PAGES:
        return None
    # A page whose <meta> could be read byte by byte is not in a two-byte encoding, whatever it says.
    return None if found.name.startswith(_WIDE) else _MEANT.get(found.name, found.name)


def _wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark: markup is mostly ASCII, so the zero bytes lie in a pattern."""
    sample = content[:400]
    if len(sample) < 8 or sample.count(0) * 3 < len(sample):
        return None
    zeros = [sample[at::4].count(0) * 4 / len(sample) > 0.6 for at in range(4)]
    patterns = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    return patterns.get((zeros[0], zeros[1], zeros[2], zeros[3]))


def _mostly_utf8(content: bytes, error: UnicodeDecodeError) -> bool:
    """True where a page is UTF-8 but for a few bytes: cut at its end, one badly pasted word, or what no encoder should write."""
    if error.start >= len(content) - 4 or _is_utf8(_MISWRITTEN.sub(b"", content)):
        return True
    sample = content[:_SAMPLE].decode("utf-8", "replace")
    good = sum(1 for char in sample if char > "\x7f" and char != "�")
    return good > 20 * sample.count("�") and good > 0


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _detected(content: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (slow to import, rarely needed)

    best = from_bytes(content[:_SAMPLE]).best()
    return _MEANT.get(best.encoding, best.encoding) if best else "cp1252"


def _forgiving(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError:
        return Decoded(content.decode(encoding, "replace"), encoding, damaged=True)
