"""A fixed text about the publisher stands with the copy."""

import pytest

from checker.model import Outcome

LONG = """The river rose by two metres in the night, and the town moved its market to the hill behind the old mill, where it stood
until the spring, when the water had gone and the square was dry again for the first time since the autumn."""
PAGE = f"""<html lang="en"><head><title>The river rises</title></head><body><article><h1>The river rises</h1>
{{top}}<p>{LONG}</p>{{bottom}}</article></body></html>"""
TEXT = "Example News is a free newsroom of the river towns, and gives its stories away."
ASKED = f'type = "mandated_statement"\ntext = "{TEXT}"\n'


def page(bottom="", top=""):
    return PAGE.format(top=top, bottom=bottom)


# (what stands at the end, outcome, reason, a part of the message)
STATEMENTS = [
    pytest.param("<p>Example News is a newsroom.</p>", "failed", None, "not on the page", id="the name and few words"),
    pytest.param("", "failed", None, "not on the page", id="nothing"),
    pytest.param(f"<nav>{TEXT}</nav>", "failed", None, "not on the page", id="in the navigation"),
    pytest.param(f"<p hidden>{TEXT}</p>", "failed", None, "hidden by its markup", id="hidden"),
    pytest.param(f"<!-- {TEXT} -->", "failed", None, "inside an HTML comment", id="in a comment"),
    pytest.param(
        f"<p>{TEXT.replace('river', 'hill')}</p>",
        "cant_tell",
        "worded_otherwise",
        "(line 3, column 115)",
        id="one word changed",
    ),
    pytest.param(
        "<p>Example News is a free newsroom of the river towns.</p>",
        "cant_tell",
        "worded_otherwise",
        "A part",
        id="cut short",
    ),
    pytest.param(
        f"<p hidden>{TEXT.replace('river', 'hill')}</p>", "failed", None, "not on the page", id="changed and hidden"
    ),
    pytest.param(f"<p>Note: {TEXT} Thanks!</p>", "passed", None, "is there", id="among other words"),
    pytest.param(
        f"<p>“{TEXT.upper().replace(', ', ' — ')}”</p>", "passed", None, "is there", id="capitals, quotes, a dash"
    ),
    pytest.param(
        f"<p>{TEXT.replace(' of ', '</p><p> of ')}</p>", "passed", None, "is there", id="broken into two paragraphs"
    ),
]


@pytest.mark.parametrize(("bottom", "outcome", "reason", "says"), STATEMENTS)
def test_what_stands_at_the_end(judged, bottom, outcome, reason, says):
    finding = judged(ASKED, page(bottom))
    assert (finding.outcome.value, finding.reason) == (outcome, reason)
    assert says in finding.message
    assert outcome == "passed" or finding.fix.html == f"<p>{TEXT}</p>"


PART = "<p>Example News is a free newsroom of the river valley's towns, and gives stories away.</p>"
# (options, outcome)
MATCHES = [
    pytest.param(f'text = "{TEXT}"\nmatch = "exact"', "cant_tell", id="exact"),
    pytest.param(f'text = "{TEXT}"\nmatch = "similar"\nthreshold = 1', "cant_tell", id="all words, in order"),
    pytest.param(f'text = "{TEXT}"\nmatch = "similar"', "passed", id="similar"),
    pytest.param(f'text = "{TEXT}"\nmatch = "meaning"', "passed", id="meaning"),
    pytest.param('texts = ["We are others.", "Newsroom of the river valley’s towns."]', "passed", id="one of several"),
    pytest.param('wording = { de = "Wir sind andere." }', "failed", id="in another language"),
    pytest.param('wording = { de = "Wir sind andere.", en = "{publisher} is a free" }', "passed", id="one language's"),
    pytest.param('notice = "about"', "failed", id="another text of the pack"),
]


@pytest.mark.parametrize(("options", "outcome"), MATCHES)
def test_ways_to_ask_for_it(judged, options, outcome):
    assert judged(f'type = "mandated_statement"\n{options}', page(PART)).outcome.value == outcome


def test_a_notice_of_the_pack(judged):
    text = "Example News is a newsroom without profit that reports on rivers and their towns, and gives its stories away to all."
    finding = judged('type = "mandated_statement"\nnotice = "about"', page(f"<p>{text}</p>"))
    assert finding.outcome is Outcome.PASSED
    assert finding.evidence[0].text.startswith("Example News is a newsroom")


def test_a_statement_that_the_pack_does_not_know(judged):
    finding = judged('type = "mandated_statement"', page(f"<p>{TEXT}</p>"))
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "original_unavailable")


def test_the_fix_is_in_the_language_of_the_page(judged):
    finding = judged(
        'type = "mandated_statement"\nwording = { de = "Von {publisher}.", en = "By {publisher}, free." }', page()
    )
    assert finding.fix.markdown == "By Example News, free."


HOME = '<a href="https://news.example/">there</a>'
# (what stands at the end, outcome)
LINKS = [
    pytest.param(f"<p>{TEXT}</p>", "failed", id="none"),
    pytest.param(f'<p>{TEXT} <a href="https://news.example/7">there</a></p>', "failed", id="to an article"),
    pytest.param(f"<p>{TEXT}</p><p>Our own line.</p><p>{HOME}</p>", "failed", id="two paragraphs on"),
    pytest.param(f"<p>{TEXT} https://news.example/</p>", "failed", id="an address without a link"),
    pytest.param(f"<p>{TEXT} {HOME}</p>", "passed", id="in its paragraph"),
    pytest.param(f"<p>{TEXT}</p><p>{HOME}</p>", "passed", id="in the next"),
]


@pytest.mark.parametrize(("bottom", "outcome"), LINKS)
def test_its_link(judged, bottom, outcome):
    assert judged(ASKED + 'link = "home"', page(bottom)).outcome.value == outcome


def test_of_a_bare_address_some_renderers_make_a_link(judged):
    finding = judged(ASKED + 'link = "home"', f"# The river rises\n\n{LONG}\n\n{TEXT} https://news.example/\n")
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "renderer_decides")


# (options, outcome at the top, outcome at the bottom)
POSITIONS = [
    pytest.param('position = "top"\nwithin_words = 10', "passed", "failed", id="top"),
    pytest.param('position = "bottom"\nwithin_words = 10', "failed", "passed", id="bottom"),
    pytest.param('position = "bottom"', "passed", "passed", id="bottom of a short text"),
]


@pytest.mark.parametrize(("options", "top", "bottom"), POSITIONS)
def test_its_place(judged, options, top, bottom):
    statement = f"<p>{TEXT}</p>"
    assert judged(ASKED + options, page(top=statement)).outcome.value == top
    assert judged(ASKED + options, page(statement)).outcome.value == bottom
