"""Whether something may stand in a page's place (see `page/walls.py`).

Any word of it is enough: how much text readers see is not known here.
"""

from __future__ import annotations

import re
from functools import cache

from checker.documents import challenge
from checker.page import walls
from checker.page.text import fold
from checker.prefilter.blocks import name_of, readable
from checker.prefilter.markup import Markup

_WORDS = re.compile(r"\w+")
_KINDS = ("parked", "consent", "scripts")


def may_stand(markup: Markup, source: bytes) -> bool:
    """True where a challenge, a question about cookies, a paywall, an app without its scripts or a "not found" may be there."""
    if b"isAccessibleForFree" in source or challenge.is_challenge(source) or _has_empty_root(markup):
        return True
    text = fold(" ".join(readable(b" ".join((*markup.texts, *markup.titles))).split()))
    if any(phrase in text for kind in _KINDS for phrase in walls.phrases(kind)):
        return True
    headings = "\n".join(f" {' '.join(_WORDS.findall(each))} " for each in _headings(markup))
    return any(f" {phrase} " in headings for phrase in walls.phrases("not_found"))


def _headings(markup: Markup) -> list[str]:
    """The titles, and what stands in first-rank headings."""
    found = [fold(readable(title)) for title in markup.titles]
    for number, tag in enumerate(markup.tags):
        if tag[:2].lower() == b"h1":
            end = next((at for at in range(number, len(markup.texts)) if name_of(markup.tags[at]) == "/h1"), number + 1)
            found.append(fold(readable(b" ".join(markup.texts[number:end]))))
    return found


@cache
def _root() -> re.Pattern[bytes]:
    names = "|".join(map(re.escape, walls.rules()["roots"]))
    return re.compile(rf"""<[^<>]*\bid\s*=\s*["']?(?:{names})["'\s>]""".encode(), re.IGNORECASE)


def _has_empty_root(markup: Markup) -> bool:
    """True unless each element that scripts fill has text before anything in it ends."""
    return any(
        not _begins_with_text(markup, markup.cut.count(b"<", 0, found.start()))
        for found in _root().finditer(markup.cut)
    )


def _begins_with_text(markup: Markup, number: int) -> bool:
    for at in range(number, len(markup.texts)):
        if at > number and markup.tags[at].startswith(b"/"):
            return False
        if markup.texts[at].strip():
            return True
    return False
