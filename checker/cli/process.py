"""The program as a process: its streams, the signals that end it, and that it never ends in a traceback."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import signal
import sys
import threading
from types import FrameType
from typing import Any

from checker.interruptions import ENDING

_INTERRUPTED = 130
_MANY = 200_000

_SOON = 0.05
"""Seconds."""


def run() -> None:
    """Runs the program, whatever its streams are and whoever ends it."""
    collect_rarely()
    _fill_streams()
    try:
        # Who runs the program may end it by SIGTERM, as CI systems do: what is done is kept, as after Ctrl-C.
        for each in ENDING:
            if signal.getsignal(each) is not signal.SIG_IGN:
                signal.signal(each, _stop)
        from checker.cli import app  # noqa: PLC0415  (whoever ends the program while it is read is answered as later)

        app.run()
    except KeyboardInterrupt:
        _leave(_INTERRUPTED)
        sys.exit(_INTERRUPTED)
    except SystemExit as ended:
        _leave(ended.code)
        raise
    finally:
        gc.freeze()  # Python's last collection would go through all rules and pages once more, a moment before they go anyway


def collect_rarely() -> None:
    """Lets the cyclic collector run rarely: it would go through all rules and pages again and again, and they make no cycles."""
    gc.set_threshold(_MANY, 20, 100)


def _stop(_: int, frame: FrameType | None) -> None:
    """Ends the program: at once, but while a module is imported a moment later, for modules in C and callbacks of imports pass over it.

    Who asks a second time does not wait.
    """
    if not hasattr(signal, "setitimer"):
        raise KeyboardInterrupt
    waiting, _interval = signal.setitimer(signal.ITIMER_REAL, 0)
    if waiting or not _is_importing(frame):
        raise KeyboardInterrupt
    signal.setitimer(signal.ITIMER_REAL, _SOON)


def _is_importing(frame: FrameType | None) -> bool:
    while frame and not frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    return frame is not None


def _leave(code: object) -> None:
    """Ends at once where threads of a run that was stopped are still at work: native code in them does not survive Python's own end."""
    if threading.active_count() > 1 and isinstance(code, int):
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
        os._exit(code)


def _fill_streams() -> None:
    """Streams to write to that are closed lead nowhere: Python has None in their place."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  (open as long as the program runs)
    heard = io.BufferedWriter(_Unheard(sys.stderr.fileno(), "w", closefd=False))
    sys.stderr = io.TextIOWrapper(heard, sys.stderr.encoding, "backslashreplace", line_buffering=True)


class _Unheard(io.FileIO):
    """Standard error: what nobody can read there (a full disk, a closed pipe) changes nothing about what the program does."""

    def write(self, data: Any) -> int:
        try:
            return super().write(data)
        except OSError:
            return len(data)
