"""The rule packs of a call: those of the program, those that the configuration names, and one that the call names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.config import Config
    from checker.terms.library import Library
    from checker.terms.pack import Terms


def own_packs(config: Config, terms_file: str | None, *, strict: bool, private: bool = False) -> list[Terms]:
    """The user's own packs; that of the call comes last. Raises RulesError for one that is not valid.

    `private` lets the one of the call be fetched from an address of a private network.
    """
    if not (config.terms or terms_file):
        return []
    from checker.terms import own  # noqa: PLC0415  (what validates packs is read only where there are any)

    configured = own.read(map(_as_seen_from_here, config.terms), strict=strict)
    if terms_file is None:
        return configured
    given = _given(terms_file, strict=strict, private=private)
    return [*(terms for terms in configured if terms.id not in {each.id for each in given}), *given]


def _given(terms_file: str, *, strict: bool, private: bool) -> list[Terms]:
    from checker.terms import own  # noqa: PLC0415

    if is_address(terms_file):
        return own.fetch(terms_file, strict=strict, private=private)
    return own.read([Path(terms_file)], strict=strict)


def _as_seen_from_here(place: Path) -> Path:
    """A path as users know it, for messages."""
    here = Path.cwd()
    return place.relative_to(here) if place.is_relative_to(here) else place


def library(own: Sequence[Terms]) -> Library:
    """All packs that recognition and judgement may use."""
    from checker.terms.library import packaged  # noqa: PLC0415

    return packaged().with_own(own)


def configured() -> Library:
    """The packs of the program with those that the configuration names."""
    from checker import config  # noqa: PLC0415

    settled = config.find(Path.cwd())
    return library(own_packs(settled, None, strict=settled.strict))


def is_address(place: str) -> bool:
    """True for a web address, where a file could stand too."""
    return place.lower().startswith(("http://", "https://"))
