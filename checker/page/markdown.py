"""Markdown -> HTML, with every character's place in the source kept.

markdown-it gives the lines of a block and no columns inside it. A rule of its own that matches nothing but is asked first at
every place notes where the parser stands; from these notes each character of the rendered text is traced back.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import islice, pairwise

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token

from checker.page.dialects import as_html
from checker.page.page import FrontMatterEntry
from checker.page.source import OffsetMap, Source
from checker.page.text import is_ideographic
from checker.page.tokens import RAW_TEXT

_NOTES = "creditline_notes"
_LABEL_LINE = re.compile(r"\s*[^\W\d_]{2,12}\s?(?:：|[:=](?=\s|http))")
_LINK_LINE = re.compile(r"\s*\[[^\[\]]*+\]\([^()\s]*+\)\s*")
_HTML_BODY = re.compile(r"\s*<(?:p|div|h[1-6]|article|section|figure|ul|ol|blockquote|table)\b", re.IGNORECASE)
_ADMONITION = re.compile(r"^(?:!!!|\?\?\?\+?)[ \t]+\w", re.MULTILINE)
_MARK = re.compile(r"[\n\[\]*_`<&!\\~|]|\r(?!\n)")
_ADDRESS = re.compile(r"(?<=\])\([^()\s]*+\)|https?://[^\s<>)\]]+")
_MOST_MARKS = 50_000
"""How many marks and lines of a source are read: a megabyte of prose has less than half of that, and each takes a kilobyte of memory."""
_INLINE_DEPTH = 8
"""How deep a bracket may stand in brackets: each level reads the whole paragraph once more."""
_TAG = re.compile(r"<([a-zA-Z]+)")
_NARROW = 60
_SLACK = 12
_Note = tuple[int, int, int]
"""(index of the next token, characters waiting for it, place in the inline source)"""


def end(source: Source, start: int) -> int:
    """Where in a source reading ends: at its own end, or where it has more marks than anybody writes."""
    further = next(islice(_MARK.finditer(source.text, start), _MOST_MARKS, None), None)
    return further.start() if further else len(source.text)


def render(source: Source, start: int, texts: Iterable[FrontMatterEntry] = ()) -> tuple[str, OffsetMap]:
    """The HTML of the Markdown from `start` on, and the way back from its offsets to the source's.

    `texts` are front-matter entries that themes print above the page: a paragraph each.
    """
    source = Source(source.text[:start] + as_html(source.text[start : end(source, start)]))
    first_line = source.position(start)[0] - 1
    env: dict[str, dict[int, list[_Note]]] = {_NOTES: {}}
    parser = _parser()
    if _HTML_BODY.match(source.text, start) or _ADMONITION.search(source.text, start):
        # A feed's post, pasted in with its indent, or the text of a note (Python-Markdown's `!!! note`): no samples of code.
        parser.disable("code")
    tokens = parser.parse(source.text[start:], env)
    writer = _Writer(source, first_line, parser, env[_NOTES])
    for entry in texts:
        writer.write_entry(entry)
    writer.write(tokens)
    return "".join(writer.parts), writer.offsets


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable(["table", "strikethrough"])
    # Joined text tokens would lose their notes.
    parser.disable(["fragments_join", "text_join"])
    parser.inline.ruler.before("text", "creditline_note", _note)
    parser.inline.ruler.at("link", _shallow(link))
    parser.inline.ruler.at("image", _shallow(image))
    return parser


def _shallow(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """A rule that deep inside of brackets takes all the rest for text, as the parser itself does, but only much deeper."""

    def applied(state: StateInline, silent: bool) -> bool:
        if not silent or state.level < _INLINE_DEPTH or not state.src.startswith(("[", "!["), state.pos):
            return rule(state, silent)
        state.pos = state.posMax
        return True

    return applied


def _note(state: StateInline, silent: bool) -> bool:
    if not silent:
        notes = state.env[_NOTES].setdefault(id(state.tokens), [])
        note = len(state.tokens), len(state.pending), state.pos
        # Of a text that is as it is written the first and the last note tell all.
        if len(notes) > 1 and _goes_on(notes[-2], note) and _goes_on(notes[-1], note):
            notes[-1] = note
        else:
            notes.append(note)
    return False


def _goes_on(one: _Note, other: _Note) -> bool:
    return one[0] == other[0] and other[1] - one[1] == other[2] - one[2]


class _Writer:
    """Writes tokens as HTML and notes where each stretch comes from."""

    def __init__(self, source: Source, first_line: int, parser: MarkdownIt, notes: dict[int, list[_Note]]) -> None:
        self.parts: list[str] = []
        self.offsets = OffsetMap()
        self._length = 0
        self._source = source
        self._first_line = first_line
        self._parser = parser
        self._renderer = parser.renderer
        self._notes = notes
        self._row = 0
        self._column = 0
        self._content = ""

    def write(self, tokens: Sequence[Token]) -> None:
        """Writes a list of block tokens."""
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self._inline(token, cell=tokens[index - 1].type in {"th_open", "td_open"})
            elif token.type in {"fence", "code_block"}:
                self._put("<pre><code>", self._line_offset(token))
                self._lines(token, token.content, escaped=True, skip=token.type == "fence")
                self._put("</code></pre>\n", self._line_offset(token))
            elif token.type == "html_block":
                self._lines(token, token.content, escaped=False)
            else:
                self._put(self._tag(tokens, index), self._line_offset(token))

    def write_entry(self, entry: FrontMatterEntry) -> None:
        """Writes a front-matter text; all of it stands for the place where its value starts."""
        self._put(f"<p>{self._parser.renderInline(entry.value, {_NOTES: {}})}</p>\n", entry.offset or 0)

    def _tag(self, tokens: Sequence[Token], index: int) -> str:
        if tokens[index].hidden:
            return "\n"
        assert isinstance(self._renderer, RendererHTML)  # noqa: S101  (the commonmark preset's renderer)
        return self._renderer.renderToken(tokens, index, self._parser.options, {})

    def _put(self, text: str, offset: int, *, linear: bool = False) -> None:
        if text:
            self.offsets.add(self._length, offset, linear=linear)
            self.parts.append(text)
            self._length += len(text)

    def _put_escaped(self, text: str, offset: int) -> None:
        """Text between tags as HTML; a stretch without special characters is one piece."""
        start = 0
        for index, char in enumerate(text):
            if char in "&<>":
                self._put(text[start:index], offset + start, linear=True)
                self._put(escape(char), offset + index)
                start = index + 1
        self._put(text[start:], offset + start, linear=True)

    def _line_offset(self, token: Token) -> int:
        if token.map is None:
            return self.offsets.source_offset(self._length)
        return self._start_of(token.map[0])

    def _start_of(self, line: int) -> int:
        starts = self._source.line_starts
        return starts[min(line + self._first_line, len(starts) - 1)]

    def _lines(self, token: Token, content: str, *, escaped: bool, skip: bool = False) -> None:
        """Writes content that stands in the source line by line, each less its indent."""
        first = (token.map or [0, 0])[0] + skip
        # Not splitlines(), for which form feeds and the like end lines too.
        for number, line in enumerate(content.split("\n"), first):
            indent, offset = self._indent(number, line)
            self._put(line[:indent], self._start_of(number))
            text = line[indent:] + "\n"
            self._put_escaped(text, offset) if escaped else self._put(text, offset, linear=True)

    def _indent(self, line: int, content: str) -> tuple[int, int]:
        """How wide a content's indent is, and where in the source the rest of its line begins.

        The indent itself may be part of a tab, and so has no place of its own.
        """
        number = min(line + self._first_line, len(self._source.line_starts) - 1)
        bare, written = content.strip(), self._source.line(number)
        # A heading may be closed by more of its marks: then its text is not the line's end.
        column = len(written.rstrip()) - len(bare) if written.rstrip().endswith(bare) else max(0, written.find(bare))
        return len(content) - len(content.lstrip()), self._start_of(line) + column

    def _inline(self, token: Token, *, cell: bool) -> None:
        self._content = token.content
        places = self._cell_offsets(token) if cell else list(self._content_offsets(token))
        notes = self._notes.get(id(token.children), [])
        children = token.children or []
        spans = _spans(notes)
        deliberate = _deliberate_breaks(token.content)
        for (index, child), at in zip(enumerate(children), _places(notes, len(children)), strict=True):
            if child.type == "softbreak" and at in deliberate:
                child.type = "hardbreak"
            elif child.type == "link_open" and _sticks(children, index):
                self._put(" ", _to_source(places, at))
            # The text of `<https://…>` is noted where its link is, at the bracket.
            bracket = index > 0 and children[index - 1].type == "link_open" and children[index - 1].markup == "autolink"
            self._child(children, index, child, spans.get(index, [(0, at + bracket)]), places)

    def _content_offsets(self, token: Token) -> Iterable[tuple[int, int]]:
        """Pairs (place in the token's content, offset in the source), one a line of the content."""
        place = 0
        first = (token.map or [0, 0])[0]
        for number, line in enumerate(token.content.split("\n"), first):
            indent, offset = self._indent(number, line)
            yield place, self._start_of(number)
            yield place + indent, offset
            place += len(line) + 1

    def _cell_offsets(self, token: Token) -> list[tuple[int, int]]:
        """The same for a cell of a table. The cells of a row stand on one line: the next is looked for behind this one."""
        row = (token.map or [0, 0])[0]
        if row != self._row:
            self._row, self._column = row, 0
        # In a cell a pipe is written behind a backslash, which is no part of the content.
        written = token.content.replace("|", "\\|")
        start = max(self._source.line(row + self._first_line).find(written, self._column), self._column)
        self._column = start + len(written)
        places, begin = [(0, 0)], self._start_of(row) + start
        for number, pipe in enumerate(re.finditer(r"\|", token.content), 1):
            places.append((pipe.start(), pipe.start() + number))
        return [(place, begin + offset) for place, offset in places]

    def _child(
        self,
        children: Sequence[Token],
        index: int,
        child: Token,
        spans: list[tuple[int, int]],
        places: list[tuple[int, int]],
    ) -> None:
        offset = _to_source(places, spans[0][1])
        if child.type == "text":
            self._text(child.content, spans, places)
        elif child.type == "text_special":
            # An escaped character stands behind its backslash; an entity at its ampersand.
            self._put(escape(child.content), offset + (child.info == "escape"))
        elif child.type == "html_inline":
            self._across(child.content, spans[0][1], places, escaped=_is_shown(children, index))
        elif child.type == "softbreak":
            self._put("\n", offset)
        elif child.type == "hardbreak":
            self._put("<br>\n", offset)
        elif child.type == "code_inline":
            self._put("<code>", offset)
            self._code(child, spans[0][1] + len(child.markup), places)
            self._put("</code>", offset)
        elif child.type == "image":
            child.attrs["alt"] = "".join(inner.content for inner in child.children or [])
            self._put(self._tag(children, index), offset)
        else:
            self._put(self._tag(children, index), offset)

    def _code(self, child: Token, place: int, places: list[tuple[int, int]]) -> None:
        """Writes a code span, whose content may be padded by a space on each side that is none of it."""
        written = self._content[place : place + len(child.content)].replace("\n", " ")
        self._across(child.content, place + (written != child.content), places, escaped=True)

    def _across(self, content: str, place: int, places: list[tuple[int, int]], *, escaped: bool) -> None:
        """Writes what may run over several lines of the source, each with its own indent or quote mark."""
        while content:
            following = bisect_right(places, (place, sys.maxsize))
            here = places[following][0] - place if following < len(places) else len(content)
            offset = _to_source(places, place)
            self._put_escaped(content[:here], offset) if escaped else self._put(content[:here], offset, linear=True)
            content, place = content[here:], place + here

    def _text(self, content: str, spans: list[tuple[int, int]], places: list[tuple[int, int]]) -> None:
        ends = [start for start, _ in spans[1:]] + [len(content)]
        for (start, place), end in zip(spans, ends, strict=True):
            if start < end:
                self._across(content[start:end], place, places, escaped=True)


def _is_shown(children: Sequence[Token], index: int) -> bool:
    """True for a tag of prose that would take in all text behind it: who writes of a `<title>` has often left out the code's marks."""
    tag = _TAG.match(children[index].content)
    if tag is None or tag[1].lower() not in RAW_TEXT:
        return False
    end = f"</{tag[1].lower()}"
    return not any(child.type == "html_inline" and child.content.lower().startswith(end) for child in children[index:])


def _sticks(children: Sequence[Token], index: int) -> bool:
    """True for a link right behind a letter, as converters leave it ("appeared on[Example News](...)"): a space is missing."""
    before = next((child.content[-1:] for child in reversed(children[max(index - 3, 0) : index]) if child.content), "")
    if not before.isalpha():
        return False
    behind = (children[at].content for at in range(index + 1, len(children)))
    inner = next((content[:1] for content in behind if content), "")
    return inner.isalpha() and not (is_ideographic(before) or is_ideographic(inner))


def _spans(notes: Iterable[_Note]) -> dict[int, list[tuple[int, int]]]:
    """For each text token, where its characters come from: (index in the text, place in the inline source)."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for token, waiting, place in notes:
        spans.setdefault(token, []).append((waiting, place))
    return spans


def _places(notes: Sequence[_Note], count: int) -> list[int]:
    """For each token, where the parser stood when it began it."""
    places = [0] * count
    at = place = 0
    for index in range(count):
        while at < len(notes) and notes[at][0] <= index:
            place = notes[at][2]
            at += 1
        places[index] = place
    return places


def _deliberate_breaks(content: str) -> frozenset[int]:
    """The line ends that no editor's wrapping made: the next line's first word would still have fitted.

    Many renderers show them as breaks, and people who set a credit in lines of its own mean them so.
    """
    lines = content.split("\n")
    # No editor can wrap an address: a long one says nothing of how wide the lines are meant to be.
    lengths = [len(_ADDRESS.sub("", line)) for line in lines]
    width = max(_NARROW, *lengths) - _SLACK
    found, at = set(), -1
    for (line, following), length in zip(pairwise(lines), lengths, strict=False):
        at += len(line) + 1
        fits = length + len(following.split(" ", 1)[0]) < width
        if fits or _LABEL_LINE.match(following) or (_LINK_LINE.fullmatch(line) and _LINK_LINE.fullmatch(following)):
            found.add(at)
    return frozenset(found)


def _to_source(places: Sequence[tuple[int, int]], place: int) -> int:
    # No key: a paragraph may have thousands of lines, and each of its marks asks.
    start, offset = places[max(0, bisect_right(places, (place, sys.maxsize)) - 1)]
    return offset + place - start
