"""What to put on a page to mend it, as HTML and as Markdown."""

from __future__ import annotations

import re
from html import escape

from checker.model import Article, Fix

_URL = "ADDRESS-OF-THE-ORIGINAL"
_LICENSE = "NAME-OF-THE-LICENCE"
_LICENSE_URL = "ADDRESS-OF-THE-LICENCE"
_AUTHOR = "NAME-OF-THE-AUTHOR"
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


def author_snippet(article: Article) -> Fix:
    """A byline."""
    names = ", ".join(article.authors) or _AUTHOR
    return Fix(f"<p>By {escape(names)}</p>", f"By {escape_markdown(names)}")


def copyright_snippet(publisher: str, article: Article) -> Fix:
    """A copyright line in the order author, publisher, year."""
    holders = ", ".join([*article.authors, publisher])
    return Fix(f"<p>Copyright © {escape(holders)}, YEAR</p>", f"Copyright © {escape_markdown(holders)}, YEAR")


def license_snippet(publisher: str) -> Fix:
    """A line that names the licence; which one it is, the publisher says."""
    return Fix(
        f'<p>Republished from {escape(publisher)} under <a href="{_LICENSE_URL}">{_LICENSE}</a>.</p>',
        f"Republished from {escape_markdown(publisher)} under [{_LICENSE}](<{_LICENSE_URL}>).",
    )


def notice_snippet(text: str) -> Fix:
    """A notice, word for word."""
    return Fix(f"<p>{escape(text)}</p>", escape_markdown(text))


def escape_markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _target(url: str) -> str:
    """A URL for `<...>` in Markdown, which ends at `>` and at the line's end."""
    return url.replace("<", "%3C").replace(">", "%3E").replace("\n", "").replace(" ", "%20")
