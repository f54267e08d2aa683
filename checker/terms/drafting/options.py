"""What can be read from a sentence about a requirement's options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.page.text import fold
from checker.terms.drafting import licence, quotes, toml
from checker.terms.drafting.kinds import Kind
from checker.terms.drafting.language import Language, Quantity
from checker.terms.drafting.values import Sentence

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_HANDLE = re.compile(r"(?<![\w.])[@#][A-Za-z]\w{2,29}\b(?!\.\w)")
_BRACKETS = re.compile(r"[\[<{]([^\[\]<>{}]{1,80})[\]>}]|\(([^()]{3,60})\)")
_PERSON = re.compile(r"(?<![^\W_])([Bb]y\s)?[A-Z][\w'’-]{1,20}(?:\s[A-Z][\w.'’-]{0,20}){1,3}(?=\s?[,/|]\s?\S)")
_LONGEST = 600
_LISTS = frozenset({"texts", "handles", "allowed"})


def read(kind: Kind, sentence: Sentence, language: Language) -> dict[str, Any]:
    """The options of a type that a sentence tells, in the type's order."""
    found = {**_worded(kind, sentence, language), **_counted(kind, sentence, language)}
    found |= _written(kind, sentence, language)
    return {name: found[name] for name in kind.options if name in found}


def email(text: str) -> str | None:
    """The first address for mail in a text."""
    found = _EMAIL.search(text)
    return found[0].rstrip(".-") if found else None


def unmasked(sentence: Sentence) -> str:
    """The sentence as the page has it."""
    wordings = iter(sentence.wordings)
    text = quotes.MASKED.sub(lambda _: f"“{next(wordings, ('', '…'))[1]}”", sentence.text)
    return f"{sentence.lead} {text}".strip() if sentence.lead else text


def placeholders(text: str, language: Language) -> str:
    """A wording as a template: what stands for something (`[Author Name]`, `Firstname Lastname`) as a placeholder."""
    text = _BRACKETS.sub(lambda found: _slot(found, language), text)
    for rule in language.slots:
        if not rule.says.get("bracketed") and (span := rule.find(fold(text))):
            text = f"{text[: span[0]]}{{{rule.says['slot']}}}{text[span[1] :]}"
    return text


def _slot(found: re.Match[str], language: Language) -> str:
    inner = found[1] or found[2]
    known = next((rule.says["slot"] for rule in language.slots if rule.find(fold(inner))), None)
    if known is None and found[2]:
        return found[0]
    return f"{{{known or 'any'}}}"


def _worded(kind: Kind, sentence: Sentence, language: Language) -> dict[str, Any]:
    """Options whose values are words of the data. What is a list gathers all that is said."""
    found: dict[str, Any] = {}
    folded = fold(sentence.whole)
    for rule in language.options:
        name, value = str(rule.says["option"]), rule.says["value"]
        if name not in kind.options or (rule.types and kind.name not in rule.types) or not rule.find(folded):
            continue
        if isinstance(value, list):
            found[name] = [*dict.fromkeys([*found.get(name, []), *value])]
        else:
            found.setdefault(name, value)
    return found


def _counted(kind: Kind, sentence: Sentence, language: Language) -> dict[str, Any]:
    folded = fold(sentence.whole)
    found: dict[str, Any] = {}
    for quantity in language.quantities:
        if quantity.option in kind.options and (not quantity.types or kind.name in quantity.types):
            for number in _numbers(quantity, folded):
                found.setdefault(quantity.option, number)
    return found


def _numbers(quantity: Quantity, folded: str) -> Iterator[int]:
    for match in quantity.pattern.finditer(folded):
        number = quantity.numbers.get(match[1]) or (int(match[1]) if match[1].isdecimal() else 0)
        if number > 0:
            yield number * quantity.factor


def _written(kind: Kind, sentence: Sentence, language: Language) -> dict[str, Any]:
    """Options that the page writes out: wordings, addresses, handles, licences."""
    texts = [_text(wording, language) for what, wording in sentence.wordings if what in kind.texts]
    texts = [*dict.fromkeys(text for text in texts if re.search(r"\w", re.sub(r"\{\w+\}", "", text)))]
    found: dict[str, Any] = {"texts": texts, "text": texts[0]} if texts else {}
    found |= {"handles": [*dict.fromkeys(_HANDLE.findall(unmasked(sentence)))]}
    found |= {"contact": email(unmasked(sentence)), "license": licence.named(sentence.text, sentence.links)}
    return {name: value for name, value in found.items() if value}


def _text(wording: str, language: Language) -> str:
    text = _PERSON.sub(lambda found: f"{found[1] or ''}{{author}}", wording) if _is_byline(wording) else wording
    text = placeholders(text, language)
    return toml.clean(re.sub(r"\{(?!\w+\})|(?<!\w)\}", "", text), _LONGEST).strip(" ,")


def _is_byline(wording: str) -> bool:
    return len(wording.split()) <= 10 and not _BRACKETS.search(wording)
