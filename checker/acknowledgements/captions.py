"""What is said of a picture or another part of a page, and not of the work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import is_below_picture, sentence
from checker.page.page import Block

_CAPTION = 300
_TEMPLATE_CODE = re.compile(r"\s*(?:\{\{[<%][^\n}]*+(?:\}\}|$)|\{%[^\n}]*+(?:\}|$))", re.MULTILINE)
_WORDY = re.compile(r"\w")
_CITED = 2
_FIRST_WORDS = 6
_AROUND_WORD = "([*_\"',"
_SUBJECT = 5
_NO_SUBJECT = 2


def is_about_part(scene: Scene, block: Block, start: int, title: int | None = None) -> bool:
    """True where the sentence at an offset has a picture, or another part, for its subject: "Some figures are taken from ...".

    Where it begins with what is said, and that with no work, it goes on about the subject of the sentence before: "... Used by permission."
    `title` is where a work's title begins, whose words say nothing of that: "Original: Video with Style Sheets".
    """
    first, last = sentence(block, start)
    last = last if title is None else max(first, min(last, title))
    end = scene.wordings.caption_end(block.folded, first)
    if end is not None and _is_label_of_work(scene, block, end):
        return False
    if any(word in scene.wordings.caption_words for word in block.folded[first:last].split(maxsplit=2)[:2]):
        return True
    subject = block.folded[first:start].split()
    goes_on = len(subject) <= _NO_SUBJECT and first > block.line_at(start)[0]
    if goes_on and not _begins_with_work(scene, block, start):
        before, _ = sentence(block, first - 2)
        return _names_part(scene, block.folded[before:first].split()) or _names_part(scene, subject)
    return _names_part(scene, subject)


def _names_part(scene: Scene, words: Sequence[str]) -> bool:
    subject = f" {' '.join(word.strip(',:') for word in words[:_SUBJECT])} "
    return any(f" {part} " in subject for part in scene.wordings.part_words)


def is_caption(scene: Scene, block: Block, start: int) -> bool:
    """True where a line is a picture's credit: it starts with a word for one, or links to where pictures are shared.

    A template's code (`{{< figure ... >}}`) is what a site makes a picture of, and no text, unless it holds a sentence about the work.
    """
    first, last = block.line_at(start)
    if _is_of_work(scene, block, start, first):
        return False
    if (code := _TEMPLATE_CODE.match(block.text, first)) and start < code.end():
        return not _begins_with_work(scene, block, start)
    end = scene.wordings.caption_end(block.folded, first)
    if end is not None:
        return not _is_label_of_work(scene, block, end)
    links = block.links_in(first, last) if last - first <= _CAPTION else ()
    return any(found is not None and found.is_picture for found in (scene.address(link.href) for link in links))


def _begins_with_work(scene: Scene, block: Block, start: int) -> bool:
    """True for a wording at an offset that begins with the work: `{% include note.html content="This article was first ..." %}`."""
    found = [match.phrase.language for match in scene.matches_from(block, start, start + 1)]
    words = block.folded[start:].split(maxsplit=_CITED)[:_CITED]
    return any(word in language.works for word in words for language in found)


def _is_label_of_work(scene: Scene, block: Block, end: int) -> bool:
    """True where a word for a picture's credit labels one that starts with the work: "Credit: this article is ..."."""
    found = next((each for each in scene.matches_from(block, end, len(block.text)) if not each.phrase.weak), None)
    if found is None or _WORDY.search(block.folded, end, found.start):
        return False
    words = block.folded[found.start :].split(maxsplit=_CITED)[:_CITED]
    return any(word in found.phrase.language.works for word in words)


def is_right_below_picture(scene: Scene, block: Block, start: int) -> bool:
    """True for what stands right below a picture, but for a sentence of it that speaks of the work."""
    return is_below_picture(block) and not _is_of_work(scene, block, start, -1)


def _is_of_work(scene: Scene, block: Block, start: int, line: int) -> bool:
    """True where the sentence at an offset, and not the line's first, names the work: "[Image: ...] This article was ..."."""
    return sentence(block, start)[0] > line and names_work(scene, block, start)


def names_work(scene: Scene, block: Block, start: int) -> bool:
    """True where the sentence at an offset starts with what it speaks of: "this article is ..."."""
    first, last = sentence(block, start)
    languages = {match.phrase.language for match in scene.matches_from(block, first, last)}
    words = (word.strip(_AROUND_WORD) for word in block.folded[first:last].split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS])
    return any(word in language.works for word in words for language in languages)
