"""What to put on a page to mend it, as HTML and as Markdown, in the page's language."""

from __future__ import annotations

import json
import re
from html import escape

from checker.credit.prose import Line, Run, as_html, as_markdown, escape_markdown, line, worded
from checker.model import Article, Fix

__all__ = [
    "author_snippet",
    "canonical_snippet",
    "copyright_of",
    "copyright_snippet",
    "counter_snippet",
    "escape_markdown",
    "fix_of",
    "license_of",
    "license_snippet",
    "link_snippet",
    "noindex_snippet",
    "notice_snippet",
    "source_snippet",
    "syndication_source_snippet",
    "terms_snippet",
]

_URL = "ADDRESS-OF-THE-ORIGINAL"
_LICENSE = "NAME-OF-THE-LICENCE"
_LICENSE_URL = "ADDRESS-OF-THE-LICENCE"
_AUTHOR = "NAME-OF-THE-AUTHOR"
_CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)")


def fix_of(runs: Line) -> Fix:
    """A line as what mends a page."""
    return Fix(as_html(runs), as_markdown(runs))


def source_snippet(publisher: str, article: Article, language: str | None = None) -> Fix:
    """A line that names the source and links to the original."""
    return fix_of(worded("source", language, article.url or _URL, publisher=publisher))


def link_snippet(publisher: str, article: Article, language: str | None = None) -> Fix:
    """A line that links to the original."""
    return fix_of(worded("link", language, article.url or _URL, publisher=publisher))


def words_snippet(words: str, article: Article) -> Fix:
    """A line that is a link to the original, in words that the terms give."""
    return fix_of((Run(words, article.url or _URL),))


def author_snippet(article: Article, language: str | None = None) -> Fix:
    """A byline."""
    return fix_of(worded("byline", language, author=", ".join(article.authors) or _AUTHOR))


def copyright_snippet(publisher: str, article: Article, language: str | None = None) -> Fix:
    """A copyright line in the order author, publisher, year."""
    return fix_of(copyright_of([*article.authors, publisher], "YEAR", language))


def copyright_of(holders: list[str], year: str | None, language: str | None) -> Line:
    """A copyright line."""
    return worded("copyright", language, holders=", ".join([*holders, *([year] if year else [])]))


def license_snippet(publisher: str, license_: str | None = None, language: str | None = None) -> Fix:
    """A line that names and links the licence, given as an SPDX id; where none is known, the publisher says which it is."""
    name, url = license_of(license_) or (license_ or _LICENSE, _LICENSE_URL)
    return fix_of(worded("license", language, url, "license", publisher=publisher, license=name))


def license_of(license_: str | None) -> tuple[str, str] | None:
    """The name and the address of a licence; Creative Commons builds both from the parts of its id. None for another one."""
    found = _CREATIVE_COMMONS.fullmatch((license_ or "").upper())
    if found is None:
        return None
    kind, version = found[1], found[2]
    return f"CC {kind} {version}", f"https://creativecommons.org/licenses/{kind.lower()}/{version}/"


def canonical_snippet(article: Article) -> Fix:
    """A canonical link for the head, and its usual key of front matter."""
    url = article.url or _URL
    return Fix(f'<link rel="canonical" href="{escape(url)}">', f"canonical_url: {json.dumps(url)}")


def noindex_snippet() -> Fix:
    """An element for the head that keeps search engines out; in Markdown it goes into the site's template."""
    element = '<meta name="robots" content="noindex">'
    return Fix(element, element)


def syndication_source_snippet(article: Article) -> Fix:
    """An element for the head; in Markdown it goes into the site's template."""
    element = f'<meta name="syndication-source" content="{escape(article.url or _URL)}">'
    return Fix(element, element)


def terms_snippet(publisher: str, url: str | None, language: str | None = None) -> Fix | None:
    """A link to the terms, where their address is known."""
    return fix_of(worded("terms", language, url, publisher=publisher)) if url else None


def notice_snippet(text: str) -> Fix:
    """A notice, word for word."""
    return fix_of(line(Run(text)))


def counter_snippet(src: str, element: str) -> Fix:
    """The element that loads a page counter; Markdown takes it as it is."""
    shown = {
        "img": f'<img src="{escape(src)}" alt="" width="1" height="1">',
        "script": f'<script async src="{escape(src)}"></script>',
        "iframe": f'<iframe src="{escape(src)}" width="1" height="1" hidden></iframe>',
    }[element]
    return Fix(shown, shown)
