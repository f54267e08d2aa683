"""Template code in a source: Liquid, Jinja, Nunjucks and Twig, Go templates and Hugo's shortcodes, Handlebars, ERB and EJS, PHP, MDX.

Nothing is ever changed in it, and nothing is put inside: neither into a tag, nor between the tags of a pair, where it might be
shown never, or several times.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

_LONG = 4000
"""How long a tag may be: a bound, so that marks which nothing closes cost little."""
_OPENING = re.compile(r"\{\{\{|\{\{[<%]|\{\{|\{%|\{\#|<%|<\?(?:php\b|=)")
_CLOSING = {"{{{": "}}}", "{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>"}
_PHP = "?>"
_NAME = re.compile(r"[-~]?\s*(?P<mark>[/#]?)\s*(?P<name>[\w.-]*)")
_RAW = re.compile(r"\{%-?\s*(raw|verbatim)\s*-?%\}(?s:.*?)\{%-?\s*end\1\s*-?%\}")
_DEPTH = 100
"""How many tags back the one is looked for that opened a pair."""
_GO_OPENS = frozenset({"if", "with", "range", "define", "block"})
_SHOWN_ONCE = frozenset({"block", "define"})
"""Pairs around what is shown exactly once: the part of a layout that a page fills."""
_LIVE = re.compile(r"\{(?=[{%#])|<(?=[%?])")
_MDX_CODE = re.compile(r"^(?:import|export)\s(?s:.*?)(?=\n\s*\n|\Z)", re.MULTILINE)
_ELEMENT = re.compile(r"<(/?)([A-Z][\w.]*)((?:[^<>{}]|\{[^{}]*\})*)>")


class Span(NamedTuple):
    """Template code from `start` to before `end`."""

    start: int
    end: int


class _Open(NamedTuple):
    name: str
    start: int


class Tag(NamedTuple):
    """A tag: what it is opened by, what it is called, whether it closes a pair, and its place."""

    opening: str
    name: str
    closes: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Code:
    """The template code of a source, as spans in order that nothing may be put into."""

    spans: tuple[Span, ...]

    def covers(self, offset: int) -> bool:
        """True inside a tag or between the tags of a pair; directly before and behind is outside."""
        return any(span.start < offset < span.end for span in self.spans[: bisect_right(self.spans, (offset,))])

    def touches(self, start: int, end: int) -> bool:
        """True where a stretch has template code in it, or lies in some."""
        return self.covers(start) or any(span.start < end and start < span.end for span in self.spans)


def code(text: str, *, mdx: bool = False) -> Code:
    """The template code in a source."""
    raw = [Span(*found.span()) for found in _RAW.finditer(text)]
    live = [tag for tag in tags(text) if not any(span.start < tag.start < span.end for span in raw)]
    spans = [*raw, *(Span(tag.start, tag.end) for tag in live), *_pairs(live)]
    if mdx:
        spans += _mdx(text)
    return Code(tuple(sorted(spans)))


def is_only_code(text: str) -> bool:
    """True for a stretch that is nothing but template tags."""
    at, rest = 0, ""
    for tag in tags(text):
        rest += text[at : tag.start]
        at = tag.end
    return at > 0 and not (rest + text[at:]).strip()


def inert(text: str, *, mdx: bool = False) -> str:
    """HTML or Markdown in which no template engine finds a tag: what would open one is a character reference."""
    marks = re.compile(r"[{}]") if mdx else _LIVE
    return marks.sub(lambda found: f"&#{ord(found[0])};", text)


def tags(text: str) -> Iterator[Tag]:
    """The tags of a text, in order; a mark that nothing closes is none, but for PHP's, which reaches to the end."""
    at = 0
    while opening := _OPENING.search(text, at):
        mark = _CLOSING.get(opening[0], _PHP)
        end = text.find(mark, opening.end(), opening.end() + _LONG if mark != _PHP else len(text))
        if end >= 0:
            yield _tag(opening[0], text, opening, end + len(mark))
        elif mark == _PHP:
            # One more than there is: at the text's end one is still inside.
            yield Tag(opening[0], "", False, opening.start(), len(text) + 1)
        at = end + len(mark) if end >= 0 else opening.start() + 1 if mark != _PHP else len(text)


def _tag(mark: str, text: str, opening: re.Match[str], end: int) -> Tag:
    found = _NAME.match(text, opening.end())
    name, sign = (found["name"], found["mark"]) if found else ("", "")
    if mark == "{%" and name.lower().startswith("end"):
        return Tag(mark, name.lower()[3:], True, opening.start(), end)
    if name == "end" and mark == "{{":
        return Tag(mark, "", True, opening.start(), end)
    return Tag(mark, name, sign == "/", opening.start(), end)


def _pairs(tags: Sequence[Tag]) -> Iterator[Span]:
    """From the tag that opens a pair to the one that closes it. What nothing closes is a tag alone (`{% include %}`)."""
    waiting: list[_Open] = []
    for tag in tags:
        if not tag.closes:
            waiting.append(_Open(tag.name, tag.start))
            continue
        at = _last(waiting, partial(_closes, tag.name))
        if at is not None:
            opened = waiting[at]
            del waiting[at:]
            if opened.name not in _SHOWN_ONCE:
                yield Span(opened.start, tag.end)


def _last(waiting: Sequence[_Open], fits: Callable[[str], bool]) -> int | None:
    """The place of the last opened tag that fits."""
    places = range(len(waiting) - 1, max(-1, len(waiting) - 1 - _DEPTH), -1)
    return next((at for at in places if fits(waiting[at].name)), None)


def _closes(name: str, opened: str) -> bool:
    return opened == name if name else opened in _GO_OPENS


def _mdx(text: str) -> Iterator[Span]:
    """Imports and exports, expressions in braces, and components with what stands between their tags."""
    yield from (Span(*found.span()) for found in _MDX_CODE.finditer(text))
    yield from _braces(text)
    waiting: list[_Open] = []
    for found in _ELEMENT.finditer(text):
        yield Span(*found.span())
        if not found[1] and not found[3].rstrip().endswith("/"):
            waiting.append(_Open(found[2], found.start()))
        elif found[1]:
            at = _last(waiting, found[2].__eq__)
            if at is not None:
                yield Span(waiting[at].start, found.end())
                del waiting[at:]


def _braces(text: str) -> Iterator[Span]:
    """The outermost pairs of braces; one that nothing closes reaches to the end."""
    depth, start = 0, 0
    for found in re.finditer(r"(?<!\\)[{}]", text):
        if found[0] == "{":
            start = found.start() if not depth else start
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield Span(start, found.end())
    if depth:
        yield Span(start, len(text) + 1)
