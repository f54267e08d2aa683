"""Which part of a page an element opens: by its tag, its ARIA role, and words in its class and id.

The words are those of the common CMSs and themes. They are hints: inside an article only the hints that are never an article's
own text (comments, related, captions, share bars) count.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checker.page.page import Region

_TAGS = {"nav": Region.NAVIGATION, "figcaption": Region.CAPTION, "menu": Region.NAVIGATION}
_OUTER_TAGS = {"footer": Region.FOOTER, "aside": Region.SIDEBAR, "header": Region.MASTHEAD}
_ROLES = {
    "navigation": Region.NAVIGATION,
    "contentinfo": Region.FOOTER,
    "complementary": Region.SIDEBAR,
    "banner": Region.MASTHEAD,
    "search": Region.NAVIGATION,
    "menu": Region.NAVIGATION,
}
_TYPES = {
    "wpheader": Region.MASTHEAD,
    "wpfooter": Region.FOOTER,
    "wpsidebar": Region.SIDEBAR,
    "sitenavigationelement": Region.NAVIGATION,
}
"""The parts of a page in schema.org's words: they are never an article's, though an element around it may be called `main`."""
_OUTER_ROLES = frozenset({"contentinfo", "complementary", "banner"})
ARTICLES = frozenset({"article", "main"})
"""The tags of an article, and its roles."""
_PLAIN = ARTICLES | {"html", "body"}

_EVERYWHERE = (
    (
        Region.COMMENTS,
        r"comments?(?:-?(?:list|area|section|thread|body|content|wrap|form|respond))?|respond|disqus\w*|replies|livefyre",
    ),
    (
        Region.RELATED,
        r"related(?:-?\w+)?|recommended(?:-?\w+)?|recommendations?|more-?(?:stories|from|news|posts|on|like)|read-?(?:more-?list|next|also)|"
        r"also-?like|you-?may|jp-relatedposts|outbrain|taboola\w*|trending(?:-?\w+)?|popular(?:-?\w+)?|latest(?:-?\w+)?|teasers?|"
        r"most-?(?:read|popular|viewed)|up-?next|next-?up|suggested(?:-?\w+)?|promo(?:-?\w+)?|river|headlines?-list|"
        # Somebody's post of a network, which the article shows.
        r"twitter-tweet|instagram-media|(?:tiktok|bluesky|mastodon|reddit)-embed(?:-\w+)?|fb-post",
    ),
    (
        Region.CAPTION,
        r"(?:wp-)?caption(?:-?text)?|(?:photo|image|img|picture|media)-?(?:credits?|captions?|source|byline)|figcaption|credits?-?photo",
    ),
    (
        Region.NAVIGATION,
        r"nav(?:bar|igation)?|menu|breadcrumbs?|pagination|pager|share(?:-?\w+)?|sharing|social(?:-?\w+)?|addtoany\w*|sharedaddy|"
        r"tags?-?(?:list|links|cloud)|cookie(?:-?\w+)?|consent(?:-?\w+)?|newsletter(?:-?\w+)?|subscribe(?:-?\w+)?|signup",
    ),
    (
        Region.BYLINE,
        r"by-?line(?:-?\w+)?|(?:post|entry|article|story)-?author|author-?(?:name|info|byline)|dateline|vcard|article-?meta|entry-?meta|post-?meta",
    ),
)
_OUTER = (
    (
        Region.FOOTER,
        r"(?:site-?|page-?|global-?|main-?|master-?)?footer(?:-?\w+)?|colophon|copyright-?(?:bar|area|wrap)?|siteinfo|site-info|bottom-?bar",
    ),
    (
        Region.SIDEBAR,
        r"side-?bar(?:-?\w+)?|widget_\w+|widget-?(?:area|content)|blog-?roll|rail|right-?(?:col|column|rail)|left-?(?:col|column|rail)|secondary",
    ),
    (Region.MASTHEAD, r"(?:site-?|page-?|global-?|main-?)header|masthead|top-?bar"),
)
_START, _END = r"(?:(?<=[\s_])|(?<=__)|^)(?:", r")(?=[\s_]|$)"


_HINTS = _EVERYWHERE + _OUTER


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """The expression of a hint. Sources in Markdown have no classes, and need none."""
    return re.compile(_START + words + _END)


@cache
def _any_hint() -> re.Pattern[str]:
    return _pattern("|".join(words for _, words in _HINTS))


@lru_cache(maxsize=16384)
def _hint(word: str) -> int:
    """Which hint a class or an id is, `len(_HINTS)` where it is none. Pages use the same few words over and over."""
    if not _any_hint().search(word):
        return len(_HINTS)
    return next(number for number, (_, words) in enumerate(_HINTS) if _pattern(words).search(word))


def typed(itemtype: str | None) -> Region | None:
    """The region that an element's `itemtype` names ("https://schema.org/WPHeader"), or None."""
    return _TYPES.get(itemtype.rstrip().rpartition("/")[2].lower()) if itemtype else None


def region_of(tag: str, role: str | None, names: str | None, ident: str | None, *, in_article: bool) -> Region | None:
    """The region that an element opens, or None where it opens none. `names` is its class, `ident` its id."""
    if tag in _PLAIN:
        return None
    found = _TAGS.get(tag) or (None if in_article else _OUTER_TAGS.get(tag))
    if found is None and role and not (in_article and role in _OUTER_ROLES):
        found = _ROLES.get(role)
    if found or not (names or ident):
        return found
    number = min(_hinted(names or ""), _hinted(ident or ""))
    return _HINTS[number][0] if number < (len(_EVERYWHERE) if in_article else len(_HINTS)) else None


@lru_cache(maxsize=16384)
def _hinted(names: str) -> int:
    """The first hint that names give, `len(_HINTS)` where they give none."""
    return min(map(_hint, names.lower().split()), default=len(_HINTS))
