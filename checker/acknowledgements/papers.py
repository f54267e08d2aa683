"""Newspapers and magazines, as far as their names' words tell: the site's own, and those that nobody here knows."""

from __future__ import annotations

from functools import cache

from checker.acknowledgements.scene import Scene
from checker.page.host import name_key
from checker.page.text import fold
from checker.terms.directory import is_periodical, known_papers, paper_endings, periodical_words, section_words


def is_own(scene: Scene, name: str) -> bool:
    """True for the site's name, and for a paper whose word for itself the site has in its own: "The Herald" of herald.example."""
    return scene.host.is_called(name) or shares_word(scene, name)


def shares_word(scene: Scene, name: str) -> bool:
    """True for a paper, or a paper's service, whose word for itself the site has in its own name or domain."""
    keys = (name_key(scene.host.domain or ""), *scene.host.names)
    words = (word for word in periodical_words() if is_periodical(name) and word in fold(name))
    return any(name_key(word) in key for word in words for key in keys)


def seems_anothers(scene: Scene, name: str) -> bool:
    """True for a name that ends with a paper's word, and is not the site's: behind a writer, or words of a credit, it may be a source's."""
    folded = fold(name)
    ended = folded.endswith(_last_words()) and not is_section(name)
    words = periodical_words()
    placed = folded.removeprefix("the ").startswith(tuple(f"{word} of " for word in words))
    return (ended or (is_periodical(name) and (placed or folded.endswith(words)))) and not is_own(scene, name)


@cache
def _last_words() -> tuple[str, ...]:
    return tuple(f" {word}" for word in paper_endings())


def is_anothers(scene: Scene, name: str) -> bool:
    """True for a newspaper's name, as its words tell without a doubt, that is not the site's."""
    return is_periodical(name) and seems_anothers(scene, name)


def is_known(scene: Scene, name: str) -> bool:
    """True for a newspaper whose stories others run, that is not the site's."""
    return name_key(name) in known_papers() and not is_own(scene, name)


def is_section(name: str) -> bool:
    """True for what sites call a section, or a sort of text: "Local News", "The Post"."""
    *before, last = fold(name).removeprefix("the ").split() or [""]
    return last in paper_endings() and section_words().issuperset(before)
