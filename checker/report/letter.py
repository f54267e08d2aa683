"""A letter to a republisher: what is fine on its pages, what is missing, the clause, and what mends it. Nothing is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from checker import data
from checker.documents import files
from checker.errors import UsageError
from checker.model import Outcome, Severity
from checker.page.text import printable
from checker.results.history import History
from checker.results.look import Look
from checker.results.page import Finding, Page

FALLBACK = "en"
"""The language of letters about pages in a language that has no template."""


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing on a page: `since` is the first day (ISO 8601) of which that is known."""

    requirement: str
    clause: str
    clause_url: str | None
    snippet: str | None
    since: str
    demanded: bool
    """False for what the terms merely wish for."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a template is given of one page."""

    url: str
    title: str | None
    original: str | None
    publisher: str | None
    terms_url: str | None
    met: Sequence[str]
    missing: Sequence[Lack]


def languages() -> tuple[str, ...]:
    """The languages that have a template."""
    return tuple(sorted(file.stem for file in data.folder("rules").joinpath("letters").glob("*.txt")))


def language_of(looks: Sequence[Look]) -> str:
    """The language of most of the pages, if it has a template."""
    spoken = [look.language for look in looks if look.language in languages()]
    return max(sorted(set(spoken)), key=spoken.count) if spoken else FALLBACK


def is_second(looks: Sequence[Look], history: History) -> bool:
    """True where something is missing that was missing at an earlier look: somebody may have written already."""
    return any(
        history.since(look.target, each.requirement) < look.at
        for look in looks
        for each in look.findings
        if each.missing
    )


def write(
    looks: Sequence[Look], history: History, page_of: Callable[[Look], Page], template: str, *, firm: bool
) -> str:
    """The letter about some pages of one host. Raises UsageError where the template is wrong."""
    letters = [_letter(look, page_of(look), history) for look in looks]
    values: Mapping[str, object] = {
        "host": looks[0].host,
        "pages": [each for each in letters if each.missing],
        "fine": [each for each in letters if not each.missing],
        "publisher": next((each.publisher for each in letters if each.publisher), ""),
        "terms_url": next((each.terms_url for each in letters if each.terms_url), None),
        "firm": firm,
    }
    return _rendered(template, values)


def template(language: str) -> str:
    """The template for a language. Raises UsageError where there is none."""
    if language not in languages():
        raise UsageError(f"there is no letter in {language!r}; there are {', '.join(languages())}")
    return data.folder("rules").joinpath("letters", f"{language}.txt").read_text("utf-8")


def read_template(file: Path) -> str:
    """A template of the publisher's own. Raises UsageError."""
    try:
        return files.whole(file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: it is not UTF-8 ({error.reason})") from error
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror or error}") from error


def _rendered(text: str, values: Mapping[str, object]) -> str:
    environment = SandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        finalize=lambda value: printable(value) if isinstance(value, str) else value,
    )
    try:
        return environment.from_string(text).render(values)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        raise UsageError(f"the letter's template: {error}") from error


def _letter(look: Look, page: Page, history: History) -> Letter:
    return Letter(
        url=page.url or page.target,
        title=look.title,
        original=look.url_of_article,
        publisher=look.publisher,
        terms_url=page.terms.url if page.terms else None,
        met=tuple(dict.fromkeys(each.requirement for each in page.findings if each.outcome is Outcome.PASSED)),
        missing=tuple(_lacks(look, page, history)),
    )


def _lacks(look: Look, page: Page, history: History) -> Iterator[Lack]:
    for finding in page.findings:
        if finding.outcome is Outcome.FAILED and not finding.suppression:
            since = f"{history.since(look.target, finding.requirement):%Y-%m-%d}"
            yield _lack(finding, since)


def _lack(finding: Finding, since: str) -> Lack:
    snippet = finding.fix.html if finding.fix else None
    demanded = finding.severity is Severity.ERROR
    return Lack(finding.requirement, finding.clause.text, finding.clause.url, snippet, since, demanded)
