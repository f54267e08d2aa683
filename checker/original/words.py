"""A text as the words by which it is compared, and where each of them stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from checker.page.text import IGNORABLE, fold, word_count

_DENSE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_NO_SPACES = re.compile(f"[{_DENSE}]")
_MARKS = rf"{IGNORABLE.pattern[1:-1]}\u0300-\u036f"
_LETTERS = rf"(?:[^\W{_DENSE}]++|[{_MARKS}]++)++"
_NUMBER = r"(?:(?<![^\s(\[])-)?\d+(?:[.,:]\d+)+(?!\w)|(?<![^\s(\[])-\d+"
# A word with its apostrophes, a number with its marks, a sign of a script without spaces, a sign that says something. What stands behind
# it and may begin none is taken with it: that is quicker than to look there for each of these.
_TOKEN = re.compile(
    rf"((?!\d){_LETTERS}(?:'{_LETTERS})*+|{_NUMBER}|[{_DENSE}]|{_LETTERS}(?:'{_LETTERS})*+|[$€£¥%&+=°§<>])"
    rf"[^\w{_MARKS}{_DENSE}$€£¥%&+=°§<>-]*+"
)
_ASCII_TOKEN = re.compile(rf"([a-z_]\w*+(?:'\w++)*+|{_NUMBER}|\w+(?:'\w+)*|[$%&+=<>])[^\w$%&+=<>-]*+", re.ASCII)
# Letters as they are, spaces for marks, "\0" for what only the expression above can tell: numbers, apostrophes, signs that say something.
_PLAIN = "".join(
    char if char.isalpha() or char == "_" else "\0" if char.isdigit() or char in "\0'$%&+=<>" else " "
    for char in map(chr, range(128))
)


def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: folded, ligatures and accents in one form, unseen characters gone."""
    folded = fold(text)
    if folded.isascii():
        plain = folded.translate(_PLAIN)
        return tuple(_ASCII_TOKEN.findall(folded) if "\0" in plain else plain.split())
    return tuple(plain for word in _TOKEN.findall(folded) if (plain := _plain(word)))


def places(text: str, found: Sequence[str]) -> list[tuple[int, int]]:
    """Where each of the words that were found in a text starts and ends."""
    folded = fold(text)
    if not folded.isascii():
        return [each.span(1) for each in _TOKEN.finditer(folded) if _plain(each[1])]
    end = 0
    return [(start := folded.index(word, end), end := start + len(word)) for word in found]


def count(text: str) -> int:
    """How many words a text has; where words are written without spaces, two characters count as one."""
    return len(text.split()) if text.isascii() or not _NO_SPACES.search(text) else word_count(text)


def _plain(word: str) -> str:
    return word if word.isascii() else unicodedata.normalize("NFKC", IGNORABLE.sub("", word))
