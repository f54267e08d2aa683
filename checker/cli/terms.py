"""`creditline terms`: the rule packs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from checker.cli import options, shelves, terms_diff, terms_draft
from checker.cli.command import Command
from checker.cli.exits import Exit
from checker.errors import RulesError, UsageError
from checker.page.text import printable

app = typer.Typer(help="The publishers' terms, as rule packs.", no_args_is_help=True, rich_markup_mode=None)


class ListFormat(StrEnum):
    """How the list is written."""

    TEXT = "text"
    JSON = "json"


class ShowFormat(StrEnum):
    """How a pack is shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@app.command("list", cls=Command)
def list_(
    form: Annotated[ListFormat, typer.Option("--format", "-f", help="How the list is written.")] = ListFormat.TEXT,
) -> None:
    """List the rule packs that come with the program, and those that the configuration names."""
    from checker.report import packs  # noqa: PLC0415

    library = shelves.configured()
    write = packs.table if form is ListFormat.TEXT else packs.as_json
    options.say(write([library[name] for name in library]))


@app.command(cls=Command)
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="The pack's id.")],
    form: Annotated[ShowFormat, typer.Option("--format", "-f", help="How it is written.")] = ShowFormat.TEXT,
) -> None:
    """Show what a republisher must do by a publisher's terms, clause by clause."""
    from checker.report import packs  # noqa: PLC0415

    terms = shelves.configured().called(name)
    write = {ShowFormat.TEXT: packs.text, ShowFormat.MARKDOWN: packs.markdown, ShowFormat.JSON: packs.whole_json}
    options.say(write[form](terms))


@app.command(cls=Command)
def validate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Rule packs, or folders of them.")],
    strict: Annotated[bool, typer.Option("--strict", help="Refuse drafts too.")] = False,
) -> None:
    """Say whether rule packs are well formed, and what is wrong with those that are not."""
    wrong = False
    for file in files:
        try:
            for terms in _validated(file, strict=strict):
                options.say(f"{printable(str(file))}: valid ({terms})\n")
        except RulesError as error:
            wrong = True
            sys.stderr.write(f"{printable(str(error))}\n")
    raise typer.Exit(Exit.USAGE if wrong else Exit.OK)


def _validated(file: Path, *, strict: bool) -> list[str]:
    """The ids of the packs in a file or a folder, which are valid with all that they extend."""
    from checker.terms import own  # noqa: PLC0415
    from checker.terms.library import packaged  # noqa: PLC0415

    found = own.read([file], strict=strict)
    packaged().with_own(found)
    return [terms.id for terms in found]


@app.command("test", cls=Command)
def try_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Rule packs.")],
    pages: Annotated[
        Path | None,
        typer.Option(
            "--pages", metavar="FOLDER", help="The folder of the pages, instead of the one named for the pack."
        ),
    ] = None,
) -> None:
    """Run a rule pack's own pages, those that are well and those that are not."""
    wrong = sum(_tried(file, pages or file.with_suffix("")) for file in files)
    raise typer.Exit(Exit.FALLS_SHORT if wrong else Exit.OK)


def _tried(file: Path, pages: Path) -> int:
    """How many cases of a pack do not come out as they should, each told on standard output."""
    from checker import engine, trial  # noqa: PLC0415
    from checker.terms import own  # noqa: PLC0415
    from checker.terms.library import packaged  # noqa: PLC0415

    library = packaged().with_own(own.read([file]))
    cases = trial.cases(pages)
    if not cases:
        raise UsageError(f"{file}: it has no pages in {pages} (a folder a case, with page.html and {trial.EXPECTED})")
    done = [trial.run(case, engine.of(library), library) for case in cases]
    for each in done:
        options.say(printable(f"{each.folder}: {'; '.join(each.differences) or 'as expected'}") + "\n")
    wrong = sum(bool(each.differences) for each in done)
    options.say(f"{len(done)} pages: {len(done) - wrong} as expected, {wrong} not.\n")
    return wrong


app.command("draft", cls=Command)(terms_draft.draft)
app.command("diff", cls=Command)(terms_diff.diff)
