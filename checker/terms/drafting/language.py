"""The cues of a language, from `rules/drafting/<tag>.toml`. The templates are those of the wording files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from checker import data
from checker.errors import RulesError
from checker.wording.template import Template, starts

TYPES = "types"
_TABLES = ("quote", "slot", "strength", "when", "option", "quantity", "cue")
_KEYS = frozenset({"language", "page", "words", "numbers", *_TABLES})
_SEARCHED = ("any", "unless")
_PAGE = ("topic", "other", "introduces", "leads")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Templates that tell something: any of `any`, unless one of `unless` is in the same sentence.

    `says` is what they tell: a kind of quote, a strength, a condition, or an option and its value. `types` are the requirement
    types that it tells something about; all if empty.
    """

    any: tuple[Template, ...]
    unless: tuple[Template, ...] = ()
    says: Mapping[str, Any] = field(default_factory=dict)
    types: tuple[str, ...] = ()

    def all(self, folded: str, start: int = 0) -> Iterator[tuple[int, int]]:
        """Where in a folded sentence its templates stand, as far as they end behind `start`."""
        spans = [span for template in self.any for span in _spans(template, folded, start)]
        # Most sentences hold none of them: what bars them is looked for only then.
        if spans and not any(True for template in self.unless for _ in _spans(template, folded, 0)):
            yield from spans

    def find(self, folded: str, start: int = 0) -> tuple[int, int] | None:
        """The first of these places; None where there is none."""
        return next(self.all(folded, start), None)


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """A number that an option takes: the pattern finds it before its unit, and `factor` turns it into the option's unit."""

    option: str
    pattern: re.Pattern[str]
    numbers: Mapping[str, int]
    factor: int = 1
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language's cues, each table in the order of its file."""

    tag: str
    topic: Rule
    """What a page of terms speaks of."""
    other: Rule
    """Headings of parts that are no terms."""
    introduces: Rule
    """What stands before a wording that has no quotes."""
    leads: Rule
    """Headings that are the beginning of each sentence below them."""
    quotes: tuple[Rule, ...]
    slots: tuple[Rule, ...]
    strengths: tuple[Rule, ...]
    conditions: tuple[Rule, ...]
    options: tuple[Rule, ...]
    quantities: tuple[Quantity, ...]
    cues: tuple[Rule, ...]


@cache
def languages() -> Mapping[str, Language]:
    """All languages that there is a file for, by tag. Raises RulesError."""
    files = sorted((data.folder("rules") / "drafting").glob("*.toml"))
    return {file.stem: read(file) for file in files if file.stem != TYPES}


def read(file: Path) -> Language:
    """The language in a file. Raises RulesError that names it."""
    try:
        return _language(tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, RulesError) as error:
        raise RulesError(f"{file}: not a drafting file: {error}") from error


def _language(values: Mapping[str, Any]) -> Language:
    if unknown := set(values) - _KEYS:
        raise ValueError(f"there is no table {min(unknown)!r}")
    words, numbers = values.get("words", {}), values.get("numbers", {})

    def rules(table: str) -> tuple[Rule, ...]:
        return tuple(_rule(entry, words) for entry in values.get(table, ()))

    topic, other, introduces, leads = (Rule(_templates(values["page"].get(name, ()), words)) for name in _PAGE)
    return Language(
        values["language"],
        topic=topic,
        other=other,
        introduces=introduces,
        leads=leads,
        quotes=rules("quote"),
        slots=rules("slot"),
        strengths=rules("strength"),
        conditions=rules("when"),
        options=rules("option"),
        quantities=tuple(_quantity(entry, numbers) for entry in values.get("quantity", ())),
        cues=rules("cue"),
    )


def _quantity(entry: Mapping[str, Any], numbers: Mapping[str, int]) -> Quantity:
    said, units = ("|".join(map(re.escape, each)) for each in (numbers, entry["units"]))
    pattern = re.compile(
        rf"\b(\d{{1,5}}|{said})[ -]{{0,2}}(?:{units})(?!\w)" if said else rf"\b(\d{{1,5}})[ -]{{0,2}}(?:{units})"
    )
    return Quantity(entry["option"], pattern, numbers, entry.get("factor", 1), tuple(entry.get("types", ())))


def _rule(entry: Mapping[str, Any], words: Mapping[str, Sequence[str]]) -> Rule:
    says = {key: value for key, value in entry.items() if key not in {*_SEARCHED, "types"}}
    anyone, unless = (_templates(entry.get(key, ()), words) for key in _SEARCHED)
    return Rule(anyone, unless, says, tuple(entry.get("types", ())))


def _templates(texts: Iterable[str], words: Mapping[str, Sequence[str]]) -> tuple[Template, ...]:
    return tuple(Template(text, words) for text in texts)


def _spans(template: Template, folded: str, start: int) -> Iterator[tuple[int, int]]:
    if any(map(folded.__contains__, template.anchors)):
        places = {start, *starts(folded)} if template.at_start else ()
        for found in template.regex.finditer(folded):
            # An optional word at the beginning leaves the space before the next one.
            first = found.end() - len(found[0].lstrip())
            if found.end() > start and (not template.at_start or first in places):
                yield first, found.end()
