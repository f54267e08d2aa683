"""What its owner says of a site: what a page of it need not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

SELECTOR = r"(?:[A-Za-z][A-Za-z0-9-]*)?(?:[.#][\w-]+)*"
"""One compound of CSS: a tag, classes and an id, of which any may be left out."""
_NAME = re.compile(r"[.#][\w-]+")


class Selector(NamedTuple):
    """A simple CSS selector: `aside`, `.note`, `#share`, `div.note.wide`."""

    tag: str
    names: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Selector:
        """The selector that is written so. Raises ValueError for any other kind."""
        if not text or not re.fullmatch(SELECTOR, text):
            raise ValueError(f"{text!r} is no simple selector; write a tag, a .class or an #id")
        return cls(re.split(r"[.#]", text, maxsplit=1)[0].lower(), frozenset(_NAME.findall(text)))

    def matches(self, element: etree._Element) -> bool:
        """True where an element has the tag, all the classes and the id."""
        if self.tag and element.tag != self.tag:
            return False
        classes = {f".{name}" for name in (element.get("class") or "").split()}
        return self.names <= classes | {f"#{element.get('id') or ''}"}


@dataclass(frozen=True, slots=True)
class Site:
    """Whose page it is, and how the site writes its pages.

    `domains` are its registered domains and `names` what it calls itself; `language` is the one that its pages have where they declare
    none. `keys` are front-matter keys beside the known ones, by what they say (rules/front_matter.toml). What `excluded` selects is no
    part of a page's article, and nothing in it is looked at.
    """

    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    language: str | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    excluded: tuple[Selector, ...] = ()


UNKNOWN = Site()
"""The site of which nobody says anything."""
