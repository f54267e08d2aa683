"""Facts and the conditions on them. Every fact has a third value, unknown, and conditions keep it (Kleene's logic)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from checker.errors import UsageError
from checker.model import Form

FACTS: Mapping[str, str] = {
    "audience": "choice",
    "medium": "choice",
    "commercial": "flag",
    "paywall": "flag",
    "permission": "flag",
    "partner": "flag",
    "own_work": "flag",
    "country": "code",
    "edition": "code",
    "language": "tag",
    "form": "choice",
    "translated": "flag",
    "edited": "flag",
    "additions": "flag",
    "shortened": "flag",
    "extract": "flag",
    "days_since_original": "number",
    "original_date": "date",
    "page_date": "date",
    "article_license": "code",
    "third_party": "flag",
    "republish_button": "flag",
}
"""Every fact that a condition may ask for, and what its values are."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "form": tuple(form.value for form in Form),
    "audience": ("community", "noncommercial", "commercial", "print"),
    "medium": ("online", "print", "audio", "video"),
}

NEEDS_ORIGINAL = frozenset(
    {
        "additions",
        "article_license",
        "days_since_original",
        "edited",
        "extract",
        "original_date",
        "republish_button",
        "shortened",
        "third_party",
        "translated",
    }
)
"""Facts that are unknown as long as nobody shows the original."""

Facts = Mapping[str, Any]
"""What is known of a page; a fact that is not there is unknown."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition: `how` is `all`, `any`, `not` or `is`; an `is` asks one fact for a value."""

    how: str
    parts: tuple[Condition, ...] = ()
    fact: str = ""
    wanted: Any = None

    def holds(self, facts: Facts) -> bool | None:
        """Whether it holds; None where that hangs on something unknown."""
        if self.how == "is":
            value = facts.get(self.fact)
            return None if value is None else _TESTS[FACTS[self.fact]](value, self.wanted)
        held = [part.holds(facts) for part in self.parts]
        if self.how == "not":
            return None if held[0] is None else not held[0]
        # One False decides an "all" and one True an "any", whatever is unknown.
        decisive = self.how == "any"
        if decisive in held:
            return decisive
        return None if None in held else not decisive

    def unknown(self, facts: Facts) -> tuple[str, ...]:
        """The facts that it asks for and that are unknown, sorted."""
        if self.how == "is":
            return (self.fact,) if facts.get(self.fact) is None else ()
        return tuple(sorted({name for part in self.parts for name in part.unknown(facts)}))

    def __str__(self) -> str:
        if self.how == "is":
            return f"{self.fact.replace('_', ' ')} is {_said(self.wanted)}"
        if self.how == "not":
            inner = self.parts[0]
            return str(inner).replace(" is ", " is not ", 1) if inner.how == "is" else f"not ({inner})"
        joined = f" {'and' if self.how == 'all' else 'or'} ".join(str(part) for part in self.parts)
        return joined if len(self.parts) == 1 else f"({joined})"


def condition(values: Mapping[str, Any]) -> Condition:
    """The condition in a `when` table, which the schema has found valid."""
    parts: list[Condition] = []
    for key, value in values.items():
        if key == "not":
            parts.append(Condition("not", (condition(value),)))
        elif key in {"any", "all"}:
            parts.append(Condition(key, tuple(condition(part) for part in value)))
        else:
            parts.append(Condition("is", fact=key, wanted=_frozen(value)))
    return parts[0] if len(parts) == 1 else Condition("all", tuple(parts))


def declared(given: Sequence[str]) -> dict[str, Any]:
    """Facts as they are declared: `partner=true`, `edition=au`. Raises UsageError for what is no fact or no value of it."""
    facts: dict[str, Any] = {}
    for text in given:
        name, found, value = text.partition("=")
        if not found:
            raise UsageError(f"the fact {text!r}: write it as NAME=VALUE")
        facts[name] = value_of(name, value)
    return facts


def value_of(name: str, value: object) -> Any:
    """A fact's value from text or from a configuration. Raises UsageError."""
    if name not in FACTS:
        near = get_close_matches(name, FACTS, 1)
        raise UsageError(
            f"there is no fact {name!r}; {f'did you mean {near[0]!r}?' if near else 'known are ' + ', '.join(FACTS)}"
        )
    try:
        return _READERS[FACTS[name]](name, value)
    except ValueError as error:
        raise UsageError(f"the fact {name}: {value!r} {error}") from error


def _choice(name: str, value: object) -> str:
    if value not in CHOICES[name]:
        raise ValueError(f"is none of {', '.join(CHOICES[name])}")
    return str(value)


def _flag(_: str, value: object) -> bool:
    read = {"true": True, "yes": True, "false": False, "no": False}.get(str(value).lower())
    if read is None:
        raise ValueError("is neither true nor false")
    return read


def _number(_: str, value: object) -> float:
    try:
        return float(str(value))
    except ValueError as error:
        raise ValueError("is no number") from error


def _date(_: str, value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise ValueError("is no date (YYYY-MM-DD)") from error


def _text(_: str, value: object) -> str:
    if not str(value).strip():
        raise ValueError("is empty")
    return str(value)


_READERS: Mapping[str, Callable[[str, object], Any]] = {
    "choice": _choice,
    "flag": _flag,
    "number": _number,
    "date": _date,
    "tag": _text,
    "code": _text,
}


def _is_one_of(value: Any, wanted: Any) -> bool:
    return str(value).lower() in {str(one).lower() for one in _several(wanted)}


def _is_in_language(value: Any, wanted: Any) -> bool:
    """`en` holds for `en-GB`, as in BCP-47's basic filtering (RFC 4647, section 3.3.1)."""
    tag = str(value).lower().replace("_", "-")
    return any(tag == one or tag.startswith(one + "-") for one in (str(one).lower() for one in _several(wanted)))


def _is_in_range(value: float, wanted: Any) -> bool:
    limits = dict(wanted)
    return bool(limits.get("over", float("-inf")) < value < limits.get("under", float("inf")))


def _is_in_time(value: date, wanted: Any) -> bool:
    limits = {key: date.fromisoformat(day) for key, day in wanted}
    return bool(limits.get("from", date.min) <= value) and ("until" not in limits or bool(value < limits["until"]))


_TESTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "choice": _is_one_of,
    "flag": lambda value, wanted: value is wanted,
    "number": _is_in_range,
    "date": _is_in_time,
    "tag": _is_in_language,
    "code": _is_one_of,
}


def _several(wanted: Any) -> tuple[Any, ...]:
    return wanted if isinstance(wanted, tuple) else (wanted,)


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return tuple(sorted(value.items())) if isinstance(value, dict) else value


def _said(wanted: Any) -> str:
    if isinstance(wanted, bool):
        return "true" if wanted else "false"
    if isinstance(wanted, tuple) and wanted and isinstance(wanted[0], tuple):
        return " and ".join(f"{key} {value}" for key, value in wanted)
    return " or ".join(str(one) for one in _several(wanted))
