"""Pictures are not taken along, or only some."""

import pytest

from checker.model import Severity

TYPE = 'type = "images_excluded"\nstrength = "must_not"\n'
OTHERS = TYPE + 'scope = "third_party"\n'
ALLOWED = 'allowed_credits = ["Example News", "CC BY"]\n'
BANNED = TYPE + 'forbidden_credits = ["AP", "PHOTO REUSE PROHIBITED"]\n'
TEXT = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>"
)


def page(*pictures):
    return f"<article><h1>The river rises</h1>{TEXT}{''.join(pictures)}{TEXT}</article>"


def picture(caption="", name="market.jpg", alt=""):
    return f'<figure><img src="/media/{name}" alt="{alt}"><figcaption>{caption}</figcaption></figure>'


# (options, the original's caption, what the copy shows, outcome, reason, a part of the message)
TAKEN = [
    pytest.param(TYPE, "", picture(), "failed", None, "original's pictures: market.jpg.", id="all: one"),
    pytest.param(TYPE, "", picture(name="market-300x200.jpg"), "failed", None, "market.jpg", id="all: another size"),
    pytest.param(TYPE + ALLOWED, "Photo: Mcc Bye", picture(), "failed", None, "market.jpg", id="all: not the allowed"),
    pytest.param(
        OTHERS, "Photo: Cid Lens/Big Agency", picture(), "failed", None, "market.jpg", id="others: an agency's"
    ),
    pytest.param(
        OTHERS, "Photo: Ben Lens", picture(), "failed", None, "market.jpg", id="others: its short name in a word"
    ),
    pytest.param(OTHERS, "", picture(), "cant_tell", "image_unknown", "does not say whose", id="others: no caption"),
    pytest.param(
        OTHERS, "The old market", picture(), "cant_tell", "image_unknown", "market.jpg", id="others: no credit"
    ),
    pytest.param(
        TYPE, "", picture(name="own.jpg"), "passed", None, "no picture that the terms", id="all: the site's own"
    ),
    pytest.param(TYPE, "", "", "passed", None, "no picture", id="all: none"),
    pytest.param(TYPE + ALLOWED, "", picture("Photo: Example News"), "passed", None, "no", id="all: an allowed credit"),
    pytest.param(
        TYPE + ALLOWED, "Cid Lens, CC BY 4.0", picture(), "passed", None, "no", id="all: an allowed one, lost"
    ),
    pytest.param(OTHERS, "Photo: Ann Writer/EN", picture(), "passed", None, "no", id="others: the publisher's"),
    pytest.param(OTHERS + ALLOWED, "Cid Lens, CC BY 4.0", picture(), "passed", None, "no", id="others: allowed"),
    pytest.param(OTHERS, "Photo: Cid Lens", picture(name="own.jpg"), "passed", None, "no", id="others: the site's own"),
]


@pytest.mark.parametrize(("asked", "theirs", "shown", "outcome", "reason", "says"), TAKEN)
def test_beside_the_original(judged, asked, theirs, shown, outcome, reason, says):
    finding = judged(asked, page(shown), page(picture(theirs)))
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


# (options, what the page shows, outcome, reason)
ALONE = [
    pytest.param(BANNED, picture("A map of Riverton"), "cant_tell", "original_unavailable", id="letters in a word"),
    pytest.param(TYPE, picture(), "cant_tell", "original_unavailable", id="any"),
    pytest.param(TYPE + ALLOWED, picture("CC Bypass, at noon"), "cant_tell", "original_unavailable", id="not allowed"),
    pytest.param(BANNED, picture("Cid Lens/AP"), "failed", None, id="a forbidden credit"),
    pytest.param(BANNED, picture("Photo reuse prohibited."), "failed", None, id="a forbidden mark"),
    pytest.param(BANNED, picture(alt="AP: the market"), "failed", None, id="as alternative text"),
    pytest.param(
        TYPE + 'forbidden_credits = ["AP/"]',
        picture("Photo: AP/Cid Lens"),
        "failed",
        None,
        id="one that ends in a mark",
    ),
    pytest.param(TYPE, '<img src="https://count.news.example/81/pixel.gif">', "passed", None, id="the page counter"),
    pytest.param(TYPE, '<img src="/b.gif" width="1" height="1" alt="">', "passed", None, id="of no size"),
    pytest.param(
        TYPE, '<img src="/b.gif" width="100" height="1">', "cant_tell", "original_unavailable", id="a thin line"
    ),
    pytest.param(TYPE + ALLOWED, picture("Photo: Example News"), "passed", None, id="an allowed credit"),
    pytest.param(TYPE, "", "passed", None, id="none"),
]


@pytest.mark.parametrize(("asked", "shown", "outcome", "reason"), ALONE)
def test_without_the_original(judged, asked, shown, outcome, reason):
    finding = judged(asked, page(shown))
    assert (finding.outcome, finding.reason) == (outcome, reason)


def test_it_only_warns(judged):
    assert judged(TYPE, page(picture()), page(picture())).severity is Severity.WARNING
