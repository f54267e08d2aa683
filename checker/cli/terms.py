"""`creditline terms`: the rule packs."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from checker.cli.exits import Exit
from checker.errors import RulesError
from checker.page.text import printable
from checker.terms import load
from checker.terms.pack import Terms

app = typer.Typer(help="The publishers' terms, as rule packs.", no_args_is_help=True, rich_markup_mode=None)


class ListFormat(StrEnum):
    """How the list is written."""

    TEXT = "text"
    JSON = "json"


@app.command("list")
def list_(
    form: Annotated[ListFormat, typer.Option("--format", "-f", help="How the list is written.")] = ListFormat.TEXT,
) -> None:
    """List the rule packs that come with the program."""
    packs = [_row(pack) for pack in load.packaged().values()]
    if form is ListFormat.JSON:
        sys.stdout.write(json.dumps(packs, ensure_ascii=False, indent=1) + "\n")
        return
    for pack in packs:
        sys.stdout.write(f"{pack['id']:24} {pack['name']:24} {', '.join(pack['domains']) or '(any publisher)'}\n")


@app.command()
def show(name: Annotated[str, typer.Argument(metavar="ID", help="The pack's id.")]) -> None:
    """Show what a publisher's terms ask for, clause by clause."""
    pack = load.by_id(name)
    if facts := pack.publisher:
        sys.stdout.write(
            f"{facts.name} ({', '.join(facts.domains)}){f', ask {facts.contact}' if facts.contact else ''}\n"
        )
    for version in pack.versions:
        sys.stdout.write(
            f"\nSince {version.since}{f' until {version.until}' if version.until else ''}: {version.url}\n"
        )
        for demand in version.demands:
            audiences = f" ({', '.join(sorted(demand.audiences))} only)" if demand.audiences else ""
            sys.stdout.write(f"  {demand.strength.value:9} {demand.type:20} {demand.clause.text}{audiences}\n")


@app.command()
def validate(files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Rule packs.")]) -> None:
    """Say whether rule packs are well formed, and what is wrong with those that are not."""
    wrong = False
    for file in files:
        try:
            load.from_file(file)
            sys.stdout.write(f"{printable(str(file))}: valid\n")
        except RulesError as error:
            wrong = True
            sys.stderr.write(f"{printable(str(error))}\n")
    raise typer.Exit(Exit.USAGE if wrong else Exit.OK)


def _row(pack: Terms) -> dict[str, Any]:
    facts = pack.publisher
    return {
        "id": pack.id,
        "name": facts.name if facts else "Good practice",
        "domains": list(facts.domains) if facts else [],
        "license": None,
        "requirements": [demand.type for demand in pack.version_of().demands],
        "versions": [version.id for version in pack.versions],
    }
