"""Regular expressions over bytes that take linear time whatever the bytes are."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def compiled(pattern: bytes) -> Any:
    """An expression in which each byte is a character, of RE2's syntax: it has no look-around and no possessive forms."""
    import re2  # noqa: PLC0415  (a run of few pages needs no prefilter)

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return re2.compile(pattern, options)
