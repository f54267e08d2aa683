"""Whether a change did what it was meant to and nothing else: the page is read again and held beside what it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from checker.credit.sources.splice import Edit
from checker.page.page import Page


class _Node(NamedTuple):
    """An element as readers get it: how deep it stands, what it is, and the words directly in it and behind it."""

    depth: int
    tag: str
    attributes: tuple[tuple[str, str], ...]
    text: str
    tail: str


def only_changed(before: Page, after: Page, edit: Edit) -> bool:
    """True where a page has all that it had, each thing in its place, and beside it only what was put in.

    For a change within an attribute: where one element differs, and only by attributes.
    """
    old, new = list(_nodes(before.root)), list(_nodes(after.root))
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


def _nodes(root: etree._Element) -> Iterator[_Node]:
    depths = {root: 0}
    for element in root.iter():
        parent = element.getparent()
        depth = depths[parent] + 1 if parent is not None else 0
        depths[element] = depth
        attributes = (
            tuple(sorted((str(name), str(value)) for name, value in element.attrib.items()))
            if isinstance(element.tag, str)
            else ()
        )
        yield _Node(depth, str(element.tag), attributes, _words(element.text), _words(element.tail))


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
