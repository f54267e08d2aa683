"""The rule packs of a call: those of the program, those that the configuration names, and one that the call names."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from checker.documents.web.settings import Limits
from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.adoption.per_path import PerPath
    from checker.config import Config
    from checker.terms.library import Library
    from checker.terms.pack import Terms


def own_packs(config: Config, terms_file: str | None, *, strict: bool, limits: Limits | None = None) -> list[Terms]:
    """The user's own packs; that of the call comes last. Raises RulesError for one that is not valid.

    `limits` hold where the one of the call is fetched.
    """
    if not (config.terms or terms_file):
        return []
    from checker.terms import own  # noqa: PLC0415  (what validates packs is read only where there are any)

    configured = own.read(map(as_seen_from_here, config.terms), strict=strict)
    if terms_file is None:
        return configured
    given = _given(terms_file, limits or Limits(), strict=strict)
    return [*(terms for terms in configured if terms.id not in {each.id for each in given}), *given]


def _given(terms_file: str, limits: Limits, *, strict: bool) -> list[Terms]:
    from checker.terms import own  # noqa: PLC0415

    if is_address(terms_file):
        return own.fetch(terms_file, limits, strict=strict)
    return own.read([Path(terms_file)], strict=strict)


def as_seen_from_here(place: Path) -> Path:
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

    settled = config.settled(None, Path.cwd())
    return library(own_packs(settled, None, strict=settled.strict))


def per_path(config: Config, library: Library) -> PerPath:
    """The configuration's rules for single paths, with the packs that they name. Raises UsageError for what there is not."""
    from checker.adoption.per_path import PerPath  # noqa: PLC0415

    try:
        _all_known({name for rule in config.paths for name in rule.severity}, library)
        return PerPath(config, {rule.terms: library.called(rule.terms) for rule in config.paths if rule.terms})
    except UsageError as error:
        raise UsageError(f"{as_seen_from_here(config.file) if config.file else ''}: paths: {error}") from error


def _all_known(names: set[str], library: Library) -> None:
    """Raises UsageError for a requirement that is neither a type nor in any pack."""
    from checker.adoption import inline  # noqa: PLC0415
    from checker.requirements import TYPES  # noqa: PLC0415

    if unknown := sorted(names.difference(TYPES, {inline.TYPE})):
        demands = (demand for terms in library.values() for version in terms.versions for demand in version.demands)
        known = {*TYPES, *(demand.id for demand in demands)}
        for name in unknown:
            if name not in known:
                near = get_close_matches(name, sorted(known), 1)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                raise UsageError(f"severity: there is no requirement {name!r}{hint}")


def is_address(place: str) -> bool:
    """True for a web address, where a file could stand too."""
    return place.lower().startswith(("http://", "https://"))


def web_address(option: str, given: str) -> str:
    """The address that an option gives. Raises UsageError where it is none."""
    from checker.documents.web.answer import is_web  # noqa: PLC0415  (few calls name one)

    if not is_web(given) or not given.isprintable() or " " in given:
        raise UsageError(f"{option} {given!r}: no http(s) address")
    return given
