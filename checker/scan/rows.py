"""A record of an archive -> the row for it. Pure: one machine and a cluster call the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from checker.documents.document import DEFAULT_MAX_BYTES, Document
from checker.errors import TargetError
from checker.liveness import absent
from checker.model import PageOutcome, PageReport
from checker.report import inert
from checker.scan import places, response
from checker.scan.naming import Naming
from checker.scan.places import Place
from checker.scan.warc import Record

Judge = Callable[[Document], PageReport]
Row = dict[str, Any]
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of each record.

    `everything` keeps the rows of pages that are nobody's copy, too. With `naming`, a page has a row where it is one of these publishers',
    and most of the others are not parsed. `terms` is a digest of what pages are judged by: other terms make another run.
    """

    judge: Judge
    everything: bool = False
    max_bytes: int = DEFAULT_MAX_BYTES
    naming: Naming | None = None
    terms: str = ""


def of_place(place: Place, asked: Asked, offset: int = 0, *, exact: bool = True) -> Iterator[tuple[int, Row | None]]:
    """The records of an archive from an offset on: the offset of each, and its row, None for one that is to have none.

    An archive that cannot be read, or not be read on, has a row that says so.
    """
    from checker.report import json as report  # noqa: PLC0415

    last = offset
    try:
        for record, page in _each(place, asked, offset, exact=exact):
            last = record.offset
            if page and (asked.everything or page.outcome is not PageOutcome.NOT_REPUBLISHED):
                yield record.offset, _row(place.name, record, report.page(page))
            else:
                yield record.offset, None
    except TargetError as error:
        yield last, failed(place.name, last, error.code, str(error))


def pages(name: str, asked: Asked) -> Iterator[PageReport]:
    """The reports on the pages in an archive, and on what of it cannot be read."""
    for place in places.expand(name):
        try:
            yield from (page for _, page in _each(place, asked) if page)
        except TargetError as error:
            yield _unread(place.name, error.code, str(error))


def _each(
    place: Place, asked: Asked, offset: int = 0, *, exact: bool = True
) -> Iterator[tuple[Record, PageReport | None]]:
    """The records, and the reports on the pages in them. A stretch of an archive in which no record is found is told of once.

    Raises TargetError where the archive cannot be read on, and where it holds nothing at all.
    """
    lost, empty = False, offset == 0 and exact and not place.offsets
    for record in places.records(place, asked.max_bytes, offset, exact=exact):
        empty = False
        behind, lost = lost, bool(record.damage and not record.headers and not place.offsets)
        yield record, None if behind and lost else page_of(place.name, record, asked)
    if empty:
        raise TargetError("an archive without any record", "damaged")


def page_of(archive: str, record: Record, asked: Asked) -> PageReport | None:
    """The report on the page in a record; None for a record that holds none."""
    target = f"{archive}#{record.offset}" + (f"+{record.within}" if record.within else "")
    if record.unread:
        return _unread(target, record.unread.code, str(record.unread))
    if record.damage:
        return PageReport(
            target, PageOutcome.ERROR, error_code="damaged", error_message=f"a damaged record: {record.damage}"
        )
    if not _may_be_page(record):
        return None
    try:
        return _judged(target, record, asked)
    except TargetError as error:
        return replace(absent.lost(target, error), url=record.headers.get("warc-target-uri") or None)
    except Exception as error:  # one page never stops the rest
        return PageReport(
            target, PageOutcome.ERROR, error_code="internal", error_message=f"{type(error).__name__}: {error}"
        )


def _may_be_page(record: Record) -> bool:
    """True for what a server answered, and for a page that was archived without an answer."""
    kind = record.headers.get("content-type", "").partition(";")[0].strip().lower()
    if record.type == "response":
        return kind in {"application/http", ""} and not record.headers.get("warc-target-uri", "").startswith("dns:")
    return record.type == "resource" and kind in _PAGES


def _judged(target: str, record: Record, asked: Asked) -> PageReport | None:
    from checker.documents.web import documented  # noqa: PLC0415

    found = response.answer(record, asked.max_bytes)
    if found.location or (found.media_type and found.media_type not in _PAGES):
        return None
    documented.refuse(replace(found, asked=found.url))
    media = documented.media_of(found)
    if media is None:
        return None
    document = replace(documented.as_document(found, media), target=target)
    if asked.naming is None:
        return absent.judged(asked.judge(document))
    if not asked.naming.may_name(document):
        return None
    page = absent.judged(asked.judge(document))
    return page if _is_wanted(page, asked.naming) else None


def _is_wanted(page: PageReport, naming: Naming) -> bool:
    """True for a page of the publishers that are looked for, and for one that the server did not give."""
    return page.outcome is PageOutcome.ERROR or naming.is_of(page.recognition.publisher)


def failed(archive: str, offset: int, code: str, message: str) -> Row:
    """The row for an archive that cannot be read, or not be read on."""
    from checker.report import json as report  # noqa: PLC0415

    return _row(archive, Record(offset), report.page(_unread(archive, code, message)))


def _unread(archive: str, code: str, message: str) -> PageReport:
    return PageReport(archive, PageOutcome.ERROR, error_code=code, error_message=message)


def line(row: Row) -> bytes:
    """A row as a line of JSON."""
    return inert.dumps(row).encode() + b"\n"


def _row(archive: str, record: Record, page: Row) -> Row:
    """The page's object of the JSON report, and where and when it was archived."""
    return page | {
        "archive": archive,
        "offset": record.offset,
        "date": record.headers.get("warc-date"),
        "digest": record.headers.get("warc-payload-digest") or record.headers.get("warc-block-digest"),
    }
