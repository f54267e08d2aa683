"""Many things at once on many processors: results in the order of the things, whatever order they are done in.

Only so many things are under way at a time, so memory stays flat however many there are. A process that dies takes no other thing with
it: what it might have died of is done again, each thing alone, and the one that it dies of again is told of.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import Any, Generic, TypeVar

from checker import interruptions

T = TypeVar("T")
R = TypeVar("R")
_FORKS = "forkserver" in multiprocessing.get_all_start_methods()
_UNDER_WAY = 8
"""Things a process: enough that none waits for the next."""


class Died(Exception):  # noqa: N818  (what happened to the process, not what is wrong with the thing)
    """The process that did a thing was killed: by the system for want of memory, or by a fault in a library."""


class Workers(Generic[T, R]):
    """Processes that all do the same. `make` gives what they do, once in each; it and all things have to be picklable."""

    def __init__(self, jobs: int, make: Callable[[], Callable[[T], R]]) -> None:
        self._jobs, self._make = jobs, make

    def map(self, things: Iterable[T]) -> Iterator[tuple[T, R | Exception]]:
        """Each thing with what came of it, in their order; an exception where it raised one, `Died` where its process was killed."""
        left = iter(things)
        waiting: deque[T] = deque()
        while True:
            yield from self._in_one_pool(left, waiting)
            if not waiting:
                return
            while waiting:
                yield waiting[0], self._alone(waiting[0])
                waiting.popleft()

    def _in_one_pool(self, left: Iterator[T], waiting: deque[T]) -> Iterator[tuple[T, R | Exception]]:
        """Goes on until all is done, or until a process dies: then `waiting` holds what was under way."""
        under_way: deque[Future[R]] = deque()
        pool = self._pool(self._jobs)
        try:
            while True:
                while len(waiting) < self._jobs * _UNDER_WAY and (thing := next(left, _NOTHING)) is not _NOTHING:
                    waiting.append(thing)  # type: ignore[arg-type]
                    under_way.append(_submitted(pool, thing))
                if not waiting:
                    return
                came = _came_of(under_way[0])
                yield waiting[0], came
                waiting.popleft()
                under_way.popleft()
        except BrokenProcessPool:
            return
        finally:
            # What is in hand is waited for, after Ctrl-C too: what a process shares with this one is given back in order.
            _begin_tracker()
            pool.shutdown(wait=True, cancel_futures=True)

    def _alone(self, thing: T) -> R | Exception:
        with self._pool(1) as pool:
            try:
                return _came_of(pool.submit(_do, thing))
            except BrokenProcessPool:
                return Died("the process that read it was killed")

    def _pool(self, jobs: int) -> ProcessPoolExecutor:
        _begin_tracker()
        context = multiprocessing.get_context("forkserver" if _FORKS else "spawn")
        return ProcessPoolExecutor(jobs, context, _start, (self._make,))


def _submitted(pool: ProcessPoolExecutor, thing: Any) -> Future[Any]:
    """Hands a thing over. That may start a process, which nobody must leave half begun."""
    with interruptions.held_back():
        return pool.submit(_do, thing)


def _begin_tracker() -> None:
    """Begins the process of Python's that tidies up behind all others, or another one where it was killed too.

    It writes to nowhere: one that finds nothing to tidy up, because another was to do that, complains with a traceback.
    """
    if not _FORKS:
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415  (not everywhere)

    warnings.filterwarnings("ignore", "resource_tracker", UserWarning)
    with suppress(OSError), _unheard():  # where standard error is closed, nobody hears it anyway
        resource_tracker.ensure_running()


@contextmanager
def _unheard() -> Iterator[None]:
    """What is written to standard error meanwhile, and by processes that begin meanwhile, goes nowhere."""
    heard, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(heard, 2)
        os.close(heard)
        os.close(nowhere)


_NOTHING = object()
_work: Callable[[Any], Any] | None = None


def _start(make: Callable[[], Callable[[Any], Any]]) -> None:
    """Begins a process. Ctrl-C is its parent's to hear."""
    global _work  # noqa: PLW0603  (one a process; what it does is made once)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        # A process inherits what was blocked while it was started.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, interruptions.ENDING)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _work = make()


def _end_with_parent() -> None:
    """A program that was killed outright leaves no processes behind, which would hold its output open."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _do(thing: Any) -> Any:
    assert _work is not None  # noqa: S101  (`_start` came first)
    return _work(thing)


def _came_of(future: Future[R]) -> R | Exception:
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as error:
        return error
