"""Files -> the values that stand in them. A pack's head, all before its first version, can be read alone."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from checker.errors import RulesError

MAX_BYTES = 1024 * 1024
_VERSION = "\n[[version]]"


def text_of(file: Path) -> str:
    """A pack's source. Raises RulesError that names the file."""
    try:
        with file.open("rb") as handle:
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
        return tomllib.loads(source)
    except (ValueError, RecursionError) as error:
        raise RulesError(f"{name}: not a TOML file: {error}") from error


def head_of(file: Path) -> dict[str, Any]:
    """What a packaged pack says before its versions: all that recognition needs, and a fifth of the work."""
    return values_of(text_of(file).partition(_VERSION)[0], file)
