"""Which files changed since a revision, as git tells. What git does not track it cannot tell of: that counts as changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from checker.errors import UsageError

_SECONDS = 60
_GIT = ("git", "-c", "core.fsmonitor=false", "--no-pager")
"""A file-system monitor is a program that a repository names: it is not started for this."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The paths below `root` that git tracks (of a submodule, its folder), and those among them that changed since `rev`."""

    rev: str
    root: Path
    tracked: frozenset[str]
    changed: frozenset[str]

    def has(self, file: Path) -> bool:
        """True where a file changed, or where git cannot tell."""
        at = Path(os.path.realpath(file.parent), file.name)
        if not at.is_relative_to(self.root):
            return True
        relative = at.relative_to(self.root)
        names = (each.as_posix() for each in (relative, *relative.parents))
        known = next((name for name in names if name in self.tracked), None)
        return known is None or known in self.changed

    def tells_of(self, file: Path) -> bool:
        """True for a file that git tracks."""
        at = Path(os.path.realpath(file.parent), file.name)
        return at.is_relative_to(self.root) and at.relative_to(self.root).as_posix() in self.tracked


def since(rev: str, folder: Path) -> Changes:
    """What changed in a folder's repository since it and a revision went apart: committed or not. Raises UsageError."""
    root = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    commit = _commit(rev, folder)
    base = _git(root, "merge-base", commit, "HEAD", optional=True).decode("ascii").strip() or commit
    changed = _git(
        root, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--diff-filter=d", "--relative", base, "--"
    )
    return Changes(rev, root, _names(_git(root, "ls-files", "-z")), _names(changed))


def narrowed(changes: Changes, source_of: Callable[[str], Path | None]) -> Callable[[str], bool]:
    """A test for pages that changed. A built page that git does not track changed with its source, where that is known."""

    def has_changed(target: str) -> bool:
        file = Path(target)
        if changes.tells_of(file):
            return changes.has(file)
        return changes.has(source_of(target) or file)

    return has_changed


def _commit(rev: str, folder: Path) -> str:
    # What starts with a dash would be an option of git's.
    found = (
        b""
        if rev.startswith("-")
        else _git(folder, "rev-parse", "--verify", "--quiet", f"{rev}^{{commit}}", optional=True)
    )
    if not found.strip():
        raise UsageError(
            f"--changed-since {rev!r}: there is no such revision in this repository (a shallow clone has few)"
        )
    return found.decode("ascii").strip()


def _names(output: bytes) -> frozenset[str]:
    return frozenset(os.fsdecode(name) for name in output.split(b"\0") if name)


def _git(folder: Path, *arguments: str, optional: bool = False) -> bytes:
    """What git prints. Nothing where it fails and that is `optional`; else a UsageError with its words."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(  # noqa: S603  (no shell, and the revision is checked)
            [*_GIT, *arguments], cwd=folder, env=environment, capture_output=True, timeout=_SECONDS, check=False
        )
    except FileNotFoundError as error:
        raise UsageError("--changed-since asks git, and there is no git here") from error
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"--changed-since: git does not answer: {error}") from error
    if done.returncode == 0:
        return done.stdout
    if optional:
        return b""
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    raise UsageError(f"--changed-since: {said[0] if said else 'git fails'}")
