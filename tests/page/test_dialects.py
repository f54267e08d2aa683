"""What generators write beside Markdown: comments that readers never see, and links that components make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.page.dialects import as_html

NEWS = "https://news.example/2024/river"
CREDIT = "Originally published on Example News"
PROSE = "The water came early, stayed for nine days, and left a line on the wall of the school."

COMMENTS = [
    pytest.param("{% comment %}" + CREDIT + "{% endcomment %}", id="Liquid"),
    pytest.param("{%- comment -%}\n" + CREDIT + "\n\nand more\n{%- endcomment -%}", id="over several paragraphs"),
    pytest.param("{{/* " + CREDIT + " */}}", id="Hugo"),
    pytest.param("{{< comment >}}" + CREDIT + "{{< /comment >}}", id="Hugo's shortcode"),
    pytest.param("{#- " + CREDIT + " -#}", id="Jinja"),
    pytest.param("{/* " + CREDIT + " */}", id="MDX"),
    pytest.param("{% comment %} <!-- " + CREDIT + " --> -- {/* no */} {% endcomment %}", id="with another inside"),
]


@pytest.mark.parametrize("comment", COMMENTS)
def test_a_comment_is_hidden(page_of, comment):
    page = page_of(f"{PROSE}\n\n{comment}\n\n{PROSE}", "markdown")
    assert [block.text for block in page.visible] == [PROSE, PROSE]
    assert any(CREDIT in block.text for block in page.blocks if block.hidden_by == "comment")
    last = page.visible[-1]
    assert page.text_evidence(last, 0, 3).line == 5 + comment.count("\n")


def test_a_mark_without_room_for_one_of_html_is_left_out(page_of):
    assert [block.text for block in page_of(f"{{/*\n{CREDIT}\n*/}}\n\n{PROSE}", "markdown").blocks] == [PROSE]


@pytest.mark.parametrize(
    "text",
    ["{% comment %} open", "{ /* a */ }", "## River {#river}", "{{ page.title }}", "{% include a.html %}", "/* a */"],
)
def test_what_is_no_comment_stays(text):
    assert as_html(text) == text


@pytest.mark.parametrize(
    "link",
    [
        f'<Link href="{NEWS}">Example News</Link>',
        f'<Link className="out" to="{NEWS}">Example News</Link>',
        f"<ExternalLink href={{'{NEWS}'}}>Example News</ExternalLink>",
    ],
)
def test_a_components_link_is_one(page_of, link):
    page = page_of(f"{PROSE} See {link} there.", "markdown")
    [found] = page.blocks[0].links
    assert (found.href, page.blocks[0].text[found.start : found.end]) == (NEWS, "Example News")
    assert page.text_evidence(page.blocks[0], found.end + 1, found.end + 6).column == len(PROSE) + 7 + len(link)


@pytest.mark.parametrize("link", ["<Link>Example</Link>", f'<Link href="{NEWS}" />', "<Link href={url}>Example</Link>"])
def test_a_component_that_does_not_say_where_it_leads_stays(link):
    assert as_html(link) == link


@given(
    st.text('{%<>/*#-} \n"=abLinkhreftocmd')
    | st.lists(st.sampled_from(["{/*", "*/}", "{# ", "#}", "\n", "--", "a"])).map("".join)
)
def test_every_character_keeps_its_place(text):
    made = as_html(text)
    assert len(made) == len(text)
    assert [char for char in made if char == "\n"] == [char for char in text if char == "\n"]
