"""What is asked of every document of a run, as a value that can go to another process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.documents.document import Document
from checker.model import PageReport

if TYPE_CHECKING:
    from checker.engine import Engine
    from checker.live import Audit
    from checker.question import Question
    from checker.terms.library import Library


@dataclass(frozen=True, slots=True)
class Same:
    """Asks the same of every document."""

    question: Question

    def __call__(self, _: Document) -> Question:
        """What is asked."""
        return self.question


@dataclass(frozen=True)
class Judging:
    """Checks documents or, with `inspects`, lists what they credit. None for `library` is the packs that come with the program."""

    library: Library | None
    asks: Callable[[Document], Question]
    inspects: bool = False

    @cached_property
    def engine(self) -> Engine:
        """The engine with these packs, made when it is first needed."""
        from checker import engine  # noqa: PLC0415  (reading the rules takes time)

        return engine.of(self.library) if self.library else engine.default()

    def __call__(self, document: Document) -> PageReport:
        """The report on a document."""
        look = self.engine.inspect if self.inspects else self.engine.check
        return look(document, self.asks(document))

    def audit(self) -> Audit:
        """How the same is asked of pages beside their originals."""
        from checker.live import Audit  # noqa: PLC0415  (slow to import; files need no network)

        return Audit(self.asks, self.engine.check, self.engine.original_of)

    def __reduce__(self) -> tuple[Any, ...]:
        return Judging, (self.library, self.asks, self.inspects)
