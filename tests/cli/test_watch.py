"""What is written of a run while it goes on, and when that ends."""

import threading
import time

from checker.cli import options
from checker.cli.options import Format
from checker.cli.watch import watching
from checker.model import PageOutcome, PageReport

PAGE = PageReport("page.html", PageOutcome.COMPLIANT)


def test_nothing_is_written_behind_the_end(tmp_path):
    """Of a run that was stopped, threads may still be at work."""
    file = tmp_path / "done.jsonl"
    with watching(Format.JSONL, file, quiet=True, resume=False) as watch:
        watch.done(PAGE)
    watch.done(PAGE)
    assert len(file.read_text().splitlines()) == 1


def test_the_end_waits_for_whoever_is_writing(monkeypatch):
    """Python aborts where a thread holds standard output when the program ends."""
    writing, written = threading.Event(), []

    def say(text):
        writing.set()
        time.sleep(0.1)
        written.append(text)

    monkeypatch.setattr(options, "say", say)
    with watching(Format.JSONL, None, quiet=True, resume=False) as watch:
        threading.Thread(target=watch.done, args=(PAGE,), daemon=True).start()
        assert writing.wait(5)
    assert len(written) == 1
