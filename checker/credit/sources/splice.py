"""One change of a page's bytes, with every byte around it as it was.

The page is not written anew from its text: its bytes are cut at the place, and the new text, in the page's own encoding, is put
between. So line ends, the byte order mark, and bytes that make no sense in the encoding stay what they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from checker.page.decoding import Decoded, bom_of, decode


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters of a source from `start` to before `end` become `text`. `place` says in words where that is."""

    start: int
    end: int
    text: str
    place: str


def spliced(content: bytes, edit: Edit, *, entities: bool = True) -> bytes | None:
    """A page's bytes with one change; None where that cannot be done without touching others.

    Characters that the page's encoding does not have become character references, where `entities` are understood.
    """
    decoded = decode(content)
    start, end = (_byte_offset(content, decoded, at) for at in (edit.start, edit.end))
    if start is None or end is None:
        return None
    bom = len(bom_of(content))
    for written in _encoded(edit.text, decoded.encoding, entities=entities):
        made = content[:start] + written + content[end:]
        if _reads_as(made, decoded.encoding, (content[bom:start], written, content[end:])):
            return made
    return None


def _encoded(text: str, encoding: str, *, entities: bool) -> Iterator[bytes]:
    """The text in an encoding; then with references alone, where the encoding was guessed and would be guessed otherwise."""
    try:
        yield text.encode(encoding, "xmlcharrefreplace" if entities else "strict")
        if entities:
            yield text.encode("ascii", "xmlcharrefreplace").decode().encode(encoding)
    except UnicodeEncodeError:
        return


def _reads_as(made: bytes, encoding: str, parts: tuple[bytes, ...]) -> bool:
    """True where the new page is read in the same encoding, and as the old text with the new one in its place.

    An encoding that was guessed may be guessed otherwise now.
    """
    after = decode(made)
    return after.encoding == encoding and after.text == "".join(part.decode(encoding, "replace") for part in parts)


def _byte_offset(content: bytes, decoded: Decoded, at: int) -> int | None:
    """The offset in bytes of an offset in characters; None where the bytes cannot be cut there."""
    bom = len(bom_of(content))
    body, encoding, text = content[bom:], decoded.encoding, decoded.text
    guess = len(text[:at].encode(encoding, "replace")) if not decoded.damaged else -1
    if guess < 0 or not _cuts(body, encoding, text, at, guess):
        # Bytes that make no sense have no length that the text tells, so the place is looked for.
        guess = bisect_left(range(len(body)), at, key=lambda count: len(body[:count].decode(encoding, "replace")))
        if not _cuts(body, encoding, text, at, guess):
            return None
    return bom + guess


def _cuts(body: bytes, encoding: str, text: str, at: int, where: int) -> bool:
    """True where the bytes on either side are read as the characters on either side."""
    return (
        body[:where].decode(encoding, "replace") == text[:at] and body[where:].decode(encoding, "replace") == text[at:]
    )
