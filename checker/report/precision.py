"""How sure a type's findings are, in the words of code scanning, from what was measured (rules/accuracy.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from checker.data import folder

_FEWEST = 10
"""Of fewer right findings than this, the share of right ones says too little."""
_WORDS = ((0.99, "very-high"), (0.95, "high"), (0.8, "medium"), (0.0, "low"))


def precision(kind: str) -> str | None:
    """`very-high` (from 99 % right), `high` (95 %), `medium` (80 %) or `low`; None where too few pages were measured."""
    measured = _accuracy().get(kind, {})
    right = measured.get("recall", 0) * measured.get("lacking", 0)
    if "precision" not in measured or right < _FEWEST:
        return None
    return next(word for least, word in _WORDS if measured["precision"] >= least)


@cache
def _accuracy() -> Mapping[str, Mapping[str, float]]:
    read = tomllib.loads((folder("rules") / "accuracy.toml").read_text("utf-8"))
    return {kind: found for kind, found in read.items() if isinstance(found, dict)}
