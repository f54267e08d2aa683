"""Companies' releases: the dateline of who distributed one, on the page of somebody whom it does not speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.name_words import alternatives
from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement, Kind
from checker.page.host import name_key
from checker.page.text import fold
from checker.terms.directory import distributors
from checker.wording.spotting import has_any

_FIRST = 3000
"""So much of a text names the company that speaks: its title, its first sentence and what it says of itself."""
_SHORTEST = 5
_WORD = re.compile(r"[^\W\d_]{5,}")


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """A source attribution for the first such dateline: in doubt where the text has a word of the site's name."""
    heads = (
        block for block in scene.article if block.index <= scene.layout.begun and has_any(distributors(), block.text)
    )
    found = next(((block, told) for block in heads if (told := _dateline().match(block.text))), None)
    known = scene.directory.named(found[1]["name"]) if found else None
    if found is None or (known and scene.is_host(known)) or scene.host.is_called(found[1]["name"]):
        return
    block, told = found
    names = (known.name if known and known.name else told["name"],)
    certain = _is_anothers(scene)
    yield line_acknowledgement(scene, Kind.SOURCE_ATTRIBUTION, block, *told.span(), names=names, certain=certain)


def _is_anothers(scene: Scene) -> bool:
    """True where the site is known by a name long enough to be told, and no word of the text is in it."""
    label = name_key((scene.host.domain or "").partition(".")[0])
    text = " ".join(block.text for block in scene.article)[:_FIRST]
    sites = (label, *scene.host.names)
    named = label in name_key(text) or any(word in site for word in _WORD.findall(fold(text)) for site in sites)
    return len(label) >= _SHORTEST and not named


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(rf"[^\n()/]{{2,80}}?[/(]\s?(?P<name>{alternatives(distributors())})\s?[/)]\s?(?:[–—-]|$)")
