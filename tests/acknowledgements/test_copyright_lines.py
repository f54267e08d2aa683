"""Copyright lines: as values, and where on a page one is another's."""

import pytest

from checker.acknowledgements import copyright_lines
from checker.acknowledgements.copyright_lines import CopyrightLine
from checker.acknowledgements.scene import MOST

# What follows the sign or the word for copyright -> holders, years.
FORMS = [
    pytest.param(
        " Ann Writer, Example News, 2023", ("Ann Writer", "Example News"), "2023", id="author, publisher, year"
    ),
    pytest.param(" 2023 Ann Writer", ("Ann Writer",), "2023", id="year first"),
    pytest.param(" Ann Writer 2023", ("Ann Writer",), "2023", id="year last"),
    pytest.param(" Ann Writer (2023)", ("Ann Writer",), None, id="year in brackets"),
    pytest.param(" 2019-2023 Example News", ("Example News",), "2019-2023", id="a range"),
    pytest.param(" 2019–2023 Example News", ("Example News",), "2019–2023", id="a range with an en dash"),
    pytest.param(" 2019 - 2023 Example News", ("Example News",), "2019 - 2023", id="a range with spaces"),
    pytest.param(" 2019-23 Example News", ("Example News",), "2019-23", id="a short range"),
    pytest.param(" 2019-present Example News", ("Example News",), "2019-present", id="to the present"),
    pytest.param(" 2019, 2021, 2023 Example News", ("Example News",), "2019, 2021, 2023", id="several years"),
    pytest.param(" by Ann Writer", ("Ann Writer",), None, id="by"),
    pytest.param(" 2023 by Ann Writer", ("Ann Writer",), "2023", id="year, by"),
    pytest.param(": Ann Writer", ("Ann Writer",), None, id="a colon"),
    pytest.param(" © 2023 Ann Writer", ("Ann Writer",), "2023", id="word and sign"),
    pytest.param(" (c) 2023 Ann Writer", ("Ann Writer",), "2023", id="word and (c)"),
    pytest.param(" 2023 Ann Writer and Bo Reader", ("Ann Writer", "Bo Reader"), "2023", id="two holders, and"),
    pytest.param(" 2023 Ann Writer & Bo Reader", ("Ann Writer", "Bo Reader"), "2023", id="two holders, &"),
    pytest.param(" 2023 Ann Writer / Example News", ("Ann Writer", "Example News"), "2023", id="two holders, /"),
    pytest.param(" 2023 Anna Schreiber und Bo Leser", ("Anna Schreiber", "Bo Leser"), "2023", id="German and"),
    pytest.param(" 2023 Example News. Reprinted here.", ("Example News",), "2023", id="a full stop ends it"),
    pytest.param(" 2023 Example News Inc.", ("Example News Inc",), "2023", id="a company"),
    pytest.param(" 2023 Example News | Terms of use", ("Example News",), "2023", id="a bar ends it"),
    pytest.param(" 2023 Example News\nThe next line", ("Example News",), "2023", id="the line ends it"),
    pytest.param(" 2023 J. K. Writer", ("J. K. Writer",), "2023", id="initials"),
    pytest.param(" 2023 示例新闻", ("示例新闻",), "2023", id="Chinese"),
    pytest.param(" 2023 Пример Новости", ("Пример Новости",), "2023", id="Russian"),
    pytest.param(" 2023 مثال الاخبار", ("مثال الاخبار",), "2023", id="Arabic"),
    pytest.param(" ۲۰۲۳ Example News", ("Example News",), "۲۰۲۳", id="a year in Persian figures"),
    pytest.param(" مجله نمونه ۱۴۰۲", ("مجله نمونه",), "۱۴۰۲", id="a year of the Iranian calendar"),
    pytest.param(" 2562 สำนักข่าวตัวอย่าง", ("สำนักข่าวตัวอย่าง",), "2562", id="a year of the Thai calendar"),
    pytest.param(" سلمى الكاتبة، المثال ٢٠٢٣", ("سلمى الكاتبة", "المثال"), "٢٠٢٣", id="an Arabic comma and year"),
    pytest.param(" 2023", (), "2023", id="a year and nobody"),
    pytest.param("", (), None, id="nothing"),
]


@pytest.mark.parametrize(("text", "holders", "years"), FORMS)
def test_a_notice_as_a_value(text, holders, years):
    line = CopyrightLine.from_text(text)
    assert line.holders == holders
    assert line.years == years


def test_words_that_reserve_rights_are_no_part_of_the_name():
    line = CopyrightLine.from_text(" 2023 Example News all rights reserved", ("all rights reserved",))
    assert line == CopyrightLine(("Example News",), "2023")


SIGNS = [
    pytest.param(
        "Copyright © Ann Writer, Example News, 2023", ("Ann Writer", "Example News"), "2023", id="word and sign"
    ),
    pytest.param("© Ann Writer, Example News, 2023", ("Ann Writer", "Example News"), "2023", id="sign"),
    pytest.param("ⓒ Ann Writer, 2023", ("Ann Writer",), "2023", id="a circled letter"),
    pytest.param("(c) 2023 Ann Writer", ("Ann Writer",), "2023", id="a letter in brackets"),
    pytest.param("(C) 2023 Ann Writer", ("Ann Writer",), "2023", id="a capital in brackets"),
    pytest.param("COPYRIGHT 2023 ANN WRITER", ("ANN WRITER",), "2023", id="capitals"),
    pytest.param(
        "Copyright 2023 by Ann Writer. All rights reserved.", ("Ann Writer",), "2023", id="all rights reserved"
    ),
    pytest.param(
        "Copyright Example Wire. All rights reserved.", ("Example Wire",), None, id="a word, a name, all rights"
    ),
    pytest.param("© Copyright Example Wire 2023", ("Example Wire",), "2023", id="sign and word"),
    pytest.param("Copyright (2023) Example Wire.", ("Example Wire",), "2023", id="the year in brackets"),
    pytest.param(
        "Copyright 2023 Example News, an Example company. All rights reserved.",
        ("Example News",),
        "2023",
        id="whose company that is",
    ),
    pytest.param(
        "Copyright 2023 by Example News, examplenews.example.", ("Example News",), "2023", id="its address behind it"
    ),
    pytest.param("2023 © Ann Writer", ("Ann Writer",), "2023", id="the year before the sign"),
    pytest.param("版权所有 © 2023 示例新闻", ("示例新闻",), "2023", id="Chinese"),
]


@pytest.mark.parametrize("media", ["html", "markdown"])
@pytest.mark.parametrize(("text", "holders", "years"), SIGNS)
def test_a_copyright_line_on_a_page(scene_of, text, holders, years, media):
    end = f"<p>{text}</p>" if media == "html" else text
    (line,) = copyright_lines.observe(scene_of(media=media, end=end))
    assert line.names == holders
    assert line.details["years"] == years
    assert line.usable


NEAR_MISSES = [
    pytest.param({"end": "<h2>COPYRIGHT AND LICENSE</h2>"}, id="a heading of two subjects"),
    pytest.param({}, id="the host's own footer alone"),
    pytest.param({"end": "<p>© 2024 Riverside Commons</p>"}, id="the host's own, with the article"),
    pytest.param(
        {"after": "</main><footer class='site-footer'><p>© 2024 Our Community Site</p></footer><main>"}, id="a footer"
    ),
    pytest.param(
        {"after": "</main><div class='footer'><p>© 2024 Our Community Site</p></div><main>"}, id="a footer by its class"
    ),
    pytest.param({"end": "<p>Photo © 2023 Ann Writer</p>"}, id="a photo credit"),
    pytest.param({"end": "<p>Image: (c) 2023 Ann Writer</p>"}, id="an image credit"),
    pytest.param({"top": "<p>A square in Oldtown. © ANN WRITER/AFP</p>"}, id="a photographer and an agency"),
    pytest.param(
        {"top": "<p>© Ann Writer , AFP | A square in Oldtown, on Friday</p>"},
        id="a photographer before a picture's words",
    ),
    pytest.param({"end": "<figure><figcaption>© Ann Writer, 2023</figcaption></figure>"}, id="a caption"),
    pytest.param(
        {"inside": "The copyright owner must be asked, and copyright law says so."}, id="the word in running text"
    ),
    pytest.param(
        {"end": "<p>If you wish to use copyrighted material you must request permission from the copyright owner.</p>"},
        id="a notice that speaks of it",
    ),
    pytest.param(
        {"top": "<div><div><img src=wall.jpg></div><div><div>© Ann Writer/Example Pictures</div></div></div>"},
        id="below a picture in elements of its own",
    ),
    pytest.param(
        {"top": "<p><span><img src=wall.jpg> <span>The wall, 16 March 2019 © A. Writer</span></span></p>"},
        id="behind a picture in one paragraph",
    ),
    pytest.param(
        {"end": "<p>© A. Writer</p><p>© B. Reader</p><p>© C. Author</p>"}, id="many pictures' lines, without a year"
    ),
    pytest.param({"end": "<p>© we only think that it is pretty cool</p>"}, id="a sign that begins a sentence"),
    pytest.param({"end": "<p>© 2024 Riverside Commons LLC</p>"}, id="the host's company"),
    pytest.param({"end": "<p>Copyright © 2023</p>"}, id="a year and nobody"),
    pytest.param({"end": "<p>© 原作者</p>"}, id="a holder without a name"),
    pytest.param({"end": "<p>版权归该资源的合法拥有者所有</p>"}, id="whoever is the holder"),
    pytest.param({"after": "<section id='comments'><p>© 2023 Ann Writer</p></section>"}, id="a reader's comment"),
    pytest.param({"after": "</main><aside class='sidebar'><p>© 2023 Ann Writer</p></aside><main>"}, id="the sidebar"),
    pytest.param({"inside": "There are three ways: (a) up, (b) down, (c) across the river."}, id="an enumeration"),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_copyright_line(seen, parts):
    assert seen(copyright_lines.observe, **parts) == []


@pytest.mark.parametrize(
    ("markup", "why"),
    [('<p style="display:none">{}</p>', "display_none"), ("<p hidden>{}</p>", "hidden"), ("<!-- {} -->", "comment")],
    ids=["display:none", "hidden", "comment"],
)
def test_a_line_that_readers_cannot_see_is_listed_as_hidden(seen, markup, why):
    end = markup.format("Copyright © Ann Writer, Example News, 2023")
    assert seen(copyright_lines.observe, end=end) == [("copyright_line", ("Ann Writer", "Example News"), None, why)]


def test_the_evidence_is_the_line_and_its_place(scene_of):
    scene = scene_of(media="markdown", end="The end  \nCopyright © [Ann Writer](#), [Example News](#), 2023")
    (line,) = copyright_lines.observe(scene)
    assert line.evidence.text == "Copyright © Ann Writer, Example News, 2023"
    assert (line.evidence.line, line.evidence.column) == (16, 1)


def test_no_more_lines_are_looked_at_than_are_kept(scene_of):
    scene = scene_of(end="<p>© 2024 Ann Writer</p>" * (MOST + 50))
    assert len(list(copyright_lines.observe(scene))) == MOST


def test_the_page_of_an_author_on_the_host_tells_of_no_publisher(scene_of):
    own = "https://riversidecommons.example/authors/ann"
    line = f'<p>© <a href="{own}">Ann Writer</a>, <a href="https://news.example/1">Example News</a>, 2016</p>'
    (found,) = copyright_lines.observe(scene_of(end=line))
    assert found.evidence.href == "https://news.example/1"


@pytest.mark.parametrize(("footer", "found"), [("© 2024 Riverbank Media, Inc.", 0), ("© 2024 Riverside", 1)])
def test_a_notice_of_whoever_the_site_s_footer_names_is_the_site_s_own(seen, footer, found):
    parts = {"end": "<p>Copyright 2024 Riverbank Media, Inc. All rights reserved.</p>"}
    parts["after"] = f"</main><footer><p>{footer}</p></footer><main>"
    assert len(seen(copyright_lines.observe, **parts)) == found
