"""The facts that conditions ask for: declared, seen on the page, or told by the original. What is missing is unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement, Audience, Form, Kind
from checker.page.published import published
from checker.terms.conditions import Facts

if TYPE_CHECKING:
    from checker.original.compare import Comparison
    from checker.original.original import Original

_EXTRACT = 0.5
_SHORTENED = 0.95
_MARKETS = {Audience.COMMERCIAL: True, Audience.COMMUNITY: False, Audience.NONCOMMERCIAL: False}


@dataclass(frozen=True, slots=True)
class Sources:
    """What facts are drawn from. `compared` and `original` are None where nobody showed the original."""

    scene: Scene
    acknowledgements: Sequence[Acknowledgement]
    audience: Audience
    languages: tuple[str, ...] = ()
    original: Original | None = None
    compared: Comparison | None = None
    form: Form | None = None


def gather(sources: Sources, declared: Facts) -> Facts:
    """All facts that are known; what is declared wins over what is seen."""
    found = {**_of_page(sources), **_of_original(sources), **declared}
    return {name: value for name, value in found.items() if value is not None}


def _of_page(sources: Sources) -> Mapping[str, Any]:
    page, audience = sources.scene.page, sources.audience
    return {
        "audience": audience.value,
        "medium": "print" if audience is Audience.PRINT else "online",
        "commercial": _MARKETS.get(audience),
        "language": page.language,
        "form": sources.form.value if sources.form else None,
        "own_work": True if sources.form is Form.CROSS_POST else None,
        "translated": _translated(sources),
        "page_date": published(page),
        "article_license": _license(sources.acknowledgements),
    }


def _translated(sources: Sources) -> bool | None:
    """True in another language than the original's or, where that is unknown, with a credit that says so or in a language in which
    the publisher does not publish.
    """
    if sources.compared and sources.compared.translated:
        return True
    own = _primary(sources.scene.page.language)
    first = _primary(sources.original.language) if sources.original else None
    if own and first:
        return own != first
    credited = any(ack.usable for ack in sources.acknowledgements if ack.kind is Kind.TRANSLATOR_CREDIT)
    if credited or sources.form is Form.TRANSLATION:
        return True
    known = {_primary(tag) for tag in sources.languages}
    return own not in known if own and known else None


def _of_original(sources: Sources) -> Mapping[str, Any]:
    original, compared = sources.original, sources.compared
    if original is None or compared is None:
        return {}
    # A translation has no word of the original: that says nothing of what was changed in it.
    texts = {} if _translated(sources) else _of_texts(compared)
    return {
        **texts,
        "original_date": original.published,
        "days_since_original": _days(original.published, published(sources.scene.page)),
        "third_party": original.third_party is not None,
        "republish_button": original.republish_button,
        **({"article_license": original.license} if original.license else {}),
    }


def _of_texts(compared: Comparison) -> Mapping[str, Any]:
    return {
        "edited": compared.edited,
        "additions": bool(compared.added),
        "shortened": compared.kept < _SHORTENED,
        "extract": compared.kept < _EXTRACT,
    }


def _days(first: date | None, then: date | None) -> int | None:
    return (then - first).days if first and then else None


def _license(acknowledgements: Sequence[Acknowledgement]) -> str | None:
    notices = (ack for ack in acknowledgements if ack.kind is Kind.LICENSE_NOTICE and ack.usable)
    return next((str(ack.details["license"]) for ack in notices if ack.details.get("license")), None)


def _primary(tag: str | None) -> str | None:
    return tag.replace("_", "-").split("-")[0].lower() if tag else None
