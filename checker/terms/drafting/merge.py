"""Clauses -> requirements: what several sentences say about one thing becomes one, with all of them beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from checker.terms.drafting.kinds import Kind, kinds, phrases
from checker.terms.drafting.values import Clause, Drafted

_RANKS = ("may", "should", "ask_first", "must_not", "must")
_QUOTES = 6


class _Phrases(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return phrases().get(key, {}).get("", "")


def requirements(clauses: Iterable[Clause], publisher: str) -> tuple[Drafted, ...]:
    """The requirements that clauses amount to, in the order of their first sentences, each with an id of its own."""
    groups: dict[tuple[str, str], list[Clause]] = {}
    for clause in clauses:
        groups.setdefault((clause.type, repr(sorted(clause.when.items()))), []).append(clause)
    joined = _without_echoes([_joined(group) for group in groups.values()])
    seen: set[str] = set()
    return tuple(_worded(_named(group, seen), publisher) for group in joined)


def _joined(group: Sequence[Clause]) -> Clause:
    """One clause for several: the strongest, with the options of all; the first sentence that tells an option is believed."""
    strongest = max(group, key=lambda clause: _RANKS.index(clause.strength))
    options = {name: value for clause in reversed(group) for name, value in clause.options.items()}
    quotes = dict.fromkeys(clause.quote for clause in group)
    return replace(strongest, quote="\n".join([*quotes][:_QUOTES]), options=options)


def _without_echoes(clauses: Sequence[Clause]) -> list[Clause]:
    """What is asked under a condition is not asked again where it is asked always."""
    always = {clause.type: clause for clause in clauses if not clause.when}
    kept: list[Clause] = []
    for clause in clauses:
        general = always.get(clause.type)
        if not clause.when or general is None or not _echoes(clause, general):
            kept.append(clause)
    return kept


def _echoes(clause: Clause, general: Clause) -> bool:
    weaker = _RANKS.index(clause.strength) <= _RANKS.index(general.strength)
    return (
        weaker
        and clause.strength != "may"
        and all(general.options.get(key) == value for key, value in clause.options.items())
    )


def _named(clause: Clause, seen: set[str]) -> tuple[Clause, str | None]:
    """The clause with the id that it needs: its type, and what tells it from others of its type."""
    values = "-".join(str(value).lower() for value in clause.when.values() if isinstance(value, str))
    wanted = clause.type if clause.type not in seen else f"{clause.type}-{values or 'more'}"
    name = next(
        each
        for number in range(1, len(seen) + 3)
        if (each := wanted if number == 1 else f"{wanted}-{number}") not in seen
    )
    seen.add(name)
    return clause, None if name == clause.type else name


def _worded(named: tuple[Clause, str | None], publisher: str) -> Drafted:
    clause, name = named
    kind = kinds()[clause.type]
    options = {**{key: value for key, value in kind.needs.items() if not _given(key, clause.options)}, **clause.options}
    ordered = {key: options[key] for key in kind.options if key in options}
    words = _clause_of(kind, clause.strength, ordered, publisher)
    return Drafted(clause.type, clause.strength, words, tuple(clause.quote.split("\n")), clause.when, ordered, name)


def _given(key: str, options: Mapping[str, Any]) -> bool:
    return key in options or (key in {"text", "texts"} and bool({"text", "texts"} & set(options)))


def _clause_of(kind: Kind, strength: str, options: Mapping[str, Any], publisher: str) -> str:
    template = kind.clauses.get(strength) or kind.clauses.get("") or next(iter(kind.clauses.values()))
    said = _Phrases({name: _said(name, value) for name, value in options.items()}, publisher=publisher)
    return template.format_map(said)


def _said(name: str, value: Any) -> str:
    known = phrases().get(name, {})
    if isinstance(value, list):
        return known.get("*", "{}").format(", ".join(known.get(str(each), str(each)) for each in value))
    return known.get(str(value)) or known.get("*", "{}").format(value)
