"""The history of all looks, in one SQLite file. An audit is in it whole or not at all, whenever the program is killed."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from checker.errors import UsageError
from checker.model import Outcome, PageOutcome, Severity
from checker.results.look import Judged, Look, looks
from checker.results.page import Page
from checker.results.read import Results, decoded

_APPLICATION = 0x63726564
"""How SQLite's header says whose file it is: "cred"."""
_PATIENCE = 30.0
"""How long another program that writes is waited for, in seconds."""

MIGRATIONS = (
    """
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        created TEXT NOT NULL
    );
    CREATE TABLE look (
        id INTEGER PRIMARY KEY,
        audit INTEGER NOT NULL REFERENCES audit(id) ON DELETE CASCADE,
        target TEXT NOT NULL,
        outcome TEXT NOT NULL,
        host TEXT NOT NULL,
        article TEXT NOT NULL,
        title TEXT,
        url TEXT,
        publisher TEXT,
        terms TEXT,
        terms_version TEXT,
        language TEXT NOT NULL,
        error TEXT,
        digest TEXT NOT NULL,
        body BLOB NOT NULL
    );
    CREATE INDEX look_digest ON look(digest);
    CREATE INDEX look_audit ON look(audit);
    CREATE TABLE judged (
        look INTEGER NOT NULL REFERENCES look(id) ON DELETE CASCADE,
        requirement TEXT NOT NULL,
        outcome TEXT NOT NULL,
        severity TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        reason TEXT,
        message TEXT NOT NULL,
        line INTEGER
    );
    CREATE INDEX judged_look ON judged(look);
    """,
)
"""How each version of the file is made of the one before. Versions are never changed, only added."""


class Store:
    """The looks of all audits. Use it as a context manager."""

    def __init__(self, file: Path) -> None:
        """Opens the file, makes it where it is missing, and brings it to the version of today. Raises UsageError."""
        self._file = file
        try:
            self._base = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
        except sqlite3.Error as error:
            raise UsageError(f"{file}: {error}") from error
        try:
            self._prepare()
        except (sqlite3.Error, UsageError) as error:
            self._base.close()
            raise UsageError(f"{file}: no store of creditline that can be used: {error}") from error

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def add(self, results: Results) -> bool:
        """Keeps the looks of one run; False where it has them already. When this returns, they are on the disk. Raises UsageError."""
        with self._told(), self._transaction():
            row = (results.digest, results.name, results.created.isoformat())
            done = self._base.execute("INSERT OR IGNORE INTO audit(digest, name, created) VALUES (?, ?, ?)", row)
            if not done.rowcount:
                return False
            for look, raw in looks([results]):
                self._add(done.lastrowid, look, zlib.compress(raw))
        return True

    def page(self, look: Look) -> Page:
        """All that was said of a page in one look."""
        row = self._base.execute("SELECT body FROM look WHERE digest = ?", (look.digest,)).fetchone()
        return decoded(zlib.decompress(row[0]))

    def looks(self) -> Iterator[Look]:
        """All looks, the oldest audit first. Raises UsageError for a file that is broken."""
        query = (
            "SELECT look.*, audit.created FROM look JOIN audit ON audit.id = look.audit ORDER BY audit.created, look.id"
        )
        with self._told(), closing(self._base.execute(query)) as rows:
            rows.row_factory = sqlite3.Row
            for row in rows:
                yield self._look(row)

    def _add(self, audit: int | None, look: Look, body: bytes) -> None:
        values = (
            *(audit, look.target, look.outcome.value, look.host, look.article, look.title, look.url, look.publisher),
            *(look.terms, look.terms_version, look.language, look.error, look.digest, body),
        )
        marks = ", ".join("?" * len(values))
        done = self._base.execute(f"INSERT INTO look VALUES (NULL, {marks})", values)  # noqa: S608  (marks alone)
        self._base.executemany(
            "INSERT INTO judged VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    done.lastrowid,
                    j.requirement,
                    j.outcome.value,
                    j.severity.value,
                    j.fingerprint,
                    j.reason,
                    j.message,
                    j.line,
                )
                for j in look.findings
            ],
        )

    def _look(self, row: sqlite3.Row) -> Look:
        judged = self._base.execute("SELECT * FROM judged WHERE look = ? ORDER BY rowid", (row["id"],))
        return Look(
            target=row["target"],
            at=datetime.fromisoformat(row["created"]),
            outcome=PageOutcome(row["outcome"]),
            **{key: row[key] for key in _AS_THEY_ARE},
            findings=tuple(_judged(each) for each in judged),
        )

    def _prepare(self) -> None:
        base = self._base
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = FULL")
        base.execute("PRAGMA foreign_keys = ON")
        with self._transaction():
            self._migrate()

    def _migrate(self) -> None:
        base = self._base
        ours = base.execute("PRAGMA application_id").fetchone()[0]
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if ours != _APPLICATION and base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise UsageError("a database of another program")
        if version > len(MIGRATIONS):
            raise UsageError(f"a newer creditline made it (version {version} of the store)")
        for number in range(version, len(MIGRATIONS)):
            for statement in filter(str.strip, MIGRATIONS[number].split(";")):
                base.execute(statement)
        base.execute(f"PRAGMA application_id = {_APPLICATION}")
        base.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Says of which file it is that the library complains: a full disk, a broken file, another program that writes."""
        try:
            yield
        except sqlite3.Error as error:
            raise UsageError(f"{self._file}: {error}") from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._base.in_transaction:  # a full disk ends it by itself
                self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")


_AS_THEY_ARE = ("host", "article", "title", "url", "publisher", "terms", "terms_version", "language", "error", "digest")


def _judged(row: tuple[Any, ...]) -> Judged:
    _, requirement, outcome, severity, fingerprint, reason, message, line = row
    return Judged(requirement, Outcome(outcome), Severity(severity), fingerprint, reason, message, line)
