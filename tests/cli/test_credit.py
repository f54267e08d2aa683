"""`creditline credit` and `creditline explain` as users call them."""

import re

import pytest

PAGE = """<!doctype html><html lang="de"><head><title>Der Fluss kommt zurück - Example News</title>
<meta property="og:site_name" content="Example News"><link rel="canonical" href="https://news.example/2024/fluss">
<meta property="article:published_time" content="2024-05-03T10:00:00+02:00"></head><body><article><h1>Der Fluss kommt zurück</h1>
<p>Von Ann Writer</p><p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
</article></body></html>"""
ALLOWED = "--allow-private-hosts"
SOURCE = (
    'Dieser Artikel wurde ursprünglich auf <a href="https://news.example/2024/fluss">Example News</a> veröffentlicht.'
)
GIVEN = (
    "--url",
    "https://news.example/2024/river",
    "--title",
    "The river",
    "--author",
    "Ann Writer",
    "--publisher",
    "Example News",
)


def words(done):
    return done.stdout.decode(), done.stderr.decode()


def test_a_file_of_the_original_tells_all_and_its_language(run, tmp_path):
    (tmp_path / "original.html").write_text(PAGE, "utf-8")
    done = run("credit", "original.html")
    said, told = words(done)
    assert done.returncode == 0
    assert SOURCE in said
    assert "<p>Von Ann Writer</p>" in said
    assert told == "creditline: by Good practice's terms (good-practice of 2026-11-22)\n"


def test_what_the_call_says_of_the_author_goes_before_what_the_page_says(run, tmp_path):
    (tmp_path / "original.html").write_text(PAGE, "utf-8")
    said = words(run("credit", "original.html", "--author", "Bea Editor", "--author", "Cem Reporter"))[0]
    assert "Bea Editor" in said
    assert "Cem Reporter" in said
    assert "Ann Writer" not in said


def test_an_original_is_fetched_once_and_then_read_from_the_cache(run, serving):
    server = serving({"/fluss": PAGE})
    done = run("credit", server.url("/fluss"), ALLOWED)
    assert done.returncode == 0, done.stderr
    assert f'href="{server.url("/fluss")}">Example News</a> veröffentlicht' in words(done)[0]
    assert server.asked().count("/fluss") == 1
    again = run("credit", server.url("/fluss"), ALLOWED, "--offline")
    assert words(again)[0] == words(done)[0]
    assert server.asked().count("/fluss") == 1


def test_what_robots_txt_forbids_is_not_asked_for(run, serving):
    server = serving(
        {"/robots.txt": (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /"), "/fluss": PAGE}
    )
    done = run("credit", server.url("/fluss"), ALLOWED)
    assert (done.returncode, done.stdout) == (3, b"")
    assert server.asked() == ["/robots.txt"]


def test_a_page_that_stands_in_the_originals_place_tells_nothing_of_it(run, serving):
    script = '<!doctype html><title>News</title><div id="root"></div><script src="/app.js"></script>'
    done = run("credit", serving({"/fluss": script}).url("/fluss"), ALLOWED)
    assert (done.returncode, done.stdout) == (3, b"")
    assert "only scripts put the text on the page" in words(done)[1]
    assert "--title" in words(done)[1]


# what is called -> what is said of it; each names the options that do without the page
UNREAD = [
    pytest.param(["http://127.0.0.1:9/x"], "127.0.0.1 is an address of a private network", id="a private host"),
    pytest.param(["http://127.0.0.1:9/x", "--offline"], "not in the cache", id="offline without a cache"),
    pytest.param(["missing.html"], "missing.html: ", id="no such file"),
]


@pytest.mark.parametrize(("arguments", "said"), UNREAD)
def test_an_original_that_cannot_be_had_names_the_way_without(run, arguments, said):
    done = run("credit", *arguments)
    assert (done.returncode, done.stdout) == (3, b"")
    assert said in words(done)[1]
    assert "--url, --title, --author, --publisher, --date" in words(done)[1]


# options -> exit code, what is said on standard error
WRONG = [
    pytest.param(["--url", "javascript:alert(1)"], "no http(s) address", id="an address that is none"),
    pytest.param(["--date", "yesterday"], "no date (YYYY-MM-DD)", id="no date"),
    pytest.param(["--language", "english"], "no language tag", id="no language tag"),
    pytest.param(["--language", "tlh"], "no wording is known; known are ar, ", id="a language without a wording"),
    pytest.param(["--terms", "globalreserch"], "did you mean 'globalresearch'?", id="no such pack"),
    pytest.param(["--terms", "globalresearch"], "give --url", id="what the terms demand is missing"),
    pytest.param(["--terms", "global-voices"], "give --author, --url", id="all that is missing at once"),
    pytest.param(["--fact", "parner=true"], "did you mean 'partner'?", id="no such fact"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_a_wrong_call_is_refused(run, arguments, said):
    done = run("credit", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in words(done)[1]
    assert b"Traceback" not in done.stderr


def test_values_alone_are_enough_and_two_authors_are_both_named(run):
    done = run("credit", *GIVEN, "--author", "Ben Author", "--format", "markdown", "--language", "fr")
    assert words(done)[0] == (
        "<!-- above the text -->\n\nPar Ann Writer, Ben Author\n\n<!-- below the text -->\n\n"
        "Cet article a été publié à l’origine sur [Example News](<https://news.example/2024/river>).\n"
    )


def test_the_publisher_is_known_by_its_address_and_what_is_left_is_said(run):
    done = run("credit", "--url", "https://theconversation.com/the-river-12345", "--author", "Ann Writer")
    assert "counter.theconversation.com/content/12345/count.gif" in words(done)[0]
    assert "by The Conversation's terms" in words(done)[1]
    assert re.search(r"this block does not do:\n    no_edits: ", words(done)[1])
    assert "author_affiliation: " in words(done)[1]
    assert "questions go to republish@theconversation.edu.au" in words(done)[1]


def test_a_pack_of_ones_own(run, tmp_path):
    (tmp_path / "own.toml").write_text(
        'id = "own"\n[publisher]\nname = "Own News"\ndomains = ["own.example"]\n[[version]]\nid = "1"\n'
        'source = { url = "https://own.example/terms", read = "2026-01-01" }\n[[version.requirement]]\ntype = "terms_repeated"\n'
        'strength = "must"\nclause = "A copy links to these terms."\n',
        "utf-8",
    )
    done = run("credit", "--terms-file", "own.toml")
    assert words(done)[0] == '<p><a href="https://own.example/terms">Terms of republication of Own News</a></p>\n'


def test_plain_text_has_the_address_and_says_that_it_is_no_link(run):
    done = run("credit", *GIVEN, "--format", "text")
    assert "Example News (https://news.example/2024/river)." in words(done)[0]
    assert "link_to_original: " in words(done)[1]


def test_a_block_goes_into_a_file(run, tmp_path):
    done = run("credit", *GIVEN, "--output", "credit.html")
    assert (done.returncode, done.stdout) == (0, b"")
    assert "Example News</a>" in (tmp_path / "credit.html").read_text("utf-8")
    assert run("credit", *GIVEN, "--output", "no/such/folder").returncode == 2


def test_a_hostile_title_reaches_neither_the_terminal_nor_the_page(run):
    done = run(
        "credit", "--terms", "aeon", "--url", "https://aeon.co/x", "--title", "\x1b[31m<script>x</script>\nagain"
    )
    said, told = words(done)
    assert "\x1b" not in said + told
    assert "<script" not in said
    assert "&lt;script&gt;x&lt;/script&gt; again" in said


@pytest.mark.parametrize("form", ["html", "markdown", "text", "json-ld"])
def test_nothing_of_an_article_reaches_the_terminal_as_a_command(run, form):
    strange = "a\x1b[31mb\x9b2Jc\u202ed"
    given = (
        "--url",
        f"https://propublica.org/{strange}",
        "--title",
        strange,
        "--author",
        strange,
        "--terms",
        "propublica",
    )
    said = "".join(words(run("credit", *given, "--format", form)))
    assert "propublica.org/a%1B" in said
    assert [char for char in "\x1b\x9b\u202e" if char in said] == []


def test_the_block_satisfies_check(run, tmp_path):
    """From the command line to the command line."""
    at = ("--terms", "globalresearch", "--url", "https://www.globalresearch.ca/river/123", "--author", "Ann Writer")
    for form, ending in (("html", "html"), ("markdown", "md")):
        block = words(run("credit", *at, "--format", form))[0]
        page = f"<article><h1>The river</h1>{block}</article>" if form == "html" else f"# The river\n\n{block}"
        (tmp_path / f"page.{ending}").write_text(page, "utf-8")
        assert words(run("check", f"page.{ending}"))[0].startswith(f"page.{ending}: compliant (Global Research")


# what is asked -> what is in the answer
EXPLAINED = [
    pytest.param("link_to_original", ["# `link_to_original`", "**Fails**"], id="a type"),
    pytest.param(
        "globalresearch/copyright_line",
        ["# `globalresearch/copyright_line`", "acknowledges its copyright", "# `copyright_line`"],
        id="a pack's requirement",
    ),
    pytest.param(
        "uncredited_copy", ["found to be another's by `match`", "No rule pack"], id="a finding of no rule pack"
    ),
    pytest.param("renderer_decides", ["Write it as a link.", "`link_to_original`"], id="a reason"),
    pytest.param("blocked", ["Given by any type."], id="a reason of the page"),
]


@pytest.mark.parametrize(("name", "there"), EXPLAINED)
def test_explain(run, name, there):
    done = run("explain", name)
    assert done.returncode == 0
    assert [each for each in there if each not in words(done)[0]] == []


UNKNOWN = [
    pytest.param("link_to_orignal", "did you mean link_to_original", id="a type's neighbour"),
    pytest.param("globalresearch/copyright", "did you mean copyright_line", id="a requirement's neighbour"),
    pytest.param("globalreserch/copyright_line", "did you mean 'globalresearch'", id="a pack's neighbour"),
    pytest.param("xyzzy", "known are author_affiliation", id="nothing near"),
    pytest.param("../packs", "there is no rule pack '..'", id="a path"),
]


@pytest.mark.parametrize(("name", "said"), UNKNOWN)
def test_what_cannot_be_explained_names_its_neighbours(run, name, said):
    done = run("explain", name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in words(done)[1]


def test_a_terminal_gets_colours(run):
    assert "\x1b[" in words(run("explain", "noindex", FORCE_COLOR="1"))[0]
    assert "\x1b[" not in words(run("explain", "noindex"))[0]
