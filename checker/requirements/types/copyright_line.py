"""The page keeps the copyright line of the original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.credit.snippets import copyright_of, copyright_snippet, fix_of
from checker.model import Acknowledgement, Fix, Kind
from checker.page.host import name_key
from checker.requirements.case import (
    Case,
    Verdict,
    cant_tell,
    failed,
    listed,
    needs_original,
    passed,
    where,
    why_unseen,
)
from checker.requirements.options import FLAG, STRINGS, one_of
from checker.requirements.requirement import Requirement, Schema

_MIN_PART = 5


@dataclass(frozen=True, slots=True)
class CopyrightLine(Requirement):
    """Asks for a copyright line that readers see. The host's own footer is none: it claims, it does not acknowledge."""

    FORBIDS: ClassVar[bool] = True
    OPTIONS: ClassVar[Schema] = {"holders": STRINGS, "if_supplied": FLAG, "effect": one_of("show", "no_claim")}

    holders: tuple[str, ...] = ()
    if_supplied: bool = False
    effect: Literal["show", "no_claim"] = "show"

    def judge(self, case: Case) -> Verdict:
        """Passed where another's notice stands with the article; with `no_claim`, where nobody's does."""
        found = case.of(Kind.COPYRIGHT_LINE)
        visible = [ack for ack in found if ack.usable]
        if self.effect == "no_claim":
            return self._unclaimed(case, visible)
        if visible:
            return self._held(case, visible)
        fix = copyright_snippet(self.holders[0] if self.holders else case.called, case.article, case.language)
        if unusable := self._unusable(case, found, fix):
            return unusable
        if self.if_supplied:
            # Where the original has no notice, a copy owes none; of its page, only the article is read.
            if case.original:
                return cant_tell(
                    "reminder", "Whether the original has a copyright notice to keep is for a person to see."
                )
            return needs_original("whether there is a copyright notice to keep")
        return failed("The page carries no copyright line of the original.", (), fix)

    def _held(self, case: Case, visible: list[Acknowledgement]) -> Verdict:
        line = visible[0]
        years = f", {line.details['years']}" if line.details.get("years") else ""
        wanted = {name_key(name) for name in self.holders}
        if wanted and not any(wanted & {name_key(name) for name in ack.names} for ack in visible):
            message = (
                f"The copyright line names {listed(line.names)}, where {listed(self.holders, 'or')} is the holder."
            )
            return cant_tell("another_holder_named", message, visible)
        if not wanted and not any(_may_hold(case, name) for ack in visible for name in ack.names):
            message = (
                f"The copyright line names {listed(line.names)}, and neither {case.called} nor a source or an author that the page names; "
                "whether that will do cannot be told."
            )
            return cant_tell("another_holder_named", message, visible)
        return passed(f"The copyright line names {', '.join(line.names)}{years}.", visible)

    def _unusable(self, case: Case, found: Sequence[Acknowledgement], fix: Fix) -> Verdict | None:
        """What is to be said of lines that are there and of no use to readers."""
        if unfilled := [ack for ack in found if ack.broken == "unfilled" and not ack.hidden]:
            message = f"The copyright line has a blank that nobody filled in ({where(unfilled[0].evidence)})."
            return failed(message, unfilled, fix)
        if hidden := [ack for ack in found if ack.hidden_by != "metadata"]:
            message = f"The copyright line is there, but readers do not see it: {why_unseen(hidden[0])} ({where(hidden[0].evidence)})."
            return failed(message, hidden, self._shown(hidden[0], case) or fix)
        return None

    def _shown(self, hidden: Acknowledgement, case: Case) -> Fix | None:
        """A hidden line of whoever may hold the copyright, to be put where readers see it."""
        if self.holders or not any(_may_hold(case, name) for name in hidden.names):
            return None
        years = hidden.details.get("years")
        return fix_of(copyright_of([*hidden.names], str(years) if years else None, case.language))

    def _unclaimed(self, case: Case, visible: list[Acknowledgement]) -> Verdict:
        """A line with the publisher's own name claims nothing for the host."""
        others = [ack for ack in visible if not {name_key(n) for n in ack.names} & {name_key(n) for n in case.names}]
        if not others:
            return passed("Nobody claims a copyright in the article.")
        message = (
            f"The page claims a copyright in the article for {listed(others[0].names)} ({where(others[0].evidence)})."
        )
        return failed(message, others)


def _may_hold(case: Case, name: str) -> bool:
    """True for the publisher and all whom the page credits, under a longer or a shorter name too; for anybody where it names no author."""
    authors = _credited(case, Kind.AUTHOR_CREDIT)
    if not (authors and case.names):
        return True
    key = name_key(name)
    known = {*map(name_key, case.names), *authors, *_credited(case, Kind.SOURCE_ATTRIBUTION)}
    alike = (other for other in known if key in other or other in key)
    return key in known or any(len(min(key, other, key=len)) >= _MIN_PART for other in alike)


def _credited(case: Case, kind: Kind) -> set[str]:
    return {key for ack in case.usable(kind) for name in ack.names if (key := name_key(name))}
