"""The reports of a run that judged pages, wherever the command line wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from checker.cli import options, repository
from checker.cli.options import Format
from checker.errors import UsageError
from checker.model import Report


def write(
    done: Report,
    places: Sequence[tuple[Format, Path | None]],
    hosted: Report,
    as_text: Callable[[Report], Iterable[object]],
) -> None:
    """Writes a report wherever it is wanted; `hosted` is the same as a code host wants it."""
    written = [(hosted if kind in repository.FORMATS else done, kind, file) for kind, file in places]
    options.write_all(written, as_text)
    if Format.GITHUB in {kind for kind, _ in places}:
        repository.summarise(hosted)


def text(report: Report, *, quiet: bool, verbose: bool) -> list[object]:
    """The report for people."""
    from checker.report import text  # noqa: PLC0415

    detail = text.Detail.VERBOSE if verbose else text.Detail.QUIET if quiet else text.Detail.NORMAL
    return list(text.judged(report, detail))


def further(given: str) -> tuple[Format, Path | None]:
    """What a `--report` asks for. Raises UsageError where that is nothing."""
    name, found, file = given.partition("=")
    if not found or not file or name not in {form.value for form in Format}:
        raise UsageError(
            f"--report {given!r}: write it as FORMAT=FILE, with one of {', '.join(form.value for form in Format)}"
        )
    return Format(name), options.stdout_or(Path(file))
