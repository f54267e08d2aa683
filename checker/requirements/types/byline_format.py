"""The byline follows a pattern such as "Author, Publisher"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.credit.snippets import notice_snippet
from checker.model import Acknowledgement, Kind
from checker.page.page import Block, Region
from checker.page.text import word_count
from checker.requirements.case import Case, Verdict, cant_tell, failed, needs_original, passed, quoted, where
from checker.requirements.options import TEXTS
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.texts import choices, filled, in_block, is_open

_FEW = 5


@dataclass(frozen=True, slots=True)
class BylineFormat(Requirement):
    """Asks for a byline with all fixed words of a pattern, in their order; {author} and the rest stand for any names."""

    OPTIONS: ClassVar[Schema] = {**TEXTS}

    text: str | None = None
    texts: tuple[str, ...] = ()

    def judge(self, case: Case) -> Verdict:
        """Looks at the bylines and at the lines beside them: many templates put the publisher on a line of its own."""
        wanted = choices(case, self.text, self.texts)
        if all(is_open(case, pattern) for pattern in wanted):
            return needs_original("which names its byline has")
        credits_ = case.usable(Kind.AUTHOR_CREDIT)
        blocks = list(_bylines(case, credits_))
        for block in blocks:
            if any(in_block(case, pattern, block) for pattern in wanted):
                return passed("The byline follows the pattern.", [case.evidence(block, 0, len(block.text))])
        if not blocks:
            return cant_tell("no_byline", "No byline was found that could follow the pattern.", credits_)
        evidence = [ack.evidence for ack in credits_]
        said = f" ({where(evidence[0])})" if evidence else ""
        pattern = filled(case, wanted[0]) if wanted else ""
        return failed(
            f"The byline{said} does not follow the pattern {quoted(pattern)}.", evidence, notice_snippet(pattern)
        )


def _bylines(case: Case, credits_: list[Acknowledgement]) -> Iterator[Block]:
    """The blocks of bylines, and a few words right beside one: many templates give the publisher a line of its own."""
    own = {ack.at[0] for ack in credits_ if ack.at}
    beside = {index + step for index in own for step in (-1, 1)}
    for block in case.scene.article:
        is_short = word_count(block.text) <= _FEW
        if block.index in own or block.region is Region.BYLINE or (block.index in beside and is_short):
            yield block
