"""Ctrl-C, pipes that nobody reads, full disks: a clear word, the right code, nothing half-written, and what was done is kept."""

import importlib
import json
import os
import signal
import stat
import sys
import threading
import time
from pathlib import Path

import pytest

from checker.cli import outputs
from checker.cli import process as program
from checker.errors import UsageError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices are others there")
FULL = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no such device here")
NO_ROOM = "No space left on device"

# a call that writes to a full disk -> the place that the message names
CALLS = [
    pytest.param("check copy.md > /dev/full", "standard output", id="text"),
    pytest.param("check -f json copy.md > /dev/full", "standard output", id="JSON"),
    pytest.param("check -f jsonl copy.md > /dev/full", "standard output", id="JSON lines"),
    pytest.param("check -f json -o /dev/full copy.md", "/dev/full", id="a file"),
    pytest.param("check -f jsonl -o /dev/full copy.md", "/dev/full", id="lines in a file"),
    pytest.param("check --report json=/dev/full copy.md", "/dev/full", id="a further report"),
    pytest.param("inspect copy.md > /dev/full", "standard output", id="inspect"),
    pytest.param("fix --terms globalresearch copy.md > /dev/full", "standard output", id="a diff"),
    pytest.param("schema report > /dev/full", "standard output", id="a schema"),
    pytest.param("terms list > /dev/full", "standard output", id="a list of packs"),
    pytest.param("--version > /dev/full", "standard output", id="the version"),
    pytest.param("check --help > /dev/full", "cannot write", id="help"),
]


@FULL
@pytest.mark.parametrize(("call", "place"), CALLS)
def test_a_full_disk_is_one_line_and_code_2(shell, copy, call, place):
    done = shell(f"$CREDITLINE {call}")
    assert (done.returncode, done.stderr.decode()) == (2, f"creditline: {place}: {NO_ROOM}\n")


@FULL
def test_one_report_that_cannot_be_written_takes_no_other_with_it(run, copy, tmp_path):
    done = run("check", "-o", "/dev/full", "--report", "json=/dev/full", "--report", "json=good.json", "copy.md")
    assert done.returncode == 2
    assert len(json.loads((tmp_path / "good.json").read_text("utf-8"))["pages"]) == 1


@FULL
@pytest.mark.parametrize("streams", ["2> /dev/full", "2>&-", "> /dev/null 2>&-", ">&-", ">&- 2>&-"])
def test_a_stream_that_takes_nothing_changes_no_exit_code(shell, copy, streams):
    assert shell(f"$CREDITLINE check copy.md missing.md {streams}").returncode == 3
    assert shell(f"$CREDITLINE check --terms nobody copy.md {streams}").returncode == 2


@pytest.mark.parametrize("call", ["check .", "check -f json .", "check -f jsonl .", "schema report", "terms list"])
def test_a_pipe_that_nobody_reads_is_no_fault(shell, tmp_path, copy, call):
    for number in range(150):
        (tmp_path / f"{number}.md").write_bytes(copy.read_bytes())
    done = shell(f"$CREDITLINE {call} | head -c 1; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, len(done.stdout), done.stderr) == (0, 1, b"")


@FULL
def test_evidence_on_a_full_disk_takes_no_report_with_it(shell, copy, tmp_path):
    (tmp_path / "large.html").write_bytes(b"<p>" + os.urandom(40_000))
    done = shell("ulimit -f 32; $CREDITLINE check --evidence kept.warc.gz --report json=good.json large.html copy.md")
    assert (done.returncode, done.stderr) == (2, b"creditline: --evidence: kept.warc.gz: File too large\n")
    assert b"1 page checked: 1 compliant. 1 page could not be read." in done.stdout
    assert len(json.loads((tmp_path / "good.json").read_text("utf-8"))["pages"]) == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.md", "good.json", "large.html"]


@FULL
def test_parquet_that_cannot_be_written_whole_leaves_the_old_file_and_the_rows(tmp_path, monkeypatch):
    pytest.importorskip("pyarrow")
    from checker.scan import output  # noqa: PLC0415

    (tmp_path / "rows.jsonl").write_bytes(b"")
    (tmp_path / "rows.parquet").write_bytes(b"old")

    def fills_up(_, part):
        part.write_bytes(b"half")
        raise OSError(28, NO_ROOM)

    monkeypatch.setattr(output, "_write", fills_up)
    with pytest.raises(UsageError, match=f"rows.parquet: {NO_ROOM}"):
        output.to_parquet(tmp_path / "rows.jsonl", tmp_path / "rows.parquet")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["rows.jsonl", "rows.parquet"]
    assert (tmp_path / "rows.parquet").read_bytes() == b"old"


# --- files are whole ------------------------------------------------------------------------------------------------


@pytest.fixture
def small_files():
    """No file may be larger than a few bytes, as on a disk that fills up."""
    import resource  # noqa: PLC0415

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, ignored)


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path, small_files):
    (tmp_path / "report.json").write_text("old", "utf-8")
    for name in ("report.json", "new.json"):
        with pytest.raises(UsageError, match=r"json: File too large"):
            outputs.put(b"x" * 1000, tmp_path / name)
    with pytest.raises(UsageError, match=r"draft.toml: File too large"):
        outputs.put_new(b"x" * 1000, tmp_path / "draft.toml")
    assert [file.name for file in tmp_path.iterdir()] == ["report.json"]
    assert (tmp_path / "report.json").read_text("utf-8") == "old"


def test_of_lines_only_whole_ones_are_kept(tmp_path, small_files):
    lines = outputs.Lines(tmp_path / "done.jsonl", more=False)
    lines.write(b"x" * 59 + b"\n")
    with pytest.raises(UsageError, match=r"done.jsonl: File too large"):
        lines.write(b"y" * 59 + b"\n")
    lines.close()
    assert (tmp_path / "done.jsonl").read_bytes() == b"x" * 59 + b"\n"


def test_a_file_keeps_its_mode_and_a_link_stays_one(tmp_path):
    (tmp_path / "report.json").write_text("old", "utf-8")
    (tmp_path / "report.json").chmod(0o640)
    (tmp_path / "latest").symlink_to("report.json")
    outputs.put(b"new", tmp_path / "latest")
    assert (tmp_path / "latest").is_symlink()
    assert (tmp_path / "report.json").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "report.json").stat().st_mode) == 0o640
    (tmp_path / "towards").symlink_to("made.json")
    outputs.put(b"new", tmp_path / "towards")
    assert (tmp_path / "made.json").read_bytes() == b"new"


def test_a_new_file_has_the_mode_that_new_files_have(tmp_path):
    (tmp_path / "plain").write_bytes(b"")
    outputs.put(b"x", tmp_path / "made")
    assert (tmp_path / "made").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_name_as_long_as_names_may_be_can_be_written(tmp_path):
    outputs.put(b"x", tmp_path / ("n" * 255))
    assert [len(file.name) for file in tmp_path.iterdir()] == [255]


def test_a_folder_that_takes_no_new_files_lets_an_old_one_be_written(tmp_path, monkeypatch):
    """Permissions do not bind every user, so the refusal is played."""
    (tmp_path / "report.json").write_text("old", "utf-8")

    opened = os.open

    def refuse(name, flags, *more):
        if flags & os.O_EXCL:
            raise PermissionError(13, "Permission denied")
        return opened(name, flags, *more)

    with monkeypatch.context() as patched:
        patched.setattr(outputs.os, "open", refuse)
        outputs.put(b"new", tmp_path / "report.json")
        with pytest.raises(UsageError, match="Permission denied"):
            outputs.put(b"new", tmp_path / "other.json")
    assert (tmp_path / "report.json").read_bytes() == b"new"


@pytest.mark.parametrize(
    "output",
    [
        pytest.param("-o -", id="a dash"),
        pytest.param("-o /dev/stdout", id="the device"),
        pytest.param("-o >(cat; echo) ", id="a pipe by name"),
        pytest.param("-f jsonl -o -", id="lines to a dash"),
    ],
)
def test_standard_output_and_pipes_may_be_outputs(shell, copy, tmp_path, output):
    done = shell(f"$CREDITLINE check -f json {output} copy.md; sleep 0.2")
    assert b'"target": "copy.md"' in done.stdout.replace(b'":"', b'": "')
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.md"]


def test_what_stands_in_a_file_already_that_standard_output_leads_to_is_kept(shell, copy, tmp_path):
    shell("echo first > all; $CREDITLINE check -f json -o /dev/stdout copy.md >> all")
    assert (tmp_path / "all").read_text("utf-8").startswith("first\n{\n")


@pytest.mark.parametrize("output", ["folder", "no/such/folder/report.json", "copy.md/below"])
def test_an_output_that_cannot_be_is_told_of(run, copy, tmp_path, output):
    (tmp_path / "folder").mkdir()
    done = run("check", "-f", "json", "-o", output, "copy.md")
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"creditline: {output}: ")


# --- somebody stops it ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "terminated"])
def test_what_is_done_before_somebody_stops_it_is_kept(start, tmp_path, copy, how):
    (tmp_path / "old.json").write_text("old", "utf-8")
    for number in range(3000):
        (tmp_path / f"{number}.md").hardlink_to(copy)
    process = start("check", "-f", "jsonl", "-o", "done.jsonl", "--report", "json=old.json", ".")
    done = tmp_path / "done.jsonl"
    _until(lambda: done.exists() and done.stat().st_size > 0)
    process.send_signal(how)
    _, said = process.communicate(timeout=60)
    lines = done.read_text("utf-8").splitlines()
    assert process.returncode == 130
    assert said.decode() == f"creditline: interrupted; pages done: {len(lines)}\n"
    assert len(json.loads((tmp_path / "old.json").read_text("utf-8"))["pages"]) == len(lines) < 3000
    assert all(json.loads(line)["target"] for line in lines)
    assert not list(tmp_path.glob(".creditline-*"))


@pytest.mark.parametrize("wait", [0.0, 0.1, 0.3])
def test_whenever_it_comes_ctrl_c_ends_in_no_traceback(start, tmp_path, copy, wait):
    for number in range(3000):
        (tmp_path / f"{number}.md").hardlink_to(copy)
    process = start("check", "-f", "json", "-o", "report.json", ".")
    _until(lambda: _is_python_up(process.pid))
    time.sleep(wait)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert b"Traceback" not in said
    assert process.returncode in {130, -signal.SIGINT}  # what shells call 130 too
    assert not (tmp_path / "report.json").exists() or json.loads((tmp_path / "report.json").read_text("utf-8"))


def test_ctrl_c_in_a_short_command_has_a_word(start, tmp_path):
    os.mkfifo(tmp_path / "results.json")
    process = start("report", "results.json")
    opened = threading.Event()
    threading.Thread(target=_hold, args=(tmp_path / "results.json", opened), daemon=True).start()
    assert opened.wait(30)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=60)
    assert (process.returncode, out, said) == (130, b"", b"creditline: interrupted\n")


def _hold(fifo, opened):
    """Opens a pipe for writing and writes nothing: whoever reads it waits."""
    with fifo.open("wb"):
        opened.set()
        time.sleep(30)


def _is_python_up(pid):
    maps = Path(f"/proc/{pid}/maps")
    return not maps.exists() or "lxml" in maps.read_text("utf-8", "replace")


def _until(true):
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def greedy(tmp_path, monkeypatch):
    """Imports a module that passes over every exception, as modules in C do, while signals come, so many as are asked for."""
    monkeypatch.syspath_prepend(tmp_path)
    handlers = {each: signal.signal(each, program._stop) for each in (signal.SIGINT, signal.SIGALRM)}

    def load(signals):
        lines = ["import os, signal", "heard = 0"]
        for _ in range(signals):
            lines += ["try:", "    os.kill(os.getpid(), signal.SIGINT)", "    for _ in range(1000): pass"]
            lines += ["except KeyboardInterrupt:", "    heard += 1"]
        (tmp_path / "greedy.py").write_text("\n".join(lines), "utf-8")
        return importlib.import_module("greedy")

    yield load
    signal.setitimer(signal.ITIMER_REAL, 0)
    sys.modules.pop("greedy", None)
    for each, handler in handlers.items():
        signal.signal(each, handler)


def test_ctrl_c_while_a_module_is_imported_is_heard_behind_it(greedy):
    assert greedy(1).heard == 0
    with pytest.raises(KeyboardInterrupt):
        time.sleep(30)


def test_who_asks_twice_while_a_module_is_imported_does_not_wait(greedy):
    assert greedy(2).heard == 1
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
