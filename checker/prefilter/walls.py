"""Whether something may stand in a page's place (see `page/walls.py`).

Any word of it is enough: how much text readers see is not known here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from checker.documents import challenge
from checker.page import walls
from checker.page.text import fold
from checker.prefilter import linear
from checker.prefilter.blocks import readable
from checker.prefilter.markup import Markup
from checker.prefilter.words import as_words, automaton, has_other_scripts

_KINDS = ("parked", "consent", "scripts")
_MOST_HEADINGS = 20
_TEXT = re.compile(rb">([^<]*)")
_NOT_FREE = b"isAccessibleForFree"
_FREE = re.compile(rb"isAccessibleForFree\"\s*:\s*\"?[tT]rue")


def may_stand(markup: Markup, source: bytes, words: bytes) -> bool:
    """True where a challenge, a question about cookies, a paywall, an app without its scripts or a "not found" may be there.

    `words` are those of the page's text.
    """
    return (
        source.count(_NOT_FREE) != len(_FREE.findall(source))
        or challenge.is_challenge(source)
        or bool(_phrases().find_matches_as_indexes(words))
        or _may_be_not_found(markup)
        or _has_empty_root(markup)
        or _says_in_another_script(markup)
    )


@cache
def _phrases() -> Any:
    """What finds the phrases among the words of a text."""
    phrases = (phrase.encode() for kind in _KINDS for phrase in walls.phrases(kind))
    return automaton([as_words(phrase).strip() for phrase in phrases if not has_other_scripts(phrase)])


def _says_in_another_script(markup: Markup) -> bool:
    """Whether a phrase is there that has letters of another script."""
    text = b" ".join(markup.texts)
    if not has_other_scripts(text):
        return False
    folded = fold(" ".join(readable(text).split()))
    return any(phrase in folded for kind in _KINDS for phrase in walls.phrases(kind) if not phrase.isascii())


def _may_be_not_found(markup: Markup) -> bool:
    found = [*markup.titles, *_headings(markup)]
    if len(found) > _MOST_HEADINGS:
        return True
    said = "\n".join(f" {' '.join(_WORDS.findall(fold(readable(each))))} " for each in found)
    return any(f" {phrase} " in said for phrase in walls.phrases("not_found"))


_WORDS = re.compile(r"\w+")


def _headings(markup: Markup) -> list[bytes]:
    """What stands in the first headings of the first rank."""
    low = markup.low
    found: list[bytes] = []
    at = low.find(b"<h1")
    while at >= 0 and len(found) <= _MOST_HEADINGS:
        end = low.find(b"</h1", at)
        end = low.find(b"<", at + 1) if end < 0 else end
        found.append(b" ".join(_TEXT.findall(markup.cut, at, end if end >= 0 else len(low))))
        at = low.find(b"<h1", at + 1)
    return found


@cache
def _root() -> Any:
    """What finds the elements that scripts fill."""
    names = "|".join(map(re.escape, walls.rules()["roots"]))
    return linear.compiled(rf"""(?i)<[^<>]*\bid\s*=\s*["']?(?:{names})["'\s>]""".encode())


def _has_empty_root(markup: Markup) -> bool:
    """True unless each element that scripts fill has text before anything in it ends."""
    return any(not _begins_with_text(markup.cut, found.start()) for found in _root().finditer(markup.cut))


def _begins_with_text(cut: bytes, start: int) -> bool:
    """Whether text comes behind a tag before the next end tag."""
    end = cut.find(b"</", start)
    return any(map(bytes.strip, _TEXT.findall(cut, start, end if end >= 0 else len(cut))))
