"""From a built page to the file that it was built from."""

from datetime import date

import pytest

from checker.adoption.sources import Sources
from checker.config.values import PERMALINKS, Config, Content
from checker.model import PageOutcome, Place, Waiver

DAY = date(2026, 11, 27)
BUILT = """<html><head><title>x</title></head><body><article><h1>The river rises</h1><p>By Ann Writer</p>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>This article was originally published on <a href="#">Global Research</a>.</p></article></body></html>"""

MAPS = [
    pytest.param("posts/river.md", "", "posts/river/index.html", PERMALINKS, id="Hugo"),
    pytest.param("posts/river/index.md", "", "posts/river/index.html", PERMALINKS, id="Hugo, a page in its own folder"),
    pytest.param("posts/_index.md", "", "posts/index.html", PERMALINKS, id="Hugo, a section"),
    pytest.param("_index.md", "", "index.html", PERMALINKS, id="Hugo, the home page"),
    pytest.param(
        "posts/River Rises.md", "", "posts/river-rises/index.html", PERMALINKS, id="Hugo, capitals and spaces"
    ),
    pytest.param("posts/a.md", "slug: river", "posts/river/index.html", PERMALINKS, id="a slug"),
    pytest.param("posts/a.md", "url: /news/river/", "news/river/index.html", PERMALINKS, id="an address of its own"),
    pytest.param("a.md", "permalink: /river.html", "river.html", PERMALINKS, id="a file of its own"),
    pytest.param("2024-05-01-river.md", "", "2024/05/01/river.html", PERMALINKS, id="Jekyll"),
    pytest.param("2024-05-01-river.md", "", "2024/05/01/river/index.html", PERMALINKS, id="Jekyll, pretty"),
    pytest.param(
        "2024-05-01-river.md", "date: 2024-05-02 10:00", "2024/05/02/river.html", PERMALINKS, id="Jekyll, a date"
    ),
    pytest.param("about.md", "", "about.html", PERMALINKS, id="plain files"),
    pytest.param(
        "river.md", "date: 2024-05-02", "n/2024/river/index.html", ("n/{year}/{slug}/index.html",), id="a pattern"
    ),
    pytest.param("river.md", "", "n/2024/river/index.html", ("n/{year}/{slug}/index.html",), id="near miss: no date"),
    pytest.param("posts/river.md", "", "river/index.html", PERMALINKS, id="near miss: another folder"),
    pytest.param("posts/river.txt", "", "posts/river/index.html", PERMALINKS, id="near miss: no Markdown"),
]


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def build(source, content, built, permalinks=PERMALINKS, page=BUILT, **more):
        for name, text in ((f"content/{source}", content), (f"public/{built}", page)):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
        content = Content(tmp_path / "content", tmp_path / "public", permalinks)
        return Sources(Config(folder=tmp_path, content=(content,), **more), DAY)

    return build


@pytest.mark.parametrize(("source", "front", "built", "permalinks"), MAPS)
def test_which_file(request, site, tmp_path, source, front, built, permalinks):
    sources = site(source, f"---\ntitle: x\n{front}\n---\nText.\n", built, permalinks)
    missed = "near miss" in request.node.callspec.id
    assert sources.source_of(f"public/{built}") == (None if missed else tmp_path / "content" / source)


def test_pages_elsewhere_have_no_source(site):
    sources = site("river.md", "Text.", "river/index.html")
    assert sources.source_of("other/river/index.html") is None
    assert sources.source_of("content/river.md") is None


@pytest.fixture
def located(site, judged):
    """The findings of a built page by name, with their places in the source."""

    def locate(source, **more):
        sources = site("river.md", source, "river/index.html", **more)
        from checker.documents.document import Media  # noqa: PLC0415

        page = sources.located(judged(BUILT, "public/river/index.html", Media.HTML))
        return page, {finding.requirement: finding for finding in page.findings}

    return locate


def test_the_words_are_found_in_the_source(located, post):
    _, found = located(post)
    assert found["link_to_original"].source == Place("content/river.md", 10, 43)


def test_what_is_missing_belongs_at_the_head(located, post):
    _, found = located(post)
    assert found["copyright_line"].source == Place("content/river.md", 1, 1)


def test_what_passed_needs_no_place(located, post):
    _, found = located(post)
    assert found["author_credit"].source is None


def test_what_the_source_does_not_say_keeps_the_built_page_s_place(located):
    _, found = located("# The river rises\n\nThe theme prints the credit.\n")
    assert found["link_to_original"].source is None
    assert found["link_to_original"].evidence[0].line == 3


def test_what_a_theme_makes_of_front_matter_is_found_there(located):
    _, found = located("---\ntitle: x\nsource: Global Research\n---\nThe river rose.\n")
    assert found["link_to_original"].source == Place("content/river.md", 3, 9)


def test_the_source_s_front_matter_lets_pass(located, post):
    front = "creditline: {ignore: {link_to_original: gone, copyright_line: we agreed}}\n---\n#"
    page, found = located(post.replace("---\n#", front))
    assert found["link_to_original"].suppression.waiver is Waiver.INLINE
    assert page.outcome is PageOutcome.COMPLIANT


def test_unless_the_configuration_says_no(located, post):
    front = "creditline: {ignore: {link_to_original: gone}}\n---\n#"
    _, found = located(post.replace("---\n#", front), inline=False)
    assert found["link_to_original"].suppression is None
