"""What can be configured, as frozen values. Paths are whole ones; globs are relative to the configuration's folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checker.model import Audience, Severity
from checker.page.site import Selector, Site
from checker.terms.conditions import Facts

PERMALINKS = (
    "{dir}/{slug}/index.html",
    "{dir}/{slug}.html",
    "{dir}/{year}/{month}/{day}/{slug}.html",
    "{dir}/{year}/{month}/{day}/{slug}/index.html",
)
"""Where site builders put a page by themselves: Hugo and Eleventy, plain files, Jekyll."""


@dataclass(frozen=True, slots=True)
class PathRule:
    """What holds for the pages that some globs match. `severity` has None for what is switched off."""

    globs: tuple[str, ...]
    terms: str | None = None
    original: str | None = None
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    excluded: tuple[Selector, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """A folder of sources, the folder that they are built into, and the patterns of the built pages' paths."""

    source: Path
    built: Path
    permalinks: tuple[str, ...] = PERMALINKS


@dataclass(frozen=True, slots=True)
class Config:
    """What is configured. `folder` is where the configuration stands and `file` the file; None where there is none.

    `terms` are files and folders of rule packs; `inline` is whether files may say in their own source what is let pass.
    """

    folder: Path | None = None
    file: Path | None = None
    site: Site = field(default_factory=Site)
    audience: Audience | None = None
    terms: tuple[Path, ...] = ()
    facts: Facts = field(default_factory=dict)
    strict: bool = False
    baseline: Path | None = None
    inline: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    paths: tuple[PathRule, ...] = ()
    content: tuple[Content, ...] = ()
