"""Permission statements, and the prohibitions that use the same words."""

import pytest

from checker.acknowledgements import permissions

FOUND = [
    pytest.param("Republished here with permission.", id="republished with permission"),
    pytest.param("This article is reprinted by permission of the author.", id="by permission of the author"),
    pytest.param("Reprinted with kind permission from Example News.", id="kind permission"),
    pytest.param("Republished here by the author with permission.", id="by the author"),
    pytest.param("This piece is reprinted from Example News with permission.", id="behind the source"),
    pytest.param("Reposted with her kind permission.", id="her permission"),
    pytest.param("Ann Writer kindly allowed us to repost it here.", id="what was allowed"),
    pytest.param("Mit freundlicher Genehmigung des Autors veröffentlicht.", id="German"),
    pytest.param("Republicado con permiso de Ejemplo Noticias.", id="Spanish"),
]


@pytest.mark.parametrize("line", FOUND)
def test_a_statement(seen, line):
    assert seen(permissions.observe, end=f"<p>{line}</p>") == [("permission_statement", (), None, None)]


NEAR_MISSES = [
    pytest.param({"end": "<p>May only be reproduced with permission of the author.</p>"}, id="only with permission"),
    pytest.param({"end": "<p>This article may not be reproduced without permission.</p>"}, id="not without permission"),
    pytest.param(
        {"end": "<p>May not be republished without the written permission of Example News.</p>"},
        id="not without written permission",
    ),
    pytest.param({"end": "<p>You must request permission from the copyright owner.</p>"}, id="you must request it"),
    pytest.param({"end": "<p>Reproduction in whole or in part without permission is prohibited.</p>"}, id="prohibited"),
    pytest.param(
        {"end": "<p>The Centre grants permission to cross-post its articles on community internet sites.</p>"},
        id="a grant to others",
    ),
    pytest.param({"end": "<p>Photo: used with permission</p>"}, id="a photo credit"),
    pytest.param({"end": "<p>All figures are reprinted with permission.</p>"}, id="figures"),
    pytest.param(
        {"end": "<p>Republished with permission from Riverside Commons is all that you say.</p>"}, id="of the host"
    ),
    pytest.param({"end": "<p>Some articles are reprinted with permission from other sites.</p>"}, id="some articles"),
    pytest.param({"end": "<p>Level data © Example Institute. Reproduced with permission.</p>"}, id="data"),
    pytest.param(
        {"end": "<p>How the water rose is told by the analysis of Example Gauges (reproduced with permission).</p>"},
        id="an aside on what is cited",
    ),
    pytest.param(
        {"end": "<p>Scripture quotations are from the Example Bible. Used by permission.</p>"}, id="of quotations"
    ),
    pytest.param(
        {"end": "<p>The end. Infographics provided by Example Charts, republished with permission.</p>"},
        id="pictures in a later sentence",
    ),
    pytest.param({"inside": "She walked across the bridge with permission of nobody at all."}, id="running text"),
    pytest.param(
        {"after": "<section id='comments'><p>Republished here with permission.</p></section>"}, id="a reader's comment"
    ),
    pytest.param(
        {"after": "</main><footer><p>Republished here with permission.</p></footer><main>"}, id="the host's own footer"
    ),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_statement(seen, parts):
    assert seen(permissions.observe, **parts) == []


def test_a_statement_that_readers_cannot_see_is_listed_as_hidden(seen):
    assert seen(permissions.observe, end="<p hidden>Republished here with permission.</p>") == [
        ("permission_statement", (), None, "hidden")
    ]


def test_a_picture_s_permission_is_none_of_the_text(seen):
    end = '<center><img src="a.png"><p>Folder structure, by Ann Writer. Reprinted with permission.</p></center>'
    assert seen(permissions.observe, end=end) == []


PICTURE = "<p><img src='a.jpg' alt=''></p><p>{}</p>"


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("(First on Example News. This article has been republished with permission from Ann Writer)", 1),
        ("The river in May. Reprinted with permission.", 0),
    ],
    ids=["of the work", "of the picture"],
)
def test_what_stands_below_a_picture(seen, line, count):
    assert len(seen(permissions.observe, top=PICTURE.format(line))) == count


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Republished with permission.", True),
        ("This article is published with permission.", True),
        ("The code is posted with permission from the university.", False),
    ],
)
def test_a_loose_wording_is_sure_where_it_names_the_work(scene_of, line, sure):
    assert [ack.certain for ack in permissions.observe(scene_of(end=f"<p>{line}</p>"))] == [sure]


def test_a_paragraph_below_a_picture_that_names_the_source_is_no_caption(seen):
    lines = '<p><img src="a.png"></p><p>(This article was first published on Example News. It is republished with permission.)</p>'
    assert [kind for kind, *_ in seen(permissions.observe, top=lines)] == ["permission_statement"]


def test_a_translation_that_says_it_has_no_permission_has_none(seen):
    top = '<p>本文是对原博文《<a href="https://news.example/2024/river">How Bread Rises</a>》的无授权翻译转载，不用于任何商业目的。</p>'
    assert seen(permissions.observe, top=top) == []


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Her memoir, which she wrote in the year of the flood, was reprinted with permission.", False),
        ("This story of the year of the flood in the old town was reprinted with permission.", True),
        ("Reprinted with permission.", True),
    ],
    ids=["of a book", "of the article", "of nothing else"],
)
def test_whether_the_permission_is_the_page_s(scene_of, line, sure):
    assert [ack.certain for ack in permissions.observe(scene_of(end=f"<p>{line}</p>"))] == [sure]
