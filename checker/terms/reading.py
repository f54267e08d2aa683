"""TOML files -> the values that stand in them, within bounds. A pack's head, all before its first version, can be read alone."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checker.documents import files
from checker.errors import RulesError

MAX_BYTES = 1024 * 1024
MOST_VALUES = 5000
_DEEPEST = 20
_LONGEST = 300
_VERSION = "\n[[version]]"


def text_of(file: Path) -> str:
    """A TOML file's source. Raises RulesError that names the file."""
    try:
        with open(file, "rb", opener=files.unwaiting) as handle:
            content = handle.read(MAX_BYTES + 1)
    except OSError as error:
        raise RulesError(f"{file}: {error.strerror or error}") from error
    if len(content) > MAX_BYTES:
        raise RulesError(f"{file}: larger than {MAX_BYTES} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RulesError(f"{file}: not a TOML file: it is not UTF-8 ({error.reason})") from error


def values_of(source: str, name: object) -> dict[str, Any]:
    """The values in a TOML text. Raises RulesError that says where it goes wrong, under the name of its file."""
    try:
        values = tomllib.loads(source)
    except RecursionError as error:
        raise RulesError(_too_deep(name)) from error
    except ValueError as error:
        raise RulesError(f"{name}: not a TOML file: {' '.join(str(error).split())[:_LONGEST]}") from error
    _measure(values, name)
    return values


def _measure(values: Any, name: object) -> None:
    """Raises RulesError for a file of so many values, or so deep ones, that to look for what is wrong in it would have no end."""
    level, count = [values], 0
    for _ in range(_DEEPEST):
        inner = [each for value in level for each in _inside(value)]
        count += len(inner)
        if count > MOST_VALUES:
            raise RulesError(f"{name}: not a TOML file of this kind, too large: it has more than {MOST_VALUES} values")
        if not inner:
            return
        level = inner
    raise RulesError(_too_deep(name))


def _too_deep(name: object) -> str:
    return f"{name}: not a TOML file of this kind, too deep: it has more than {_DEEPEST} tables or lists in each other"


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def head_of(file: Path) -> dict[str, Any]:
    """What a packaged pack says before its versions: all that recognition needs, and a fifth of the work."""
    return values_of(text_of(file).partition(_VERSION)[0], file)
