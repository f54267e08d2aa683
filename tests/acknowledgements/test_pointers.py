"""Sentences that point to an original in words that no template has."""

import pytest

from checker import acknowledgements
from checker.acknowledgements import pointers

RIVER = '<a href="https://news.example/2024/river">The river</a>'
TRANSLATION = RIVER.replace("The river", "a translation of it")
CREDIT = [
    ("source_attribution", (), "https://news.example/2024/river", None),
    ("link_to_original", (), "https://news.example/2024/river", None),
]

FOUND = [
    pytest.param(
        {"top": f"<p>What follows is a free translation of {RIVER}, which I liked.</p>"}, id="a translation of"
    ),
    pytest.param({"top": f"<p>Dies ist meine Übersetzung eines Textes, der mir gefiel: {RIVER}</p>"}, id="German"),
    pytest.param({"end": f"<p>Este texto no es mío, es la traducción de {RIVER}.</p>"}, id="Spanish, at the end"),
    pytest.param({"end": f"<p>Если что, оригинал лежит тут: {RIVER}</p>"}, id="Russian"),
    pytest.param({"end": f"<p>看完觉得好，英文原文在这里 {RIVER}</p>"}, id="Chinese"),
    pytest.param(
        {"top": f"<p>Este post é uma tradução do blog de alguém. O original está abaixo:</p><ul><li>{RIVER}</li></ul>"},
        id="the link below, behind a further sentence",
    ),
    pytest.param(
        {
            "top": "<p>Traduction d'un article original de <a href='https://ann.example/about-the-author/'>Ann</a> : "
            f"{RIVER}</p>"
        },
        id="behind a link on its author",
    ),
    pytest.param(
        {"media": "markdown", "top": "*Jest to tłumaczenie tekstu [The river](https://news.example/2024/river)*"},
        id="Polish, in Markdown",
    ),
]


@pytest.mark.parametrize("parts", FOUND)
def test_a_pointer(seen, parts):
    """By whatever observer: a wording that comes to be a template is no pointer any more, and still a credit."""
    found = [(kind, href, why) for kind, _, href, why in seen(acknowledgements.observe, **parts)]
    assert {(kind, href, why) for kind, _, href, why in CREDIT} <= set(found)


def test_words_that_no_template_has(seen):
    assert (
        seen(pointers.observe, top=f"<p>Nothing here is mine, all of it a hasty translation of {RIVER}, sorry.</p>")
        == CREDIT
    )


NEAR_MISSES = [
    pytest.param(
        {
            "end": "<p>File translated from T<sub>E</sub>X by <a href='https://tools.example/tth/'>TTH</a>, version 4.</p>"
        },
        id="the format that a page was made from",
    ),
    pytest.param(
        {"end": "<p>Begini cara kerjanya (diterjemahkan dari [<a href='https://news.example/2024/river'>3</a>]).</p>"},
        id="a number: what a sentence refers to",
    ),
    pytest.param(
        {"end": f"<p>Mehr Informationen zu dieser Technik stehen im Originalbeitrag: {RIVER}</p>"},
        id="about a thing that the text tells of",
    ),
    pytest.param(
        {"end": "<p>L'article original peut être lu sur <a href='https://arxiv.org/pdf/2004.10934.pdf'>arXiv</a>.</p>"},
        id="a research paper behind the text",
    ),
    pytest.param(
        {
            "media": "markdown",
            "end": "Formato: [ver](https://docs.example/f/1)  \nArtículo original: [Leer](https://arxiv.org/pdf/1904.00853)",
        },
        id="a line on a research paper, below another link",
    ),
    pytest.param(
        {"end": "<ul><li><a href='https://news.example/2024/river'>Оригинал</a></li></ul>"},
        id="a reference in a list",
    ),
    pytest.param(
        {"end": f"<p>For more, see {TRANSLATION.replace('a translation', 'the translation')}.</p>"},
        id="an advice to read on",
    ),
    pytest.param({"top": "<p>What follows is a free translation of a story that I liked.</p>"}, id="no link"),
    pytest.param({"inside": f"She read a translation of {RIVER} and wept."}, id="inside the text"),
    pytest.param({"top": f"<p>I read {RIVER} in the spring.</p>"}, id="a link and no word for it"),
    pytest.param(
        {"top": '<p>A translation of <a href="https://riversidecommons.example/de/fluss/">our own page</a>.</p>'},
        id="the host's own",
    ),
    pytest.param(
        {"top": '<p>Übersetzung: <a href="https://translator.example/">Bo Reader</a></p>'},
        id="a translator's home page",
    ),
    pytest.param(
        {"top": '<p>Übersetzung: <a href="https://github.com/bo">Bo Reader</a></p>'}, id="a translator's profile"
    ),
    pytest.param(
        {
            "top": '<p>A translation of it is here: <a href="https://a.example/1/x">中文</a> <a href="https://a.example/2/x">日本語</a> '
            '<a href="https://a.example/3/x">한국어</a> <a href="https://a.example/4/x">Polski</a></p>'
        },
        id="a list of languages",
    ),
    pytest.param(
        {"top": f"<p>{RIVER} is a translation of a story that I read as a child.</p>"}, id="the link is the subject"
    ),
    pytest.param(
        {"top": f"<p>In 2019 {TRANSLATION} came out, and nobody in the town ever bought one of them.</p>"},
        id="on the word",
    ),
    pytest.param({"top": f"<ul><li>A translation of {RIVER}</li></ul>"}, id="in a list"),
    pytest.param(
        {"top": f"<p>This article was originally published on {RIVER}, a translation of which is here.</p>"},
        id="where a template has found the credit",
    ),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_pointer(seen, parts):
    assert seen(pointers.observe, **parts) == []


def test_where_nothing_else_names_a_source_the_line_with_the_link_is_the_credit(seen):
    parts = {"end": '<p>Read the <a href="https://news.example/2024/river">original article</a>.</p>'}
    assert seen(pointers.observe, **parts) == CREDIT[:1]
    parts["top"] = "<p>This article was originally published by Example News.</p>"
    assert seen(pointers.observe, **parts) == []


def test_an_address_that_is_written_out_is_pointed_to(seen):
    assert seen(
        pointers.observe, media="markdown", top="Traduction de l'article : https://news.example/2024/river"
    ) == [
        ("source_attribution", (), None, None),
        ("link_to_original", (), "https://news.example/2024/river", None),
    ]


@pytest.mark.parametrize(
    ("end", "href"),
    [
        ("原文地址 [news.example](https://news.example/2024/river)", "https://news.example/2024/river"),
        ("原文地址 https://news.example/2024/river", None),
    ],
)
def test_of_two_links_the_one_behind_the_words_is_the_original_s(seen, end, href):
    found = seen(pointers.observe, media="markdown", top=f"> 本文由 [简读](https://tool.example/read/it/) 转码， {end}")
    assert [(kind, at) for kind, _, at, _ in found] == [
        ("source_attribution", href),
        ("link_to_original", "https://news.example/2024/river"),
    ]


def test_a_link_over_the_words_comes_before_the_next(seen):
    top = "> [开源图书原文地址](https://news.example/2024/river)  \n> [译文地址](https://other.example/2024/river)"
    assert [href for _, _, href, _ in seen(pointers.observe, media="markdown", top=top)] == [
        "https://news.example/2024/river"
    ] * 2


def test_what_is_said_of_a_part_is_not_said_of_the_page(seen):
    top = f"<p>(Ce paragraphe d'introduction est une traduction de l'article {RIVER}, que j'ai aimé)</p>"
    assert seen(pointers.observe, top=top) == []


def test_what_others_must_do_points_to_nothing(seen):
    top = f"<p>转载请注明：转载自 {RIVER}</p>"
    assert seen(pointers.observe, top=top) == []


def test_a_text_of_the_front_matter_is_not_the_first_paragraph(seen):
    """The longest pointers stand above the text, and themes print its description above them."""
    front = "---\ndescription: " + "The town has grown along the river for many years. " * 2 + "\n---\n"
    top = (
        "> Это перевод статьи [«Река вернулась»](https://news.example/2024/river), на которую в прошлом месяце сослались все, кто "
        "пишет о наводнениях. В оригинале есть ещё карта, три таблицы и список литературы, которые здесь опущены ради краткости; "
        "переводчик заменил мили на километры и больше ничего не менял."
    )
    found = seen(acknowledgements.observe, media="markdown", front=front, top=top)
    assert ("link_to_original", "https://news.example/2024/river") in [(kind, href) for kind, _, href, _ in found]


def test_a_label_before_a_paper_names_what_the_notes_are_on(seen):
    top = '<p>원문 링크: <a href="https://arxiv.org/abs/2401.00001">A Study of Rivers</a></p>'
    assert seen(pointers.observe, top=top) == []


def test_the_original_may_be_all_of_the_next_block(seen):
    top = "> 다음 글을 번역하였습니다.\n> - [The river](https://news.example/2024/river)"
    found = seen(acknowledgements.observe, media="markdown", top=top)
    assert ("link_to_original", "https://news.example/2024/river") in [(kind, href) for kind, _, href, _ in found]


def test_a_next_block_with_words_of_its_own_is_no_original(seen):
    top = "다음 글을 번역하였습니다.\n\nThe town has read [The river](https://news.example/2024/river) and wept for nine days."
    assert seen(pointers.observe, media="markdown", top=top) == []


def test_a_link_on_a_line_of_its_own_is_told_in_a_long_block(seen):
    top = "> Rivers and towns  \n> Ann Writer 著  \n> 第一版，江城出版社  \n> [开源图书原文地址](https://news.example/2024/river)  "
    found = seen(pointers.observe, media="markdown", top=top)
    assert ("link_to_original", "https://news.example/2024/river") in [(kind, href) for kind, _, href, _ in found]


def test_the_original_may_be_an_address_that_is_all_of_the_next_block(seen):
    found = seen(acknowledgements.observe, media="markdown", top="原文译自：\n> https://news.example/2024/river")
    assert ("link_to_original", "https://news.example/2024/river") in [(kind, href) for kind, _, href, _ in found]


def test_an_item_that_tells_what_to_do_with_a_link_is_no_original(seen):
    top = "The following is a translation of the original text.\n\n1. Download [RiverTool](https://news.example/2024/tool)"
    assert seen(pointers.observe, media="markdown", top=top) == []


def test_a_translation_of_this_page_is_no_original(seen):
    line = f"<p>A German translation of this post came out here: {RIVER}</p>"
    assert seen(pointers.observe, end=line) == []


def test_what_a_permission_links_is_the_original_where_nothing_else_names_it(seen):
    line = '<p><a href="https://news.example/2024/river">The text above</a> is reprinted with permission.</p>'
    assert [(kind, href) for kind, _, href, _ in seen(pointers.observe, end=line)] == [
        ("source_attribution", "https://news.example/2024/river"),
        ("link_to_original", "https://news.example/2024/river"),
    ]


def test_what_a_picture_s_permission_links_is_no_original(seen):
    line = '<p>The <a href="https://news.example/2024/photo">photo</a> is used with permission.</p>'
    assert seen(pointers.observe, end=line) == []


def test_what_only_inspired_a_text_is_no_original(seen):
    top = "Cet article s'inspire d'un [article publié initialement sur un blog](https://news.example/2024/river)."
    assert seen(pointers.observe, media="markdown", top=top) == []
    assert seen(pointers.observe, media="markdown", top=top.replace("s'inspire", "vient")) != []


@pytest.mark.parametrize(
    "top",
    [
        "Dieser Artikel basiert auf dem [Originalbeitrag](https://news.example/2024/river).",
        "Este artículo está basado en el [artículo original](https://news.example/2024/river).",
        "Cet article est basé sur l'[article original](https://news.example/2024/river).",
        "Questo articolo si basa sull'[articolo originale](https://news.example/2024/river).",
        "Dit artikel is gebaseerd op het [originele artikel](https://news.example/2024/river).",
    ],
    ids=["de", "es", "fr", "it", "nl"],
)
def test_what_a_text_is_only_based_on_is_no_original(seen, top):
    assert seen(pointers.observe, media="markdown", top=top) == []


def test_the_link_may_stand_in_the_sentence_before(seen):
    top = f"<p>Example News has told {RIVER} well. What follows is a hasty translation of it.</p>"
    assert ("link_to_original", "https://news.example/2024/river") in [
        (kind, href) for kind, _, href, _ in seen(pointers.observe, top=top)
    ]


def test_of_two_links_before_the_words_none_is_the_original(seen):
    top = f"<p>There are {RIVER} and {RIVER}. What follows is a hasty translation of it.</p>"
    assert seen(pointers.observe, top=top) == []


def test_what_is_said_above_the_text_of_a_section_is_not_said_of_the_page(seen):
    top = "## Causes\n\nIt rains upstream.\n\n## Rules\n\nA hasty translation of [The river](https://news.example/2024/river), sorry."
    assert seen(pointers.observe, media="markdown", top=top) == []


def test_this_translation_is_none_of_what_its_sentence_links(seen):
    line = f"<p>{{}}は、本家に知らせてリンクを張ってもらいました。{RIVER}</p>"
    assert seen(pointers.observe, top=line.format("この翻訳版について")) == []
    assert seen(pointers.observe, top=line.format("川についての記事の翻訳")) != []
