"""A rule pack to change."""

import pytest

from checker.terms import own

GOOD = """id = "example-news"
license = "CC-BY-ND-4.0"

[publisher]
name = "Example News"
aliases = ["Example News Network"]
domains = ["news.example"]
contact = "ask@news.example"
languages = ["en", "fr-CA"]
counters = ["https://count.news.example/{id}/*"]

[[notice]]
id = "fair-use"
what = "fair_use"
language = "en"
text = "This site holds material of others, the use of which was not always authorised; we believe that it is a fair use."

[[version]]
id = "2023-01-01"
in_force = { from = "2023-01-01" }
source = { url = "https://news.example/republish", read = "2026-01-15", note = "read whole" }

[[version.gate]]
when = { third_party = true }
clause = "What others wrote is not the publisher's to give."

[[version.requirement]]
type = "link_to_original"
strength = "must"
target = "article_or_home"
clause = "The copy links to the story on the publisher's site."

[[version.requirement]]
type = "fair_use_notice"
strength = "should"
notice = "fair-use"
when = { audience = ["commercial"] }
clause = "The notice under the article stays with it."

[[version.requirement]]
any_of = [{ type = "canonical_link" }, { type = "noindex" }]
strength = "must"
clause = "Search engines are told that the copy is a copy."
else = { type = "syndication_source_meta" }
"""


@pytest.fixture
def pack(tmp_path):
    """Reads a pack from a text, with some of it replaced."""

    def read(*changes):
        content = GOOD
        for old, new in changes:
            assert old in content
            content = content.replace(old, new, 1)
        file = tmp_path / "example-news.toml"
        file.write_text(content, "utf-8")
        return own.read([file])[0]

    return read
