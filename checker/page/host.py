"""Who republishes: the page's own site, as far as the page tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

from checker.documents.document import Media
from checker.page import address
from checker.page.page import Page, Region
from checker.page.site import UNKNOWN, Site
from checker.page.text import fold, is_ideographic

_MIN_LINKS = 8
_ORIGIN = re.compile(r"\s*(?:https?:)?//[^/?#\s]+", re.IGNORECASE)
_MAX_DEPTH = 6
_MIN_PART = 3
_LAST_PARTS = 3
_DENSE_HOLDER = re.compile(r"©[\s\d–—~-]*([\u3400-\u9fff]{3,20})")
_DENSE_MARK = re.compile(r"[_|｜－—-]+")
_TELLING = 5
_SCHEME = 12
_MOST_WORDS = 6
_CANONICAL = frozenset({"canonical"})
_COPIED = _CANONICAL | {"og:url"}
"""What may be the original's address, where a copy tells search engines of it: many sites make the second of the first."""
_SITE_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_INITIALS = re.compile(r"\b[A-Z]{3,6}\b")
_MEDIUM = re.compile(r"(?<=\w{3})(?:tv|fm|radio|news|online)$")
"""What a domain has behind the name or the call sign of a station or a paper: "wxyztv" of WXYZ."""
_ENDED = re.compile(r"(?<![\w.-])([\w-]{3,})(?:\.[a-z]{2,4}){1,2}(?![\w.-])")
_COMPANY = re.compile(r"[\s,]+(?:inc|llc|ltd|limited|corp|co|plc|gmbh|ag|kg|s\.?a|b\.?v)\.?$", re.IGNORECASE)
"""What a company's name ends with that is no part of its site's."""
_KEPT = re.compile(
    r"(?:mirrored from |saved from url=\(\d+\))(?:https?://)?(?P<at>[\w-]+(?:\.[\w-]+)+[^\s]*)", re.IGNORECASE
)
"""How a mirroring tool and browsers write into a page that they keep where it stood."""


@dataclass(frozen=True, slots=True)
class Host:
    """The site's registered domain (None where nothing tells), the names that it gives itself, as keys, and its further domains.

    `guessed` is True where links alone tell the domain, or what a copy may have of its original, which may as well be that of whoever is
    credited; `others` are domains that are surely not its own.
    """

    domain: str | None
    names: frozenset[str]
    further: frozenset[str] = frozenset()
    guessed: bool = False
    others: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    """The abbreviations in the names that it gives itself, as it writes them: "EXA" in "Example News - EXA English"."""

    def owns(self, domain: str) -> bool:
        """True where a registered domain is the site's own."""
        return (self.domain is not None and domain == self.domain) or domain in self.further

    def seems(self, domain: str) -> bool:
        """True where a registered domain is the site's own, or what the page tells of its address."""
        return self.owns(domain) or domain in self.others

    def elsewhere(self) -> Host:
        """The same site, where its domain turns out to be that of whoever it credits."""
        return Host(None, self.names, others=frozenset({self.domain} if self.domain else ()), initials=self.initials)

    def is_called(self, name: str) -> bool:
        """True where a name is one that the site gives itself."""
        keys = {name_key(name), name_key(_COMPANY.sub("", name))} - {""}
        return any(map(self._is_called, keys)) or _is_short_for(self._label, name)

    @property
    def _label(self) -> str:
        """What its domain is called: `example` of example.co.uk."""
        return name_key((self.domain or "").split(".")[0])

    @property
    def is_named_so(self) -> bool:
        """True where one of the names that it gives itself is its domain's: "Example" of example.org."""
        return not {self._label, name_key(self.domain or "")}.isdisjoint(self.names)

    def is_company(self, name: str) -> bool:
        """True where a company's name begins with the site's, or has it at another ending: "Example Group", "News of EXAMPLE.ORG"."""
        label = self._label.removeprefix("the")
        key = name_key(name)
        begins = len(label) >= _TELLING and (key.startswith(label) or _MEDIUM.sub("", label) == key)
        return begins or (len(label) >= _MIN_PART and label in map(name_key, _ENDED.findall(fold(name))))

    def _is_called(self, key: str) -> bool:
        # A domain has no accents, and the name that it is made of may have some.
        if self.domain and not {key, _plain(key)}.isdisjoint({name_key(self.domain), self._label}):
            return True
        return key in self.names or any(_is_part(key, own) for own in self.names)


def _is_part(key: str, own: str) -> bool:
    """True where, in a script without spaces, one name begins with the other: a site, and its channel or its office."""
    shorter, longer = sorted((key, own), key=len)
    return len(shorter) >= _MIN_PART and all(map(is_ideographic, shorter)) and longer.startswith(shorter)


def _is_short_for(label: str, name: str) -> bool:
    """True where a domain is made of the beginnings of a name's words: `extimes` for "Example Times"."""
    words = [
        key for word in name.replace("&", "n").split() if (key := name_key(word)) and key not in address.left_out()
    ]
    return len(label) >= _MIN_PART and 1 < len(words) <= _MOST_WORDS and _begins(label, words)


def _begins(label: str, words: Sequence[str]) -> bool:
    """True where a label is a beginning of each word, one behind the other."""
    ends = {0}
    for word in words:
        ends = {
            end + length
            for end in ends
            for length in range(1, min(len(word), len(label) - end) + 1)
            if label.startswith(word[:length], end)
        }
    return len(label) in ends


def _plain(key: str) -> str:
    return "".join(each for each in normalize("NFKD", key) if not combining(each))


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name as it is compared: folded, letters and digits alone, without a leading article or a `www`."""
    folded = fold(name).removeprefix("the ").removeprefix("www.")
    return "".join(filter(str.isalnum, folded))


def identify(page: Page, site: Site = UNKNOWN) -> Host:
    """The host of a page: what is said of its site, else from its URL, else from what its metadata and most of its links say."""
    own = [address.registered(each) for each in site.domains]
    domain, told = (own[0], frozenset({"site"})) if own else _domain(page)
    names = {name_key(name) for name in (*site.names, *_names(page, domain))} - {""}
    guessed = domain is not None and told <= (_COPIED if names else _CANONICAL)
    return Host(domain, frozenset(names), frozenset(own), guessed, initials=frozenset(_initials(page)))


def _initials(page: Page) -> Iterator[str]:
    for name in _SITE_NAMES:
        yield from _INITIALS.findall(page.meta(name) or "")


def _domain(page: Page) -> tuple[str | None, frozenset[str]]:
    """The domain, and what tells it, beside links."""
    if page.document.url and (own := address.parse(page.document.url)):
        return own.domain, frozenset({"url"})
    claims = [(name, weight, address.parse(href)) for name, weight, href in _claims(page)]
    votes = _votes(claims)
    if page.document.media is Media.HTML:
        links = _linked(page)
        # Where most links name no site, they are the site's own, and those that name one lead elsewhere.
        hrefs = (address.unarchived(link.href) for block in page.blocks for link in block.links)
        most = links.total() + sum(":" not in href[:_SCHEME] and not href.startswith("//") for href in hrefs)
        for domain, count in links.most_common(2):
            if count >= _MIN_LINKS:
                votes[domain] += 4 if count * 2 > most else 1
    if not votes:
        return None, frozenset()
    domain = votes.most_common(1)[0][0]
    told = _telling(claims, domain)
    if told <= _COPIED and (like := _called_like(page, domain, votes)):
        return like, _telling(claims, like)
    return domain, told


def _telling(claims: Iterable[_Claim], domain: str) -> frozenset[str]:
    """What in the head tells a domain."""
    return frozenset(name for name, _, at in claims if at and at.domain == domain)


def _called_like(page: Page, domain: str, others: Iterable[str]) -> str | None:
    """The one of other domains that is called like the site, where a domain that may be the original's is not."""
    names = [value for name in _SITE_NAMES if (value := page.meta(name))]
    like = [each for each in others if any(_is_made_of(each, name) for name in names)]
    return None if domain in like else next(iter(like), None)


def _is_made_of(domain: str, name: str) -> bool:
    label = name_key(domain.split(".", maxsplit=1)[0])
    return label == name_key(name) or _is_short_for(label, name)


_Claim = tuple[str, int, address.Address | None]
"""What in the head says where a page stands, how much it weighs, and the address."""


def _votes(claims: Iterable[_Claim]) -> Counter[str]:
    """The votes for each domain: of several feeds at one address each says no more than the first."""
    votes: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    for name, weight, found in claims:
        if found and (name, found.domain) not in seen:
            seen.add((name, found.domain))
            votes[found.domain] += weight
    return votes


def _linked(page: Page) -> Counter[str]:
    """How often each domain is linked, sharing buttons and platforms left out. Each host is parsed once: pages have hundreds of links."""
    hrefs = (address.unarchived(link.href) for block in page.blocks for link in block.links)
    origins = Counter(found[0] for href in hrefs if (found := _ORIGIN.match(href)))
    domains: Counter[str] = Counter()
    for origin, count in origins.items():
        at = address.parse(origin)
        if at and at.target is not address.Target.SHARING and not at.is_platform:
            domains[at.domain] += count
    return domains


def _claims(page: Page) -> Iterator[tuple[str, int, str]]:
    """What the head says of the page's own address, how much it weighs, and the address. A canonical may be another's."""
    for meta in page.metas:
        if meta.name == "og:url":
            yield meta.name, 3, meta.value
    for relation in page.relations:
        if relation.name in {"alternate", "shortlink", "https://api.w.org/", "amphtml", "pingback", "search"}:
            yield relation.name, 2, relation.value
        elif relation.name == "canonical" and page.document.media is Media.HTML:
            # Whoever writes one into a Markdown source means another site's.
            yield relation.name, 1, relation.value
    if page.base:
        yield "base", 3, page.base
    for block in page.blocks:
        if block.hidden_by == "comment" and (kept := _KEPT.match(block.text)):
            yield "comment", 3, f"http://{kept['at']}"


def told_names(page: Page, domain: str | None) -> Iterator[str]:
    """The names that a site gives itself in its metadata, the surest first."""
    for name in (*_SITE_NAMES, "publisher", "dc.publisher"):
        if value := page.meta(name):
            yield value
    for data in page.structured:
        yield from _site_names(data.value, domain, 0)


def _names(page: Page, domain: str | None) -> Iterator[str]:
    yield from told_names(page, domain)
    if page.title:
        for mark in (" | ", " - ", " – ", " — ", " :: ", " » "):
            if mark in page.title:
                yield page.title.rpartition(mark)[2]
                if not page.meta("og:site_name"):
                    yield page.title.partition(mark)[0]
        yield from _dense_names(page.title)
    for block in page.blocks:
        if block.region is Region.FOOTER and (holder := _DENSE_HOLDER.search(block.text)):
            yield holder[1]


def _dense_names(title: str) -> list[str]:
    """The last parts of a title in a script without spaces, which needs none around its marks: "河水又来了_江城新闻_江城网"."""
    parts = [part.strip() for part in _DENSE_MARK.split(title)]
    return [part for part in parts[1:][-_LAST_PARTS:] if part and is_ideographic(part[0])]


def _site_names(value: object, domain: str | None, depth: int) -> Iterator[str]:
    """The names of sites and publishers in structured data, but for a publisher whose address is elsewhere."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _site_names(item, domain, depth + 1)
    elif isinstance(value, Mapping):
        publisher = value.get("publisher")
        if str(value.get("@type")) in {"WebSite", "NewsMediaOrganization"}:
            yield from _own_name(value, domain)
        yield from _own_name(publisher, domain)
        for key in ("@graph", "isPartOf", "sourceOrganization"):
            yield from _site_names(value.get(key), domain, depth + 1)


def _own_name(value: object, domain: str | None) -> Iterator[str]:
    if isinstance(value, Mapping) and isinstance(value.get("name"), str):
        at = address.parse(str(value.get("url") or ""))
        if at is None or domain is None or at.domain == domain:
            yield str(value["name"])
