"""Pictures are not taken along, or only some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.original.original import Image
from checker.original.read import images
from checker.page.text import fold
from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, passed
from checker.requirements.options import STRINGS, one_of
from checker.requirements.requirement import Bound, Requirement, Schema


@dataclass(frozen=True, slots=True)
class ImagesExcluded(Requirement):
    """Warns of the original's pictures on the copy, but for those whose credit names one of `allowed_credits`."""

    BOUND: ClassVar[Bound] = Bound.WARNS
    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {
        "scope": one_of("all", "third_party"),
        "allowed_credits": STRINGS,
        "forbidden_credits": STRINGS,
    }

    scope: Literal["all", "third_party"] = "all"
    allowed_credits: tuple[str, ...] = ()
    forbidden_credits: tuple[str, ...] = ()

    def judge(self, case: Case) -> Verdict:
        """A picture is the original's by its file name; who holds its rights, nobody can tell from a page."""
        found = [image for image in images(case.scene) if not _names(image, self.allowed_credits)]
        if not found:
            return passed("The article shows no picture that the terms do not give.")
        if banned := [image for image in found if _names(image, self.forbidden_credits)]:
            return failed(f"A picture's credit is one that the terms exclude: {listed(_said(banned))}.")
        if case.original is None:
            message = (
                f"The article shows {len(found)} pictures; whether they are the original's, only the original tells."
            )
            return cant_tell("original_unavailable", message)
        taken = self._taken(case, found)
        if taken:
            return failed(f"The copy shows the original's pictures: {listed(_said(taken))}.")
        return passed("None of the original's pictures is on the page.")

    def _taken(self, case: Case, found: Sequence[Image]) -> list[Image]:
        theirs = {image.name: image for image in case.original.images} if case.original else {}
        taken = [image for image in found if image.name in theirs]
        if self.scope == "all":
            return taken
        # A picture is a third party's where its credit names somebody and not the publisher.
        return [
            image
            for image in taken
            if theirs[image.name].caption
            and not _names(theirs[image.name], case.names)
            and not _names(theirs[image.name], self.allowed_credits)
        ]


def _names(image: Image, words: Sequence[str]) -> bool:
    return any(fold(word) in fold(image.said) for word in words)


def _said(found: Sequence[Image]) -> list[str]:
    return [image.name for image in found[:3]]
