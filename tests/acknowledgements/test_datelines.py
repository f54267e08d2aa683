"""Datelines: a known publisher's name with a date, an agency's mark at either end of a text."""

from dataclasses import replace

import pytest

from checker.acknowledgements import datelines, linked_names, name_lines, unique

TALKS = "Die Gespräche sind ohne Ergebnis zu Ende gegangen, wie am Dienstagabend mitgeteilt wurde, und gehen weiter."


def _observed(scene):
    """Datelines, and lines that are a name, linked or not."""
    return unique((*name_lines.observe(scene), *linked_names.observe(scene), *datelines.observe(scene)))


RIVER = "The river has come back, and this time it stays for a while, says the town."
FOUND = [
    pytest.param({"top": "<p>Global Research, January 24, 2023</p>"}, "Global Research", id="name and date"),
    pytest.param(
        {"top": "<p>Global Research 24 January 2023</p>"}, "Global Research", id="name and date without a comma"
    ),
    pytest.param(
        {"top": "<p>globalresearch, January 24, 2023</p>"}, "globalresearch", id="another way to write the name"
    ),
    pytest.param(
        {"top": "<p>BERLIN (dpa) - The river has come back, and this time it stays for a while, says the town.</p>"},
        "dpa",
        id="an agency's mark",
    ),
    pytest.param(
        {
            "top": "<p>LONDON (Reuters) – The river has come back, and this time it stays for a while, says the town.</p>"
        },
        "Reuters",
        id="an en dash",
    ),
    pytest.param(
        {"top": "<p>ŁÓDŹ (Reuters) The river has come back, and this time it stays for a while, says the town.</p>"},
        "Reuters",
        id="a place whose first letter has a stroke",
    ),
    pytest.param({"end": "<p>(AFP)</p>"}, "Agence France-Presse", id="a mark behind the last word"),
    pytest.param(
        {"end": "<p>Some three hundred people had left their houses by noon, the mayor said. (AFP)</p>"},
        "Agence France-Presse",
        id="a mark that ends a short last paragraph",
    ),
    pytest.param(
        {
            "top": "<p>What a summary says in more than eighty characters, as summaries do where they are long</p>"
            "<p>News</p><p>Print</p><p>Mail</p><p>A</p><p>BERLIN (dpa) - The river has come back, and this time it stays "
            "for a while, says the town.</p>"
        },
        "dpa",
        id="below a summary and what stands around a byline",
    ),
    pytest.param(
        {
            "top": "<h2>What a heading says in more than eighty characters, as the headings of some papers do for long</h2>"
            f"<ul>{'<li>What an item of a list of highlights says in more than eighty characters, as they often do</li>' * 3}</ul>"
            "<p>Share</p><p>By Ann Writer, Associated Press</p>"
        },
        "Associated Press",
        id="a byline below a list of highlights",
    ),
    pytest.param({"top": "<p>Associated Press in Oldtown</p>"}, "The Associated Press", id="an agency's office"),
    pytest.param(
        {"head": '<meta name="dc.source" content="Example Skies">', "top": "<div>Example Skies</div>"},
        "Example Skies",
        id="a name alone that the metadata gives the source",
    ),
    pytest.param({"top": f"<p>Altstadt, 3. März (KNA) {TALKS}</p>"}, "KNA", id="a place, a date, a mark and no dash"),
    pytest.param({"top": f"<p>Altstadt. (dpa) {TALKS}</p>"}, "dpa", id="a place with a full stop"),
    pytest.param(
        {"top": f"<p>OLDTOWN (WXYZ/AP) — {TALKS}</p>"}, "The Associated Press", id="a station's letters and a mark"
    ),
    pytest.param({"top": f"<p>(RP/dpa) {TALKS}</p>"}, "dpa", id="a paper's own letters and a mark"),
    pytest.param(
        {"top": "<p>Oldtown, Utopia | AFP | Tuesday 3/3/2020 - 10:00 UTC+1</p>"},
        "Agence France-Presse",
        id="between bars",
    ),
    pytest.param({"top": "<p>12.03.2020, 14:05 Uhr | dpa</p>"}, "dpa", id="a date with a time, and the name"),
    pytest.param(
        {"top": "<p>The Associated Press · Posted: Mar 03, 2020 4:00 PM ET | Last Updated: March 3, 2020</p>"},
        "The Associated Press",
        id="a name before dates with their labels",
    ),
    pytest.param({"top": "<p>dpa/Riverside Commons</p>"}, "dpa", id="an agency and the host"),
    pytest.param(
        {"end": "<p>Some three hundred people had left their houses by noon, the mayor told the council -- AFP</p>"},
        "Agence France-Presse",
        id="a mark behind a dash and no full stop",
    ),
    pytest.param({"top": "<p>新华社北京1月11日电题:河水回来了</p>"}, "Xinhua", id="a cable's head on a short line"),
    pytest.param({"top": f"<p>JNS.org – {RIVER}</p>"}, "JNS", id="a mark and a dash without a place"),
    pytest.param({"top": f"<p>REUTERS, 25th MAY, 2017-{RIVER}</p>"}, "Reuters", id="a mark before the day and a dash"),
    pytest.param(
        {"top": f"<p>HAVANA, Cuba, Apr 29 (acn) {RIVER}</p>"}, "Cuban News Agency", id="a mark in small letters"
    ),
    pytest.param(
        {"top": f"<p>参考消息网1月27日报道 {RIVER}</p>"}, "参考消息", id="a mark, the day and the word for reported"
    ),
    pytest.param({"top": f"<p>央广网北京3月19日消息(记者 王小明) {RIVER}</p>"}, "央广网", id="and the word for news"),
    pytest.param({"top": "<p>22 mars 2019 à 17h56 par AFP</p>"}, "AFP", id="a date, and by whom"),
    pytest.param({"top": "<p>Redacción BBC Mundo</p>"}, "BBC Mundo", id="whose staff"),
    pytest.param(
        {"top": "<p>By The Sports Xchange</p>"}, "The Sports Xchange", id="an agency for sports in the author's place"
    ),
    pytest.param({"top": f"<p>Oldtown (Mizzima) – {RIVER}</p>"}, "Mizzima", id="an agency of exiles"),
    pytest.param(
        {"top": f"<p>Oldtown taz | {RIVER} {RIVER}</p>"},
        "taz",
        id="before a bar",
    ),
    pytest.param(
        {"top": f"<p>{RIVER} {RIVER}</p><p>PTI | Oldtown | Updated: 03-03-2020 09:55 IST</p>"},
        "PTI",
        id="a byline with a place and a day below a summary",
    ),
    pytest.param(
        {"top": "<p>By Ann Writer</p><p>The New York Times</p><p>March 3, 2020</p>"},
        "The New York Times",
        id="a paper that others print, above a day",
    ),
    pytest.param(
        {"top": f"<p>{RIVER} {RIVER}</p><p>Friday July 4, 2003</p><p>The Guardian</p>"},
        "The Guardian",
        id="a paper that others print, below a day",
    ),
    pytest.param({"top": "<p>Ann Writer,news.example</p>"}, "news.example", id="a writer and a domain"),
    pytest.param({"end": "<p>— source news.example</p>"}, "news.example", id="a label and a domain"),
    pytest.param({"end": "<p>mbo/AFP</p>"}, "Agence France-Presse", id="an editor's initials and a mark"),
    pytest.param(
        {"top": "<p>By Ann Writer | Example News Service</p>"},
        "Example News Service",
        id="what calls itself an agency, at the end of a byline",
    ),
    pytest.param(
        {"top": "<h1>How bread rises</h1><p>Ann Writer, Los Angeles Times on Sep 28, 2021</p>"},
        "Los Angeles Times",
        id="a paper and a date behind a writer",
    ),
    pytest.param({"end": "<p>〔共同〕</p>"}, "Kyodo News", id="in Japanese brackets"),
    pytest.param({"top": f"<p>【ロンドン共同】{RIVER}</p>"}, "Kyodo News", id="with its place in Japanese brackets"),
    pytest.param({"top": f"<p>[東京 20日 ロイター] - {RIVER}</p>"}, "Reuters", id="with its place and day in brackets"),
    pytest.param({"top": f"<p>新华社北京11月17日电 {RIVER}</p>"}, "Xinhua", id="before the word for a cable"),
    pytest.param({"top": f"<p>(서울=연합뉴스) {RIVER}</p>"}, "Yonhap News Agency", id="behind its place in brackets"),
    pytest.param({"top": f"<p>МОСКВА, 20 фев - РИА Новости. {RIVER}</p>"}, "RIA Novosti", id="behind place and day"),
    pytest.param({"top": f"<p>Москва. 20 февраля. INTERFAX.RU - {RIVER}</p>"}, "Interfax", id="before a dash"),
    pytest.param({"top": f"<p>МОСКВА, 20 февраля. /ТАСС/. {RIVER}</p>"}, "TASS", id="between bars"),
    pytest.param({"end": "<p>dpa/lby</p>"}, "dpa", id="a mark with a regional service, without brackets"),
    pytest.param({"end": "<p>(TT)</p>"}, "TT Nyhetsbyrån", id="a mark of two letters in brackets"),
    pytest.param(
        {"top": "<p><span>2020.03.12 10:28</span><span>MTI</span></p>"},
        "MTI",
        id="a date that only a style sheet parts",
    ),
    pytest.param({"top": "<p><b>MTI</b><i>2020.03.12 10:28</i></p>"}, "MTI", id="a name that only a style sheet parts"),
    pytest.param(
        {"top": "<p>2020. 03. 12., 11:16 forrás: MTI</p>"}, "MTI", id="a label in a language without wordings"
    ),
    pytest.param(
        {"top": "<p>Ann Writer | Associated Press</p>"}, "Associated Press", id="somebody and an agency below the title"
    ),
    pytest.param({"end": "<p>--IANS<br>ab/cde</p>"}, "Indo-Asian News Service", id="a mark above initials"),
    pytest.param({"top": f"<p>Oldtown/dpa. {TALKS}</p>"}, "dpa", id="a place and a bar"),
    pytest.param({"end": "<p>(c)AFP</p>"}, "Agence France-Presse", id="behind a sign in brackets"),
    pytest.param({"end": "<p>〔AFP＝時事〕</p>"}, "Agence France-Presse", id="with a partner in Japanese brackets"),
    pytest.param(
        {"top": f"<p>（ブルームバーグ）： {RIVER.replace('The', '川')}</p>"}, "Bloomberg", id="before a Japanese text"
    ),
    pytest.param({"end": "<p>PTI ABC DE DE</p>"}, "Press Trust of India", id="a mark before initials"),
    pytest.param({"end": "<p>Izvor: MTI</p>"}, "MTI", id="such a label below the text"),
    pytest.param({"top": "<p>IANS / Updated: Mar 5, 2020, 10:22 IST</p>"}, "IANS", id="a date with its label and zone"),
    pytest.param({"top": f"<p>OLDTOWN, March 5 (EXA) -- {RIVER}</p>"}, "EXA", id="a cable of an unknown agency"),
    pytest.param(
        {"top": f"<p>OLDTOWN, March 5 (Old River News Service) - {RIVER}</p>"},
        "Old River News Service",
        id="a cable of what calls itself an agency",
    ),
    pytest.param(
        {"top": f"<p>(Old River News Service) -- {RIVER}</p>"}, "Old River News Service", id="the same without a place"
    ),
    pytest.param({"top": "<p>PARIS - AFP</p>"}, "Agence France-Presse", id="a place in capitals before the mark"),
    pytest.param({"top": "<p>Source AFP</p>"}, "AFP", id="a label without a colon"),
    pytest.param({"top": "<p>AFP / le 5 mars 2020 à 10h22</p>"}, "AFP", id="a bar before a date"),
    pytest.param(
        {"top": "<p><b>World News</b><i>Press Trust of India</i><u>Mar 05, 2020 10:22 am IST</u></p>"},
        "Press Trust of India",
        id="a name between a section and a date",
    ),
    pytest.param(
        {"top": "<p><b>By Xinhua</b> <i>Published: Mar 05, 2020 10:22 AM</i></p>"},
        "Xinhua",
        id="a name behind a label beside a date behind one",
    ),
    pytest.param({"top": "<p>Publicado por: Agencia EFE</p>"}, "Agencia EFE", id="who published it"),
    pytest.param({"top": "<p>05.03.2020 · Passau (dpa)</p>"}, "dpa", id="the day, a place and a name"),
    pytest.param({"top": "<p>AFP / Évreux</p>"}, "AFP", id="a place behind a stroke"),
    pytest.param(
        {"top": "<p>(Agence France-Presse) Paris ● Sun, March 5, 2020</p>"},
        "Agence France-Presse",
        id="a name in brackets, a place and the day",
    ),
    pytest.param(
        {
            "head": '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Associated Press"}}</script>',
            "top": f"<p>OLDTOWN (AP) — {RIVER}</p>",
        },
        "The Associated Press",
        id="an agency that the metadata calls the site",
    ),
    pytest.param({"end": f"<p>{TALKS} (APA, 5.3.2020)</p>"}, "APA", id="a mark with a date that ends a text"),
    pytest.param({"end": "<p>- AP</p>"}, "The Associated Press", id="two letters behind a dash"),
    pytest.param({"end": "<p>Agence France-Presse (AFP)</p>"}, "Agence France-Presse", id="a name and its letters"),
    pytest.param(
        {"top": "<p>MADRID, 05 (EUROPA PRESS)</p>"}, "EUROPA PRESS", id="a place and a mark in a line of their own"
    ),
    pytest.param(
        {"top": f"<p>[서울=뉴시스] 김기자 기자 = {'강이 돌아왔다. ' * 9}</p>"}, "Newsis", id="in Korean brackets"
    ),
    pytest.param(
        {"top": f"<p>（中央社記者王小明台北5日電）{'河水回來了。' * 12}</p>"},
        "Central News Agency",
        id="a cable in brackets",
    ),
]


@pytest.mark.parametrize(("parts", "name"), FOUND)
def test_a_dateline_names_its_source(seen, parts, name):
    assert [found[:2] for found in seen(_observed, **parts)] == [("source_attribution", (name,))]


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://www.globalresearch.ca/the-river/123", ("link_to_original", None)),
        ("https://www.globalresearch.ca", ("link_to_publisher", None)),
        ("#", ("link_to_original", "dead_link")),
    ],
    ids=["to the article", "to the home page", "to nowhere"],
)
def test_the_link_of_a_dateline(seen, href, expected):
    source, *links = seen(_observed, top=f'<p><a href="{href}">Global Research</a>, January 24, 2023</p>')
    assert source == ("source_attribution", ("Global Research",), href, None)
    assert expected in [(kind, why) for kind, _, to, why in links if to == href]
    assert [link for link in links if link[0] == "link_to_original" and not link[3] and expected[0] != link[0]] == []


def test_the_place_of_a_dateline_is_that_of_its_line(scene_of):
    scene = scene_of(media="markdown", top="By Ann Writer  \nGlobal Research, January 24, 2023")
    (source,) = _observed(scene)
    assert (source.evidence.text, source.evidence.line, source.evidence.column) == (
        "Global Research, January 24, 2023",
        4,
        1,
    )


NEAR_MISSES = [
    pytest.param(
        {"top": "<p>The rover takes a picture of itself on the hill, in this image of July. (NASA/AP)</p>"},
        id="two owners of a picture",
    ),
    pytest.param({"end": "<p>Mit Material der dpa</p>"}, id="an agency's help, in German"),
    pytest.param({"end": f"<p>{TALKS} {TALKS} (etwa nach /unstable oder /sid).</p>"}, id="a path in brackets"),
    pytest.param({"top": "<p>Oldtown taz | Menu | Search</p>"}, id="a menu"),
    pytest.param(
        {"top": f"<p>A request for information (RFI) – {RIVER}</p>"}, id="letters that stand for something else"
    ),
    pytest.param({"top": f"<p>© Ann Writer, AFP | {RIVER} {RIVER}</p>"}, id="a picture's credit before its words"),
    pytest.param({"top": f"<p>Ann Writer AFP | {RIVER} {RIVER}</p>"}, id="a photographer before a picture's words"),
    pytest.param({"top": "<p>By Ann Writer | Photos by Bo Reader, AP</p>"}, id="whose pictures an agency's are"),
    pytest.param({"top": "<p>Bridge - AFP</p>"}, id="a word before the mark"),
    pytest.param({"top": "<p>Ann Writer, riversidecommons.example</p>"}, id="a writer and the host's own domain"),
    pytest.param({"top": "<p>The New York Times</p><p>It came early</p>"}, id="a paper above no day"),
    pytest.param({"top": f"<p>JNS – which few read here – says: {RIVER}</p>"}, id="an aside behind a name"),
    pytest.param({"top": f"<p>OLDTOWN, Pa. (WXYZ) -- {RIVER}</p>"}, id="a station's letters without a date"),
    pytest.param({"top": f"<p>OLDTOWN (Old River Works) -- {RIVER}</p>"}, id="a name that tells no agency"),
    pytest.param(
        {
            "head": '<meta name="application-name" content="Riverside EXA English">',
            "top": f"<p>OLDTOWN, March 5 (EXA) -- {RIVER}</p>",
        },
        id="a cable with letters that the site has in its name",
    ),
    pytest.param({"top": f"<p>Oldtown, March 5 (EXA) -- {RIVER}</p>"}, id="no cable: small letters"),
    pytest.param(
        {"top": f"<p>Reuters, founded in 1851, is an agency. {RIVER}</p>"}, id="a mark before a year in a sentence"
    ),
    pytest.param({"top": f"<p>美联社1月27日报道称{RIVER}</p>"}, id="what an agency reported, in a sentence"),
    pytest.param({"end": "<p>- AP Statistics</p>"}, id="two letters and another word behind a dash"),
    pytest.param({"top": "<p>Source code AFP</p>"}, id="more than a name behind the label"),
    pytest.param({"top": "<p>The bridge on Tuesday (AFP)</p>"}, id="words before a mark in a line of their own"),
    pytest.param({"top": f"<p>{TALKS[:-1]} (APA, 5 Mitglieder)</p>"}, id="a mark with other figures"),
    pytest.param({"top": "<p>Ann Writer/AFP</p>"}, id="a photographer and an agency"),
    pytest.param({"top": "<p><a href='/topics/nasa'>NASA</a></p>"}, id="a topic of the site's"),
    pytest.param({"top": "<p>The Bridge, Old Road (Reuters), 5.3.2020</p>"}, id="more than a place"),
    pytest.param({"top": "<p>Ann Writer / AFP, March 5, 2020</p>"}, id="a photographer, an agency and a day"),
    pytest.param(
        {"top": f"<p>Anglers for Progress (AFP) says so in a letter. {TALKS}</p>"}, id="a sentence that goes on"
    ),
    pytest.param(
        {"top": f"<p>Anglers for Progress (AFP), which some say is paid for by the mill, {'says so ' * 10}.</p>"},
        id="letters that an agency has too, in a sentence",
    ),
    pytest.param(
        {"top": f"<p>The wall is said to {'hold for long and ' * 16} longer ( AFP/Getty Images )</p>"},
        id="an agency and a dealer in pictures",
    ),
    pytest.param(
        {"top": "<div><div><img src=wall.jpg></div><div><p><span>AP</span></p></div></div>"}, id="below a picture"
    ),
    pytest.param(
        {
            "after": "<p>PHOENIX (AP) — Another town has asked for help, and for a wall that is higher than this one.</p>"
        },
        id="another article's dateline, behind the text",
    ),
    pytest.param({"end": "<p>A teaser</p><p>AFP</p><p>A teaser</p><p>Reuters</p>"}, id="a list of articles"),
    pytest.param({"top": "<p>Reuters contributed to this report</p>"}, id="an agency's help"),
    pytest.param({"top": "<p class='byline'>Von Ann Writer, mit Material der dpa</p>"}, id="an agency's material"),
    pytest.param({"top": "<p class='byline'>La Gazette avec AFP</p>"}, id="a paper with an agency's help"),
    pytest.param({"top": f"<p>【共同声明】{RIVER}</p>"}, id="another word that begins with an agency's"),
    pytest.param(
        {"after": "<div><p>Another story</p><p>By Ann Writer, Associated Press</p></div>"},
        id="the byline of the next article",
    ),
    pytest.param(
        {"end": "<p>Ann Writer is a senior writer for Bloomberg Riverweek in Oldtown.</p>"}, id="what the author does"
    ),
    pytest.param({"top": "<p>Reuters Rivers</p>"}, id="another name that goes on behind an agency's"),
    pytest.param({"top": "<p>By Ann Writer, Riverside Commons</p>"}, id="somebody of the host's"),
    pytest.param({"top": "<p>Bloomberg Riverweek</p>"}, id="another name that begins with an agency's"),
    pytest.param(
        {
            "top": f"<p>The mayor hands the chain to her successor in the town hall {'on Monday ' * 20}(Ann Writer/AFP)</p>"
        },
        id="an agency's photographer",
    ),
    pytest.param(
        {"head": '<meta name="source" content="Riverside Commons">', "top": "<div>Riverside Commons</div>"},
        id="metadata that gives the host",
    ),
    pytest.param(
        {"head": '<meta name="source" content="Example Skies">', "inside": "Example Skies"}, id="the name in the text"
    ),
    pytest.param({"top": "<p>Sometown, January 24, 2023</p>"}, id="a town and a date"),
    pytest.param(
        {
            "end": "<ul><li><a href='https://news.example/river'>OLDTOWN (AP) - Another river has come back</a></li>"
            "<li>The last of the teasers</li></ul>"
        },
        id="a teaser that begins with a dateline",
    ),
    pytest.param(
        {"after": "<div><h4><a href='/next'>Another story</a></h4><span>Associated Press</span></div>"},
        id="the agency of the next article",
    ),
    pytest.param({"top": "<div><img src=a.jpg><span>Associated Press</span></div>"}, id="a picture's agency beside it"),
    pytest.param({"top": "<p>March 3</p><p>Ann Writer, AP</p>"}, id="somebody and an agency elsewhere"),
    pytest.param({"top": "<p>Fotó: MTI</p>"}, id="a label of a picture in a language without wordings"),
    pytest.param({"top": "<p>Forrás: Riverside Commons</p>"}, id="such a label before the host's name"),
    pytest.param(
        {"end": f"<ul><li>{TALKS} (Reuters)</li><li>{TALKS} (BBC News)</li></ul>"},
        id="a list of news, each with its source",
    ),
    pytest.param(
        {
            "head": '<meta name="application-name" content="Riverside CNA English">',
            "top": f"<p>Oldtown, Nov. 17 (CNA) {TALKS}</p>",
        },
        id="letters that the site has in its name",
    ),
    pytest.param({"top": "<p>Riverside Commons, January 24, 2023</p>"}, id="the host itself"),
    pytest.param({"top": "<p>January 24, 2023</p>"}, id="a date alone"),
    pytest.param({"top": "<p>Global Research and others have written about the water.</p>"}, id="a bare mention"),
    pytest.param({"inside": "<br>Global Research"}, id="a name without a date"),
    pytest.param({"end": "<figure><figcaption>The line on the wall (AP)</figcaption></figure>"}, id="a photo credit"),
    pytest.param(
        {
            "top": "<p>The lake (ap) - is what they call the apron of the dam, and nobody here knows any longer why they do.</p>"
        },
        id="not the agency's letters",
    ),
    pytest.param(
        {"after": "<section id='comments'><p>Global Research, January 24, 2023</p></section>"}, id="a reader's comment"
    ),
    pytest.param(
        {"after": "</main><aside class='sidebar'><p>Global Research, January 24, 2023</p></aside><main>"},
        id="the sidebar",
    ),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_no_dateline(seen, parts):
    assert seen(_observed, **parts) == []


def test_two_letters_on_a_line_of_their_own_are_no_agency(seen):
    assert seen(_observed, top="<p>AA</p>", end="<p>TT</p>") == []
    assert seen(_observed, end="<p>/TT</p>") == []


def test_a_date_beside_a_linked_name_tells_the_source(seen):
    link = '<a href="https://news.example/2018/12/28/river.html">{}</a>'
    found = seen(_observed, top=f"<p>2018年12月28日 19:55 {link.format('江城日报')}</p>")
    assert [each[:2] for each in found] == [
        (kind, ("江城日报",)) for kind in ("source_attribution", "link_to_original")
    ]
    for text in ("The river has come back for three days", "Ann Writer's long answer to us"):
        assert seen(_observed, top=f"<p>28 December 2018 {link.format(text)}</p>") == []
    assert seen(_observed, top=f"<p>Read on 28 December 2018: {link.format('Example News')}</p>") == []


def test_agencies_without_a_name_name_nobody(seen):
    assert seen(_observed, top="<p class='byline'>Por Agencias</p>") == [("source_attribution", (), None, None)]


def test_below_a_byline_a_date_beside_a_site_of_that_name_tells_the_source(seen):
    line = '<p><a href="https://examplenews.example/">{}</a><time>12 March 2020</time></p>'
    author = "<p class='byline'>Ann Writer</p>"
    found = seen(_observed, top=author + line.format("Example News"))
    assert found[0] == ("source_attribution", ("Example News",), "https://examplenews.example/", None)
    assert seen(_observed, top=line.format("Example News")) == []
    assert seen(_observed, top=author + line.format("Our friends")) == []


def test_a_linked_name_below_a_translator_tells_the_source(seen):
    link = '<br><br><a href="https://news.example/story/river/">EXAMPLE(US)</a>'
    found = seen(_observed, top=f"<p>TEXT BY ANN WRITER<br>TRANSLATION BY BO READER{link}</p>")
    assert [each[:2] for each in found] == [
        (kind, ("EXAMPLE(US)",)) for kind in ("source_attribution", "link_to_original")
    ]
    assert seen(_observed, top=f"<p>BY ANN WRITER<br>ON RIVERS{link}</p>") == []


ADDRESS = '<p><a href="https://news.example/2005/river.htm">https://news.example/2005/river.htm</a></p>'


@pytest.mark.parametrize(
    ("top", "found"),
    [
        (f"{ADDRESS}<p><b>The river comes back</b></p>", [False]),
        (ADDRESS, []),
        (f"<p>Website:</p>{ADDRESS.replace('/2005/river.htm', '/')}<p><b>Our club</b></p>", []),
        (f"{ADDRESS}{ADDRESS.replace('river', 'mill')}<p><b>The river comes back</b></p>", []),
        (f"<p>See {ADDRESS[3:]}<p><b>The river comes back</b></p>", []),
    ],
    ids=["above the title", "no title", "a home page", "several", "in a sentence"],
)
def test_an_address_above_the_title_may_tell_the_source(nameless, top, found):
    sources = [ack for ack in linked_names.observe(nameless(top)) if ack.kind.value == "source_attribution"]
    assert [ack.certain for ack in sources] == found


def test_a_name_far_from_a_list_of_articles_closes_the_text(seen):
    teasers = "".join(f"<li>A teaser</li><li class='source'>{name}</li>" for name in ("AFP", "Reuters"))
    far = "<p>A note</p>" * 9
    found = seen(_observed, end=f"<p>AFP</p>{far}<ul>{teasers}</ul>")
    assert [each[1] for each in found] == [("Agence France-Presse",)]


def test_a_title_names_no_source(seen):
    after = "</article><article><h1>Associated Press</h1>"
    assert seen(_observed, end=after) == []
    assert seen(_observed, end=after.replace("h1", "p"))


def test_a_picture_s_credit_is_no_dateline(seen):
    assert seen(datelines.observe, end=f"<p>{TALKS} (dpa)</p>") != []
    assert seen(datelines.observe, end=f"<p>Photo: {TALKS} (dpa)</p>") == []


def test_a_name_that_markup_parts_from_other_words_is_none_beside_a_date(seen):
    line = "<p class='byline'><i>{}</i><i>Associated Press</i></p>"
    assert seen(name_lines.observe, top=line.format("3 March 2020")) != []
    assert seen(name_lines.observe, top=line.format("Our rivers")) == []


PAPER = '<p class="byline">By Ann Writer, Chicago Tribune</p>'


@pytest.mark.parametrize(
    ("parts", "names"),
    [
        ({"top": PAPER}, [(("Chicago Tribune",), True)]),
        ({"top": PAPER.replace("Chicago Tribune", "Oldtown Tribune")}, [(("Oldtown Tribune",), False)]),
        ({"top": PAPER.replace("Chicago Tribune", "Oldtown Review")}, [(("Oldtown Review",), False)]),
        ({"top": PAPER.replace("Chicago Tribune", "Oldtown Tribune Staff Writer")}, []),
        ({"top": PAPER.replace("Chicago Tribune", "Local News")}, []),
        ({"top": PAPER.replace("Chicago Tribune", "News")}, []),
        ({"top": PAPER, "head": '<meta name="application-name" content="Chicago Tribune">'}, []),
        (
            {
                "top": PAPER.replace("Chicago", "Old"),
                "head": '<meta name="application-name" content="Old Tribune Online">',
            },
            [],
        ),
        ({"top": "<p>By Ann Writer, who was at the Chicago Tribune</p>"}, []),
        ({"end": "<p>Source: Chicago Tribune</p>"}, []),
    ],
    ids=[
        "another's",
        "nobody knows it",
        "what is a title too",
        "what somebody does there",
        "a section",
        "one word",
        "at home",
        "nobody knows it, at home",
        "in a sentence",
        "a label",
    ],
)
def test_a_paper_whose_stories_others_run_is_a_source_in_a_byline(scene_of, parts, names):
    scene = scene_of(**parts)
    assert [(ack.names, ack.certain) for ack in name_lines.observe(scene)] == names


@pytest.mark.parametrize(
    ("line", "named"),
    [
        pytest.param("By Ann Writer, AP Business Writer", True, id="what somebody does there"),
        pytest.param("By Ann Writer, AP", True, id="alone"),
        pytest.param("By Ann Writer, Reuters | March 3, 2020", True, id="before another part"),
        pytest.param("By Ann Writer, Reuters in Oldtown", True, id="before a small letter"),
        pytest.param("By Ann Writer, AP Chemistry teacher", False, id="near miss: a school's subject"),
        pytest.param("By Ann Writer, PA-C", False, id="near miss: a degree"),
        pytest.param("By Ann Writer, Reuters Institute", False, id="near miss: another name that begins so"),
    ],
)
def test_what_stands_behind_an_agency_in_a_byline(seen, line, named):
    assert bool(seen(name_lines.observe, top=f"<p class='byline'>{line}</p>")) is named


@pytest.mark.parametrize(("line", "count"), [("Example News Service", 1), ("Example Boat Service", 0)])
def test_what_calls_itself_an_agency_above_a_date_is_the_source(seen, line, count):
    text = f"<div>{line}<br>January 09, 2009<br>The ferries are to be made safer, the ministry said on Thursday.</div>"
    assert [names for _, names, *_ in seen(name_lines.observe, top=text)] == [(line,)] * count


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("<p>Chicago Tribune</p>", [(("Chicago Tribune",), True)]),
        ("<p>Chicago Tribune - Ann Writer</p>", [(("Chicago Tribune",), True)]),
        ("<p>Editorial/Chicago Tribune</p>", [(("Chicago Tribune",), True)]),
        ("<p>Chicago Tribune</p><h2>The river comes back</h2>", [(("Chicago Tribune",), True)]),
        ("<p>Chicago Tribune</p><h2>Politics</h2>", []),
        ("<p>2016-07-07 11:11 新华网</p>", [(("新华网",), True)]),
        ("<p>2016-07-07 11:11 江城</p>", []),
        ("<p>Oldtown Gazette</p>", [(("Oldtown Gazette",), False)]),
        ("<p>Chicago Tribune - The river in spring</p>", []),
        ("<p>Oldtown Review</p>", []),
        ("<p><a href='/papers'>Chicago Tribune</a></p>", []),
        ("<p>Chicago Tribune</p><p>Politics</p><p>Sports</p>", []),
    ],
)
def test_a_paper_right_above_the_text_is_the_source(scene_of, line, found):
    scene = scene_of(top=line)
    assert [(ack.names, ack.certain) for ack in name_lines.observe(scene)] == found


@pytest.mark.parametrize(("domain", "certain"), [("tribuneoldtown.example", False), ("riversidecommons.example", True)])
def test_a_service_called_by_the_site_s_own_word_may_be_its_own(scene_of, domain, certain):
    scene = scene_of(end=f"<p>{RIVER} — TNS</p>")
    scene = replace(scene, host=replace(scene.host, domain=domain, names=frozenset()))
    assert [(bool(ack.names), ack.certain) for ack in datelines.observe(scene)] == [(certain, certain)]
