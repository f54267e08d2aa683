"""Is a page a copy, and of whose work? Told from the page alone, with the reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from checker.model import Acknowledgement, Kind, Publisher, Recognition
from checker.page import address
from checker.page.host import name_key
from checker.terms.directory import Directory

_WEIGHT_OF_A_COPY = 2
_CREDITED = frozenset({1, 2})
"""The ranks of credit lines that leave no doubt."""
_HOLDER = 4
"""The rank of a copyright holder: behind the credit lines, before what only machines read."""

_DOUBTFUL = 6
"""The first of the ranks of what may name a source or something else."""


_IS_DOMAIN = re.compile(r"[^\s.]{2,}(?:\.[^\s.]+)*\.[^\W\d_]{2,}").fullmatch
"""A domain, and not somebody's initials."""


_ALONE = "that alone does not make it a copy"
NOBODYS = Recognition(False, reasons=("nothing on the page credits another site's original",))
STUB = Recognition(False, reasons=("the page has no text, and only tells of an article",))


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason to take a page for a copy. `weight` 2 is enough by itself; `rank` orders whom to believe about the publisher."""

    weight: int
    rank: int
    publisher: Publisher | None
    reason: str


def recognise(acknowledgements: Sequence[Acknowledgement], directory: Directory, *, incomplete: bool) -> Recognition:
    """What the acknowledgements of a page say. A page of which a part is missing is never called nobody's copy."""
    authors = frozenset(name for ack in acknowledgements if ack.kind is Kind.AUTHOR_CREDIT for name in ack.names)
    told = tuple(_told_once(acknowledgements))
    found = [(ack.kind, _ranked(sign, authors)) for ack in told for sign in _signs(ack, directory)]
    signs = [sign for _, sign in found]
    weight = _weight(found)
    reasons = tuple(dict.fromkeys(sign.reason for sign in signs))
    if weight >= _WEIGHT_OF_A_COPY:
        publisher = _publisher(signs)
        earlier = tuple(_earlier(signs, publisher))
        return Recognition(True, publisher, original_url(acknowledgements, publisher, directory), reasons, earlier)
    if weight or incomplete:
        why = (*reasons, "the page could not be read whole" if incomplete else _ALONE)
        return Recognition(None, _publisher(signs), None, why)
    return NOBODYS


def unsure(recognition: Recognition) -> Recognition:
    """The same recognition, where a person should look whether the page is a copy at all."""
    return replace(recognition, republished=None, original_url=None, reasons=(*recognition.reasons, _ALONE))


def _ranked(sign: Sign, authors: frozenset[str]) -> Sign:
    """A copyright holder that is no author of the page is a publisher: who holds the rights says so on purpose."""
    who = sign.publisher
    if sign.rank == _HOLDER and who and who.name in authors:
        return replace(sign, rank=_HOLDER + 4)
    return sign


def _told_once(acknowledgements: Sequence[Acknowledgement]) -> Iterator[Acknowledgement]:
    """Without what only says again what a doubtful credit line says: "Published with permission from Example Works"."""
    doubtful = (ack for ack in acknowledgements if ack.kind is Kind.SOURCE_ATTRIBUTION and not ack.certain)
    lines = frozenset((ack.evidence.line, ack.evidence.text) for ack in doubtful)
    for ack in acknowledgements:
        again = ack.kind is Kind.PERMISSION_STATEMENT and not ack.certain
        if not again or (ack.evidence.line, ack.evidence.text) not in lines:
            yield ack


def _weight(found: Sequence[tuple[Kind, Sign]]) -> int:
    """Two uncertain signs of different kinds make a copy; ten of one kind make a list of links."""
    heaviest: dict[Kind, int] = {}
    for kind, sign in found:
        heaviest[kind] = max(heaviest.get(kind, 0), sign.weight)
    return sum(heaviest.values())


def original_url(
    acknowledgements: Iterable[Acknowledgement], publisher: Publisher | None, directory: Directory
) -> str | None:
    """The original's address: a link on the publisher's own domain before any other, what readers see before metadata."""
    domains = directory.domains_of(publisher) if publisher else ()
    best: tuple[int, str] | None = None
    for acknowledgement in acknowledgements:
        href = acknowledgement.evidence.href
        if (
            acknowledgement.kind not in {Kind.LINK_TO_ORIGINAL, Kind.CANONICAL_LINK}
            or acknowledgement.broken
            or not href
        ):
            continue
        found = address.parse(href)
        if found is None:
            continue
        at_home = any(address.is_within(found.host, domain) for domain in domains)
        rank = 4 * at_home + 2 * acknowledgement.usable + (acknowledgement.kind is Kind.LINK_TO_ORIGINAL)
        if best is None or rank > best[0]:
            best = rank, found.url
    return best[1] if best else None


def _signs(ack: Acknowledgement, directory: Directory) -> Iterator[Sign]:
    """The reason in one acknowledgement. What is hidden from readers still tells where a page comes from."""
    read = _READERS.get(ack.kind)
    if read is None or (ack.hidden_by == "metadata" and not ack.details.get("syndicated")):
        return
    who = _who(ack, directory)
    known = bool(who and (who.id or directory.named(who.name or "")))
    sign = read(ack, who, known=known)
    if sign:
        yield sign


def _source(ack: Acknowledgement, who: Publisher | None, *, known: bool) -> Sign:
    sure = ack.certain or (known and ack.via == "text")
    weight = 2 if sure else 0 if ack.details.get("clue") else 1
    if not ack.certain:
        rank = (_HOLDER if sure else _DOUBTFUL + 2 * bool(ack.details.get("clue"))) + _is_home(ack)
    elif ack.via == "text":
        # Of two credits, the one that links the article: the other may tell where that one had it from.
        at = address.parse(ack.evidence.href or "")
        rank = 1 if ack.details.get("translated") or (at and at.is_article) else 2
    else:
        rank = 3
    return Sign(weight, rank, who, f"it names its source: {_quoted(ack.evidence.text)}")


def _link(ack: Acknowledgement, who: Publisher | None, *, known: bool) -> Sign | None:
    if ack.broken == "not_linked" or ack.details.get("bare"):
        return Sign(0, 7, who, f"it gives an original's address: {_quoted(ack.evidence.text)}")
    if ack.details.get("syndicated"):
        # Written for search engines, so that they know the copy: it takes a second sign that readers see.
        return Sign(1, 5, who, f"it tells search engines of an original: {_quoted(ack.evidence.href or '')}")
    # The link of an uncertain credit line is the same evidence as the line, and no second one.
    weight, rank = (2, 3) if ack.certain else (0, _DOUBTFUL)
    return (
        None
        if ack.broken
        else Sign(weight, rank + _is_home(ack), who, f"it links to an original: {_quoted(ack.evidence.href or '')}")
    )


def _is_home(ack: Acknowledgement) -> bool:
    """True for a link that may be the author's, where nobody is named and no article linked: the article's own link tells better."""
    at = address.parse(ack.evidence.href or "")
    return not ack.certain and not ack.names and at is not None and not at.is_article


def _canonical(ack: Acknowledgement, who: Publisher | None, *, known: bool) -> Sign | None:
    if ack.broken == "sister_site":
        return None
    href = _quoted(ack.evidence.href or "")
    if not (ack.certain or known):
        return Sign(1, 5, who, f"its canonical address is perhaps on another site: {href}")
    return Sign(2, 5, who, f"its canonical address is on another site: {href}")


def _counter(ack: Acknowledgement, who: Publisher | None, *, known: bool) -> Sign:
    return Sign(1, 0 if known else 8, who, "it carries a publisher's page counter")


def _translator(ack: Acknowledgement, who: Publisher | None, *, known: bool) -> Sign:
    return Sign(1, 9, None, f"it names a translator: {_quoted(ack.evidence.text)}")


def _author(ack: Acknowledgement, who: Publisher | None, *, known: bool) -> Sign | None:
    if ack.details.get("elsewhere"):
        return Sign(1, 8, who, f"it links to its author elsewhere: {_quoted(ack.evidence.href or '')}")
    if ack.details.get("translated"):
        return Sign(1, 9, None, f"it names the author beside a translator: {_quoted(ack.evidence.text)}")
    return None


def _permission(ack: Acknowledgement, who: Publisher | None, *, known: bool) -> Sign:
    return Sign(2 if ack.certain else 1, 9, None, f"it says that it runs with permission: {_quoted(ack.evidence.text)}")


def _copyright(ack: Acknowledgement, who: Publisher | None, *, known: bool) -> Sign | None:
    """A known holder, or a holder that is a domain, tells more than a person's name: that may be the host's own author.

    In a comment stands whose the code of a counter or a theme is.
    """
    if ack.via == "comment":
        return None
    domain = any(address.parse("http://" + name) for name in ack.names if _IS_DOMAIN(name))
    reason = f"it carries another's copyright line: {_quoted(ack.evidence.text)}"
    return Sign(2 if known or domain else 1, _HOLDER - known, who, reason)


def _notice(ack: Acknowledgement, who: Publisher | None, *, known: bool) -> Sign | None:
    own = known and ack.certain and ack.details.get("notice")
    return Sign(2, 5, who, "it carries a publisher's own notice") if own else None


_READERS = {
    Kind.SOURCE_ATTRIBUTION: _source,
    Kind.LINK_TO_ORIGINAL: _link,
    Kind.CANONICAL_LINK: _canonical,
    Kind.PAGE_COUNTER: _counter,
    Kind.TRANSLATOR_CREDIT: _translator,
    Kind.AUTHOR_CREDIT: _author,
    Kind.PERMISSION_STATEMENT: _permission,
    Kind.COPYRIGHT_LINE: _copyright,
    Kind.FAIR_USE_NOTICE: _notice,
    Kind.MANDATED_STATEMENT: _notice,
}


def _who(acknowledgement: Acknowledgement, directory: Directory) -> Publisher | None:
    """Whom an acknowledgement points to: a publisher that is known, else a name with the link's domain."""
    if notice := acknowledgement.details.get("notice"):
        return directory.of_pack(str(notice).partition("/")[0])
    unlinked = acknowledgement.evidence.text if acknowledgement.broken == "not_linked" else ""
    found = address.parse(acknowledgement.evidence.href or unlinked)
    if known := next(filter(None, map(directory.named, acknowledgement.names)), None):
        return known
    if found and (known := directory.at(found.host)):
        return known
    name = next(iter(acknowledgement.names), found.owner if found else None)
    at = address.named(name) if name else None
    if found is None and at is not None:
        return directory.at(at.host) or Publisher(None, name, at.domain)
    return Publisher(None, name, found.host if found else None) if name or found else None


def _publisher(signs: Iterable[Sign]) -> Publisher | None:
    """The publisher whose terms are known before others, then the sign that tells best; a missing domain is filled in from a later sign."""
    ranked = sorted((sign for sign in signs if sign.publisher), key=_standing)
    if not ranked:
        return None
    best = ranked[0].publisher
    assert best is not None  # noqa: S101  (only signs with a publisher are ranked)
    if best.domain is None:
        others = [sign.publisher.domain for sign in ranked if sign.publisher and sign.publisher.domain]
        near = [
            sign.publisher.domain
            for sign in ranked
            if sign.publisher and (sign.rank <= 3 or sign.publisher.name == best.name)
        ]
        # "Example News" and a link to examplenews.org, wherever it stands.
        alike = [domain for domain in others if best.name and name_key(best.name) in name_key(domain)]
        return Publisher(best.id, best.name, next(filter(None, [*alike, *near]), None))
    return best


def _standing(sign: Sign) -> tuple[bool, bool, int]:
    """Whom to believe first: what leaves little doubt, of this whose terms are known, of these the one that tells best."""
    return sign.rank >= _DOUBTFUL, not _has_pack(sign), sign.rank


def _earlier(signs: Iterable[Sign], publisher: Publisher | None) -> Iterator[Publisher]:
    """The other publishers that certain credit lines name, each once."""
    seen = {_key(publisher)} if publisher else set()
    for sign in signs:
        who = sign.publisher if sign.rank in _CREDITED else None
        if who and who.name and not seen & {_key(who), who.domain}:
            seen |= {_key(who), who.domain or ""} - {""}
            yield who


def _key(publisher: Publisher) -> str:
    return name_key(publisher.name or "") or publisher.domain or ""


def _has_pack(sign: Sign) -> bool:
    return sign.publisher is not None and sign.publisher.id is not None


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text if len(text) <= 120 else text[:117] + '…'}”"
