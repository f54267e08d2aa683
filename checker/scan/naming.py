"""Which pages name a publisher, told from their bytes: in an archive hardly any page does, and the others need no parse.

A name counts in whatever letter case and encoding, with whatever spaces, punctuation, tags and unseen characters between its letters,
and with letters written as character references, percent-encoded or escaped as in JSON. So no page is passed over that a check would
find to be a publisher's, but one where whole words that readers do not see (a script, a hidden element) stand inside the name, or that
has a publisher's notice without its name and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from html.entities import html5
from typing import Any

from checker.documents.document import Document
from checker.errors import UsageError
from checker.model import Publisher
from checker.page.decoding import utf8
from checker.page.host import name_key
from checker.page.text import written
from checker.terms.counters import Counters
from checker.terms.library import Library

_BETWEEN = r"(?:[^\pL\pN<&]|ـ|<(?:\"[^\"]*\"|'[^']*'|[^\"'<>])*>|<[^<>]*>|<|&#?[0-9a-z]{1,31};|&|%[0-9a-f]{2}|\\[nrtbf]|\\u[0-9a-f]{4})*"
"""What may stand between two letters of a name: no other letter and no digit, but for those of tags, references and escapes."""
_MEMORY = 64 << 20
"""Bytes for the states of an expression; where they are not enough it is slower, and finds the same."""


@dataclass(frozen=True)
class Naming:
    """The publishers that are looked for: the ids of their packs, and for each the keys of its names, domains and counters."""

    keys: tuple[tuple[str, tuple[str, ...]], ...]

    def may_name(self, document: Document) -> bool:
        """False where no page of these bytes can be any of the publishers'."""
        content = utf8(document.content, document.headers.get("content-type"))
        return any(each.search(content) for each in self._expressions)

    def is_of(self, publisher: Publisher | None) -> bool:
        """True for one of the publishers that are looked for."""
        return publisher is not None and any(publisher.id == pack for pack, _ in self.keys)

    @cached_property
    def _expressions(self) -> tuple[Any, ...]:
        return tuple(_expression(keys) for _, keys in self.keys)

    def __reduce__(self) -> tuple[Any, ...]:
        return Naming, (self.keys,)


def of(library: Library, packs: Iterable[str]) -> Naming:
    """What names the publishers of some packs. Raises UsageError for a pack that is none of a publisher."""
    known = {profile.id: profile.publisher for profile in library.profiles}
    found = []
    for pack in dict.fromkeys(packs):
        if (facts := known.get(pack)) is None:
            raise UsageError(
                f"--publisher {pack}: no publisher's terms are called so (creditline terms list tells all)"
            )
        counters = Counters((Publisher(pack, facts.name, None), counter) for counter in facts.counters)
        names = map(name_key, (facts.name, *facts.aliases, *facts.domains, *counters.hosts))
        found.append((pack, _needed(set(names) - {""})))
    return Naming(tuple(found))


def _needed(keys: set[str]) -> tuple[str, ...]:
    """The keys without those that another one is a part of: where they stand, that one does."""
    return tuple(sorted(key for key in keys if not any(other != key and other in key for other in keys)))


def _expression(keys: Iterable[str]) -> Any:
    import re2  # noqa: PLC0415  (most scans look for all)

    options = re2.Options()
    options.case_sensitive = False
    options.never_capture = True
    options.log_errors = False
    options.max_mem = _MEMORY
    return re2.compile("|".join(_BETWEEN.join(map(_letter, key)) for key in keys), options)


@cache
def _letter(letter: str) -> str:
    """All ways to write a letter: itself and what is folded into it, as references, percent-encoded, escaped."""
    import re2  # noqa: PLC0415

    ways = [way for char in sorted(written(letter)) for way in (re2.escape(char), *_escapes(char))]
    return f"(?:{'|'.join(dict.fromkeys(ways))})"


def _escapes(char: str) -> Iterable[str]:
    code = ord(char)
    yield rf"&#0*{code}(?:;|\b)"
    yield rf"&#x0*{code:x}(?:;|\b)"
    yield "".join(f"%{byte:02x}" for byte in char.encode())
    yield "".join(rf"\\u{unit:04x}" for unit in _utf16(char))
    yield from (f"&{name}" for name in _REFERENCES.get(char, ()))


def _utf16(char: str) -> Iterable[int]:
    units = char.encode("utf-16-be")
    return (int.from_bytes(units[at : at + 2]) for at in range(0, len(units), 2))


_REFERENCES: dict[str, list[str]] = {}
for _name, _char in html5.items():
    _REFERENCES.setdefault(_char, []).append(_name)
