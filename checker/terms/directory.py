"""Who is who: publishers with a rule pack and news agencies, by name and by domain."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from checker import data
from checker.model import Publisher
from checker.page import address
from checker.page.address import is_within
from checker.page.host import name_key
from checker.terms.pack import Terms

_MAX_NAME = 60
_MAX_WORDS = 8


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: `marks` are what its datelines say, letter case included."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    marks: tuple[str, ...]


class Directory:
    """The publishers that the program knows."""

    def __init__(self, packs: Iterable[Terms], agencies: Iterable[Agency] = ()) -> None:
        self._publishers: list[tuple[Publisher, tuple[str, ...], tuple[str, ...]]] = []
        for pack in packs:
            if facts := pack.publisher:
                publisher = Publisher(pack.id, facts.name, facts.domains[0])
                self._publishers.append((publisher, (facts.name, *facts.aliases), facts.domains))
        self.marks: dict[str, Publisher] = {}
        for agency in agencies:
            publisher = Publisher(None, agency.name, agency.domains[0])
            self._publishers.append((publisher, (agency.name, *agency.aliases), agency.domains))
            self.marks |= dict.fromkeys(agency.marks, publisher)

    @cached_property
    def _by_name(self) -> Mapping[str, Publisher]:
        return {name_key(name): publisher for publisher, names, _ in reversed(self._publishers) for name in names}

    def named(self, name: str) -> Publisher | None:
        """The publisher of that name, whatever its case, spaces and leading article; "GlobalNews Website" is GlobalNews."""
        words = name.split()
        if len(words) == 1 and "." in name and (found := address.parse(f"http://{name}")):
            return self.at(found.host)
        shorter = [name, " ".join(words[:-1])] if 1 < len(words) <= _MAX_WORDS else [name]
        return next((known for part in shorter if (known := self._by_name.get(name_key(part)))), None)

    def is_exactly(self, name: str) -> bool:
        """True where a text is a known name and nothing else."""
        return name_key(name) in self._by_name and len(name) <= _MAX_NAME

    @cached_property
    def agency_names(self) -> tuple[str, ...]:
        """The names of all agencies."""
        return tuple(
            dict.fromkeys(name for known, names, _ in self._publishers if self.is_agency(known) for name in names)
        )

    def of_pack(self, pack: str) -> Publisher | None:
        """The publisher whose rule pack has that id."""
        return next((publisher for publisher, _, _ in self._publishers if publisher.id == pack), None)

    def at(self, host: str) -> Publisher | None:
        """The publisher whose domain a host lies in."""
        for publisher, _, domains in self._publishers:
            if any(is_within(host, domain) for domain in domains):
                return publisher
        return None

    def is_agency(self, publisher: Publisher) -> bool:
        """True for a news agency."""
        return publisher in self.marks.values()

    def names_of(self, publisher: Publisher) -> tuple[str, ...]:
        """All names of a publisher; its one name where it is not in the directory."""
        for known, names, _ in self._publishers:
            if known == publisher:
                return names
        return (publisher.name,) if publisher.name else ()

    def domains_of(self, publisher: Publisher) -> tuple[str, ...]:
        """All domains of a publisher; its one domain where it is not in the directory."""
        for known, _, domains in self._publishers:
            if known == publisher:
                return domains
        return (publisher.domain,) if publisher.domain else ()


@cache
def agencies() -> tuple[Agency, ...]:
    """The agencies that come with the program."""
    values = tomllib.loads((data.folder("rules") / "agencies.toml").read_text("utf-8"))
    return tuple(
        Agency(a["name"], tuple(a["aliases"]), tuple(a["domains"]), tuple(a["marks"])) for a in values["agency"]
    )
