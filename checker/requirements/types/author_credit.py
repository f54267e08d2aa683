"""The page names the author."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from checker.acknowledgements.people import is_person
from checker.credit.snippets import author_snippet
from checker.model import Acknowledgement, Fix, Kind, Outcome
from checker.page.host import name_key
from checker.page.text import is_ideographic
from checker.requirements.case import (
    Case,
    Verdict,
    cant_tell,
    failed,
    listed,
    needs_original,
    passed,
    quoted,
    where,
    why_unseen,
)
from checker.requirements.links import leads
from checker.requirements.options import FLAG, POSITION, one_of
from checker.requirements.placement import placed
from checker.requirements.requirement import Requirement, Schema
from checker.requirements.strangers import labelled, owner, stranger


@dataclass(frozen=True, slots=True)
class AuthorCredit(Requirement):
    """Asks for an author credit that readers see. Whether the names are right needs the original."""

    OPTIONS: ClassVar[Schema] = {
        **POSITION,
        "scope": one_of("all", "first"),
        "full_name": FLAG,
        "if_supplied": FLAG,
    }

    position: str | None = None
    within_words: int | None = None
    scope: Literal["all", "first"] = "all"
    full_name: bool = False
    if_supplied: bool = False

    def judge(self, case: Case) -> Verdict:
        """Passed where somebody is named; wire stories often have no author, so for them it cannot be told."""
        found = case.of(Kind.AUTHOR_CREDIT)
        visible = [ack for ack in found if ack.usable]
        if not visible:
            return self._unnamed(case, found)
        names = tuple(dict.fromkeys(name for ack in visible for name in ack.names))
        message = f"The page credits {', '.join(names)}.{_otherwise(found, names)}"
        verdict = placed(case, passed(message, visible), visible, self.position, self.within_words)
        return verdict if verdict.outcome is not Outcome.PASSED else self._compared(case, verdict, names)

    def _compared(self, case: Case, verdict: Verdict, names: Sequence[str]) -> Verdict:
        """The names beside the original's. The same people are often written in several ways, so a difference is only told."""
        if case.original is None or not case.original.authors:
            return self._of_site(case, verdict, names) or self._written_out(case, verdict, names)
        wanted = case.original.authors[:1] if self.scope == "first" else case.original.authors
        missing = [name for name in wanted if name_key(name) not in {name_key(named) for named in names}]
        if not missing:
            return verdict
        message = f"The page credits {', '.join(names)}; the original names {', '.join(wanted)}."
        return cant_tell("another_author_named", message, verdict.evidence, author_snippet(case.article, case.language))

    def _of_site(self, case: Case, verdict: Verdict, names: Sequence[str]) -> Verdict | None:
        """Whose site it is may have written the article, or only posted it."""
        site = case.scene.host
        if not all(site.is_called(name) or site.is_company(name) for name in names):
            return None
        message = f"The page credits nobody but {listed(names)}, as the site itself is called."
        return cant_tell("name_unclear", message, verdict.evidence, author_snippet(case.article, case.language))

    def _written_out(self, case: Case, verdict: Verdict, names: Sequence[str]) -> Verdict:
        """Some people have one name, so a short one is only told."""
        short = [name for name in names if not _is_full(name)]
        if not self.full_name or not short:
            return verdict
        message = f"Whether {listed(short)} is the author's full name cannot be told."
        return cant_tell("name_unclear", message, verdict.evidence, author_snippet(case.article, case.language))

    def _unnamed(self, case: Case, found: Sequence[Acknowledgement]) -> Verdict:
        if self.if_supplied and case.original and not case.original.authors:
            return passed("The original names no author.")
        fix = author_snippet(case.article, case.language)
        if hidden := [ack for ack in found if ack.hidden_by != "metadata"]:
            message = f"The page names the author only where readers do not see it: {why_unseen(hidden[0])} ({where(hidden[0].evidence)})."
            return failed(message, hidden, fix)
        if found:
            message = "The metadata names an author whom no byline that was recognised names; a person should look."
            return cant_tell("metadata_only", message, found, fix)
        if holders := [ack for ack in case.usable(Kind.COPYRIGHT_LINE) if ack.names]:
            message = f"No byline names an author; the copyright line names {', '.join(holders[0].names)}, who may be the author."
            return cant_tell("named_in_copyright_line", message, holders, fix)
        if profiles := [lead for lead in leads(case, "author") if is_person(lead.text, case.scene.language)]:
            at = profiles[0].evidence(case)
            message = f"No byline names an author; “{profiles[0].text}” links to a person's page at {case.called} ({where(at)})."
            return cant_tell("name_unclear", message, [lead.evidence(case) for lead in profiles], fix)
        return self._nobody(case, fix)

    def _nobody(self, case: Case, fix: Fix) -> Verdict:
        if case.is_agency:
            message = f"No author is named; stories by {case.called} often have none."
            return cant_tell("original_unavailable", message, (), fix)
        if self.if_supplied and case.original is None:
            return needs_original("whether it names an author")
        if name := stranger(case.scene, case.acknowledgements):
            evidence = case.evidence(*name)
            message = f"No byline names an author; {quoted(name.text)} ({where(evidence)}) may be one."
            return cant_tell("name_unclear", message, [evidence], fix)
        if label := labelled(case.scene):
            evidence = case.evidence(*label)
            message = f"A label names an author ({quoted(label.text)}, {where(evidence)}), and whether that is a name cannot be told."
            return cant_tell("name_unclear", message, [evidence], fix)
        if whose := owner(case.scene):
            message = f"No byline names an author; {whose}, as the site itself is called, may be one."
            return cant_tell("name_unclear", message, (), fix)
        return failed("Nothing on the page names an author.", (), fix)


def _otherwise(found: Sequence[Acknowledgement], names: Sequence[str]) -> str:
    """What the page's metadata says, where it names nobody of the byline: many systems put whoever pasted the text there."""
    hidden = [name for ack in found if ack.hidden_by == "metadata" for name in ack.names]
    if not hidden or {name_key(name) for name in hidden} & {name_key(name) for name in names}:
        return ""
    return f" Its metadata names {listed(tuple(dict.fromkeys(hidden)))} instead."


def _is_full(name: str) -> bool:
    """True with two words that are no initials; a name in ideographs is never shortened to them."""
    return any(map(is_ideographic, name)) or sum(len(word.strip(".")) > 1 for word in name.split()) > 1
