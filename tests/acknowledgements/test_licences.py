"""Licence notices: the licence of the republished text, named or linked."""

import pytest

from checker.acknowledgements import licences

BY = "https://creativecommons.org/licenses/by/4.0/"

FOUND = [
    pytest.param("This article is republished under a Creative Commons license.", None, id="in words"),
    pytest.param(f'This article is licensed under <a href="{BY}">CC BY 4.0</a>.', BY, id="words and link"),
    pytest.param(f'<a href="{BY}">CC BY 4.0</a>', BY, id="a link alone on its line"),
    pytest.param("本文为李小禾的原创文章，遵循CC 4.0 BY-SA版权协议。", None, id="beside ideographs"),
    pytest.param("Dieser Text steht unter einer Creative-Commons-Lizenz: CC BY 4.0", None, id="German"),
]


@pytest.mark.parametrize(("line", "href"), FOUND)
def test_a_licence_notice(seen, line, href):
    assert ("license_notice", (), href, None) in seen(licences.observe, end=f"<p>{line}</p>")


@pytest.mark.parametrize(
    ("path", "code"),
    [("by/4.0/", "CC-BY-4.0"), ("by-nc-nd/3.0/deed.de", "CC-BY-NC-ND-3.0"), ("by-sa/2.5/", "CC-BY-SA-2.5")],
    ids=["BY", "BY-NC-ND with a deed", "BY-SA"],
)
def test_the_licence_is_read_from_its_address(scene_of, path, code):
    end = (
        f'<p>This article is licensed under <a href="https://creativecommons.org/licenses/{path}">this licence</a>.</p>'
    )
    assert [ack.details["license"] for ack in licences.observe(scene_of(end=end))] == [code]


NEAR_MISSES = [
    pytest.param({}, id="nothing"),
    pytest.param(
        {"after": f"</main><footer><p>This site is licensed under <a href='{BY}'>CC BY</a>.</p></footer><main>"},
        id="the host's own footer",
    ),
    pytest.param({"end": "<figure><figcaption>Photo: Ann Writer, CC BY 4.0</figcaption></figure>"}, id="a caption"),
    pytest.param({"end": "<p>Photo: Ann Writer, CC BY 4.0</p>"}, id="a photo credit"),
    pytest.param(
        {
            "end": '<p>Licensed like <a href="https://creativecommons.org.lookalike.example/licenses/by/4.0/">this</a>.</p>'
        },
        id="a look-alike host",
    ),
    pytest.param({"end": "<p>The mcc bylaws</p>"}, id="letters inside other words"),
    pytest.param(
        {"after": f"<section id='comments'><p><a href='{BY}'>CC BY</a></p></section>"}, id="a reader's comment"
    ),
    pytest.param(
        {
            "inside": "Many towns share their reports, and Creative Commons has written about that at length, but we do not yet know how."
        },
        id="running text",
    ),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_licence_notice(seen, parts):
    assert seen(licences.observe, **parts) == []


@pytest.mark.parametrize("head", [f'<link rel="license" href="{BY}">'], ids=["link rel=license"])
def test_metadata_is_listed_as_what_readers_do_not_see(seen, head):
    assert seen(licences.observe, head=head) == [("license_notice", (), BY, "metadata")]


def test_a_box_s_code_before_a_licence_makes_it_no_caption(seen):
    top = "{{< note >}}\nThis page is a translation. Licence: CC BY 4.0\n{{< /note >}}"
    parts = {"media": "markdown", "top": top}
    assert "license_notice" in [kind for kind, *_ in seen(licences.observe, **parts)]


def test_a_licence_in_a_figure_s_code_is_the_picture_s(seen):
    assert seen(licences.observe, media="markdown", end="{% figure bridge.png The bridge, CC BY 4.0 %}") == []
