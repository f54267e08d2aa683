"""Which WARC record stands for what.

| what was seen | records |
|---|---|
| a request and its answer | `request` and `response`, as they went over the wire |
| a page as its scripts made it | `conversion` |
| a file | `resource` |
| a request, a page or a file that failed | `metadata`, JSON with `of`, `code` and `message` |
| what the call asked, and the terms that were used | `metadata`, JSON |
"""

from __future__ import annotations

import hashlib
import os
from base64 import b32encode
from collections.abc import Mapping
from enum import StrEnum
from urllib.parse import quote, urldefrag

from requests.utils import requote_uri

from checker.documents.document import Media
from checker.errors import UsageError

CALL = "urn:creditline:call"
TERMS = "urn:creditline:terms"
JSON = "application/json"
MEDIA: Mapping[Media, str] = {Media.HTML: "text/html", Media.MARKDOWN: "text/markdown"}


class What(StrEnum):
    """What a record has."""

    ANSWER = "response"
    RENDERING = "conversion"
    FILE = "resource"
    NOTE = "metadata"


def uri_of(url: str) -> str:
    """An address as records have it: in ASCII, without the place on its page."""
    return requote_uri(urldefrag(url).url)


def file_uri(name: str) -> str:
    """A file's name as a URI: relative where the name is."""
    return f"file:{quote(os.fsencode(name))}"


def digests(block: bytes, kind: str) -> dict[str, str]:
    """The digests of a record, by the headers that have them. The payload of an HTTP message is all behind its headers."""
    payload = block.partition(b"\r\n\r\n")[2] if kind in {"request", "response"} else block
    found = {"WARC-Block-Digest": _digest(block)}
    return found if kind == "warcinfo" else {"WARC-Payload-Digest": _digest(payload), **found}


def require_warcio() -> None:
    """Raises UsageError where the library that reads and writes WARC files is not installed."""
    try:
        import warcio  # noqa: F401, PLC0415  (an extra)
    except ImportError as error:
        raise UsageError("--evidence needs warcio: pip install 'creditline[archive]'") from error


def _digest(content: bytes) -> str:
    return f"sha256:{b32encode(hashlib.sha256(content).digest()).decode('ascii')}"
