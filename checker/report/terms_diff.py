"""What changed between two sets of terms, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.credit.snippets import escape_markdown
from checker.page.text import printable
from checker.report import inert
from checker.report.packs import test_values
from checker.terms.diff import Change, Difference, How, Statement
from checker.terms.pack import Test
from checker.terms.statements import Source

_READ = "A page's clauses are read by machine: look at each change on the page itself."


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two sets of terms, and what changed from the old to the new."""

    old: Source
    new: Source
    changes: Sequence[Change]

    @property
    def counts(self) -> Mapping[How, int]:
        """How many statements were added, removed and changed."""
        return {how: sum(change.how is how for change in self.changes) for how in How}

    @property
    def is_mixed(self) -> bool:
        """True where a pack is held against a page."""
        return self.old.kind != self.new.kind

    @property
    def labels(self) -> tuple[str, str]:
        """What the words of the old and of the new are called."""
        return (self.old.kind, self.new.kind) if self.is_mixed else ("was", "now")


def text(compared: Compared) -> str:
    """For a terminal: a line a change, and below it what it was and what it is."""
    lines = [_put("", f"{compared.old.name} -> {compared.new.name}")]
    for change in compared.changes:
        lines.append(_put(f"  {change.how.value:<7}  ", change.name + _said(change)))
        lines += [_put("      ", said) for said in _texts(change, compared.labels)]
    lines += [_put("", said) for said in _ending(compared)]
    return "".join(f"{line}\n" for line in lines)


def markdown(compared: Compared) -> str:
    """For an issue or a change log: a list a kind of change."""
    lines = [f"# {_escaped(compared.old.name)} → {_escaped(compared.new.name)}", ""]
    for how in How:
        changes = [change for change in compared.changes if change.how is how]
        lines += [f"## {how.value.capitalize()}", "", *_items(changes, compared.labels), ""] if changes else []
    return "\n".join([*lines, *map(_escaped, _ending(compared))]) + "\n"


def as_json(compared: Compared) -> str:
    """For programs: all that is known of each statement, before and after."""
    values = {
        "old": {"name": compared.old.name, "kind": compared.old.kind, "url": compared.old.url},
        "new": {"name": compared.new.name, "kind": compared.new.kind, "url": compared.new.url},
        "summary": {how.value: number for how, number in compared.counts.items()},
        "changes": [_change_values(change) for change in compared.changes],
    }
    return inert.dumps(values, indent=1) + "\n"


def _put(before: str, said: str) -> str:
    """A line that nothing in it can end, nor do anything to a terminal."""
    return before + printable(_line(said))


def _ending(compared: Compared) -> Iterator[str]:
    """The sum of it; and where a page was read, how far it is to be trusted."""
    counts = ", ".join(f"{number} {how.value}" for how, number in compared.counts.items() if number)
    number = len(compared.changes)
    yield f"{number} change{'' if number == 1 else 's'}: {counts}." if number else "Nothing changed."
    if number and compared.is_mixed:
        yield _READ


def _said(change: Change) -> str:
    """What happened, on one line, behind the name."""
    statement = change.new or change.old
    assert statement  # noqa: S101  (a change is of something)
    if change.how is not How.CHANGED:
        return f"{_manner(statement)}: {_line(statement.text)}"
    return f": {_line('; '.join(map(_difference, change.differences)))}"


def _manner(statement: Statement) -> str:
    condition = f"only where {statement.when}" if statement.when else None
    told = [_line(said) for said in (statement.strength, condition) if said]
    return f" ({', '.join(told)})" if told else ""


def _difference(found: Difference) -> str:
    if found.key == "clause":
        return "other words"
    return f"{found.key} {_value(found.old)} -> {_value(found.new)}"


def _texts(change: Change, labels: tuple[str, str]) -> list[str]:
    """The words of what changed: both where they differ."""
    if change.how is not How.CHANGED or not (change.old and change.new):
        return []
    before, after = change.old.text, change.new.text
    return (
        [f"{labels[0]}: {before}", f"{labels[1]}: {after}"] if before != after else [f"says: {after}"] if after else []
    )


def _items(changes: Sequence[Change], labels: tuple[str, str]) -> Iterator[str]:
    for change in changes:
        yield f"- `{change.name}`" + printable(escape_markdown(_said(change)))
        yield from (f"  - {_escaped(said)}" for said in _texts(change, labels))


def _change_values(change: Change) -> dict[str, Any]:
    return {
        "change": change.how.value,
        "name": change.name,
        "differences": [
            {"key": each.key, "old": _plain(each.old), "new": _plain(each.new)} for each in change.differences
        ],
        "old": _statement_values(change.old) if change.old else None,
        "new": _statement_values(change.new) if change.new else None,
    }


def _statement_values(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id or None,
        "types": list(statement.types),
        "strength": statement.strength,
        "when": statement.when,
        "options": {key: _plain(value) for key, value in statement.options.items()},
        "text": statement.text,
    }


def _plain(value: Any) -> Any:
    """A value as JSON has it; a test in a test as a pack writes it."""
    if isinstance(value, Test):
        return test_values(value)
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def _value(value: Any) -> str:
    """A value in words."""
    plain = _plain(value)
    if plain is None or plain == []:
        return "nothing"
    if isinstance(plain, list) and all(isinstance(each, str) for each in plain):
        return ", ".join(plain)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _line(text_: str) -> str:
    return " ".join(text_.split())


def _escaped(text_: str) -> str:
    return printable(escape_markdown(_line(text_)))
