"""Search engines are told that the original is the publisher's: by `rel=canonical`."""

from __future__ import annotations

from dataclasses import dataclass

from checker.acknowledgements.scene import MOST
from checker.credit.snippets import canonical_snippet
from checker.model import Acknowledgement, Fix, Kind
from checker.page import address
from checker.page.identity import same_page
from checker.requirements.case import Case, Verdict, cant_tell, failed, not_in_source, passed, where
from checker.requirements.requirement import Requirement

_BROKEN = {
    "own": "it names the page itself",
    "in_body": "it stands in the body, where search engines do not read it",
    "contradicted": "another canonical link contradicts it",
    "sister_site": "it points to a site of the same family",
    "third_party": "it names a third site",
}


@dataclass(frozen=True, slots=True)
class CanonicalLink(Requirement):
    """Asks for a canonical link to the original, in the head or as front matter."""

    def judge(self, case: Case) -> Verdict:
        """Passed where the canonical address is the publisher's; a Markdown source that does not say leaves it to its theme."""
        found = case.of(Kind.CANONICAL_LINK) or _own(case)
        right = [ack for ack in found if not ack.broken and _is_right(ack, case)]
        fix = canonical_snippet(case.article)
        if right:
            return _led(right, case, fix)
        if found:
            why = _BROKEN.get(found[0].broken or "", f"it leads to {found[0].evidence.href}")
            return failed(
                f"The canonical link does not name the original ({where(found[0].evidence)}): {why}.", found, fix
            )
        if not case.has_head:
            return not_in_source("what its canonical address is")
        return failed("The page has no canonical link.", (), fix)


def _led(right: list[Acknowledgement], case: Case, fix: Fix) -> Verdict:
    """Any article of the publisher's may be the original, unless somebody shows that, which knows its address."""
    href, known = right[0].evidence.href or "", case.original.url if case.original else None
    if known is None or any(same_page(ack.evidence.href or "", known) for ack in right):
        return passed(f"The canonical address is the original's: {href}", right)
    message = f"The canonical address is the publisher's, {href}, and not that of the original, {known}."
    return cant_tell("another_page_linked", message, right, fix)


def _is_right(ack: Acknowledgement, case: Case) -> bool:
    at = address.parse(ack.evidence.href or "")
    return at is not None and at.is_article and (not case.domains or case.is_publishers(at))


def _own(case: Case) -> list[Acknowledgement]:
    """All canonical links where none was seen to lead elsewhere: a page without an address is taken for where they lead."""
    page = case.scene.page
    own = [relation for relation in page.relations if relation.name == "canonical" and relation.value.strip()]
    named = [relation.value.strip() for relation in own if relation.in_head]
    several = any(each != named[0] and not same_page(each, named[0]) for each in named[1:])
    broken = "contradicted" if several else None if case.domains else "own"
    return [
        Acknowledgement(
            Kind.CANONICAL_LINK,
            page.element_evidence(each.element, each.value, each.value, each.attribute),
            broken=broken if each.in_head else "in_body",
        )
        for each in own[:MOST]
    ]
