"""Credit lines: whom they name, where they link, and what only looks like one."""

import pytest

from checker.acknowledgements import credit_lines, linked_names, name_lines, pointers
from checker.model import Kind

NEWS = "https://news.example/2024/river"
HOME = "https://news.example/"

NEAR_MISSES = [
    pytest.param(
        {"end": "<p>Via <a href='mailto:ann@elsewhere.example'>ann@elsewhere.example</a></p>"},
        id="somebody's address for mail",
    ),
    pytest.param(
        {
            "end": "<p>Dieser Beitrag wurde veröffentlicht in <a rel='category tag' href='/category/river'>Fluss</a>.</p>"
        },
        id="the host's own heading",
    ),
    pytest.param({"top": "<p>来源：本站原创</p>"}, id="this very site, in Chinese"),
    pytest.param({"top": "<p>First Published: 08:19 IST(19/7/2013) | Last Updated: 13:52</p>"}, id="a time of the day"),
    pytest.param(
        {"end": "<p>If you republish it, write that this article was originally published on Example News.</p>"},
        id="a demand: what others must write",
    ),
    pytest.param(
        {"after": "</main><aside><p>This article was originally published on Example News.</p></aside><main>"},
        id="an aside",
    ),
    pytest.param({"inside": "Example News has written about it."}, id="a bare mention"),
    pytest.param(
        {"inside": 'Read <a href="https://news.example/2024/river">what Example News wrote</a>.'}, id="a bare link"
    ),
    pytest.param(
        {"end": "<p>This article was originally published on November 8, 2024.</p>"},
        id="a date where a name would stand",
    ),
    pytest.param({"end": "<p>Originally published in January 2023.</p>"}, id="a month and a year"),
    pytest.param(
        {
            "end": f"<p>It tells of “<a href='{NEWS}'>a letter</a>” (crosspost from <a href='{NEWS}/2'>Example News</a>).</p>"
        },
        id="in brackets behind what a sentence links",
    ),
    pytest.param(
        {"end": "<p>Este artigo foi originalmente publicado em Julho de 2025. A ponte veio depois.</p>"},
        id="a month and a year with a particle between them, in Portuguese",
    ),
    pytest.param(
        {"end": "<p>This article was originally published on Riverside Commons.</p>"}, id="the host's own name"
    ),
    pytest.param(
        {
            "end": '<p>The post <a href="https://riversidecommons.example/posts/river/">The river comes back</a> appeared first on '
            '<a href="https://riversidecommons.example/">Riverside Commons</a>.</p>'
        },
        id="the feed tail on the host itself",
    ),
    pytest.param({"end": "<p>Photo: originally published in Example News</p>"}, id="a photo credit"),
    pytest.param(
        {"end": "<figure><img src='a.jpg'><figcaption>Source: Example News</figcaption></figure>"}, id="a caption"
    ),
    pytest.param(
        {"end": "<p>This article may not be reproduced without permission from Example News.</p>"},
        id="a demand: not without permission",
    ),
    pytest.param(
        {"end": "<p>Please credit Example News if you republish this article from Example News.</p>"},
        id="a demand: please credit",
    ),
    pytest.param(
        {"after": "<section id='comments'><p>This article was originally published on Example News.</p></section>"},
        id="a reader's comment",
    ),
    pytest.param(
        {
            "after": "</main><aside class='sidebar'><p>This article was originally published on Example News.</p></aside><main>"
        },
        id="the sidebar",
    ),
    pytest.param(
        {"after": "<div class='related-posts'><p>This article was originally published on Example News.</p></div>"},
        id="related posts",
    ),
    pytest.param(
        {"inside": "The novel was originally published in 1975, and the law of the river was first printed then."},
        id="a book's year",
    ),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_credit(seen, parts):
    assert [found for found in seen(credit_lines.observe, **parts) if found[0] == "source_attribution"] == []


CREDITS = [
    pytest.param("This article was originally published on Example News.", "Example News", id="a sentence"),
    pytest.param("This article was originally published on “Example News”.", "Example News", id="curly quotes"),
    pytest.param(
        "This article was originally published on Example News on 8 November 2024.",
        "Example News",
        id="a date behind the name",
    ),
    pytest.param(
        "This article was originally published on Example News and is republished here.",
        "Example News",
        id="words behind the name",
    ),
    pytest.param("The original source of this article is Example News", "Example News", id="the original source is"),
    pytest.param(
        "This article first appeared in the May 2020 issue of Example News.", "Example News", id="behind its issue"
    ),
    pytest.param("I originally published this in Example News 0.7, January 2003", "Example News 0.7", id="its number"),
    pytest.param("Originally published in Example News No. 12, May 2004.", "Example News", id="before its number"),
    pytest.param(
        "This article was originally published in the June 2015 Example News.", "Example News", id="behind its date"
    ),
    pytest.param(
        "This interview was first published as a two-part series on my former tech blog, Example News.",
        "Example News",
        id="as a series, behind the common noun",
    ),
    pytest.param(
        "This article was originally published on the website of the Example “Rivers and seas” Group.",
        "the Example “Rivers and seas” Group",
        id="behind its website, with a name in quotes",
    ),
    pytest.param("THIS ARTICLE WAS ORIGINALLY PUBLISHED ON EXAMPLE NEWS.", "EXAMPLE NEWS", id="capitals"),
    pytest.param("Originally published at www.news.example", "news.example", id="a domain"),
    pytest.param(
        "The post How to row appeared first on Example News.", "Example News", id="a feed tail of another site"
    ),
    pytest.param("Dieser Artikel erschien zuerst auf Beispiel-Nachrichten.", "Beispiel-Nachrichten", id="German"),
    pytest.param("Cet article a été publié initialement sur Exemple Info.", "Exemple Info", id="French"),
    pytest.param("本文转载自示例新闻", "示例新闻", id="Chinese"),
    pytest.param("Source: Reuters", "Reuters", id="a weak wording on a line of its own"),
]


@pytest.mark.parametrize("media", ["html", "markdown"])
@pytest.mark.parametrize(("line", "name"), CREDITS)
def test_a_credit_line_names_its_source(seen, line, name, media):
    end = f"<p>{line}</p>" if media == "html" else line
    found = [found for found in seen(credit_lines.observe, media=media, end=end) if found[0] == "source_attribution"]
    assert found == [("source_attribution", (name,), None, None)]


LINKS = [
    pytest.param(f'<a href="{NEWS}">Example News</a>', ("link_to_original", NEWS, None), id="to the article"),
    pytest.param(f'<a href="{HOME}">Example News</a>', ("link_to_publisher", HOME, None), id="to the home page"),
    pytest.param('<a href="#">Example News</a>', ("link_to_original", "#", "dead_link"), id="to nowhere"),
    pytest.param('<a href="">Example News</a>', ("link_to_original", "", "dead_link"), id="an empty address"),
    pytest.param(
        '<a href="javascript:void(0)">Example News</a>',
        ("link_to_original", "javascript:void(0)", "dead_link"),
        id="a script",
    ),
]


@pytest.mark.parametrize(("link", "expected"), LINKS)
def test_the_link_of_a_credit_line(seen, link, expected):
    found = seen(credit_lines.observe, end=f"<p>This article was originally published on {link}.</p>")
    links = [(kind, href, why) for kind, _, href, why in found if kind != "source_attribution"]
    assert expected in links
    assert [link for link in links if link[0] == "link_to_original" and not link[2] and link != expected] == []


@pytest.mark.parametrize(
    "line",
    [
        f'<a href="{NEWS}">This article</a> was originally published on Example News.',
        f'This article was <a href="{NEWS}">originally published</a> on Example News.',
        f'This article was originally published on Example News (<a href="{NEWS}">link</a>).',
        f'This article was <a href="{NEWS}">originally published</a> on <a href="{HOME}">Example News</a>.',
    ],
    ids=["over the subject", "over the verb", "behind the name", "over the verb, and the name leads home"],
)
def test_a_link_elsewhere_in_the_sentence_is_the_original_too(seen, line):
    found = seen(credit_lines.observe, end=f"<p>{line}</p>")
    assert ("link_to_original", NEWS, None) in [(kind, href, why) for kind, _, href, why in found]


@pytest.mark.parametrize(
    "line",
    [
        f"[Example News]({NEWS})",
        f"[Example News](<{NEWS}>)",
        f"[Example News][one]\n\n[one]: {NEWS}",
        f'<a href="{NEWS}">Example News</a>',
    ],
    ids=["inline", "in angle brackets", "by reference", "HTML in Markdown"],
)
def test_links_of_markdown(seen, line):
    found = seen(credit_lines.observe, media="markdown", end=f"This article was originally published on {line}")
    assert [(kind, href, why) for kind, _, href, why in found] == [
        ("source_attribution", NEWS, None),
        ("link_to_original", NEWS, None),
    ]


def test_a_linked_name_is_named_whole_behind_its_article(seen):
    end = f"This post was originally published on the [Water News for the Nation Blog]({NEWS})."
    assert sources(seen(credit_lines.observe, media="markdown", end=end)) == [
        (("Water News for the Nation Blog",), NEWS)
    ]


def test_the_title_of_the_original_says_nothing_of_a_picture(seen):
    top = f"原文地址：[Video with style sheets]({NEWS})"
    assert sources(seen(credit_lines.observe, media="markdown", top=top)) == [((), NEWS)]
    assert seen(credit_lines.observe, media="markdown", top=f"Video: [River in spring]({NEWS})") == []


def test_an_address_without_a_link_is_said_to_be_one(seen):
    found = seen(credit_lines.observe, end=f"<p>Originally published at {NEWS}</p>")
    assert ("link_to_original", ("news.example",), None, "not_linked") in found


@pytest.mark.parametrize("href", ["/2024/river", "https://riversidecommons.example/2024/river"])
def test_a_known_publisher_is_credited_though_the_link_stays_on_the_host(seen, href):
    end = f'<p>This article was originally published by <a href="{href}">ProPublica</a>.</p>'
    found = seen(credit_lines.observe, end=end)
    assert found[0][:2] == ("source_attribution", ("ProPublica",))


def test_near_miss_a_known_publisher_s_own_page_credits_itself(seen):
    end = '<p>This article was originally published by <a href="/2024/river">ProPublica</a>.</p>'
    assert seen(credit_lines.observe, url="https://www.propublica.org/article/river", end=end) == []


def test_a_relative_link_stays_on_the_host_and_is_no_original(seen):
    found = seen(
        credit_lines.observe,
        url="https://riversidecommons.example/posts/river/",
        end='<p>This article was originally published on <a href="/posts/older">Riverside Commons</a>.</p>',
    )
    assert found == []


HIDDEN = [
    pytest.param('<p style="display:none">{}</p>', "display_none", id="display:none"),
    pytest.param('<p style="visibility: hidden">{}</p>', "visibility_hidden", id="visibility"),
    pytest.param("<p hidden>{}</p>", "hidden", id="hidden"),
    pytest.param('<p aria-hidden="true">{}</p>', "aria_hidden", id="aria-hidden"),
    pytest.param('<p style="font-size:0">{}</p>', "zero_size", id="no size"),
    pytest.param('<p style="position:absolute;left:-9999px">{}</p>', "off_screen", id="off the screen"),
    pytest.param("<noscript>{}</noscript>", "noscript", id="noscript"),
    pytest.param("<template><p>{}</p></template>", "template", id="template"),
    pytest.param("<!-- {} -->", "comment", id="an HTML comment"),
]


@pytest.mark.parametrize(("markup", "why"), HIDDEN)
def test_what_readers_cannot_see_is_listed_as_hidden(seen, markup, why):
    end = markup.format("This article was originally published on Example News.")
    assert [found for found in seen(credit_lines.observe, end=end) if found[0] == "source_attribution"] == [
        ("source_attribution", ("Example News",), None, why)
    ]


@pytest.mark.parametrize(("markup", "why"), HIDDEN[:-1])
def test_a_link_that_readers_cannot_see_is_listed_as_hidden(seen, markup, why):
    end = markup.format(f'This article was originally published on <a href="{NEWS}">Example News</a>.')
    assert ("link_to_original", ("Example News",), NEWS, why) in seen(credit_lines.observe, end=end)


def test_an_address_that_is_written_out_makes_no_line_long(seen):
    url = "https://news.example/" + "%D7%9B" * 40
    found = seen(credit_lines.observe, media="markdown", end=f"Original source: {url}")
    assert [(kind, names, href) for kind, names, href, _ in found] == [
        ("source_attribution", ("news.example",), None),
        ("link_to_original", ("news.example",), url),
    ]


def test_a_weak_wording_in_the_middle_of_a_text_is_no_credit(seen):
    found = seen(credit_lines.observe, inside="From Example News we know that the water rose.", end="<p>The end.</p>")
    assert found == []


def test_the_evidence_has_the_place_in_the_source(scene_of):
    scene = scene_of(media="markdown", end=f"This article was originally published on [Example News]({NEWS})")
    source, link = credit_lines.observe(scene)
    assert (source.evidence.line, source.evidence.column) == (15, 1)
    assert (link.evidence.line, link.evidence.column) == (15, 43)
    assert link.evidence.text == "Example News"


def certain(scene):
    """Whether each credit line leaves no doubt."""
    return [ack.certain for ack in credit_lines.observe(scene) if ack.kind.value == "source_attribution"]


SURE_WHERE_A_LINE_STARTS = [
    pytest.param(
        "<p>He read “The Road” (originally published in Example News, autumn of 1992).</p>", [], id="in brackets"
    ),
    pytest.param("<p>Originally published in Example News</p>", [True], id="a line of its own"),
    pytest.param("<p>(Originally published in Example News)</p>", [True], id="a line of its own, in brackets"),
    pytest.param("<p>Ann Writer lives in Riverton. Originally published in Example News.</p>", [True], id="a sentence"),
    pytest.param("<p>转自：晨光科技周刊</p>", [True], id="Chinese"),
    pytest.param("<p>Publicado originalmente en Ejemplo Noticias</p>", [True], id="Spanish"),
    pytest.param(
        "<p>This Example News article was reprinted with permission.</p>", [True], id="a name before the noun"
    ),
    pytest.param(
        "<p>[Photo: Ann Writer]. This story was reprinted from Example News.</p>", [True], id="behind a photo's"
    ),
    pytest.param("<p>[Photo: Ann Writer]. Reprinted from Example News.</p>", [], id="of the photo"),
    pytest.param("<p>This post first appeared on the example-dev mailing list.</p>", [True], id="a mailing list"),
    pytest.param(
        '<p>Taken from <a href="https://news.example/2024/river">The river rises</a></p>', [True], id="no label"
    ),
    pytest.param(
        '<p>The recipe is taken from <a href="https://news.example/2024/river">The river rises</a></p>',
        [False],
        id="a clue",
    ),
    pytest.param(
        '<p>来源：<a href="https://news.example/2024/river">晨光科技周刊</a></p>', [False], id="a label at the end"
    ),
]


@pytest.mark.parametrize(("line", "sure"), SURE_WHERE_A_LINE_STARTS)
def test_a_wording_that_opens_its_line_is_sure(scene_of, line, sure):
    assert certain(scene_of(end=line)) == sure


ABOVE = [
    pytest.param("<p>Source: Example Herald Tribune</p>", [True], id="a newspaper's label"),
    pytest.param("<p>Source: Example Statistics</p>", [False], id="near miss: another label"),
    pytest.param(f"<p>by: Ann Writer</p><p>date: 2018-06-12</p><p>url: {NEWS}</p>", [True], id="a header"),
    pytest.param(f"<p>by: Ann Writer</p><p>url: {NEWS}</p>", [False], id="near miss: no date"),
]


@pytest.mark.parametrize(("lines", "sure"), ABOVE)
def test_what_stands_above_the_text_may_leave_no_doubt(scene_of, lines, sure):
    found = certain(scene_of(top=lines))
    assert found == sure


QUOTED = [
    pytest.param("<p>每篇文末都要加「本文首发于晨光科技周刊」；必要时检举。</p>", id="Chinese"),
    pytest.param(
        "<p>Put these words below: “This article was originally published on Example News”.</p>", id="English"
    ),
]


@pytest.mark.parametrize("line", QUOTED)
def test_a_credit_that_is_quoted_credits_nothing(seen, line):
    assert seen(credit_lines.observe, end=line) == []


def test_a_demand_behind_the_comma_undoes_no_credit(seen):
    line = f'<p>本文首发于<a href="{NEWS}">晨光科技周刊</a>，转载需注明出处。</p>'
    assert ("source_attribution", ("晨光科技周刊",), NEWS, None) in seen(credit_lines.observe, end=line)


def test_a_link_may_stand_below_its_credit_line(seen):
    lines = f'<p>This post originally appeared on the Example Blog:</p><p><a href="{NEWS}">{NEWS}</a></p>'
    assert ("link_to_original", ("the Example Blog",), NEWS, None) in seen(credit_lines.observe, top=lines)


TITLES = [
    pytest.param("<p>이 글은 How Bread Rises를 번역한 글입니다.</p>", 1, id="a title alone"),
    pytest.param(
        '<p>英文原文：<a href="./frontier-models-en">Frontier Models at Work</a></p>', 0, id="a link within the site"
    ),
    pytest.param("<p>この記事は README.ja.md の日本語訳です。</p>", 0, id="a file's name"),
]


@pytest.mark.parametrize(("line", "count"), TITLES)
def test_an_original_may_be_told_by_its_title_alone(scene_of, line, count):
    assert len(certain(scene_of(top=line))) == count


QUOTATION = (
    "<blockquote><p>The river comes back every spring, whoever lives there.</p><p>(Quelle: {link})</p></blockquote>"
)


@pytest.mark.parametrize(
    ("top", "sure"),
    [(QUOTATION, [False]), ("<blockquote><p>Quelle: {link}</p></blockquote>", [True])],
    ids=["below a quotation's text", "a note"],
)
def test_the_source_of_a_quotation_is_not_that_of_the_page(scene_of, top, sure):
    assert certain(scene_of(top=top.format(link=f'<a href="{NEWS}">Example News</a>'))) == sure


def test_a_wording_that_names_first_takes_in_no_other_name(seen):
    found = seen(credit_lines.observe, top="<p>※本コラムは、花子のブログ「ひかり経済新聞」からの転載です。</p>")
    assert len(found) == 1
    assert "ひかり経済新聞" in found[0][1][0]


def sources(found):
    return [(names, href) for kind, names, href, _ in found if kind == "source_attribution"]


WRAPPED = (
    "This post was first published on the\nExample News blog in May, and nobody else has printed what stands in it."
)


def test_a_name_may_begin_the_line_below_its_article(seen):
    found = seen(credit_lines.observe, media="markdown", top=f"<div>\n\n{WRAPPED}\n\n</div>")
    assert sources(found) == [(("Example News blog",), None)]


def test_a_domain_behind_a_common_noun_is_the_name(seen):
    found = seen(credit_lines.observe, top="<p>This post was first published on my old site annwriter.example.</p>")
    assert sources(found) == [(("annwriter.example",), None)]


def test_a_file_behind_a_common_noun_is_none(seen):
    assert seen(credit_lines.observe, top="<p>This post was first published in the old file notes.md.</p>") == []


def test_an_aside_in_markdown_is_a_note_to_the_text(seen):
    aside = "<aside><p>This article was originally published on Example News.</p></aside>"
    assert sources(seen(credit_lines.observe, media="markdown", top=aside)) == [(("Example News",), None)]


def test_a_profile_is_no_original(seen):
    line = '<p>Originally published by <a href="https://dev.to/annwriter">Ann Writer</a>.</p>'
    links = [(kind, why) for kind, _, _, why in seen(credit_lines.observe, top=line) if kind.startswith("link")]
    assert links == [("link_to_publisher", None), ("link_to_original", "home_page")]


def test_of_a_person_and_the_article_the_article_tells_whose_it_is(seen):
    line = (
        f'<p>The <a href="{NEWS}">original version</a> of this article appeared on the blog written by '
        '<a href="https://twitter.com/annwriter">@annwriter</a>.</p>'
    )
    assert sources(seen(credit_lines.observe, top=line)) == [(("@annwriter",), NEWS)]


def test_the_next_sentence_may_link_the_original(seen):
    line = f'<p>This article was first published on news.example. The same text is <a href="{NEWS}">there</a>.</p>'
    assert ("link_to_original", ("news.example",), NEWS, None) in seen(credit_lines.observe, top=line)


def test_a_link_behind_that_leads_elsewhere_is_no_original(seen):
    line = '<p>This article was first published on news.example. I <a href="https://a.example/x">live</a> there.</p>'
    assert [found for found in seen(credit_lines.observe, top=line) if found[0] == "link_to_original"] == []


OF_SOMETHING_ELSE = [
    pytest.param(
        "<blockquote><p>The flaws were chained to hijack sessions, and to run code. The post Flaws chained appeared first on "
        "Example News.</p></blockquote>",
        id="a feed's tail behind a quotation",
    ),
    pytest.param("<p>Original article: https://arxiv.org/abs/1811.07557</p>", id="a paper"),
    pytest.param(f'<ul><li>Original article: <a href="{NEWS}">River</a></li></ul>', id="a list of references"),
    pytest.param(f'<img src="a.png"><p>Source: <a href="{NEWS}">Example News</a></p>', id="below a picture"),
    pytest.param(f'<p><img src="a.png"></p><p>Source: <a href="{NEWS}">Example News</a></p>', id="below one wrapped"),
    pytest.param(
        f'<p><img src="a.png"><br><em>Source: <a href="{NEWS}">Example News</a></em></p>', id="in its paragraph"
    ),
    pytest.param("<p>Some figures in this post are reprinted with permission from Example News.</p>", id="figures"),
    pytest.param("<p>Parts of this chapter are adapted from Example News.</p>", id="parts"),
    pytest.param(
        "<p>Quotations are from the Example Bible. Reprinted with permission from Example News.</p>",
        id="what the sentence before is about",
    ),
    pytest.param(
        f'<p>This post is a summary of an article first published on <a href="{NEWS}">Example News</a>.</p>',
        id="what the article is a summary of",
    ),
    pytest.param(
        "<p>This post discusses a paper that was first published in Example News.</p>", id="what it discusses"
    ),
]


@pytest.mark.parametrize("end", OF_SOMETHING_ELSE)
def test_what_tells_of_something_else_credits_nothing(seen, end):
    assert sources(seen(credit_lines.observe, end=end)) == []


def test_a_notice_below_a_cover_picture_is_a_credit(seen):
    top = '<img src="a.png"><p>Originally published on Example News.</p>'
    assert sources(seen(credit_lines.observe, top=top)) == [(("Example News",), None)]


def test_a_credit_may_say_more_of_its_article_than_where_it_came_out(seen):
    end = "<p>This story about the bridge, which was cut for length, was first published on Example News.</p>"
    assert sources(seen(credit_lines.observe, end=end)) == [(("Example News",), None)]


@pytest.mark.parametrize(
    ("line", "slug", "sure"),
    [
        ("Source: {link}", "the-river-comes-back", True),
        ("Source: {link}", "2024/05/river-comes-back-8172.html", True),
        ("Source: {link}", "the-river-and-its-fish", False),
        ("Source: {link}", "the-river-comes-back-to-riverside-and-what-the-school-did-about-it", False),
        ("Source: {link}", "the-river-comes-back/all-comments-and-answers-so-far", False),
        ("Via {link}", "the-river-comes-back", True),
        ("Via {link}", "rivers", False),
    ],
)
def test_a_label_below_the_text_is_sure_where_its_link_bears_the_page_s_title(scene_of, line, slug, sure):
    link = f'<a href="https://news.example/{slug}">Example News</a>'
    assert certain(scene_of(end=f"<p>{line.format(link=link)}</p>")) == [sure]


@pytest.mark.parametrize(
    "said", ["It was first published by", "I first shared this on", "This was originally posted on"]
)
def test_a_name_behind_its_preposition_is_told_with_its_link(seen, said):
    found = sources(seen(credit_lines.observe, media="markdown", end=f"{said} [Example News]({NEWS})."))
    assert found == [(("Example News",), NEWS)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f"[The river comes back]({NEWS}) was originally published on Example News.", ("Example News",)),
        ("“The River Comes Back” first appeared in Example News, May 2004.", ("Example News",)),
        (f"[The river]({NEWS}) was originally published in Example Letters on Medium.", ("Example Letters",)),
        (f"[The long road]({NEWS}) was originally published on Example News.", None),
        ("The school was first published on Example News.", None),
        ("A static website about how the river comes back, originally published in Example News, 1881.", None),
    ],
)
def test_a_line_that_a_title_opens_tells_of_the_page_where_the_title_is_its_own(seen, line, names):
    found = sources(seen(credit_lines.observe, media="markdown", end=line))
    assert [each for each, _ in found] == ([names] if names else [])


LABELS_BELOW = [
    pytest.param("<p>Fuente: ANSA</p>", [True], id="an agency's mark"),
    pytest.param("<p>Source: Reuters</p>", [True], id="an agency's name"),
    pytest.param("<p>Source: Valley Gazette</p>", [True], id="a newspaper that nobody knows"),
    pytest.param("<p>3 May 2021 | Source: Valley Gazette</p>", [True], id="behind the day"),
    pytest.param("<p>Source: Valley Statistics Office</p>", [False], id="what may have counted"),
    pytest.param("<p>Source: Valley Gazette, own count</p>", [False], id="more on the line"),
    pytest.param("<p>Source: Valley Gazette</p><p>Source: Hill Herald</p>", [False, False], id="several"),
    pytest.param(f'<p>Source: <a href="{NEWS}">Valley Gazette</a></p>', [False], id="linked"),
]


@pytest.mark.parametrize(("end", "sure"), LABELS_BELOW)
def test_a_label_below_the_text_is_sure_where_it_names_the_press(scene_of, end, sure):
    assert certain(scene_of(end=end)) == sure


def test_a_label_that_names_the_article_s_original_is_sure_below_it(scene_of):
    assert certain(scene_of(end=f'<p>🔗 Original article: <a href="{NEWS}">The river</a></p>')) == [True]
    assert certain(scene_of(end=f'<p>Source: <a href="{NEWS}">The river</a></p>')) == [False]


UNBROKEN = "The water was in the school for nine days, and nobody had asked it to come in. " * 4
NEWS_LINK = f'<a href="{NEWS}">{NEWS}</a>'


@pytest.mark.parametrize(
    ("end", "hrefs"),
    [
        pytest.param(f"{UNBROKEN} Source: {NEWS_LINK}", [NEWS], id="the last of a text without breaks"),
        pytest.param(f"{UNBROKEN} Source: {NEWS_LINK} and others. {UNBROKEN}", [], id="in the middle of it"),
    ],
)
def test_a_label_ends_a_text_without_breaks(seen, end, hrefs):
    found = seen(credit_lines.observe, end=f"<div>{end}</div>")
    assert [href for kind, _, href, _ in found if kind == "source_attribution"] == hrefs


def test_an_address_stands_below_a_name_that_is_a_home_page(seen):
    found = seen(credit_lines.observe, end=f"<p>Source: www.news.example</p><p>Link: {NEWS_LINK}</p>")
    assert ("link_to_original", ("news.example",), NEWS, None) in found


def test_a_linked_sentence_is_judged_by_its_own_length(scene_of):
    text = (
        "The water rose for nine days, and left a line on the school wall that nobody has painted over since then. " * 2
    )
    assert certain(scene_of(end=f'<p>{text}Originally published in <a href="{NEWS}">Example News</a>.</p>')) == [True]


def test_a_long_stretch_before_words_that_follow_a_name_is_none(seen):
    top = "原稿の正は編集部側の書類 (notes/public/river.md) で、次の記事の多くはあちらの古い書類からの転載です。"
    assert seen(credit_lines.observe, media="markdown", top=top) == []


NAMELESS = [
    pytest.param(f"This post was [originally published]({NEWS}) on my blog.", NEWS, id="the verb leads there"),
    pytest.param(f"This post was [originally published in 2019]({NEWS}).", NEWS, id="with its year"),
    pytest.param(f"[This post was originally published here]({NEWS}) as part of a fair.", NEWS, id="the whole clause"),
    pytest.param(
        f"This article was originally published in the [November 2015 edition]({NEWS}) of my magazine.",
        NEWS,
        id="an issue",
    ),
    pytest.param("This post first appeared on my old blog in November 2019.", None, id="nowhere named"),
    pytest.param(
        f"By the way, [this post originally appeared on my other blog]({NEWS}).",
        NEWS,
        id="a link over the whole clause",
    ),
    pytest.param(
        f"Originally published on [7 October 2018]({NEWS}) by Ann Writer.", NEWS, id="a date that leads there"
    ),
    pytest.param("*Originally posted on her personal site.*", None, id="nowhere named, a line"),
    pytest.param("This is a repost of a post I wrote on another site last year.", None, id="another site"),
]


@pytest.mark.parametrize(("line", "href"), NAMELESS)
def test_a_credit_may_name_nobody(seen, line, href):
    found = seen(credit_lines.observe, media="markdown", top=line)
    assert sources(found) == [((), href)]
    assert [link for kind, _, link, _ in found if kind == "link_to_original"] == [href] * bool(href)


NOBODY_CREDITED = [
    pytest.param("This article is adapted from a talk at Example Days.", id="what nobody published"),
    pytest.param(
        "This post is adapted from a discussion about [Bread](https://bread.example/2024/rises).", id="with a link"
    ),
    pytest.param(
        f"Before that, read [this article]({NEWS}) by Ann Writer, which was originally published on Example News in 2009.",
        id="what others should read",
    ),
    pytest.param(f"This [article]({NEWS}) was originally published in 2019.", id="the link is of the subject"),
    pytest.param("This post first appeared on [{{ site.url }}][url].\n\n[url]: {{ site.url }}", id="the site itself"),
    pytest.param(
        "This novel was first published on the web under [CC BY](https://creativecommons.org/licenses/by/4.0/).",
        id="a licence",
    ),
    pytest.param(
        f"By default, the gauge on the old mill is read; this table can be had from the [Example News Website]({NEWS}).",
        id="no author behind the word that one may follow",
    ),
    pytest.param(
        "The gauge reads all the marks that the rules (version 5) document available from the Rivers web site has.",
        id="a number that is no date's",
    ),
    pytest.param('"The Long River", version 5.2', id="a work and its version"),
    pytest.param('"The Long River", copyright © 1997 Ann Writer.', id="a work and its copyright"),
    pytest.param("Excerpt from /etc/rivers.conf", id="a file's place"),
    pytest.param("Source: ~/rivers.conf", id="a file's place at home"),
    pytest.param("Source: [river-2.0.tar.gz](https://rivers.example/river-2.0.tar.gz)", id="a file to fetch"),
    pytest.param(
        "Subscribers can read the story as it was originally published in The Old Archive.",
        id="how a text looked elsewhere",
    ),
]


@pytest.mark.parametrize("line", NOBODY_CREDITED)
def test_nobody_else_is_credited(seen, line):
    assert seen(credit_lines.observe, media="markdown", top=line) == []


def test_a_credit_names_its_source_once(seen):
    line = f"This post was originally published on my blog, [annwriter.example]({NEWS})."
    assert sources(seen(credit_lines.observe, media="markdown", top=line)) == [(("annwriter.example",), NEWS)]


def test_a_name_may_stand_behind_the_common_noun(seen):
    found = seen(
        credit_lines.observe, media="markdown", end="_Originally posted on my old blog, Example Notes, on 8 Oct 2009_"
    )
    assert sources(found) == [(("Example Notes",), None)]


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        (", our newsletter", []),
        (", our sister paper", ["The Weekly Drop"]),
        (", which our editor reads", ["The Weekly Drop"]),
    ],
    ids=["its own", "near miss: a partner's", "near miss: no apposition"],
)
def test_a_name_that_the_site_calls_its_own_is_no_source(seen, behind, names):
    found = seen(credit_lines.observe, end=f"<p>This story first appeared in The Weekly Drop{behind}.</p>")
    assert [name for found, _ in sources(found) for name in found] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [("By Ann Writer for Example News", ["Example News"]), ("By Ann Writer for the school", [])],
    ids=["a byline", "near miss: nobody"],
)
def test_a_byline_may_say_whom_it_was_written_for(seen, line, names):
    assert [name for found, _ in sources(seen(credit_lines.observe, top=f"<p>{line}</p>")) for name in found] == names


TABLE = "## Versions\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n{}\n\n## Further"


@pytest.mark.parametrize(
    ("line", "count"),
    [
        (f"(Originally posted at [Example News]({NEWS}))", 0),
        (f"This post was first posted at [Example News]({NEWS}).", 1),
    ],
    ids=["the table's", "near miss: the page's"],
)
def test_a_credit_below_a_table_amid_sections_is_the_tables(seen, line, count):
    assert len(sources(seen(credit_lines.observe, media="markdown", top="# A\n\n" + TABLE.format(line)))) == count


SEVERAL = f"Source: [Example News]({NEWS}), [Other News](https://other.example/one)"


@pytest.mark.parametrize(("place", "count"), [("end", 0), ("top", 1)], ids=["below the text", "above it"])
def test_sources_that_a_text_draws_on_are_no_credit(seen, place, count):
    assert len(sources(seen(credit_lines.observe, media="markdown", **{place: SEVERAL}))) == count


TOLD = [
    pytest.param(
        "<p>We ask that you use this line: This article was originally published on Example News.</p>", id="a line"
    ),
    pytest.param(
        "<p>Please include the following note:</p><p>This article was originally published on Example News.</p>",
        id="a paragraph of its own",
    ),
    pytest.param("<p>Say that the article was originally published on Example News.</p>", id="a clause"),
]


@pytest.mark.parametrize("lines", TOLD)
def test_what_others_must_write_is_no_credit(seen, lines):
    assert seen(credit_lines.observe, end=lines) == []


def test_a_chinese_line_of_date_and_source_is_sure(scene_of):
    scene = scene_of(top="<p>2024-05-02 10:20 <span>字号：A- A A+</span> 来源：江城日报</p>")
    found = [ack for ack in credit_lines.observe(scene) if ack.kind is Kind.SOURCE_ATTRIBUTION]
    assert [(ack.names, ack.certain) for ack in found] == [(("江城日报",), True)]


@pytest.mark.parametrize("name", ["江城网", "江城网-文化频道", "本站原创", "江城网 本站原创"])
def test_a_chinese_site_that_names_itself_as_the_source_credits_nobody(seen, name):
    head = '<meta name="application-name" content="江城网">'
    found = seen(credit_lines.observe, head=head, top=f"<p>2024-05-02 10:20 来源：{name}</p>")
    assert found == []


def test_an_address_further_on_in_a_credit_is_its_original(seen):
    line = f"本文转载自江城夜读（江城出版社的读书栏目），原文链接：{NEWS}"
    found = seen(credit_lines.observe, media="markdown", top=line)
    assert ("source_attribution", ("江城夜读",), NEWS, None) in found
    assert ("link_to_original", ("江城夜读",), NEWS, None) in found


def test_what_others_must_do_behind_an_address_undoes_no_credit(seen):
    found = seen(credit_lines.observe, media="markdown", end=f"本文翻译自：{NEWS}/ 如若转载，请注明原文地址")
    assert "source_attribution" in [kind for kind, *_ in found]


def test_a_name_in_title_marks_may_begin_with_a_small_letter(seen):
    found = seen(credit_lines.observe, top="<p>本文翻译自《tar 使用手册》，略有修改。</p>")
    assert [names for kind, names, *_ in found if kind == "source_attribution"] == [("tar 使用手册",)]


@pytest.mark.parametrize(
    ("line", "found_there"),
    [
        ("Dikutip dari Kabar Fajar, 6 Mei 2022", True),
        ("Dikutip dari Kabar Fajar, tanggul jebol pada hari Senin.", False),
        ("(Theo Tin Ví Dụ)", True),
        ("Theo Tin Ví Dụ, không có thương vong.", False),
    ],
)
def test_what_goes_on_behind_a_name_that_ends_its_line_is_no_credit(seen, line, found_there):
    found = seen(credit_lines.observe, end=f"<p>{line}</p>")
    assert any(kind == "source_attribution" for kind, *_ in found) is found_there


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("本文转载自《江城季刊》第3期", "江城季刊"),
        ("本文转载自江城季刊2021年第3期", "江城季刊"),
        ("This essay was first published in Example Review 5 (2004), pages 9-12.", "Example Review"),
        ("This essay was first published in Example Review 59 (Winter 2002).", "Example Review"),
        ("转载自豆瓣寻影,这也是一本书的开始", "豆瓣寻影"),
    ],
)
def test_a_name_ends_where_its_marks_close_or_its_issue_begins(seen, line, name):
    found = seen(credit_lines.observe, end=f"<p>{line}</p>")
    assert [names for kind, names, *_ in found if kind == "source_attribution"] == [(name,)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本文最初发表于examplenews，于2018年2月17日迁移至此", ("examplenews",)),
        ("本文最初发表于web，于2018年2月17日迁移至此", None),
        ("This post was originally published on examplenews.", None),
    ],
)
def test_a_latin_word_in_chinese_is_a_name_whatever_its_case(seen, line, names):
    found = seen(credit_lines.observe, end=f"<p>{line}</p>")
    assert [each for kind, each, _, _ in found if kind == "source_attribution"] == ([names] if names else [])


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("my MSDN blog", "MSDN blog"),
        ('<a href="https://news.example/2024/river">our Example Notes</a>', "Example Notes"),
        ("Our Example Notes", "Our Example Notes"),
    ],
)
def test_whose_a_site_is_is_no_part_of_its_name(seen, called, name):
    found = seen(credit_lines.observe, end=f"<p>This post originally appeared on {called}.</p>")
    assert [names for kind, names, *_ in found if kind == "source_attribution"] == [(name,)]


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Der Beispielbote", "Der Beispielbote"),
        ("der Beispiel-Zeitung", "Beispiel-Zeitung"),
        ("dem Beispielblog", "Beispielblog"),
    ],
)
def test_a_german_article_in_small_letters_is_no_part_of_a_name(seen, called, name):
    found = seen(credit_lines.observe, end=f"<p>Dieser Text erschien zuerst in {called}.</p>")
    assert [names for kind, names, *_ in found if kind == "source_attribution"] == [(name,)]


def test_a_short_name_before_a_line_break_is_no_article(seen):
    """Unlike "on the", the last word of a line that a name goes on behind."""
    found = seen(credit_lines.observe, end=f"<p>作者：李小禾<br>链接：{NEWS}<br>来源：答问<br>著作权归作者所有。</p>")
    assert [names for kind, names, *_ in found if kind == "source_attribution"] == [("答问",)]


def test_a_file_beside_the_page_is_the_host_s_own(seen):
    top = "> 译注：本文译自同目录 [`en.md`](./en.md)。"
    assert seen(credit_lines.observe, media="markdown", top=top) == []


def test_a_person_s_home_on_a_platform_is_no_original(seen):
    found = seen(credit_lines.observe, media="markdown", top="> 转载自https://www.cnblogs.com/ann-writer/")
    assert ("link_to_original", (), "https://www.cnblogs.com/ann-writer/", "home_page") in [
        (kind, (), href, why) for kind, _, href, why in found
    ]


def test_a_sign_of_quotation_that_is_escaped_begins_a_line_too(seen):
    found = seen(credit_lines.observe, media="markdown", end=f"\\> 原文：{NEWS}")
    assert ("source_attribution", (), NEWS) in [(kind, names, NEWS) for kind, names, *_ in found]


def test_a_credit_behind_a_title_in_a_list_is_that_of_the_title(seen):
    end = "1. “Rivers and towns”. Este artículo fue publicado originalmente en la Revista Ejemplo.\n2. More."
    assert seen(credit_lines.observe, media="markdown", end=end) == []


def test_a_link_whose_text_says_translation_leads_to_one(seen):
    assert seen(credit_lines.observe, media="markdown", top=f"[Перевод статьи на русский]({NEWS})") == []


def test_a_domain_may_be_followed_by_letters_of_another_script(seen):
    found = seen(credit_lines.observe, media="markdown", top="> 转载于news.example博客")
    assert [names for kind, names, *_ in found if kind == "source_attribution"] == [("news.example",)]


def test_a_label_and_the_metadata_that_name_one_source_are_sure(scene_of):
    line = "<p>Source: Example Skies</p>"
    for head, sure in (("", False), ('<meta name="ContentSource" content="Example Skies">', True)):
        found = credit_lines.observe(scene_of(head=head, top=line))
        assert [ack.certain for ack in found if ack.kind == "source_attribution"] == [sure]


def test_a_title_or_a_caption_far_above_the_text_is_none_of_it(seen):
    menu = "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in range(30))
    title = "<div>The river comes back, and this time it stays for much longer than anybody had thought</div>"
    top = f"{title}<ul>{menu}</ul><p>Associated Press</p>"
    assert ("source_attribution", ("Associated Press",)) in [found[:2] for found in seen(name_lines.observe, top=top)]


def test_an_address_may_stand_on_the_line_below_here(seen):
    found = seen(
        credit_lines.observe, media="markdown", top=f"This tutorial was originally published here:\n[{NEWS}]({NEWS})"
    )
    assert sources(found) == [((), NEWS)]


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("This article appeared in the daily newspaper Oldtown Gazette, on May 3, 2003.", True),
        ("This article appeared in Example Rivers, on May 3, 2003.", False),
        ("This article was produced by the Oldtown Gazette.", True),
        ("This article was produced in partnership with the Oldtown Gazette.", False),
    ],
)
def test_a_verb_that_begins_a_line_is_sure_of_a_newspaper(scene_of, line, sure):
    found = list(credit_lines.observe(scene_of(top=f"<p>{line}</p>")))
    assert [ack.certain for ack in found] == [sure]
    assert not any("newspaper" in name for ack in found for name in ack.names)


@pytest.mark.parametrize(
    ("line", "sure"),
    [("来源：人民日报 | 张三", True), ("Source: Times of Oldtown", True), ("Source: Rivers of Oldtown", False)],
)
def test_a_label_alone_may_stand_before_a_bar(scene_of, line, sure):
    assert [ack.certain for ack in credit_lines.observe(scene_of(top=f"<p>{line}</p>"))] == [sure]


def test_whom_a_text_was_written_for_is_sure_by_its_link(scene_of):
    assert certain(scene_of(top="<p>This piece was originally written for Example News.</p>")) == [False]
    linked = f'<p>This piece was originally written for <a href="{NEWS}">Example News</a>.</p>'
    assert certain(scene_of(top=linked)) == [True]


@pytest.mark.parametrize("end", ["by Ann Writer, and it was rewritten", "in Markdown", "as a README", "with Emacs"])
def test_how_and_by_whom_a_text_was_written_is_no_source(seen, end):
    assert seen(credit_lines.observe, media="markdown", top=f"This tutorial was originally written {end}.") == []


@pytest.mark.parametrize(
    "line",
    [
        f"This was originally a guest post written for the [Example News]({NEWS}).",
        f"I originally wrote this article for [Example News]({NEWS}).",
        f"This tutorial was originally a post on [Example News]({NEWS}).",
    ],
)
def test_a_text_may_have_been_another_s_post_first(seen, line):
    assert sources(seen(credit_lines.observe, media="markdown", top=line)) == [(("Example News",), NEWS)]


@pytest.mark.parametrize(
    "line",
    [
        f"I originally wrote this for [a challenge]({NEWS}).",
        "This was originally a post for my students.",
        "This was originally an article on trees.",
        "This novel is the best of all. It was first published as a serial in Example Monthly.",
    ],
)
def test_whom_something_was_meant_for_is_no_source(seen, line):
    assert sources(seen(credit_lines.observe, media="markdown", top=line)) == []


def test_a_label_on_a_digest_tells_what_it_is_of(seen):
    top = f"**元記事:** [How Bread Rises]({NEWS})\n\nこのページでは「How Bread Rises」の内容を日本語で要約しています。"
    assert seen(credit_lines.observe, media="markdown", top=top) == []
    assert seen(pointers.observe, media="markdown", top=top) == []


def test_the_link_of_a_digest_s_label_is_no_credit_either(seen):
    top = f"# Хлеб растет — конспект\n\n> Оригинал: [How Bread Rises]({NEWS})"
    assert seen(pointers.observe, media="markdown", top=top) == []


def test_a_line_right_below_a_list_is_no_part_of_it(seen):
    end = f"- 先把面团静置一个小时。\n- 再放进烤箱烤四十分钟。\n本文原文：[How Bread Rises]({NEWS})"
    found = seen(credit_lines.observe, media="markdown", end=end)
    assert "source_attribution" in [kind for kind, *_ in found]


def test_a_word_for_a_picture_s_credit_may_label_one_of_the_work(seen):
    line = "Credit: this article was originally published on Example News."
    assert sources(seen(credit_lines.observe, end=f"<p>{line}</p>")) == [(("Example News",), None)]
    assert seen(credit_lines.observe, end="<p>Credit: originally published on Example News.</p>") == []


def test_a_template_s_code_before_a_sentence_makes_no_caption_of_it(seen):
    top = f"{{% panel title='a' %}} This article was originally published on [Example News]({NEWS})."
    assert sources(seen(credit_lines.observe, media="markdown", top=top)) == [(("Example News",), NEWS)]
    figure = f"{{{{< figure src='a.png' caption='originally published on [Example News]({NEWS})' >}}}}"
    assert sources(seen(credit_lines.observe, media="markdown", top=figure)) == []


def test_a_note_that_a_template_is_given_is_text_and_a_picture_s_caption_is_none(seen):
    note = f'{{% include note.html content="This article was originally published on [Example News]({NEWS})" %}}'
    assert sources(seen(credit_lines.observe, media="markdown", top=note)) == [(("Example News",), NEWS)]
    caption = f'{{% include image.html caption="Taken from an article, first published on [Example News]({NEWS})" %}}'
    assert sources(seen(credit_lines.observe, media="markdown", top=caption)) == []


def test_a_sentence_that_begins_with_the_work_speaks_of_it_and_not_of_what_the_one_before_does(seen):
    bio = f"Ann Writer is a data engineer. This article is reposted from [Example News]({NEWS})."
    assert sources(seen(credit_lines.observe, media="markdown", top=bio)) == [(("Example News",), NEWS)]
    data = f"The data is of last year. Reposted from [Example News]({NEWS})."
    assert sources(seen(credit_lines.observe, media="markdown", top=data)) == []


def test_a_label_in_a_footnote_tells_where_a_statement_is_from_and_a_sentence_there_may_credit(seen):
    note = f"[^1]: Source: [Example News]({NEWS})"
    assert sources(seen(credit_lines.observe, media="markdown", end=note)) == []
    told = f"[^1]: This article was originally published on [Example News]({NEWS})."
    assert sources(seen(credit_lines.observe, media="markdown", end=told)) == [(("Example News",), NEWS)]


def test_a_link_behind_a_name_that_is_called_a_link_is_no_part_of_the_name(seen):
    top = f"This article was first published on my Example page [link]({NEWS})"
    assert sources(seen(credit_lines.observe, media="markdown", top=top)) == [(("Example page",), NEWS)]


def test_an_address_behind_a_name_ends_before_the_sentence_s_stop_and_is_told_once(seen):
    top = f"This article was first published on news.example on 25 January 2018 at {NEWS}/."
    found = seen(credit_lines.observe, media="markdown", top=top)
    assert [href for kind, _, href, _ in found if kind == "link_to_original"] == [f"{NEWS}/"]


def test_what_a_work_was_first_published_as_is_its_title_unless_that_is_linked(seen):
    told = 'This article was first published as "How Bread Rises." It said that bread is older than the lake.'
    assert sources(seen(credit_lines.observe, media="markdown", end=told)) == []
    where = 'This article was first published as "How Bread Rises" in Example News.'
    assert sources(seen(credit_lines.observe, media="markdown", end=where)) == [(("Example News",), None)]
    linked = f"This article was first published as [How Bread Rises]({NEWS})."
    assert [href for _, href in sources(seen(credit_lines.observe, media="markdown", end=linked))] == [NEWS]


def test_what_is_told_of_at_a_paragraph_s_end_has_its_original_there_and_the_page_on_a_line_of_its_own(seen):
    told = (
        "The group has asked its members what keeps them from taking part, and the answers are telling for all of us who bake. "
        * 2
    )
    said = f"See the original article at [Example News]({NEWS})."
    assert sources(seen(credit_lines.observe, media="markdown", top=told + said)) == []
    assert sources(seen(credit_lines.observe, media="markdown", top=said)) == [(("Example News",), NEWS)]


def test_where_the_name_is_none_the_address_behind_it_tells_the_source(seen):
    top = f"Original article was published on the news: {NEWS}"
    assert sources(seen(credit_lines.observe, media="markdown", top=top)) == [(("news.example",), None)]
    home = f"Original article was published on the news: {HOME}"
    assert sources(seen(credit_lines.observe, media="markdown", top=home)) == []


def test_what_says_that_it_is_of_the_page_is_no_reference_though_it_links_several(seen):
    end = f"本文译自 [How Bread Rises]({NEWS})，其实[以前有人翻译过](https://other.example/2023/bread)。"
    assert [href for _, href in sources(seen(credit_lines.observe, media="markdown", end=end))] == [NEWS]


BELOW = [
    pytest.param("本文转载自示例新闻：", f"[河流]({NEWS})", id="a link, which a colon announces"),
    pytest.param(
        "本文转载自[张三](https://people.example/zhang)，原文链接，",
        f"[河流]({NEWS})",
        id="behind a link to the author",
    ),
    pytest.param("本文转载自示例新闻", NEWS, id="an address, which nothing announces"),
    pytest.param("::: warning 转载声明", f"- [河流]({NEWS})", id="a link below words that name nobody"),
]


@pytest.mark.parametrize(("line", "below"), BELOW)
def test_the_original_is_on_the_line_below(seen, line, below):
    found = seen(credit_lines.observe, media="markdown", top=f"{line}\n\n{below}")
    assert [href for kind, _, href, why in found if kind == "link_to_original" and why is None] == [NEWS]


def test_a_picture_below_is_no_link_that_was_announced(seen):
    top = f"<p>Article from <a href='{NEWS}'>Example News</a>:</p><p><a href='/river.png'><img src='/river-small.png'></a></p>"
    found = seen(credit_lines.observe, top=top)
    assert (Kind.LINK_TO_ORIGINAL, ("Example News",), NEWS, None) in found


def test_a_link_below_that_nothing_announces_is_another_story(seen):
    found = seen(credit_lines.observe, media="markdown", end=f"本文转载自示例新闻\n\n[另一条新闻]({NEWS})")
    assert [kind for kind, *_ in found] == ["source_attribution"]


@pytest.mark.parametrize(
    "top",
    [
        pytest.param(f"作者：张三\n\n链接：{NEWS}\n\n来源：示例新闻", id="before"),
        pytest.param(f"来源：示例新闻\n\n链接：{NEWS}\n\n作者：张三", id="behind"),
    ],
)
def test_a_label_beside_has_the_address(seen, top):
    assert ("link_to_original", ("示例新闻",), NEWS, None) in seen(credit_lines.observe, media="markdown", top=top)


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        pytest.param("Source: [Ann](https://news.example/status/4711)", True, id="an article"),
        pytest.param("Source: [Ann](https://x.com/ann/status/4711)", False, id="near miss: a microblog"),
    ],
)
def test_a_post_of_a_microblog_is_no_whole_article(scene_of, line, sure):
    found = credit_lines.observe(scene_of(media="markdown", top=line))
    assert {ack.certain for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION} == {sure}


@pytest.mark.parametrize("name", ["examplenews", "Example News"])
def test_a_name_of_another_script_needs_no_capital(seen, name):
    assert [names for _, names, *_ in seen(credit_lines.observe, top=f"<p>本文转载自{name}</p>")] == [(name,)]


@pytest.mark.parametrize(
    "line", ["Este artículo no es de mi autoría.", "本文的原作者是 Ann Writer。", "This article was not written by me."]
)
def test_words_that_say_only_that_a_work_is_anothers(seen, line):
    assert [(kind, names) for kind, names, *_ in seen(credit_lines.observe, top=f"<p>{line}</p>")] == [
        ("source_attribution", ())
    ]


def test_the_link_of_a_name_to_a_home_page_gives_way_to_the_article(seen):
    top = "> [Ann](https://ann.example/)님의 [How Bread Rises](https://news.example/bread)을 번역하였습니다."
    found = seen(credit_lines.observe, media="markdown", top=top)
    assert [href for kind, _, href, _ in found if kind == "source_attribution"] == ["https://news.example/bread"]


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        pytest.param("原文地址：https://news.example/2023/bread", True, id="an article"),
        pytest.param("原文地址：https://news.example/", False, id="near miss: a home page"),
    ],
)
def test_a_home_page_as_a_work_s_address_may_be_the_site_s_own(scene_of, line, sure):
    found = credit_lines.observe(scene_of(media="markdown", end=line))
    assert {ack.certain for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION} == {sure}


@pytest.mark.parametrize(
    ("below", "sure"),
    [
        pytest.param("作者：Ann Writer 译者：李小禾", True, id="an author and a translator"),
        pytest.param("作者：Ann Writer", False, id="near miss: an author"),
    ],
)
def test_a_clue_above_a_translator_s_name_tells_the_original(scene_of, below, sure):
    found = credit_lines.observe(scene_of(media="markdown", end=f"via: {NEWS}\n\n{below}"))
    assert {ack.certain for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION} == {sure}


def test_an_address_in_what_others_must_do_is_that_of_the_source_that_is_named_before_it(seen):
    end = f"<p>本文来自示例新闻，转载请标明出处：<a href='{NEWS}'>{NEWS}</a></p>"
    assert ("link_to_original", ("示例新闻",), NEWS, None) in seen(credit_lines.observe, end=end)


def test_a_named_site_s_own_article_tells_more_than_its_home_page(seen):
    top = f"> 本文转载自：[示例新闻](https://news.example)\n> 译者：李小禾\n> 链接：{NEWS}\n"
    found = seen(credit_lines.observe, media="markdown", top=top)
    assert [(names, href) for kind, names, href, _ in found if kind == "source_attribution"] == [(("示例新闻",), NEWS)]


@pytest.mark.parametrize(
    ("below", "sure"),
    [pytest.param("往期推荐", [True], id="a list"), pytest.param("往期作品", [], id="near miss: no list")],
)
def test_what_stands_above_a_list_of_other_articles_is_at_the_text_s_end(scene_of, below, sure):
    end = f"转载自：示例新闻\n\n**{below}**\n\n" + "1\n\n[河流](https://host.example/x)\n\n" * 6
    found = credit_lines.observe(scene_of(media="markdown", end=end))
    assert [ack.certain for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION] == sure


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("文章首发于我的公众号：江城夜读", [], id="the author's own account"),
        pytest.param(f"文章首发于我的专栏：[河流]({NEWS})", ["我的专栏"], id="with an article's link"),
        pytest.param("文章首发于公众号：江城夜读", ["江城夜读"], id="another's account"),
    ],
)
def test_what_came_out_in_the_author_s_own_account_is_no_copy(scene_of, line, names):
    found = credit_lines.observe(scene_of(media="markdown", end=f"> {line}\n"))
    assert [name for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION for name in ack.names] == names


@pytest.mark.parametrize(
    ("between", "sure"),
    [
        pytest.param("[面包](https://host.example/b)\n\n" * 5 + "2026-06-17", [True], id="links and a date"),
        pytest.param("面包要烤很久。\n\n" * 6, [], id="near miss: text"),
    ],
)
def test_links_above_the_title_of_such_a_list_are_no_text(scene_of, between, sure):
    end = f"转载自：示例新闻\n\n{between}\n\n往期回顾\n\n" + "1\n\n[河流](https://host.example/x)\n\n" * 6
    found = credit_lines.observe(scene_of(media="markdown", end=end))
    assert [ack.certain for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION] == sure


@pytest.mark.parametrize(
    ("source", "dead"),
    [('<a href="#note">Example News</a>', [True]), ('Example News <a href="#note">[1]</a>', [])],
    ids=["on the name", "a note's number"],
)
def test_a_link_to_a_note_on_the_page_is_none_to_an_original(scene_of, source, dead):
    found = credit_lines.observe(scene_of(end=f"<p>This article was originally published by {source}.</p>"))
    assert [ack.broken == "dead_link" for ack in found if ack.kind is Kind.LINK_TO_ORIGINAL] == dead


def of(found, kind):
    """Whether each acknowledgement of a kind leaves no doubt."""
    return [ack.certain for ack in found if ack.kind.value == kind]


BEHIND_A_PERSON = [
    pytest.param(f'By Ann Writer, <a href="{NEWS}">Riverwire</a>. July 4, 2019', [True], id="the article"),
    pytest.param(f'By <a href="/ann">Ann Writer</a> | <a href="{NEWS}">Riverwire</a>', [True], id="a linked person"),
    pytest.param(f'By Ann Writer, <a href="{HOME}">Riverwire</a>', [], id="near miss: no article"),
    pytest.param(f'By Ann Writer, <a href="{NEWS}">Bo Reader</a>', [], id="near miss: another person"),
    pytest.param(f'By Ann Writer, <a href="{NEWS}">The Road</a> and other books', [], id="near miss: a clause"),
    pytest.param(f'By Ann Writer, author of <a href="{NEWS}">The Road</a>', [], id="near miss: what she wrote"),
]


@pytest.mark.parametrize(("line", "sure"), BEHIND_A_PERSON)
def test_the_name_behind_an_author_that_links_the_article(scene_of, line, sure):
    assert of(linked_names.observe(scene_of(top=f"<p>{line}</p>")), "source_attribution") == sure


LAST = [
    pytest.param(f"<p>{NEWS_LINK}</p>", [False], id="an address"),
    pytest.param(f"<p>» {NEWS_LINK}</p>", [False], id="behind a mark"),
    pytest.param(f'<p><a href="{NEWS}">The river rises</a></p>', [], id="near miss: a title"),
    pytest.param(f"<p>{NEWS_LINK}</p><p>{NEWS_LINK}2</p>", [], id="near miss: two of them"),
    pytest.param(f"<p>See {NEWS_LINK}</p>", [], id="near miss: a sentence"),
]


@pytest.mark.parametrize(("end", "sure"), LAST)
def test_an_address_that_is_the_last_line_may_be_the_original_s(scene_of, end, sure):
    assert of(linked_names.observe(scene_of(end=end)), "source_attribution") == sure


def test_what_stands_below_several_headings_is_a_list_of_what_to_read(scene_of):
    item = f'<h3>{{}}</h3><p>First published in <a href="{NEWS}">Example News</a>, it asks who owns a river.</p>'
    assert certain(scene_of(end=item.format("The river"))) == [True]
    assert certain(scene_of(end=item.format("The river") + item.format("The lake"))) == []


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        pytest.param("Dieser Text ist zuerst in unserem Magazin Pegel erschienen.", [], id="German"),
        pytest.param("Este artículo se publicó originalmente en nuestra revista Caudal.", [], id="Spanish"),
        pytest.param("Cet article a été publié à l'origine dans notre revue Débit.", [], id="French"),
        pytest.param("This article was first published in our magazine, The Gauge.", [], id="English"),
        pytest.param("This article was first published in Our River in Numbers.", [True], id="near miss: a name"),
        pytest.param(
            f'Dieser Text ist zuerst bei unserem Partner <a href="{NEWS}">Beispielpost</a> erschienen.',
            [True],
            id="near miss: a partner that is linked",
        ),
    ],
)
def test_what_is_our_own_is_no_other_s(scene_of, line, sure):
    assert certain(scene_of(end=f"<p>{line}</p>")) == sure


def test_a_magazine_may_be_called_like_a_demand(seen):
    line = f'<p>Fuente: <a href="{NEWS}">Sin Permiso</a></p>'
    assert ("source_attribution", ("Sin Permiso",)) in [found[:2] for found in seen(credit_lines.observe, top=line)]
    for words in ("sin permiso", "SIN PERMISO"):
        assert seen(credit_lines.observe, top=line.replace("Sin Permiso", words)) == []


SECTIONS = "## Bridges\n\n- Built by hand.\n- [Originally published by Ann Writer in Example Letters]({link})\n\n## Mills\n\nNone."


@pytest.mark.parametrize(
    ("end", "credited"),
    [
        pytest.param(SECTIONS.format(link=NEWS), False, id="near miss: what a section's list refers to"),
        pytest.param(
            f"- [Originally published by Ann Writer in Example Letters]({NEWS})", True, id="in a list at the end"
        ),
    ],
)
def test_a_credit_in_a_list(seen, end, credited):
    assert bool(sources(seen(credit_lines.observe, media="markdown", end=end))) is credited


@pytest.mark.parametrize(
    ("end", "credited"),
    [
        pytest.param(
            f"## Mills\n\nMany.\n\n## Ovens\n\nTaken from [Example Docs]({NEWS})\n\nLight the oven.\n\n## Bread\n\nEat.",
            False,
            id="near miss: of one section",
        ),
        pytest.param(f"Taken from [Example Docs]({NEWS})", True, id="of the page"),
    ],
)
def test_a_doubtful_wording_inside_a_section_is_of_that(seen, end, credited):
    assert bool(sources(seen(credit_lines.observe, media="markdown", end=end))) is credited


def test_a_label_above_the_links_of_several_sites_heads_a_list_of_references(scene_of):
    links = "<br>".join(f'<a href="https://{site}.example/2024/how-bread-rises">One</a>' for site in ("news", "daily"))
    parts = {"top": "<h1>How bread rises</h1>", "end": f"<p><strong>Sources:</strong><br>{links}</p>"}
    assert certain(scene_of(**parts)) == []


def test_a_domain_over_a_link_of_the_host_s_own_names_its_site(seen):
    link = '<a href="https://riversidecommons.example/go/?u=aHR0">news.example</a>'
    assert seen(credit_lines.observe, top=f"<p>Source: {link}</p>") == [
        ("source_attribution", ("news.example",), None, None)
    ]


def test_the_name_may_stand_in_the_next_block(seen):
    parts = f'<div><p>This article originally appeared on</p><a href="{NEWS}">Example</a></div>'
    assert [(kind, href) for kind, _, href, _ in seen(credit_lines.observe, top=parts)] == [
        ("source_attribution", None),
        ("link_to_original", NEWS),
    ]


@pytest.mark.parametrize("day", ["12/10/14", "12.10.2014", "2014-10-12"])
def test_a_day_in_figures_ends_a_name(seen, day):
    assert ("source_attribution", ("Example Voice",)) in [
        found[:2]
        for found in seen(credit_lines.observe, end=f"<p>This article was first published in Example Voice {day}</p>")
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Story by Oldtown Review", [("Oldtown Review",)]),
        ("Story by Ann Writer", []),
        ("Originally published April 4, 2019 by the Oldtown Gazette", [("the Oldtown Gazette",)]),
        ("Originally published April 4, 2019 by Ann Writer", []),
        ("In partnership with Example Bank", []),
        ("This article was contributed by Local News", []),
    ],
)
def test_words_that_may_name_a_writer_credit_only_a_paper(scene_of, line, names):
    found = [ack for ack in credit_lines.observe(scene_of(end=f"<p>{line}</p>")) if ack.kind is Kind.SOURCE_ATTRIBUTION]
    assert [ack.names for ack in found] == names
    assert not any(ack.certain or ack.details.get("clue") for ack in found)


@pytest.mark.parametrize(
    ("line", "clue"),
    [("Via Oldtown Gazette", False), ("Via Example Works", True), ("Via Oldtown Gazette: what the river left", True)],
)
def test_a_clue_to_a_paper_and_nothing_else_is_a_doubtful_credit(scene_of, line, clue):
    (found,) = credit_lines.observe(scene_of(end=f"<p>{line}</p>"))
    assert (found.certain, found.details.get("clue", False)) == (False, clue)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Text and photos courtesy of Example Works", [("Example Works",)]),
        ("Photos and text courtesy of Example Works", []),
        ("Credit for this article goes to Example Works.", [("Example Works",)]),
        ("Credit: Example Works", []),
    ],
)
def test_a_picture_s_word_in_a_wording_makes_no_caption_of_it(seen, line, names):
    assert [found[1] for found in seen(credit_lines.observe, end=f"<p>{line}</p>")] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("This story was produced by Example Works. Its newsletter comes on Fridays.", [("Example Works",)]),
        (
            "This story was produced by Example Works and published in partnership with Riverside Commons.",
            [("Example Works",)],
        ),
        ("This story was produced by Example Works, where nobody knew in those days what would come of it.", []),
    ],
)
def test_a_doubtful_wording_is_most_of_a_line_or_all_of_its_first_sentence(seen, line, names):
    assert [found[1] for found in seen(credit_lines.observe, end=f"<p>{line}</p>")] == names


@pytest.mark.parametrize(
    ("line", "hrefs"),
    [
        (f'This post first appeared in our newsletter. Sign up <a href="{HOME}letter">here</a>.', []),
        (f'This post first appeared in our newsletter at <a href="{NEWS}">news.example</a>.', [NEWS]),
    ],
)
def test_what_the_next_sentence_links_is_not_where_our_own_letter_came_out(seen, line, hrefs):
    found = seen(credit_lines.observe, end=f"<p>{line}</p>")
    assert [each[2] for each in found if each[0] == "source_attribution"] == hrefs


@pytest.mark.parametrize(
    ("note", "found_there"),
    [
        (
            "Ce texte d'Anne Plume date un peu,\nmais il reste d'actualité. Il est extrait d'un article paru dans Exemples.",
            True,
        ),
        (
            "L'eau monte depuis la nuit dans les rues,\nmais le pont tient. Il est extrait d'un article paru dans Exemples.",
            False,
        ),
    ],
)
def test_a_note_on_the_text_may_be_set_as_a_quotation_of_several_lines(seen, note, found_there):
    found = seen(credit_lines.observe, top=f"<blockquote><p>{note}</p></blockquote>", lang="fr")
    assert any(kind == "source_attribution" for kind, *_ in found) is found_there


def test_a_sentence_that_opens_with_sure_words_may_stand_in_a_long_note(seen):
    told = (
        "Ce texte, « Le fleuve », a été écrit par Anne Plume. "
        + "L'eau montait, puis baissait, sous les ponts de la ville. " * 3
    )
    credit = "Il a paru d'abord en allemand sous le titre « Der Fluss », dans Exemples."
    found = seen(credit_lines.observe, end=f"<p>{told}{credit}</p>", lang="fr")
    assert [names for kind, names, *_ in found if kind == "source_attribution"] == [("Exemples",)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("This article was first published in Example News on May 3, 2020", "Example News"),
        ("Originally published at Example News by Ann Writer", "Example News"),
        ("Dieser Beitrag erschien zuerst in der Beispielwelle vom 3.5.2020.", "Beispielwelle"),
        ("本文转载自江城周刊，作者：李河", "江城周刊"),
    ],
)
def test_a_link_over_all_of_a_credit_is_not_all_of_it_the_name(seen, line, name):
    found = seen(credit_lines.observe, end=f"<p><a href='https://press.example/a/the-river'>{line}</a></p>")
    assert [names for kind, names, *_ in found if kind == "source_attribution"] == [(name,)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("América/Oldtown/3-5-2020/Autoría: Ana Pluma/Fuente: www.news.example", [(("news.example",), True)]),
        ("发布时间：2024年05月02日 10:20 | 进入论坛讨论这条新闻 | 来源：江城日报", [(("江城日报",), True)]),
        ("2024-05-02 10:20:09来源：江城日报编辑：李小禾", [(("江城日报",), True)]),
        ("http://www.riverside.example 2024-05-02 10:20 来源：江城日报", [(("江城日报",), True)]),
        ("2024-05-02 10:20 来源：网友投稿", []),
        ("The river rose, and the town waited | it is told from many a source: Oldtown among them, and others", []),
    ],
)
def test_a_label_behind_a_bar_a_stroke_or_a_day_is_a_credit(scene_of, line, found):
    scene = scene_of(top=f"<p>{line}</p>")
    assert [
        (ack.names, ack.certain) for ack in credit_lines.observe(scene) if ack.kind is Kind.SOURCE_ATTRIBUTION
    ] == found
