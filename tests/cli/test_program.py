"""The program as a process: what it prints of the schemas, in colour, with strange file names, and when all goes wrong."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli import app
from checker.cli.options import Format

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["report", "terms", "wording"])
def test_schema_prints_the_schema(run, name):
    done = run("schema", name)
    assert done.returncode == 0
    assert json.loads(done.stdout) == json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))


def test_terms_list_in_json(run):
    packs = json.loads(run("terms", "list", "--format", "json").stdout)
    assert all(pack.keys() == {"id", "name", "domains", "license", "requirements", "versions"} for pack in packs)
    assert {pack["id"] for pack in packs} >= {
        "good-practice",
        *(file.stem for file in (ROOT / "rules" / "publishers").glob("*.toml")),
    }


COLOURS = [
    pytest.param({}, False, id="piped"),
    pytest.param({"FORCE_COLOR": "1"}, True, id="FORCE_COLOR"),
    pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
]


@pytest.mark.parametrize(("environment", "coloured"), COLOURS)
def test_colours(run, environment, coloured):
    said = run("check", "missing.md", **environment).stdout.decode()
    assert "missing.md" in said
    assert bool(re.search(r"\x1b\[(?:[0-9;]*;)?3[0-9]m", said)) == coloured
    if not environment:
        assert "\x1b" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not allowed there")
def test_a_file_s_name_does_nothing_to_a_terminal_in_any_format(run, tmp_path):
    name = "a\x1b[31m\u202e\nforged: compliant.md".encode() + b"\xff.md"
    Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text("# The river comes back\n", "utf-8")
    text = run("check", "-v", "--report", "json=report.json", ".")
    assert text.returncode == 0
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]|\xe2\x80\xae", text.stdout)
    assert not any(line.startswith(b"forged") for line in text.stdout.splitlines())
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["pages"][0]["outcome"] == "not_republished"


def test_an_internal_error_is_one_line_and_its_own_code(monkeypatch, capsys):
    def fail(*_):
        raise RuntimeError("a \x1b[31mfault")

    monkeypatch.setattr(app, "command_line", fail)
    with pytest.raises(SystemExit) as ended:
        app.run()
    assert ended.value.code == 70
    assert capsys.readouterr().err == "creditline: internal error: RuntimeError: a \\u{1b}[31mfault\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes there")
@pytest.mark.parametrize("form", ["text", "json"])
def test_output_that_nobody_reads_changes_no_exit_code(tmp_path, form):
    for number in range(120):
        (tmp_path / f"{number}.md").write_text(
            "# The river\n\nThis article was originally published on Global Research.\n", "utf-8"
        )
    command = f"{shlex.quote(sys.executable)} -m checker check -f {form} . | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert (done.returncode, len(done.stdout), done.stderr) == (1, 10, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not allowed there")
@pytest.mark.parametrize("form", [form for form in Format if form not in {Format.TEXT, Format.JSON, Format.JSONL}])
def test_every_report_can_name_every_file(run, tmp_path, form):
    name = "a\x1b[31m\u202e\n::error::forged ]]> <b> @ann, %0A.md".encode() + b"\xff.md"
    page = "# The river comes back\n\nThis article was originally published on [Global Research](#).\n"
    Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text(page, "utf-8")
    done = run("check", "--format", form, ".")
    assert (done.returncode, done.stderr) == (1, b"")
    said = done.stdout.decode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", said)
    assert not any(line.lstrip().startswith("::error::forged") for line in said.splitlines())


def test_on_github_no_page_gives_commands_by_the_text_either(run, tmp_path):
    (tmp_path / "a.md").write_text("# A\n\nThis was first published on [##[add-mask]e](#).\n", "utf-8")
    (tmp_path / "::error::forged.md").write_text("# A\n", "utf-8")
    lines = run("check", "-v", "a.md", "::error::forged.md", GITHUB_ACTIONS="true").stdout.decode().splitlines()
    command, token = lines[0].rsplit("::", 1)
    assert (command, lines[-1]) == ("::stop-commands", f"::{token}::")
    assert any(line.startswith("\\u{3a}:error::forged.md: not republished") for line in lines)


def test_what_is_left_at_the_end_is_not_looked_through_once_more():
    told = "import atexit, gc; from checker.cli.start import main; atexit.register(lambda: print(gc.get_freeze_count() > 1000)); main()"
    done = subprocess.run([sys.executable, "-c", told, "--help"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "True"
