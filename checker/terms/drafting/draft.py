"""A terms page -> the TOML of a pack, for a person to review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checker.documents.document import Document, Media
from checker.errors import TargetError
from checker.page import read
from checker.page.page import Page
from checker.page.text import fold
from checker.terms.drafting import find, merge, publisher, sentences, toml
from checker.terms.drafting.language import Language, languages
from checker.terms.drafting.values import Clause, Drafted, Heading, Sentence

_SPARSE = 12
_DENSE = 5
_TAG = re.compile(r"<(?=(?:link|meta)\b)", re.IGNORECASE)

Text = Page | str
"""A page that was read, or the source of one: HTML where it starts with a tag, else Markdown or plain text."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a page says in one language."""

    language: Language
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]

    def are_terms(self, title: str) -> bool:
        """True where the page speaks of republishing in a heading, in several clauses, or in a text that is little else.

        An article has a sentence or two that read like terms; a page of terms is made of them.
        """
        stated, of = {clause.quote for clause in self.clauses}, len(self.sentences)
        near = sum(map(self._speaks, stated))
        about = self._speaks(title) or any(map(self._speaks, {each.about for each in self.sentences}))
        spoken = sum(self._speaks(each.text) for each in self.sentences)
        headed = about and len(stated) * _SPARSE >= of
        dense = spoken and (len(stated) + spoken) * _DENSE >= of
        return bool(stated and (near > 1 or near * _SPARSE >= of or headed or dense))

    def _speaks(self, text: str) -> bool:
        return self.language.topic.find(fold(text)) is not None


def draft(text_or_page: Text, url: str, today: date) -> str:
    """A rule pack in TOML with every requirement that the page seems to state.

    `url` is where the terms stand, `today` the day on which they were read. Raises TargetError where the page has no terms or
    the address no host. Never asks the network.
    """
    page = _page(text_or_page)
    terms = _read(page, url)
    head = publisher.heading(page, url, terms.sentences, terms.language.tag)
    drafted = merge.requirements(terms.clauses, head.name)
    return "\n".join(_lines(head, drafted, url, today)) + "\n"


def clauses_of(text_or_page: Text, url: str) -> tuple[Clause, ...]:
    """The clauses of a terms page in its order, one for each sentence and type. Raises TargetError where there are none."""
    return _read(_page(text_or_page), url).clauses


def _page(given: Text) -> Page:
    if isinstance(given, Page):
        return given
    media = Media.HTML if given.lstrip("\ufeff \t\r\n").startswith("<") else Media.MARKDOWN
    # In plain text the tags of an example are words.
    text = _TAG.sub("&lt;", given) if media is Media.MARKDOWN else given
    return read.read(
        Document("-", text.encode("utf-8", "replace"), media, headers={"content-type": "text/html; charset=utf-8"})
    )


def _read(page: Page, url: str) -> _Terms:
    """The page in the language that finds most in it; in its declared one where several find as much. Raises TargetError."""
    declared = (page.language or "").lower().partition("-")[0]
    names = publisher.keys(page, url)
    title = page.title or ""
    read = [_in(language, page, names) for language in languages().values()]
    best = max(read, key=lambda each: (each.are_terms(title), len(each.clauses), each.language.tag == declared))
    if not best.are_terms(title):
        raise TargetError("no terms found: the page does not say how its articles may be republished", "not_terms")
    return best


def _in(language: Language, page: Page, names: frozenset[str]) -> _Terms:
    """The page's sentences and clauses in a language; no clauses where it never speaks of republishing."""
    found = sentences.of_page(page, language)
    text = "\n".join([page.title or "", *(f"{each.about}\n{each.text}" for each in found)])
    spoken = language.topic.find(fold(text))
    return _Terms(language, found, find.clauses(found, language, names) if spoken else ())


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
