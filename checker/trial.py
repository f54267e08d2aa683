"""A rule pack's own pages: each beside what must come out of it.

A case is a folder with `page.html` or `page.md`, with `expected.toml`, and with `original.html` (or `.md`) where the copy is compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.documents import files
from checker.engine import Engine
from checker.errors import CreditlineError, RulesError
from checker.model import Audience, Outcome, PageReport
from checker.original.original import Original
from checker.question import Question
from checker.terms import reading
from checker.terms.conditions import value_of
from checker.terms.library import Library

EXPECTED = "expected.toml"
_KEYS = frozenset(
    {
        "republished",
        "outcome",
        "publisher",
        "original",
        "authors",
        "failed",
        "cant_tell",
        "terms",
        "audience",
        "facts",
        "version",
    }
    | {"found", "absent"}
)


@dataclass(frozen=True, slots=True)
class Trial:
    """One case: its folder, what came out, and each difference from what was expected, in words."""

    folder: Path
    report: PageReport
    differences: tuple[str, ...]


def cases(folder: Path) -> list[Path]:
    """The folders of the cases below a folder, sorted."""
    return sorted(file.parent for file in folder.glob(f"**/{EXPECTED}"))


def run(folder: Path, engine: Engine, library: Library) -> Trial:
    """Checks one case. Raises RulesError for a case that is none, and TargetError for a page that cannot be read."""
    expected = read(folder)
    report = engine.check(files.read(str(_one(folder, "page"))), _question(folder, expected, engine, library))
    return Trial(folder, report, tuple(_differences(expected, report)))


def read(folder: Path) -> Mapping[str, Any]:
    """What is expected of a case. Raises RulesError that names the file."""
    file = folder / EXPECTED
    expected = reading.values_of(reading.text_of(file), file)
    if unknown := sorted(expected.keys() - _KEYS):
        raise RulesError(f"{file}: there is no key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
    if "outcome" not in expected:
        raise RulesError(f"{file}: it does not say which outcome is expected")
    return expected


def _question(folder: Path, expected: Mapping[str, Any], engine: Engine, library: Library) -> Question:
    try:
        facts = {name: value_of(name, value) for name, value in expected.get("facts", {}).items()}
        terms = library.called(expected["terms"]) if "terms" in expected else None
        audience = Audience(expected.get("audience", "community"))
    except (CreditlineError, ValueError) as error:
        raise RulesError(f"{folder / EXPECTED}: {error}") from error
    return Question(terms, audience=audience, shown=_original(folder, engine), facts=facts)


def _original(folder: Path, engine: Engine) -> Original | None:
    found = sorted(folder.glob("original.*"))
    return engine.original_of(files.read(str(found[0]))) if found else None


def _one(folder: Path, name: str) -> Path:
    found = sorted(folder.glob(f"{name}.*"))
    if len(found) != 1:
        raise RulesError(f"{folder}: a case has one {name}.html or {name}.md; this has {len(found)}")
    return found[0]


def _differences(expected: Mapping[str, Any], report: PageReport) -> Iterator[str]:
    if report.outcome != expected["outcome"]:
        yield f"the page is {report.outcome.value}, not {expected['outcome']}"
    for key, value in _seen(report).items():
        if key in expected and expected[key] not in value:
            yield f"{key} is {value[0]!r}, not {expected[key]!r}"
    yield from _wrong_findings(expected, report)


def _seen(report: PageReport) -> Mapping[str, tuple[object, ...]]:
    """What may stand in a case under a key: a publisher goes by its id, its domain or its name."""
    publisher = report.recognition.publisher
    names = (publisher.id, publisher.domain, publisher.name) if publisher else (None,)
    return {
        "republished": (report.recognition.republished,),
        "publisher": names,
        "original": (report.article.url,),
        "authors": (list(report.article.authors),),
        "version": (report.terms.version if report.terms else None,),
    }


def _wrong_findings(expected: Mapping[str, Any], report: PageReport) -> Iterator[str]:
    wanted = set(expected.get("failed", ()))
    for finding in report.findings:
        if finding.outcome is Outcome.FAILED and finding.requirement not in wanted:
            yield f"{finding.requirement} fails: {finding.message}"
        if finding.outcome is not Outcome.FAILED and finding.requirement in wanted:
            yield f"{finding.requirement} is {finding.outcome.value}, and should fail: {finding.message}"
    outcomes = {finding.requirement: finding for finding in report.findings}
    for name in sorted({*wanted, *expected.get("cant_tell", ())} - outcomes.keys()):
        yield f"the terms have no requirement {name!r}"
    for name in expected.get("cant_tell", ()):
        if name in outcomes and outcomes[name].outcome is not Outcome.CANT_TELL:
            yield f"{name} is {outcomes[name].outcome.value}, not cant_tell: {outcomes[name].message}"
