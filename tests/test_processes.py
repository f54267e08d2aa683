import json
import os
import signal
import subprocess
import sys
import time

import pytest

from checker.processes import Died, Workers
from tests.scan.archives import COPY, OWN


def square(number):
    if number == "raise":
        raise ValueError("so it is")
    if number == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.02 if number % 3 else 0.0)
    return number * number


def make():
    return square


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_things(jobs):
    assert list(Workers(jobs, make).map(range(20))) == [(at, at * at) for at in range(20)]


def test_what_raises_and_what_dies_takes_nothing_with_it():
    things = [1, "raise", 2, "die", 3, "die", 4]
    done = list(Workers(2, make).map(things))
    assert [thing for thing, _ in done] == things
    assert [came for _, came in done if isinstance(came, int)] == [1, 4, 9, 16]
    assert [type(came) for _, came in done if not isinstance(came, int)] == [ValueError, Died, Died]


KILLED = """
import os, signal
from contextlib import suppress
from pathlib import Path
from checker.processes import Workers
from tests.test_processes import make

def below(process):
    for child in map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()):
        yield from below(child)
        yield child

results = Workers(1, make).map(range(4))
print(next(results))
for child in list(below(os.getpid())):
    with suppress(ProcessLookupError):  # one may end because another did
        os.kill(child, signal.SIGKILL)
print(*results)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one's children are told in other ways")
def test_processes_that_are_all_killed_take_nothing_with_them():
    """Those that Python itself begins are among them; now and then one of these complains before the program can silence it."""
    done = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True, check=False, timeout=60)
    assert "checker" not in done.stderr
    assert done.stdout.split("\n")[:2] == ["(0, 0)", " ".join(f"({at}, {at * at})" for at in range(1, 4))]
    assert done.returncode == 0


def test_things_are_taken_when_they_are_needed():
    taken = []
    results = Workers(2, make).map(taken.append(at) or at for at in range(1000))
    assert next(results) == (0, 0)
    assert len(taken) <= 20
    results.close()


@pytest.fixture
def folder(tmp_path):
    for at in range(60):
        (tmp_path / f"{at:03}.html").write_text(COPY if at % 3 else OWN)
    return tmp_path


def check(folder, *arguments):
    call = [sys.executable, "-m", "checker", "check", "--format", "jsonl", *arguments, str(folder)]
    return subprocess.run(call, capture_output=True, text=True, check=False, timeout=200)


def test_the_report_is_the_same_whatever_the_number_of_processes(folder):
    (folder / "030.html").write_bytes(b"")
    (folder / "031.html").unlink()
    (folder / "031.html").symlink_to("nowhere")
    one, two = check(folder, "--jobs", "1"), check(folder, "--jobs", "2")
    assert one.stdout == two.stdout
    assert one.returncode == two.returncode == 3
    assert len(one.stdout.splitlines()) == 60


def test_ctrl_c_keeps_what_is_done(folder, tmp_path):
    for at in range(1500):
        (folder / f"more-{at:04}.html").write_text(COPY)
    output = tmp_path / "done.jsonl"
    call = [
        sys.executable,
        "-m",
        "checker",
        "check",
        "--format",
        "jsonl",
        "--jobs",
        "2",
        "-o",
        str(output),
        str(folder),
    ]
    with subprocess.Popen(call, stderr=subprocess.PIPE, text=True) as process:
        until = time.monotonic() + 90
        while time.monotonic() < until and (not output.exists() or output.stat().st_size == 0):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert "interrupted" in process.stderr.read()
    lines = output.read_text().splitlines()
    assert 0 < len(lines) < 1560
    assert all(json.loads(line)["outcome"] for line in lines)


MEASURED = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "checker", "check", "--jobs", "2", "-q", sys.argv[1]], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_memory_is_flat(folder):
    """In a process of its own: what other tests started is none of it."""
    done = subprocess.run([sys.executable, "-c", MEASURED, str(folder)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 400_000
