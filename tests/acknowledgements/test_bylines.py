"""Bylines: who wrote the work, in words, in markup, in metadata."""

from itertools import chain

import pytest

from checker.acknowledgements import author_metadata, bylines, unworded_bylines

GALLERY = "".join(f"<div>A picture of the river, number {number} of twenty</div>" for number in range(20))


def observe(scene):
    """All authors of a page, by whatever tells them."""
    return chain.from_iterable(each.observe(scene) for each in (bylines, unworded_bylines, author_metadata))


FOUND = [
    pytest.param({"top": "<p>By Ann Writer</p>"}, ("Ann Writer",), id="by"),
    pytest.param({"top": "<p>by Ann Writer and Bo Reader</p>"}, ("Ann Writer", "Bo Reader"), id="two authors"),
    pytest.param(
        {"top": "<p>By Ann Writer, Bo Reader and Cy van der Lake</p>"},
        ("Ann Writer", "Bo Reader", "Cy van der Lake"),
        id="three authors",
    ),
    pytest.param(
        {"top": "<p>By Ann Writer, Bo Reader, and Cy van der Lake</p>"},
        ("Ann Writer", "Bo Reader", "Cy van der Lake"),
        id="a comma before the last",
    ),
    pytest.param(
        {"top": "<div><div>By</div><a href='/team/ann'>Ann Writer</a><div>|</div><div>March 5, 2024</div></div>"},
        ("Ann Writer",),
        id="each word in a block of its own",
    ),
    pytest.param({"top": "<p>By Ann M. Writer</p>"}, ("Ann M. Writer",), id="an initial"),
    pytest.param({"top": "<p>By Séamus O’Brien</p>"}, ("Séamus O’Brien",), id="a curly apostrophe"),
    pytest.param(
        {"end": "<p>This essay by Ann Writer, “The Long River,” was first published in Example Review.</p>"},
        ("Ann Writer",),
        id="a title behind the name",
    ),
    pytest.param({"top": "<p>Submitted by Ann Writer on Wed, 03/05/2014 - 09:00</p>"}, ("Ann Writer",), id="submitted"),
    pytest.param({"top": "<p>Author: Ann Writer</p>"}, ("Ann Writer",), id="author, colon"),
    pytest.param({"end": "<p>Articles by: Ann Writer</p>"}, ("Ann Writer",), id="articles by"),
    pytest.param({"top": "<p>Contributed by Ann Writer</p>"}, ("Ann Writer",), id="contributed by"),
    pytest.param(
        {"top": "<p>This story, written by Ann Writer, first ran on Example News.</p>"}, ("Ann Writer",), id="in commas"
    ),
    pytest.param(
        {"top": "<p>This post first appeared on Example News, written by Ann Writer.</p>"},
        ("Ann Writer",),
        id="behind the source",
    ),
    pytest.param(
        {"top": "<p>This primer is excerpted with permission from The Long Road, by Ann Writer.</p>"},
        ("Ann Writer",),
        id="behind a title",
    ),
    pytest.param(
        {"end": "<p>Ann Writer</p><p>This article was originally published at Example News.</p>"},
        ("Ann Writer",),
        id="a line behind the text, right above the source",
    ),
    pytest.param({"top": "<p>Von Anna Schreiber</p>"}, ("Anna Schreiber",), id="German"),
    pytest.param({"top": "<p>作者：张三</p>"}, ("张三",), id="Chinese"),
    pytest.param({"top": "<p>作者：张三 译者：李四</p>"}, ("张三",), id="Chinese, before the translator"),
    pytest.param({"top": '<p>By <a href="#">Ann Writer</a></p>'}, ("Ann Writer",), id="a dead link on the name"),
    pytest.param({"top": '<p><a rel="author" href="/people/ann">Ann Writer</a></p>'}, ("Ann Writer",), id="rel=author"),
    pytest.param({"top": '<p class="byline">Ann Writer</p>'}, ("Ann Writer",), id="a byline's class"),
    pytest.param({"top": '<div class="author">Ann Writer</div>'}, ("Ann Writer",), id="an author's class"),
    pytest.param(
        {"top": '<div class="field field-name-field-autor"><a href="/people/ann">Ann Writer</a></div>'},
        ("Ann Writer",),
        id="an author's class, among others",
    ),
    pytest.param(
        {"top": '<div class="auth">ANN WRITER and BO READER<br>Associated Press</div>'},
        ("ANN WRITER", "BO READER"),
        id="an author's class, above the agency",
    ),
    pytest.param(
        {"end": '<p class="autor"><b>Ann Writer</b></p>'}, ("Ann Writer",), id="an author's class, right below"
    ),
    pytest.param({"top": "<p>江城3月5日电（记者李小禾）大桥重新开放。</p>"}, ("李小禾",), id="Chinese, in a dateline"),
    pytest.param(
        {"top": "<p>This is a re-post from Example News by Ann Writer</p>"}, ("Ann Writer",), id="a re-post by"
    ),
    pytest.param({"top": "<p>By ann on May 3, 2020</p>"}, ("ann",), id="one word and a date"),
    pytest.param({"top": "<p>By Ann Writer on Sunday, May 3, 2020</p>"}, ("Ann Writer",), id="a day's name behind on"),
    pytest.param({"top": "<p>By Ann May on May 3, 2020</p>"}, ("Ann May",), id="a month's name that is a surname"),
    pytest.param({"top": "<p>By Ann Writer on May 3, 2020</p>"}, ("Ann Writer",), id="a date behind a word"),
    pytest.param(
        {"end": "<p>By Ann Writer and Bo Reader on May 3, 2020.</p>"}, ("Ann Writer", "Bo Reader"), id="two and a date"
    ),
    pytest.param({"top": '<p class="post-meta">May 3, 2020 by Ann Writer</p>'}, ("Ann Writer",), id="behind a date"),
    pytest.param(
        {"top": '<p><a href="/about">Ann Writer</a> <span>May 3, 2020</span> Tags: rivers, seas</p>'},
        ("Ann Writer",),
        id="a link, and a date behind it",
    ),
    pytest.param({"top": '<p class="byline">By Ann Writer</p>'}, ("Ann Writer",), id="by, in a byline's class"),
]


@pytest.mark.parametrize(("parts", "names"), FOUND)
def test_a_byline_that_readers_see(seen, parts, names):
    found = seen(observe, **parts)
    assert ("author_credit", names, None) in [(kind, who, why) for kind, who, _, why in found]
    assert all(why is None for *_, why in found)


@pytest.mark.parametrize(
    "top",
    [
        "<p>By chance on the river</p>",
        '<h3 class="author">About the Author / x9</h3>',
        '<p><a href="/river">Long Rivers</a> are old.</p>',
    ],
)
def test_what_has_no_date_behind_it_is_no_byline(seen, top):
    assert seen(observe, top=top) == []


def test_whose_name_the_site_has_may_have_written_the_article(seen):
    line, head = "<p>By Riverside Commons</p>", '<meta name="author" content="Riverside Commons">'
    assert [who for _, who, _, _ in seen(observe, head=head, top=line)] == [("Riverside Commons",)]
    assert seen(observe, top=line) == []


def test_an_address_holds_no_name(seen):
    line = "<p>This post was first published on the Example blog: https://news.example/recap-by-news.example</p>"
    assert seen(observe, top=line) == []


def test_a_licence_is_nobodys_name(seen):
    assert seen(observe, top="<p>This post was first published on my blog, shared by CC BY.</p>") == []


def test_a_byline_of_markdown(seen):
    assert seen(observe, media="markdown", top="By [Ann Writer](#)") == [("author_credit", ("Ann Writer",), "#", None)]


NEAR_MISSES = [
    pytest.param(
        {
            "end": "<p>Cet article a été initialement publié dans <a href='https://news.example/2024/river'>Exemple</a>. "
            "Traduit de l'anglais par Anne Plume.</p>"
        },
        id="in the sentence behind the source",
    ),
    pytest.param(
        {
            "top": "<p>This story was first published by Hill Valley Independent and is reproduced here with permission.</p>"
        },
        id="a publisher of whom the sentence says more",
    ),
    pytest.param(
        {"end": "<p>This article was produced by Rivers for All, a project of Example Media.</p>"}, id="produced"
    ),
    pytest.param(
        {"top": "<div><div>By</div><a href='https://other.example/2024/river'>Example Works</a></div>"},
        id="a source's article behind the word",
    ),
    pytest.param({"inside": "</p><div>By</div><div>Ann Writer</div><p>"}, id="behind the word inside the text"),
    pytest.param({"top": "<p>By Staff Reuters</p>"}, id="nobody in particular, before an agency"),
    pytest.param({"top": "<p>By using this site you agree to our terms.</p>"}, id="by, and a verb"),
    pytest.param({"top": "<p>By January 2023</p>"}, id="by, and a date"),
    pytest.param(
        {"top": '<p class="post-meta">字数统计: 2,319</p>'}, id="Chinese, what is counted, in a byline's class"
    ),
    pytest.param({"top": '<p class="author">责任编辑：张迪</p>'}, id="the editor, in an author's class"),
    pytest.param(
        {
            "top": '<p class="author">Example Trends May 3, 2020</p>',
            "end": '<p>This article was originally published on <a href="https://news.example/2024/river">Example Trends</a>.</p>',
        },
        id="the source, in an author's class",
    ),
    pytest.param({"inside": '<span class="author">Ann Writer</span>'}, id="an author's class inside the text"),
    pytest.param({"top": '<p class="author">Example News Staff</p>'}, id="nobody by name, in an author's class"),
    pytest.param(
        {"end": '<p>未完 待续</p><p>本文转载自<a href="https://news.example/2024/river">晨光周刊</a>。</p>'},
        id="Chinese, to be continued, above a credit",
    ),
    pytest.param({"top": "<p>据晨光新闻记者了解，新馆将于下月开放。</p>"}, id="Chinese, what a reporter learnt"),
    pytest.param({"end": f"{'<p>More.</p>' * 3}<p class=author>Bo Reader</p>"}, id="an author's class far below"),
    pytest.param({"inside": "The wall was drawn by Ann Writer."}, id="by in the middle of a sentence"),
    pytest.param({"top": "<p>By Riverside Commons</p>"}, id="the host itself"),
    pytest.param({"top": "<p>By Guest Author</p>"}, id="an account for all who have none"),
    pytest.param(
        {"head": '<meta name="author" content="admin">', "top": "<p>By admin</p>"}, id="the site's first account"
    ),
    pytest.param(
        {
            "head": '<meta name="author" content="Guest Author">',
            "top": "<p>By <a rel=author href=/guest>Guest Author</a></p>",
        },
        id="such an account, in the metadata and linked",
    ),
    pytest.param({"head": '<meta name="author" content="Redaktion">'}, id="a word for nobody in another language"),
    pytest.param({"top": "<p>By Reuters</p>"}, id="an agency is a source, not an author"),
    pytest.param({"end": "<p>Photo by Ann Writer</p>"}, id="a photo credit"),
    pytest.param(
        {"end": "<h2>Ann Writer</h2><p>This article was originally published at Example News.</p>"},
        id="a heading above the source",
    ),
    pytest.param({"end": "<p>Ann Writer</p><p>Source: Example News</p>"}, id="a name above what may be a reference"),
    pytest.param({"end": "<p>Photo: by Ann Writer</p>"}, id="a photo credit with a colon"),
    pytest.param({"end": "<figure><figcaption>By Ann Writer</figcaption></figure>"}, id="a caption"),
    pytest.param({"after": "<section id='comments'><p>By Ann Writer</p></section>"}, id="a reader's comment"),
    pytest.param({"after": "</main><aside class='sidebar'><p>By Ann Writer</p></aside><main>"}, id="the sidebar"),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_byline(seen, parts):
    assert seen(observe, **parts) == []


METADATA = [
    pytest.param('<meta name="author" content="Ann Writer">', id="meta"),
    pytest.param('<meta name="author" content="By Ann Writer">', id="meta, with the word before it"),
    pytest.param(
        '<script type="application/ld+json">{{"@type": "Article", "author": {{"@type": "Person", "name": "Ann Writer"}}}}</script>',
        id="JSON-LD",
    ),
    pytest.param(
        '<script type="application/ld+json">{{"@graph": [{{"@type": "Article", "author": [{{"name": "Ann Writer"}}]}}]}}</script>',
        id="JSON-LD, a graph",
    ),
]


@pytest.mark.parametrize("head", METADATA)
def test_metadata_is_listed_as_what_readers_do_not_see(seen, head):
    head = head.replace("{{", "{").replace("}}", "}")
    assert [(kind, names, why) for kind, names, _, why in seen(observe, head=head)] == [
        ("author_credit", ("Ann Writer",), "metadata")
    ]


def test_a_byline_hidden_by_style_is_listed_as_hidden(seen):
    found = seen(observe, top='<p style="display:none">By Ann Writer</p>')
    assert [(names, why) for _, names, _, why in found] == [(("Ann Writer",), "display_none")]


def test_a_link_behind_a_name_is_the_work_s_title(seen):
    top = (
        "<p>Este artigo é uma tradução do artigo da Ana Escritora "
        '<a href="https://news.example/2024/river">Rio Cheio</a>.</p>'
    )
    assert ("author_credit", ("Ana Escritora",)) in [found[:2] for found in seen(observe, top=top)]


def test_a_site_s_name_beside_a_common_noun_is_no_person(seen):
    assert seen(observe, top="<p>작성자: Example News 블로그</p>") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("<p>本文翻译自 Annwriter 的文章《How Bread Rises》</p>", "Annwriter", id="one word"),
        pytest.param("<p>版权声明：本文为晨光博客博主「Annwriter」的原创文章</p>", "Annwriter", id="a word in quotes"),
        pytest.param("<p>本文是翻译文章，文章原作者annw，文章来源：news.example</p>", "annw", id="a small letter"),
        pytest.param("<p>새벽블로그에 @annwriter님이 올린 글을 번역한 글입니다.</p>", "annwriter", id="a handle"),
    ],
)
def test_a_word_of_another_script_is_a_name(seen, line, name):
    assert ("author_credit", (name,)) in [found[:2] for found in seen(observe, top=line)]


def test_bylines_far_below_the_text_are_of_other_articles(seen):
    teasers = "<div>Another story</div>" * 4 + "<p class=byline>Bo Reader</p>" * 2
    after = f"</article></main><div>{teasers}</div><main><article>"
    assert [names for _, names, *_ in seen(observe, top="<p class=byline>Ann Writer</p>", after=after)] == [
        ("Ann Writer",)
    ]


@pytest.mark.parametrize(("name", "found"), [("Nam Le", ["Nam Le"]), ("Nam le", [])])
def test_a_surname_that_is_a_particle_elsewhere(seen, name, found):
    seen_names = [names for kind, names, *_ in seen(observe, top=f"<p>By {name}</p>") if kind == "author_credit"]
    assert seen_names == [(each,) for each in found]


def test_an_agency_in_an_author_s_place_is_no_author(seen):
    assert seen(observe, top="<p class=byline>Australian Associated Press</p>") == []


def test_a_sentence_of_another_script_ends_a_name(seen):
    top = "<p>Это вольный перевод статьи за авторством Ann Writer. Готовый код лежит рядом.</p>"
    assert ("author_credit", ("Ann Writer",)) in [found[:2] for found in seen(observe, top=top)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>ANN WRITER AP Sports Writer Published:</p>", ("ANN WRITER",)),
        ("<p>Ann Writer, Ap National Writer</p>", ("Ann Writer",)),
        (f"<p>Ann Writer, AP Sports Writer</p>{GALLERY}", ("Ann Writer",)),
        ("<p>Ann Writer and Bo Reader, Associated Press March 3, 2020</p>", ("Ann Writer", "Bo Reader")),
        ("<p>Ann Writer, Associated Press</p>", ("Ann Writer",)),
        ("<p>The line on the wall.</p><p>Ann Writer, Associated Press</p>", None),
        ("<p>Ann Writer, Riverside Mill</p>", None),
        ("<p>Ann Writer/AP Photo</p>", None),
        ("<p>Nobody told AP Sports of it</p>", None),
    ],
    ids=[
        "what she is there",
        "letters written as a name",
        "above a gallery",
        "a date",
        "below the title",
        "near miss: alone",
        "near miss: no agency",
        "near miss: a photographer",
        "near miss: a sentence",
    ],
)
def test_people_before_an_agency(seen, line, names):
    assert [found[1] for found in seen(observe, top=line)] == ([names] if names else [])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class=byline>May 3, 2020 · 4 min · Ann Writer</p>", [("Ann Writer",)]),
        ("<p class=byline>4 min · the river · 12 comments</p>", []),
    ],
    ids=["beside a date", "near miss: no date"],
)
def test_a_name_among_the_parts_of_a_dated_line(seen, line, names):
    assert [found[1] for found in seen(observe, top=line)] == names


@pytest.mark.parametrize(
    ("top", "names"),
    [("Ann Writer\n2022-08-25", [("Ann Writer",)]), ("In short\n2022-08-25", []), ("Ann Writer\nof Oldtown", [])],
    ids=["as notebooks are written out", "near miss: nobody", "near miss: no date"],
)
def test_a_name_above_a_date_right_below_the_title(seen, top, names):
    assert [found[1] for found in seen(observe, media="markdown", top=top)] == names


def test_the_author_of_a_teaser_is_not_the_page_s(seen):
    teaser = '<ul><li><a href="/opinion/feast">Opinion - The feast begins. By Bo Reader</a></li></ul>'
    assert seen(observe, top=teaser) == []
    elsewhere = '<p><a href="https://news.example/2024/river">The river comes back. By Bo Reader</a></p>'
    assert ("author_credit", ("Bo Reader",), None, None) in {
        (kind, names, None, broken) for kind, names, _, broken in seen(observe, top=elsewhere)
    }


@pytest.mark.parametrize(
    ("paper", "count"), [("Example Courier", 1), ("Example Times", 0)], ids=["credited", "another"]
)
def test_a_name_before_the_paper_that_the_page_credits(seen, paper, count):
    parts = {"top": f"<div>Ann Writer, {paper}</div>"}
    parts["end"] = "<p>This article originally appeared on Example Courier: The river</p>"
    found = [names for kind, names, *_ in seen(observe, **parts) if kind == "author_credit"]
    assert found == [("Ann Writer",)] * count


def test_a_text_in_its_own_script_has_the_words_of_its_language(scene_of):
    text = "河上的大坝在洪水到来之前坚持了四十年，山谷里没有人想到它会决口，直到那天夜里水声从上游传来。" * 2
    top = '<p class="post-meta">发布于 2022-06-13 | 标签: 河流</p>' + f"<p>{text}</p>" * 9
    found = observe(scene_of(top=top))
    assert [ack.names for ack in found if ack.via == "text"] == []
