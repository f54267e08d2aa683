"""`--evidence`, `verify` and `--render`, as users call them. Two addresses of this machine are two sites."""

import gzip
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from warcio.archiveiterator import ArchiveIterator

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "report.schema.json").read_text("utf-8"))
TITLE = "The river comes back to Example Town"
TEXT = "The water came early this year, stayed for nine days, and left a line on the school wall. " * 12
NET = ("--allow-private-hosts", "--delay", "0")
PACK = """id = "example-news"

[publisher]
name = "Example News"
domains = ["news.example"]

[[version]]
id = "2024-05-01"
source = { url = "https://news.example/republish", read = "2026-01-15" }

[[version.requirement]]
type = "source_attribution"
strength = "must"
clause = "The copy says that the story comes from Example News."
"""
MORE = """
[[version.requirement]]
type = "license_notice"
strength = "must"
clause = "The copy shows the licence."
"""


@pytest.fixture
def sites(serving):
    try:
        news = serving({"/2024/river": f"<title>{TITLE}</title><h1>{TITLE}</h1><p>{TEXT}"}, host="127.0.0.2")
    except OSError:
        pytest.skip("this machine has one loopback address")
    body = f"""<title>{TITLE}</title><article><h1>{TITLE}</h1><p>By Ann Writer</p><p>{TEXT}</p>
<p>This article was originally published on <a href="{news.url("/2024/river")}">Example News</a>.</p></article>"""
    return serving({"/copy": body}), news


@pytest.fixture
def kept(run, sites, tmp_path):
    """Audits a page and keeps its evidence; then the servers are gone."""

    def call(*more, form="json"):
        host, news = sites
        given = (*NET, "--evidence", "run.warc.gz", "--format", form, "--output", "report.json")
        done = run("audit", *given, *more, host.url("/copy"))
        assert (done.returncode, done.stderr) == (0, b"")
        host.close()
        news.close()
        return host.url("/copy")

    return call


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_verdict_stands_without_the_servers(run, kept, tmp_path, form):
    url = kept(form=form)
    text = (tmp_path / "report.json").read_text("utf-8")
    schema = SCHEMA if form == "json" else {"$defs": SCHEMA["$defs"], "$ref": "#/$defs/page"}
    Draft202012Validator(schema).validate(json.loads(text))
    done = run("verify", "report.json", "--evidence", "run.warc.gz")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [f"{url}: stands (compliant)", "1 verdict judged again: 1 stands."]


def test_evidence_is_fetched_and_never_taken_from_the_cache(run, sites):
    host, _ = sites
    run("check", *NET, host.url("/copy"))
    before = len(host.requests)
    assert run("check", *NET, "--evidence", "run.warc.gz", host.url("/copy")).returncode == 0
    assert [request.path for request in host.requests[before:]] == ["/robots.txt", "/copy"]
    assert not any(name.startswith("if-") for request in host.requests[before:] for name in request.headers)


def test_evidence_that_was_changed_is_told(run, kept, tmp_path):
    url = kept()
    file = tmp_path / "run.warc.gz"
    data = bytearray(file.read_bytes())
    with file.open("rb") as opened:
        found = ArchiveIterator(opened)
        page = next(each for each in found if (each.rec_type, each.rec_headers["WARC-Target-URI"]) == ("response", url))
        data[found.get_record_offset() + 500] ^= 1
    assert page
    file.write_bytes(data)
    done = run("verify", "report.json", "--evidence", "run.warc.gz")
    assert (done.returncode, done.stderr) == (1, b"")
    assert f"{url}: tampered (compliant)" in done.stdout.decode()
    assert "note: run.warc.gz: damaged at byte " in done.stdout.decode()


def test_terms_that_were_changed_are_told(run, kept, tmp_path):
    pack = tmp_path / "pack.toml"
    pack.write_text(PACK, "utf-8")
    kept("--terms-file", "pack.toml")
    given = ("verify", "report.json", "--evidence", "run.warc.gz")
    done = run(*given)
    assert done.returncode == 2
    assert b"judged by example-news, which is not at hand: give --terms-file" in done.stderr
    assert run(*given, "--terms-file", "pack.toml").returncode == 0
    pack.write_text(PACK + MORE, "utf-8")
    done = run(*given, "--terms-file", "pack.toml", "--format", "json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert told["verdicts"][0]["status"] == "changed"
    assert told["verdicts"][0]["changes"] == [
        {"what": "outcome", "before": "compliant", "now": "violation"},
        {"what": "license_notice", "before": None, "now": "failed"},
    ]
    assert told["notes"] == ["the terms example-news of 2024-05-01 are written otherwise than they were"]


def test_an_original_in_a_file_and_facts_are_part_of_the_evidence(run, kept, tmp_path):
    (tmp_path / "original.html").write_text(f"<title>{TITLE}</title><h1>{TITLE}</h1><p>{TEXT}</p>", "utf-8")
    kept("--original", "original.html", "--fact", "permission=true", "--fact", "original_date=2024-05-02")
    (tmp_path / "original.html").unlink()
    done = run("verify", "report.json", "--evidence", "run.warc.gz")
    assert (done.returncode, done.stderr) == (0, b"")


# arguments -> exit code, what is said
WRONG = [
    pytest.param(("verify", "none.json", "--evidence", "x.warc.gz"), 3, "none.json: cannot be read", id="no report"),
    pytest.param(
        ("verify", "page.md", "--evidence", "x.warc.gz"), 2, "page.md: neither a JSON report", id="no report's"
    ),
    pytest.param(
        ("verify", "list.json", "--evidence", "x.warc.gz"), 2, "list.json: page 1 of it is no page", id="other JSON"
    ),
    pytest.param(
        ("verify", "report.json", "--evidence", "x.warc.gz"), 3, "x.warc.gz: cannot be read", id="no evidence"
    ),
    pytest.param(("verify", "report.json", "--evidence", "page.md"), 2, "no evidence", id="no WARC file"),
    pytest.param(("verify", "report.json", "--evidence", "empty"), 3, "an empty file", id="an empty file"),
    pytest.param(("check", "page.md", "--evidence", "empty"), 2, "never written over", id="a file that is there"),
    pytest.param(("check", "page.md", "--evidence", "no/x"), 2, "No such file or directory", id="no such folder"),
    pytest.param(("check", "page.md", "--evidence", "x", "--offline"), 2, "--offline fetches nothing", id="offline"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG)
def test_a_wrong_call_is_told(run, tmp_path, arguments, code, said):
    (tmp_path / "page.md").write_text("# Ours\n", "utf-8")
    (tmp_path / "list.json").write_text('{"created": "2026-11-01T12:00:00Z", "pages": [{"target": 1}]}', "utf-8")
    (tmp_path / "report.json").write_text('{"created": "2026-11-01T12:00:00Z", "pages": []}', "utf-8")
    (tmp_path / "empty").write_bytes(b"")
    done = run(*arguments)
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "page.md").read_text("utf-8") == "# Ours\n"


def test_a_page_cannot_write_on_the_terminal_by_way_of_its_evidence(run, tmp_path):
    (tmp_path / "page.md").write_text("# Ours\n", "utf-8")
    run("check", "page.md", "--evidence", "run.warc.gz", "--report", "json=report.json")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    report["pages"][0]["target"] = "\x1b[2Jpage.md"
    (tmp_path / "report.json").write_text(json.dumps(report), "utf-8")
    done = run("verify", "report.json", "--evidence", "run.warc.gz")
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout


def test_evidence_files_may_be_put_behind_one_another(run, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"# Our page {name}\n", "utf-8")
        run("check", f"{name}.md", "--evidence", f"{name}.warc.gz", "--report", f"jsonl={name}.jsonl")
    for ending in ("warc.gz", "jsonl"):
        parts = [(tmp_path / f"{name}.{ending}").read_bytes() for name in ("a", "b")]
        (tmp_path / f"both.{ending}").write_bytes(b"".join(parts))
    assert b"resource" in gzip.decompress((tmp_path / "both.warc.gz").read_bytes())
    done = run("verify", "both.jsonl", "--evidence", "both.warc.gz")
    assert done.stdout.decode().splitlines()[-1] == "2 verdicts judged again: 2 stand."


# --- a browser ------------------------------------------------------------------------------------------------------


def test_an_app_is_read_with_a_browser(run, sites, browser):
    host, _ = sites
    content = host.pages["/copy"]
    host.pages |= {
        "/app": '<div id="root"></div><script src="/app.js"></script>',
        "/app.js": (
            200,
            {"Content-Type": "text/javascript"},
            f"document.getElementById('root').innerHTML = {json.dumps(content)};",
        ),
    }
    plain = run("audit", *NET, host.url("/app"))
    assert plain.returncode == 3
    assert b"run them in a browser with --render [js_required]" in plain.stdout
    done = run("audit", *NET, "--render", "--verbose", host.url("/app"), CREDITLINE_BROWSER=browser)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"only with scripts: link_to_original Example News" in done.stdout
    assert b"Only with scripts: without them it is not met." in done.stdout


def test_without_a_browser_it_is_said_what_to_install(run, tmp_path):
    done = run("check", "--render", "https://site.example/", CREDITLINE_BROWSER=str(tmp_path / "none"))
    assert done.returncode == 2
    assert b"apt install chromium" in done.stderr


def test_a_browser_that_does_not_start_is_told(run, sites, tmp_path):
    host, _ = sites
    broken = tmp_path / "browser"
    broken.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    broken.chmod(0o755)
    done = run("check", *NET, "--render", "--format", "json", host.url("/copy"), CREDITLINE_BROWSER=str(broken))
    page = json.loads(done.stdout)["pages"][0]
    assert page["outcome"] == "needs_review"
    assert "the browser says" in page["rendering"]["problem"]
    assert page["findings"][-1]["reason"] == "not_rendered"


def test_a_password_of_the_original_is_not_in_the_evidence(run, sites, tmp_path):
    host, news = sites
    original = news.url("/2024/river").replace("//", "//ann:secret@")
    run("audit", *NET, "--evidence", "run.warc.gz", "--original", original, "-o", "report.json", host.url("/copy"))
    assert any("authorization" in request.headers for request in news.requests)
    assert b"secret" not in gzip.decompress((tmp_path / "run.warc.gz").read_bytes())
