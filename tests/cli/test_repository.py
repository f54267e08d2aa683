"""Reports for code hosts, as the program writes them: paths from the top of the repository, lists of addresses, the summary of a job."""

import json

import pytest

import checker
from checker.cli import repository

POST = """# The river comes back

The water came early this year, stayed for nine days, and left a line on the school wall.

This article was originally published on [Global Research](#).
"""


@pytest.fixture
def site(tmp_path):
    """A repository with a page two folders down."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "site" / "posts").mkdir(parents=True)
    (tmp_path / "site" / "posts" / "a post.md").write_text(POST, "utf-8")
    return tmp_path


def uris(text):
    (run,) = json.loads(text)["runs"]
    return {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for result in run["results"]
        for place in result["locations"]
    }


WAYS = {
    "from the top": "site",
    "with a dot": "./site/posts/../posts/a post.md",
    "whole": "{folder}/site/posts/a post.md",
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_paths_are_those_of_the_repository(run, site, way):
    done = run("check", "--format", "sarif", way.format(folder=site))
    assert (done.returncode, uris(done.stdout)) == (1, {"site/posts/a%20post.md"})


def test_paths_are_those_of_the_repository_from_a_folder_in_it(site, monkeypatch):
    monkeypatch.chdir(site / "site" / "posts")
    found = repository.within(checker.check(["a post.md", "missing.md"]), ["a post.md"])
    assert [page.target for page in found.pages] == ["site/posts/a post.md", "site/posts/missing.md"]


def test_a_folder_without_a_repository_is_the_top(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    found = repository.within(checker.check(["b.md", "../c.md"]), [])
    assert [page.target for page in found.pages] == ["b.md", (tmp_path / "c.md").as_posix()]


def test_text_and_json_name_targets_as_they_were_given(run, site):
    done = run("check", str(site), "--report", "json=a.json", "--report", "junit=a.xml")
    given = f"{site}/site/posts/a post.md"
    assert done.stdout.decode().startswith(f"{given}: violation")
    assert json.loads((site / "a.json").read_text("utf-8"))["pages"][0]["target"] == given
    assert 'testsuite name="site/posts/a post.md"' in (site / "a.xml").read_text("utf-8")


def test_pages_of_the_web_are_shown_in_the_list_that_names_them(run, site, serving):
    server = serving({"/a": "<title>x</title><p>" + POST, "/gone": (404, {}, "")})
    (site / "urls.txt").write_text(f"# our copies\n\n{server.url('/a')}\n{server.url('/gone')}\n", "utf-8")
    done = run("check", "--format", "gitlab", "--allow-private-hosts", "--delay", "0", "urls.txt")
    found = {(each["location"]["path"], each["location"]["lines"]["begin"]) for each in json.loads(done.stdout)}
    assert found == {("urls.txt", 3), ("urls.txt", 4)}


def test_a_job_has_its_summary(run, site):
    summary = site / "summary.md"
    summary.write_text("Before.\n", "utf-8")
    done = run("check", "--format", "github", "site", GITHUB_STEP_SUMMARY=str(summary))
    assert b"::error title=creditline globalresearch/" in done.stdout
    said = summary.read_text("utf-8")
    assert said.startswith("Before.\n### creditline\n\n1 page checked")
    assert "<code>site/posts/a post.md</code>: violation" in said


def test_a_summary_has_no_more_than_github_takes(run, site):
    summary = site / "summary.md"
    for number in range(30):
        (site / "site" / f"{number}.md").write_text(POST, "utf-8")
    summary.write_text("." * 1_040_000, "utf-8")
    run("check", "--report", "github=log.txt", "site", GITHUB_STEP_SUMMARY=str(summary))
    assert 1_044_000 < summary.stat().st_size <= 1024 * 1024
    assert "more pages, which have no room here.\n" in summary.read_text("utf-8")


def test_other_formats_write_no_summary(run, site):
    run("check", "--report", "markdown=a.md", "site", GITHUB_STEP_SUMMARY=str(site / "summary.md"))
    assert not (site / "summary.md").exists()


def test_a_summary_that_cannot_be_written_changes_nothing(run, site):
    done = run("check", "--format", "github", "site", GITHUB_STEP_SUMMARY=str(site / "no" / "summary.md"))
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("form", ["sarif", "markdown"])
def test_inspect_judges_nothing_and_has_no_such_report(run, site, form):
    done = run("inspect", "--format", form, "site")
    assert done.returncode == 2
    assert b"'text', 'json', 'jsonl'" in done.stderr
