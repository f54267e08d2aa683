"""Answers on disk, for `--offline` and so that an unchanged page is not sent again.

Only conclusive answers are kept: pages, redirects, and "not found". What failed today may work tomorrow.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from checker.documents.challenge import is_challenge
from checker.documents.web.answer import Answer

_CONCLUSIVE = frozenset({200, 301, 302, 303, 307, 308, 404, 410})
_TAG = "CACHEDIR.TAG"
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder can be deleted at any time.\n"
_DAY = 24 * 3600
_MOST_DAYS = 30
_SMALL = 64 * 1024
"""Bytes. A challenge has less; marks of one stand on whole pages, too."""


def folder() -> Path | None:
    """Where the user's caches are, by the XDG base directory specification; None for a user without a home."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    with suppress(RuntimeError):
        return (Path(given) if os.path.isabs(given) else Path.home() / ".cache") / "creditline" / "http"
    return None


class Cache:
    """Answers by their address. A cache that cannot be read or written is an empty one: it is never needed."""

    def __init__(self, place: Path) -> None:
        self._place = place
        with suppress(OSError):
            self._prepare()

    def get(self, url: str) -> Answer | None:
        """The answer that was kept for an address."""
        try:
            head, _, content = self._file(url).read_bytes().partition(b"\n")
            values = json.loads(head)
            if values.pop("asked") != url or values.pop("size") != len(content):
                return None
            return Answer(**values, content=content)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, url: str, answer: Answer) -> None:
        """Keeps an answer, if it is conclusive and its server does not forbid it."""
        forbidden = "no-store" in answer.headers.get("cache-control", "").lower()
        if answer.status not in _CONCLUSIVE or answer.truncated or forbidden or _is_challenged(answer):
            return
        values = {
            "asked": url,
            "url": answer.url,
            "status": answer.status,
            "reason": answer.reason,
            "headers": dict(answer.headers),
            "size": len(answer.content),
        }
        with suppress(OSError):
            self._write(self._file(url), json.dumps(values).encode(), answer.content)

    def forget(self, url: str) -> None:
        """Drops what was kept for an address."""
        with suppress(OSError):
            self._file(url).unlink(missing_ok=True)

    def confirm(self, url: str, stored: Answer, fresh: Answer) -> Answer:
        """The kept answer with the headers of a server that said "not modified"; so it is kept from now on."""
        confirmed = replace(stored, headers={**stored.headers, **_kept(fresh.headers)}, seconds=fresh.seconds)
        self.put(url, confirmed)
        return confirmed

    def _prepare(self) -> None:
        """Makes the folder, and once a day drops what nobody has asked for in a long time."""
        self._place.mkdir(parents=True, exist_ok=True, mode=0o700)
        tag = self._place / _TAG
        if tag.exists() and time.time() - tag.stat().st_mtime < _DAY:
            return
        tag.write_text(_SIGNATURE, "ascii")
        for file in self._place.glob("*/*"):
            if time.time() - file.stat().st_mtime > _MOST_DAYS * _DAY:
                file.unlink()

    def _file(self, url: str) -> Path:
        name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
        return self._place / name[:2] / name[2:]

    def _write(self, file: Path, head: bytes, content: bytes) -> None:
        """In one step: another process may read it meanwhile."""
        file.parent.mkdir(exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as part:
            part.write(head + b"\n" + content)
        os.replace(name, file)


def conditions(stored: Answer | None) -> dict[str, str]:
    """The headers that ask for a page only if it has changed."""
    names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    said = {name: stored.headers.get(key, "") for key, name in names.items()} if stored else {}
    # What else a server may have written there, no request can hold.
    return {name: value for name, value in said.items() if value and value.isascii() and value.isprintable()}


def _is_challenged(answer: Answer) -> bool:
    """True for what asks for proof that a person is reading: whatever its status, it has said nothing of the page."""
    said = "challenge" in answer.headers.get("cf-mitigated", "").lower()
    return said or (len(answer.content) <= _SMALL and is_challenge(answer.content))


def _kept(headers: Mapping[str, str]) -> dict[str, str]:
    """What "not modified" says of the page itself: its own length and packing are of no page."""
    own = {"content-length", "content-type", "content-encoding", "transfer-encoding"}
    return {name: value for name, value in headers.items() if name not in own}
