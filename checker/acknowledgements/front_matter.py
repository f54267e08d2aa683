"""What a page's front matter says of its original. Themes show these keys, so they count as visible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.acknowledgements.licences import code_of
from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement, Evidence, Kind
from checker.page.address import Address, Target, is_dead
from checker.page.page import Block, FrontMatterEntry, Region
from checker.page.text import fold

_KINDS = {
    "source": Kind.SOURCE_ATTRIBUTION,
    "author": Kind.AUTHOR_CREDIT,
    "copyright": Kind.COPYRIGHT_LINE,
    "license": Kind.LICENSE_NOTICE,
}
_MAX_NAME = 120
_FILE = re.compile(r"\.{0,2}/\S*|[\w./-]+/[\w.-]+\.[a-z]{2,4}")
"""A path: where a site's own generator took the page from."""
_LINKED = re.compile(r"\s*\(\[[^\]]*\]\([^)\s]*\)\)|\[([^\]]*)\]\([^)\s]*\)")
"""A link as Markdown writes it, whose text names somebody; in brackets behind a name it is an account."""
_DATED = re.compile(r"/?\d{4}/\d{2}/.+")
_TERM = re.compile(r"[a-z][a-z0-9_-]*")
_NO_CREDIT = frozenset({"text", "record", "former"})
_OF_ORIGINAL = frozenset({"source", "original_url", "original_url_if_absolute"})
_LABELS, _ADDRESSES = frozenset({"name", "title", "text", "label"}), frozenset({"url", "link", "href"})
"""Under one key: what a link of the page's head says, and where it leads."""
_MAY_BE_FORMER = frozenset({"canonical", "original_url", "original_url_if_absolute"})
_SWITCHES = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
"""Values that tell a theme what to show."""


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """An acknowledgement for each entry whose key says what it is; a record or digest names where a work came out, and is no copy."""
    listed = scene.is_digest or any("record" in entry.roles for entry in scene.page.front_matter)
    former = _former_paths(scene)
    for entry in scene.page.front_matter:
        for role in entry.roles:
            moved = role in _MAY_BE_FORMER and _path(scene, entry) in former
            if role not in _NO_CREDIT and not moved and not (listed and role in _OF_ORIGINAL):
                yield from _read(scene, entry, role)
    if not listed:
        yield from _links(scene)


def _links(scene: Scene) -> Iterator[Acknowledgement]:
    """The links that a theme shows at a page's head, where their words are those of a link to the original and nothing else."""
    for label, to in pairwise(scene.page.front_matter):
        (above, _, said), (beside, _, leads) = label.key.rpartition("."), to.key.rpartition(".")
        if above and above == beside and said in _LABELS and leads in _ADDRESSES and _says_original(scene, label.value):
            found = scene.address(to.value)
            if found and found.is_article and not scene.host.owns(found.domain):
                evidence = scene.page.front_matter_evidence(to, found.url)
                yield Acknowledgement(Kind.LINK_TO_ORIGINAL, evidence, via="front_matter")


def _says_original(scene: Scene, label: str) -> bool:
    """True for "Read the original article", which is all of a label."""
    block = Block(0, label, fold(label), (), (), scene.page.root, Region.ARTICLE)
    whole = (match for match in scene.wordings.search([block]) if match.start == 0 and match.end == len(label.rstrip()))
    return any(match.phrase.kind == "original_link" for match in whole)


def _former_paths(scene: Scene) -> frozenset[str]:
    """Where the site itself had the page before: an original's address with one of these paths is the page's own, on its old site."""
    entries = (entry for entry in scene.page.front_matter if "former" in entry.roles)
    return frozenset(path for entry in entries if (path := entry.value.strip().strip("/")))


def _path(scene: Scene, entry: FrontMatterEntry) -> str | None:
    found = scene.address(entry.value)
    return found.path.strip("/") if found else None


def _read(scene: Scene, entry: FrontMatterEntry, role: str) -> Iterator[Acknowledgement]:
    found = scene.address(entry.value)
    if (
        (found and found.is_placeholder)
        or entry.value.strip().lower() in _SWITCHES
        or _FILE.fullmatch(entry.value.strip())
    ):
        return
    moved = role == "original_url" and _keeps_path(scene, found)
    if moved or (role == "source" and _names_nobody(scene, entry.value.strip())) or _is_account(scene, entry, role):
        return
    evidence = scene.page.front_matter_evidence(entry, found.url if found else None)
    from_feed = role == "original_url_if_absolute"
    if from_feed:
        role = "original_url" if found and found.is_article and entry.value.startswith("http") else ""
    if role in {"canonical", "original_url"}:
        kind = Kind.CANONICAL_LINK if role == "canonical" else Kind.LINK_TO_ORIGINAL
        if (
            found
            and not scene.host.owns(found.domain)
            and found.target in {Target.ARTICLE, Target.LISTING, Target.HOME}
        ):
            home = None if found.target is Target.ARTICLE else "home_page"
            if role == "original_url" and not from_feed:
                yield Acknowledgement(Kind.SOURCE_ATTRIBUTION, evidence, (found.host,), via="front_matter")
            # The source of a site that nobody knows may well name the site's own address.
            known = scene.host.domain is not None or found.owner is not None or found.is_hosted
            elsewhere = role != "canonical" or known
            yield Acknowledgement(kind, evidence, broken=home, via="front_matter", certain=elsewhere)
        elif role == "original_url" and is_dead(entry.value) and entry.value.strip():
            yield Acknowledgement(kind, evidence, broken="dead_link", via="front_matter")
    elif (
        role
        and found is None
        and 1 < len(name := _unlinked(entry.value)) <= _MAX_NAME
        and not scene.host.is_called(name)
    ):
        yield Acknowledgement(_KINDS[role], evidence, (name,), via="front_matter")
    elif found and role in {"source", "license"}:
        yield from _addressed(scene, evidence, role, found)


def _addressed(scene: Scene, evidence: Evidence, role: str, found: Address) -> Iterator[Acknowledgement]:
    """A source or a licence that is given by its address; a source's leads to the original, where it is an article's.

    Where a page's source is a program's project, the page tells of the program.
    """
    if role == "source" and found.is_project:
        return
    details: dict[str, object] = {"license": code_of(found.url)} if role == "license" else {}
    yield Acknowledgement(_KINDS[role], evidence, (found.host,), via="front_matter", details=details)
    if role == "source" and found.is_article and not scene.host.owns(found.domain):
        yield Acknowledgement(Kind.LINK_TO_ORIGINAL, evidence, via="front_matter")


def _keeps_path(scene: Scene, found: Address | None) -> bool:
    """True for a post's old address, whose dated path it has kept where its site has moved to."""
    paths = (entry.value.strip() for entry in scene.page.front_matter if entry.key.lower() == "permalink")
    kept = found.path.strip("/") if found else None
    return any(_DATED.fullmatch(path) and path.strip("/") == kept for path in paths)


def _is_account(scene: Scene, entry: FrontMatterEntry, role: str) -> bool:
    """True for an author that is a word for nobody: "admin"."""
    return _KINDS.get(role) is Kind.AUTHOR_CREDIT and fold(entry.value.strip()) in scene.wordings.vague


def _unlinked(value: str) -> str:
    """A name without its links: "Anna ([@anna](https://...))"."""
    return _LINKED.sub(lambda found: found[1] or "", value).strip()


def _names_nobody(scene: Scene, value: str) -> bool:
    """True for a term of a site's own ("manual"), which is no name in small letters, and for where its pictures are from."""
    own = bool(_TERM.fullmatch(value)) and not scene.directory.named(value)
    return own or fold(value) in scene.wordings.caption_words
