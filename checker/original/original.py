"""The original as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Image:
    """An image with its caption, which as a rule holds its credit. `name` is the last part of its address, sizes cut off."""

    name: str
    caption: str = ""
    text: str = ""
    """Its alternative text."""

    @property
    def said(self) -> str:
        """All words that stand with it."""
        return f"{self.caption} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link of a text: its absolute address and its words."""

    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Original:
    """What the publisher's own page says of an article.

    `frame` has the numbers of the paragraphs that are no text of the article (a box, a newsletter block, an end note); `anchors` are the
    links in its text, once an address; `taglines` the short notes at its end; `third_party` names who published it before
    the publisher did, and is None where nobody did; `publisher` is what its site calls itself; `corrections` are the notes that say what
    was corrected; `refusal` is the sentence that says that it may not be republished.
    """

    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    published: date | None = None
    language: str | None = None
    license: str | None = None
    paragraphs: tuple[str, ...] = ()
    frame: frozenset[int] = frozenset()
    anchors: tuple[Anchor, ...] = ()
    images: tuple[Image, ...] = ()
    taglines: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    third_party: str | None = None
    refusal: str | None = None
    republish_button: bool = False
    publisher: str | None = None

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses of the links in its text."""
        return tuple(anchor.url for anchor in self.anchors)
