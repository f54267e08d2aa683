"""An article of a made-up community site, to put credits into and see what is made of them."""

from dataclasses import replace

import pytest

from checker.acknowledgements.likeness import KnownNotices
from checker.acknowledgements.scene import Scene
from checker.documents.document import Document, Media
from checker.page import host
from checker.page.read import read
from checker.terms.directory import Directory, agencies, agency_words
from checker.terms.library import packaged
from checker.wording import load

PROSE = (
    "The town has grown along the river for three hundred years, and every spring the water comes back to look at what was "
    "built without asking it. This year it came early, stayed for nine days, and left a line on the school wall."
)
HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The river comes back | Riverside Commons</title>
<meta property="og:site_name" content="Riverside Commons"><meta property="og:url" content="https://riversidecommons.example/posts/river/">
{head}</head><body><header class="site-header"><p><a href="/">Riverside Commons</a></p></header><main><article><h1>The river comes back</h1>
{top}<p>{prose}</p><p>{prose} {inside}</p><p>{prose}</p><p>{prose}</p><p>{prose}</p>
{end}
</article>{after}</main><footer><p>© 2024 Riverside Commons</p></footer></body></html>"""
MARKDOWN = (
    "{front}# The river comes back\n\n{top}\n\n{prose}\n\n{prose} {inside}\n\n{prose}\n\n{prose}\n\n{prose}\n\n{end}\n"
)
PARTS = ("head", "top", "inside", "end", "after", "front")


@pytest.fixture(scope="session")
def directory():
    """The publishers that come with the program."""
    return Directory(packaged().profiles, agencies(), agency_words())


@pytest.fixture(scope="session")
def scene_of(directory):
    """The scene of a page whose parts are given: `head`, `top` and `end` of the article, `inside` a paragraph, `after` the article."""

    notices = KnownNotices((pack.id, notice) for pack in packaged().profiles for notice in pack.notices)

    def make(*, media="html", url=None, headers=None, **parts):
        template = HTML if media == "html" else MARKDOWN
        content = template.format(prose=PROSE, **(dict.fromkeys(PARTS, "") | parts))
        page = read(Document("page", content.encode(), Media(media), url, headers or {}))
        scene = Scene(page, host.identify(page), load.default(), directory, notices)
        matches = scene.wordings.search([block for block in page.blocks if scene.may_credit(block)])
        return replace(scene, matches=tuple(matches))

    return make


@pytest.fixture(scope="session")
def seen(scene_of):
    """What an observer sees on such a page, each as (kind, names, href, why it is no proof)."""

    def see(observe, **parts):
        return [
            (ack.kind.value, ack.names, ack.evidence.href, ack.hidden_by or ack.broken)
            for ack in observe(scene_of(**parts))
        ]

    return see


@pytest.fixture(scope="session")
def nameless(directory):
    """The scene of a page that tells neither its address nor the name of its site; `top` stands above its text."""

    def make(top):
        html = f"<html><body>{top}<p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></body></html>"
        page = read(Document("page", html.encode(), Media.HTML))
        scene = Scene(page, host.identify(page), load.default(), directory, KnownNotices(()))
        return replace(scene, matches=tuple(scene.wordings.search(page.blocks)))

    return make
