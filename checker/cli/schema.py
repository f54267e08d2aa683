"""`creditline schema`: the JSON Schemas of what the program reads and writes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from checker import data
from checker.cli import options


class Name(StrEnum):
    """The schemas."""

    REPORT = "report"
    PUBLISHER_REPORT = "publisher-report"
    TERMS = "terms"
    CONFIG = "config"
    BASELINE = "baseline"
    WORDING = "wording"


def schema(name: Annotated[Name, typer.Argument(help="Which one.")]) -> None:
    """Print a JSON Schema."""
    options.say((data.folder("schemas") / f"{name.value}.schema.json").read_bytes())
