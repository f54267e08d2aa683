"""A credit as schema.org's `NewsArticle` in JSON-LD 1.1: what the copy is based on, whose work it is, under which licence."""

from __future__ import annotations

from typing import Any

from checker.credit.block import Block
from checker.credit.prose import words_of
from checker.credit.snippets import license_of
from checker.credit.work import Work
from checker.report import inert

_MARKUP = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}


def script(block: Block, work: Work) -> str:
    """The element for the head of a page. No text in it can end the element."""
    written = inert.dumps(values(block, work), indent=1).translate(_MARKUP)
    return f'<script type="application/ld+json">\n{written}\n</script>'


def values(block: Block, work: Work) -> dict[str, Any]:
    """The copy with its original under `isBasedOn`; what is not known is left out."""
    first = work.original
    organization = {"@type": "NewsMediaOrganization", "name": work.publisher, "url": work.home}
    known = _known(organization) if work.publisher else None
    authors = [{"@type": "Person", "name": name} for name in first.authors]
    day = first.published.isoformat() if first.published else None
    named = license_of(work.license)
    credited = " ".join(map(words_of, [*block.top, *block.bottom]))
    based = {
        "@type": "NewsArticle",
        "@id": first.url,
        "url": first.url,
        "headline": first.title,
        "author": authors,
        "publisher": known,
        "datePublished": day,
        "inLanguage": first.language,
    }
    copy = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": first.title,
        "inLanguage": work.language,
        "isBasedOn": _known(based),
        "author": authors,
        "sourceOrganization": known,
        "license": named[1] if named else None,
        "copyrightHolder": known,
        "copyrightYear": first.published.year if first.published else None,
        "creditText": credited,
        "usageInfo": work.version.source.url if work.terms.publisher else None,
    }
    return _known(copy)


def _known(made: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in made.items() if value}
