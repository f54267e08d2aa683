"""What can be read: bytes, where they came from, and what they claim to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

DEFAULT_MAX_BYTES = 32 * 1024 * 1024


class Media(StrEnum):
    """The formats that a page can have."""

    HTML = "html"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Document:
    """One page as it was found. `truncated` is True where not all of it was read; header names are in lower case."""

    target: str
    content: bytes
    media: Media
    url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    truncated: bool = False
