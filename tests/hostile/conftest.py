"""The program as a process, as whoever is unfriendly to it meets it."""

import os
import re
import subprocess
import sys

import pytest

COPY = """# The river comes back

The water came early this year, stayed for nine days, and left a line on the school wall.

This article was originally published on [Example News](https://news.example/2024/river) by Ann Writer.
"""


@pytest.fixture
def environment(tmp_path_factory):
    """The environment of a call; its cache is a folder of the test's own."""
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "SYSTEMROOT", "PYTHONPATH", "HOME"}}
    cache = tmp_path_factory.mktemp("cache")
    return {**kept, "TERM": "xterm", "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(cache)}


@pytest.fixture
def run(tmp_path, environment):
    """Runs the program in the test's folder. Whatever it is given, it never ends in a traceback."""

    def call(*arguments, cwd=tmp_path, **more):
        command = [sys.executable, "-m", "checker", *arguments]
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, timeout=90, check=False, **more)
        assert b"Traceback" not in done.stdout + done.stderr
        assert b"Exception ignored" not in done.stderr
        return done

    return call


@pytest.fixture
def shell(tmp_path, environment):
    """Runs a line of bash in the test's folder; `$CREDITLINE` is the program."""

    def call(line):
        program = {"CREDITLINE": f"{sys.executable} -m checker"}
        return subprocess.run(
            ["bash", "-c", line], cwd=tmp_path, env=environment | program, capture_output=True, timeout=90, check=False
        )

    return call


@pytest.fixture
def start(tmp_path, environment):
    """Starts the program and leaves it running."""
    running = []

    def call(*arguments):
        command = [sys.executable, "-m", "checker", *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        running.append(subprocess.Popen(command, cwd=tmp_path, env=environment, **pipes))
        return running[-1]

    yield call
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def copy(tmp_path):
    """A page that is a copy and falls short of nothing but what good practice asks for."""
    file = tmp_path / "copy.md"
    file.write_text(COPY, "utf-8")
    return file


ACTIVE = re.compile(rb"[\x00-\x09\x0b-\x1f\x7f]|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xc2[\x80-\x9f]")
"""What acts on a terminal or turns text round, as UTF-8."""


@pytest.fixture(scope="session")
def active():
    """Finds what would act on a terminal."""
    return ACTIVE
