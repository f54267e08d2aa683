"""The page names the publisher as the source."""

from __future__ import annotations

from dataclasses import dataclass

from checker.credit.snippets import source_snippet
from checker.model import Acknowledgement, Kind, Outcome
from checker.page import address
from checker.page.host import name_key
from checker.requirements.case import Case, Verdict, evidence_of, passed, where, why_unseen


@dataclass(frozen=True, slots=True)
class SourceAttribution:
    """Asks for a source attribution that readers see and that names the publisher."""

    def judge(self, case: Case) -> Verdict:
        """Passed where the publisher is named; cannot be told where only somebody else is, or only a link points there."""
        found = case.of(Kind.SOURCE_ATTRIBUTION)
        visible = [ack for ack in found if ack.usable]
        naming = [ack for ack in visible if _names(ack, case)]
        if naming:
            others = [ack for ack in visible if ack not in naming and ack.names]
            named = dict.fromkeys([case.called, *(name for ack in others for name in ack.names)])
            return passed(f"The page names {_listed(list(named))} as its source.", [*naming, *others])
        if visible:
            return _unclear(case, visible)
        hidden = [ack for ack in found if ack.hidden_by != "metadata"]
        fix = source_snippet(case.called, case.article)
        if hidden:
            message = f"The page names its source only where readers do not see it: {why_unseen(hidden[0])} ({where(hidden[0].evidence)})."
            return Verdict(Outcome.FAILED, message, evidence_of(hidden), fix=fix)
        return Verdict(Outcome.FAILED, f"Nothing on the page names {case.called} as its source.", fix=fix)


def _names(ack: Acknowledgement, case: Case) -> bool:
    keys = {name_key(name) for name in case.names}
    for name in ack.names:
        own = name_key(name)
        if any(key and (key == own or (len(key) >= 8 and key in own)) for key in keys):
            return True
        if any(
            name_key(domain) in own
            or ((found := address.parse("http://" + name)) and address.is_within(found.host, domain))
            for domain in case.domains
        ):
            return True
    return not case.names and bool(ack.names)


def _unclear(case: Case, visible: list[Acknowledgement]) -> Verdict:
    names = list(dict.fromkeys(name for ack in visible for name in ack.names))
    fix = source_snippet(case.called, case.article)
    if names:
        message = f"The page names {_listed(names)} as its source, and not {case.called}; whether that will do cannot be told."
        return Verdict(Outcome.CANT_TELL, message, evidence_of(visible), "another_source_named", fix)
    message = f"The page links to its source without naming it ({where(visible[0].evidence)})."
    return Verdict(Outcome.CANT_TELL, message, evidence_of(visible), "named_by_link_only", fix)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
