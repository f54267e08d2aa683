"""Is a page a copy, and of whose work? Told from the page alone, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.model import Acknowledgement, Kind, Publisher, Recognition
from checker.page import address
from checker.terms.directory import Directory

_WEIGHT_OF_A_COPY = 2


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason to take a page for a copy. `weight` 2 is enough by itself; `rank` orders whom to believe about the publisher."""

    weight: int
    rank: int
    publisher: Publisher | None
    reason: str


def recognise(acknowledgements: Sequence[Acknowledgement], directory: Directory, *, incomplete: bool) -> Recognition:
    """What the acknowledgements of a page say. A page of which a part is missing is never called nobody's copy."""
    signs = [sign for acknowledgement in acknowledgements for sign in _signs(acknowledgement, directory)]
    weight = sum({sign.reason: sign.weight for sign in signs}.values())
    reasons = tuple(dict.fromkeys(sign.reason for sign in signs))
    if weight >= _WEIGHT_OF_A_COPY:
        publisher = _publisher(signs)
        return Recognition(True, publisher, original_url(acknowledgements, publisher, directory), reasons)
    if weight or incomplete:
        why = (*reasons, "the page could not be read whole") if incomplete else (*reasons, "that alone does not make it a copy")
        return Recognition(None, _publisher(signs), None, why)
    return Recognition(False, reasons=("nothing on the page credits another site's original",))


def original_url(acknowledgements: Iterable[Acknowledgement], publisher: Publisher | None, directory: Directory) -> str | None:
    """The original's address: a link on the publisher's own domain before any other, what readers see before metadata."""
    domains = directory.domains_of(publisher) if publisher else ()
    best: tuple[int, str] | None = None
    for acknowledgement in acknowledgements:
        href = acknowledgement.evidence.href
        if acknowledgement.kind not in {Kind.LINK_TO_ORIGINAL, Kind.CANONICAL_LINK} or acknowledgement.broken or not href:
            continue
        found = address.parse(href)
        if found is None:
            continue
        at_home = any(address.is_within(found.host, domain) for domain in domains)
        rank = 4 * at_home + 2 * acknowledgement.usable + (acknowledgement.kind is Kind.LINK_TO_ORIGINAL)
        if best is None or rank > best[0]:
            best = rank, found.url
    return best[1] if best else None


def _signs(acknowledgement: Acknowledgement, directory: Directory) -> Iterator[Sign]:
    """The reasons in one acknowledgement. What is hidden from readers still tells where a page comes from."""
    if acknowledgement.hidden_by == "metadata":
        return
    kind, quoted = acknowledgement.kind, _quoted(acknowledgement.evidence.text)
    who = _who(acknowledgement, directory)
    known = bool(who and (who.id or directory.named(who.name or "")))
    if kind is Kind.SOURCE_ATTRIBUTION:
        weight = 2 if acknowledgement.certain or (known and acknowledgement.via == "text") else 1
        yield Sign(weight, 1 if acknowledgement.certain else 6, who, f"it names its source: {quoted}")
    elif kind is Kind.CANONICAL_LINK:
        yield Sign(2, 3, who, f"its canonical address is on another site: {_quoted(acknowledgement.evidence.href or '')}")
    elif kind is Kind.PAGE_COUNTER:
        yield Sign(1, 0 if known else 8, who, "it carries a publisher's page counter")
    elif kind is Kind.LINK_TO_ORIGINAL and not acknowledgement.broken:
        # The link of an uncertain credit line is the same evidence as the line, and no second one.
        weight = 2 if acknowledgement.certain else 0
        yield Sign(weight, 2, who, f"it links to an original: {_quoted(acknowledgement.evidence.href or '')}")
    elif kind is Kind.TRANSLATOR_CREDIT:
        yield Sign(1, 9, None, f"it names a translator: {quoted}")
    elif kind is Kind.AUTHOR_CREDIT and acknowledgement.details.get("elsewhere") and acknowledgement.evidence.href:
        yield Sign(1, 8, who, f"it links to its author elsewhere: {_quoted(acknowledgement.evidence.href)}")
    elif kind is Kind.PERMISSION_STATEMENT:
        yield Sign(2, 9, None, f"it says that it runs with permission: {quoted}")
    elif kind is Kind.COPYRIGHT_LINE:
        dotted = any("." in name and address.parse("http://" + name) for name in acknowledgement.names if " " not in name)
        yield Sign(2 if known or dotted else 1, 4 if known else 7, who if known else None, f"it carries another's copyright line: {quoted}")
    elif kind is Kind.FAIR_USE_NOTICE and acknowledgement.details.get("notice"):
        yield Sign(2, 5, directory.of_pack(str(acknowledgement.details["notice"]).partition("/")[0]), "it carries a publisher's own notice")


def _who(acknowledgement: Acknowledgement, directory: Directory) -> Publisher | None:
    """Whom an acknowledgement points to: a publisher that is known, else a name with the link's domain."""
    found = address.parse(acknowledgement.evidence.href or "")
    for name in acknowledgement.names:
        if known := directory.named(name):
            return known
    if found and (known := directory.at(found.host)):
        return known
    name = acknowledgement.names[0] if acknowledgement.names else None
    at = address.parse("http://" + name) if name and "." in name and " " not in name else None
    if found is None and at is not None:
        return directory.at(at.host) or Publisher(None, name, at.domain)
    return Publisher(None, name, found.host if found else None) if name or found else None


def _publisher(signs: Iterable[Sign]) -> Publisher | None:
    """The publisher whose terms are known before others, then the sign that tells best; a missing domain is filled in from a later sign."""
    ranked = sorted((sign for sign in signs if sign.publisher), key=lambda sign: (not _has_pack(sign), sign.rank))
    if not ranked:
        return None
    best = ranked[0].publisher
    assert best is not None  # noqa: S101  (only signs with a publisher are ranked)
    if best.domain is None:
        others = (sign.publisher.domain for sign in ranked if sign.publisher and sign.rank <= 3)
        return Publisher(best.id, best.name, next(filter(None, others), None))
    return best


def _has_pack(sign: Sign) -> bool:
    return sign.publisher is not None and sign.publisher.id is not None


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text if len(text) <= 120 else text[:117] + '…'}”"
