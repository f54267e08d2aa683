"""The links and addresses that come with a credit: over its words, behind them or below, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


class Credit(NamedTuple):
    """A wording that credits somebody: whom it names, from where to where it goes in its block, and whether that leaves no doubt."""

    match: Match
    named: Named
    start: int
    end: int
    names: tuple[str, ...]
    certain: bool


class Linked(NamedTuple):
    """The links that come with a credit: those of its own sentence, which of them lead to articles, and the one behind it or below."""

    own: Sequence[Link]
    articles: Sequence[Link]
    further: tuple[Block, Link] | None


def linked(scene: Scene, credit: Credit) -> Linked:
    """The links that come with a credit."""
    own = [link for link in _own_links(credit.match, credit.named) if not _leads_home(scene, link, credit.named)]
    articles = [link for link in own if (at := scene.address(link.href)) and at.is_article and not at.is_profile]
    if below := _credit_below(scene, credit, linked=bool(articles)):
        # What the credit itself links is about the author, or the site.
        return Linked((), (), below)
    return Linked(own, articles, None if articles else _link_behind(scene, credit))


def acknowledged(scene: Scene, credit: Credit, links: Linked) -> Iterator[Acknowledgement]:
    """What each of the links and addresses of a credit is."""
    block, named, names, certain = credit.match.block, credit.named, credit.names, credit.certain
    if named.address is None and not links.further and (bare := address_below(scene, block, credit.end)):
        yield unlinked_acknowledgement(scene, *bare, names=names, certain=certain)
    for link in links.own:
        yield from link_acknowledgements(scene, block, link, names, certain=certain)
    if links.further:
        yield from link_acknowledgements(scene, *links.further, names, certain=certain)
    if named.link is None and named.address is not None:
        yield from _written_out(scene, credit)


def is_own_list(scene: Scene, found: Address) -> bool:
    """True for the host's own list of a source's stories: portals link a source's name there."""
    return scene.host.owns(found.domain) and found.target is Target.LISTING


def _leads_home(scene: Scene, link: Link, named: Named) -> bool:
    """True for a link to such a list, and for one on the host over another site's domain: it counts who follows it."""
    found, at = scene.address(link.href), named.address if named.link is link else None
    if found is None:
        return False
    counting = at is not None and at.domain != found.domain and scene.host.seems(found.domain)
    return counting or is_own_list(scene, found)


def _written_out(scene: Scene, credit: Credit) -> Iterator[Acknowledgement]:
    """The address that a credit has beside its name, which is a link where it stands in a block of its own, or none."""
    named, names, certain = credit.named, credit.names, credit.certain
    where, span = named.address_in or credit.match.block, named.address_at or (named.start, named.end)
    beside = where.links_in(*span) if named.address_in else []
    for link in beside:
        yield from link_acknowledgements(scene, where, link, names, certain=certain)
    if not beside:
        yield unlinked_acknowledgement(scene, where, *span, names=names, certain=certain)


def is_bare(scene: Scene, block: Block, named: Named) -> bool:
    """True where an address is written out and not linked, which most renderers do."""
    where = named.address_in or block
    return named.link is None and scene.is_bare(where.text[slice(*(named.address_at or (named.start, named.end)))])


def telling(scene: Scene, credit: Credit, links: Linked) -> Link | None:
    """The link that tells whose a work is: that of the name, unless it leads to a person or to a home page and another to the article."""
    link = credit.named.link if credit.named.link in links.own else None
    at = scene.address(link.href) if link else None
    if at is None or at.is_profile or at.target is Target.SHARING or not (at.is_article or credit.names):
        return next(iter(links.articles), link)
    return link


def _credit_below(scene: Scene, credit: Credit, *, linked: bool) -> tuple[Block, Link] | None:
    """The link that is all of the next block, where the credit is all that stands before it: "... appeared on my blog:".

    Without such a mark it is below words that name nobody, or an address on a line of its own where the credit links no article itself.
    """
    text = credit.match.block.text
    below = None if _WORDY.search(text[credit.end :]) else link_below(scene, credit.match.block)
    if below is None or scene.address(below[1].href) is None:
        return None
    nameless = credit.named.name is None and credit.named.link is None
    announced = text[credit.end - 1 :].strip().endswith(_ANNOUNCING) or nameless
    return below if announced or (not linked and _URL.fullmatch(below[0].text.strip())) else None


def link_below(scene: Scene, block: Block) -> tuple[Block, Link] | None:
    """The link that is all of the next block; one of a picture alone is of none."""
    following = scene.below(block)
    link = next(iter(following.links), None) if following and following.text.strip() else None
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
    return scene.below(block)


def _link_behind(scene: Scene, credit: Credit) -> tuple[Block, Link] | None:
    """The link in a sentence behind that leads to the publisher: "... on Example News. You can read it [there](...)".

    Where the credit names nobody, the only link of the paragraph: "... a translation of How Bread Rises. [Original](...)".
    """
    block, names = credit.match.block, credit.names
    keys = [key for name in names if len(key := name_key(name)) >= _MIN_KEY]
    behind = block.links_in(credit.end, len(block.text)) if names else block.links
    for link in behind:
        at = scene.address(link.href)
        if at and at.is_article and (any(key in name_key(at.host) for key in keys) if names else len(behind) == 1):
            return block, link
    return None


def _own_links(match: Match, named: Named) -> list[Link]:
    """The links of a credit: that of the name, and those over the verb or the title in the same sentence."""
    start, end = sentence(match.block, match.start)
    links = [link for link in match.block.links_in(start, max(end, named.end)) if link.start < max(end, named.end)]
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
