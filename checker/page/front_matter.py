"""Front matter: YAML between `---`, TOML between `+++`, a JSON object, or a header of plain lines, at the very start of a file.

Only scalars are kept, as they are written, and nothing is constructed: tags and aliases of YAML have no effect.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sized
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker import data
from checker.page.page import FrontMatterEntry

if TYPE_CHECKING:
    import yaml

_PLAIN = re.compile(r"^([A-Za-z][\w-]*):[ \t]+(\S[^\n]*)$", re.MULTILINE)
_FENCED = re.compile(
    r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?)(?:^|(?<=\n))(?:\1|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL
)
_HEADER = re.compile(
    r"\ufeff?(?=(?:title|date|author|slug):)(?:[a-z][\w-]*:(?:[ \t][^\r\n]*)?(?:\r\n|\r|\n)(?:[ \t]+[^\r\n]+(?:\r\n|\r|\n))*){2,}"
    r"(?=[ \t]*(?:\r\n|\r|\n|\Z))",
    re.IGNORECASE,
)
"""The metadata of MultiMarkdown, which Pelican has too: lines of keys up to the first empty one, and no fence."""
_JSON = re.compile(r"\s{0,80}(?=\{)")
"""Hugo reads over what is empty above an object of JSON."""
_TABLE = re.compile(r"^(?:params|extra)\.")
"""Where Hugo and Zola keep the keys that they do not know themselves."""
_FENCE = re.compile(r"\ufeff?(?:---|\+\+\+)[ \t]*[\r\n]")
_LIMIT = 256 * 1024
_MAX_ENTRIES = 2000
_MAX_DEPTH = 20
_MAX_NESTING = 200


def with_roles(
    entries: Iterable[FrontMatterEntry], keys: Mapping[str, Iterable[str]] = MappingProxyType({})
) -> tuple[FrontMatterEntry, ...]:
    """The entries with what their keys say of the original (rules/front_matter.toml), whatever the case, `_` and `-` of a key.

    `keys` are further ones, by role.
    """
    further = {_bare(key): role for role, names in keys.items() for key in names}
    return tuple(replace(entry, roles=_with(further, entry.key)) for entry in entries)


def roles_of(key: str) -> tuple[str, ...]:
    """What a key says of the original, whatever its case, `_` and `-`."""
    return _roles().get(_bare(key), ())


def _with(further: Mapping[str, str], key: str) -> tuple[str, ...]:
    known, own = roles_of(key), further.get(_bare(key))
    return (*known, own) if own and own not in known else known


def _bare(key: str) -> str:
    """A key as keys are compared, without the table that a generator keeps a site's own keys in."""
    return _TABLE.sub("", key.lower()).replace("_", "").replace("-", "")


@cache
def _roles() -> Mapping[str, tuple[str, ...]]:
    values = tomllib.loads((data.folder("rules") / "front_matter.toml").read_text("utf-8"))
    roles: dict[str, tuple[str, ...]] = {}
    for role, keys in values.items():
        for key in keys:
            roles[key] = (*roles.get(key, ()), role)
    return roles


def split(text: str) -> tuple[tuple[FrontMatterEntry, ...], int]:
    """The entries of a text's front matter, and where the text proper starts (0 where there is none).

    Front matter that cannot be read gives no entries, but is still not part of the text.
    """
    match = _FENCED.match(text, 0, _LIMIT)
    if match:
        reader = _yaml if match[1] == "---" else _toml
        return tuple(reader(match[2], match.start(2))), match.end()
    if opening := _JSON.match(text):
        return _json(text, opening.end())
    if header := _HEADER.match(text, 0, _LIMIT):
        return tuple(_limited(replace(entry, key=entry.key.lower()) for entry in _lines(header[0], 0))), header.end()
    return (), 0


def is_crowded(text: str, entries: Sized) -> bool:
    """True where a text's front matter has more in it than is read: the rest of its entries is unknown."""
    is_long = len(text) > _LIMIT and _FENCE.match(text) and not _FENCED.match(text, 0, _LIMIT)
    return len(entries) >= _MAX_ENTRIES or bool(is_long)


def _yaml(text: str, start: int) -> Iterator[FrontMatterEntry]:
    import yaml  # noqa: PLC0415  (HTML pages have no front matter)

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if not _is_deep(yaml.parse(text, Loader=loader)):
            yield from list(_limited(_scalars(yaml.compose(text, Loader=loader), "", start, text, 0)))
            return
    except (RecursionError, ValueError):
        return
    except yaml.YAMLError:
        pass
    # "title: Rivers: a story" is no YAML, and yet on many a page: then line by line, as far as that goes.
    yield from _limited(_lines(text, start))


def _lines(text: str, start: int) -> Iterator[FrontMatterEntry]:
    for found in _PLAIN.finditer(text):
        value = found[2].strip().strip("\"'")
        if value and value[0] not in "[{|>&*!":
            yield FrontMatterEntry(found[1], value, start + text.index(value, found.start(2)))


def _is_deep(events: Iterable[yaml.Event]) -> bool:
    """True where a text is nested so deeply that libyaml's composer, which is recursive, would crash the whole program."""
    import yaml  # noqa: PLC0415

    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_NESTING:
            return True
    return False


def _limited(entries: Iterator[FrontMatterEntry]) -> Iterator[FrontMatterEntry]:
    """Aliases can make a small text endless; nobody's front matter has so many entries."""
    for number, entry in enumerate(entries):
        if number >= _MAX_ENTRIES:
            return
        yield entry


def _scalars(node: yaml.Node | None, key: str, start: int, text: str, depth: int) -> Iterator[FrontMatterEntry]:
    import yaml  # noqa: PLC0415

    if depth > _MAX_DEPTH:
        return
    if isinstance(node, yaml.ScalarNode):
        index = node.start_mark.index
        quoted = text[index : index + 1] in {'"', "'"}
        yield FrontMatterEntry(key, node.value, start + index + quoted)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, key, start, text, depth + 1)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode):
                yield from _scalars(value, f"{key}.{name.value}" if key else name.value, start, text, depth + 1)


def _toml(text: str, start: int) -> Iterator[FrontMatterEntry]:
    # A key of many parts takes the square of their number.
    if any(line.partition("=")[0].count(".") > _MAX_NESTING for line in text.split("\n")):
        return
    try:
        values = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError):
        # No TOML, or a number of thousands of digits.
        return
    yield from _limited(_flat(values, "", text, start, 0))


def _json(text: str, start: int) -> tuple[tuple[FrontMatterEntry, ...], int]:
    try:
        values, end = json.JSONDecoder().raw_decode(text[:_LIMIT], start)
    except (ValueError, RecursionError):
        return (), 0
    return tuple(_limited(_flat(values, "", text, 0, 0))), end


def _flat(value: object, key: str, text: str, start: int, depth: int) -> Iterator[FrontMatterEntry]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(inner, f"{key}.{name}" if key else str(name), text, start, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _flat(inner, key, text, start, depth + 1)
    elif value is not None:
        written = str(value)
        found = re.search(rf"\b{re.escape(key.rpartition('.')[2])}\b[\"']?\s*[=:]", text)
        at = text.find(written, found.end() if found else 0)
        yield FrontMatterEntry(key, written, start + at if at >= 0 else None)
