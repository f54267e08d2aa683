"""Sentences -> clauses: which requirements a sentence states, how strongly, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.page.host import name_key
from checker.page.text import fold
from checker.terms.drafting import options
from checker.terms.drafting.kinds import Kind, kinds
from checker.terms.drafting.language import Language, Rule
from checker.terms.drafting.values import Clause, Sentence

_NONE = "none"
_OPENING = " \"“”'‘’«(*_[:"
_ARTICLES = ("the ", "la ", "le ", "el ", "los ", "o ", "a ", "il ", "die ", "der ", "das ")


def clauses(sentences: Iterable[Sentence], language: Language, names: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses of a page, in its order. `names` are keys of the publisher's names."""
    return tuple(clause for sentence in sentences for clause in _of_sentence(sentence, language, names))


def _of_sentence(sentence: Sentence, language: Language, names: frozenset[str]) -> Iterator[Clause]:
    whole = sentence.whole
    folded = fold(whole)
    found: dict[str, Clause] = {}
    for cue in language.cues:
        kind = kinds()[cue.says["type"]]
        if kind.name not in found and (span := _span(cue, whole, folded, sentence.start, names)):
            strength = cue.says.get("strength") or _strength(kind, folded, span, language)
            if strength != _NONE:
                found[kind.name] = _clause(kind, strength, sentence, folded, language)
    yield from found.values()


def _span(cue: Rule, whole: str, folded: str, start: int, names: frozenset[str]) -> tuple[int, int] | None:
    """Where a cue stands; one that needs a name behind it, where there is one."""
    spans = cue.all(folded, start)
    if not cue.says.get("named"):
        return next(spans, None)
    return next((span for span in spans if _is_name(whole[span[1] :], whole, names)), None)


def _is_name(rest: str, whole: str, names: frozenset[str]) -> bool:
    """True where a text starts with a name: the publisher's, or a capital letter where not every word has one."""
    rest = rest.lstrip(_OPENING)
    rest = next((rest[len(word) :] for word in _ARTICLES if rest.lower().startswith(word)), rest).lstrip(_OPENING)
    key = name_key(rest[:60])
    if any(key.startswith(name) for name in names):
        return True
    words = [word for word in whole.split() if word[0].isalpha()]
    titled = sum(word[0].isupper() for word in words) * 2 > len(words) > 4
    return rest[:1].isupper() and not titled


def _clause(kind: Kind, strength: str, sentence: Sentence, folded: str, language: Language) -> Clause:
    quote = options.unmasked(sentence)
    return Clause(kind.name, strength, quote, _when(kind, folded, language), options.read(kind, sentence, language))


def _strength(kind: Kind, folded: str, span: tuple[int, int], language: Language) -> str:
    """The strength of the modal word that stands nearest before a cue's end, else of the first after it, else the type's own."""
    marks = sorted(
        (place[0], str(rule.says["strength"]))
        for rule in language.strengths
        for place in rule.all(folded)
        if rule.says["strength"] in kind.takes | {_NONE} and (not rule.types or kind.name in rule.types)
    )
    before = [strength for at, strength in marks if at < span[1]]
    after = [strength for at, strength in marks if at >= span[1] and strength != _NONE]
    return before[-1] if before else after[0] if after else kind.strength


def _when(kind: Kind, folded: str, language: Language) -> Mapping[str, Any]:
    """The facts that a sentence makes conditions; a fact that it asks for twice with two values is none."""
    wanted: dict[str, list[Any]] = {}
    for rule in language.conditions:
        if (not rule.types or kind.name in rule.types) and rule.find(folded):
            for fact, value in rule.says["set"].items():
                wanted.setdefault(fact, []).append(value)
    return {fact: values[0] for fact, values in wanted.items() if all(value == values[0] for value in values)}
