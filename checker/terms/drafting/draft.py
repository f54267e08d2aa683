"""A terms page -> the TOML of a pack, for a person to review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from checker.documents.document import Document, Media
from checker.errors import TargetError
from checker.page import read
from checker.page.page import Page
from checker.page.text import fold
from checker.terms.drafting import find, merge, publisher, sentences, toml
from checker.terms.drafting.language import Language, languages
from checker.terms.drafting.values import Clause, Drafted, Heading, Sentence

_FEW = 3
_TAG = re.compile(r"<(?=(?:link|meta)\b)", re.IGNORECASE)

Text = Page | str
"""A page that was read, or the source of one: HTML where it starts with a tag, else Markdown or plain text."""


def draft(text_or_page: Text, url: str, today: date) -> str:
    """A rule pack in TOML with every requirement that the page seems to state.

    `url` is where the terms stand, `today` the day on which they were read. Raises TargetError where the page has no terms or
    the address no host. Never asks the network.
    """
    page = _page(text_or_page)
    language, found = _found(page, url)
    head = publisher.heading(page, url, found, language.tag)
    drafted = merge.requirements(_checked(found, language, page, url), head.name)
    return "\n".join(_lines(head, drafted, url, today)) + "\n"


def clauses_of(text_or_page: Text, url: str) -> tuple[Clause, ...]:
    """The clauses of a terms page in its order, one for each sentence and type. Raises TargetError where there are none."""
    page = _page(text_or_page)
    language, found = _found(page, url)
    return _checked(found, language, page, url)


def _page(given: Text) -> Page:
    if isinstance(given, Page):
        return given
    media = Media.HTML if given.lstrip("\ufeff \t\r\n").startswith("<") else Media.MARKDOWN
    # In plain text the tags of an example are words.
    text = _TAG.sub("&lt;", given) if media is Media.MARKDOWN else given
    return read.read(
        Document("-", text.encode("utf-8", "replace"), media, headers={"content-type": "text/html; charset=utf-8"})
    )


def _found(page: Page, url: str) -> tuple[Language, tuple[Sentence, ...]]:
    """The page's sentences in the language that finds most in them; its declared one where several find as much."""
    declared = (page.language or "").lower().partition("-")[0]
    names = publisher.keys(page, url)
    best: tuple[tuple[int, bool], Language, tuple[Sentence, ...]] | None = None
    for language in languages().values():
        found = sentences.of_page(page, language)
        score = (len(find.clauses(found, language, names)), language.tag == declared)
        if best is None or score > best[0]:
            best = score, language, found
    assert best, "there are no drafting files"  # noqa: S101
    return best[1], best[2]


def _checked(found: Sequence[Sentence], language: Language, page: Page, url: str) -> tuple[Clause, ...]:
    """The clauses of sentences that are terms: one of them, or several of their page, speaks of republishing."""
    clauses = find.clauses(found, language, publisher.keys(page, url))
    spoken = any(language.topic.find(fold(each.about + "\n" + each.whole)) for each in found)
    near = any(language.topic.find(fold(clause.quote)) for clause in clauses) or bool(
        language.topic.find(fold(page.title or ""))
    )
    if not clauses or not (near or (spoken and len(clauses) >= _FEW)):
        raise TargetError("no terms found: the page does not say how its articles may be republished", "not_terms")
    return clauses


def _lines(head: Heading, drafted: Sequence[Drafted], url: str, today: date) -> Iterator[str]:
    yield "# A draft: no person has compared it with the terms yet. The sentences in comments are the page's own."
    yield toml.pair("id", head.id)
    if head.license:
        yield toml.pair("license", head.license)
    yield from ("", "[publisher]", toml.pair("name", head.name), toml.pair("domains", head.domains))
    if head.contact:
        yield toml.pair("contact", head.contact)
    if head.language:
        yield toml.pair("languages", [head.language])
    yield from ("", "[[version]]", toml.pair("id", today.isoformat()))
    yield toml.pair("source", {"url": url, "read": today.isoformat()})
    for requirement in drafted:
        yield from _requirement(requirement)


def _requirement(requirement: Drafted) -> Iterator[str]:
    yield ""
    yield from (toml.comment(quote) for quote in requirement.quotes)
    yield "[[version.requirement]]"
    if requirement.id:
        yield toml.pair("id", requirement.id)
    yield toml.pair("type", requirement.type)
    yield toml.pair("strength", requirement.strength)
    if requirement.when:
        yield toml.pair("when", requirement.when)
    yield from (toml.pair(name, value) for name, value in requirement.options.items())
    yield toml.pair("clause", requirement.clause)
    yield toml.pair("review", "needed")
