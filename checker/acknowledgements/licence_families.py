"""The licences that the program knows: what they are called and where they stand."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from checker import data
from checker.page.address import Address, is_within
from checker.page.text import fold


@dataclass(frozen=True, slots=True)
class Family:
    """Licences of one kind: the words that name them and the addresses they have."""

    name: str
    hosts: tuple[str, ...]
    paths: tuple[str, ...]
    words: tuple[str, ...]

    def is_at(self, address: Address) -> bool:
        """True where an address is one of these licences."""
        return any(is_within(address.host, host) for host in self.hosts) and address.path.startswith(self.paths)


@cache
def families() -> tuple[Family, ...]:
    """All of them."""
    values = tomllib.loads((data.folder("rules") / "licences.toml").read_text("utf-8"))
    return tuple(
        Family(f["name"], tuple(f["hosts"]), tuple(f["paths"]), tuple(fold(word) for word in f["words"]))
        for f in values["family"]
    )


@cache
def hosts() -> tuple[str, ...]:
    """The sites where their texts stand."""
    return tuple(host for family in families() for host in family.hosts)


def is_licence(name: str) -> bool:
    """True for words that name a licence: "CC BY" looks like somebody's name."""
    folded = fold(name)
    return any(folded.startswith(word) for family in families() for word in family.words)
