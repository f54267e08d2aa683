"""What a repository tells of its site, and the configuration that is made of it."""

import tomllib

import pytest

from checker import config
from checker.setup import found, template
from checker.setup.found import Found

POST = "---\ntitle: The river\n---\nThe river rose.\n"

SITES = [
    pytest.param(
        {"hugo.toml": 'baseURL = "https://www.our.example/"\ntitle = "Our Site"\nlanguageCode = "en-GB"', "content/a.md": POST},
        ("Hugo", "hugo.toml", "Our Site", "our.example", "en-GB", ("content",), "public"),
        id="Hugo",
    ),
    pytest.param(
        {"config.yaml": 'baseURL: https://our.example\ntitle: Our Site\ncontentDir: articles\npublishDir: out', "articles/a.md": POST},
        ("Hugo", "config.yaml", "Our Site", "our.example", None, ("articles",), "out"),
        id="Hugo, older, with folders of its own",
    ),
    pytest.param(
        {"config/_default/hugo.toml": 'locale = "pt"\n[params]\nx = 1', "content/a.md": POST},
        ("Hugo", "config/_default/hugo.toml", None, None, "pt", ("content",), "public"),
        id="Hugo, in a folder",
    ),
    pytest.param(
        {"config.toml": 'base_url = "https://our.example"\ntitle = "Our Site"\ndefault_language = "de"', "content/a.md": POST},
        ("Zola", "config.toml", "Our Site", "our.example", "de", ("content",), "public"),
        id="Zola, whose file is named as Hugo's",
    ),
    pytest.param(
        {"_config.yml": 'title: Our Site\nurl: "https://our.example"\nlang: fr', "_posts/2024-05-01-a.md": POST},
        ("Jekyll", "_config.yml", "Our Site", "our.example", "fr", ("_posts",), "_site"),
        id="Jekyll",
    ),
    pytest.param(
        {"_config.yml": "title: Our Site\nurl: ''", "CNAME": "www.our.example\n", "_posts/2024-05-01-a.md": POST},
        ("Jekyll", "_config.yml", "Our Site", "our.example", None, ("_posts",), "_site"),
        id="Jekyll on GitHub Pages, with a CNAME",
    ),
    pytest.param(
        {".eleventy.js": 'module.exports = () => ({ dir: { input: "words", output: "www" } });', "words/a.md": POST},
        ("Eleventy", ".eleventy.js", None, None, None, ("words",), "www"),
        id="Eleventy",
    ),
    pytest.param(
        {"astro.config.mjs": "export default defineConfig({ site: 'https://our.example' });", "src/content/a.mdx": POST},
        ("Astro", "astro.config.mjs", None, "our.example", None, ("src/content",), "dist"),
        id="Astro",
    ),
    pytest.param(
        {
            "oursite.wordpress.2024-05-01.xml": "<rss><channel><title><![CDATA[Our &amp; Site]]></title><language>es</language>"
            "<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://our.example</wp:base_blog_url></channel></rss>"
        },
        ("WordPress (an export)", "oursite.wordpress.2024-05-01.xml", "Our & Site", "our.example", "es", (), None),
        id="a WordPress export",
    ),
    pytest.param({"posts/a.md": POST, "empty/x.txt": ""}, (None, None, None, None, None, ("posts",), None), id="no builder"),
    pytest.param({}, (None, None, None, None, None, (), None), id="nothing at all"),
    pytest.param(
        {"hugo.toml": 'title = "Our Site"', "content/a.md": POST},
        ("Hugo", "hugo.toml", "Our Site", None, None, ("content",), "public"),
        id="Hugo, with a title alone",
    ),
    pytest.param({"config.toml": ""}, (None, None, None, None, None, (), None), id="near miss: an empty file"),
    pytest.param(
        {"config.toml": 'title = "A program"', "content/a.md": POST},
        (None, None, None, None, None, ("content",), None),
        id="near miss: another program's file",
    ),
    pytest.param({"hugo.toml": "title = "}, (None, None, None, None, None, (), None), id="near miss: a broken file"),
    pytest.param({"_config.yml": "title: [\n"}, (None, None, None, None, None, (), None), id="near miss: no YAML"),
]  # fmt: skip


@pytest.fixture
def repository(tmp_path):
    def make(files):
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(content, "utf-8")
        return tmp_path

    return make


@pytest.mark.parametrize(("files", "expected"), SITES)
def test_what_a_repository_tells(repository, files, expected):
    seen = found.look(repository(files))
    assert (seen.generator, seen.file, seen.name, seen.domain, seen.language, seen.content, seen.built) == expected


@pytest.mark.parametrize("files", [each.values[0] for each in SITES], ids=[each.id for each in SITES])
def test_what_is_written_is_valid_and_says_the_same(repository, files):
    folder = repository(files)
    seen = found.look(folder)
    (folder / "creditline.toml").write_text(template.toml(seen), "utf-8")
    written = config.read(folder / "creditline.toml")
    assert written.site.names == ((seen.name,) if seen.name else ())
    assert written.site.domains == ((seen.domain,) if seen.domain else ())
    assert written.site.language == seen.language
    assert [each.source.relative_to(folder).as_posix() for each in written.content] == list(
        seen.content if seen.built else ()
    )


def test_all_that_is_a_comment_is_valid_without_its_mark(repository):
    lines = template.toml(Found()).splitlines()
    text = "\n".join(line.removeprefix("# ") for line in lines if "=" in line or line.startswith(("[", "# [")))
    file = repository({"creditline.toml": text}) / "creditline.toml"
    assert config.read(file).paths[0].globs == ("content/partner/*",)


PERMALINKS = [
    pytest.param("/:year/:month/:slug/", "{year}/{month}/{slug}/index.html", id="Hugo"),
    pytest.param("/:categories/:year/:month/:day/:title.html", "{year}/{month}/{day}/{slug}.html", id="Jekyll"),
    pytest.param("pretty", "{year}/{month}/{day}/{slug}/index.html", id="a style of Jekyll's"),
    pytest.param("/news/:title", "news/{slug}/index.html", id="a fixed part"),
    pytest.param("/:author/:title/", None, id="near miss: what no file name tells"),
    pytest.param("", None, id="nothing"),
]


@pytest.mark.parametrize(("given", "expected"), PERMALINKS)
def test_permalinks_of_builders(repository, given, expected):
    folder = repository({"_config.yml": f"title: x\npermalink: {given}\n", "_posts/2024-05-01-a.md": POST})
    assert found.look(folder).permalinks == ((expected,) if expected else ())


def test_front_matter_in_use(repository):
    folder = repository(
        {
            "posts/a.md": "---\nauthor: Ann Writer\nsource_url: https://news.example/river\ntags: [a]\n---\n",
            "posts/b.md": "---\nauthor: Bob Writer\nrepub: https://news.example/2024/river-rises\n---\n",
            "posts/c.md": "+++\nimage = 'https://news.example/2024/river.jpg'\n+++\n",
            "node_modules/x/README.md": "---\nother: https://news.example/2024/river-rises\n---\n",
        }
    )
    seen = found.look(folder)
    assert seen.known == {"author": ("author",), "original_url": ("source_url",)}
    assert seen.other == ("repub",)
    assert seen.markdown == 3
    text = template.toml(seen)
    assert "# Known, and in use here: author, source_url." in text
    assert '# original_url = ["repub"]' in text


HOSTILE = ['a"\n[x]\ny = "', "a\u202eb", "a\x00b", "${name}", "x" * 9000]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_no_name_breaks_out_of_the_file(name):
    values = tomllib.loads(template.toml(Found(name=name, content=(name,), other=(name,), known={"author": (name,)})))
    assert set(values) <= {"site", "content"}
    assert set(values["site"]) == {"name"}


def test_what_is_told_names_what_was_found(repository):
    told = "\n".join(found.told(found.look(repository(SITES[0].values[0]))))
    assert "Hugo (hugo.toml)" in told
    assert "our.example" in told
