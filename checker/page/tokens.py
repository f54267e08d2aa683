"""The tags and comments of an HTML source, by one regular expression: enough to tell where things stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# The HTML standard's attribute syntax, in possessive form: linear on any input.
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_START_TAG = rf"<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[\s/]++|{_ATTRIBUTE})*+)>"
_COMMENT = r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))"
_OTHER_TAG = r"</[a-zA-Z][^>]*+>|<[!?/][^>]*+>"
_TOKEN = re.compile(f"{_COMMENT}|{_START_TAG}|{_OTHER_TAG}")
IN_TEXT = re.compile(
    rf"{_COMMENT}|(?P<tag>{_START_TAG.replace('?P<name>', '').replace('?P<attributes>', '')}|{_OTHER_TAG})"
    r"|(?P<entity>&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?)|(?P<run>[^\s<&]+)|(?P<char>[<&])"
)
RAW_TEXT = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})
_OPENING = re.compile(r"<[a-zA-Z/!?]")


class Tag(NamedTuple):
    """A start tag and its place."""

    name: str
    start: int
    end: int
    has_attributes: bool


def start_tags(source: str) -> Iterator[Tag]:
    """The start tags of a source; what stands in scripts and the like is none."""
    at = 0
    # Behind the last `>` every `<` would be looked at up to the end, in vain.
    end = source.rfind(">") + 1
    while match := _TOKEN.search(source, at, end):
        at = match.end()
        if match["name"]:
            tag = _tag(match)
            yield tag
            if tag.name in RAW_TEXT:
                at = raw_end(source, tag)


def raw_end(source: str, tag: Tag) -> int:
    """Where the end tag of a script or the like ends; the source's end where it has none."""
    found = _end_tag(source, tag)
    return found.end() if found else len(source)


def ends_inside(source: str) -> bool:
    """True where a source ends inside a tag, a comment, a script or a style sheet."""
    at = 0
    while opening := _OPENING.search(source, at):
        match = _TOKEN.match(source, opening.start())
        if match is None or (match[0].startswith("<!--") and not match[0].endswith(("-->", "--!>"))):
            return True
        at = match.end()
        if match["name"] and (tag := _tag(match)).name in RAW_TEXT:
            found = _end_tag(source, tag)
            if found is None and tag.name in {"script", "style"}:
                return True
            at = found.end() if found else len(source)
    return False


def _end_tag(source: str, tag: Tag) -> re.Match[str] | None:
    return re.compile(rf"</{tag.name}(?=[\s/>])[^>]*>?", re.IGNORECASE).search(source, tag.end)


def _tag(match: re.Match[str]) -> Tag:
    return Tag(match["name"].lower(), match.start(), match.end(), bool(match["attributes"].strip(" \t\r\n\f/")))
