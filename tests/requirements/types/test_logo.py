"""The publisher's logo is shown, or must not be."""

import pytest

PAGE = """<html lang="en"><head><title>The river rises</title></head><body><article><h1>The river rises</h1>
<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>
<p>First published by Example News. {image}</p></article></body></html>"""
HINT = 'hints = ["Blue-Heron"]'
# (options, the image, outcome where it is asked for, outcome where it is forbidden)
IMAGES = [
    pytest.param("", '<img src="https://news.example/img/dialogo.jpg">', "cant_tell", "passed", id="logo in a word"),
    pytest.param("", '<img src="/logo.png" alt="The Riverton Herald">', "cant_tell", "passed", id="the host's logo"),
    pytest.param("", '<img src="/mill.jpg" alt="Example News">', "cant_tell", "passed", id="a picture with its name"),
    pytest.param("", '<img src="https://news.example/mill.jpg">', "cant_tell", "passed", id="a picture from its site"),
    pytest.param("", '<img src="https://mynews.example/logo.png">', "cant_tell", "passed", id="a look-alike's logo"),
    pytest.param(HINT, '<img src="/blue/heron.png">', "cant_tell", "passed", id="not quite the hint"),
    pytest.param("", "<svg><path d='M0 0'/></svg>", "cant_tell", "passed", id="a drawing"),
    pytest.param("", "", "failed", "passed", id="no image"),
    pytest.param(
        "", '<img src="https://count.news.example/7/pixel.gif" width="1">', "failed", "passed", id="a counter's pixel"
    ),
    pytest.param(
        "",
        '<noscript><img src="/logo.png" alt="Example News"></noscript>',
        "failed",
        "passed",
        id="one that is not loaded",
    ),
    pytest.param("", '<img src="https://news.example/logo.svg">', "passed", "failed", id="from its site"),
    pytest.param("", '<img src="/a.png" alt="Logo of Example News">', "passed", "failed", id="by its text"),
    pytest.param("", '<img src="/a.png" title="example-news logo">', "passed", "failed", id="by its title"),
    pytest.param("", '<img src="/ExampleNewsLogo.png">', "passed", "failed", id="by its address"),
    pytest.param("", '<amp-img src="/example-news_logo.png"></amp-img>', "passed", "failed", id="on an AMP page"),
    pytest.param(HINT, '<img src="/img/BLUE-heron-300x80.png">', "passed", "failed", id="by a hint"),
]


@pytest.mark.parametrize(("options", "image", "asked", "forbidden"), IMAGES)
def test_an_image(judged, options, image, asked, forbidden):
    page = PAGE.format(image=image)
    outcomes = [
        judged(f'type = "logo"\nstrength = "{strength}"\n{options}', page).outcome.value
        for strength in ("must", "must_not")
    ]
    assert outcomes == [asked, forbidden]


def test_an_image_that_may_be_it_is_told(judged):
    finding = judged('type = "logo"', PAGE.format(image='<img src="/1.png" data-src="/2.png"><img src="/3.png">'))
    assert finding.reason == "image_unknown"
    assert "one of 2 may be it" in finding.message


LOGO = '<img src="/a.png" alt="Example News logo">'
# (what the logo should lead to, what it stands in, outcome)
LINKS = [
    pytest.param("article", LOGO, "failed", id="no link"),
    pytest.param(
        "article", f'<a href="https://news.example/">{LOGO}</a>', "failed", id="the home page for the article"
    ),
    pytest.param("home", f'<a href="https://mynews.example/">{LOGO}</a>', "failed", id="a look-alike host"),
    pytest.param(
        "article", f'<a href="https://news.example/2024/river">The story</a> {LOGO}', "failed", id="a link beside it"
    ),
    pytest.param("article", f'<a href="https://news.example/2024/river"><b>{LOGO}</b></a>', "passed", id="the article"),
    pytest.param("home", f'<a href="https://news.example">{LOGO}</a>', "passed", id="the home page"),
]


@pytest.mark.parametrize(("target", "image", "outcome"), LINKS)
def test_what_it_links_to(judged, target, image, outcome):
    finding = judged(f'type = "logo"\nlink = "{target}"', PAGE.format(image=image))
    assert finding.outcome.value == outcome
    assert finding.evidence[0].line == 3
