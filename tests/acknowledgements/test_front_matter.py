"""Front matter: keys that themes show."""

import pytest

from checker.acknowledgements import credit_lines, front_matter

NEWS = "https://news.example/2024/river"

FOUND = [
    pytest.param("author: Ann Writer", [("author_credit", ("Ann Writer",), None, None)], id="author"),
    pytest.param(
        "authors:\n  - Ann Writer\n  - Bo Reader",
        [("author_credit", ("Ann Writer",), None, None), ("author_credit", ("Bo Reader",), None, None)],
        id="authors",
    ),
    pytest.param(
        "translation_site: Example News",
        [("source_attribution", ("Example News",), None, None)],
        id="the site that a translation is from",
    ),
    pytest.param("source: Example News", [("source_attribution", ("Example News",), None, None)], id="source"),
    pytest.param(
        f"source: {NEWS}",
        [("source_attribution", ("news.example",), NEWS, None), ("link_to_original", (), NEWS, None)],
        id="a source's address",
    ),
    pytest.param(
        f"copyright_author: Ann Writer\ncopyright_url: {NEWS}",
        [("author_credit", ("Ann Writer",), None, None), ("link_to_original", (), NEWS, None)],
        id="whose copyright a theme shows",
    ),
    pytest.param(f"source_url: {NEWS}", [("link_to_original", (), NEWS, None)], id="source_url"),
    pytest.param(f"original-url: '{NEWS}'", [("link_to_original", (), NEWS, None)], id="original-url, in quotes"),
    pytest.param(f"원문: {NEWS}", [("link_to_original", (), NEWS, None)], id="the original, in Korean"),
    pytest.param(f"canonical_url: {NEWS}", [("canonical_link", (), NEWS, None)], id="canonical_url"),
    pytest.param(f"canonicalURL: {NEWS}", [("canonical_link", (), NEWS, None)], id="canonicalURL"),
    pytest.param(
        f"source:\n  name: Example News\n  url: {NEWS}",
        [("source_attribution", ("Example News",), None, None), ("link_to_original", (), NEWS, None)],
        id="nested",
    ),
    pytest.param(f"params:\n  original_url: {NEWS}", [("link_to_original", (), NEWS, None)], id="a table of Hugo"),
    pytest.param(
        "original_url: https://news.example/",
        [("link_to_original", (), "https://news.example/", "home_page")],
        id="a home page",
    ),
    pytest.param("original_url: '#'", [("link_to_original", (), None, "dead_link")], id="a dead link"),
    pytest.param("copyright: Ann Writer", [("copyright_line", ("Ann Writer",), None, None)], id="copyright"),
    pytest.param(
        f"original_publication:\n  name: Example News\n  url: {NEWS}",
        [("source_attribution", ("Example News",), None, None), ("link_to_original", (), NEWS, None)],
        id="where it came out first",
    ),
    pytest.param(
        "republished_from: AP/Reuters", [("source_attribution", ("AP/Reuters",), None, None)], id="republished_from"
    ),
    pytest.param(f"params:\n  original_url: {NEWS}", [("link_to_original", (), NEWS, None)], id="under params"),
    pytest.param(
        "author: 'Ann Writer ([@ann](https://social.example/ann)), [Bo Reader](https://bo.example)'",
        [("author_credit", ("Ann Writer, Bo Reader",), None, None)],
        id="authors with their accounts",
    ),
    pytest.param(
        f"links:\n  - icon: book\n    name: 阅读原文\n    url: {NEWS}",
        [("link_to_original", (), NEWS, None)],
        id="a link to the original that a theme shows",
    ),
    pytest.param(
        f"permalink: /2008/08/20/river/\noriginal_url: {NEWS}",
        [("link_to_original", (), NEWS, None)],
        id="an original elsewhere of a post with a dated path",
    ),
    pytest.param("license: CC-BY-4.0", [("license_notice", ("CC-BY-4.0",), None, None)], id="license"),
]


@pytest.mark.parametrize(("entries", "expected"), FOUND)
def test_what_a_key_says(seen, entries, expected):
    found = seen(front_matter.observe, media="markdown", front=f"---\ntitle: The river\n{entries}\n---\n")
    assert [one for one in found if one in expected] == expected
    assert {kind for kind, *_ in found} <= {kind for kind, *_ in expected} | {"source_attribution"}


def test_toml_front_matter(seen):
    found = seen(
        front_matter.observe, media="markdown", front=f'+++\nauthor = "Ann Writer"\ncanonical_url = "{NEWS}"\n+++\n'
    )
    assert found == [("author_credit", ("Ann Writer",), None, None), ("canonical_link", (), NEWS, None)]


NEAR_MISSES = [
    pytest.param("title: By Ann Writer", id="another key"),
    pytest.param("author:", id="an empty value"),
    pytest.param("author: admin", id="an account"),
    pytest.param("copyright: false", id="a switch of the theme"),
    pytest.param("tags: [source, Example News]", id="the word as a value"),
    pytest.param("permalink: /posts/river/", id="the host's own address"),
    pytest.param(
        f"original_url: {NEWS}.html\naliases:\n  - /2024/river.html", id="where the site itself had the page before"
    ),
    pytest.param("source: content/posts/river.md", id="a file of the site"),
    pytest.param("source: https://github.com/ann/river", id="a program's project"),
    pytest.param("source: manual", id="a term of the site"),
    pytest.param(f"links:\n  - name: 阅读原文的习惯\n    url: {NEWS}", id="a link of other words"),
    pytest.param("links:\n  - name: 阅读原文\n    url: /river", id="a link of the site's own"),
    pytest.param(
        "permalink: /2008/08/20/river/\noriginal_url: https://ann.example/2008/08/20/river/",
        id="the post's own address before its site moved",
    ),
    pytest.param("source: Unsplash", id="where its pictures are from"),
    pytest.param("publication: In *Example Conference*\npublication_types: ['1']", id="a record of a paper"),
]


@pytest.mark.parametrize("entries", NEAR_MISSES)
def test_nothing_is_said(seen, entries):
    assert seen(front_matter.observe, media="markdown", front=f"---\n{entries}\n---\n") == []


def test_the_place_is_that_of_the_value(scene_of):
    (author,) = front_matter.observe(
        scene_of(media="markdown", front='---\ntitle: The river\nauthor: "Ann Writer"\n---\n')
    )
    assert (author.evidence.line, author.evidence.column) == (3, 10)
    assert author.evidence.path == "/front-matter/author"


@pytest.mark.parametrize(
    ("url", "certain"),
    [("https://ann.substack.com/p/river", True), (NEWS, False)],
    ids=["a service that is made of no Markdown", "perhaps the site itself"],
)
def test_a_canonical_of_a_site_that_nobody_knows(scene_of, url, certain):
    scene = scene_of(media="markdown", front=f"---\ncanonical_url: {url}\n---\n")
    assert [ack.certain for ack in front_matter.observe(scene)] == [certain]


def test_a_description_that_themes_print_is_read_as_text(scene_of):
    front = "---\ndescription: Originally published on Example News\n---\n"
    found = credit_lines.observe(scene_of(media="markdown", front=front))
    assert [ack.names for ack in found] == [("Example News",)]


def test_a_text_that_themes_print_is_linked_to_the_address_beside_it(seen):
    front = f"---\neditPost:\n  URL: {NEWS}\n  Text: Crossposted from X\n---\n"
    assert seen(credit_lines.observe, media="markdown", front=front) == [
        ("source_attribution", ("X",), NEWS, None),
        ("link_to_original", ("X",), NEWS, None),
    ]


def test_what_a_digest_is_of_is_no_original_of_the_page(seen):
    end = "## 核心观点\n\n面包会发酵。"
    entries = f"---\nauthor: 李小禾\nsource_url: {NEWS}\n---\n"
    assert [kind for kind, *_ in seen(front_matter.observe, media="markdown", front=entries, end=end)] == [
        "author_credit"
    ]
