"""`creditline terms diff`: what changed between two packs, two versions of one, or two pages of terms."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from checker.cli import options, shelves
from checker.cli.exits import Exit
from checker.errors import UsageError

_PLACE = "A pack's file, address, ID or ID@VERSION; or a terms page's file or address."


class DiffFormat(StrEnum):
    """How the changes are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_PLACE)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same.")],
    form: Annotated[DiffFormat, typer.Option("--format", "-f", help="How it is written.")] = DiffFormat.TEXT,
    private: options.PrivateHosts = False,
) -> None:
    """Say what changed between two packs, two versions of a pack, two terms pages, or a pack and a page.

    Exit codes: 0 nothing changed, 1 something did, 2 the call or a pack is wrong, 3 one of them could not be read.
    """
    from checker.cli import places  # noqa: PLC0415  (reading pages takes longer than reading the options)
    from checker.report import terms_diff  # noqa: PLC0415
    from checker.terms import statements  # noqa: PLC0415

    if old == new == "-":
        raise UsageError("standard input can be one of the two, not both")
    library = shelves.configured()
    before, after = (places.find(place, library, private=private) for place in (old, new))
    compared = terms_diff.Compared(before, after, statements.changes(before, after))
    write = {
        DiffFormat.TEXT: terms_diff.text,
        DiffFormat.MARKDOWN: terms_diff.markdown,
        DiffFormat.JSON: terms_diff.as_json,
    }
    options.say(write[form](compared))
    raise typer.Exit(Exit.FALLS_SHORT if compared.changes else Exit.OK)
