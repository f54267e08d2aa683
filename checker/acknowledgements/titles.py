"""What has the page's own title: an address that somebody made of it, the words of a link."""

from __future__ import annotations

import re

from checker.acknowledgements.scene import Scene, once
from checker.page.address import Address
from checker.page.text import fold

_WORDS = re.compile(r"[^\W_]{3,}")
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"\.\w{2,5}$")
_MIN_SHARED = 3


@once
def texts(scene: Scene) -> tuple[str, ...]:
    """The page's title and its first headings."""
    return scene.page.title or "", *[block.text for block in scene.headings if block.element.tag == "h1"][:2]


@once
def words(scene: Scene) -> frozenset[str]:
    """The words of the page's title and its first headings."""
    return frozenset(word for text in texts(scene) for word in _WORDS.findall(fold(text)))


def is_about(title: frozenset[str], *texts: str) -> bool:
    """True where one of some texts has a title: most of its words, and at least three."""
    for text in texts:
        found = frozenset(_WORDS.findall(fold(text)))
        shared = len(found & title)
        if shared >= _MIN_SHARED and shared * 4 >= min(len(found), len(title)) * 3:
            return True
    return False


def is_page_s(scene: Scene, text: str) -> bool:
    """True for a title that is the page's own, or begins with a word of it and has most of its words: "A website about X" is another."""
    said, own = _WORD.findall(fold(text)), [_WORD.findall(fold(title)) for title in texts(scene)]
    begins = bool(said) and any(said[0] in title for title in own)
    return begins and (said in own or is_about(words(scene), text))


def is_of_page(scene: Scene, found: Address) -> bool:
    """True for an article's address whose last part was made of the page's title and has hardly another word; a number is none."""
    name = _ENDING.sub("", found.path.rstrip("/").rpartition("/")[2])
    title, last = words(scene), {word for word in _WORDS.findall(fold(name)) if not word.isdecimal()}
    return found.is_article and is_about(title, " ".join(last)) and len(last & title) * 4 >= len(last) * 3
