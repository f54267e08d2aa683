"""Sentences that claim something of the publisher: a partnership, a gift that reaches it."""

from __future__ import annotations

from checker.acknowledgements.scene import sentence
from checker.model import Evidence
from checker.page.text import fold
from checker.requirements.case import Case


def about_publisher(case: Case, kind: str) -> list[Evidence]:
    """The sentences with a wording of some kind that also name the publisher."""
    found: list[Evidence] = []
    for match in case.scene.matching(kind):
        start, end = sentence(match.block, match.start)
        end = max(end, match.end)
        if not match.block.hidden_by and _names(case, match.block.folded[start:end]):
            found.append(case.evidence(match.block, start, end))
    return found


def _names(case: Case, text: str) -> bool:
    return any(fold(name) in text for name in case.names if len(name) > 3)
