"""The links and addresses that come with a credit: over its words, behind them or below, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.acknowledgements.making import line_acknowledgement, unlinked_acknowledgement
from checker.acknowledgements.names import Named
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import sentence
from checker.model import Acknowledgement, Kind
from checker.page import address
from checker.page.address import Address, Target
from checker.page.host import name_key
from checker.page.page import Block, Link
from checker.wording.wordings import Match

_MIN_KEY = 5
_WORDY = re.compile(r"\w")
_URL = re.compile(r"https?://[^\s<>\"'）)】」]+", re.IGNORECASE)
_ANNOUNCING = (":", "：", "，", "↓", "👇")


def is_own_list(scene: Scene, found: Address) -> bool:
    """True for the host's own list of a source's stories: portals link a source's name there."""
    return scene.host.owns(found.domain) and found.target is Target.LISTING


def leads_to_own_list(scene: Scene, link: Link) -> bool:
    """True for a link to such a list."""
    found = scene.address(link.href)
    return found is not None and is_own_list(scene, found)


def written_out(
    scene: Scene, block: Block, named: Named, names: tuple[str, ...], *, certain: bool
) -> Iterator[Acknowledgement]:
    """The address that a credit has beside its name, which is a link where it stands in a block of its own, or none."""
    where, span = named.address_in or block, named.address_at or (named.start, named.end)
    beside = where.links_in(*span) if named.address_in else []
    for link in beside:
        yield from link_acknowledgements(scene, where, link, names, certain=certain)
    if not beside:
        yield unlinked_acknowledgement(scene, where, *span, names=names, certain=certain)


def is_bare(scene: Scene, block: Block, named: Named) -> bool:
    """True where an address is written out and not linked, which most renderers do."""
    where = named.address_in or block
    return named.link is None and scene.is_bare(where.text[slice(*(named.address_at or (named.start, named.end)))])


def telling(scene: Scene, link: Link | None, articles: Sequence[Link], names: tuple[str, ...]) -> Link | None:
    """The link that tells whose a work is: that of the name, unless it leads to a person or to a home page and another to the article."""
    found = scene.address(link.href) if link else None
    if found is None or found.is_profile or found.target is Target.SHARING or (not found.is_article and not names):
        return next(iter(articles), link)
    return link


def credit_below(scene: Scene, block: Block, end: int, *, linked: bool, nameless: bool) -> tuple[Block, Link] | None:
    """The link that is all of the next block, where the credit is all that stands before it: "... appeared on my blog:".

    Without such a mark it is below words that name nobody, or an address on a line of its own where the credit links no article itself.
    """
    below = None if _WORDY.search(block.text[end:]) else link_below(scene, block)
    if below is None or scene.address(below[1].href) is None:
        return None
    announced = block.text[end - 1 :].strip().endswith(_ANNOUNCING) or nameless
    return below if announced or (not linked and _URL.fullmatch(below[0].text.strip())) else None


def link_below(scene: Scene, block: Block) -> tuple[Block, Link] | None:
    """The link that is all of the next block."""
    following = next((other for other in scene.article if other.index > block.index), None)
    link = next(iter(following.links), None) if following else None
    return (following, link) if following and link and link.end - link.start >= len(following.text.strip()) else None


def address_below(scene: Scene, block: Block, end: int) -> tuple[Block, int, int] | None:
    """The address that is all of the next block, and no link: in Markdown most renderers make one of it."""
    following = _following(scene, block, end)
    url = following.text.strip() if following else ""
    at = scene.address(url) if _URL.fullmatch(url) else None
    if following is None or following.links or at is None or not at.is_article or scene.host.owns(at.domain):
        return None
    start = following.text.index(url)
    return following, start, start + len(url)


def _following(scene: Scene, block: Block, end: int) -> Block | None:
    """The next block, where nothing but the end of its sentence stands behind a credit."""
    if _WORDY.search(block.text[end:]):
        return None
    return next((other for other in scene.article if other.index > block.index), None)


def link_behind(scene: Scene, block: Block, end: int, names: tuple[str, ...]) -> tuple[Block, Link] | None:
    """The link in a sentence behind that leads to the publisher: "... on Example News. You can read it [there](...)".

    Where the credit names nobody, the only link of the paragraph: "... a translation of How Bread Rises. [Original](...)".
    """
    keys = [key for name in names if len(key := name_key(name)) >= _MIN_KEY]
    behind = block.links_in(end, len(block.text)) if names else block.links
    for link in behind:
        found = scene.address(link.href)
        if (
            found
            and found.is_article
            and (len(behind) == 1 if not names else any(key in name_key(found.host) for key in keys))
        ):
            return block, link
    return None


def links_of(block: Block, match: Match, named: Named) -> list[Link]:
    """The links of a credit: that of the name, and those over the verb or the title in the same sentence."""
    start, end = sentence(block, match.start)
    links = [link for link in block.links_in(start, max(end, named.end)) if link.start < max(end, named.end)]
    if named.link and named.link not in links:
        links.insert(0, named.link)
    return links


def link_acknowledgements(
    scene: Scene, block: Block, link: Link, names: tuple[str, ...], *, certain: bool = True
) -> Iterator[Acknowledgement]:
    """What a link in a credit line is: to the original, to its publisher's home page where the article is meant, or to nowhere."""
    found = scene.address(link.href)

    def seen(kind: Kind, broken: str | None = None) -> Acknowledgement:
        span = link.start, link.end
        return line_acknowledgement(scene, kind, block, *span, names=names, link=link, broken=broken, certain=certain)

    if found is None:
        # A number leads to a note on the page.
        if address.is_dead(link.href) and not block.text[link.start : link.end].strip("[]() ").isdigit():
            yield seen(Kind.LINK_TO_ORIGINAL, "dead_link")
    elif scene.host.owns(found.domain) and not names:
        return
    elif found.target is Target.ARTICLE and not found.is_profile:
        yield seen(Kind.LINK_TO_ORIGINAL)
    elif found.target in {Target.HOME, Target.LISTING, Target.ARTICLE}:
        yield seen(Kind.LINK_TO_PUBLISHER)
        yield seen(Kind.LINK_TO_ORIGINAL, "home_page")
