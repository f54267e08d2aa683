"""Authors' names link to their profiles on the publisher's site."""

import pytest

TYPE = 'type = "author_profile_link"\n'
PATH = TYPE + 'path = "/users/{id}"\n'
TEXT = (
    "Lay a drain around the house first, and only then think about the paint on the walls, because water finds its way."
)
PAGE = f"<article><h1>How do I keep my cellar dry?</h1>{{}}<p>{TEXT}</p></article>"
ANN = '<a href="https://news.example/users/7/ann">Ann Writer</a>'


# (options, what stands above the text, outcome, reason, a part of the message)
BYLINES = [
    pytest.param(
        PATH,
        f"<p>By {ANN.replace('news.example', 'mynews.example')}</p>",
        "failed",
        None,
        "profile of Ann Writer.",
        id="a look-alike host",
    ),
    pytest.param(
        PATH, f"<p>By {ANN.replace('users', 'superusers')}</p>", "failed", None, "Ann Writer", id="a look-alike path"
    ),
    pytest.param(PATH, f"<p>By {ANN.replace('/7/ann', '')}</p>", "failed", None, "Ann Writer", id="no id in the path"),
    pytest.param(
        PATH,
        '<p>By Ann Writer (<a href="https://news.example/users/7">profile</a>)</p>',
        "failed",
        None,
        "Ann Writer",
        id="beside the name",
    ),
    pytest.param(PATH, f"<p>By Ann Writer</p><!-- {ANN} -->", "failed", None, "Ann Writer", id="in a comment"),
    pytest.param(
        PATH, f'<p>By Ann Writer</p><p style="display:none">{ANN}</p>', "failed", None, "Ann Writer", id="hidden"
    ),
    pytest.param(PATH, f"<p>By {ANN} and Bo Reader</p>", "failed", None, "profile of Bo Reader.", id="one of two"),
    pytest.param(PATH, "", "cant_tell", "author_unknown", "No author is named", id="nobody"),
    pytest.param(
        PATH, f"<p>{ANN.replace('Ann Writer', 'ann7')} answered</p>", "passed", None, "links to an", id="a nick"
    ),
    pytest.param(PATH, f"<p>By {ANN}</p>", "passed", None, "Each author's name links", id="the name"),
    pytest.param(PATH, f"<p>{ANN.replace('Ann', 'By Ann')}</p>", "passed", None, "Each", id="with more words"),
    pytest.param(
        PATH,
        f'<p>By {ANN} and <a href="https://www.news.example/users/12">Bo Reader</a></p>',
        "passed",
        None,
        "Each",
        id="both",
    ),
    pytest.param(
        TYPE,
        '<p>By <a href="https://news.example/2024/ann">Ann Writer</a></p>',
        "failed",
        None,
        "Ann Writer",
        id="an article, where no path is given",
    ),
    pytest.param(
        TYPE,
        '<p>By <a href="https://news.example/author/ann">Ann Writer</a></p>',
        "passed",
        None,
        "Each",
        id="a profile, where no path is given",
    ),
]


@pytest.mark.parametrize(("asked", "top", "outcome", "reason", "says"), BYLINES)
def test_where_the_names_lead(judged, asked, top, outcome, reason, says):
    finding = judged(asked, PAGE.format(top))
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert says in finding.message


def test_a_failure_shows_the_byline(judged):
    finding = judged(PATH, PAGE.format("<p>By Ann Writer</p>"))
    assert [evidence.text for evidence in finding.evidence] == ["By Ann Writer"]


def test_of_a_name_in_front_matter_the_theme_may_make_a_link(judged):
    finding = judged(PATH, f"---\nauthor: Ann Writer\n---\n{TEXT}\n")
    assert (finding.outcome, finding.reason) == ("cant_tell", "not_in_source")
