"""Packs and pages of terms -> the statements that they make, and what changed between two of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from checker.documents.document import Media
from checker.errors import TargetError
from checker.page.page import Page, Region
from checker.page.text import squeeze
from checker.terms import diff, drafting
from checker.terms.conditions import condition
from checker.terms.diff import Change, Statement
from checker.terms.drafting import sentences
from checker.terms.drafting.values import Clause
from checker.terms.pack import Demand, Gate, Terms, Test, Version

_MAIN = frozenset({Region.ARTICLE, Region.BYLINE, Region.CAPTION, Region.MASTHEAD})
_MARK = re.compile(r"\A(?:[-–—•*·●▪◦✓✔✗✘]|\(?\w{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class PackVersion:
    """One version of a pack, with all that it inherits."""

    terms: Terms
    version: Version
    kind = "pack"

    @property
    def name(self) -> str:
        """What reports call it."""
        return f"{self.terms.id} of {self.version.id}"

    @property
    def url(self) -> str | None:
        """Where its terms stand."""
        return self.version.source.url


@dataclass(frozen=True, slots=True, eq=False)
class TermsPage:
    """A page of terms that was read whole. `url` is where it stands, None where it does not tell."""

    name: str
    page: Page
    url: str | None
    kind = "page"

    @property
    def source(self) -> Page | str:
        """What is drafted from: of Markdown and plain text the source, in which the tags of an example are words."""
        return self.page if self.page.document.media is Media.HTML else self.page.source.text


Source = PackVersion | TermsPage


def changes(old: Source, new: Source) -> tuple[Change, ...]:
    """What changed between two packs or two pages; between a pack and a page, what can be told of that.

    Raises TargetError for a page without terms.
    """
    # Both are somebody's terms: where one does not tell whose, the other does.
    url = old.url or new.url or ""
    if isinstance(new, PackVersion):
        if isinstance(old, PackVersion):
            return diff.compare(of_pack(old), of_pack(new))
        return diff.turned(diff.drift(own_of_pack(new), _clauses(old, url)))
    if isinstance(old, PackVersion):
        return diff.drift(own_of_pack(old), _clauses(new, url))
    return diff.compare(of_page(old, url), of_page(new, url))


def of_pack(pack: PackVersion) -> tuple[Statement, ...]:
    """What a pack says: whose terms they are, its gates, its requirements."""
    return (_head(pack.terms), *map(_of_gate, pack.version.gates), *map(_of_demand, pack.version.demands))


def own_of_pack(pack: PackVersion) -> tuple[Statement, ...]:
    """The requirements and gates that a pack takes from its own source and from no licence: what its page should say."""
    version = pack.version
    gates = (replace(_of_gate(each), types=each.covers) for each in version.gates if each.clause.url == pack.url)
    return (*gates, *(_of_demand(each) for each in version.demands if each.clause.url == pack.url))


def of_page(terms: TermsPage, url: str) -> tuple[Statement, ...]:
    """What a page of terms says: its clauses as a draft has them, then its other sentences.

    `url` is where the terms stand, or empty. Raises TargetError where the page has no terms.
    """
    clauses = _clauses(terms, url)
    return (*clauses, *_others(_sentences(terms.page), clauses))


def _clauses(terms: TermsPage, url: str) -> tuple[Statement, ...]:
    try:
        found = drafting.clauses_of(terms.source, url)
    except TargetError as error:
        raise TargetError(f"{terms.name}: {error}", error.code) from error
    said = _sentences(terms.page)
    return tuple(_of_clause(each, said) for each in found)


def _of_clause(clause: Clause, sentences: Iterable[str]) -> Statement:
    when = str(condition(clause.when)) if clause.when else None
    return Statement(_alone(clause.quote, sentences), "", (clause.type,), clause.strength, when, clause.options)


def _head(terms: Terms) -> Statement:
    facts = terms.publisher
    values: dict[str, Any] = {"license": terms.profile.license, "extends": terms.profile.extends}
    if facts:
        values |= {"name": facts.name, "aliases": facts.aliases, "domains": facts.domains, "contact": facts.contact}
        values |= {"languages": facts.languages, "counters": facts.counters}
    values |= {f"notice {notice.id}": notice.text for notice in terms.notices}
    return Statement("", "publisher", options={key: value for key, value in values.items() if value})


def _of_gate(gate: Gate) -> Statement:
    return Statement(gate.clause.text, types=("gate",), when=str(gate.when))


def _of_demand(demand: Demand) -> Statement:
    options = {**_options(demand.test), "silences": demand.silences}
    if not (demand.sure or demand.drafted):
        options["confidence"] = "unsure"
    kept = {key: value for key, value in options.items() if value is not None and value != ()}
    when = str(demand.when) if demand.when else None
    return Statement(demand.clause.text, demand.id, demand.test.types, demand.strength.value, when, kept, demand.covers)


def _options(test: Test) -> dict[str, Any]:
    """A test's options, and the tests in it as they are."""
    return {**test.options, "any_of": test.any_of, "all_of": test.all_of, "else": test.otherwise}


def _alone(quote: str, sentences: Iterable[str]) -> str:
    """A clause's sentence without what introduces it, which many share; whole where the page has no such sentence."""
    return max((text for text in sentences if quote.endswith(text)), key=len, default=quote)


def _others(sentences: Iterable[str], clauses: Iterable[Statement]) -> Iterator[Statement]:
    """The sentences that are in no clause: what a draft does not understand may have changed too."""
    taken = "\n".join(squeeze(each.text) for each in clauses)
    return (Statement(text) for text in sentences if text not in taken)


def _sentences(page: Page) -> tuple[str, ...]:
    """The different sentences of a page's main part, without the marks of list items."""
    blocks = [block for block in page.visible if block.region in _MAIN] or page.visible
    text = "\n".join(block.text for block in blocks)[: sentences.LIMIT]
    said = (squeeze(_MARK.sub("", part)) for part in sentences.split(text))
    return tuple(dict.fromkeys(text for text in said if any(char.isalpha() for char in text)))
