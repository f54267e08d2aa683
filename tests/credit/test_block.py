"""A credit block meets what it claims: for every pack, in every language, in every format that has links."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import html as parsed

from checker.credit.form import Form
from checker.credit.formats import parts, write
from checker.credit.proof import page
from checker.credit.work import DOES, does
from checker.engine import default
from checker.errors import UsageError
from checker.model import Audience, Outcome, PageOutcome
from checker.question import Question
from checker.terms.library import packaged
from checker.wording import load

PACKS = list(packaged())
LICENCES = [name for name in PACKS if name.startswith("cc-")]
OLD_LICENCES = [name for name in LICENCES if not name.endswith("-4.0")]
"""They ask the same in every language as in the one in which they are tried below."""
LANGUAGES = sorted(load.default().languages)

# What the types that a block can do leave undone, by pack, and why. Everything else that a pack asks of a credit is met.
KEPT_IF_THERE_IS_ONE = {"copyright_line"}
LEFT = {
    **dict.fromkeys(LICENCES, KEPT_IF_THERE_IS_ONE),
    "free-press-international": KEPT_IF_THERE_IS_ONE,
    "opensource-com": KEPT_IF_THERE_IS_ONE,
    "tomsksoft-blog": KEPT_IF_THERE_IS_ONE,
    "investigatewest": {"mandated_statement"},  # its address for subscribers is not in the pack
    "north-dakota-news-cooperative": {"mandated_statement"},  # its end was cut off where it was read
    "live-action-news": {"mandated_statement"},  # the article's own, which only the original tells
    "public-good-news": {"page_counter"},  # the terms do not show it
    "the-new-humanitarian": {"page_counter"},
    "scientia": {"link_to_original", "credit_line"},  # the article's DOI, which its address is not
}
# In Markdown, what stands in the head is the site's template's.
IN_TEMPLATE = {
    "buffalos-fire": {"noindex"},
    "mainecoonads": {"indexable", "link_quality"},
    "propublica": {"syndication_source_meta"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pack", [name for name in PACKS if name not in OLD_LICENCES])
def test_a_block_does_all_that_a_block_can_do(work_of, credited, pack, language):
    for form in (Form.HTML, Form.MARKDOWN):
        left = {left.demand.id for left in credited(work_of(pack, language), form).left if does(left.demand)}
        in_template = {each for each in left if each in IN_TEMPLATE.get(pack, ()) or each == "link_quality"}
        expected = LEFT.get(pack, set()) | (in_template if form is Form.MARKDOWN else set())
        assert left == expected, form


@pytest.mark.parametrize("form", [Form.HTML, Form.MARKDOWN])
@pytest.mark.parametrize("pack", PACKS)
def test_what_it_claims_a_check_of_the_page_says_too(work_of, credited, pack, form):
    """As `creditline check --terms` judges it: without the original, but for its address where the terms are nobody's alone."""
    work = work_of(pack)
    made = credited(work, form)
    assert pack not in OLD_LICENCES or {left.demand.id for left in made.left if does(left.demand)} == LEFT[pack]
    question = Question(work.terms, None if work.terms.publisher else work.original.url)
    report = default().check(page(parts(made.block, work, form), work, form), question)
    lost = {each.requirement for each in report.findings if each.outcome is Outcome.FAILED}
    assert lost.isdisjoint(made.met)


def test_with_nothing_left_to_others_the_page_is_compliant(work_of, credited):
    work = work_of("globalresearch")
    made = credited(work)
    assert made.left == ()
    report = default().check(page(parts(made.block, work, Form.HTML), work, Form.HTML), Question())
    assert report.outcome is PageOutcome.COMPLIANT
    assert report.terms.id == "globalresearch"
    assert {each.outcome for each in report.findings if each.type != "permission_required"} == {Outcome.PASSED}


def test_every_type_is_done_or_left():
    asked = {name for pack in PACKS for demand in packaged()[pack].version_of().demands for name in demand.test.types}
    assert asked >= DOES - {"author_profile_link"}


def texts(made, work, form=Form.HTML):
    """What a block is, with its parts in order."""
    got = parts(made.block, work, form)
    return got.head, got.top, got.bottom


# pack, changes of the work -> what is where, and what is not there
PARTS = [
    pytest.param(
        "globalresearch",
        {},
        ["", "", 'href="https://globalresearch.ca/2024/05/the-river-comes-back-123456">Global Research</a>'],
        ["creativecommons", "canonical", "<img"],
        id="nothing that is not asked for",
    ),
    pytest.param(
        "the-conversation",
        {},
        ["", "<p>By Ann Writer</p>", '<img src="https://counter.theconversation.com/content/123456/count.gif'],
        ["©"],
        id="the counter with the article's own id",
    ),
    pytest.param(
        "propublica",
        {},
        ['<link rel="canonical" href="https://propublica.org/', "", '<script async src="https://pixel.propublica.org/'],
        [],
        id="what belongs into the head is there",
    ),
    pytest.param("prism", {}, ["", "By Ann Writer, Prism", ""], [], id="the byline as the terms form it"),
    pytest.param(
        "the-texan",
        {},
        ["", "By Ann Writer, The Texan", ">Read the full story on The Texan</a>"],
        [],
        id="words to link",
    ),
    pytest.param(
        "aeon",
        {},
        ["", "This Essay was originally published as <a ", ""],
        [],
        id="a prescribed line with the title linked",
    ),
    pytest.param("global-voices", {}, ["", "", "2024-05-03"], [], id="the day in the credit"),
    pytest.param(
        "cc-by-sa-4.0", {}, ["", "", "https://creativecommons.org/licenses/by-sa/4.0/"], ["©"], id="a licence"
    ),
    pytest.param(
        "cc-by-4.0", {"authors": ()}, ["", "", "Example News"], ["By "], id="no author where there may be none"
    ),
    pytest.param(
        "half-in-ten", {}, ["", "https://halfinten.org/", ""], ["2024/05"], id="the home page where that is asked"
    ),
]


@pytest.mark.parametrize(("pack", "values", "there", "absent"), PARTS)
def test_parts(work_of, credited, pack, values, there, absent):
    work = work_of(pack, **values)
    got = texts(credited(work), work)
    for part, wanted in zip(got, there, strict=True):
        assert wanted in part
    assert [words for words in absent if words in "".join(got)] == []


def test_sentences_of_the_terms_stay_as_they_are_in_every_language(work_of, credited):
    work = work_of("floodlight", "de")
    _, top, bottom = texts(credited(work), work)
    assert "This story was originally published by" in top + bottom
    assert "Von Ann Writer, Floodlight" in top


def test_a_line_that_names_the_author_where_the_source_is_meant_gets_one_that_names_the_source(work_of, credited):
    work = work_of("deafmn", authors=("Ann Writer", "Ben Author"))
    _, _, bottom = texts(credited(work), work)
    assert re.findall(r"originally published (?:by|on) (?:<a [^>]*>)?(\w+)", bottom) == ["Ann", "DeafMN"]


# pack, what is not known -> the option that gives it
MISSING = [
    pytest.param("globalresearch", {"url": None}, "--url", id="the address"),
    pytest.param("the-conversation", {"authors": ()}, "--author", id="the author"),
    pytest.param("northwest-newswire", {"title": None}, "--title", id="the title to link"),
    pytest.param("conversation-like", {"publisher": ""}, "--publisher", id="the publisher"),
]


@pytest.mark.parametrize(("pack", "unknown", "option"), MISSING)
def test_what_is_demanded_and_not_known_is_refused(work_of, credited, pack, unknown, option):
    work = work_of(pack, **{key: value for key, value in unknown.items() if key != "publisher"})
    if "publisher" in unknown:
        work = replace(work, publisher=None)
    with pytest.raises(UsageError, match=f"give .*{option}"):
        credited(work)


def test_terms_that_are_not_about_the_article_give_no_credit(work_of, credited):
    with pytest.raises(UsageError, match="These terms do not apply"):
        credited(work_of("fee", third_party="Other News"))


def test_a_block_that_stands_above_the_text_alone_says_so(work_of, credited):
    work = work_of("floodlight")
    assert write(credited(work).block, work, Form.HTML).startswith("<!-- above the text -->\n<p>")


def test_terms_that_ask_nothing_of_a_credit_give_an_empty_one(work_of, credited):
    work = work_of("globalresearch")
    nothing = replace(work, version=replace(work.version, demands=()))
    assert write(credited(nothing).block, nothing, Form.HTML) == ""


# pack, what is not known -> what is left, though nobody could say that it is missing
UNKNOWN = [
    pytest.param("the-conversation", {"affiliations": ()}, "author_affiliation", id="the author's institution"),
    pytest.param("cc-by-4.0", {"authors": ()}, "author_credit", id="the author, where there may be none"),
]


@pytest.mark.parametrize(("pack", "unknown", "left"), UNKNOWN)
def test_what_nobody_knows_is_not_claimed(work_of, credited, pack, unknown, left):
    made = credited(work_of(pack, **unknown))
    assert left not in made.met
    assert left in {each.demand.id for each in made.left}


def test_a_translation_is_known_by_the_languages_of_the_publisher(work_of, credited):
    """Texts in which a publisher does not publish are translations, whether or not somebody shows the original."""
    for language, translated in (("en", False), ("en-GB", False), ("de", True)):
        work = work_of("opendemocracy", language)
        left = credited(replace(work, original=replace(work.original, language=None))).left
        assert ("translation_marked" in {each.demand.id for each in left}) == translated


def test_what_is_only_wished_for_is_left_and_said(work_of, credited):
    made = credited(work_of("good-practice", authors=()))
    assert [(left.demand.id, bool(left.message)) for left in made.left] == [("author_credit", True)]


def test_messages_say_nothing_of_the_page_that_was_judged(work_of, credited):
    for form in Form:
        for pack in ("globalresearch", "the-conversation", "wisconsin-watch"):
            said = [left.message or "" for left in credited(work_of(pack), form).left]
            assert [each for each in said if re.search(r"line \d", each)] == []


def test_audiences_differ(work_of, credited):
    commercial = credited(work_of("globalresearch"), audience=Audience.COMMERCIAL)
    assert [left.demand.id for left in commercial.left] == ["permission_required"]


@pytest.mark.parametrize("form", [Form.TEXT, Form.JSON_LD])
def test_a_format_without_visible_links_claims_no_link(work_of, credited, form):
    made = credited(work_of("globalresearch"), form)
    assert "link_to_original" not in made.met
    assert "link_to_original" in {left.demand.id for left in made.left}


# The terms of schema.org that are used, and how their values look.
NEWS = {
    "type": "object",
    "required": ["@context", "@type", "headline", "isBasedOn", "author", "license", "copyrightHolder", "copyrightYear"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "NewsArticle"},
        "headline": {"type": "string"},
        "inLanguage": {"type": "string"},
        "isBasedOn": {
            "type": "object",
            "required": ["@type", "url", "headline", "author", "publisher", "datePublished"],
        },
        "author": {"type": "array", "items": {"required": ["@type", "name"]}},
        "sourceOrganization": {"type": "object", "required": ["@type", "name"]},
        "license": {"const": "https://creativecommons.org/licenses/by-nd/4.0/"},
        "copyrightHolder": {"type": "object", "required": ["@type", "name"]},
        "copyrightYear": {"const": 2024},
        "creditText": {"type": "string", "pattern": "SciDev"},
        "usageInfo": {"type": "string", "pattern": "^https://"},
    },
}


def test_json_ld_has_the_terms_of_schema_org(work_of, credited):
    work = replace(work_of("scidev-net"), license="CC-BY-ND-4.0")
    element = parsed.fragment_fromstring(write(credited(work, Form.JSON_LD).block, work, Form.JSON_LD))
    assert element.get("type") == "application/ld+json"
    Draft202012Validator(NEWS).validate(json.loads(element.text))


STRANGE = st.text(
    st.characters(exclude_categories=("Cs",)) | st.sampled_from("<>&\"'*_[](){}`\\|#-+1.=~!\n\u202e\x1b"),
    min_size=1,
    max_size=30,
).filter(str.strip)


@settings(max_examples=60)
@given(title=STRANGE, author=STRANGE, publisher=STRANGE)
@example(title="0", author="0", publisher="0 ²").via("a digit that is no number")
def test_whatever_an_article_is_called_stays_text(work_of, credited, page_of, title, author, publisher):
    values = {"title": title, "authors": (author,)}
    work = work_of("cc-by-4.0", publisher=publisher, **values)
    made = credited(work)
    got = parts(made.block, work, Form.HTML)
    tree = parsed.fragment_fromstring(got.top + got.bottom, create_parent="div")
    assert {element.tag for element in tree.iter()} <= {"div", "p", "a"}
    marked = page_of("Text.\n\n" + "\n\n".join(filter(None, [*texts(made, work, Form.MARKDOWN)])), "markdown")
    assert {element.tag for element in marked.root.iter() if isinstance(element.tag, str)} <= {
        "html",
        "body",
        "p",
        "a",
        "div",
        "article",
    }
    script = write(made.block, work, Form.JSON_LD)
    assert script.count("<") == 2
    assert json.loads(parsed.fragment_fromstring(script).text)["headline"] == title
    assert "\x1b" not in write(made.block, work, Form.HTML) + write(made.block, work, Form.TEXT)
