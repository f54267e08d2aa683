"""May anything in the text of a page credit another's original?

The blocks that hold one of the words are put together, and what the engine would say of them is asked of its own observers. They look
at each block as if it stood where a credit has to stand, for that is what cannot be told without the whole page.
"""

from __future__ import annotations

from functools import cached_property

from lxml import etree

from checker.acknowledgements import (
    bylines,
    copyright_lines,
    credit_lines,
    datelines,
    original_links,
    permissions,
    pointers,
    translators,
)
from checker.acknowledgements.likeness import KnownNotices
from checker.acknowledgements.scene import Scene
from checker.documents.document import Document
from checker.model import Evidence, Kind
from checker.page.host import Host
from checker.page.page import Block, Page
from checker.page.source import Source
from checker.prefilter.blocks import Reader, comment_block
from checker.prefilter.markup import Markup
from checker.prefilter.notices import Notices
from checker.prefilter.words import Words, as_words, cleared
from checker.terms.directory import Directory
from checker.terms.recognise import recognise
from checker.wording.wordings import Wordings

_OBSERVERS = (
    credit_lines.observe,
    datelines.observe,
    original_links.observe,
    pointers.observe,
    bylines.observe,
    translators.observe,
    copyright_lines.observe,
    permissions.observe,
)
_MOST = 60
"""So many blocks are looked at; a page with more is parsed."""
_ROOT = etree.Element("html")


class Sieve:
    """Looks for credits in the text of pages."""

    def __init__(self, wordings: Wordings, directory: Directory, notices: KnownNotices) -> None:
        self._wordings, self._directory = wordings, directory
        self._notices = Notices(notices.texts)
        self._words = Words(wordings, directory)

    def may_credit(self, markup: Markup, document: Document, host: Host) -> bool:
        """False where nothing in the text of a page is a sign of a copy."""
        text = cleared(b"\2".join((*markup.texts, *markup.comments)))
        words = as_words(text)
        return self._notices.may_stand(words) or self._may_credit(markup, text, words, document, host)

    def _may_credit(self, markup: Markup, text: bytes, words: bytes, document: Document, host: Host) -> bool:
        reader, end = Reader(markup), len(markup.texts)
        numbers = dict.fromkeys(text.count(b"\2", 0, at) for at in self._words.places(text, words))
        spans = dict.fromkeys(map(reader.span, (number for number in numbers if number < end)))
        comments = [markup.comments[number - end] for number in numbers if number >= end]
        if None in spans or len(spans) + len(comments) > _MOST:
            return True
        asked = [span for span in spans if span]
        if not self._credits(_blocks(reader, asked, comments), document, host):
            return False
        # Where a block stands is asked last: it takes a look at all that stands before.
        left = [span for span in asked if not reader.is_elsewhere(span[0])]
        return len(left) == len(asked) or self._credits(_blocks(reader, left, comments), document, host)

    def _credits(self, blocks: list[Block], document: Document, host: Host) -> bool:
        if not blocks:
            return False
        matches = tuple(self._wordings.search(blocks))
        scene = _Lenient(_excerpt(document, blocks), host, self._wordings, self._directory, matches=matches)
        found = [ack for observer in _OBSERVERS for ack in observer(scene)]
        # Where a credit is found, a link to an original is told by it; where it weighs nothing, the link might.
        hinted = any(match.phrase.kind == "original_link" for match in matches)
        credited = any(ack.kind is Kind.SOURCE_ATTRIBUTION for ack in found)
        return (hinted and credited) or recognise(found, self._directory, incomplete=False).republished is not False


class _Excerpt(Page):
    """A few blocks of a page, of which nobody knows where they stand."""

    def text_evidence(self, block: Block, start: int, end: int, href: str | None = None) -> Evidence:
        return Evidence(block.text[start:end].strip(), href)


class _Lenient(Scene):
    """A scene in which each block stands wherever a credit would have to stand."""

    @cached_property
    def prose(self) -> tuple[int, int]:
        """Behind the end and before the beginning."""
        return 10**9, -1

    def at_edge(self, block: Block) -> bool:
        """Always."""
        return True

    def is_around(self, block: Block) -> bool:
        """Always."""
        return True


def _excerpt(document: Document, blocks: list[Block]) -> Page:
    return _Excerpt(document, Source(""), "", None, _ROOT, tuple(blocks), (), (), (), (), ())


def _blocks(reader: Reader, spans: list[tuple[int, int]], comments: list[bytes]) -> list[Block]:
    blocks = [reader.block(index, *span) for index, span in enumerate(spans)]
    return [*blocks, *(comment_block(len(blocks) + at, comment) for at, comment in enumerate(comments))]
