"""Whether words are a date, or may be one."""

from __future__ import annotations

import re

from checker.page.text import is_ideographic

_FIGURE = re.compile(r"\D*?(?P<before>[^\W\d_]*)[\W_]*\d+[\W_]*(?P<behind>[^\W\d_]*)")
_WHOLE_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d/\d|\d[.-]\d+[.-]")
_SOON = 20
_SIGN = "©"


def is_date(folded: str, words: frozenset[str]) -> bool:
    """True for folded text of nothing but figures and the words that dates are made of."""
    tokens = re.findall(r"\d+|[^\s\d.,;:/()|–-]+", folded)
    return folded.strip() in words or (bool(tokens) and all(token.isdigit() or token in words for token in tokens))


def tells_date(folded: str, start: int, end: int, words: frozenset[str]) -> bool:
    """False where no word of a date stands beside the first figure of a slot, and no whole date follows: "version 5", "table 1".

    The year of a copyright notice is none either.
    """
    if _SIGN in folded[start:end]:
        return False
    found = _FIGURE.match(folded, start, end + _SOON)
    if found is None or not found["before"] or _WHOLE_DATE.search(folded, start, end + _SOON):
        return True
    return is_ideographic(found["before"][0]) or not words.isdisjoint({found["before"], found["behind"]})
