"""A label in a section, or at the end of a passage that is quoted, tells the source of that part only."""

import pytest

from checker.acknowledgements import credit_lines, name_lines, original_links

SOURCE = "原文链接：https://elsewhere.example/p/31"
SECTIONS = "## Causes\n\nIt rains upstream.\n\n## Repairs\n\n{source}\n\nThey take a year.\n\n## Costs\n\nNobody knows."
LAST = (
    "## Causes\n\nIt rains upstream.\n\n## Repairs\n\n{source}\n\n"
    + "They take a year, and nobody knows what they cost. " * 3
)
BELOW = (
    "I read this.\n\n> The town has built its school where the river was, they say in the town.\n\n"
    "Quelle: https://elsewhere.example/p/31\n\nI doubt it."
)
DEFINED = (
    "# Rivers\n\nA river is a stream of water that flows over land to a lake or to the sea, or into another of its kind, for good.\n\n"
    "It has a source, a course and a mouth; of all fresh water it holds the smallest part, and most towns were built on one.\n\n"
    "{source}\n\n## Our town\n\n"
)
PASSAGE = "I read this.\n\n> The town has built its school where the river was, they say.\n>\n> {source}\n\nI doubt it."


def credited(seen, top):
    return [kind for kind, *_ in seen(credit_lines.observe, media="markdown", top=top)]


@pytest.mark.parametrize(
    "page",
    [SECTIONS, LAST, PASSAGE, BELOW],
    ids=[
        "a section between others",
        "the text of the last section",
        "a passage amid the page's text",
        "a line below it",
    ],
)
def test_a_source_of_a_part_is_not_that_of_the_page(seen, page):
    assert credited(seen, page.format(source=SOURCE)) == []


ITEMS = "# Scripts\n\n" + "".join(f"## {name}\n\nAuthor: Ann Writer<br>\n{SOURCE}{name}\n\n" for name in "abc")


def test_labels_below_several_headings_are_each_of_its_section(seen):
    for observe in (credit_lines.observe, original_links.observe):
        assert seen(observe, media="markdown", top=ITEMS) == []


def test_the_source_at_the_end_of_a_section_between_others_is_that_of_the_section(seen):
    assert (
        credited(
            seen, f"## Causes\n\n- It rains upstream.\n\n## Repairs\n\n- They take a year.\n\n{SOURCE}\n\n## Costs"
        )
        == []
    )


def test_a_quotation_in_an_item_of_a_list_is_a_sample(seen):
    note = "> This article was originally published on Example News."
    assert credited(seen, f"1. Add a note:\n\n   {note}\n\n2. Add a link.") == []
    assert "source_attribution" in credited(seen, note)


@pytest.mark.parametrize("source", [SOURCE, "Source: Wikipedia"])
def test_a_source_right_above_a_heading_is_that_of_the_passage_above_it(seen, source):
    top = DEFINED.format(source=source)
    for observe in (credit_lines.observe, name_lines.observe):
        assert seen(observe, media="markdown", top=top) == []
    assert "source_attribution" in credited(seen, f"{source}\n\n## Our town")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"## Source\n\n{SOURCE}\n\nIt rains upstream.\n\n## Causes", id="the first section"),
        pytest.param(
            f"Sign in\n\n# The river comes back\n\n{SOURCE}\n\nIt rains upstream.\n\n# Causes",
            id="below the title, once more",
        ),
        pytest.param(f"## Causes\n\nIt rains.\n\n## Source\n\n{SOURCE}\n\n## Costs", id="a section with nothing else"),
        pytest.param(
            SECTIONS.format(source="本文翻译自：https://elsewhere.example/p/31"), id="a label that names the article"
        ),
        pytest.param(
            f"### Menu\n\n- [About](/about)\n- [Water](/water)\n\n### It rises\n\n{SOURCE}\n\nIt rains upstream.\n\n### More",
            id="below the title, with headings of that rank for the menu",
        ),
        pytest.param(
            f"> The town has built its school where the river was, they say.\n>\n> {SOURCE}", id="all is quoted"
        ),
    ],
)
def test_the_source_of_the_page(seen, page):
    assert "source_attribution" in credited(seen, page)


@pytest.mark.parametrize("label", ["Artículo original", "Article original ", "Artigo original", "Original article"])
def test_an_original_in_a_list_of_references_is_not_that_of_the_page(seen, label):
    end = f"## 7. References\n\n- **{label}:** [Ropes](https://elsewhere.example/p/31)\n- Knots: https://knots.example"
    assert [kind for kind, *_ in seen(credit_lines.observe, media="markdown", end=end)] == []


def test_the_source_of_the_page_in_its_last_section(seen):
    end = f"## Causes\n\nIt rains.\n\n## Source\n\n{SOURCE}\n\nAll errors are mine."
    assert "source_attribution" in [kind for kind, *_ in seen(credit_lines.observe, media="markdown", end=end)]


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(
            "> - 原文标题：How Bread Rises\n> - 原文作者：Ann Writer\n> - " + SOURCE, id="a list of what is known of it"
        ),
        pytest.param(
            f"- 作者：Ann Writer\n- 联系方式：<ann@writer.example>\n- {SOURCE}",
            id="a list with its author's mail address",
        ),
        pytest.param(
            "> **Nota:** Este artigo é uma tradução do artigo “How Bread Rises”. Link do artigo original: "
            "[How Bread Rises](https://elsewhere.example/p/31)",
            id="a note on the work, set like a quotation",
        ),
    ],
)
def test_details_of_the_original_are_no_references(seen, end):
    found = seen(credit_lines.observe, media="markdown", end=end)
    assert "https://elsewhere.example/p/31" in [href for kind, _, href, _ in found if kind == "link_to_original"]


def test_a_list_of_references_credits_nobody(seen):
    end = f"- {SOURCE}\n- 原文链接：https://elsewhere.example/p/32"
    assert seen(credit_lines.observe, media="markdown", end=end) == []


def test_a_list_of_a_work_its_author_and_its_translations_credits_nobody(seen):
    links = (
        "- 作者：[Ann](https://a.example/ann/1)",
        "- 译者：[Bo](https://b.example/bo/2)",
        "- 原文：[Ann](https://a.example/ann/3)",
    )
    assert seen(credit_lines.observe, media="markdown", end="\n".join(links)) == []


def test_what_stands_above_words_in_the_middle_is_a_part(seen):
    excerpt = "The town has built its school where the river was.\n\n以上内容摘自示例新闻"
    rest = "\n\nThey take a year, and nobody knows what they cost. They take longer." * 30
    assert [kind for kind, *_ in seen(credit_lines.observe, media="markdown", end=rest + "\n\n" + excerpt + rest)] == []
    assert [kind for kind, *_ in seen(credit_lines.observe, media="markdown", end=rest + "\n\n" + excerpt)] == [
        "source_attribution"
    ]
