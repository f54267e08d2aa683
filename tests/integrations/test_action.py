"""The GitHub action: its steps run as they are written, as a runner runs them."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")


def run(name, folder, place, values):
    """A step's script in the shell and with the variables that the runner gives it."""
    step = STEPS[name]
    given = {key: EXPRESSION.sub(lambda found: values[found[1]], value) for key, value in step["env"].items()}
    files = {
        name: str(place / name.lower())
        for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH")
    }
    for file in files.values():
        Path(file).touch()
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "PYTHONPATH"))}
    environment = {**kept, **files, **given, "RUNNER_TEMP": str(place), "GITHUB_ACTIONS": "true", "CI": "true"}
    script = place / "script.sh"
    script.write_text(step["run"], "utf-8")
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=300)


def outputs(place):
    """The outputs of a step, by the rules of the runner's file."""
    text = (place / "github_output").read_text("utf-8")
    found = dict(re.findall(r"^([\w-]+)<<(?:\S+)\n(.*?)\n\S+$", text, re.MULTILINE | re.DOTALL))
    return found | dict(re.findall(r"^([\w-]+)=(.*)$", text, re.MULTILINE))


@pytest.fixture(scope="module")
def installed(index, project, tmp_path_factory):
    """The runner's folder after the first step."""
    place = tmp_path_factory.mktemp("runner")
    done = run("Install creditline", place, place, {"github.action_path": str(project)})
    assert done.returncode == 0, done.stderr.decode()
    return place


@pytest.fixture
def check(installed, site, tmp_path):
    """Runs the check on the site with some inputs; gives what it ended with, printed and put out."""
    place = tmp_path / "runner"
    place.mkdir()
    (place / "creditline").symlink_to(installed / "creditline")

    def call(**inputs):
        defaults = {f"inputs.{name}": given["default"] for name, given in ACTION["inputs"].items()}
        values = {**defaults, **{f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}}
        done = run("Check the pages", site, place, values)
        return done.returncode, done.stdout.decode(), outputs(place)

    call.place = place
    return call


def test_no_input_is_ever_part_of_a_script():
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
        assert step.get("shell", "bash") == "bash"


def test_every_input_reaches_a_step_and_every_output_comes_from_one():
    told = yaml.safe_dump(ACTION["runs"])
    assert [name for name in ACTION["inputs"] if f"inputs.{name}" not in told] == []
    for name, output in ACTION["outputs"].items():
        assert output["value"] == f"${{{{ steps.check.outputs.{name} }}}}"


def test_a_site_that_falls_short(check, site):
    code, said, given = check()
    report, log = (json.loads(Path(given[name]).read_text("utf-8")) for name in ("report", "sarif-file"))
    failed = [each for page in report["pages"] for each in page["findings"] if each["outcome"] == "failed"]
    assert (code, given["exit-code"]) == (1, "1")
    assert (given["findings"], given["cant-tell"]) == (str(len(failed)), "0")
    assert len(log["runs"][0]["results"]) == len(failed)
    assert "::error title=creditline globalresearch/" in said
    assert "file=content/posts/link-empty-href.md,line=23" in said
    assert (check.place / "github_step_summary").read_text("utf-8").startswith("### creditline\n")
    assert not list(site.glob("*.sarif"))


def test_pages_that_are_well(check):
    code, _, given = check(pages="content/posts/compliant-blockquote.md\npublic/compliant-*.html\n")
    assert (code, given["exit-code"], given["findings"]) == (0, "0", "0")


def test_files_and_arguments_where_they_are_wanted(check, site):
    code, _, given = check(
        output="my report.json", sarif_file="my.sarif", fail_on="never", args="--exclude\npublic/*\n", pages="."
    )
    assert (code, given["report"], given["sarif-file"]) == (0, "my report.json", "my.sarif")
    targets = [page["target"] for page in json.loads((site / "my report.json").read_text("utf-8"))["pages"]]
    assert targets
    assert not [target for target in targets if target.startswith("public")]


HOSTILE = ["$(touch owned)", "`touch owned`", '"; touch owned; "', "--output=owned", "a' 'b", "${HOME}", "x\\"]


def test_no_input_is_taken_for_code(check, site):
    for name in HOSTILE:
        (site / name).write_text("# A page\n\nOf our own.\n", "utf-8")
    code, said, given = check(pages="\n".join(HOSTILE), args="\n".join(f"--include={name}" for name in HOSTILE))
    report = json.loads(Path(given["report"]).read_text("utf-8"))
    assert (code, [page["target"] for page in report["pages"]]) == (0, HOSTILE), said
    assert not (site / "owned").exists()


def test_a_page_that_is_not_there(check):
    code, said, given = check(pages="missing.md")
    assert (code, given["exit-code"], given["findings"]) == (3, "3", "0")
    assert "::error title=creditline unreadable,file=missing.md" in said


def test_a_wrong_call_has_no_report(check):
    code, _, given = check(fail_on="nonsense")
    assert code == 2
    assert given == {"exit-code": "2"}


def test_live_pages_are_audited(check, site, serving):
    server = serving({"/a": (site / "public" / "link-dead.html").read_bytes()})
    (site / "urls.txt").write_text(f"{server.url('/a')}\n", "utf-8")
    code, _, given = check(urls="urls.txt", args="--allow-private-hosts\n--no-cache\n--delay\n0")
    assert code == 1
    report = json.loads(Path(given["report"]).read_text("utf-8"))
    assert [page["target"] for page in report["pages"]] == [server.url("/a")]


def test_suppressed_findings_raise_no_alert(tmp_path):
    """Of the end of the step alone: code scanning would show them as open."""
    script = STEPS["Check the pages"]["run"].partition("<<'END'\n")[2].partition("\nEND\n")[0]
    findings = [
        {"outcome": "failed", "severity": "error", "suppression": {"waiver": "baseline"}},
        {"outcome": "failed", "severity": "warning"},
        {"outcome": "cant_tell", "severity": "error"},
        {"outcome": "cant_tell", "severity": "note"},
    ]
    (tmp_path / "a.json").write_text(json.dumps({"pages": [{"findings": findings}]}), "utf-8")
    results = [{"ruleId": "a", "suppressions": []}, {"ruleId": "b"}]
    (tmp_path / "a.sarif").write_text(json.dumps({"runs": [{"results": results}]}), "utf-8")
    python = shutil.which("python3")
    done = subprocess.run(
        [python, "-", "a.json", "a.sarif"], cwd=tmp_path, input=script.encode(), capture_output=True, check=True
    )
    assert done.stdout.decode().split() == ["findings=1", "cant-tell=1"]
    assert json.loads((tmp_path / "a.sarif").read_text("utf-8")) == {"runs": [{"results": [{"ruleId": "b"}]}]}
