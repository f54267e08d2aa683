"""What to put on a page to mend it, as HTML and as Markdown."""

from __future__ import annotations

import json
import re
from html import escape

from checker.model import Article, Fix

_URL = "ADDRESS-OF-THE-ORIGINAL"
_LICENSE = "NAME-OF-THE-LICENCE"
_LICENSE_URL = "ADDRESS-OF-THE-LICENCE"
_AUTHOR = "NAME-OF-THE-AUTHOR"
_CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")


def source_snippet(publisher: str, article: Article) -> Fix:
    """A line that names the source and links to the original."""
    url = article.url or _URL
    return Fix(
        f'<p>This article was originally published on <a href="{escape(url)}">{escape(publisher)}</a>.</p>',
        f"This article was originally published on [{escape_markdown(publisher)}](<{_target(url)}>).",
    )


def link_snippet(publisher: str, article: Article) -> Fix:
    """A line that links to the original."""
    url = article.url or _URL
    return Fix(
        f'<p><a href="{escape(url)}">Read the original article on {escape(publisher)}</a>.</p>',
        f"[Read the original article on {escape_markdown(publisher)}](<{_target(url)}>).",
    )


def words_snippet(words: str, article: Article) -> Fix:
    """A line that is a link to the original, in words that the terms give."""
    url = article.url or _URL
    return Fix(f'<p><a href="{escape(url)}">{escape(words)}</a></p>', f"[{escape_markdown(words)}](<{_target(url)}>)")


def author_snippet(article: Article) -> Fix:
    """A byline."""
    names = ", ".join(article.authors) or _AUTHOR
    return Fix(f"<p>By {escape(names)}</p>", f"By {escape_markdown(names)}")


def copyright_snippet(publisher: str, article: Article) -> Fix:
    """A copyright line in the order author, publisher, year."""
    holders = ", ".join([*article.authors, publisher])
    return Fix(f"<p>Copyright © {escape(holders)}, YEAR</p>", f"Copyright © {escape_markdown(holders)}, YEAR")


def license_snippet(publisher: str, license_: str | None = None) -> Fix:
    """A line that names and links the licence, given as an SPDX id; where none is known, the publisher says which it is."""
    name, url = _license(license_)
    return Fix(
        f'<p>Republished from {escape(publisher)} under <a rel="license" href="{escape(url)}">{escape(name)}</a>.</p>',
        f"Republished from {escape_markdown(publisher)} under [{escape_markdown(name)}](<{_target(url)}>).",
    )


def _license(license_: str | None) -> tuple[str, str]:
    """The name and the address of a licence; Creative Commons builds both from the parts of its id."""
    found = _CREATIVE_COMMONS.fullmatch((license_ or "").upper())
    if found:
        kind, version = found[1], found[2]
        return f"CC {kind} {version}", f"https://creativecommons.org/licenses/{kind.lower()}/{version}/"
    return license_ or _LICENSE, _LICENSE_URL


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


def terms_snippet(publisher: str, url: str | None) -> Fix | None:
    """A link to the terms, where their address is known."""
    if url is None:
        return None
    return Fix(
        f'<p><a href="{escape(url)}">Terms of republication of {escape(publisher)}</a></p>',
        f"[Terms of republication of {escape_markdown(publisher)}](<{_target(url)}>)",
    )


def notice_snippet(text: str) -> Fix:
    """A notice, word for word."""
    return Fix(f"<p>{escape(text)}</p>", escape_markdown(text))


def escape_markdown(text: str) -> str:
    """A text whose marks Markdown takes for letters."""
    return _MARKDOWN.sub(r"\\\1", text)


def _target(url: str) -> str:
    """A URL for `<...>` in Markdown, which ends at `>` and at the line's end."""
    return url.replace("<", "%3C").replace(">", "%3E").replace("\n", "").replace(" ", "%20")


def counter_snippet(src: str, element: str) -> Fix:
    """The element that loads a page counter; Markdown takes it as it is."""
    shown = {
        "img": f'<img src="{escape(src)}" alt="" width="1" height="1">',
        "script": f'<script async src="{escape(src)}"></script>',
        "iframe": f'<iframe src="{escape(src)}" width="1" height="1" hidden></iframe>',
    }[element]
    return Fix(shown, shown)
