"""The page names the publisher as the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from checker.credit.snippets import source_snippet
from checker.model import Acknowledgement, Kind, Outcome
from checker.page import address
from checker.page.host import name_key
from checker.page.text import fold
from checker.requirements.case import (
    Case,
    Verdict,
    cant_tell,
    evidence_of,
    failed,
    listed,
    passed,
    quoted,
    where,
    why_unseen,
)
from checker.requirements.links import without_words
from checker.requirements.options import FLAG, POSITION, STRINGS
from checker.requirements.placement import placed
from checker.requirements.requirement import Requirement, Schema

_MIN_PART = 8


@dataclass(frozen=True, slots=True)
class SourceAttribution(Requirement):
    """Asks for a source attribution that readers see and that names the publisher."""

    OPTIONS: ClassVar[Schema] = {"names": STRINGS, "forbidden": STRINGS, **POSITION, "co_publishers": FLAG}

    names: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    position: str | None = None
    within_words: int | None = None
    co_publishers: bool = False

    def judge(self, case: Case) -> Verdict:
        """Passed where the publisher is named; cannot be told where only somebody else is, or only a link points there."""
        # "Read the original" credits by its link alone: it names nobody.
        found = [ack for ack in case.of(Kind.SOURCE_ATTRIBUTION) if not ack.details.get("link_only")]
        case = replace(case, names=(*case.names, *self.names)) if case.names else case
        visible = [ack for ack in found if ack.usable]
        naming = [ack for ack in visible if _names(ack, case)]
        if misspelt := self._misspelt(visible):
            message = f"The source is called {quoted(misspelt[0].names[0])}, a spelling that the terms do not accept."
            return failed(message, misspelt, source_snippet(case.called, case.article, case.language))
        if naming:
            others = [ack for ack in visible if ack not in naming and ack.names]
            named = dict.fromkeys([case.called, *(name for ack in others for name in ack.names)])
            verdict = passed(f"The page names {listed(named)} as its source.", [*naming, *others])
            return placed(case, verdict, naming, self.position, self.within_words)
        if visible:
            return _unclear(case, visible)
        return self._unnamed(case, found)

    def _unnamed(self, case: Case, found: Sequence[Acknowledgement]) -> Verdict:
        hidden = [ack for ack in found if ack.hidden_by != "metadata"]
        fix = source_snippet(case.called, case.article, case.language)
        if hidden:
            message = f"The page names its source only where readers do not see it: {why_unseen(hidden[0])} ({where(hidden[0].evidence)})."
            return failed(message, hidden, fix)
        # A sentence that leads to the original by its link alone is all that is left of the sources.
        linked = [ack for ack in case.of(Kind.LINK_TO_ORIGINAL) if ack.visible_text]
        linked += case.usable(Kind.SOURCE_ATTRIBUTION)
        if linked and (not case.names or case.publisher.id is None):
            # What the publisher is called is not known here, or read from an address: so whether the page says it is not known either.
            return _unclear(case, linked)
        if by_name := [ack for ack in linked if _is_publishers(ack.evidence.text, case)]:
            message = (
                f"The words “{by_name[0].evidence.text}” link to the original ({where(by_name[0].evidence)}); "
                "whether that says that it is the source cannot be told."
            )
            return cant_tell("named_by_link_only", message, by_name, fix)
        if not case.names and (alone := [lead for lead in without_words(case, "article") if lead.text.strip()]):
            # Nobody knows whom the words would have to name.
            evidence = alone[0].evidence(case)
            words = f"The words {quoted(evidence.text)} link to another site ({where(evidence)})"
            message = f"{words}; whether that is the source cannot be told."
            return cant_tell("named_by_link_only", message, [evidence], fix)
        holders = [ack for ack in case.usable(Kind.COPYRIGHT_LINE) if _names(ack, case)]
        if holders and case.publisher.id is None:
            # Known from its copyright line alone, and without terms: who holds the rights may be all the source that there is.
            message = f"{case.called} is named as the holder of the copyright ({where(holders[0].evidence)}), and not as the source."
            return cant_tell("named_in_copyright_line", message, holders, fix)
        return failed(f"Nothing on the page names {case.called} as its source.", (), fix)

    def _misspelt(self, visible: Sequence[Acknowledgement]) -> list[Acknowledgement]:
        wrong = {name.casefold() for name in self.forbidden}
        return [ack for ack in visible if any(name.casefold() in wrong for name in ack.names)]


def _names(ack: Acknowledgement, case: Case) -> bool:
    return any(_is_publishers(name, case) for name in ack.names) or (not case.names and bool(ack.names))


def _is_publishers(name: str, case: Case) -> bool:
    """True for one of the publisher's names, a long one among other words too, and for an address on its site."""
    if name_key(name) in {name_key(known) for known in case.names} - {""}:
        return True
    parts = {part: address.parse(part if "://" in part else "http://" + part) for part in name.split()}
    hosts = [found.host for found in parts.values() if found]
    if any(address.is_within(host, domain) for host in hosts for domain in case.domains):
        return True
    # A name inside somebody else's domain names somebody else.
    words = f" {_words(' '.join(part for part, found in parts.items() if found is None))} "
    return any(len(name_key(known)) >= _MIN_PART and f" {_words(known)} " in words for known in case.names)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _unclear(case: Case, visible: list[Acknowledgement]) -> Verdict:
    names = list(dict.fromkeys(name for ack in visible for name in ack.names))
    fix = source_snippet(case.called, case.article, case.language)
    if names:
        message = (
            f"The page names {listed(names)} as its source, and not {case.called}; whether that will do cannot be told."
        )
        return Verdict(Outcome.CANT_TELL, message, evidence_of(visible), "another_source_named", fix)
    message = f"The page links to its source without naming it ({where(visible[0].evidence)})."
    return Verdict(Outcome.CANT_TELL, message, evidence_of(visible), "named_by_link_only", fix)
