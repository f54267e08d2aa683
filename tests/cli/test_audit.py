"""`creditline audit` and `check` of live pages, as users call them. Two addresses of this machine are two sites."""

import json
import signal
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "report.schema.json").read_text("utf-8"))
PAGE = Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": "#/$defs/page"})
TITLE = "The river comes back to Example Town"
TEXT = "The water came early this year, stayed for nine days, and left a line on the school wall. " * 12
NET = ("--allow-private-hosts", "--delay", "0")


@pytest.fixture
def sites(serving):
    """The host's site and the publisher's, and a copy on the one of an article on the other."""
    try:
        news = serving({"/2024/river": f"<title>{TITLE}</title><h1>{TITLE}</h1><p>{TEXT}"}, host="127.0.0.2")
    except OSError:
        pytest.skip("this machine has one loopback address")
    link = news.url("/2024/river")
    body = f"""<title>{TITLE}</title><article><h1>{TITLE}</h1><p>By Ann Writer</p><p>{TEXT}</p>
<p>This article was originally published on <a href="{link}">Example News</a>.</p></article>"""
    return serving({"/copy": body, "/own": "<h1>Our own</h1>"}), news


def lines(done):
    found = [json.loads(line) for line in done.stdout.decode().splitlines()]
    for each in found:
        PAGE.validate(each)
    return found


def test_a_live_page_with_a_link_that_answers_is_compliant(run, sites):
    host, _ = sites
    done = run("audit", *NET, "--verbose", host.url("/copy"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith(f"{host.url('/copy')}: compliant (Example News, terms good-practice")
    assert b"It answers." in done.stdout


def test_a_dead_link_is_found_by_audit_alone(run, sites):
    host, news = sites
    del news.pages["/2024/river"]
    audited = run("audit", *NET, "--fail-on", "warning", host.url("/copy"))
    assert audited.returncode == 1
    assert b"The link to the original is dead" in audited.stdout
    assert b"the server answers 404" in audited.stdout
    assert run("check", *NET, "--fail-on", "warning", host.url("/copy")).returncode == 0


def test_the_json_has_where_links_lead(run, sites):
    host, news = sites
    news.pages["/2024/river"] = (301, {"Location": "/a/river-2024"}, "")
    news.pages["/a/river-2024"] = f"<h1>{TITLE}</h1>"
    (page,) = lines(run("audit", *NET, "--format", "jsonl", host.url("/copy")))
    assert page["links"] == [
        {
            "href": news.url("/2024/river"),
            "end": "original",
            "status": 200,
            "url": news.url("/a/river-2024"),
            "redirects": [news.url("/2024/river")],
        }
    ]


def test_a_page_that_refuses_is_told_and_the_others_go_on(run, sites):
    host, _ = sites
    host.pages["/shut"] = (403, {}, "")
    done = run("audit", *NET, host.url("/shut"), host.url("/copy"))
    assert done.returncode == 3
    said = done.stdout.decode().splitlines()
    assert said[0] == f"{host.url('/shut')}: error: the server answers 403 Forbidden [blocked]"
    assert said[-1] == "1 page checked: 1 compliant. 1 page could not be read."


def test_private_hosts_are_refused_unless_allowed(run, sites):
    host, _ = sites
    done = run("audit", host.url("/copy"))
    assert done.returncode == 3
    assert b"127.0.0.1 is an address of a private network [private_address]" in done.stdout
    assert host.requests == []


@pytest.mark.parametrize(("hops", "said"), [(1, "through 1 redirect, at"), (2, "through 2 redirects, at")])
def test_the_redirects_of_a_link_are_counted(run, sites, hops, said):
    host, news = sites
    news.pages |= {
        "/2024/river": (301, {"Location": f"/a/{hops}/river"}, ""),
        "/a/2/river": (301, {"Location": "/a/1/river"}, ""),
    }
    news.pages["/a/1/river"] = f"<h1>{TITLE}</h1>"
    assert said.encode() in run("audit", *NET, "--verbose", host.url("/copy")).stdout


def test_a_password_is_not_printed(run, sites):
    host, _ = sites
    for path in ("/copy", "/none"):
        done = run("audit", *NET, "--verbose", host.url(path).replace("//", "//ann:secret@"))
        assert b"secret" not in done.stdout + done.stderr


def test_lists_may_be_files_or_piped_in(run, sites, tmp_path):
    host, _ = sites
    (tmp_path / "urls.txt").write_text(f"# ours\n{host.url('/own')}\n{host.url('/copy')}\n")
    done = run("inspect", *NET, "urls.txt")
    assert done.returncode == 0
    assert [line.split(": ")[0] for line in done.stdout.decode().splitlines() if ": " in line and line[0] != " "] == [
        host.url("/own"),
        host.url("/copy"),
    ]


def test_offline_reads_the_cache(run, sites):
    host, _ = sites
    url = host.url("/copy")
    assert run("audit", "--offline", url).returncode == 3
    first = run("audit", *NET, url)
    asked = len(host.requests)
    again = run("audit", "--offline", url)
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout)
    assert len(host.requests) == asked
    assert run("audit", "--offline", "--no-cache", url).returncode == 2


def test_without_a_cache_nothing_is_kept(run, sites, tmp_path):
    host, _ = sites
    assert run("audit", *NET, "--no-cache", host.url("/copy")).returncode == 0
    assert not (tmp_path / "cache").exists()


# --- the original ---------------------------------------------------------------------------------------------------

PACK = """
id = "example-news"

[publisher]
name = "Example News"
domains = ["news.example"]

[[version]]
id = "2024-01-01"
source = { url = "https://news.example/terms", read = "2026-01-15" }

[[version.requirement]]
type = "no_edits"
strength = "must_not"
clause = "The text is not changed."
"""
SAID = "      - changed (line 2): … water came early this year, stayed for [-nine-]{+ten+} days, and left a line on the school …"


@pytest.fixture
def edited(sites, tmp_path):
    """An audit by terms that allow no edits, of a copy with one word changed."""
    host, news = sites
    text = " ".join(f"Sentence number {number} has its own {number * 7} words." for number in range(9))
    first = "The water came early this year, stayed for nine days, and left a line on the school wall."
    news.pages["/2024/river"] = f"<title>{TITLE}</title><h1>{TITLE}</h1>\n<p>{first}</p>\n<p>{text}</p>"
    host.pages["/copy"] = f"""<title>{TITLE}</title><article><h1>{TITLE}</h1>
<p>{first.replace("nine", "ten")}</p>\n<p>{text}</p>
<p>This article was originally published on <a href="{news.url("/2024/river")}">Example News</a>.</p></article>"""
    (tmp_path / "pack.toml").write_text(PACK)
    (tmp_path / "post.html").write_text(host.pages["/copy"])
    return ("audit", *NET, "--terms-file", "pack.toml")


def test_an_edit_is_shown_word_by_word(run, sites, edited):
    host, _ = sites
    done = run(*edited, host.url("/copy"))
    assert SAID in done.stdout.decode().splitlines()
    assert SAID not in run(*edited, "--quiet", host.url("/copy")).stdout.decode().splitlines()


def test_colours_come_on_top(run, sites, edited):
    host, _ = sites
    said = run(*edited, host.url("/copy"), FORCE_COLOR="1", TERM="xterm-256color").stdout.decode()
    assert "\x1b[31m[-nine-]\x1b[0m\x1b[32m{+ten+}\x1b[0m" in said


def test_a_file_is_audited_too(run, sites, edited):
    _, news = sites
    done = run(*edited, "post.html")
    assert SAID in done.stdout.decode().splitlines()
    assert news.asked().count("/2024/river") == 1
    asked = len(news.requests)
    run("check", *edited[1:], "--original", news.url("/2024/river"), "post.html")
    assert len(news.requests) == asked


def test_why_there_was_no_original_is_said_once_a_page(run, sites, edited):
    _, news = sites
    news.pages["/2024/river"] = (403, {}, "")
    done = run(*edited, "post.html")
    waiting = "  not checked: 1 of the terms' requirements, for want of the original (--original FILE): the server refuses (it answers 403)"
    assert done.stdout.decode().splitlines().count(waiting) == 1
    assert done.returncode == 0


def test_the_call_may_say_where_the_original_is(run, sites, edited):
    _, news = sites
    news.pages["/moved"] = news.pages.pop("/2024/river")
    done = run(*edited, "--original", news.url("/moved"), "post.html")
    assert SAID in done.stdout.decode().splitlines()


# --- long runs ------------------------------------------------------------------------------------------------------


def test_a_run_is_gone_on_with(run, sites, tmp_path):
    host, _ = sites
    file = tmp_path / "done.jsonl"
    call = ("audit", *NET, "--format", "jsonl", "--output", "done.jsonl", "--resume")
    host.pages["/late"] = (500, {}, "")
    assert run(*call, host.url("/copy"), host.url("/late")).returncode == 3
    assert len(file.read_text().splitlines()) == 2
    file.write_text(file.read_text() + '{"target": "cut o')
    host.pages["/late"] = "<h1>Late</h1>"
    asked = host.asked().count("/copy")
    assert run(*call, host.url("/copy"), host.url("/late"), host.url("/own")).returncode == 0
    assert host.asked().count("/copy") == asked
    found = [json.loads(line) for line in file.read_text().splitlines()]
    assert [(page["target"], page["outcome"]) for page in found] == [
        (host.url("/copy"), "compliant"),
        (host.url("/late"), "not_republished"),
        (host.url("/own"), "not_republished"),
    ]


def test_what_fell_short_before_counts_when_a_run_is_gone_on_with(run, sites, tmp_path):
    host, news = sites
    del news.pages["/2024/river"]
    call = ("audit", *NET, "--format", "jsonl", "--output", "done.jsonl", "--resume", "--fail-on", "warning")
    assert run(*call, host.url("/copy")).returncode == 1
    assert run(*call, host.url("/copy"), host.url("/own")).returncode == 1


@pytest.mark.parametrize("options", [(), ("--format", "jsonl"), ("--output", "done.txt")])
def test_a_run_can_be_gone_on_with_only_from_a_file_of_lines(run, options):
    done = run("audit", "--resume", *options, "http://127.0.0.1:1/")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--format jsonl and --output FILE" in done.stderr


def test_pages_are_told_of_when_they_are_done_and_kept_when_somebody_stops_the_run(start, sites):
    host, _ = sites
    host.pages["/slow"] = lambda _: time.sleep(5)
    process = start("audit", *NET, "--format", "jsonl", host.url("/own"), host.url("/slow"))
    first = json.loads(process.stdout.readline())
    process.send_signal(signal.SIGINT)
    rest, said = process.communicate(timeout=10)
    assert (first["target"], rest) == (host.url("/own"), b"")
    assert process.returncode == 130
    assert said == b"creditline: interrupted; pages done: 1\n"


def test_what_is_done_when_somebody_stops_the_run_is_in_the_report(start, sites):
    host, _ = sites
    host.pages["/slow"] = lambda _: time.sleep(5)
    process = start("audit", *NET, "--format", "json", host.url("/own"), host.url("/slow"))
    while host.asked().count("/slow") == 0:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=10)
    assert [page["target"] for page in json.loads(said)["pages"]] == [host.url("/own")]
    assert process.returncode == 130
