"""What Ctrl-C and its like must not find half done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGALRM") if hasattr(signal, name))
"""The signals that end the program: Ctrl-C, a word from the system, and the alarm by which either is heard a moment later."""


@contextmanager
def held_back() -> Iterator[None]:
    """What ends the program is heard behind what is done meanwhile. Python hears signals in its main thread alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    handlers: dict[int, Any] = {}
    try:
        for each in filter(_is_heard, ENDING):
            handlers[each] = signal.signal(each, lambda number, _: came.append(number))
        with _blocked():
            yield
    finally:
        for each, handler in handlers.items():
            signal.signal(each, handler)
        if came:
            signal.raise_signal(came[0])


def _is_heard(number: int) -> bool:
    return callable(signal.getsignal(number))


@contextmanager
def _blocked() -> Iterator[None]:
    """Processes that are started meanwhile have these signals blocked. Of this one, other threads may have them all the same."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
