"""What the runner of GitHub Actions makes of the log: the commands by its own rules, and what it lets stand."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker.model import Evidence, Fix, Suppression, Waiver
from checker.report import github

SITE = Path(__file__).parents[2] / "examples" / "community-site"
KNOWN = {"error", "warning", "notice", "stop-commands", "group", "endgroup", "add-mask", "debug", "set-env", "add-path"}
WAYS_IN = [
    "::error::owned",
    "\n::add-mask::a",
    "x\r::warning::owned",
    "##[add-mask]a",
    "%0A::error::owned",
    "a,line=99,file=b:c",
    "  ::stop-commands::x",
    "\u2028::error::x",
]


def commands(log):
    """(name, properties, data) of each command, as the runner finds them line by line."""
    resume = None
    for line in re.split(r"\r\n|\r|\n", log):
        if resume:
            resume = None if line.strip() == f"::{resume}::" else resume
            continue
        if found := re.match(r"\s*::([\w-]+)(?: (.*?))?::(.*)", line):
            name, properties, data = found.groups()
            if name == "stop-commands":
                resume = data
            elif name in KNOWN:
                pairs = [pair.split("=", 1) for pair in (properties or "").split(",") if "=" in pair]
                yield name, {key: unescaped(value) for key, value in pairs}, unescaped(data)
        elif (found := re.search(r"##\[([\w-]+)[^\]]*\](.*)", line)) and found[1] in KNOWN:
            yield found[1], {}, found[2]
    assert resume is None, "the runner takes no command any more"


def unescaped(value):
    for token, mark in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(token, mark)
    return value


def commands_of(report):
    return list(commands(github.write(report)))


def test_a_finding_stands_on_its_line(report_of, finding_of, judged):
    finding = finding_of(evidence=(Evidence("x", line=7, column=3),), fix=Fix("<p>", "By 100 % *Ann*"))
    page = judged(finding, target="my site/a, b: c.md")
    assert commands_of(report_of(page)) == [
        (
            "error",
            {"title": "creditline example/link_to_original", "file": "my site/a, b: c.md", "line": "7", "col": "3"},
            "Nothing links to the original.\nTo mend it: By 100 % *Ann*",
        )
    ]


LEVELS = {
    "an error": ({}, ["error"]),
    "a warning": ({"severity": "warning"}, ["warning"]),
    "cannot tell": ({"outcome": "cant_tell", "reason": "metadata_only"}, ["notice"]),
    "cannot tell, no page's fault: in the text": ({"outcome": "cant_tell", "severity": "note"}, []),
    "suppressed": ({"suppression": Suppression(Waiver.BASELINE, "since before")}, ["notice"]),
    "passed": ({"outcome": "passed"}, []),
}


@pytest.mark.parametrize(("finding", "levels"), LEVELS.values(), ids=LEVELS)
def test_levels(report_of, finding_of, judged, finding, levels):
    assert [name for name, _, _ in commands_of(report_of(judged(finding_of(**finding))))] == levels


def test_an_unreadable_page_is_an_error(report_of, unreadable):
    ((name, properties, data),) = commands_of(report_of(unreadable()))
    assert (name, properties["file"]) == ("error", "missing.html")
    assert "no such file" in data


def test_a_page_of_the_web_is_named_in_the_message(report_of, finding_of, judged):
    ((_, properties, data),) = commands_of(report_of(judged(finding_of(), target="https://host.example/a")))
    assert "file" not in properties
    assert data.startswith("https://host.example/a: ")


MANY = {
    "none too many": ((10, 10, 9), (10, 10, 9), None),
    "errors": ((12, 1, 0), (10, 1, 1), "and 2 more: 2 errors"),
    "all": ((30, 11, 15), (10, 10, 10), "and 27 more: 20 errors, 1 warning, 6 notices"),
}


@pytest.mark.parametrize(("there", "shown", "said"), MANY.values(), ids=MANY)
def test_no_more_than_github_shows_and_how_many_there_are(report_of, finding_of, judged, there, shown, said):
    errors, warnings, untold = there
    findings = [finding_of("cant_tell", requirement=f"c{number}") for number in range(untold)]
    findings += [finding_of("failed", "warning", f"w{number}") for number in range(warnings)]
    findings += [finding_of(requirement=f"e{number}") for number in range(errors)]
    found = commands_of(report_of(judged(*findings)))
    assert tuple([name for name, _, _ in found].count(name) for name in ("error", "warning", "notice")) == shown
    assert [data.partition("; the log")[0] for _, _, data in found if data.startswith("and ")] == [said] * bool(said)
    assert [name for name, _, _ in found] == sorted(
        (name for name, _, _ in found), key=["error", "warning", "notice"].index
    )


@pytest.mark.parametrize("text", WAYS_IN)
def test_no_page_gives_the_runner_a_command(report_of, page_with, text):
    found = commands_of(report_of(page_with(text, target=f"{text}.md")))
    assert [name for name, _, _ in found] == ["error", "notice"]
    for _, properties, _ in found:
        assert set(properties) <= {"title", "file", "line", "col"}
        assert properties["line"] != "99"


@given(text=st.text(st.characters()))
def test_whatever_a_page_says(report_of, page_with, text):
    assert [name for name, _, _ in commands_of(report_of(page_with(text, target=f"{text}.md")))] == ["error", "notice"]


def test_the_log_has_the_text_for_people(report_of, finding_of, judged):
    log = github.write(report_of(judged(*[finding_of(requirement=f"e{number}") for number in range(30)])))
    assert "  site/post.md: error e29: Nothing links to the original.\n" in log
    assert "1 page checked: 1 violation.\n" in log


def test_a_real_site():
    found = commands_of(checker.check([str(SITE)]))
    assert {name for name, _, _ in found} == {"error", "warning", "notice"}
    for _, properties, _ in found:
        assert "file" not in properties or Path(properties["file"]).is_file()


def test_a_text_without_an_end_is_cut(report_of, finding_of, judged):
    ((_, _, data), *_) = commands_of(report_of(judged(finding_of(message="x" * 9000))))
    assert len(data) == 4000
