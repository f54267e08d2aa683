"""The program as users call it. Each file in scenarios/ is one call, with what it must say and end with.

A scenario starts with a line that tells what it shows. Then come sections, each opened by `==== name`:

    command             the call, one line; `creditline` is this program
    environment         NAME=value lines
    copy                files and folders of the project to copy into the folder where the call is made
    file NAME           a file of that folder, with this content; a folder where NAME ends in /
    stdin               what is piped in
    exit                the exit code
    stdout, stderr      exactly what is printed there; left out, nothing may be
    stdout has          lines that must be printed there, among others; also: stderr has
    writes NAME         exactly what stands in that file afterwards

In JSON, `created` is made the same, and so is the day of a draft.

To write down what the program says today, where the exit code is right, set REWRITE_SCENARIOS=1:
then read the difference before you believe it.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.version import __version__

ROOT = Path(__file__).parents[2]
FILES = sorted((Path(__file__).parent / "scenarios").glob("*.txt"))
REPORT = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))
PAGE = {"$defs": REPORT["$defs"], "$ref": "#/$defs/page"}
SECTIONS = r"command|environment|copy|file [^\n]+|stdin|exit|stdout|stderr|stdout has|stderr has|writes [^\n]+"


def read(file):
    """The sections of a scenario by name; the first is its title."""
    parts = re.split(rf"^==== ({SECTIONS})\n", file.read_text("utf-8"), flags=re.MULTILINE)
    assert "\n==== " not in "".join(parts[::2]), "a section that nobody reads"
    return {"title": parts[0].strip(), **dict(zip(parts[1::2], parts[2::2], strict=True))}


def prepare(scenario, folder):
    for name in scenario.get("copy", "").split():
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / Path(name).name)
    for name, content in scenario.items():
        if name.startswith("file "):
            target = folder / name.removeprefix("file ")
            target.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith("/"):
                target.mkdir(exist_ok=True)
            else:
                target.write_text(content, "utf-8")


def call(scenario, folder):
    name, *arguments = shlex.split(scenario["command"])
    assert name == "creditline"
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "SYSTEMROOT", "PYTHONPATH", "HOME"}}
    given = dict(line.split("=", 1) for line in scenario.get("environment", "").splitlines())
    environment = {
        **kept,
        "COLUMNS": "100",
        "TERM": "xterm-256color",
        "PYTHONUTF8": "1",
        "PYTHONWARNINGS": "error",
        **given,
    }
    command = [sys.executable, "-m", "checker", *arguments]
    piped = scenario.get("stdin", "").encode()
    return subprocess.run(
        command, cwd=folder, env=environment, input=piped, capture_output=True, timeout=60, check=False
    )


def settled(text):
    """What was printed, without what differs from call to call."""
    text = text.replace(f"creditline {__version__}\n", "creditline VERSION\n").replace(
        f'"version": "{__version__}"', '"version": "VERSION"'
    )
    text = re.sub(r'"created": "[^"]*"', '"created": "TIME"', text)
    day = r"\d{4}-\d\d-\d\d"
    return re.sub(
        rf'^id = "{day}"\nsource = (.*) "{day}" }}$', r'id = "TODAY"\nsource = \1 "TODAY" }', text, flags=re.MULTILINE
    )


def is_valid(text):
    """Holds every JSON report, and every line of JSON Lines, against the schema."""
    if text.startswith('{\n "schema_version"'):
        Draft202012Validator(REPORT).validate(json.loads(text))
    elif text.startswith('{"target"'):
        for line in text.splitlines():
            Draft202012Validator(PAGE).validate(json.loads(line))


def rewrite(file, scenario, said):
    """Writes down what the program said, in the sections that the scenario has."""
    title = scenario.pop("title")
    sections = {name: said.get(name, content) for name, content in scenario.items()}
    file.write_text(title + "\n" + "".join(f"==== {name}\n{content}" for name, content in sections.items()), "utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_scenario(file, tmp_path):
    scenario = read(file)
    prepare(scenario, tmp_path)
    done = call(scenario, tmp_path)
    stdout, stderr = settled(done.stdout.decode()), settled(done.stderr.decode())
    assert "Traceback" not in stderr
    assert done.returncode == int(scenario["exit"]), stdout + stderr
    is_valid(done.stdout.decode())
    writes = {
        name: settled((tmp_path / name.removeprefix("writes ")).read_text("utf-8"))
        for name in scenario
        if name.startswith("writes ")
    }
    said = {"stdout": stdout, "stderr": stderr, **writes}
    for text in writes.values():
        is_valid(text.replace("TIME", "2026-11-22T18:00:00Z"))
    if os.environ.get("REWRITE_SCENARIOS"):
        rewrite(file, dict(scenario), said)
        return
    for name, text in said.items():
        if f"{name} has" in scenario:
            assert [line for line in scenario[f"{name} has"].splitlines() if line not in text.splitlines()] == [], text
        else:
            assert text == scenario.get(name, "")


def test_every_scenario_says_what_it_shows():
    titles = [read(file)["title"] for file in FILES]
    assert len(FILES) > 25
    assert all(titles)
    assert len(set(titles)) == len(titles)
