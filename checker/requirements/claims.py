"""Sentences that claim something of the publisher: a partnership, a gift that reaches it."""

from __future__ import annotations

from checker.acknowledgements.standing import sentence
from checker.model import Evidence
from checker.page.text import fold
from checker.requirements.case import Case


def about_publisher(case: Case, kind: str) -> list[Evidence]:
    """The sentences with a wording of some kind that also name the publisher, but for the publisher's own notices."""
    found: list[Evidence] = []
    for match in case.scene.matching(kind):
        start, end = sentence(match.block, match.start)
        end = max(end, match.end)
        named = _names(case, match.block.folded[start:end])
        if named and not match.block.hidden_by and not _is_about_itself(case, match.block.folded[start:end]):
            found.append(case.evidence(match.block, start, end))
    return found


def _is_about_itself(case: Case, text: str) -> bool:
    """True for a sentence with the publisher for its subject: it speaks of itself, in a text that came with the article."""
    return any(text.startswith((fold(name), f"the {fold(name)}")) for name in case.names)


def _names(case: Case, text: str) -> bool:
    return any(fold(name) in text for name in case.names if len(name) > 3)
