"""The component for GitLab: well formed by GitLab's own schema, and its script run as it is written."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from junitparser import JUnitXml

ROOT = Path(__file__).parents[2]
HEAD, BODY = (ROOT / "templates" / "creditline.yml").read_text("utf-8").split("\n---\n")
INPUTS = yaml.safe_load(HEAD)["spec"]["inputs"]


def job(**inputs):
    """The job as GitLab has it with some inputs."""
    given = {**{name: each["default"] for name, each in INPUTS.items() if "default" in each}, **inputs}
    return yaml.safe_load(re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda found: given[found[1]], BODY))


def test_it_is_a_configuration_of_gitlabs(valid):
    valid("gitlab-ci", HEAD)
    valid("gitlab-ci", yaml.safe_dump(job(source="creditline")))


def test_every_input_is_used_and_every_one_used_is_there():
    assert set(re.findall(r"inputs\.([\w-]+)", BODY)) == set(INPUTS)


RUNS = {
    "a site that falls short": ({}, 1),
    "some pages, without failing": (
        {"pages": "public content/posts/link-*.md", "args": "--exclude compliant-* --quiet", "fail-on": "never"},
        0,
    ),
}


@pytest.mark.parametrize(("inputs", "code"), RUNS.values(), ids=RUNS)
def test_the_script_on_a_site(index, project, site, inputs, code):
    found = job(source=str(project), **inputs)["creditline"]
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment = {**kept, **found["variables"], "CI": "true"}
    script = "set -eo pipefail\n" + "\n".join(found["script"])
    done = subprocess.run(
        ["bash", "-c", script], cwd=site, env=environment, capture_output=True, check=False, timeout=300
    )
    assert done.returncode == code, done.stderr.decode()
    reports = found["artifacts"]["reports"]
    issues = json.loads((site / reports["codequality"]).read_text("utf-8"))
    assert issues
    assert all((site / issue["location"]["path"]).is_file() for issue in issues)
    assert JUnitXml.fromfile(str(site / reports["junit"])).tests > 0
