"""`creditline report` and `creditline letter` as users call them."""

import json

import pytest

from tests.results.made import page, write


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "october.json", "2026-10-03", page("https://a.example/1", link_to_original="failed"))
    write(
        tmp_path / "november.json",
        "2026-11-03",
        page("https://a.example/1", link_to_original="failed"),
        page("https://b.example/2", link_to_original="passed", language="fr"),
    )
    return tmp_path


def test_results_of_a_real_check_are_reported_on(run, tmp_path):
    (tmp_path / "post.md").write_text("# A\n\nThis article was originally published on [Example News](#).\n", "utf-8")
    run("check", "post.md", "--format", "jsonl", "--output", "done.jsonl")
    done = run("report", "done.jsonl")
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)["pages"]
    assert (found["target"], found["host"]) == ("post.md", "local files")
    assert {each["requirement"] for each in found["missing"]} == {"link_to_original", "author_credit"}


def test_a_store_remembers(run, folder):
    first = run("report", "october.json", "--store", "history.db")
    second = run("report", "november.json", "--store", "history.db", "--since", "2026-11-01")
    again = run("report", "--store", "history.db", "--since", "2026-11-01")
    assert first.returncode == second.returncode == again.returncode == 0, second.stderr
    changes = json.loads(second.stdout)["changes"]
    assert changes["still_missing"] == [{"page": 0, "requirement": "link_to_original", "since": "2026-10-03"}]
    assert json.loads(again.stdout)["pages"] == json.loads(second.stdout)["pages"]


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("json", b"{"),
        ("html", b"<!doctype html>"),
        ("csv", b"host,target"),
        ("markdown", b"# Rep"),
        ("parquet", b"PAR1"),
    ],
)
def test_each_format_is_written_to_a_file(run, folder, form, start):
    done = run("report", "november.json", "--format", form, "--output", "out")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (folder / "out").read_bytes().startswith(start)


def test_nothing_to_report_on_is_no_success(run):
    done = run("report", "--store", "history.db")
    assert (done.returncode, done.stderr) == (3, b"creditline: there are no results to report on\n")


@pytest.mark.parametrize("command", ["report", "letter"])
def test_results_that_cannot_be_read_end_as_a_target_does_that_cannot(run, folder, command):
    done = run(command, "november.json", "none.json") if command == "report" else run(command, "none.json")
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"none.json: cannot be read: No such file" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["odd.json"], b"odd.json: neither results of creditline nor a list of pages"),
        (["november.json", "--since", "yesterday"], b"--since 'yesterday': write it as YYYY-MM-DD"),
        (["november.json", "--store", "odd.json"], b"odd.json: no store of creditline"),
        (["november.json", "--store", "."], b".: unable to open"),
    ],
)
def test_a_call_that_is_wrong_says_so(run, folder, arguments, said):
    (folder / "odd.json").write_text("not json\n" * 100, "utf-8")
    done = run("report", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_letter_about_one_site_is_firm_the_second_time(run, folder):
    polite = run("letter", "october.json")
    firm = run("letter", "october.json", "november.json", "--host", "a.example")
    assert b"thank you for republishing" in polite.stdout
    assert b"within 14 days" in firm.stdout
    assert b"since at least 2026-10-03" in firm.stdout


def test_a_letter_names_the_sites_there_are(run, folder):
    done = run("letter", "november.json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"say --host or --page: a.example, b.example" in done.stderr


def test_a_letter_about_one_page_in_another_language(run, folder):
    done = run("letter", "november.json", "--page", "https://a.example/1", "--language", "de", "--tone", "polite")
    assert "Es fehlt:" in done.stdout.decode()


def test_a_letter_is_about_the_page_and_in_the_tone_that_are_asked_for(run, folder):
    write(
        folder / "two.json",
        "2026-11-04",
        page("https://a.example/1", link_to_original="failed"),
        page("https://a.example/2", author_credit="failed"),
    )
    call = ("letter", "two.json", "october.json", "--page", "https://a.example/1", "--tone")
    polite, firm = (run(*call, tone).stdout for tone in ("polite", "firm"))
    assert b"https://a.example/1" in polite
    assert b"https://a.example/2" not in polite + firm
    assert b"thank you for republishing" in polite
    assert b"thank you for republishing" not in firm
    assert b"within 14 days" in firm
    gone = run("letter", "two.json", "--page", "https://a.example/3")
    assert (gone.returncode, b"there is no copy at 'https://a.example/3'" in gone.stderr) == (2, True)


def test_where_nothing_is_missing_no_letter_is_written(run, folder):
    done = run("letter", "november.json", "--host", "b.example")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"no letter is needed" in done.stderr


@pytest.fixture
def sites(serving):
    """A publisher's site, and another with a faithful copy and an edited one."""
    text = "The water came early this year, stayed for nine days, and left a line on the school wall. " * 12
    try:
        news = serving(
            {"/2024/river": f"<title>The river comes back</title><h1>The river comes back</h1><p>{text}"},
            host="127.0.0.2",
        )
    except OSError:
        pytest.skip("this machine has one loopback address")
    credit = f'<p>First published by <a href="{news.url("/2024/river")}">Example News</a>.</p>'
    head = "<title>The river comes back</title><h1>The river comes back</h1><p>By Ann Writer</p>"
    copies = {
        "/good": f"{head}<p>{text}</p>{credit}",
        "/bare": f"{head}<p>{text}</p><p>First published by Example News.</p>",
    }
    return serving(copies), news


def test_a_table_of_pages_is_audited_each_beside_its_original(run, tmp_path, sites):
    host, news = sites
    rows = "".join(f"{host.url(path)},/2024/river\n" for path in ("/good", "/bare"))
    (tmp_path / "pages.csv").write_text(f"Page URL,Landing page\n{rows}", "utf-8")
    net = ("--allow-private-hosts", "--delay", "0")
    done = run("report", "pages.csv", "--site", news.url("/"), *net, "--store", "history.db")
    assert done.returncode == 0, done.stderr
    found = {each["target"]: each for each in json.loads(done.stdout)["pages"]}
    assert [each["requirement"] for each in found[host.url("/bare")]["missing"]] == ["link_to_original"]
    assert found[host.url("/good")]["missing"] == []
    assert found[host.url("/good")]["article"]["url"] == news.url("/2024/river")
    letter = run("letter", "--store", "history.db", *net[:1], "--page", host.url("/bare"))
    assert b"a link to the original article" in letter.stdout


def test_an_address_is_audited_now(run, sites):
    host, _ = sites
    done = run("report", host.url("/good"), "--allow-private-hosts", "--delay", "0", "--format", "markdown")
    assert b"1 of them are copies: 1 keep to the terms" in done.stdout
