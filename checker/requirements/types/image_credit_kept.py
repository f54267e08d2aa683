"""Pictures that run keep their credits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from checker.original.original import Image
from checker.original.read import images
from checker.page.text import fold, word_count
from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, passed, quoted
from checker.requirements.options import STRING
from checker.requirements.requirement import Requirement, Schema

_KEPT = 0.7
_LINE = 30
_SHORT_WORD = 3
_WORD = re.compile(r"\w+")
_PLACEHOLDER = re.compile(r"\{[a-z]+\}")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*\.?\s*$")
_LAST = re.compile(r"[.|–—]\s+([^.|–—]{3,})\.?\s*$")


@dataclass(frozen=True, slots=True)
class ImageCreditKept(Requirement):
    """Asks that each picture taken from the original keeps its credit; `text` is a pattern of credits that will do too."""

    OPTIONS: ClassVar[Schema] = {"text": STRING}

    text: str | None = None

    def judge(self, case: Case) -> Verdict:
        """A host may use pictures of its own, so without the original a bare picture is no offence."""
        found = list(images(case.scene))
        if not found:
            return passed("The article shows no pictures.")
        if case.original is None:
            return self._alone(case, found)
        theirs = {image.name: image for image in case.original.images}
        taken = [theirs[image.name] for image in found if image.name in theirs]
        captions = {image.name: image.caption for image in found}
        changed = [image for image in taken if not self._is_kept(case, image, captions[image.name])]
        if changed:
            return _lost(case, changed)
        return passed("The original's pictures keep their credits." if taken else "The pictures are the page's own.")

    def _alone(self, case: Case, found: list[Image]) -> Verdict:
        bare = [image.name for image in found if not self._has_credit(case, image)]
        if not bare:
            return passed("Every picture has a credit.")
        message = f"Pictures without a credit ({listed(bare[:3])}): whether they lost one, only the original tells."
        return cant_tell("original_unavailable", message)

    def _has_credit(self, case: Case, image: Image) -> bool:
        return _follows(self.text, image.caption) if self.text else credit_of(case, image) is not None

    def _is_kept(self, case: Case, theirs: Image, caption: str) -> bool:
        """True with most of its words, in the caption or on a line of the page: some sites list their credits at the end."""
        if self.text and _follows(self.text, caption):
            return True
        wanted = _words(credit_of(case, theirs) or theirs.caption)
        lines = (block.text for block in case.scene.page.visible if word_count(block.text) <= _LINE)
        return any(_has_most(wanted, line) for line in (caption, *lines))


def credit_of(case: Case, image: Image) -> str | None:
    """The part of a caption that says whose the picture is: in brackets at its end, its last sentence, or all of it; None without one."""
    found = (_BRACKETS.search(image.caption), _LAST.search(image.caption))
    parts = [*(match[1] for match in found if match), image.caption]
    return next((part for part in parts if _is_credit(case, part)), None)


def names(image: Image, wordings: Iterable[str]) -> bool:
    """True where what stands with a picture has one of some wordings, and not as a part of longer words."""
    said = fold(image.said)
    return any(re.search(_whole(fold(each)), said) for each in wordings)


def _whole(wording: str) -> str:
    """A pattern for a wording that begins and ends where a word does; scripts without spaces have no such bounds."""
    end = r"(?![a-z0-9])" if wording[-1].isalnum() else ""
    return rf"(?<![a-z0-9]){re.escape(wording)}{end}"


def _lost(case: Case, changed: list[Image]) -> Verdict:
    for image in changed:
        if credit := credit_of(case, image):
            return failed(f"The picture {image.name} has lost its credit, {quoted(credit)}.")
    message = f"The picture {changed[0].name} has lost its caption, {quoted(changed[0].caption)}; whether that was a credit cannot be told."
    return cant_tell("caption_changed", message)


def _is_credit(case: Case, text: str) -> bool:
    """A word for pictures with a colon, or nothing but names: several capitals, and only short words without one."""
    end = case.scene.wordings.caption_end(fold(text))
    rest = text[end:].lstrip()
    if end and rest.startswith((":", "：")):
        return True
    words = _WORD.findall(rest)
    named = rest.isupper() or sum(each[0].isupper() for each in words) > 1
    return named and not any(each[0].islower() for each in words if len(each) > _SHORT_WORD)


def _follows(pattern: str, caption: str) -> bool:
    """True where a caption has the fixed words of a pattern one behind the other."""
    rest = f" {' '.join(_words(caption))} "
    for words in filter(None, map(_words, _PLACEHOLDER.split(pattern))):
        _, found, after = rest.partition(f" {' '.join(words)} ")
        if not found:
            return False
        rest = f" {after}"
    return bool(caption)


def _has_most(wanted: list[str], text: str) -> bool:
    there = set(_words(text))
    return sum(word in there for word in wanted) >= _KEPT * len(wanted)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
