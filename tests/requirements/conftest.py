"""Acknowledgements and cases to judge."""

import pytest

from checker.model import Acknowledgement, Article, Audience, Evidence, Kind, Publisher
from checker.requirements.case import Case

EXAMPLE_NEWS = Publisher("example", "Example News", "news.example")


@pytest.fixture(scope="session")
def ack():
    """An acknowledgement of a kind; without more, one that readers see and can use."""

    def make(kind, *names, text="the words", href=None, line=4, column=2, via="text", **more):
        return Acknowledgement(Kind(kind), Evidence(text, href, line, column, "/html/body/p"), names, via=via, **more)

    return make


@pytest.fixture(scope="session")
def case():
    """A case about a copy from Example News, which has a rule pack."""

    def make(*acknowledgements, publisher=EXAMPLE_NEWS, **more):
        facts = {
            "names": ("Example News", "Example News Network", "EN"),
            "domains": ("news.example",),
            "article": Article("https://news.example/2024/river", "The river", ("Ann Writer",)),
            "audience": Audience.COMMUNITY,
            "contact": "ask@news.example",
            "pack": "example",
        }
        return Case(acknowledgements, publisher, **(facts | more))

    return make
