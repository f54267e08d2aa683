"""What Ctrl-C and its like must not find half done."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGALRM") if hasattr(signal, name))
"""The signals that end the program: Ctrl-C, a word from the system, and the alarm by which either is heard a moment later."""


@contextmanager
def held_back() -> Iterator[None]:
    """Signals that end the program are heard behind what is done meanwhile, where the system can hold them back."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        # Inside, for one that has come already is heard here.
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
