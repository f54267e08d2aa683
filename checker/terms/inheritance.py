"""A pack with what it extends filled in: licences, families, other packs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from checker.errors import RulesError
from checker.terms.pack import Demand, Gate, Terms, Version

_MAX_DEPTH = 8
Lookup = Callable[[str], Terms]


def resolved(terms: Terms, lookup: Lookup, above: tuple[str, ...] = ()) -> Terms:
    """A pack whose versions hold all that they inherit.

    A later base overrides an earlier one and the pack its bases, by the requirement's id. Of a base, the version counts that was in
    force when the pack's own began. Raises RulesError for a pack that extends itself, or one that `lookup` does not know.
    """
    chain = (*above, terms.id)
    if terms.id in above or len(chain) > _MAX_DEPTH:
        raise RulesError(f"the rule pack {terms.id}: it extends itself ({' -> '.join(chain)})")
    bases = [resolved(lookup(name), lookup, chain) for name in terms.profile.extends]
    license_ = terms.profile.license or next((base.profile.license for base in bases if base.profile.license), None)
    notices = tuple(notice for base in bases for notice in base.notices)
    head = replace(terms.profile, license=license_, notices=(*terms.notices, *notices))
    return Terms(head, tuple(_filled(terms.id, version, bases) for version in terms.versions))


def _filled(pack: str, version: Version, bases: Iterable[Terms]) -> Version:
    inherited: dict[str, Demand] = {}
    gates: tuple[Gate, ...] = ()
    for base in bases:
        held = base.version_of(version.since or date.max)
        inherited |= {demand.id: demand for demand in held.demands}
        gates += held.gates
    _check(pack, version, inherited)
    own = {demand.id for demand in version.demands}
    kept = [demand for name, demand in inherited.items() if name not in own and name not in version.removed]
    return replace(version, demands=(*version.demands, *kept), gates=(*version.gates, *gates))


def _check(pack: str, version: Version, inherited: Mapping[str, Demand]) -> None:
    """What is taken out or taken back must be there: a misspelt name would quietly change nothing."""
    for name in version.removed:
        if name not in inherited:
            raise RulesError(f"the rule pack {pack}: {name!r} is removed, but not inherited{_nearest(name, inherited)}")
    demands = (*version.demands, *inherited.values())
    known = {demand.id for demand in demands} | {name for demand in demands for name in demand.test.types}
    for demand in version.demands:
        for name in demand.silences:
            if name not in known:
                hint = _nearest(name, known)
                raise RulesError(f"the rule pack {pack}: {demand.id} silences {name!r}, which it does not have{hint}")


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""
