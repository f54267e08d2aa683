"""Pictures keep their credits."""

import pytest

TYPE = 'type = "image_credit_kept"\n'
PATTERN = TYPE + 'text = "{photographer} / Example News"'
TEXT = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>"
)


def page(*pictures):
    return f"<article><h1>The river rises</h1>{TEXT}{''.join(pictures)}{TEXT}</article>"


def picture(caption="", name="market.jpg", alt=""):
    said = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="/media/{name}" alt="{alt}">{said}</figure>'


CREDIT = "Photo: Cid Lens/Example News"
ORIGINAL = page(picture(f"Bread under the trees. {CREDIT}"))

# (what the copy shows, outcome, reason, a part of the message)
TAKEN = [
    pytest.param(picture("Bread under the trees"), "failed", None, f"has lost its credit, “{CREDIT}”", id="cut off"),
    pytest.param(picture("Bread. Photo: Example News"), "failed", None, "lost its credit", id="the photographer cut"),
    pytest.param(picture("Bread. Photo: Riverton Herald"), "failed", None, "lost its credit", id="another's credit"),
    pytest.param(picture(), "failed", None, "The picture market.jpg has lost", id="no caption"),
    pytest.param(picture(alt=CREDIT), "failed", None, "lost its credit", id="as alternative text, which few see"),
    pytest.param(picture() + f"<p hidden>{CREDIT}</p>", "failed", None, "lost its credit", id="hidden"),
    pytest.param(picture(CREDIT) + picture(name="mill.jpg"), "passed", None, "keep their", id="one of the site's own"),
    pytest.param(picture(name="own.jpg"), "passed", None, "The pictures are the page's own.", id="the site's own"),
    pytest.param("", "passed", None, "shows no pictures", id="none"),
    pytest.param(picture(CREDIT), "passed", None, "keep their credits", id="the credit alone"),
    pytest.param(picture("A market (Cid Lens, EXAMPLE NEWS)"), "passed", None, "keep", id="other marks"),
    pytest.param(picture(CREDIT, "market-300x200.jpg"), "passed", None, "keep", id="another size"),
    pytest.param(picture() + f"<p>{CREDIT}</p>", "passed", None, "keep", id="on a line below"),
]


@pytest.mark.parametrize(("shown", "outcome", "reason", "says"), TAKEN)
def test_beside_the_original(judged, shown, outcome, reason, says):
    finding = judged(TYPE, page(shown), ORIGINAL)
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


@pytest.mark.parametrize("name", ["image1.jpg", "featured-image.png", "1.jpg", "cover_02.webp"])
@pytest.mark.parametrize(("ours", "outcome"), [("/up/", "passed"), ("https://news.example/media/", "failed")])
def test_a_name_that_many_pictures_have_is_no_picture_s_but_its_address_is(judged, name, ours, outcome):
    shown = [
        page(picture(caption, name).replace("/media/", folder))
        for caption, folder in [("", ours), (CREDIT, "https://news.example/media/")]
    ]
    assert judged(TYPE, *shown).outcome == outcome


# (the original's caption, what is left of it, outcome)
CAPTIONS = [
    pytest.param("The bridge by the mill at noon", "The bridge", "cant_tell", id="no names in it"),
    pytest.param("Fog in the bay", "", "cant_tell", id="short words"),
    pytest.param("The market. It stood there until spring.", "The market.", "cant_tell", id="a sentence at its end"),
    pytest.param("Map of the river", "", "cant_tell", id="a word for pictures without a name"),
    pytest.param("洪水后的老广场", "", "cant_tell", id="a script without capitals"),
    pytest.param("", "Our market", "passed", id="none"),
    pytest.param("The market (Cid Lens)", "The market", "failed", id="in brackets"),
    pytest.param("The market | Cid Lens", "The market", "failed", id="behind a bar"),
    pytest.param("The market. AFP", "The market.", "failed", id="an agency"),
    pytest.param("Photo by Cid Lens", "Our market", "failed", id="a word for pictures and a name"),
    pytest.param("Foto: dpa", "Our market", "failed", id="a word for pictures and a colon"),
]


@pytest.mark.parametrize(("theirs", "left", "outcome"), CAPTIONS)
def test_what_a_credit_is(judged, theirs, left, outcome):
    finding = judged(TYPE, page(picture(left)), page(picture(theirs)))
    assert (finding.outcome, finding.reason) == (outcome, "caption_changed" if outcome == "cant_tell" else None)


@pytest.mark.parametrize(
    ("caption", "outcome"),
    [
        ("Bo Lens, Example Newsroom", "failed"),
        ("Example News / Bo Lens", "passed"),
        ("Bo Lens / Example News", "passed"),
    ],
    ids=["a longer word", "the name alone", "as asked"],
)
def test_the_form_that_the_terms_give_will_do_too(judged, caption, outcome):
    original = page(picture("Bread under the trees. Photo: Cid Lens/Big Agency"))
    assert judged(PATTERN, page(picture(caption)), original).outcome == outcome


# (options, what the page shows, outcome)
ALONE = [
    pytest.param(TYPE, picture(), "cant_tell", id="no caption"),
    pytest.param(TYPE, picture("Bread under the trees"), "cant_tell", id="no credit"),
    pytest.param(TYPE, picture(CREDIT) + picture(name="mill.jpg"), "cant_tell", id="one without"),
    pytest.param(PATTERN, picture("Photo: Cid Lens"), "cant_tell", id="not in the form"),
    pytest.param(TYPE, picture(CREDIT), "passed", id="a credit"),
    pytest.param(PATTERN, picture(CREDIT), "passed", id="in the form"),
    pytest.param(TYPE, "", "passed", id="no picture"),
]


@pytest.mark.parametrize(("asked", "shown", "outcome"), ALONE)
def test_without_the_original(judged, asked, shown, outcome):
    finding = judged(asked, page(shown))
    assert (finding.outcome, finding.reason) == (outcome, "original_unavailable" if outcome == "cant_tell" else None)
