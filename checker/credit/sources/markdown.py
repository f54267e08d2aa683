"""Where in a Markdown source a credit or a byline may stand: between its blocks, and never in a list, a table or a listing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.credit.sources.splice import Edit
from checker.credit.sources.spots import Spot, line_end, newline
from checker.model import Acknowledgement
from checker.page import front_matter
from checker.page.page import Page
from checker.page.templates import is_only_code

_FURNITURE = re.compile(r"\[\^[^\]]+\]:|\*\[[^\]]+\]:|\{:|<!--|<(?:script|style)\b", re.IGNORECASE)
"""What a source keeps below its text, or a parser takes for none: footnotes, abbreviations, attribute lists, comments, scripts."""
_CODE = re.compile(r"(?:import|export)\s")
_DEAD = re.compile(r"\[(?:[^\[\]\\]|\\.|\[[^\]]*\]){0,500}\]\([ \t]*(?P<href>#|<#?>|)(?=[\s)])")


class Part(NamedTuple):
    """A block of a source that stands in no other: what markdown-it calls it, and where its text starts and ends."""

    kind: str
    start: int
    end: int


def end_spots(page: Page) -> Iterator[Spot]:
    """Behind the last block that is text, else behind the last one of all."""
    parts = list(outline(page))
    texts = [part for part in parts if not _is_furniture(part, page.source.text)]
    for part in dict.fromkeys([*texts[-1:], *parts[-1:]]):
        yield _behind(page, part, "at the end of the article")


def top_spots(page: Page) -> Iterator[Spot]:
    """Before the first block that is text and no headline."""
    for part in outline(page):
        if part.kind != "heading" and not _is_furniture(part, page.source.text):
            yield _ahead(page, part, "at the top of the article")
            return


def headline_spots(page: Page) -> Iterator[Spot]:
    """Behind the headline, where the source begins with one."""
    texts = [part for part in outline(page) if not _is_furniture(part, page.source.text)]
    if texts and texts[0].kind == "heading":
        yield _behind(page, texts[0], "behind the headline")


def beside_spots(page: Page, found: Iterable[Acknowledgement]) -> Iterator[Spot]:
    """Behind the byline's paragraph."""
    lines = [ack.evidence.line for ack in found if ack.usable and ack.evidence.line and ack.at]
    for line in lines:
        offset = page.source.line_starts[line - 1]
        for part in outline(page):
            if part.start <= offset <= part.end:
                yield _behind(page, part, "behind the byline")
                return


def dead_link_edit(page: Page, offset: int, url: str, place: str) -> Edit | None:
    """The change of a link `[words](#)` that stands at an offset or begins before it on its line."""
    text = page.source.text
    start = text.rfind("[", 0, offset + 1)
    found = _DEAD.match(text, start) if start >= 0 else None
    if found is None or line_end(text, start) < offset:
        return None
    return Edit(found.start("href"), found.end("href"), f"<{url}>" if re.search(r"[()\s]", url) else url, place)


def outline(page: Page) -> Sequence[Part]:
    """The blocks of a source that stand in no other, in order."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  (slow to import; many sites have no Markdown)

    text = page.source.text
    _, begin = front_matter.split(text)
    first = page.source.position(begin)[0] - 1
    tokens = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable("table").parse(text[begin:])
    starts = [*page.source.line_starts, len(text)]
    found = []
    for token in tokens:
        if token.level == 0 and token.map and token.nesting >= 0:
            start, end = (starts[min(line + first, len(starts) - 1)] for line in token.map)
            kind = token.type.removesuffix("_open")
            found.append(Part(kind, max(start, begin), begin + len(text[begin:end].rstrip())))
    return found


def _is_furniture(part: Part, text: str) -> bool:
    written = text[part.start : part.end].strip()
    return bool(_FURNITURE.match(written) or _CODE.match(written)) or is_only_code(written) or part.kind == "hr"


def _behind(page: Page, part: Part, place: str) -> Spot:
    text = page.source.text
    end = line_end(text, part.end)
    kind = newline(text, end)
    following = text[end:].removeprefix(kind)
    is_apart = not following[: line_end(following, 0)].strip()
    return Spot(end, kind * 2, "" if is_apart else kind, place)


def _ahead(page: Page, part: Part, place: str) -> Spot:
    text = page.source.text
    kind = newline(text, part.start)
    before = text[: part.start].removesuffix(kind)
    last = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :].strip()
    is_apart = not last or last.startswith("#") or part.start == front_matter.split(text)[1]
    return Spot(part.start, "" if is_apart else kind, kind * 2, place)
