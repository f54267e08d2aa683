"""The component for GitLab: well formed by GitLab's own schema, and its script run as it is written."""

import json
import os
import re
import subprocess
from pathlib import Path

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


def test_the_script_on_a_site(index, project, site):
    inputs = {"pages": "public content/posts/link-*.md", "args": "--exclude compliant-* --quiet"}
    found = job(source=str(project), **inputs)["creditline"]
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = ["bash", "-c", "set -eo pipefail\n" + "\n".join(found["script"])]
    environment = {**kept, **found["variables"], "CI": "true"}
    done = subprocess.run(command, cwd=site, env=environment, capture_output=True, check=False, timeout=300)
    assert done.returncode == 1, done.stderr.decode()
    reports = found["artifacts"]["reports"]
    issues = json.loads((site / reports["codequality"]).read_text("utf-8"))
    suites = JUnitXml.fromfile(str(site / reports["junit"]))
    assert {"content/posts/link-empty-href.md"} <= {issue["location"]["path"] for issue in issues}
    assert all((site / issue["location"]["path"]).is_file() for issue in issues)
    assert not [suite.name for suite in suites if "compliant-" in suite.name]
