"""Acknowledgements, cases, and whole pages to judge."""

import pytest

from checker.documents.document import Document, Media
from checker.engine import Engine
from checker.model import Acknowledgement, Article, Audience, Evidence, Kind, Publisher
from checker.question import Question
from checker.requirements.case import Case
from checker.terms import conditions, validity
from checker.terms.library import packaged
from checker.wording import load

EXAMPLE_NEWS = Publisher("example", "Example News", "news.example")

PACK = """
id = "example"
license = "CC-BY-ND-4.0"

[publisher]
name = "Example News"
aliases = ["Example News Network", "EN"]
domains = ["news.example"]
contact = "ask@news.example"
languages = ["en"]
counters = ["https://count.news.example/{{id}}/pixel.gif"]

[[notice]]
id = "about"
what = "statement"
language = "en"
text = "Example News is a newsroom without profit that reports on rivers and their towns, and gives its stories away to all."

[[version]]
id = "2023-01-01"
source = {{ url = "https://news.example/republish", read = "2026-01-15" }}

[[version.requirement]]
{requirement}
"""
COMMON = 'strength = "must"\nclause = "The clause that asks for it."\n'


@pytest.fixture(scope="session")
def scene():
    """The scene of a page that holds nothing."""
    engine = Engine(packaged(), load.default())
    return engine.recogniser.scene(Document("page.html", b"<p>Nothing.</p>", Media.HTML))


@pytest.fixture(scope="session")
def ack():
    """An acknowledgement of a kind; without more, one that readers see and can use."""

    def make(kind, *names, text="the words", href=None, line=4, column=2, via="text", **more):
        return Acknowledgement(Kind(kind), Evidence(text, href, line, column, "/html/body/p"), names, via=via, **more)

    return make


@pytest.fixture(scope="session")
def case(scene):
    """A case about a copy from Example News, which has a rule pack, on a page that holds nothing else."""

    def make(*acknowledgements, publisher=EXAMPLE_NEWS, **more):
        facts = {
            "names": ("Example News", "Example News Network", "EN"),
            "domains": ("news.example",),
            "article": Article("https://news.example/2024/river", "The river", ("Ann Writer",)),
            "audience": Audience.COMMUNITY,
            "scene": scene,
            "contact": "ask@news.example",
            "pack": "example",
        }
        return Case(acknowledgements, publisher, **(facts | more))

    return make


@pytest.fixture(scope="session")
def judged():
    """The finding on a page by a pack of Example News (news.example) that makes one requirement, given as TOML.

    `strength` and `clause` may be left out. A page that starts with `<` is HTML; `original` is the page of the original; `facts` are
    declared as --fact declares them.
    """

    def judge(requirement, page, original=None, facts=(), audience="community"):
        source = PACK.format(requirement=(COMMON if "strength" not in requirement else "") + requirement)
        if "strength" in requirement and "clause" not in requirement:
            source = source.replace("[[version.requirement]]", '[[version.requirement]]\nclause = "It asks for it."')
        terms = validity.parse(source, "example.toml")
        library = packaged().with_own([terms])
        engine = Engine(library, load.default())
        shown = engine.original_of(document(original)) if original else None
        question = Question(
            library["example"], audience=Audience(audience), shown=shown, facts=conditions.declared(list(facts))
        )
        report = engine.check(document(page), question)
        return report.findings[0]

    return judge


def document(text):
    """A page as a document."""
    media = Media.HTML if text.lstrip().startswith("<") else Media.MARKDOWN
    return Document(f"page.{'html' if media is Media.HTML else 'md'}", text.encode(), media)
