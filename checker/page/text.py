"""Folding: the one form in which text is compared, character for character beside the original."""

from __future__ import annotations

import re
import sys
import unicodedata

# Characters that readers do not see: zero-width, soft hyphen, direction marks, Arabic vowel marks and tatweel, NUL.
IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u0640\u064b-\u0652\u0670\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\0]"
)

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢȚŤŪŮŰŲŴŶŸŹŻŽΑ-ΫА-ЯЁЄІЇЎҐ"
"""The capital letters of Latin, Greek and Cyrillic, as a class of a regular expression has them."""

_IDEOGRAPH = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_COMMAND = re.compile(r"^[^\S\n]*:+(?=:)|(?<!#)#+(?=#\w*\[)", re.MULTILINE)
"""The beginning of a command: GitHub's `::name::` begins a line, `##[name]`, `##vso[name]` and `##teamcity[name]` stand anywhere."""

_PAIRS = {
    "‘’ʼ′`´＇‛": "'",
    "“”„‟«»″＂〝〞": '"',
    "‐‑‒–—―−－": "-",
    "ⓒ": "©",
    "İı": "i",
    "أإآٱ": "ا",
    "ىی": "ي",
    "ة": "ه",
    "ک": "ك",
    "ёЁ": "е",
    "：﹕": ":",
    "｜¦": "|",
    "⁄／": "/",
    "　\u00a0\u2007\u202f\u2002\u2003\u2009": " ",
}


def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(char): to for chars, to in _PAIRS.items() for char in chars}
    for code in list(table):
        table[code] = table[code].lower()
    return table


_FOLD = _table()
_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _FOLD)))}]")


def fold(text: str) -> str:
    """The text in lower case with quotes, dashes, widths and spaces made one; as long as what went in.

    >>> fold("Copyright © “Ann” — 2024：")
    'copyright © "ann" - 2024:'
    """
    if not text.isascii():
        # Few characters of a text are folded: to find them is quicker than to look each one up, as `translate` does.
        text = _FOLDED.sub(_folded, text)
    return text.lower()


def written(letter: str) -> frozenset[str]:
    """The characters that are folded into a letter, and the letter itself in either case."""
    folded = {chr(code) for code, to in _FOLD.items() if to == letter}
    return frozenset(char for char in (letter, letter.upper(), *folded) if len(char) == 1)


def _folded(match: re.Match[str]) -> str:
    return _FOLD[ord(match[0])]


def significant(text: str) -> int:
    """How many characters of a text readers can see."""
    if text.isascii() and "\0" not in text:
        return len("".join(text.split()))
    return len(IGNORABLE.sub("", "".join(text.split())))


def squeeze(text: str) -> str:
    """White space as one space, unseen characters gone."""
    return " ".join(IGNORABLE.sub("", text).split())


def is_ideographic(char: str) -> bool:
    """True for scripts that are written without spaces (Chinese, Japanese, Thai) and for Korean, whose particles stick."""
    return char >= "\u0e00" and _IDEOGRAPH.match(char) is not None


def ideographs(text: str) -> int:
    """How many characters of a text are of such scripts."""
    return len(_IDEOGRAPH.findall(text))


def language_of_script(text: str) -> str | None:
    """The language (BCP-47) of a text most of which is in a script of its own, or None: pages declare another or none."""
    letters = [char for char in text if char.isalpha()]
    if not letters or sum(map(is_ideographic, letters)) * 2 < len(letters):
        return None
    scripts = (("ja", "\u3040", "\u30ff"), ("ko", "\uac00", "\ud7af"), ("th", "\u0e00", "\u0e7f"))
    return next((tag for tag, first, last in scripts if any(first <= char <= last for char in letters)), "zh")


def word_count(text: str) -> int:
    """How many words a text has; where words are written without spaces, two characters count as one."""
    if text.isascii():
        return len(text.split())
    dense = ideographs(text)
    return dense // 2 + sum(not all(map(is_ideographic, word)) for word in text.split())


def printable(text: str) -> str:
    """The text safe to print: control, direction and private characters shown as escapes, lone surrogates too.

    What a CI system would take for a command in its log is none any more.
    """
    if not (text.isascii() and text.isprintable()):
        text = "".join(char if _harmless(char) else _shown(char) for char in text)
    return _COMMAND.sub(_shown_last, text) if "::" in text or "##" in text else text


def disarmed(text: str) -> str:
    """The text without the marks that make a CI system take a part of it for a command: for text that is to be used as it is."""
    return _COMMAND.sub("", text)


def _harmless(char: str) -> bool:
    return char in "\n\t" or (
        unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and ord(char) <= sys.maxunicode
    )


def _shown(char: str) -> str:
    return f"\\u{{{ord(char):x}}}"


def _shown_last(match: re.Match[str]) -> str:
    return match[0][:-1] + _shown(match[0][-1])
