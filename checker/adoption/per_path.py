"""What the configuration says of single pages: by which terms, against which original, and how much a finding weighs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from string import Formatter
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from checker.config.values import Config, PathRule
from checker.documents.files import matches
from checker.model import Finding, Outcome, PageReport, Severity, Suppression, Waiver
from checker.page import address, front_matter
from checker.page.decoding import decode

if TYPE_CHECKING:
    from checker.documents.document import Document
    from checker.question import Question
    from checker.terms.pack import Terms

_INDEX = frozenset({"index", "_index"})
_DATED = re.compile(r"\d{4}-\d\d-\d\d-(?=.)")


@dataclass(frozen=True, slots=True)
class PerPath:
    """The configuration, with the rule packs that its path rules name."""

    config: Config = field(default_factory=Config)
    terms: Mapping[str, Terms] = field(default_factory=dict)

    def question(self, document: Document, asked: Question) -> Question:
        """What is asked of a page. What the call itself says of terms and original goes before the configuration."""
        path = path_of(document.target, document.url, self.config)
        if path is None and document.url:
            return asked
        asked = replace(asked, site=self.config.site, inline=self.config.inline)
        if path is None:
            return asked
        rules = list(_matching(self.config.paths, path))
        excluded = tuple(each for rule in rules for each in rule.excluded)
        terms = next((self.terms[rule.terms] for rule in reversed(rules) if rule.terms), None)
        original = None if asked.original_url else _original(rules, path, document)
        return replace(
            asked,
            site=replace(self.config.site, excluded=excluded),
            terms=asked.terms or terms,
            original=asked.original or original,
        )

    def weighed(self, page: PageReport) -> PageReport:
        """The page with the severities that are configured for it, each beside that of the terms."""
        path = path_of(page.target, page.url, self.config)
        rules = [rule for rule in _matching(self.config.paths, path) if rule.severity] if path and page.terms else []
        if not rules:
            return page
        from checker.engine import outcome_of  # noqa: PLC0415  (slow to import)

        findings = tuple(_weighed(finding, rules, self.config) for finding in page.findings)
        return replace(page, findings=findings, outcome=outcome_of(findings))


def path_of(target: str, url: str | None, config: Config) -> str | None:
    """A page's path as globs see it: relative to the configuration, or on the site's own host; None for pages elsewhere."""
    if config.folder is None or target == "-":
        return None
    if url is None:
        relative = os.path.relpath(os.path.join(Path.cwd(), target), config.folder)
        return PurePosixPath(Path(relative)).as_posix()
    found = address.parse(url)
    own = {address.registered(domain) for domain in config.site.domains}
    return unquote(urlsplit(url).path).lstrip("/") if found and found.domain in own else None


def _matching(rules: Iterable[PathRule], path: str) -> Iterator[PathRule]:
    return (rule for rule in rules if any(matches(path, glob) for glob in rule.globs))


def _weighed(finding: Finding, rules: list[PathRule], config: Config) -> Finding:
    for rule in reversed(rules):
        for name in (finding.requirement, finding.type or ""):
            if name in rule.severity:
                return _set(finding, rule.severity[name], rule, config)
    return finding


def _set(finding: Finding, to: Severity | None, rule: PathRule, config: Config) -> Finding:
    if to is not None:
        changes = finding.severity not in {to, Severity.NOTE}
        return replace(finding, severity=to, by_terms=finding.severity) if changes else finding
    if finding.suppression or finding.outcome not in {Outcome.FAILED, Outcome.CANT_TELL}:
        return finding
    name = config.file.name if config.file else "the configuration"
    reason = f"switched off in {name} for {', '.join(rule.globs)}"
    return replace(finding, suppression=Suppression(Waiver.CONFIG, reason))


def _original(rules: list[PathRule], path: str, document: Document) -> str | None:
    """The original's address by the last rule that has a pattern, where the page has all that the pattern asks for."""
    pattern = next((rule.original for rule in reversed(rules) if rule.original), None)
    if pattern is None:
        return None
    names = {name for _, name, _, _ in Formatter().parse(pattern) if name}
    values = _values(path, document) if names else {}
    if not names <= values.keys():
        return None
    filled = "".join(
        text + (quote(values[name], safe="/") if name else "") for text, name, _, _ in Formatter().parse(pattern)
    )
    return filled if address.parse(filled) else None


def _values(path: str, document: Document) -> dict[str, str]:
    """What a pattern may ask for: the parts of the page's path, and its front matter."""
    at = PurePosixPath(path)
    stem = at.parent.name if at.stem in _INDEX and at.parent.name else at.stem
    entries, _ = front_matter.split(decode(document.content, document.headers.get("content-type")).text)
    told = {entry.key: entry.value for entry in reversed(entries) if entry.value}
    of_path = {"stem": stem, "dir": at.parent.as_posix(), "path": at.with_suffix("").as_posix()}
    return {"slug": _DATED.sub("", stem), **told, **of_path}
