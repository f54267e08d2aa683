"""What a command line asks of each page: whose terms, which original, for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import shelves
from checker.documents.files import Selection
from checker.documents.web.settings import Limits
from checker.errors import TargetError, UsageError
from checker.model import Audience

if TYPE_CHECKING:
    from checker.adoption.per_path import PerPath
    from checker.documents.document import Document
    from checker.original.original import Original
    from checker.question import Question
    from checker.terms.library import Library
    from checker.terms.pack import Terms


@dataclass(frozen=True, slots=True)
class Call:
    """What the command line says of the terms and of the original; `limits` hold for terms at an address."""

    terms: str | None = None
    terms_file: str | None = None
    original: str | None = None
    audience: Audience | None = None
    facts: tuple[str, ...] = ()
    config: Path | None = None
    strict: bool = False
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of each page, with which packs, and what the configuration says of single ones."""

    question: Question
    library: Library
    per_path: PerPath

    def of(self, document: Document) -> Question:
        """What is asked of one page."""
        return self.per_path.question(document, self.question)


def asked(call: Call, selection: Selection) -> Asked:
    """What a call asks. Raises UsageError where it contradicts itself or names what is not there."""
    from checker import config  # noqa: PLC0415  (reading the rest takes longer than reading the options)
    from checker import question as questions  # noqa: PLC0415
    from checker.terms.conditions import declared  # noqa: PLC0415

    if call.terms and call.terms_file:
        raise UsageError("--terms and --terms-file say the same thing twice")
    settled = config.settled(call.config, Path.cwd())
    strict = call.strict or settled.strict
    own = shelves.own_packs(settled, call.terms_file, strict=strict, limits=call.limits)
    library = shelves.library(own)
    remote = call.original is not None and shelves.is_address(call.original)
    if call.original and remote:
        shelves.web_address("--original", call.original)
    question = questions.Question(
        _terms(call, own, library),
        call.original if remote else None,
        call.audience or settled.audience or Audience.COMMUNITY,
        _shown(call.original, selection) if call.original and not remote else None,
        {**settled.facts, **declared(call.facts)},
    )
    return Asked(question, library, shelves.per_path(settled, library))


def _terms(call: Call, own: Sequence[Terms], library: Library) -> Terms | None:
    if call.terms_file:
        return library[own[-1].id]
    return library.called(call.terms) if call.terms else None


def _shown(original: str, selection: Selection) -> Original:
    """The original in a file."""
    from checker import engine  # noqa: PLC0415
    from checker.documents import files  # noqa: PLC0415

    try:
        return engine.default().original_of(files.read(original, selection.max_bytes))
    except TargetError as error:
        raise UsageError(f"--original: {original!r} is no http(s) address, and as a file: {error}") from error
