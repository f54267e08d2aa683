"""Rule packs of the user's own: files, folders of files, and one that a publisher hosts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from checker.documents.document import Document
from checker.documents.web.settings import Limits
from checker.errors import RulesError, TargetError
from checker.terms import reading, validity
from checker.terms.pack import Terms


def read(places: Iterable[Path], *, strict: bool = False) -> list[Terms]:
    """The packs in some files and folders, valid, in their order.

    Raises RulesError for one that is not, for two of one id, and, if `strict`, for a draft that nobody has reviewed.
    """
    found: dict[str, Terms] = {}
    for file in _files(places):
        terms = validity.read(file)
        if terms.id in found:
            raise RulesError(f"{file}: there is another rule pack {terms.id!r} before this one")
        if strict:
            refuse_drafts(terms, str(file))
        found[terms.id] = terms
    return list(found.values())


def fetch(url: str, limits: Limits, *, strict: bool = False) -> list[Terms]:
    """The pack at an address, which a publisher hosts.

    Raises RulesError as `read` does, and where it cannot be had.
    """
    from checker.documents import web  # noqa: PLC0415  (nobody else here needs the network)

    try:
        document = web.fetch(url, replace(limits, max_bytes=reading.MAX_BYTES))
    except TargetError as error:
        raise RulesError(str(error)) from error
    terms = parse(document)
    if strict:
        refuse_drafts(terms, url)
    return [terms]


def parse(document: Document) -> Terms:
    """The pack in a document, valid, what it inherits left open. Raises RulesError."""
    if document.truncated or len(document.content) > reading.MAX_BYTES:
        raise RulesError(f"{document.target}: larger than {reading.MAX_BYTES} bytes")
    try:
        source = document.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RulesError(f"{document.target}: not a TOML file: it is not UTF-8 ({error.reason})") from error
    return validity.parse(source, document.target)


def refuse_drafts(terms: Terms, name: str) -> None:
    """Raises RulesError where a requirement still waits for its review."""
    waiting = sum(demand.drafted for version in terms.versions for demand in version.demands)
    if waiting:
        raise RulesError(
            f'{name}: {waiting} of its requirements are drafts (review = "needed"); compare them with the terms and take the key out'
        )


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        if os.path.isdir(place):  # unlike Path.is_dir, for any name
            files = sorted(place.glob("*.toml"))
            if not files:
                raise RulesError(f"{place}: this folder has no rule packs (*.toml)")
            yield from files
        else:
            yield place
