"""What is asked of every document of a run, as a value that can go to another process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.documents.document import Document
from checker.model import PageReport

if TYPE_CHECKING:
    from checker.engine import Engine, Question
    from checker.terms.library import Library


@dataclass(frozen=True)
class Judging:
    """Checks documents, or lists what they credit where `question` is None. None for `library` is the packs that come with the program."""

    library: Library | None = None
    question: Question | None = None

    @cached_property
    def engine(self) -> Engine:
        """The engine with these packs, made when it is first needed."""
        from checker import engine  # noqa: PLC0415  (reading the rules takes time)

        return engine.of(self.library) if self.library else engine.default()

    def __call__(self, document: Document) -> PageReport:
        """The report on a document."""
        return self.engine.check(document, self.question) if self.question else self.engine.inspect(document)

    def __reduce__(self) -> tuple[Any, ...]:
        return Judging, (self.library, self.question)
