"""What a configuration says of single pages."""

import pytest

from checker import config
from checker.adoption.per_path import PerPath, path_of
from checker.documents.document import Document, Media
from checker.model import Outcome, PageOutcome, Severity, Waiver
from checker.question import Question
from checker.terms.library import packaged


@pytest.fixture
def configured(tmp_path, monkeypatch):
    """The rules of a configuration that stands in the working folder."""
    monkeypatch.chdir(tmp_path)

    def make(text):
        (tmp_path / "creditline.toml").write_text(text, "utf-8")
        found = config.read(tmp_path / "creditline.toml")
        return PerPath(found, {rule.terms: packaged()[rule.terms] for rule in found.paths if rule.terms})

    return make


def document(target, content="", url=None):
    return Document(target, content.encode(), Media.MARKDOWN, url)


PATHS = [
    pytest.param("posts/a.md", None, "posts/a.md", id="a file"),
    pytest.param("./posts/../posts/a.md", None, "posts/a.md", id="a file, written oddly"),
    pytest.param("-", None, None, id="standard input"),
    pytest.param("x", "https://our.example/posts/a%20b/", "posts/a b/", id="a page of the site"),
    pytest.param("x", "https://www.our.example/posts/", "posts/", id="a page of the site with www"),
    pytest.param("x", "https://other.example/posts/a", None, id="a page elsewhere"),
]


@pytest.mark.parametrize(("target", "url", "expected"), PATHS)
def test_the_path_that_globs_see(configured, target, url, expected):
    assert path_of(target, url, configured('[site]\ndomains = ["our.example"]').config) == expected


def test_without_a_configuration_nothing_has_a_path():
    assert path_of("posts/a.md", None, config.Config()) is None


ORIGINALS = [
    pytest.param("posts/river-rises.md", "", "https://news.example/river-rises", id="the file's name"),
    pytest.param("posts/2024-05-01-river.md", "", "https://news.example/river", id="without its date"),
    pytest.param("posts/river/index.md", "", "https://news.example/river", id="a page in a folder of its own"),
    pytest.param("posts/a.md", "---\nslug: r1\n---\n", "https://news.example/r1", id="the slug of its front matter"),
    pytest.param("posts/a b.md", "", "https://news.example/a%20b", id="quoted"),
    pytest.param("posts/a.md", '---\nslug: "x?y#z"\n---\n', "https://news.example/x%3Fy%23z", id="signs of an address"),
    pytest.param("other/a.md", "", None, id="near miss: another folder"),
]


@pytest.mark.parametrize(("target", "content", "expected"), ORIGINALS)
def test_the_original_by_a_pattern(configured, target, content, expected):
    rules = configured('[[paths]]\nglobs = ["posts/*"]\noriginal = "https://news.example/{slug}"')
    assert rules.question(document(target, content), Question()).original == expected


MORE = [
    pytest.param("{path}", "a: b", "https://news.example/posts/in/a", id="the path"),
    pytest.param("{dir}/x/{stem}", "a: b", "https://news.example/posts/in/x/a", id="folder and name"),
    pytest.param("{params.number}", "params: {number: 17}", "https://news.example/17", id="a nested key"),
    pytest.param("{number}", "params: {number: 17}", None, id="near miss: a key that the page does not have"),
    pytest.param("{slug}", "path: x\nslug: ''", "https://news.example/a", id="an empty key is none"),
]


@pytest.mark.parametrize(("pattern", "front", "expected"), MORE)
def test_what_a_pattern_may_ask_for(configured, pattern, front, expected):
    rules = configured(f'[[paths]]\nglobs = ["posts/*"]\noriginal = "https://news.example/{pattern}"')
    assert rules.question(document("posts/in/a.md", f"---\n{front}\n---\n"), Question()).original == expected


def test_the_call_goes_before_the_configuration(configured):
    rules = configured('[[paths]]\nglobs = ["*"]\nterms = "propublica"\noriginal = "https://news.example/{slug}"')
    asked = Question(packaged()["globalresearch"], "https://other.example/x")
    assert rules.question(document("a.md"), asked).terms.id == "globalresearch"
    assert rules.question(document("a.md"), asked).original == "https://other.example/x"
    assert rules.question(document("a.md"), Question()).terms.id == "propublica"


def test_the_later_rule_wins_and_parts_add_up(configured):
    rules = configured(
        '[[paths]]\nglobs = ["*"]\nterms = "propublica"\nexclude_parts = [".a"]\n'
        '[[paths]]\nglobs = ["posts/*"]\nterms = "globalresearch"\nexclude_parts = [".b"]\n'
    )
    found = rules.question(document("posts/a.md"), Question())
    assert found.terms.id == "globalresearch"
    assert [each.names for each in found.site.excluded] == [{".a"}, {".b"}]
    assert rules.question(document("a.md"), Question()).terms.id == "propublica"


def test_a_page_elsewhere_is_no_page_of_the_site(configured):
    rules = configured(
        '[site]\nname = "Our"\ndomains = ["our.example"]\n[[paths]]\nglobs = ["*"]\nterms = "propublica"'
    )
    asked = Question()
    assert rules.question(document("x", url="https://other.example/a"), asked) == asked
    assert rules.question(document("x", url="https://our.example/a"), asked).site.names == ("Our",)
    assert rules.question(document("-"), asked).site.names == ("Our",)


def severity(to, name="link_to_original", glob="*"):
    return f'[[paths]]\nglobs = ["{glob}"]\nseverity = {{ {name} = "{to}" }}'


def test_a_lower_severity_is_shown_and_makes_nothing_compliant(configured, judged, post, finding):
    page = configured(severity("warning")).weighed(judged(post))
    found = finding(page, "link_to_original")
    assert (found.severity, found.by_terms, found.suppression) == (Severity.WARNING, Severity.ERROR, None)
    assert page.outcome is PageOutcome.VIOLATION


def test_a_higher_severity_makes_nothing_a_violation(configured, judged, finding):
    page = judged("# The river\n\nThis article was originally published on [Example News](https://news.example/1).\n")
    weighed = configured(severity("error", "author_credit")).weighed(page)
    found = finding(weighed, "author_credit")
    assert (found.severity, found.by_terms) == (Severity.ERROR, Severity.WARNING)
    assert weighed.outcome is page.outcome is PageOutcome.COMPLIANT


def test_the_severity_of_the_terms_is_no_override(configured, judged, post, finding):
    assert finding(configured(severity("error")).weighed(judged(post)), "link_to_original").by_terms is None


def test_off_is_a_suppression_with_its_reason(configured, judged, post, finding):
    page = configured(severity("off")).weighed(judged(post))
    found = finding(page, "link_to_original")
    assert (found.outcome, found.severity) == (Outcome.FAILED, Severity.ERROR)
    assert found.suppression.waiver is Waiver.CONFIG
    assert found.suppression.reason == "switched off in creditline.toml for *"


def test_off_leaves_what_passed(configured, judged, post, finding):
    page = configured(severity("off", "author_credit")).weighed(judged(post))
    assert finding(page, "author_credit").outcome is Outcome.PASSED
    assert finding(page, "author_credit").suppression is None


def test_other_paths_weigh_as_the_terms_say(configured, judged, post):
    page = judged(post)
    assert configured(severity("off", glob="posts/*")).weighed(page) == page


def test_an_excluded_part_holds_no_credit(configured):
    rules = configured('[[paths]]\nglobs = ["a.html"]\nexclude_parts = ["#box"]')
    from checker.engine import default  # noqa: PLC0415

    credit = "Originally published on <a href='https://news.example/1'>Example News</a>."
    text = f"<title>x</title><p>A story.</p><div id=box><p>{credit}</p></div>"
    outcomes = {
        target: default().check(found, rules.question(found, Question())).outcome
        for target in ("a.html", "b.html")
        for found in [Document(target, text.encode(), Media.HTML)]
    }
    assert outcomes == {"a.html": PageOutcome.NOT_REPUBLISHED, "b.html": PageOutcome.COMPLIANT}


TEXT = "# River\n\nThe river rose by two metres in the night, and the town moved its market to the hill.\n\n"
OWN = [
    pytest.param(f"{TEXT}Originally published on [Our Site](https://our.example/2023/river).\n", id="a link to itself"),
    pytest.param(f"{TEXT}This article first appeared in Our Site.\n", id="its own name as the source"),
    pytest.param(f"{TEXT}Copyright © 2024 Our Site\n", id="its own copyright line"),
    pytest.param(
        f"---\nsource: Our Site\ncanonical_url: https://our.example/2023/river\n---\n{TEXT}", id="front matter"
    ),
]


@pytest.mark.parametrize("text", OWN)
def test_what_a_site_says_of_itself_credits_nobody_else(configured, judged, text):
    rules = configured('[site]\nname = "Our Site"\ndomains = ["our.example"]')
    site = rules.question(document("post.md"), Question()).site
    assert judged(text).outcome is not PageOutcome.NOT_REPUBLISHED
    assert judged(text, site=site).outcome is PageOutcome.NOT_REPUBLISHED


def test_another_is_still_credited(configured, judged):
    rules = configured('[site]\nname = "Our Site"\ndomains = ["our.example"]')
    site = rules.question(document("post.md"), Question()).site
    text = f"{TEXT}Originally published on [Example News](https://news.example/river).\n\n© Our Site\n"
    assert judged(text, site=site).recognition.publisher.name == "Example News"
