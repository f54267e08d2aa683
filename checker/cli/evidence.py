"""Evidence as the command line has it: what is kept of a run, and what its report was asked."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.asked import Asked, Call
from checker.documents import files
from checker.documents.web.answer import without_login
from checker.documents.web.settings import Settings
from checker.errors import UsageError
from checker.model import Report

if TYPE_CHECKING:
    from checker.documents.evidence import keeping
    from checker.documents.evidence.recording import Recording
    from checker.question import Question
    from checker.terms.library import Library

Keep = Annotated[
    Path | None,
    typer.Option(
        "--evidence", metavar="FILE.warc.gz", help="Keep all that is fetched, for verify. Does without the cache."
    ),
]


def recording(
    file: Path | None, call: Call, asking: Asked, settings: Settings, *, follows: bool
) -> AbstractContextManager[Recording | None]:
    """What keeps all that a run sees, if that is wanted. Raises UsageError where it cannot."""
    if file is None:
        return nullcontext()
    if file == Path("-"):
        raise UsageError("--evidence is kept in a file, and cannot go to standard output")
    from checker.documents.evidence.records import require_warcio  # noqa: PLC0415  (an extra)

    require_warcio()
    from checker.documents.evidence.recording import Recording  # noqa: PLC0415

    shown = call.original if asking.question.shown else None
    kept = Recording(file, {**_call(asking.question, settings), "shown": shown, "follows": follows})
    if shown:
        kept.read(files.read(shown, settings.limits.max_bytes))
    return kept


def digests(report: Report, library: Library) -> dict[str, str]:
    """The digests of all terms that pages were judged by, by `ID@VERSION`."""
    used = {(page.terms.id, page.terms.version) for page in report.pages if page.terms}
    return {f"{name}@{version}": told for name, version in sorted(used) if (told := digest_of(library, name, version))}


def digest_of(library: Library, name: str, version: str) -> str | None:
    """The digest of a version of terms; None where there is none."""
    from checker.verify import digest  # noqa: PLC0415  (few calls keep evidence)

    found = library[name].called(version) if name in library else None
    return digest(found) if found else None


def question_of(call: keeping.KeptCall, library: Library) -> Question:
    """What a run asked of each page but for an original in a file. Raises UsageError for terms that are not there any more."""
    from checker.question import Question  # noqa: PLC0415
    from checker.terms.conditions import value_of  # noqa: PLC0415

    name = call.terms
    if name and name not in library:
        raise UsageError(
            f"the pages were judged by {name}, which is not at hand: give --terms-file FILE or --config FILE"
        )
    facts = {fact: value_of(fact, value) for fact, value in call.facts.items()}
    return Question(library[name] if name else None, call.original, call.audience, facts=facts)


def _call(question: Question, settings: Settings) -> dict[str, object]:
    return {
        "created": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "terms": question.terms.id if question.terms else None,
        "original": without_login(question.original) if question.original else None,
        "audience": question.audience.value,
        "facts": {
            name: value.isoformat() if isinstance(value, date) else value for name, value in question.facts.items()
        },
        "max_bytes": settings.limits.max_bytes,
        "renders": settings.renders,
    }
