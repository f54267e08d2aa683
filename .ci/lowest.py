"""Prints pip constraints that pin every direct dependency to the lowest version that pyproject.toml admits."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

_BOUND = re.compile(r"(?P<name>[A-Za-z0-9._-]+)\s*>=\s*(?P<lowest>[^,;\s]+)")


def lowest(requirement: str) -> str:
    """`lxml>=5.3` as `lxml==5.3`. A dependency without a lower bound claims nothing that could be tested."""
    found = _BOUND.match(requirement)
    if found is None:
        raise SystemExit(f"pyproject.toml: {requirement!r} has no lower bound")
    return f"{found['name']}=={found['lowest']}"


def main() -> None:
    """Reads the pyproject.toml that the call names."""
    project = tomllib.loads(Path(sys.argv[1]).read_text("utf-8"))["project"]
    extras = project.get("optional-dependencies", {}).values()
    found = dict.fromkeys([*project["dependencies"], *(requirement for extra in extras for requirement in extra)])
    sys.stdout.writelines(f"{lowest(requirement)}\n" for requirement in found)


if __name__ == "__main__":
    main()
