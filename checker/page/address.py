"""Addresses as values: whose they are, and whether one leads to an article, a home page or a list."""

from __future__ import annotations

import re
import tomllib
from base64 import b64decode
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from publicsuffixlist import PSLFILE, PublicSuffixList

from checker import data

_MAX_LENGTH = 4000
_DEEP = 4
_CODE = 2
"""The letters of a language's or a country's code: "/en/topics/water"."""
_TITLE = 3
"""So many dashes or underscores part the words of a title."""
_NO_LABEL = b""
_LAST_DAY = 31
_FIRST_YEAR, _LAST_YEAR = 1990, 2099
_NOWHERE = ("#", "about:", "javascript:", "mailto:", "tel:")
_ROUTES = ("#/", "#!/")
"""Pages of a site that is one script."""
_SCHEMELESS = re.compile(r"www\.|https?//", re.IGNORECASE)
"""How an address begins that somebody wrote without its scheme: a browser looks for it on the page's own site, in vain."""
_LINE_BREAKS = re.compile(r"[\t\r\n]+")
_KEPT = re.compile(r"\s*(?:(?:https?:)?//web\.archive\.org)?/web/\d{4,14}[a-z_]*/(?=https?:)")
_ENCODED = "aHR0c"
"""How an address begins in Base64."""
_SAFE = str.maketrans("-_", "+/")
_ENCLOSED = re.compile(r"/__(https?:.+?)__;")
_AMP_CACHE = re.compile(r"/(?:amp|c|v|a)/(?:(?P<s>s)/)?(?P<rest>(?:[\w-]+\.)+[a-z]{2,}/.*)$")


class Target(StrEnum):
    """What an address leads to, judged by its form alone."""

    ARTICLE = "article"
    HOME = "home"
    LISTING = "listing"
    FILE = "file"
    SHARING = "sharing"
    SHOP = "shop"
    LICENSE = "license"


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address. `host` is in lower case without `www.`; `domain` is the registered one."""

    url: str
    host: str
    domain: str
    path: str
    target: Target

    @property
    def is_article(self) -> bool:
        """True where it may be an article's."""
        return self.target is Target.ARTICLE

    @property
    def is_picture(self) -> bool:
        """True for a page where pictures are shared: a photo credit links there, an article's credit never."""
        return (self.host + self.path).startswith(tuple(_rules()["pictures"]))

    @property
    def is_paper(self) -> bool:
        """True for a research paper: notes on one link it as their original."""
        return is_within_any(self.host, _rules()["papers"])

    @property
    def is_hosted(self) -> bool:
        """True on a service that keeps its users' texts itself: none of its sites is made of Markdown files."""
        return is_within_any(self.host, _rules()["hosting"])

    @property
    def is_brief(self) -> bool:
        """True for what stands on a microblog: too short to be the whole of an article."""
        return is_within_any(self.host, _rules()["microblogs"])

    @property
    def is_project(self) -> bool:
        """True for a whole project where code is kept, and no file of it: `github.com/ann/river`."""
        return self.host in _rules()["code_hosts"] and self.path.strip("/").count("/") <= 1

    @property
    def is_placeholder(self) -> bool:
        """True for an address that a template left behind for somebody to fill in."""
        return self.host in _rules()["placeholders"]

    @property
    def is_platform(self) -> bool:
        """True on a site where everybody publishes: many pages of other sites link more there than to themselves."""
        return self.host in _rules()["platforms"]

    @property
    def owner(self) -> str | None:
        """Whose page it is on a site where everybody publishes: `github.com/ann/river` -> `ann`; None elsewhere."""
        parts = [part for part in self.path.split("/") if part]
        at: int | None = _rules()["platforms"].get(self.host)
        name = parts[at].removeprefix("@") if at is not None and at < len(parts) else ""
        # What has one letter is a short way to a page, and nobody's: "medium.com/p/1a2b3c".
        return name if len(name) > 1 else None

    @property
    def is_profile(self) -> bool:
        """True for a page about a person: `/author/ann-writer`."""
        place = self.host + self.path.lower()
        # "dev.to/ann" is a person, "dev.to/ann/river" what she wrote.
        depth = place.strip("/").count("/")
        return any(place.startswith(at) and depth <= at.count("/") for at in _rules()["profile_places"]) or any(
            part in _rules()["profiles"] for part in self.path.lower().split("/")
        )


@lru_cache(maxsize=4096)
def parse(href: str, base: str | None = None) -> Address | None:
    """The address that a link leads to, or None where it leads to no other page (`#`, `mailto:`, nonsense)."""
    href = unarchived(_LINE_BREAKS.sub("", href.strip()).replace(" ", "%20"))
    if not href or href.startswith("#") or len(href) > _MAX_LENGTH or _SCHEMELESS.match(href):
        return None
    try:
        parts = urlsplit(urljoin(base, href) if base else "https:" + href if href.startswith("//") else href)
        host = (parts.hostname or "").lower().rstrip(".")
    except ValueError:
        return None
    if inner := _redirected(parts.path, parts.query):
        return parse(inner)
    if parts.scheme.lower() not in {"http", "https"} or "." not in host:
        return None
    host = _ascii(host).removeprefix("www.")
    path = _routed(parts.path or "/", parts.fragment)
    if inner := _wrapped(host, path, parts.query):
        return parse(inner)
    return Address(parts.geturl(), host, registered(host), path, _target(host, path, parts.query))


def named(name: str) -> Address | None:
    """The home page of a site that is called by its domain: "news.example"; None for any other name."""
    return parse(f"http://{name}") if "." in name and " " not in name else None


def twin(found: Address) -> Address:
    """The other address of a page, on a site that has two for each: `youtu.be/x` -> `youtube.com/watch?v=x`; else the same."""
    place = found.host + found.path
    known = next(((short, whole) for short, whole in _rules()["twins"].items() if place.startswith(short)), None)
    return (parse(f"https://{known[1]}{place.removeprefix(known[0])}") or found) if known else found


def _routed(path: str, fragment: str) -> str:
    """The path of a page that a site's own script shows: `/#/2021/river` and `/#!/2021/river` -> `/2021/river`."""
    route = fragment.removeprefix("!")
    return route if path == "/" and route.startswith("/") else path


def unarchived(href: str) -> str:
    """Where a link led before its page was kept in the Wayback Machine, whose pages link its own copies, often without its name."""
    return _KEPT.sub("", href, count=1) if "/web/" in href else href


@lru_cache(maxsize=4096)
def registered(host: str) -> str:
    """The registered domain of a host, by the public suffix list: `news.example.co.uk` -> `example.co.uk`."""
    if "xn--" in host:
        return str(_all_suffixes().privatesuffix(host) or host)
    label = host.lower().rpartition(".")[2].encode("utf-8", "surrogatepass")
    # Hostile pages name hosts of many last labels that nobody has: they share one list without rules.
    suffixes = _suffixes(label if label in _suffix_rules() else _NO_LABEL)
    return str(suffixes.privatesuffix(host) or host)


def is_dead(href: str) -> bool:
    """True for a link that leads to no other page: empty, `#`, `#top`, `javascript:`, `mailto:`."""
    bare = href.strip().lower()
    return not bare or (bare.startswith(_NOWHERE) and not bare.startswith(_ROUTES))


def is_tracking(key: str) -> bool:
    """True for a query parameter that only tracks who came from where."""
    key = key.lower()
    return key in _rules()["tracking"] or key.startswith(("utm_", "mc_", "pk_", "at_"))


def is_within(host: str, domain: str) -> bool:
    """True where a host is a domain or a subdomain of it."""
    return host == domain or host.endswith("." + domain)


def is_within_any(host: str, domains: Container[str]) -> bool:
    """True where a host is one of some domains or a subdomain of one; as quick however many they are."""
    while host:
        if host in domains:
            return True
        host = host.partition(".")[2]
    return False


def _wrapped(host: str, path: str, query: str) -> str | None:
    """The address inside an archive's or a redirector's, or None where there is none."""
    if not is_within_any(host, _rules()["wrapping_hosts"]):
        return None
    if found := re.match(r"/web/\d{4,14}[a-z_]*/(?!https?:)(.+)", path):
        return "http://" + found[1]
    if found := _AMP_CACHE.match(path):
        return f"http{found['s'] or ''}://{found['rest']}" + (f"?{query}" if query else "")
    if found := _ENCLOSED.search(path):
        return found[1]
    if "/http" in path:
        return (
            "http"
            + path.partition("/http")[2].replace(":/", "://", 1).replace(":///", "://", 1)
            + (f"?{query}" if query else "")
        )
    return query if query.startswith(("http://", "https://")) else _asked_for(query)


def _redirected(path: str, query: str) -> str | None:
    """The address that a site's own redirector leads to: `/go.php?url=https://...`, `/goto/aHR0cHM6...`."""
    if "http" not in query and _ENCODED not in query + path:
        return None
    before, _, last = path.rstrip("/").rpartition("/")
    if last.lower() in _rules()["redirectors"]:
        return _asked_for(query)
    return _decoded(last) if before.rpartition("/")[2].lower() in _rules()["redirectors"] else None


def _asked_for(query: str) -> str | None:
    """The first parameter that is an address, plain or in Base64."""
    values = (_decoded(value) or value for _, value in parse_qsl(query))
    return next((value for value in values if value.startswith(("http://", "https://"))), None)


def _decoded(value: str) -> str | None:
    """The address that stands in Base64; None for anything else."""
    if not value.startswith(_ENCODED):
        return None
    # In a query a plus sign stands for a space.
    known = value.replace(" ", "+").translate(_SAFE).rstrip("=")
    try:
        return b64decode(known + "=" * (-len(known) % 4), validate=True).decode("ascii")
    except ValueError:
        return None


def _target(host: str, path: str, query: str) -> Target:
    rules = _rules()
    if known := _by_host(host, path):
        return known
    parts = [part.lower() for part in path.split("/") if part]
    if parts and parts[-1] in rules["index_files"]:
        parts.pop()
    if parts and _is_file(parts[-1]):
        return Target.FILE
    inner = parts[1:] if parts and len(parts[0]) == _CODE and parts[0] in rules["front_pages"] else parts
    listed = bool(inner) and inner[0] in rules["listings"] and len(inner) < _DEEP and not _is_filed(inner)
    asked = [value for key, value in parse_qsl(query, keep_blank_values=True) if not is_tracking(key)]
    if asked:
        # "/search?q=river" is a list, "/page?id=7" is an article.
        numbered = any(char.isdigit() for value in asked for char in value)
        return Target.LISTING if listed and not numbered else Target.ARTICLE
    if not parts or (len(parts) <= 2 and parts[-1] in rules["front_pages"]) or _is_persons_home(parts):
        return Target.HOME
    return Target.LISTING if listed else Target.ARTICLE


def _is_persons_home(parts: list[str]) -> bool:
    """True for where somebody's own pages begin on a shared machine: "/~ann/"."""
    return len(parts) == 1 and parts[0].startswith("~")


def _is_file(name: str) -> bool:
    """True for "style.css"; "/blog/css" is an article about that."""
    _, dot, ending = name.rpartition(".")
    return bool(dot) and ending in _rules()["files"]


def _is_filed(parts: list[str]) -> bool:
    """True for one piece of an archive, by its number, its issue, its file or its title, and not for a list of a year or a month."""
    last, above = parts[-1], parts[-2:-1]
    numbered = last.isdecimal() and int(last) > _LAST_DAY and not _FIRST_YEAR <= int(last) <= _LAST_YEAR
    titled = last.count("-") + last.count("_") >= (1 if "".join(above).isdecimal() else _TITLE)
    return parts[0] in _rules()["archives"] and (numbered or titled or last.endswith((".html", ".htm")))


def _by_host(host: str, path: str) -> Target | None:
    """What a site is all about: sharing, selling, the texts of licences."""
    rules = _rules()
    if is_within_any(host, rules["sharing_hosts"]) and host.partition(".")[0] not in rules["houses"]:
        # Somebody's post is an article; a button that shares this page leads elsewhere.
        parts = path.lower().split("/")[1:]
        numbered = len(parts) == 2 and parts[1].isdecimal() and is_within_any(host, rules["numbering_hosts"])
        posted = numbered or any(part in rules["permalinks"] for part in parts[:-1])
        return Target.ARTICLE if posted else Target.SHARING
    if host in rules["shops"]:
        return Target.SHOP
    return Target.LICENSE if (host + path.lower()).startswith(tuple(rules["license_paths"])) else None


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


@cache
def _all_suffixes() -> PublicSuffixList:
    """The whole list, its international names encoded too: that takes as long as checking some pages."""
    return PublicSuffixList()


@cache
def _suffixes(label: bytes) -> PublicSuffixList:
    """As much of the list as speaks of hosts with this last label: most pages name hosts of three or four, and there are thousands."""
    return PublicSuffixList(_suffix_rules()[label], accept_encoded_idn=False)


@cache
def _suffix_rules() -> Mapping[bytes, Sequence[bytes]]:
    """The list's rules by their last labels, and none for any other label."""
    rules: dict[bytes, list[bytes]] = {_NO_LABEL: []}
    for line in Path(PSLFILE).read_bytes().lower().splitlines():
        if not line.startswith(b"//"):
            rule = line.partition(b" ")[0].rstrip()
            rules.setdefault(rule.rpartition(b".")[2], []).append(rule)
    return rules


def left_out() -> frozenset[str]:
    """The words of a site's name that its domain leaves out."""
    return frozenset(_rules()["left_out"])


@cache
def _rules() -> dict[str, Any]:
    values = tomllib.loads((data.folder("rules") / "addresses.toml").read_text("utf-8"))
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in values.items()}
