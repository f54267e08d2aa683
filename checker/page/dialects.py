"""What site generators write beside Markdown, as HTML of the very same length: their comments, and the links of their components.

So nothing moves: the place of a character in what is parsed is its place in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_COMMENTS = (
    # Liquid, Twig and Django; Hugo's shortcode and its own; Jinja's; MDX.
    (re.compile(r"\{%-? *comment *-?%\}"), re.compile(r"\{%-? *endcomment *-?%\}")),
    (re.compile(r"\{\{[<%] *comment *[>%]\}\}"), re.compile(r"\{\{[<%] */comment *[>%]\}\}")),
    (re.compile(r"\{\{-? ?/\*"), re.compile(r"\*/ ?-?\}\}")),
    (re.compile(r"\{#-? "), re.compile(r"-?#\}")),
    (re.compile(r"(?<!\{)\{/\*[ *]?"), re.compile(r"\*/\}")),
)
_OPENS, _CLOSES = "<!--", "-->"
_DASHES = re.compile(r"<!--|--+>?")
_SHOWN = re.compile(r"[^\r\n]")
_LINK = re.compile(
    r"<(?P<name>(?:[A-Z]\w{0,30})?Link)(?P<given>\s[^<>]{1,2000})(?<!/)>(?P<shown>[^<]{1,300})</(?P=name)>"
)
_TARGET = re.compile(r"""\s(?:href|to)=\{?(?P<quote>["'`])(?P<url>[^"'`{}\s]{1,1500})(?P=quote)""")


class _Comment(NamedTuple):
    """Where a comment's opening and closing marks start and end."""

    start: int
    inner: int
    inner_end: int
    end: int


def as_html(text: str) -> str:
    """A Markdown source in which a generator's comments are HTML's, and the links of its components are plain ones."""
    parts, at = [], 0
    for comment in sorted({comment for kind in _COMMENTS for comment in _commented(text, *kind)}):
        if comment.start >= at:
            parts += [text[at : comment.start], _hidden(text, comment)]
            at = comment.end
    plain = "".join([*parts, text[at:]])
    return _LINK.sub(_linked, plain) if "Link" in plain else plain


def _commented(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[_Comment]:
    at = 0
    while (start := opening.search(text, at)) and (end := closing.search(text, start.end())):
        yield _Comment(*start.span(), *end.span())
        at = end.end()


def _hidden(text: str, comment: _Comment) -> str:
    """A comment of HTML; where its mark has no room for one of HTML, white space."""
    room, said = comment.inner - comment.start, text[comment.inner : comment.inner_end]
    if room < len(_OPENS):
        return _SHOWN.sub(" ", text[comment.start : comment.end])
    said = _DASHES.sub(lambda found: " " * len(found[0]), said)
    return _OPENS.ljust(room) + said + _CLOSES.rjust(comment.end - comment.inner_end)


def _linked(found: re.Match[str]) -> str:
    """A component's link as one of HTML, or as it is where it does not say where it leads, or over several lines."""
    target, room = _TARGET.search(found["given"]), found.end("given") - found.start()
    tag = f'<a href="{target["url"]}"' if target else ""
    if target is None or len(tag) > room or "\n" in found["given"]:
        return found[0]
    return f"{tag.ljust(room)}>{found['shown']}{'</a'.ljust(len(found['name']) + 2)}>"
