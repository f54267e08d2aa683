"""`creditline init`: a configuration to start from, made of what is found in the repository."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli import options
from checker.errors import UsageError
from checker.page.text import printable


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="The root of the site's repository.", show_default=False)
    ] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Overwrite a configuration that is there.")] = False,
) -> None:
    """Write a commented creditline.toml from what is found in a repository: generator, address, folders, front matter."""
    from checker.config.read import OWN_FILE, inside, read  # noqa: PLC0415
    from checker.setup import found, template  # noqa: PLC0415

    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder")
    file = folder / OWN_FILE
    there = file if file.exists() else inside(folder)
    if there and not force:
        raise UsageError(f"{there} is there already; --force writes another")
    seen = found.look(folder)
    options.put(template.toml(seen), file)
    read(file)
    for line in (*found.told(seen), f"wrote {file}"):
        options.say(printable(line) + "\n")
