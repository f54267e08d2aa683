"""The formats of a credit block."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How a credit block is written."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    JSON_LD = "json-ld"
