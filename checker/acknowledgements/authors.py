"""Who may be the author of a page's work, and who is none: the host, publishers, agencies, words for nobody."""

from __future__ import annotations

from functools import lru_cache

from checker.acknowledgements.licence_families import is_licence
from checker.acknowledgements.people import is_person
from checker.acknowledgements.scene import Scene
from checker.page.page import Link
from checker.page.text import fold

METAS = frozenset(
    {"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"}
)
"""The names of the `<meta>` elements that give a page's author."""


def not_host(scene: Scene, names: tuple[str, ...]) -> tuple[str, ...]:
    """Without the host, publishers and words for nobody ("Staff"): an agency alone is a source, not an author."""
    people = (_without_agency(scene, name) for name in names if name and not scene.directory.named(name))
    return tuple(
        name
        for name in people
        if not (scene.host.is_called(name) or _is_known(scene, name))
        and not is_licence(name)
        and fold(name) not in scene.wordings.vague
    )


def has_page(scene: Scene, link: Link, name: str) -> bool:
    """True for a person's name over a link to a page about somebody, who is not the site."""
    at = scene.address(link.href)
    person = at is not None and at.is_profile and is_person(name, scene.language)
    return person and bool(not_host(scene, (name,)))


def owners(scene: Scene, names: tuple[str, ...]) -> tuple[str, ...]:
    """A person after whom the site is called, and whom its metadata gives as the author: whose blog it is wrote the article."""
    authors = {fold(meta.value.strip()) for meta in scene.page.metas if meta.name in METAS}
    return tuple(
        name
        for name in names
        if fold(name) in authors
        and scene.host.is_called(name)
        and is_person(name, scene.language)
        and not _is_known(scene, name)
    )


def label(scene: Scene) -> str:
    """What begins a byline in the page's language: "By "."""
    return scene.language.credit.get("byline", "").partition("{author}")[0]


def _is_known(scene: Scene, name: str) -> bool:
    """True for a publisher or an agency."""
    return bool(scene.directory.named(name)) or scene.directory.is_news_agency(name)


def _without_agency(scene: Scene, name: str) -> str:
    """The name alone, where a site prints the agency right behind it."""
    endings = _endings(scene.directory.agency_names)
    folded = name.casefold()
    ending = next((each for each in endings if folded.endswith(each)), "") if folded.endswith(endings) else ""
    return name[: -len(ending)].removesuffix(" The").rstrip(" ,-–—") if ending else name


@lru_cache(maxsize=8)
def _endings(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {name.casefold()}" for name in names)
