"""A record -> the answer of a server: its status, its headers, and its content unpacked, never more of it than may be read."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from checker.documents.packed import unpacked
from checker.documents.web.answer import Answer, without_login
from checker.errors import TargetError
from checker.scan.warc import BLANK_LINE, Record

_MAX_HEAD = 256 * 1024
_MAX_CHUNK = 8
_PIECE = 64 * 1024
_MAX_WINDOW = 1 << 27
_STATUS = re.compile(r"[0-9]{1,3}")


def answer(record: Record, max_bytes: int) -> Answer:
    """The answer in a response record. Raises TargetError, whose code says why there is none."""
    url = without_login(record.headers.get("warc-target-uri", "").strip("<>"))
    if record.type == "resource":
        kind = {"content-type": record.headers.get("content-type", "")}
        return Answer(url, 200, "", kind, record.content[:max_bytes], record.truncated, asked=url)
    blank = BLANK_LINE.search(record.content)
    end, start = blank.span() if blank else (0, 0)
    lines = record.content[: min(end, _MAX_HEAD)].decode("latin-1").split("\n")
    parts = lines[0].split(None, 2)
    status = _STATUS.fullmatch(parts[1]) if len(parts) > 1 else None
    if not lines[0].startswith("HTTP/") or status is None:
        raise TargetError("a response that is no HTTP", "not_http")
    headers = _headers(lines[1:])
    content, cut = _content(headers, record.content[start:], max_bytes)
    reason = parts[2].strip() if len(parts) > 2 else ""
    return Answer(url, int(status[0]), reason, headers, content, cut or record.truncated, asked=url)


def _headers(lines: list[str]) -> dict[str, str]:
    """Header fields; of several of one name the first holds, but for `Link`, which is a list."""
    found: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        key = name.strip().lower()
        if colon and key == "link" and key in found:
            found[key] += ", " + value.strip()
        elif colon:
            found.setdefault(key, value.strip())
    return found


def _content(headers: dict[str, str], body: bytes, max_bytes: int) -> tuple[bytes, bool]:
    """The body without its transfer coding and its content coding. Archives often unpack it and leave the headers as they were."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _without_chunks(body)
    coding = headers.get("content-encoding", "").strip().lower()
    unpacked_before = coding in {"br", "zstd"} and body.lstrip()[:1] == b"<"
    if coding in _UNPACKING and not unpacked_before:
        return _unpacked(body, max_bytes, coding)
    return body[:max_bytes], len(body) > max_bytes


def _unpacked(body: bytes, max_bytes: int, coding: str) -> tuple[bytes, bool]:
    out = bytearray()
    try:
        for piece in _UNPACKING[coding](body):
            out += piece
            if len(out) > max_bytes:
                return bytes(out[:max_bytes]), True
    except ImportError:
        raise TargetError(f"packed by {coding}: pip install 'creditline[archive]'", "packed") from None
    except Exception:  # whatever the libraries call bytes that they cannot unpack
        # Not packed, whatever the header says; or damaged on the way.
        return (bytes(out), True) if out else (body[:max_bytes], len(body) > max_bytes)
    return bytes(out), False


def _inflated(body: bytes) -> Iterator[bytes]:
    if body[:1] and body[0] & 0x0F != 8:
        return iter((zlib.decompressobj(-15).decompress(body, 1 << 26),))
    return unpacked([body])


def _brotli(body: bytes) -> Iterator[bytes]:
    import brotli  # noqa: PLC0415  (an extra)

    unpacker = brotli.Decompressor()
    piece = unpacker.process(body, output_buffer_limit=_PIECE)
    while piece:
        yield piece
        piece = b"" if unpacker.is_finished() else unpacker.process(b"", output_buffer_limit=_PIECE)


def _zstd(body: bytes) -> Iterator[bytes]:
    import zstandard  # noqa: PLC0415  (an extra)

    file = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).stream_reader(body, read_across_frames=True)
    return iter(partial(file.read, _PIECE), b"")


_UNPACKING: Mapping[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": lambda body: unpacked([body]),
    "x-gzip": lambda body: unpacked([body]),
    "deflate": _inflated,
    "br": _brotli,
    "zstd": _zstd,
}
"""Content codings (RFC 9110, section 8.4.1), and what unpacks them piece by piece."""


def _without_chunks(body: bytes) -> bytes:
    """The chunks of a body (RFC 9112, section 7.1) in one; the body as it is where it has none."""
    out: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\n", at, at + 1024)
        size = body[at:end].partition(b";")[0].strip() if end >= 0 else b""
        if not size or len(size) > _MAX_CHUNK or not _is_hexadecimal(size):
            return b"".join(out) if out else body
        length = int(size, 16)
        if length == 0:
            return b"".join(out)
        out.append(body[end + 1 : end + 1 + length])
        at = end + 1 + length
        at += 2 if body[at : at + 2] == b"\r\n" else 1


def _is_hexadecimal(text: bytes) -> bool:
    return all(char in b"0123456789abcdefABCDEF" for char in text)
