"""Do two addresses lead to the same page? Sites give one article many addresses: with `www.`, for phones, for print, with trackers."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from checker.page import address

_VARIANT_HOSTS = re.compile(r"^([a-z]{2,3}\.)?(?:www\d?|m|mobile|amp|print)\.(?=[^.]+\.[^.])")
_VARIANT_ENDS = re.compile(r"(?:/(?:amp|print|full|singlepage|index\.(?:html?|php))|\.amp)$")
_VARIANT_KEYS = frozenset({"amp", "print", "output", "outputtype", "mobile", "page_view", "noamp", "view"})
_SHORT_KEYS = ("p", "id", "aid", "articleid", "story_id", "context", "post")
_DOI = re.compile(r"(?:^|/)(10\.\d{4,9}/[^\s?#]+)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)(\d{4,12})(?!\d)")
_EXTENSION = re.compile(r"\.(?:html?|php|aspx?|shtml|amp\.html)$")


def same_page(one: str, other: str, *, whatever_query: bool = False) -> bool:
    """True for two addresses of one page; of one path, with `whatever_query`.

    Scheme, `www.`, phone, AMP and print views, percent-encoding, a final slash, index files, the fragment and tracking parameters
    aside; a DOI is the same wherever it is resolved, and a short link is the same as the article whose number it has.
    """
    first, second = _identity(one), _identity(other)
    if first is None or second is None:
        return False
    if whatever_query:
        return first[:2] == second[:2]
    return first == second or _is_short_for(first, second) or _is_short_for(second, first)


_Identity = tuple[str, str, tuple[tuple[str, str], ...]]
"""(host or "doi", path, the parameters that choose a page)"""


@lru_cache(maxsize=4096)
def _identity(url: str) -> _Identity | None:
    found = address.parse(url)
    if found is None:
        return None
    found = address.twin(found)
    path = unquote(found.path).casefold()
    if doi := _DOI.search(path):
        return "doi", doi[1].rstrip("/."), ()
    host, path = _VARIANT_HOSTS.sub(r"\1", found.host), _EXTENSION.sub("", _plain(path))
    return host, path, tuple(sorted(_asked(urlsplit(found.url).query)))


def _plain(path: str) -> str:
    """A path without what only chooses a view of the page."""
    path = path.rstrip("/")
    if path.startswith("/amp/"):
        path = path.removeprefix("/amp")
    return _VARIANT_ENDS.sub("", path).rstrip("/")


def _asked(query: str) -> list[tuple[str, str]]:
    pairs = ((key.casefold(), value) for key, value in parse_qsl(query))
    return [(key, value) for key, value in pairs if key not in _VARIANT_KEYS and not address.is_tracking(key)]


def _is_short_for(short: _Identity, whole: _Identity) -> bool:
    """`news.example/?p=5805` for `news.example/the-river-rises/5805`: one site, one number, and nothing else."""
    (host, path, asked), (other, long, _) = short, whole
    number = dict(asked).get(next((key for key, _ in asked if key in _SHORT_KEYS), ""), "") if len(asked) == 1 else ""
    return host == other and not path and number.isdigit() and number in _NUMBER.findall(long)
