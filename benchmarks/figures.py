"""What a benchmark comes to: figures with their goals, and how they are taken."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import TextIO, TypeVar

T = TypeVar("T")
_LEAST = 0.02
"""Seconds that a step takes at least in a pass, unless it would be repeated more often than `_MOST_TIMES`."""
_MOST_TIMES = 1000
Taken = Mapping[str, Sequence[float]]
"""What each step took, pass by pass."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit that a figure keeps to: at most so much, or at least."""

    limit: float
    at_least: bool = False

    def is_met(self, value: float) -> bool:
        """True where a value keeps to the limit."""
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure: what was measured, in which unit, the value of each pass, what it should be, and what it depends on.

    `headline` is whether the README tells it.
    """

    what: str
    unit: str
    values: tuple[float, ...]
    goal: Goal | None = None
    conditions: str = ""
    headline: bool = False

    @property
    def middle(self) -> float:
        """The median of the passes."""
        return median(self.values)

    @property
    def spread(self) -> str:
        """The least and the greatest value."""
        return f"{short(min(self.values))}-{short(max(self.values))}"

    @property
    def is_met(self) -> bool | None:
        """Whether the median keeps to the goal; None without a goal."""
        return self.goal.is_met(self.middle) if self.goal else None

    def __str__(self) -> str:
        goal = f", goal {self.goal}" if self.goal else ""
        return f"{self.what}: {short(self.middle)} ({self.spread}) {self.unit}{goal}; {self.conditions}"


def short(value: float) -> str:
    """A number with about three figures."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def told(figures: Iterable[Figure], to: TextIO | None = None) -> None:
    """Prints a line each, on standard output if nothing else is said."""
    for figure in figures:
        print(figure, file=to)


def in_turns(steps: Mapping[str, Callable[[], object]], passes: int, clock: Callable[[], float]) -> Taken:
    """What each step takes by a clock. The steps take turns, so that a slow moment of the machine hits all of them."""
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(passes):
        for name, step in steps.items():
            start = clock()
            step()
            taken[name].append(clock() - start)
    return taken


def over_all(steps: Mapping[str, Callable[[T], object]], things: Sequence[T], passes: int) -> Taken:
    """The processor time in which each step goes once through all things.

    All do so once before, for what is loaded once a process; a quick one does it so many times in a pass that the clock can tell.
    """

    def through(step: Callable[[T], object], times: int) -> None:
        for _ in range(times):
            for thing in things:
                step(thing)

    once = in_turns({name: partial(through, step, 1) for name, step in steps.items()}, 1, time.process_time)
    times = {name: max(1, round(_LEAST / max(took, _LEAST / _MOST_TIMES))) for name, (took,) in once.items()}
    often = {name: partial(through, step, times[name]) for name, step in steps.items()}
    taken = in_turns(often, passes, time.process_time)
    return {name: [took / times[name] for took in each] for name, each in taken.items()}


def ratios(taken: Taken, name: str, base: str) -> tuple[float, ...]:
    """How many times as long as another step one took, pass by pass."""
    return tuple(own / other for own, other in zip(taken[name], taken[base], strict=True))
