"""Whether a change did what it was meant to and nothing else: the page is read again and held beside what it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from checker.credit.sources.splice import Edit
from checker.page.page import Page


class _Part(NamedTuple):
    """A part of a page as readers get it: how deep it stands, an element's start or end, or words, and an element's attributes."""

    depth: int
    kind: str
    value: str
    attributes: tuple[tuple[str, str], ...] = ()


def only_changed(before: Page, after: Page, edit: Edit) -> bool:
    """True where a page has all that it had, each thing in its place, and beside it only what was put in.

    For a change within an attribute: where one element differs, and only by attributes.
    """
    old, new = list(_parts(before.root)), list(_parts(after.root))
    if edit.start != edit.end or len(old) == len(new):
        differing = [(one, two) for one, two in zip(old, new, strict=False) if one != two]
        same_words = all(one._replace(attributes=two.attributes) == two for one, two in differing)
        return len(old) == len(new) and len(differing) <= 1 and same_words and _keeps_keys(before, after)
    added = len(new) - len(old)
    same = next((at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), len(old))
    return added > 0 and new[same + added :] == old[same:] and _keeps_keys(before, after)


def _keeps_keys(before: Page, after: Page) -> bool:
    """True where the front matter has every entry that it had."""
    old, new = ([(entry.key, entry.value) for entry in page.front_matter] for page in (before, after))
    return [entry for entry in new if entry in set(old)] == old


def _parts(root: etree._Element) -> Iterator[_Part]:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "end":
            depth -= 1
            yield _Part(depth, "end", str(element.tag))
        else:
            attributes = tuple(sorted((str(name), str(value)) for name, value in element.attrib.items()))
            yield _Part(depth, event, str(element.tag), attributes)
            yield from _words(depth + 1, element.text)
            depth += event == "start"
        if event != "start":
            yield from _words(depth, element.tail)


def _words(depth: int, text: str | None) -> Iterator[_Part]:
    if words := " ".join((text or "").split()):
        yield _Part(depth, "words", words)
