"""Faults of the program itself, and what it touches while it checks local files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import checker

# A page whose name holds "fault" breaks the program where it is judged, as a mistake in it would.
FAULTY = """
import sys
from checker import engine
from checker.cli import start

judge = engine.Engine.{method}

def broken(self, document, *more, **named):
    if "fault" in document.target:
        raise {error}
    return judge(self, document, *more, **named)

engine.Engine.{method} = broken
start.main()
"""
ERRORS = {
    "a mistake": "ZeroDivisionError('a \\x1b[31m\\n::error::forged')",
    "too deep": "RecursionError('maximum recursion depth exceeded')",
    "no memory": "MemoryError()",
    "an error of the system": "OSError(5, 'Input/output error')",
    "an assertion": "AssertionError",
}


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
@pytest.mark.parametrize("form", ["text", "json"])
def test_an_internal_error_names_its_target_and_the_others_are_checked(
    tmp_path, environment, copy, active, error, form
):
    for name in ("a.md", "fault.md", "z.md"):
        (tmp_path / name).write_bytes(copy.read_bytes())
    source = FAULTY.format(method="check", error=error)
    command = [sys.executable, "-c", source, "check", "-f", form, "a.md", "fault.md", "z.md"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False)
    assert done.returncode == 70
    assert b"Traceback" not in done.stdout + done.stderr
    assert not active.search(done.stdout)
    assert not [line for line in done.stdout.splitlines() if line.startswith(b"::")]
    if form == "json":
        pages = json.loads(done.stdout)["pages"]
        assert [(page["error"] or {}).get("code") for page in pages] == [None, "internal", None]
    else:
        assert b"fault.md: error: " in done.stdout
        assert b"[internal]" in done.stdout


WATCHED = """
import sys

def watch(event, arguments):
    if event == "open":
        print("open", repr(arguments[0]), file=sys.__stderr__)
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "http.", "ftplib.")):
        print("reached", event, arguments, file=sys.__stderr__)

sys.addaudithook(watch)
from checker.cli import start
start.main()
"""
LURES = {
    "page.html": """<!doctype html><base href="file:///etc/"><title>x</title><link rel="stylesheet" href="/etc/passwd">
        <iframe src="file:///etc/passwd"></iframe><img src="http://track.example/x.png"><script src="//track.example/x.js"></script>
        <object data="http://127.0.0.1:9/x"></object><p>Originally published on <a href="http://127.0.0.1:9/a">Example News</a>.</p>""",
    "page.xhtml": """<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://127.0.0.1:9/x.dtd" [
        <!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY net SYSTEM "http://127.0.0.1:9/y">
        <!ENTITY % more SYSTEM "file:///etc/group"> %more;]>
        <html xmlns="http://www.w3.org/1999/xhtml"><body><p>&file; &net;</p></body></html>""",
    "page.md": """---
title: !!python/object/apply:os.system ["touch hit"]
more: !include /etc/passwd
canonical_url: file:///etc/passwd
---
![x](http://track.example/x.png) {{% include "/etc/passwd" %}} <!-- #include file="/etc/passwd" --> [a](file:///etc/passwd)
""",
}


def test_the_watch_sees_who_asks_an_address(tmp_path, environment):
    """Otherwise the next test would prove nothing."""
    call = ["check", "--allow-private-hosts", "http://127.0.0.1:9/page"]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *call],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 3
    assert b"reached socket.connect" in done.stderr


def test_a_check_of_local_files_reads_these_files_and_asks_nobody(tmp_path, environment):
    """What is opened is the pages, the program's own files and those of Python and its packages."""
    site = tmp_path / "site"
    site.mkdir()
    for name, content in LURES.items():
        (site / name).write_text(content, "utf-8")
    command = [sys.executable, "-c", WATCHED, "check", "-v", "site"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False)
    seen = done.stderr.decode("utf-8", "replace").splitlines()
    assert [line for line in seen if line.startswith("reached")] == []
    opened = [line.removeprefix("open ").strip("'b") for line in seen if line.startswith("open ")]
    roots = tuple(map(os.path.realpath, (sys.prefix, sys.base_prefix, Path(checker.__file__).parents[1])))
    others = [name for name in opened if not os.path.realpath(tmp_path / name).startswith(roots)]
    assert sorted({name for name in others if "site" in name}) == ["site/page.html", "site/page.md", "site/page.xhtml"]
    assert {name for name in others if "site" not in name and not name.isdigit()} <= {"/dev/null"}
    assert not (tmp_path / "hit").exists()
