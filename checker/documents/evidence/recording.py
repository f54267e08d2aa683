"""Writes what a run sees into a WARC file."""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import TracebackType
from uuid import uuid4

from checker.documents.document import Document
from checker.documents.evidence import records
from checker.documents.evidence.records import CALL, JSON, MEDIA, TERMS, What
from checker.documents.web.answer import USER_AGENT, without_login
from checker.documents.web.transport import Wire
from checker.errors import TargetError, UsageError

_LOGIN = re.compile(rb"^(?:proxy-)?authorization:[^\r\n]*\r\n", re.IGNORECASE | re.MULTILINE)
_VERSION = "WARC/1.1"
_INFO = {"software": USER_AGENT, "format": "WARC File Format 1.1", "robots": "obey"}


class Recording:
    """A recorder (`web/settings.py`) whose file appears when it is closed. One that is there already is never written over.

    `call` is what was asked, as JSON has it. Raises UsageError where the file cannot be made. Where it cannot be written on, there is no
    file at the end, and `failure` says why: the run goes on.
    """

    def __init__(self, file: Path, call: Mapping[str, object]) -> None:
        from warcio.warcwriter import WARCWriter  # noqa: PLC0415  (an extra)

        self._file, self._part = file, Path(f"{file}.part")
        self.failure: UsageError | None = None
        if os.path.lexists(file):
            raise UsageError(f"--evidence: {file} is there already, and evidence is never written over")
        try:
            self._out = self._part.open("xb")
        except OSError as error:
            raise UsageError(f"--evidence: {self._part}: {error.strerror or error}") from error
        self._writer = WARCWriter(self._out, gzip=True)
        self._lock = threading.Lock()
        info = "".join(f"{name}: {value}\r\n" for name, value in _INFO.items()).encode()
        self._add("warcinfo", None, info, "application/warc-fields", {"WARC-Filename": file.name})
        self._note(CALL, call)

    def __enter__(self) -> Recording:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._close()
            if error or self.failure:
                self._part.unlink(missing_ok=True)
            else:
                os.replace(self._part, self._file)

    def _close(self) -> None:
        try:
            if not self.failure:
                self._out.flush()
                os.fsync(self._out.fileno())
        except OSError as error:
            self._give_up(error)
        with suppress(OSError):  # what could not be written is tried once more
            self._out.close()

    def _give_up(self, error: OSError) -> None:
        self.failure = UsageError(f"--evidence: {self._file}: {error.strerror or error}")

    def exchange(self, url: str, wire: Wire, *, cut: bool) -> None:
        """A request and what was received, byte for byte; a login is left out."""
        uri = records.uri_of(without_login(url))
        more = {"WARC-Date": _date(wire.at)} | ({"WARC-IP-Address": wire.ip} if wire.ip else {})
        found = more | ({"WARC-Truncated": "length"} if cut else {})
        answer = self._add(What.ANSWER, uri, bytes(wire.received), "application/http; msgtype=response", found)
        sent, more = _LOGIN.sub(b"", bytes(wire.sent)), {**more, "WARC-Concurrent-To": answer}
        self._add("request", uri, sent, "application/http; msgtype=request", more)

    def failed(self, url: str, error: TargetError) -> None:
        """A request that had no answer."""
        self._failure(What.ANSWER, records.uri_of(without_login(url)), error)

    def rendered(self, url: str, content: bytes) -> None:
        """A page as its scripts made it."""
        self._add(What.RENDERING, records.uri_of(url), content, "text/html; charset=utf-8")

    def not_rendered(self, url: str, error: TargetError) -> None:
        """A page that could not be rendered."""
        self._failure(What.RENDERING, records.uri_of(url), error)

    def read(self, document: Document) -> None:
        """A file, or standard input."""
        more = {"WARC-Truncated": "length"} if document.truncated else {}
        self._add(What.FILE, records.file_uri(document.target), document.content, MEDIA[document.media], more)

    def unread(self, name: str, error: TargetError) -> None:
        """A file that could not be read."""
        self._failure(What.FILE, records.file_uri(name), error)

    def used(self, terms: Mapping[str, str]) -> None:
        """The digests of the terms that pages were judged by, by `ID@VERSION`."""
        self._note(TERMS, terms)

    def _failure(self, what: What, uri: str, error: TargetError) -> None:
        self._note(uri, {"of": what.value, "code": error.code, "message": str(error)})

    def _note(self, uri: str, values: Mapping[str, object]) -> None:
        self._add(What.NOTE, uri, json.dumps(values).encode(), JSON)

    def _add(
        self, kind: str, uri: str | None, block: bytes, content_type: str, more: Mapping[str, str] | None = None
    ) -> str:
        """Writes a record, and gives its id."""
        from warcio.recordloader import ArcWarcRecord  # noqa: PLC0415  (an extra)
        from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415

        name = f"<urn:uuid:{uuid4()}>"
        headers = {
            "WARC-Type": str(kind),
            "WARC-Record-ID": name,
            **({"WARC-Target-URI": uri} if uri else {}),
            "WARC-Date": _date(datetime.now(UTC)),
            **(more or {}),
            **records.digests(block, kind),
        }
        # Made here, for warcio would parse the headers of an answer and write them down in its own way.
        found = StatusAndHeaders("", list(headers.items()), protocol=_VERSION)
        record = ArcWarcRecord("warc", str(kind), found, BytesIO(block), None, content_type, len(block))
        with self._lock:
            # After Ctrl-C some threads are still at work.
            if not (self._out.closed or self.failure):
                try:
                    self._writer.write_record(record)
                except OSError as error:
                    self._give_up(error)
        return name


def _date(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
