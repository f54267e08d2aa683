"""`creditline terms draft`: a start of a rule pack, from a publisher's terms page."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from checker.cli import options, outputs, shelves
from checker.errors import TargetError, UsageError


def draft(
    source: Annotated[
        str,
        typer.Argument(metavar="FILE-or-URL", help="The terms: HTML, Markdown or plain text; - for standard input."),
    ],
    url: Annotated[
        str | None, typer.Option("--url", metavar="ADDRESS", help="Where the terms stand, if the page does not tell.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            callback=options.stdout_or,
            help="Write the draft to a new file instead of standard output.",
        ),
    ] = None,
    private: options.PrivateHosts = False,
) -> None:
    """Draft a rule pack from a publisher's terms page, for a person to review.

    Every requirement is marked review = "needed", and --strict refuses the pack as long as one is.
    """
    drafted = _drafted(source, url, private=private)
    if output is None:
        options.say(drafted)
        return
    # A draft that was reviewed is somebody's work: it is never overwritten.
    if os.path.lexists(output):
        raise UsageError(f"{output}: the file exists; a draft is written to a new one")
    outputs.put_new(drafted.encode("utf-8", "backslashreplace"), output)


def _drafted(source: str, url: str | None, *, private: bool) -> str:
    from checker.cli import places  # noqa: PLC0415  (reading pages takes longer than reading the options)
    from checker.terms import drafting  # noqa: PLC0415

    if url:
        shelves.web_address("--url", url)
    document = places.document_of(source, private=private)
    if places.is_pack(document):
        raise UsageError(f"{source}: a rule pack already; a draft starts from a page of terms")
    terms = places.page_of(document)
    at = url or terms.url
    if at is None:
        raise UsageError(f"{source}: it does not tell where these terms stand; say so with --url ADDRESS")
    try:
        return drafting.draft(terms.source, at, date.today())
    except TargetError as error:
        raise TargetError(f"{source}: {error}", error.code) from error
