"""What a snippet leaves for a person to fill in. Nothing with a blank is ever written into a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from checker.model import Fix

_YEAR = re.compile(r",? \bYEAR\b")
_BLANK = re.compile(
    r"(?P<original_unknown>ADDRESS-OF-THE-ORIGINAL|\[(?:LINK|URL)\])"
    r"|(?P<author_unknown>NAME-OF-THE-AUTHOR|\[(?:AUTHOR|REPORTER)\])"
    r"|(?P<license_unknown>(?:NAME|ADDRESS)-OF-THE-LICENCE)"
    r"|(?P<words_unknown>\[[A-Z]{3,}\]|…|\{[a-z]+\})"
)
_LEFT = re.compile(r"(?:ADDRESS|NAME)-OF-THE-[A-Z]{3,}|, YEAR\b")
"""Blanks that nobody else writes, so that one on a page was left there."""
MISSING: Mapping[str, str] = {
    "original_unknown": "the original's address is not known; give it with --original",
    "author_unknown": "who wrote the original is not known; give the name with --author",
    "license_unknown": "which licence the original has is not known",
    "words_unknown": "the terms leave words open that only a person can fill in",
}
"""Why nothing is inserted, by what is missing."""


def blank_in(text: str) -> str | None:
    """What is missing in a snippet, as a key of MISSING; None where nothing is."""
    found = _BLANK.search(text)
    return found.lastgroup if found else None


def is_left_in(text: str) -> bool:
    """True for words of a page that were a snippet, in which nobody filled in a blank."""
    return _LEFT.search(text) is not None


def dated(fix: Fix, published: date | None) -> Fix:
    """A copyright line with the year of the original, or without one where nobody knows it."""
    year = f", {published.year}" if published else ""
    return Fix(_YEAR.sub(year, fix.html), _YEAR.sub(year, fix.markdown))
