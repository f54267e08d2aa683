"""The text is the original's, but for changes that the terms allow; the type warns at most."""

import pytest

from checker.model import Outcome, Severity

ONE = "The river rose by two metres on Monday night, and the town moved its market to the hill behind the old mill."
TWO = "“Nobody was hurt,” the mayor of the town said at the bridge."
THREE = "The road along the water stays shut until the end of the week."
CHANGED = ONE.replace("Monday", "Tuesday")
OTHER = "Our own street was flooded before any other was."


def article(*sentences):
    return f"<article><h1>The river rises</h1><p>{' '.join(sentences)}</p></article>"


def asked(*allowed):
    options = f"allowed = [{', '.join(repr(each) for each in allowed)}]" if allowed else ""
    return f'type = "no_edits"\nstrength = "must_not"\n{options}'


TODAY = ONE.replace("on Monday night", "last night")
SPELLED = ONE.replace("metres", "meters")
WORDED = ONE.replace("moved", "carried")
NOT = TWO.replace("said", "did not say")
# (the copy's sentences, what the terms allow, outcome)
CASES = [
    pytest.param([ONE.upper(), TWO.replace("“", "'").replace("”", "'"), THREE], [], "passed", id="letter case, quotes"),
    pytest.param([ONE.replace(",", " –"), TWO, THREE], [], "passed", id="other marks"),
    pytest.param(["Our neighbours had a wet night.", ONE, TWO, THREE, OTHER], [], "passed", id="words around it"),
    pytest.param([ONE, "Hear, hear!", TWO, THREE], [], "failed", id="two words put in"),
    pytest.param([THREE, ONE, TWO], [], "failed", id="another order"),
    pytest.param([CHANGED, TWO, THREE], [], "failed", id="a day changed"),
    pytest.param([TODAY, TWO, THREE], [], "failed", id="a day as its readers say it"),
    pytest.param([SPELLED, TWO, THREE], [], "failed", id="another spelling"),
    pytest.param([ONE, THREE], [], "failed", id="a sentence left out"),
    pytest.param([ONE, TWO], [], "failed", id="the end left out"),
    pytest.param([ONE, OTHER, TWO, THREE], [], "failed", id="a sentence put in"),
    pytest.param([TODAY, TWO, THREE], ["time"], "passed", id="a day, time allowed"),
    pytest.param([TODAY, TWO, THREE], ["location"], "passed", id="a day, place allowed"),
    pytest.param([TODAY, TWO, THREE], ["style", "length", "additions"], "failed", id="a day, other things allowed"),
    pytest.param([CHANGED, TWO, THREE], ["time", "location", "style"], "failed", id="another day, time allowed"),
    pytest.param([SPELLED, TWO, THREE], ["style"], "passed", id="another spelling, style allowed"),
    pytest.param([SPELLED, TWO, THREE], ["punctuation"], "passed", id="another spelling, punctuation allowed"),
    pytest.param([SPELLED, TWO, THREE], ["time", "length", "additions"], "failed", id="another spelling, not allowed"),
    pytest.param([WORDED, TWO, THREE], ["style"], "failed", id="another word, style allowed"),
    pytest.param([WORDED, TWO, THREE], ["clarity"], "passed", id="another word, clarity allowed"),
    pytest.param([WORDED, TWO, THREE], ["minor"], "passed", id="another word, minor changes allowed"),
    pytest.param([WORDED, TWO, THREE], ["additions"], "failed", id="another word, additions allowed"),
    pytest.param([THREE, ONE, TWO], ["clarity"], "passed", id="another order, clarity allowed"),
    pytest.param([ONE, THREE], ["length"], "passed", id="left out, length allowed"),
    pytest.param([ONE, TWO], ["length"], "passed", id="the end left out, length allowed"),
    pytest.param(
        [ONE, THREE], ["time", "minor", "clarity", "style", "additions"], "failed", id="left out, not allowed"
    ),
    pytest.param([ONE, OTHER, TWO, THREE], ["additions"], "passed", id="put in, additions allowed"),
    pytest.param([ONE, NOT, THREE], ["length"], "failed", id="turned round, length allowed"),
    pytest.param([ONE, OTHER, TWO, THREE], ["minor", "clarity", "length"], "failed", id="put in, not allowed"),
]


@pytest.mark.parametrize(("copy", "allowed", "outcome"), CASES)
def test_a_copy(judged, copy, allowed, outcome):
    finding = judged(asked(*allowed), article(*copy), article(ONE, TWO, THREE))
    assert (finding.outcome.value, finding.severity, finding.reason) == (outcome, Severity.WARNING, None)


TEXT = [
    f"In the year {1900 + number} the river stood {number} metres over the square of the town." for number in range(40)
]


@pytest.mark.parametrize(
    ("kind", "changes", "outcome"),
    [("minor", 4, "passed"), ("minor", 5, "failed"), ("clarity", 5, "passed"), ("clarity", 40, "passed")],
)
def test_small_changes_are_few(judged, kind, changes, outcome):
    copy = [text.replace("stood", "was") if number < changes else text for number, text in enumerate(TEXT)]
    assert judged(asked(kind), article(*copy), article(*TEXT)).outcome.value == outcome


def test_three_differences_are_named_with_their_places_and_the_rest_is_counted(judged):
    copy = article(CHANGED, OTHER, THREE.replace("shut", "closed"), *TEXT[1:3])
    finding = judged(asked(), copy, article(ONE, TWO, THREE, *TEXT[:4]))
    assert "changed: “Monday” to “Tuesday”; put in: “Our own street" in finding.message
    assert finding.message.endswith("; and 3 more.")
    assert [evidence.text for evidence in finding.evidence] == ["Tuesday", OTHER]
    assert [edit.kind.value for edit in finding.edits] == [
        "changed", "added", "removed", "changed", "removed", "truncated"
    ]  # fmt: skip


def test_edits_have_their_words_and_lines(judged):
    lines = "<article><h1>{0}</h1>\n<p>{1}</p>\n<p>{2}</p></article>"
    copy = lines.format("High water", SPELLED, f"{TWO} The road stays shut.")
    original = lines.format("The river rises", ONE, f"{TWO} {THREE}")
    edits = judged(asked("style", "length"), copy, original).edits
    assert [(edit.kind.value, edit.original, edit.copy, edit.line) for edit in edits] == [
        ("headline", "The river rises", "High water", 1),
        ("house_style", "metres", "meters", 2),
        ("removed", "along the water", "", 3),
        ("removed", "until the end of the week", "", 3),
    ]


HOSTS = [
    "<aside><p>The Herald has paid for this story, as it does for all of them.</p></aside>",
    '<div class="promo-box"><p>The Herald has paid for this story, as it does for all of them.</p></div>',
    "<p>Sign up for our newsletter, and never miss another flood in the valley.</p>",
    '<p><a href="/other">What the valley thinks of its new road and of its old mayor</a></p>',
    "<p>Read more: what the valley thinks of its new road and of its old mayor.</p>",
    '<p>This article was originally published on <a href="https://news.example/2024/river">Example News</a>.</p>',
    "<p>This article has been edited for length and clarity by the Herald.</p>",
    '<p><img src="/a.jpg"><br>\n <em>The square of the town, as it was <b>seen</b> from the hill.</em> </p>',
    '<p><img src="/a.jpg"></p><p class="wp-caption-text">The square of the town, as it was seen from the hill.</p>',
    '<div class="poll"><p>Should the town pay for the mill, or the people of the valley?</p></div>',
    "<p>This story is part of a series by Example News on the rivers of the valley and their mills.</p>",
    "<p>[Note: the mill and its wheel were bought by the town two years ago.]</p>",
    '<p>The valley needs a paper of its own. <a href="/give">Donate to the Herald</a>, if you can.</p>',
    "<figure><figcaption>The square of the town as it was seen from the hill.</figcaption></figure>",
]


@pytest.mark.parametrize("note", HOSTS)
def test_what_the_host_puts_between_the_paragraphs_is_no_edit(judged, note):
    copy = f"<article><h1>The river rises</h1><p>{ONE}</p>{note}<p>{TWO} {THREE}</p></article>"
    assert judged(asked(), copy, article(ONE, TWO, THREE)).outcome is Outcome.PASSED
    assert judged(asked(), article(ONE, TWO, THREE), copy).outcome is Outcome.PASSED


def test_an_alert_of_markdown_is_no_edit(judged):
    copy = (
        f"# The river rises\n\n{ONE}\n\n> [!NOTE]\n> The mill and its wheel were bought by the town.\n\n{TWO} {THREE}\n"
    )
    assert judged(asked(), copy, article(ONE, TWO, THREE)).outcome is Outcome.PASSED


def test_a_first_paragraph_below_a_picture_is_part_of_the_article(judged):
    original = article(ONE, TWO, THREE).replace("</h1>", '</h1><img src="/a.jpg">')
    assert judged(asked(), article(TWO, THREE), original).outcome is Outcome.FAILED


def test_a_last_short_paragraph_is_part_of_the_article(judged):
    copy = f"<article><h1>The river rises</h1><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article>"
    assert judged(asked(), copy, article(ONE, TWO, THREE)).outcome is Outcome.PASSED


def test_a_translation_cannot_be_compared(judged):
    german = "In der Nacht ist der Fluss um zwei Meter gestiegen, und die Stadt hat ihren Markt auf den Hügel verlegt, wo die Mühle ist."
    finding = judged(asked(), article(german), article(ONE, TWO, THREE))
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "translated")
    assert [edit.kind.value for edit in finding.edits if edit.kind != "headline"] == ["translated"]


@pytest.mark.parametrize("copy", [TEXT * 110, [*TEXT[:-1], OTHER, TEXT[-1]] * 110], ids=["the same", "put in"])
def test_a_text_that_is_too_long_is_no_quiet_pass(judged, copy):
    finding = judged(asked(), article(*copy), article(*TEXT * 110))
    assert (finding.outcome, finding.reason) == (Outcome.CANT_TELL, "too_large")


def test_without_the_original(judged):
    finding = judged(asked(), article(ONE))
    assert (finding.outcome, finding.reason, finding.severity) == (
        Outcome.CANT_TELL,
        "original_unavailable",
        Severity.NOTE,
    )
