"""The publisher's pictures run only with their story."""

import pytest

from checker.model import Severity

TYPE = 'type = "image_only_with_story"\nstrength = "must"\n'
STORY = (
    "<p>The river rose by two metres in the night, and the town moved its market to the hill behind the old mill.</p>",
    "<p>Carts with bread stood between the apple trees at seven, and the mayor himself carried the tables up the lane.</p>",
    "<p>Nobody sold fish, because the fishmonger was still looking for his boat in the gardens on the other bank.</p>",
)
OTHER = "<p>Nothing is better on a warm morning than a walk between tables of cherries, and we know where they are sold.</p>"


def page(*parts):
    return f"<article><h1>The river rises</h1>{''.join(parts)}</article>"


def picture(name="market.jpg", caption="", alt=""):
    return f'<figure><img src="/media/{name}" alt="{alt}"><figcaption>{caption}</figcaption></figure>'


ORIGINAL = page(STORY[0], picture(), *STORY[1:])

# (the copy, outcome, reason, a part of the message)
PAGES = [
    pytest.param(page(OTHER, picture(), OTHER), "failed", None, "pictures of the original (market.jpg)", id="no text"),
    pytest.param(page(OTHER, picture("market-300x200.jpg"), OTHER), "failed", None, "(market.jpg)", id="another size"),
    pytest.param(page(OTHER, picture(), "<p>The river rose.</p>"), "failed", None, "little of its text", id="a word"),
    pytest.param(
        page(*STORY, picture("mayor.jpg", "Photo: Example News"), OTHER),
        "cant_tell",
        "image_unknown",
        "Pictures that Example News is credited for are not in the original: mayor.jpg.",
        id="another with its name",
    ),
    pytest.param(
        page(*STORY, picture("mayor.jpg", alt="Example News"), OTHER),
        "cant_tell",
        "image_unknown",
        "mayor.jpg",
        id="another with its name as alternative text",
    ),
    pytest.param(
        page(*STORY, picture("mayor.jpg", "When the men open it"), OTHER), "passed", None, "with", id="letters"
    ),
    pytest.param(page(*STORY, picture("mayor.jpg", "Photo: Bo Reader"), OTHER), "passed", None, "with", id="its own"),
    pytest.param(page(OTHER, picture("cherries.jpg"), OTHER), "passed", None, "with", id="its own, in another story"),
    pytest.param(page(STORY[0], picture(), STORY[1]), "passed", None, "run with their story", id="two thirds of it"),
    pytest.param(page(STORY[0], picture(), OTHER), "passed", None, "run with their story", id="a third of it"),
    pytest.param(page(OTHER), "passed", None, "shows no pictures", id="none"),
]


@pytest.mark.parametrize(("copy", "outcome", "reason", "says"), PAGES)
def test_what_runs_with_the_pictures(judged, copy, outcome, reason, says):
    finding = judged(TYPE, copy, ORIGINAL)
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


def test_it_only_warns(judged):
    assert judged(TYPE, page(OTHER, picture(), OTHER), ORIGINAL).severity is Severity.WARNING


@pytest.mark.parametrize(
    ("shown", "outcome", "reason"),
    [(picture(), "cant_tell", "original_unavailable"), ("", "passed", None)],
    ids=["a picture", "none"],
)
def test_without_the_original(judged, shown, outcome, reason):
    finding = judged(TYPE, page(OTHER, shown, OTHER))
    assert (finding.outcome, finding.reason) == (outcome, reason)
