"""Words that requirement types look for on a page, from rules/requirements.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from checker import data
from checker.page.text import fold


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of words, folded as page text is."""
    return tuple(fold(word) for word in _rules()[name])


@cache
def _rules() -> Mapping[str, Any]:
    return tomllib.loads((data.folder("rules") / "requirements.toml").read_text("utf-8"))
