"""`creditline verify`: judge the pages of a report again, from the evidence of its run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import evidence, options, shelves
from checker.cli.exits import Exit
from checker.documents import files
from checker.page.text import printable
from checker.report import inert

if TYPE_CHECKING:
    from checker.documents.evidence.keeping import Kept
    from checker.results.page import Page
    from checker.terms.library import Library
    from checker.verify import Verdict


class Form(StrEnum):
    """How the verdicts are written."""

    TEXT = "text"
    JSON = "json"


def verify(
    report: Annotated[Path, typer.Argument(help="The report: JSON, or JSON lines.", show_default=False)],
    kept: Annotated[
        Path, typer.Option("--evidence", metavar="FILE.warc.gz", help="What was kept of its run.", show_default=False)
    ],
    terms_file: Annotated[
        str | None, typer.Option("--terms-file", metavar="FILE", help="The rule pack of your own that the run used.")
    ] = None,
    config: options.ConfigFile = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="How the verdicts are written.")] = Form.TEXT,
) -> None:
    """Judge a report's pages again from its evidence, without the network, and say which verdicts stand.

    Exit codes: 0 all stand, 1 one does not or the evidence is not as it was written, 2 the call is wrong, 3 a file could not be read.
    """
    from checker.documents.evidence.records import require_warcio  # noqa: PLC0415  (an extra)

    require_warcio()
    from checker.documents.evidence.keeping import Kept  # noqa: PLC0415

    pages, found = _pages(report), Kept(kept)
    library = _library(terms_file, config)
    verdicts = _verdicts(pages, found, library)
    notes = [*_terms_notes(found, library), *(f"{kept}: damaged at byte {at}" for at in found.damage)]
    _write(verdicts, notes, form)
    if not verdicts:
        raise typer.Exit(Exit.NOT_CHECKED)
    stands = all(verdict.status == "stands" for verdict in verdicts) and not found.damage
    raise typer.Exit(Exit.OK if stands else Exit.FALLS_SHORT)


def _verdicts(pages: Sequence[Page], kept: Kept, library: Library) -> list[Verdict]:
    from checker import engine as engines  # noqa: PLC0415
    from checker.verify import verify as verified  # noqa: PLC0415

    engine = engines.of(library)
    question = evidence.question_of(kept.call, library)
    if shown := kept.call.shown:
        question = replace(question, shown=engine.original_of(kept.document(shown)))
    return verified(pages, kept, engine, question)


def _library(terms_file: str | None, config: Path | None) -> Library:
    from checker import config as configs  # noqa: PLC0415

    settled = configs.read(config) if config else configs.find(Path.cwd())
    return shelves.library(shelves.own_packs(settled, terms_file, strict=False))


def _pages(file: Path) -> list[Page]:
    """The pages of a report. Raises TargetError where it cannot be read, UsageError where it is none."""
    from checker.results import read  # noqa: PLC0415  (slow to import)

    try:
        content = files.whole(file)
    except OSError as error:
        raise read.unreadable(file, error) from error
    return [page for page, _ in read.parsed(str(file), content, datetime.now(UTC)).pages()]


def _terms_notes(kept: Kept, library: Library) -> Iterator[str]:
    """What is said of terms that are not what they were."""
    for name, told in kept.terms.items():
        terms, _, version = name.partition("@")
        now = evidence.digest_of(library, terms, version)
        if now is None:
            yield f"the terms {terms} of {version} are not at hand any more"
        elif now != told:
            yield f"the terms {terms} of {version} are written otherwise than they were"


def _write(verdicts: Sequence[Verdict], notes: Sequence[str], form: Form) -> None:
    if form is Form.JSON:
        value = {"verdicts": [asdict(verdict) for verdict in verdicts], "notes": notes}
        options.say(inert.dumps(value, indent=1) + "\n")
    else:
        options.say("".join(f"{printable(line)}\n" for line in _lines(verdicts, notes)))


def _lines(verdicts: Sequence[Verdict], notes: Sequence[str]) -> Iterator[str]:
    for verdict in verdicts:
        yield f"{verdict.target}: {verdict.status.replace('_', ' ')} ({verdict.outcome.replace('_', ' ')})"
        for change in verdict.changes:
            yield f"    {change.what}: {change.before or 'none'} -> {change.now or 'none'}"
        if verdict.note:
            yield f"    {verdict.note}"
    yield from (f"note: {note}" for note in notes)
    stand = sum(verdict.status == "stands" for verdict in verdicts)
    yield f"{len(verdicts)} verdict{'' if len(verdicts) == 1 else 's'} judged again: {stand} stand{'s' if stand == 1 else ''}."
