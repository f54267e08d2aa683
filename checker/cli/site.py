"""What a file's own site tells of its front matter: which key names a canonical address."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from checker import data
from checker.errors import TargetError

_NEIGHBOURS = 50
_BYTES = 65536
_MARKDOWN = (".md", ".markdown", ".mdx")


def canonical_key(target: str) -> str:
    """The key that the pages beside a file use most, else that of the site's generator, else the usual one."""
    folder = Path() if target == "-" else Path(target).resolve().parent
    return _of_folder(folder)


@cache
def _of_folder(folder: Path) -> str:
    known = _known()
    return _used(folder) or _generators(folder, known) or str(known["default"])


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads((data.folder("rules") / "generators.toml").read_text("utf-8"))


def _used(folder: Path) -> str | None:
    from checker.documents import files  # noqa: PLC0415  (the front matter of few sites is ever asked for)
    from checker.page import front_matter  # noqa: PLC0415
    from checker.page.decoding import decode  # noqa: PLC0415

    keys: Counter[str] = Counter()
    for page in islice((each for each in sorted(folder.iterdir()) if each.suffix.lower() in _MARKDOWN), _NEIGHBOURS):
        try:
            entries, _ = front_matter.split(decode(files.read(str(page), _BYTES).content).text)
        except TargetError:
            continue
        keys.update(entry.key for entry in entries if "canonical" in front_matter.roles_of(entry.key))
    # A nested key is written otherwise than a plain one.
    return next((key for key, _ in keys.most_common() if "." not in key), None)


def _generators(folder: Path, known: dict[str, Any]) -> str | None:
    for place in (folder, *folder.parents):
        for generator in known["generator"]:
            if any((place / name).is_file() for name in generator["files"]):
                return str(generator["canonical"])
    return None
