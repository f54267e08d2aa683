"""The publisher's pictures run only with the story that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.original.read import images
from checker.requirements.case import Case, Verdict, cant_tell, failed, listed, needs_original, passed
from checker.requirements.requirement import Bound, Requirement
from checker.requirements.types.image_credit_kept import names

_SAME_STORY = 0.3


@dataclass(frozen=True, slots=True)
class ImageOnlyWithStory(Requirement):
    """Warns of pictures with the publisher's credit that the original of this page does not have."""

    BOUND: ClassVar[Bound] = Bound.WARNS

    def judge(self, case: Case) -> Verdict:
        """Where the text is not the original's at all, its pictures run without their story."""
        found = list(images(case.scene))
        if not found:
            return passed("The article shows no pictures.")
        if case.original is None or case.compared is None:
            return needs_original("which pictures belong to it")
        theirs = {image.name for image in case.original.images}
        taken = [image.name for image in found if image.name in theirs]
        if taken and case.compared.kept < _SAME_STORY:
            return failed(f"The page shows pictures of the original ({listed(taken[:3])}) and little of its text.")
        strange = [image.name for image in found if image.name not in theirs and names(image, case.names)]
        if strange:
            message = f"Pictures that {case.called} is credited for are not in the original: {listed(strange[:3])}."
            return cant_tell("image_unknown", message)
        return passed("The pictures run with their story.")
