"""Who is who: publishers with a rule pack and news agencies, by name and by domain."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Any

from checker import data
from checker.model import Publisher
from checker.page import address
from checker.page.host import name_key
from checker.page.text import fold
from checker.terms.counters import Counters
from checker.terms.pack import Profile

_MAX_NAME = 60
_MAX_WORDS = 8
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: `marks` are what its datelines say, letter case included."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A publisher with all its names, domains and page counters."""

    publisher: Publisher
    names: tuple[str, ...]
    domains: tuple[str, ...]
    counters: tuple[str, ...] = ()
    is_agency: bool = False


class Directory:
    """The publishers that the program knows. Looking one up takes the same time however many there are."""

    def __init__(
        self, profiles: Iterable[Profile], agencies: Iterable[Agency] = (), agency_words: tuple[str, ...] = ()
    ) -> None:
        self.agency_words = agency_words
        self.marks: dict[str, Publisher] = {}
        self._entries: dict[Publisher, Entry] = {}
        for profile in profiles:
            if facts := profile.publisher:
                known = Publisher(profile.id, facts.name, facts.domains[0])
                self._entries.setdefault(
                    known, Entry(known, (facts.name, *facts.aliases), facts.domains, facts.counters)
                )
        for agency in agencies:
            known = Publisher(None, agency.name, agency.domains[0])
            self._entries[known] = Entry(known, (agency.name, *agency.aliases), agency.domains, is_agency=True)
            self.marks |= {mark: Publisher(None, mark, None) if mark in self.marks else known for mark in agency.marks}

    @cached_property
    def _by_name(self) -> Mapping[str, Publisher]:
        entries = reversed(self._entries.values())
        return {name_key(name): entry.publisher for entry in entries for name in entry.names}

    @cached_property
    def _by_domain(self) -> Mapping[str, Publisher]:
        entries = reversed(self._entries.values())
        return {domain: entry.publisher for entry in entries for domain in entry.domains}

    @cached_property
    def _by_pack(self) -> Mapping[str | None, Publisher]:
        return {known.id: known for known in self._entries}

    def named(self, name: str) -> Publisher | None:
        """The publisher of that name, whatever its case, spaces and leading article; "GlobalNews Website" is GlobalNews."""
        if len(name.split()) == 1 and "." in name and (found := address.parse(f"http://{name}")):
            return self.at(found.host)
        if known := next((known for part in _shorter(name) if (known := self._called(part))), None):
            return known
        first = next(iter(self.each(name)))
        return self._called(first) if first != name else None

    def _called(self, name: str) -> Publisher | None:
        """The publisher of exactly that name; words in small letters are none that writes them as one: "the ground up"."""
        key = name_key(name)
        known = self._by_name.get(key)
        if known is None or not name.islower():
            return known
        spelled = (each for each in self.names_of(known) if name_key(each) == key)
        return known if any(_words(each) == _words(name) for each in spelled) else None

    def each(self, name: str) -> tuple[str, ...]:
        """The names in "AAA/bbb", agencies that share a story; all must be known, for a slash stands in many a title too."""
        parts = tuple(part.strip() for part in name.split("/"))
        return parts if len(parts) > 1 and all(self._by_name.get(name_key(part)) for part in parts) else (name,)

    def is_exactly(self, name: str) -> bool:
        """True where a text is a known name and nothing else."""
        return len(name) <= _MAX_NAME and self._called(name) is not None

    @cached_property
    def agency_names(self) -> tuple[str, ...]:
        """The names of all agencies."""
        entries = (entry for entry in self._entries.values() if entry.is_agency)
        return tuple(dict.fromkeys(name for entry in entries for name in entry.names))

    def is_news_agency(self, name: str) -> bool:
        """True for a known agency's name, and for one that begins or ends with a word for a news agency."""
        return self.is_agency(self.named(name) or Publisher(None, name, None))

    def of_pack(self, pack: str) -> Publisher | None:
        """The publisher whose rule pack has that id."""
        return self._by_pack.get(pack)

    def at(self, host: str) -> Publisher | None:
        """The publisher whose domain a host lies in: the nearest of several."""
        while host:
            if known := self._by_domain.get(host):
                return known
            host = host.partition(".")[2]
        return None

    def is_agency(self, publisher: Publisher) -> bool:
        """True for a news agency that is known, or that its name says it is."""
        entry = self._entry(publisher)
        return (entry is not None and entry.is_agency) or self._sounds_like_one(publisher.name or "")

    def is_agency_word(self, name: str) -> bool:
        """True for a word for news agencies and nothing else: "Agencias"."""
        return name.casefold() in self.agency_words

    def _sounds_like_one(self, name: str) -> bool:
        folded = name.casefold()
        # "por Agencias" names none.
        return not name[:1].islower() and any(
            folded.startswith(f"{word} ") or folded.endswith(f" {word}") for word in self.agency_words
        )

    def on_site(self, publisher: Publisher, url: str | None) -> Publisher:
        """A publisher of several sites, with the domain of the one where an original is."""
        found = address.parse(url or "")
        if publisher.id is None or found is None:
            return publisher
        near = (domain for domain in self.domains_of(publisher) if address.is_within(found.host, domain))
        return replace(publisher, domain=next(near, publisher.domain))

    def _entry(self, publisher: Publisher) -> Entry | None:
        return self._entries.get(self._by_pack.get(publisher.id, publisher) if publisher.id else publisher)

    def names_of(self, publisher: Publisher) -> tuple[str, ...]:
        """All names of a publisher; its one name where it is not in the directory."""
        if entry := self._entry(publisher):
            return entry.names
        return (publisher.name,) if publisher.name else ()

    def domains_of(self, publisher: Publisher) -> tuple[str, ...]:
        """All domains of a publisher; its one domain where it is not in the directory."""
        if entry := self._entry(publisher):
            return entry.domains
        return (publisher.domain,) if publisher.domain else ()

    @cached_property
    def counters(self) -> Counters:
        """The page counters of all publishers."""
        return Counters((entry.publisher, counter) for entry in self._entries.values() for counter in entry.counters)


def _words(name: str) -> int:
    """How many words a name has, a leading article aside."""
    return len(name.casefold().removeprefix("the ").split())


def _shorter(name: str) -> Iterator[str]:
    """A name, and without what may follow it: "Example Website", "Example's weekly newsletter", "the Example news service"."""
    yield name
    words = name.split()
    if 1 < len(words) <= _MAX_WORDS:
        yield " ".join(words[:-1])
        while len(words) > 1 and words[-1].islower():
            words.pop()
        yield _POSSESSIVE.sub("", " ".join(words))


@cache
def agencies() -> tuple[Agency, ...]:
    """The agencies that come with the program."""
    return tuple(
        Agency(a["name"], tuple(a["aliases"]), tuple(a["domains"]), tuple(a["marks"])) for a in _agency_file()["agency"]
    )


@cache
def agency_words() -> tuple[str, ...]:
    """What news agencies are called in several languages, folded: a name with such a word is nobody's."""
    return tuple(word.casefold() for word in _agency_file()["words"])


@cache
def source_labels() -> tuple[str, ...]:
    """Words for "source" in languages without a file of wordings, folded: before an agency's name they credit it."""
    return tuple(word.casefold() for word in _agency_file()["labels"])


@cache
def known_papers() -> frozenset[str]:
    """The keys of the names of newspapers whose stories others run with the paper's name in the byline. Elsewhere they are names as any."""
    return frozenset(map(name_key, _agency_file()["papers"]))


@cache
def periodical_words() -> tuple[str, ...]:
    """What newspapers are called, or what their names end with, folded."""
    return tuple(map(fold, _agency_file()["periodicals"]))


@lru_cache(maxsize=1024)
def is_periodical(name: str) -> bool:
    """True for a name with a newspaper's word that is not all of it: "Example Gazette"."""
    folded = fold(name).replace("-", " ")
    return any(
        (folded != word or " " in word) and (folded.endswith(word) or f"{word} " in f"{folded} ")
        for word in periodical_words()
    )


@cache
def paper_endings() -> tuple[str, ...]:
    """What the names of other newspapers end with, folded; titles do too."""
    return tuple(map(fold, _agency_file()["endings"]))


@cache
def section_words() -> frozenset[str]:
    """What stands before such an ending in the name of a section, folded: "Local News"."""
    return frozenset(map(fold, _agency_file()["sections"]))


@cache
def page_words() -> tuple[str, ...]:
    """What stands before the number of a newspaper's page, without a point."""
    return tuple(_agency_file()["pages"])


@cache
def issue_leads() -> frozenset[str]:
    """What leads from nothing to a newspaper's name, folded: "From the"."""
    return frozenset(word.casefold() for word in _agency_file()["leads"])


@cache
def agency_roles() -> frozenset[str]:
    """Words, folded, for what an agency's people do there."""
    return frozenset(word.casefold() for word in _agency_file()["roles"])


@cache
def aiding_words() -> frozenset[str]:
    """What stands in a byline before an agency that has only helped, folded: "with", "avec"."""
    return frozenset(word.casefold() for word in _agency_file()["aiding"])


@cache
def distributors() -> tuple[str, ...]:
    """The names of those who distribute what companies say of themselves, as datelines have them."""
    return tuple(_agency_file()["distributors"])


@cache
def edition_words() -> frozenset[str]:
    """What stands behind a newspaper's name for its site, folded: "Example Times Online"."""
    return frozenset(word.casefold() for word in _agency_file()["editions"])


@cache
def _agency_file() -> Mapping[str, Any]:
    return tomllib.loads((data.folder("rules") / "agencies.toml").read_text("utf-8"))
