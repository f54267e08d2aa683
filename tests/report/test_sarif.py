"""SARIF, held against its standard, against GitHub's further demands, and read by another program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema.validators import validator_for

import checker
from checker.model import Clause, Evidence, Fix, Listed, Suppression, Waiver
from checker.report import precision, sarif

ROOT = Path(__file__).parents[2]
STANDARD = ROOT.parent / "shared" / "formats" / "sarif-schema-2.1.0.json"
SITE = ROOT / "examples" / "community-site"
HOSTILE = [
    "]]>",
    "[click](https://evil.example)",
    "{0} {name}",
    "\x00\x1b[31m\ud800",
    "a\nb\r\nc",
    "\u202egnp.exe",
    "\\",
]


def run_of(report):
    log = json.loads(sarif.write(report))
    (run,) = log["runs"]
    return run


def results_of(report):
    return run_of(report)["results"]


@pytest.fixture(scope="module")
def site():
    return checker.check([str(SITE), "missing.html"])


@pytest.fixture(scope="module")
def standard():
    if not STANDARD.exists():
        pytest.skip("the standard's schema is not here")
    schema = json.loads(STANDARD.read_text("utf-8"))
    return validator_for(schema)(schema)


def test_a_real_site_meets_the_standard(standard, site):
    assert [error.message for error in standard.iter_errors(json.loads(sarif.write(site)))] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_pages_meet_the_standard(standard, report_of, page_with, text):
    written = sarif.write(report_of(page_with(text, target=f"{text}.html")))
    assert [error.message for error in standard.iter_errors(json.loads(written))] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(report_of, page_with, text):
    run = run_of(report_of(page_with(text)))
    messages = [each["message"]["text"] for each in run["results"]]
    assert any("It says" in message for message in messages)
    for message in messages:
        assert message.replace("\n", "").isprintable()
        assert not set(message.replace("\\\\", "").replace("\\[", "").replace("\\]", "")) & set("[]\\")
        assert not set(message.replace("{{", "").replace("}}", "")) & set("{}")


def test_what_github_asks_for(site):
    """Required properties, their lengths, and the four numbers of each region."""
    run = run_of(site)
    rules = run["tool"]["driver"]["rules"]
    assert run["automationDetails"]["id"] == "creditline/pages/"
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert "security-severity" not in rule.get("properties", {})
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert result["partialFingerprints"]["primaryLocationLineHash"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert region["endColumn"] > region["startColumn"]


def test_a_rule_has_a_name_and_leads_to_the_terms(report_of, finding_of, judged):
    clause = Clause("It links back.", "https://news.example/terms")
    findings = [finding_of(clause=clause, type="canonical_link+noindex"), finding_of(requirement="own")]
    first, second = run_of(report_of(judged(*findings)))["tool"]["driver"]["rules"]
    assert (first["name"], first["helpUri"]) == ("CanonicalLinkNoindex", "https://news.example/terms")
    assert (second["name"], "helpUri" in second) == ("Own", False)


def test_fingerprints_are_unique_in_a_run(site):
    found = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results_of(site)]
    assert len(set(found)) == len(found)


def test_fingerprints_stay_when_fifty_lines_are_put_above(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    front = "---\ntitle: The river comes back\n---\n"
    body = "\nThe water stayed for nine days.\n\nThis article was first published on [Global Research](#).\n\nCopyright 2023\n"
    found = []
    for above in ("", "A line of the site's own.\n\n" * 25):
        Path("post.md").write_text(front + above + body, "utf-8")
        found.append(results_of(checker.check(["post.md"])))
    before, after = ({each["partialFingerprints"]["primaryLocationLineHash"] for each in some} for some in found)
    lines = [{each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in some} for some in found]
    assert before == after
    assert {line + 50 for line in lines[0] if line > 1} == {line for line in lines[1] if line > 1} != set()


REGIONS = {
    "missing": ((), (1, 1, 2)),
    "a word": ((Evidence("word", line=7, column=3),), (7, 3, 7)),
    "an empty text": ((Evidence("", line=7, column=3),), (7, 3, 4)),
    "a text longer than a line": ((Evidence("w" * 2000, line=7, column=3),), (7, 3, 4)),
    "characters beyond the basic plane": ((Evidence("𝒳𝒴", line=7, column=3),), (7, 3, 5)),
    "front matter first": ((Evidence("x", path="/front-matter/x"), Evidence("word", line=2, column=8)), (2, 8, 12)),
}


@pytest.mark.parametrize(("evidence", "region"), REGIONS.values(), ids=REGIONS)
def test_regions(report_of, finding_of, judged, evidence, region):
    (result,) = results_of(report_of(judged(finding_of(evidence=evidence))))
    found = result["locations"][0]["physicalLocation"]["region"]
    assert (found["startLine"], found["startColumn"], found["endColumn"]) == region
    assert found["endLine"] == found["startLine"]


URIS = {
    "a folder": ("site/a.md", "site/a.md"),
    "a space and a colon": ("my site/a: b.md", "my%20site/a%3A%20b.md"),
    "another script": ("site/é.md", "site/%C3%A9.md"),
    "a percent sign": ("a%20b.md", "a%2520b.md"),
    "outside of the repository": ("/srv/a.md", "file:///srv/a.md"),
    "the web": ("https://host.example/a?b=c", "host.example/a%3Fb%3Dc"),
}


@pytest.mark.parametrize(("target", "uri"), URIS.values(), ids=URIS)
def test_uris(report_of, finding_of, judged, target, uri):
    (result,) = results_of(report_of(judged(finding_of(), target=target)))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_page_of_the_web_is_shown_where_a_list_names_it(report_of, finding_of, judged):
    page = judged(finding_of(), target="https://host.example/a", listed=Listed("urls.txt", 4))
    (result,) = results_of(report_of(page))
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("urls.txt", 4)
    assert "https://host.example/a" in result["message"]["text"]
    assert result["webRequest"]["target"] == "https://host.example/a"


CATEGORIES = {
    "nothing": ((), "creditline/pages/"),
    "files": (("a.md",), "creditline/pages/"),
    "files and the web": (("a.md", "https://host.example/a"), "creditline/pages/"),
    "the web": (("https://host.example/a",), "creditline/live/"),
}


@pytest.mark.parametrize(("targets", "category"), CATEGORIES.values(), ids=CATEGORIES)
def test_live_pages_are_a_category_of_their_own(report_of, finding_of, judged, targets, category):
    pages = [judged(finding_of(), target=target) for target in targets]
    assert run_of(report_of(*pages))["automationDetails"]["id"] == category


def test_what_cannot_be_told_is_a_note_with_its_reason(report_of, finding_of, judged):
    (result,) = results_of(report_of(judged(finding_of("cant_tell", reason="renderer_decides"))))
    assert result["level"] == "note"
    assert result["message"]["text"].startswith("Cannot tell (renderer decides)")
    assert result["properties"] == {"outcome": "cant_tell", "severity": "error", "reason": "renderer_decides"}


def test_what_no_page_can_tell_raises_no_alert(report_of, finding_of, judged, unreadable):
    waiting = finding_of("cant_tell", "note", "no_edits", reason="original_unavailable")
    run = run_of(report_of(judged(waiting), unreadable()))
    assert run["results"] == []
    said = [(each["level"], each["message"]["text"]) for each in run["invocations"][0]["toolExecutionNotifications"]]
    assert said == [
        ("error", "The page was not checked: no such file \\[not_found\\]"),
        ("note", "Not checked, and neither passed nor failed: no_edits (original unavailable)."),
    ]


SUPPRESSIONS = {Waiver.INLINE: "inSource", Waiver.BASELINE: "external"}


@pytest.mark.parametrize(("waiver", "kind"), SUPPRESSIONS.items())
def test_what_is_suppressed_stays_and_says_why(report_of, finding_of, judged, waiver, kind):
    suppression = Suppression(waiver, "an old page", "Ann", "2027-01-31")
    (result,) = results_of(report_of(judged(finding_of(suppression=suppression))))
    assert result["suppressions"] == [
        {"kind": kind, "status": "accepted", "justification": "an old page (Ann), until 2027-01-31"}
    ]


def test_no_more_results_than_github_takes_and_the_worst_stay(report_of, finding_of, judged):
    many = [finding_of("failed", "warning", "lesser")] * 25_000
    run = run_of(report_of(judged(*many, finding_of(requirement="worst"))))
    assert len(run["results"]) == 25_000
    assert run["results"][0]["ruleId"] == "example/worst"
    assert run["properties"]["resultsLeftOut"] == 1


def test_what_mends_it_is_in_the_message(report_of, finding_of, judged):
    (result,) = results_of(report_of(judged(finding_of(fix=Fix("<p>By Ann</p>", "By *Ann*")))))
    assert result["message"]["text"] == "Nothing links to the original. To mend it: By *Ann*"


def test_no_text_of_a_page_is_in_a_rule(report_of, page_with):
    """A rule's help is shown as Markdown with every alert."""
    page = page_with("https://evil.example")
    clause = page.findings[0].clause.text
    for rule in run_of(report_of(page))["tool"]["driver"]["rules"]:
        assert "evil" not in json.dumps(rule).replace(clause.partition("source ")[2], "")


MEASURED = {
    "often right": ({"precision": 1.0, "recall": 0.5, "lacking": 30}, "very-high"),
    "mostly right": ({"precision": 0.95, "recall": 1.0, "lacking": 30}, "high"),
    "right in four of five": ({"precision": 0.8, "recall": 1.0, "lacking": 30}, "medium"),
    "wrong every second time": ({"precision": 0.5, "recall": 1.0, "lacking": 30}, "low"),
    "right, but on too few pages": ({"precision": 1.0, "recall": 0.5, "lacking": 19}, None),
    "on the project's own pages alone": ({"own_passed": 100, "own_failed": 100}, None),
}


@pytest.mark.parametrize(("measured", "word"), MEASURED.values(), ids=MEASURED)
def test_precision_is_what_was_measured(monkeypatch, measured, word):
    monkeypatch.setattr(precision, "_accuracy", lambda: {"kind": measured})
    assert precision.precision("kind") == word
    assert precision.precision("unheard_of") is None


def test_rules_carry_their_measured_precision(site):
    rules = {rule["id"]: rule["properties"] for rule in run_of(site)["tool"]["driver"]["rules"] if "properties" in rule}
    assert rules["globalresearch/copyright_line"]["precision"] in {"very-high", "high"}
    assert "precision" not in rules["globalresearch/fair_use_notice"]


def test_another_program_reads_it(tmp_path, site):
    (tmp_path / "a.sarif").write_text(sarif.write(site), "utf-8")
    command = [sys.executable, "-m", "sarif", "csv", "--output", "a.csv", "a.sarif"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    read = (tmp_path / "a.csv").read_text("utf-8")
    assert read.count("\ncreditline,error,") == sum(each["level"] == "error" for each in results_of(site))
    assert "link-empty-href.md,23\n" in read
