"""`creditline explain`: the documentation of a requirement, in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from checker.cli import options, shelves
from checker.page.text import printable


def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="REQUIREMENT",
            help="A requirement type, a pack's requirement (PACK/REQUIREMENT), or the reason of a finding.",
        ),
    ],
) -> None:
    """Explain what a requirement asks, when it fails and when it cannot be told."""
    from checker import explain as explained  # noqa: PLC0415  (only this command reads the documentation)

    text = printable(explained.page(name, shelves.configured()))
    if not _shown(text):
        options.say(text)


def _shown(text: str) -> bool:
    """True where a terminal showed the text; whatever else reads it gets the Markdown."""
    from rich.console import Console  # noqa: PLC0415
    from rich.markdown import Markdown  # noqa: PLC0415

    console = Console()
    if not console.is_terminal:
        return False
    console.print(Markdown(text, hyperlinks=False))
    return True
