"""Pictures are not taken along, or only some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.original.original import Image, Original
from checker.original.read import images
from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, passed
from checker.requirements.options import STRINGS, one_of
from checker.requirements.requirement import Bound, Requirement, Schema
from checker.requirements.types.image_credit_kept import credit_of, names


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
        found = [image for image in images(case.scene) if not names(image, self.allowed_credits)]
        if not found:
            return passed("The page shows no picture that the terms exclude.")
        if banned := [image for image in found if names(image, self.forbidden_credits)]:
            return failed(f"A picture's credit is one that the terms exclude: {listed(_said(banned))}.")
        if case.original is None:
            message = f"The article shows pictures ({listed(_said(found))}); whether they are the original's, only the original tells."
            return cant_tell("original_unavailable", message)
        return self._beside(case, found, case.original)

    def _beside(self, case: Case, found: Sequence[Image], original: Original) -> Verdict:
        """A picture is a third party's where its credit in the original names somebody and not the publisher."""
        theirs = {image.name: image for image in original.images}
        taken = [theirs[image.name] for image in found if image.name in theirs]
        taken = [image for image in taken if not names(image, self.allowed_credits)]
        others = [image for image in taken if not names(image, case.names)]
        credited = [image for image in others if credit_of(case, image)]
        if excluded := taken if self.scope == "all" else credited:
            return failed(f"The copy shows the original's pictures: {listed(_said(excluded))}.")
        if self.scope == "third_party" and others:
            return cant_tell("image_unknown", f"The original does not say whose these are: {listed(_said(others))}.")
        return passed("The page shows no picture that the terms exclude.")


def _said(found: Sequence[Image]) -> list[str]:
    return [image.name for image in found[:3]]
