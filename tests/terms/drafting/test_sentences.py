"""The sentences of a page that may be terms."""

import pytest

from checker.documents.document import Document, Media
from checker.page import read
from checker.terms.drafting import language, sentences

ENGLISH = language.languages()["en"]


def of(source, media=Media.MARKDOWN):
    return sentences.of_page(read.read(Document("-", source.encode(), media)), ENGLISH)


def texts(source, media=Media.MARKDOWN):
    return [each.text for each in of(source, media)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("Link to us. Name the author.", ["Link to us.", "Name the author."], id="two sentences"),
        pytest.param("Ask Dr. Writer first.", ["Ask Dr. Writer first."], id="a title"),
        pytest.param(
            "Small edits, e.g. Dates, are fine.", ["Small edits, e.g. Dates, are fine."], id="an abbreviation"
        ),
        pytest.param("Is it free? Yes!", ["Is it free?", "Yes!"], id="a question"),
        pytest.param("Do not edit; do not cut.", ["Do not edit;", "do not cut."], id="a semicolon"),
        pytest.param("Write to a@news.example now.", ["Write to a@news.example now."], id="an address"),
        pytest.param("Say “yes.” Then go.", ["Say “yes.”", "Then go."], id="a stop in quotes"),
        pytest.param("Version 4.0 holds.", ["Version 4.0 holds."], id="a number"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_where_a_text_splits(text, parts):
    assert list(sentences.split(text)) == parts


def test_a_list_has_the_sentence_before_it_as_its_lead():
    found = of("You may republish our stories.\n\nYou must:\n\n- link to us\n- name the author\n\nThank you.\n")
    assert [(each.lead, each.text) for each in found] == [
        ("", "You may republish our stories."),
        ("", "You must:"),
        ("You must:", "link to us"),
        ("You must:", "name the author"),
        ("", "Thank you."),
    ]


def test_a_heading_may_be_the_lead():
    found = of("# Republish our stories\n\n## Don't\n\n- sell the story\n")
    assert [(each.lead, each.text) for each in found][-1] == ("Don't", "sell the story")


def test_a_heading_that_is_none_leads_nothing():
    assert of("# Republish our stories\n\n## Photos\n\nAsk us.\n")[-1].lead == ""


@pytest.mark.parametrize(
    "heading",
    ["Privacy", "Comments", "Donate", "Submissions", "Corrections policy", "Newsletter", "Write for us", "Jobs"],
)
def test_parts_about_other_things_are_skipped(heading):
    source = f"# Republish our stories\n\nLink to us.\n\n## {heading}\n\nName the author.\n\n## Photos\n\nAsk us.\n"
    assert "Name the author." not in texts(source)
    assert {"Link to us.", "Ask us."} <= set(texts(source))


def test_a_part_below_a_skipped_one_is_skipped_too():
    assert "Name the author." not in texts("# Republishing\n\nHello.\n\n## Privacy\n\n### More\n\nName the author.\n")


def test_navigation_is_no_part_of_the_terms():
    source = (
        "<body><nav><a href=/a>Republish our articles</a> <a href=/b>Donate</a></nav><main><h1>Republish our stories</h1>"
        "<p>Republish our articles and link to us.</p></main></body>"
    )
    assert "Donate" not in " ".join(texts(source, Media.HTML))


def test_marks_of_items_are_taken_off():
    assert texts("<p>Republish our stories</p><p>3. Link to us.</p><p>– Name us.</p>", Media.HTML)[1:] == [
        "Link to us.",
        "Name us.",
    ]


def test_a_block_that_is_announced_is_a_wording():
    found = of(
        "Republish our stories.\n\nInclude the following line:\n\n> This story was first published by Example News.\n"
    )
    assert found[-1].text == "qqcredit."
    assert found[-1].wordings == (("credit", "This story was first published by Example News."),)


def test_links_are_kept_with_their_sentence():
    found = of("Republish our stories. Read the [licence](https://creativecommons.org/licenses/by/4.0/) first.")
    assert [[link.href for link in each.links] for each in found] == [
        [],
        ["https://creativecommons.org/licenses/by/4.0/"],
    ]


def test_only_so_much_is_read():
    found = texts("Republish our stories.\n\n" + "Link to us.\n\n" * (sentences.LIMIT // 10))
    assert len(found) <= sentences.LIMIT // len("Link to us.") + 2
