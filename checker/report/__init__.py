"""Report -> text for people, programs, code hosts and CI. One module a format; this is their index."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from checker.model import Report

WRITERS = {
    "json": "json:write",
    "jsonl": "json:write_lines",
    "sarif": "sarif:write",
    "junit": "junit:write",
    "github": "github:write",
    "gitlab": "gitlab:write",
    "markdown": "markdown:write",
    "html": "html:of_run",
}
"""The formats that are one function Report -> str: module and function. Text for terminals has styles, and is beside them."""


def writer(form: str) -> Callable[[Report], str]:
    """The function that writes a format. Its module is read only then."""
    module, _, function = WRITERS[form].partition(":")
    found: Callable[[Report], str] = getattr(import_module(f"checker.report.{module}"), function)
    return found
