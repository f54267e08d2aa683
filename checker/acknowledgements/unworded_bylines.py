"""Bylines that no words introduce: names by their place and by their markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.acknowledgements import authors, credit_lines, name_words
from checker.acknowledgements.dates import is_date
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.people import is_person, people
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_below_picture
from checker.model import Acknowledgement, Kind
from checker.page.host import name_key
from checker.page.page import Block, Region
from checker.page.text import fold, ideographs

_MAX_LINE = 160
_FEW_LINES = 4
_SIGNED = 2
_SIGNATURE = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
_PARTED = re.compile(r"\s+[·•|–—]\s+")
_AROUND_DATE = " ,|–—-"
_LINKED_DATE = 3
_LAST_PART = re.compile(r"(?<=[,|]\s)[^,|\n]+$")
_PERSON_AND_PAPER = re.compile(r"(?P<person>[^,|\n]{4,40}?)\s*[,|]\s*(?P<paper>[^,|\n]{3,60})")
_HEADINGS = frozenset({"h1", "h2"})
_NAMED_SO = re.compile(r"(?:^|[\s_-])(?:authors?|auth|aut[eo]u?re?s?|byline|writer)(?=$|[\s_-])", re.IGNORECASE)
"""A class of what may be the article's author, or somebody else's: a name alone in its place is the article's."""


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """An author credit for each name that readers see in a byline's place or markup."""
    yield from _before_agencies(scene)
    yield from _before_credited(scene)
    yield from _above_credits(scene)
    yield from _behind_words(scene)
    yield from _marked_up(scene)


def _before_agencies(scene: Scene) -> Iterator[Acknowledgement]:
    """People above the text before an agency: "ANN WRITER AP Sports Writer". Alone, or far from the title, they take pictures."""
    for block in scene.spotted("agency"):
        start, end = block.line_at(0)
        if not scene.layout.in_head(block) or end - start > _MAX_LINE or is_below_picture(block):
            continue
        line = block.text[start:end]
        before = line[: _title_at_agency(scene, line) or _agency_below_title(scene, block, line)].rstrip(" ,|-–—")
        names = people(before, scene.language)
        if names and before.endswith(names[-1]):
            yield line_acknowledgement(
                scene, Kind.AUTHOR_CREDIT, block, start, start + len(before), names=authors.not_host(scene, names)
            )


def _before_credited(scene: Scene) -> Iterator[Acknowledgement]:
    """A person above the text before whom the page credits: "Ann Writer, Example Times" above what "appeared on Example Times"."""
    lines = filter(scene.layout.in_head, scene.article)
    found = [(block, parts) for block in lines if (parts := _PERSON_AND_PAPER.fullmatch(block.text))]
    credited = _credited(scene) if found else ()
    for block, parts in found:
        if name_key(parts["paper"]) in credited and is_person(parts["person"], scene.language):
            yield line_acknowledgement(
                scene, Kind.AUTHOR_CREDIT, block, 0, parts.end("person"), names=(parts["person"],)
            )


def _credited(scene: Scene) -> frozenset[str]:
    """The keys of the names that credit lines give as sources."""
    return frozenset(name_key(named.name) for _, named in credit_lines.lines(scene) if named.name)


def _above_credits(scene: Scene) -> Iterator[Acknowledgement]:
    """Behind the text a line that is a person's name, right above the credit line: so syndicated texts are signed."""
    _, last = scene.layout.prose
    ends = (block for block in scene.article if abs(block.index - last) <= _SIGNED)
    signed = {block.index: block for block in ends if _is_signature(scene, block.text)}
    sources = [match.block for match, _ in credit_lines.lines(scene) if not match.phrase.weak] if signed else ()
    for source in sources:
        above = scene.above(source)
        block = signed.get(above.index) if above and not above.is_heading else None
        names = authors.not_host(scene, (block.text.strip(),)) if block and not is_below_picture(block) else ()
        if block and names:
            yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, block, 0, len(block.text), names=names)


def _behind_words(scene: Scene) -> Iterator[Acknowledgement]:
    """Above the text a person's name that is all of a block, behind one that is nothing but a byline's word: "By", "Ann Writer"."""
    for word, name in pairwise(filter(scene.layout.in_head, scene.article)):
        text = name.text.strip()
        if f"{word.folded.strip(' :')} " not in scene.wordings.bylines or not is_person(text, scene.language):
            continue
        names = authors.not_host(scene, (text,)) or authors.owners(scene, (text,))
        if names and not _leads_to_article(scene, name, 0, len(name.text)):
            yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, name, 0, len(name.text), names=names)


def _is_signature(scene: Scene, text: str) -> bool:
    """True for a person's name and nothing else. Ideographs alone may be anything: "to be continued" is as long as a name."""
    plain = _SIGNATURE.fullmatch(text) is not None and not ideographs(text)
    return plain and is_person(text, scene.language) and not scene.wordings.caption_end(fold(text))


def _title_at_agency(scene: Scene, line: str) -> int:
    """Where in a line an agency stands before what somebody is there, or 0. Some write its letters as a name: "Ap National Writer"."""
    marks = {form for mark in scene.directory.marks for form in (mark, mark.capitalize())}
    found = ((at, mark) for mark in marks if (at := line.find(f" {mark} ")) > 0)
    at, mark = min(found, default=(0, ""))
    return at if line[at + len(mark) + 2 :][:1].isupper() else 0


def _agency_below_title(scene: Scene, block: Block, line: str) -> int:
    """Where an agency that is the last part of a line right below the title begins, or 0: "Ann Writer, Example Wire"."""
    above = scene.above(block)
    last = _LAST_PART.search(line)
    titled = above is not None and above.element.tag in _HEADINGS
    known = last is not None and scene.directory.is_exactly(last[0]) and scene.directory.is_news_agency(last[0])
    return last.start() if last and titled and known else 0


def _marked_up(scene: Scene) -> Iterator[Acknowledgement]:
    """Names in an element that says it is the byline: rel=author, or a byline's class where no words say so."""
    worded = {match.block.index for match in scene.matches if match.phrase.kind == "author_credit"}
    named_so = _named_so(scene)
    for block in scene.own_bylines:
        for link in block.links:
            name = block.text[link.start : link.end].strip()
            if "author" in link.rel and is_person(name, scene.language) and authors.not_host(scene, (name,)):
                yield line_acknowledgement(
                    scene, Kind.AUTHOR_CREDIT, block, link.start, link.end, names=(name,), link=link
                )
        yield from _linked_and_dated(scene, block)
        is_byline = block.index in named_so or _is_byline(scene, block)
        if is_byline and block.index not in worded and len(block.text) <= _MAX_LINE:
            yield from _byline_block(scene, block)


def _linked_and_dated(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    """Above the text a person's name that is a link, with a date right behind it, at the beginning of a block."""
    link = next(iter(block.links), None)
    if link is None or block.text[: link.start].strip() or not scene.layout.in_head(block):
        return
    name, behind = block.text[link.start : link.end].strip(), block.text[link.end :].split()[:_LINKED_DATE]
    date = fold(" ".join(behind).strip(_AROUND_DATE))
    if any(map(str.isdigit, date)) and is_date(date, scene.wordings.dates) and is_person(name, scene.language):
        names = authors.not_host(scene, (name,)) or authors.owners(scene, (name,))
        if names:
            yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, block, link.start, link.end, names=names, link=link)


def _is_byline(scene: Scene, block: Block) -> bool:
    """By its class, or above the text by its lines: of two to four, one is a date and one a link to another site."""
    if block.region is Region.BYLINE or _is_dated_name(scene, block):
        return True
    if "\n" not in block.text or block.index > scene.layout.prose[0] or scene.host.domain is None:
        return False
    lines = [line.strip() for line in block.text.split("\n") if line.strip()]
    if not 2 <= len(lines) <= _FEW_LINES:
        return False
    addresses = (scene.address(link.href) for link in block.links)
    elsewhere = any(at.is_article and not scene.host.owns(at.domain) for at in addresses if at)
    return elsewhere and any(is_date(fold(line), scene.wordings.dates) for line in lines)


def _named_so(scene: Scene) -> frozenset[int]:
    """The blocks, between title and text or right below the text, that begin with people's names in an element that is called an author."""
    first, last = scene.layout.prose
    near = (
        block
        for block in scene.own_bylines
        if scene.layout.in_head(block) or first < block.index <= scene.layout.begun or block.index == last + 1
    )
    called = (block for block in near if ":" not in block.folded and _is_called_author(block))
    names = {block.index: found[0] for block in called if (found := people(block.text, scene.language))}
    credited = _credited(scene) if names else frozenset()
    return frozenset(index for index, name in names.items() if name_key(name) not in credited and not _is_team(name))


def _is_team(name: str) -> bool:
    """True for people whom a name tells only by what they belong to: "Example News Staff"."""
    return fold(name.rsplit(maxsplit=1)[-1]) in name_words.teams()


def _is_called_author(block: Block) -> bool:
    around = block.element.getparent()
    return any(_NAMED_SO.search(each.get("class") or "") for each in (block.element, around) if each is not None)


def _is_dated_name(scene: Scene, block: Block) -> bool:
    """True right below the title for somebody's name and, on the line below, a date: so notebooks are written out."""
    name, _, date = block.text.partition("\n")
    above = scene.above(block) if date else None
    dated = above is not None and above.element.tag == "h1" and is_date(fold(date), scene.wordings.dates)
    return dated and bool(people(name, scene.language))


def _byline_block(scene: Scene, block: Block) -> Iterator[Acknowledgement]:
    start = 0
    for line in block.text.split("\n"):
        found = (
            people(line, scene.language)
            or people(_behind_label(scene, line), scene.language)
            or _beside_date(scene, line)
        )
        names = authors.not_host(scene, found) or authors.owners(scene, found)
        if names and not _leads_to_article(scene, block, start, start + len(line)):
            yield line_acknowledgement(scene, Kind.AUTHOR_CREDIT, block, start, start + len(line), names=names)
        start += len(line) + 1


def _behind_label(scene: Scene, line: str) -> str:
    """What stands behind the word for a byline inside a line: "May 3, 2020 by Ann Writer"."""
    label = fold(authors.label(scene))
    at = fold(line).find(f" {label}") if label.endswith(" ") else -1
    return line[at + 1 + len(label) :] if at >= 0 else ""


def _beside_date(scene: Scene, line: str) -> tuple[str, ...]:
    """The people in one part of a line of which another is a date: "May 3, 2020 · 4 min · Ann Writer"."""
    parts = _PARTED.split(line)
    if not any(is_date(fold(part), scene.wordings.dates) for part in parts):
        return ()
    return next(filter(None, (people(part, scene.language) for part in parts)), ())


def _leads_to_article(scene: Scene, block: Block, start: int, end: int) -> bool:
    """True for a line that is a link to another site's article: a source's name looks like a person's."""
    return any(scene.is_anothers_article(scene.address(link.href)) for link in block.links_in(start, end))
