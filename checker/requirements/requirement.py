"""What every requirement type is: a frozen dataclass whose fields are a pack's options, and one pure function that judges."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar

from checker.requirements.case import Case, Verdict

Schema = Mapping[str, Any]


class Bound(StrEnum):
    """How firmly a type's outcome binds."""

    FIRM = "firm"
    """What the strength of the clause says."""
    WARNS = "warns"
    """It can raise a suspicion and not settle it: a warning at most, however strong the clause."""
    REMINDS = "reminds"
    """No machine can check it: it is printed, and never counts as passed."""


class Requirement(ABC):
    """A requirement type.

    `OPTIONS` holds the JSON Schema of each option; options and fields have the same names. `FORBIDS` is True where the type itself
    says what must not be; `FORBIDDABLE` where a pack may turn it round with `must_not` (the field `forbidden` is then True).
    """

    __slots__ = ()

    OPTIONS: ClassVar[Schema] = {}
    REQUIRED: ClassVar[tuple[str, ...]] = ()
    BOUND: ClassVar[Bound] = Bound.FIRM
    FORBIDS: ClassVar[bool] = False
    FORBIDDABLE: ClassVar[bool] = False

    @abstractmethod
    def judge(self, case: Case) -> Verdict:
        """The verdict on one page. Pure."""
