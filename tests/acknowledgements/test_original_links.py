"""Links whose words say that they lead to the original."""

import pytest

from checker import acknowledgements
from checker.acknowledgements import original_links, pointers

NEWS = "https://news.example/2024/river"

FOUND = [
    pytest.param(f'<a href="{NEWS}">Read the original article</a>', NEWS, None, id="the words are the link"),
    pytest.param(f'<a href="{NEWS}">Original article</a>', NEWS, None, id="two words"),
    pytest.param(
        f'Read the original article <a href="{NEWS}">here</a>.', NEWS, None, id="the link is behind the words"
    ),
    pytest.param('<a href="#">Read the original article</a>', "#", "dead_link", id="a dead link"),
    pytest.param("Read the original article", None, "not_linked", id="words whose link is gone"),
    pytest.param(f'<a href="{NEWS}">Go to Original – news.example</a>', NEWS, None, id="go to it"),
    pytest.param(f'<a href="{NEWS}">Originally published</a>', NEWS, None, id="a verb that is the link"),
    pytest.param(f'<a href="{NEWS}">阅读原文</a>', NEWS, None, id="Chinese"),
    pytest.param(f'<a href="{NEWS}">原版</a>', NEWS, None, id="a label that is all of its line"),
    pytest.param(f'<a href="{NEWS}">来源</a>', NEWS, None, id="a word for a source that is all of its line"),
    pytest.param(f'2022-03-08 · <a href="{NEWS}">Original →</a>', NEWS, None, id="behind a date"),
    pytest.param(f'<a href="{NEWS}">Original</a>. Reposted with permission.', NEWS, None, id="with permission"),
]


@pytest.mark.parametrize(("line", "href", "why"), FOUND)
def test_a_link_to_the_original(seen, line, href, why):
    assert [(kind, to, broken) for kind, _, to, broken in seen(original_links.observe, end=f"<p>{line}</p>")] == [
        ("link_to_original", href, why)
    ]


NEAR_MISSES = [
    pytest.param(
        {
            "end": f'<p>These are the data that the town has counted since 1911 (the original article is <a href="{NEWS}">here</a>).</p>'
        },
        id="in brackets behind what a sentence tells of",
    ),
    pytest.param({"inside": f'研究人员展示了新的攻击。<a href="{NEWS}">原文</a>'}, id="a label behind a sentence"),
    pytest.param(
        {"end": "<p>Read the original article in the library, if you find the time for it.</p>"},
        id="a sentence about one",
    ),
    pytest.param(
        {"end": '<p><a href="https://riversidecommons.example/posts/older">Read the original article</a></p>'},
        id="to the host itself",
    ),
    pytest.param(
        {"end": f'<p><img src="/river.jpg" alt=""><br><a href="{NEWS}">来源</a></p>'}, id="a picture's source"
    ),
    pytest.param({"end": f'<p>The mill · <a href="{NEWS}">Original →</a></p>'}, id="behind what it may be of"),
    pytest.param({"end": f'<p>The <a href="{NEWS}">original bridge</a> fell.</p>'}, id="another original"),
    pytest.param(
        {
            "end": f'<p>Formato: <a href="{NEWS}">ver aquí</a><br>'
            "Artículo original de los datos, que está en papel en la universidad.</p>"
        },
        id="words that a line break parts",
    ),
    pytest.param(
        {"after": f"<section id='comments'><p><a href='{NEWS}'>Read the original article</a></p></section>"},
        id="a reader's comment",
    ),
    pytest.param(
        {"after": f"<div class='related-posts'><a href='{NEWS}'>Read the original article</a></div>"},
        id="related posts",
    ),
]

TEXT = "The town has counted its floods since 1911, and every count has ended in the same question about the mill."


def test_at_the_end_of_a_section_such_words_are_of_the_section(seen):
    said = f"# Water\n\n## Floods\n\n{TEXT}\n\nOriginal link: <{NEWS}>"
    between = f"{said}\n\n## Droughts\n\n{TEXT}\n\n## Mills\n\n{TEXT}"
    assert [kind for kind, *_ in seen(original_links.observe, media="markdown", top=said)] == ["link_to_original"]
    assert seen(original_links.observe, media="markdown", top=between) == []


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_link_to_the_original(seen, parts):
    assert seen(original_links.observe, **parts) == []


@pytest.mark.parametrize(("media", "bare"), [("html", False), ("markdown", True)], ids=["HTML", "Markdown"])
def test_an_address_without_a_link_is_one_in_most_markdown_renderers(scene_of, media, bare):
    assert scene_of(media=media).is_bare("https://news.example/river") is bare
    assert not scene_of(media=media).is_bare("www.news.example/river")


@pytest.mark.parametrize(
    ("words", "certain"),
    [("Enlace al artículo original", True), ("原文链接", True), ("Read the full story", False)],
    ids=["Spanish", "Chinese", "a whole text, which may be another"],
)
def test_which_words_leave_no_doubt(scene_of, words, certain):
    scene = scene_of(media="markdown", top=f"[{words}]({NEWS})")
    assert {ack.certain for ack in original_links.observe(scene)} == {certain}


def test_amid_the_text_such_words_may_be_of_a_part_of_it(scene_of):
    text = "The water came early, stayed for nine days, and left a line on the wall of the school.\n\n" * 6
    amid = f"\n\n{text}[Read the original article]({NEWS})\n\n{text}"
    scene = scene_of(media="markdown", inside=amid)
    assert [ack.certain for ack in original_links.observe(scene)] == [False]


@pytest.mark.parametrize(
    ("href", "certain"),
    [("https://news.example/op-ed/461916-how-bread-rises-at-home/", True), ("https://news.example/2024/river", False)],
    ids=["its address has the page's title", "it may be a reference"],
)
def test_a_bare_source_is_the_original_where_it_has_the_page_s_title(scene_of, href, certain):
    scene = scene_of(top="<h1>How bread rises at home</h1>", end=f'<p><a href="{href}">Source</a></p>')
    found = [*original_links.observe(scene), *pointers.observe(scene)]
    assert {(ack.kind.value, ack.certain) for ack in found} == {
        ("link_to_original", certain),
        ("source_attribution", certain),
    }


@pytest.mark.parametrize(
    ("end", "found"),
    [
        (
            f'<blockquote><p>Original article</p></blockquote><blockquote><p><a href="{NEWS}">{NEWS}</a></p></blockquote>',
            NEWS,
        ),
        (f'<p>Original article</p><p>It is at <a href="{NEWS}">Example News</a>, and worth a visit.</p>', None),
        (f'<p>Original article</p><p><a href="{NEWS}">One</a></p><p><a href="{NEWS}/2">Two</a></p>', None),
        ('<p>Original article</p><p><a href="/posts/bread/">Bread</a></p>', None),
    ],
    ids=["the link", "near miss: a sentence", "near miss: one of several", "near miss: the host's own"],
)
def test_a_link_below_its_label(seen, end, found):
    assert [to for _, _, to, why in seen(original_links.observe, end=end) if why is None] == ([found] if found else [])
    sources = [to for kind, _, to, _ in seen(acknowledgements.observe, end=end) if kind == "source_attribution"]
    assert sources == ([found] if found else [])


@pytest.mark.parametrize(
    ("end", "found"),
    [
        pytest.param(f"## Original article\n\n{NEWS}\n", [NEWS], id="below its label"),
        pytest.param(
            f"## Original article\n\n* {NEWS}\n* https://news.example/2024/bread\n", [], id="near miss: one of a list"
        ),
    ],
)
def test_an_address_below_its_label(seen, end, found):
    observed = seen(acknowledgements.observe, media="markdown", end=end)
    assert [to for kind, _, to, why in observed if kind == "link_to_original" and why is None] == found
    assert sum(kind == "source_attribution" for kind, *_ in observed) == len(found)


@pytest.mark.parametrize(
    ("href", "kinds"),
    [
        pytest.param(f"{NEWS}/the-river-comes-back-again/", ["link_to_original", "source_attribution"], id="its title"),
        pytest.param(f"{NEWS}/bread", [], id="near miss: a reference"),
    ],
)
def test_a_link_below_a_bare_source_is_the_original_where_it_has_the_page_s_title(seen, href, kinds):
    end = f"## Source\n\n[Example News]({href})\n"
    observed = seen(
        acknowledgements.observe, media="markdown", end=end, front="---\ntitle: The river comes back again\n---\n"
    )
    assert [kind for kind, _, to, _ in observed if to == href] == kinds


def test_behind_a_paragraph_such_words_may_be_of_what_it_tells_of(scene_of):
    said = "The water came early, stayed for nine days, and left a line on the wall of the school. "
    for count, certain in [(1, True), (4, False)]:
        scene = scene_of(media="markdown", end=f"{said * count}[Read the original post on Example News]({NEWS}).")
        assert [ack.certain for ack in original_links.observe(scene)] == [certain]


TOLD = [
    pytest.param(
        f"This is a guest post for Example News. You can read the original [here]({NEWS}).", True, id="a note"
    ),
    pytest.param(f"You can read the original [here]({NEWS}).", True, id="a line"),
    pytest.param(
        f"We build on what Ann did with rivers. You can read the original post [here]({NEWS}).",
        False,
        id="near miss: another's post",
    ),
    pytest.param(
        f"This article was inspired by a post of Ann's. You can read the original post [here]({NEWS}).",
        False,
        id="near miss: a post that the article draws on",
    ),
]


@pytest.mark.parametrize(("line", "certain"), TOLD)
def test_whose_original_can_be_read(scene_of, line, certain):
    scene = scene_of(media="markdown", top=line)
    assert [ack.certain for ack in acknowledgements.unique(original_links.observe(scene))] == [certain]
