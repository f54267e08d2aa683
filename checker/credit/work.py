"""What is known of an article that is to be credited, and what its terms ask of a credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from checker.errors import UsageError
from checker.original.original import Original
from checker.terms.pack import Demand, Strength, Terms, Test, Version

DOES = frozenset(
    "author_affiliation author_credit byline_format canonical_link copyright_line credit_line credit_placement date_shown "
    "fair_use_notice license_link license_notice link_anchor link_quality link_to_original mandated_statement noindex page_counter "
    "share_alike source_attribution syndication_source_meta terms_repeated".split()
)
"""The requirement types that a credit block can meet. What the others ask is the page's or the republisher's."""
_SLOT = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Work:
    """An article, the publisher's name, the licence (SPDX), the language of the credit (BCP-47), the terms with their version, and the
    day on which it is credited.
    """

    original: Original
    publisher: str | None
    license: str | None
    language: str
    terms: Terms
    version: Version
    today: date

    @property
    def home(self) -> str | None:
        """The publisher's home page."""
        facts = self.terms.publisher
        return f"https://{facts.domains[0]}/" if facts and facts.domains else None

    @property
    def native(self) -> bool:
        """True where the credit is in the language in which the terms word their own sentences."""
        facts = self.terms.publisher
        own = facts.languages[0] if facts and facts.languages else "en"
        return self.language.split("-")[0].lower() == own.split("-")[0].lower()

    def filled(self, text: str) -> str | None:
        """A wording of the terms with all that is known put in, `{link}` left; None where something is not known."""
        first = self.original
        known = {
            "publisher": self.publisher,
            "publications": self.publisher,
            "author": ", ".join(first.authors),
            "reporter": ", ".join(first.authors),
            "title": first.title,
            "institution": ", ".join(first.affiliations),
            "date": first.published.isoformat() if first.published else None,
            "link": "{link}" if first.url else None,
        }
        if any(not known.get(name) for name in _SLOT.findall(text)):
            return None
        return _SLOT.sub(lambda slot: known[slot[1]] or "", " ".join(text.split()))


@dataclass(frozen=True, slots=True)
class Asked:
    """The tests that a credit is to pass. `firm` are those that the terms demand; the others they only wish for."""

    tests: tuple[Test, ...]
    firm: frozenset[int]
    missing: list[str] = field(default_factory=list)
    """The options of the call that would give what is demanded and not known."""

    def of(self, *types: str) -> list[Mapping[str, Any]]:
        """The options of each test of some types."""
        return [test.options for test in self.tests if test.type in types]

    def __contains__(self, name: str) -> bool:
        return any(test.type == name for test in self.tests)

    def positions(self, *types: str) -> set[str]:
        """Where the tests of some types want what they ask for; those that do not say are left out."""
        return {options["position"] for options in self.of(*types) if options.get("position")}

    def need(self, option: str, *types: str) -> None:
        """Notes that a value is not known, where a test of these types demands it."""
        demanded = any(test.type in types for number, test in enumerate(self.tests) if number in self.firm)
        if demanded and option not in self.missing:
            self.missing.append(option)

    def require(self) -> None:
        """Raises UsageError that names the options that are missing."""
        if self.missing:
            raise UsageError(f"the terms demand what is not known; give {', '.join(self.missing)}")


def asked(demands: Sequence[Demand]) -> Asked:
    """What some demands ask of a credit."""
    found = [
        (test, demand.strength is Strength.MUST)
        for demand in demands
        if demand.strength in {Strength.MUST, Strength.SHOULD}
        for test in _leaves(demand.test)
    ]
    return Asked(tuple(test for test, _ in found), frozenset(at for at, (_, firm) in enumerate(found) if firm))


def does(demand: Demand) -> bool:
    """True for a demand that a credit block can meet by itself."""
    return bool(leaves := list(_leaves(demand.test))) and DOES.issuperset(str(test.type) for test in leaves)


def _leaves(test: Test) -> Iterator[Test]:
    """The single tests of a test; of alternatives, those of the first that a credit can pass."""
    if test.any_of or test.otherwise:
        ways = test.any_of or (Test(test.type, test.options, (), test.all_of),)
        ways += (test.otherwise,) if test.otherwise else ()
        yield from next((found for way in ways if _can(found := list(_leaves(way)))), [])
    elif test.all_of:
        yield from (leaf for each in test.all_of for leaf in _leaves(each))
    else:
        yield test


def _can(leaves: Sequence[Test]) -> bool:
    return bool(leaves) and DOES.issuperset(str(test.type) for test in leaves)
