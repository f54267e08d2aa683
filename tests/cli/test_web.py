"""What the program fetches: packs that publishers host, and pages of terms. Asked of a server on this machine."""

import time
import tomllib
from pathlib import Path

import pytest

PACK = """id = "own"
[publisher]
name = "Own News"
domains = ["own.example"]
[[version]]
id = "1"
source = { url = "https://own.example/terms", read = "2026-01-01" }
[[version.requirement]]
type = "author_credit"
strength = "must"
clause = "A copy names the author."
"""
PAGE = """# The river comes back

The water came early this year, stayed for nine days, and left a line on the school wall.

This article was originally published on [Own News](https://own.example/2024/river).
"""
TERMS = """<title>Republish our stories</title><article><h1>Republish our stories</h1>
<p>You may republish our articles online.</p><p>You must name the author.</p></article>"""
ALLOWED = "--allow-private-hosts"


@pytest.fixture
def check(run, tmp_path):
    """Checks a page by the pack at an address."""
    (tmp_path / "post.md").write_text(PAGE, "utf-8")
    return lambda url, *more: run("check", "--terms-file", url, *more, "post.md")


def test_a_pack_that_a_publisher_hosts_judges_a_page(check, hosted):
    done = check(hosted("own.toml", PACK), ALLOWED)
    assert done.returncode == 1
    assert b"post.md: violation (Own News, terms own of 1)" in done.stdout
    assert done.stderr == b""


def test_private_hosts_are_refused_unless_allowed(check, run, hosted):
    for done, code in ((check(hosted("own.toml", PACK)), 2), (run("terms", "draft", hosted("terms.html", TERMS)), 3)):
        assert (done.returncode, done.stdout) == (code, b"")
        assert b"127.0.0.1 is an address of a private network" in done.stderr


def test_terms_that_do_not_come_are_waited_for_no_longer_than_is_said(check, serving):
    late = serving({"/own.toml": lambda _: time.sleep(1.5)})
    done = check(late.url("/own.toml"), ALLOWED, "--timeout", "0.5")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no whole answer within 0.5 seconds" in done.stderr


# what is hosted, further options -> what is said of it
BAD_PACKS = [
    pytest.param(
        PACK.replace("strength", "strenght"), (), "line 10: version.0.requirement.0.strenght", id="a key that is wrong"
    ),
    pytest.param("<!doctype html><p>Log in.</p>", (), "not a TOML file", id="a page"),
    pytest.param(b'id = "\xff"', (), "not a TOML file: it is not UTF-8", id="not text"),
    pytest.param(PACK + "#" * 1_100_000, (), "larger than 1048576 bytes", id="large"),
    pytest.param(
        PACK.replace("clause", 'review = "needed"\nclause'),
        ("--strict",),
        "1 of its requirements are drafts",
        id="a draft",
    ),
]


@pytest.mark.parametrize(("content", "options", "says"), BAD_PACKS)
def test_a_bad_pack_is_refused_and_named(check, hosted, content, options, says):
    url = hosted("own.toml", content)
    done = check(url, ALLOWED, *options)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"creditline: {url}: ")
    assert says in done.stderr.decode()


def test_a_pack_that_is_not_there_is_refused_and_named(check, hosted):
    url = hosted("own.toml", PACK).replace("own", "other")
    done = check(url, ALLOWED)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"creditline: {url}: the server answers 404")


def test_terms_are_drafted_from_their_address(run, hosted):
    url = hosted("terms.html", TERMS)
    done = run("terms", "draft", ALLOWED, "--url", "https://own.example/terms", url)
    assert (done.returncode, done.stderr) == (0, b"")
    drafted = tomllib.loads(done.stdout.decode())
    assert drafted["publisher"]["domains"] == ["own.example"]
    assert "author_credit" in [each["type"] for each in drafted["version"][0]["requirement"]]


def test_pages_and_packs_at_addresses_are_compared_with_files(run, hosted, tmp_path):
    (tmp_path / "terms.html").write_text(TERMS, "utf-8")
    (tmp_path / "own.toml").write_text(PACK, "utf-8")
    same = run("terms", "diff", ALLOWED, "terms.html", hosted("terms.html", TERMS))
    assert (same.returncode, same.stdout.decode().splitlines()[-1]) == (0, "Nothing changed.")
    other = run("terms", "diff", ALLOWED, "own.toml", hosted("new.toml", PACK.replace("must", "should")))
    assert other.returncode == 1
    assert b"changed  author_credit: strength must -> should" in other.stdout
    gone = run("terms", "diff", ALLOWED, "terms.html", hosted("a.html", TERMS).replace("/a.", "/b."))
    assert (gone.returncode, gone.stdout) == (3, b"")
    assert b"b.html: the server answers 404" in gone.stderr


def test_a_draft_s_way_from_a_page_into_strict_use(run, tmp_path):
    (tmp_path / "terms.html").write_text(TERMS, "utf-8")
    (tmp_path / "post.md").write_text(PAGE, "utf-8")
    assert run("terms", "draft", "terms.html", "--url", "https://own.example/terms", "-o", "own.toml").returncode == 0
    assert run("terms", "validate", "own.toml").returncode == 0
    for call in (
        ("terms", "validate", "--strict", "own.toml"),
        ("check", "--strict", "--terms-file", "own.toml", "post.md"),
    ):
        refused = run(*call)
        assert (refused.returncode, refused.stdout) == (2, b"")
        assert b'own.toml: 1 of its requirements are drafts (review = "needed")' in refused.stderr
    unsure = run("check", "--terms-file", "own.toml", "post.md")
    assert unsure.returncode == 0
    assert b"needs review" in unsure.stdout
    reviewed = Path(tmp_path / "own.toml").read_text("utf-8").replace('review = "needed"\n', "")
    Path(tmp_path / "own.toml").write_text(reviewed, "utf-8")
    assert run("terms", "validate", "--strict", "own.toml").returncode == 0
    assert run("check", "--strict", "--terms-file", "own.toml", "post.md").returncode == 1
