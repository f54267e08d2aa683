"""Wordings that terms give word for word. In a sentence they are masked: what they say is not what the terms say."""

from __future__ import annotations

import re

from checker.page.text import fold
from checker.terms.drafting.language import Language

MASK = "qq"
"""A masked wording stands in its sentence as this and its kind: `qqcredit`."""
TEXT = "text"
"""The kind of a wording that says nothing known."""
MASKED = re.compile(rf"\b{MASK}([a-z]+)\b")
_QUOTED = re.compile(
    r"“([^“”]{3,700})[”“]|„([^„“”]{3,700})[“”]|\"([^\"]{3,700})\"|«([^«»]{3,700})»|(?<!\w)[‘']([^‘’']{3,700}(?:[’'](?=\w)[^‘’']{0,300}){0,9})[’'](?!\w)"
)
_WORDS = 6

Wordings = list[tuple[str, str]]


def masked(text: str, language: Language) -> tuple[str, Wordings]:
    """A text with its quoted wordings masked, and those wordings with their kinds, in order. Short words in quotes stay."""
    found: Wordings = []

    def mask(match: re.Match[str]) -> str:
        inner = next(filter(None, match.groups()))
        kind = kind_of(inner, language)
        if kind is None:
            return match[0]
        found.append((kind, inner.strip()))
        ends = inner.rstrip()[-1:] in {".", "!", "?"} and text[match.end() : match.end() + 2].strip()[:1].isupper()
        return f"{MASK}{kind}{'.' if ends else ''}"

    return _rest_masked(_QUOTED.sub(mask, text.replace(MASK, "q")), found, language)


def kind_of(wording: str, language: Language) -> str | None:
    """What a wording says: a credit, a byline, ... None for a few words that say nothing known."""
    folded = fold(wording)
    for rule in language.quotes:
        if rule.find(folded):
            return str(rule.says["kind"])
    return TEXT if len(wording.split()) >= _WORDS else None


def _rest_masked(text: str, found: Wordings, language: Language) -> tuple[str, Wordings]:
    """`Include the following line: This story ...`: what comes after the colon is a wording too, where it is a known one."""
    span = language.introduces.find(fold(text))
    rest = text[span[1] :].strip() if span else ""
    if span is None or MASKED.search(rest) or not (kind := kind_of(rest, language)):
        return text, found
    return f"{text[: span[1]]} {MASK}{kind}.", [*found, (kind, rest)]
