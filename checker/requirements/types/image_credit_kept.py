"""Pictures that run keep their credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from checker.original.original import Image
from checker.original.read import images
from checker.page.text import fold
from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, passed, quoted
from checker.requirements.options import STRING
from checker.requirements.requirement import Requirement, Schema

_KEPT = 0.7
_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*\.?\s*$")
_LAST = re.compile(r"[.|–—]\s+([^.|–—]{3,})\.?\s*$")


@dataclass(frozen=True, slots=True)
class ImageCreditKept(Requirement):
    """Asks that each picture taken from the original keeps its caption; `text` is the pattern of credits that the terms give."""

    OPTIONS: ClassVar[Schema] = {"text": STRING}

    text: str | None = None

    def judge(self, case: Case) -> Verdict:
        """A host may use pictures of its own, so without the original a bare picture is no offence."""
        found = list(images(case.scene))
        if not found:
            return passed("The article shows no pictures.")
        if case.original is None:
            return self._alone(found)
        theirs = {image.name: image for image in case.original.images}
        taken = [image for image in found if image.name in theirs]
        lost = [image for image in taken if not _keeps(image, theirs[image.name])]
        if lost:
            asked = theirs[lost[0].name].caption
            return failed(f"The picture {lost[0].name} has lost its credit, {quoted(asked)}.")
        return passed(
            f"{len(taken)} pictures of the original keep their credits."
            if taken
            else "The pictures are the page's own."
        )

    def _alone(self, found: list[Image]) -> Verdict:
        bare = [image.name for image in found if not image.caption]
        if not bare:
            return passed("Every picture has a caption.")
        shown = listed(bare[:3])
        message = f"Pictures without a caption ({shown}): whether they lost a credit, only the original tells."
        return cant_tell("original_unavailable", message)


def _keeps(image: Image, theirs: Image) -> bool:
    """A credit is kept with most of its words; the rest of a caption may be shortened."""
    wanted = _WORD.findall(fold(_credit(theirs.caption)))
    there = set(_WORD.findall(fold(image.caption)))
    return sum(word in there for word in wanted) >= _KEPT * len(wanted)


def _credit(caption: str) -> str:
    """The part of a caption that names whose the picture is: what stands in brackets at its end, else its last sentence."""
    found = _BRACKETS.search(caption) or _LAST.search(caption)
    return found[1] if found else caption
