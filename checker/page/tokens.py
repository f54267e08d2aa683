"""The tags and comments of an HTML source, by one regular expression: enough to tell where things stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

# The HTML standard's attribute syntax, in possessive form: linear on any input.
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_ATTRIBUTES = rf"(?:[\s/]++|{_ATTRIBUTE})*+"
_MOST_ATTRIBUTES = 4000
"""How many attributes of one tag, and white space between them, are read."""
_START_TAG = rf"<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>"
_COMMENT = r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))"
_OTHER_TAG = r"</[a-zA-Z][^>]*+>|<[!?/][^>]*+>"
_TOKEN = re.compile(f"{_COMMENT}|{_START_TAG}|{_OTHER_TAG}")
IN_TEXT = re.compile(
    rf"{_COMMENT}|(?P<tag>{_START_TAG.replace('?P<name>', '').replace('?P<attributes>', '')}|{_OTHER_TAG})"
    r"|(?P<entity>&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?)|(?P<run>[^\s<&]+)|(?P<char>[<&])"
)
RAW_TEXT = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})
# As XHTML writes an element without contents; the mark may not be a part of an attribute's value.
_EMPTY = rf"(?:\s++|/(?!>)|{_ATTRIBUTE})*+/>"
# A script or the like is one match, from its start tag to its end tag: what stands in it is no tag.
_RAW_ELEMENT = (
    rf"<(?P<raw>(?i:{'|'.join(sorted(RAW_TEXT))}))(?=[\s/>])(?!{_EMPTY}){_ATTRIBUTES}>"
    r"(?:[^<]++|<(?!/(?i:(?P=raw))[\s/>]))*+(?:</[^>]*+>?)?"
)
_FEW = rf"(?:[\s/]++|{_ATTRIBUTE}){{0,{_MOST_ATTRIBUTES}}}+"
# No group in a possessive repeat: some versions of Python lose their way in it. So each name has its own alternative.
_FEW_RAW = "|".join(
    rf"<(?i:{name})(?=[\s/>])(?!{_EMPTY}){_FEW}>(?:[^<]++|<(?!/(?i:{name})[\s/>]))*+" for name in sorted(RAW_TEXT)
)
# Most tags do not begin as one of these names does, and need not be compared with each.
_MAY_BE_RAW = "".join(sorted({form for name in RAW_TEXT for form in (name[0], name[0].upper())}))
_UNCROWDED = re.compile(
    rf"(?:[^<]++|(?=<[{_MAY_BE_RAW}])(?:{_FEW_RAW})|{_COMMENT}|<(?![a-zA-Z])|<[a-zA-Z][^\s/>]*+{_FEW}(?![^>]))*+"
)
_CROWDED = re.compile(rf"<[a-zA-Z][^\s/>]*+{_FEW}(?P<rest>{_ATTRIBUTES})")
_ELEMENT = re.compile(rf"{_COMMENT}|{_RAW_ELEMENT}|<(?P<name>[a-zA-Z][^\s/>]*+){_ATTRIBUTES}>|{_OTHER_TAG}")
_END_NAME = re.compile(r"</([a-zA-Z][^\s/>]*)")
_CLOSED = frozenset(
    "a article aside blockquote div figure footer form h1 h2 h3 h4 h5 h6 header main nav ol section table ul".split()
)
"""Elements whose end tag nobody may leave out."""
_OPENING = re.compile(r"<[a-zA-Z/!?]")


class Tag(NamedTuple):
    """A start tag and its place."""

    name: str
    start: int
    end: int
    has_attributes: bool


def start_tags(source: str) -> Iterator[tuple[str, int]]:
    """The names and offsets of a source's start tags; what stands in scripts and the like is none."""
    # Behind the last `>` every `<` would be looked at up to the end, in vain.
    found = _ELEMENT.finditer(source, 0, source.rfind(">") + 1)
    return ((match[match.lastgroup].lower(), match.start()) for match in found if match.lastgroup)


def uncrowded(source: str) -> str:
    """A source without those attributes of a tag that are more than are read; itself where no tag has so many."""
    kept, at = [], 0
    while (plain := _UNCROWDED.match(source, at)) and (crowded := _CROWDED.match(source, plain.end())):
        kept.append(source[at : crowded.start("rest")])
        at = crowded.end()
    return "".join([*kept, source[at:]]) if kept else source


def tag_at(source: str, start: int) -> Tag:
    """The start tag at an offset that `start_tags` gave."""
    match = _TOKEN.match(source, start)
    assert match is not None  # noqa: S101  (that is where one stands)
    return _tag(match)


def raw_end(source: str, tag: Tag) -> int:
    """Where the end tag of a script or the like ends; the source's end where it has none, its own where it closes itself."""
    if _is_empty(source, tag):
        return tag.end
    found = _end_tag(source, tag)
    return found.end() if found else len(source)


def leaves_open(source: str) -> bool:
    """True where a source opens an element that has to be closed (an article, a list, a link) more often than it closes it."""
    count: Counter[str] = Counter()
    for match in _ELEMENT.finditer(source, 0, source.rfind(">") + 1):
        if match["name"]:
            count[match["name"].lower()] += not match[0].endswith("/>")
        elif found := _END_NAME.match(match[0]):
            count[found[1].lower()] -= 1
    return any(count[name] > 0 for name in _CLOSED)


def ends_inside(source: str) -> bool:
    """True where a source ends inside a tag, a comment, or an element that holds no tags, such as a script."""
    at = 0
    while opening := _OPENING.search(source, at):
        match = _TOKEN.match(source, opening.start())
        if match is None or (match[0].startswith("<!--") and not match[0].endswith(("-->", "--!>"))):
            return True
        at = match.end()
        if match["name"] and (tag := _tag(match)).name in RAW_TEXT and not _is_empty(source, tag):
            found = _end_tag(source, tag)
            if found is None:
                return True
            at = found.end()
    return False


def _is_empty(source: str, tag: Tag) -> bool:
    return bool(re.compile(_EMPTY).match(source, tag.start + 1 + len(tag.name), tag.end))


def _end_tag(source: str, tag: Tag) -> re.Match[str] | None:
    return re.compile(rf"</{tag.name}(?=[\s/>])[^>]*>?", re.IGNORECASE).search(source, tag.end)


def _tag(match: re.Match[str]) -> Tag:
    return Tag(match["name"].lower(), match.start(), match.end(), bool(match["attributes"].strip(" \t\r\n\f/")))
