"""The prefilter loses nothing: with and without it the same report comes out, of every page at hand and of pages made to get past it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from checker.documents import files
from checker.documents.document import Document, Media
from checker.documents.files import Selection
from checker.engine import Engine, Question
from checker.report import json as report
from checker.terms.library import packaged
from checker.wording import wordings

ROOT = Path(__file__).parent.parent.parent
FOLDERS = [ROOT / "tests/pages", ROOT / "examples", ROOT / "../shared/corpus/docs"]


@pytest.fixture(scope="module")
def slow():
    return Engine(packaged(), wordings.default(), sieves=False)


@pytest.fixture(scope="module")
def quick():
    return Engine(packaged(), wordings.default(), sieves=True)


def told(checker, document):
    return report.line(checker.check(document, Question())), report.line(checker.inspect(document))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_page_at_hand_comes_out_the_same(folder, quick, slow):
    if not folder.is_dir():
        pytest.skip("not on this machine")
    names = [name for name in files.expand(str(folder), Selection()) if not name.endswith(".md")]
    for name in names:
        page = files.read(name)
        for document in (page, replace(page, url="https://host.example/post")):
            assert told(quick, document) == told(slow, document), name


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The river rises - Hillpost</title>{head}</head><body>
<nav class="menu"><a href="/">Home</a></nav><main><h1>The river rises</h1>
{above}<p>{inside}The river rose by two metres in the night, and by the morning the market had moved to the hill behind the old mill.</p>
<p>The town council meets on Thursday to decide whether the market stays on the hill until the spring, when the square is dry.</p>{below}
</main><footer class="site-footer"><p>© 2024 Hillpost. All rights reserved.</p></footer></body></html>"""
LINK = '<a href="https://news.example/2024/river">Example News</a>'


def page(below="", *, above="", inside="", head=""):
    return PAGE.format(below=below, above=above, inside=inside, head=head)


HARD = {
    "nothing at all": page(),
    "a credit line": page(f"<p>This article was originally published on {LINK}.</p>"),
    "upper case": page(f"<P>THIS ARTICLE WAS ORIGINALLY PUBLISHED ON {LINK}.</P>"),
    "letters as references": page(f"<p>This article was orig&#105;nally p&#x75;blished on {LINK}.</p>"),
    "named references": page(f"<p>This&nbsp;article&nbsp;was&#160;originally&nbsp;published&ensp;on {LINK}.</p>"),
    "a soft hyphen in a word": page(f"<p>This article was origi\u00adnally pub&shy;lished on {LINK}.</p>"),
    "zero-width characters": page(f"<p>This article was origi\u200bnally pub&#8203;lished on {LINK}.</p>"),
    "full-width letters": page(f"<p>This article was ｏｒｉｇｉｎａｌｌｙ published on {LINK}.</p>"),
    "a word broken by a tag": page(f"<p>This article was <b>origin</b>ally <i>pub</i>lished on {LINK}.</p>"),
    "a drop cap": page(f'<p><span class="cap">O</span>riginally published on {LINK}.</p>'),
    "words apart by tags": page(
        f"<p>This <b>article</b> was <i>originally</i>\n<u>published</u> <b>on</b> {LINK}.</p>"
    ),
    "words apart by comments": page(f"<p>This article was originally<!-- x --> published<!-- y --> on {LINK}.</p>"),
    "words apart by a script": page(f"<p>This article was originally<script>1</script> published on {LINK}.</p>"),
    "a hidden word between": page(f'<p>Originally <span style="display:none">not</span> published on {LINK}.</p>'),
    "text before the first tag": "Originally published on " + LINK + page(),
    "a greater-than sign in an attribute": page(f'<p title="a > b">Originally published on {LINK}.</p>'),
    "tags in an attribute": page(f'<p title="<b>x</b>">Originally published on {LINK}.</p>'),
    "a quote that is not closed": page(f'<p title="a>Originally published on {LINK}.</p><p class="b">So it is.</p>'),
    "a lone less-than sign": page(f"<p>2 < 3. Originally published on {LINK}. 3 > 2.</p>"),
    "a comment that a browser ends early": page(f"<!--> Originally published on {LINK}. <!-- -->"),
    "a credit in a comment": page("<!-- Originally published on Example News, news.example -->"),
    "a credit behind a comment with a script": page(f"<!-- <script> --><p>Originally published on {LINK}.</p>"),
    "a script that writes a comment": page(f"<script>'<!--<script>'</script> --></script><p>Originally on {LINK}.</p>"),
    "a style sheet in capitals": page(f"<STYLE>p{{}}</STYLE><p>Originally published on {LINK}.</p>"),
    "a text area": page(f"<textarea><p></textarea><p>Originally published on {LINK}.</p>"),
    "a title with a tag": page(f"<p>Originally published on {LINK}.</p>", head="<title><b></title>"),
    "CDATA": page(f"<![CDATA[ Originally published on {LINK} ]]>"),
    "a processing instruction": page(f"<?php x ?><p>Originally published on {LINK}.</p>"),
    "a very deep page": page("<div>" * 2500 + f"Originally published on {LINK}."),
    "cut in a tag": page()[:-30] + "<p class=",
    "a label": page(above=f"<p>Source: {LINK}</p>"),
    "a label over tags": page(above=f"<p><b>Source</b><i>:</i> {LINK}</p>"),
    "a full-width colon": page(above=f"<p>来源：{LINK}</p>"),
    "another language": page(f"<p>Ursprünglich veröffentlicht bei {LINK}.</p>"),
    "another language in capitals": page(f"<p>URSPRÜNGLICH VERÖFFENTLICHT BEI {LINK}.</p>"),
    "another script": page(f"<p>Источник: {LINK}</p>"),
    "another script in capitals": page(f"<p>ИСТОЧНИК: {LINK}</p>"),
    "another script as references": page(f"<p>&#1048;сточник: {LINK}</p>"),
    "Chinese": page(f"<p>本文转载自{LINK}</p>"),
    "Chinese in pieces": page(f"<p>本文<b>转载</b>自{LINK}</p>"),
    "Arabic with other letters": page(f"<p>المصدر الأصلي: {LINK}</p>"),
    "a pointer": page(f"<p>A translation of {LINK}.</p>"),
    "a linked name in a dateline": page(
        inside='NAIROBI (<a href="https://news.example/2024/river">Example News</a>) — '
    ),
    "a linked name above a date": page(
        above='<p>Ann Writer<br><a href="https://news.example/2024/river">Example News</a><br>Tue, 14 May 2024</p>',
        head='<meta property="og:url" content="https://hillpost.example/x">',
    ),
    "an agency": page(inside="NAIROBI (Reuters) — "),
    "an agency's own line": page(above="<p>Reuters</p>"),
    "an agency that is one of many words": page(
        inside="As Reuters has said, it has not rained here for a hundred years. "
    ),
    "a known publisher in one word": page("<p>From GlobalResearch</p>"),
    "a known publisher and a date": page(above="<p>Global Research, January 24, 2023</p>"),
    "a known publisher in capitals and with a dash": page(above="<p>GLOBAL-RESEARCH, January 24, 2023</p>"),
    "a known domain": page(above="<p>Via globalresearch.ca</p>"),
    "From at a sentence's beginning": page("<p>From Global Research</p>"),
    "a copyright line": page("<p>Copyright © Ann Writer, Example News, 2024</p>"),
    "a copyright line by a reference": page("<p>&copy; Ann Writer, Example News, 2024</p>"),
    "a copyright line by a number": page("<p>&#169; Ann Writer, Example News, 2024</p>"),
    "a copyright line in letters": page("<p>(c) 2024 Ann Writer, Example News</p>"),
    "a copyright line in another's footer": page("<footer>© 2024 Example News</footer>").replace("site-footer", "x"),
    "a footer in the article": page("<article><footer>© 2024 Example News</footer></article>"),
    "a footer that a stray tag ends": page('<div><div class="footer"></div></div></div>© 2024 Example News'),
    "a permission": page("<p>Republished with permission.</p>"),
    "a translator": page("<p>Translated by Bo Reader</p>"),
    "an author elsewhere": page('<p>Author: <a href="https://ann.example/about-me">Ann Writer</a></p>'),
    "a canonical link elsewhere": page(head='<link rel="canonical" href="https://news.example/2024/river">'),
    "a canonical link in capitals": page(head="<LINK REL=CANONICAL HREF=https://news.example/2024/river>"),
    "a canonical link by references": page(head='<link rel="c&#97;nonical" href="https://news.example/2024/river">'),
    "a canonical link to itself": page(head='<link rel="canonical" href="https://host.example/2024/river">'),
    "a base": page("<p>Source: <a href='river'>x</a></p>", head='<base href="https://news.example/2024/">'),
    "a counter": page('<img src="https://counter.theconversation.com/content/1/count.gif" width="1">'),
    "a counter in capitals": page('<IMG SRC="HTTPS://COUNTER.THECONVERSATION.COM/content/1/count.gif">'),
    "a counter by references": page('<img src="https://c&#111;unter.theconversation.com/content/1/count.gif">'),
    "a counter by percent-escapes": page(
        '<img src="https://i0.wp.com/%63ounter.theconversation.com/content/1/c%6Funt.gif">'
    ),
    "a counter that is loaded late": page('<img data-src="https://counter.theconversation.com/content/1/count.gif">'),
    "a counter in a comment": page('<!-- <img src="https://counter.theconversation.com/content/1/count.gif"> -->'),
    "a counter's copy": page('<img src="/images/count-12.gif">'),
    "a counter of a linked site": page(f'<p>{LINK}</p><img src="https://stats.news.example/pixel?id=1">'),
    "front matter in HTML": "---\nsource: https://news.example/2024/river\n---\n" + page(),
    "not found": page().replace("<h1>The river rises</h1>", "<h1>Page not found</h1>"),
    "an app": '<!DOCTYPE html><html><body><div id="root"></div><script src="a.js"></script></body></html>',
    "a question about cookies": "<html><body><h1>Before you continue to Hillpost</h1><p>Yes or no?</p></body></html>",
    "a challenge": "<html><head><title>Just a moment...</title></head><body><p>Wait.</p></body></html>",
    "a paywall": page(head='<script type="application/ld+json">{"isAccessibleForFree": false}</script>')[:400],
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
@pytest.mark.parametrize("url", [None, "https://host.example/post"], ids=["file", "web"])
def test_a_hard_case_comes_out_the_same(text, url, quick, slow):
    document = Document("page.html", text.encode(), Media.HTML, url)
    assert told(quick, document) == told(slow, document)


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-8-sig",
        "cp1252",
        "cp1251",
        "gb18030",
        "shift_jis",
        "utf-7",
        "euc_kr",
    ],
)
@pytest.mark.parametrize("below", ["Originally published on ", "Источник: ", "转载自 "])
def test_an_encoding_comes_out_the_same(encoding, below, quick, slow):
    text = page(f"<p>{below}{LINK}</p>").replace("utf-8", encoding)
    document = Document("page.html", text.encode(encoding, "xmlcharrefreplace"), Media.HTML)
    assert told(quick, document) == told(slow, document)


def test_every_wording_is_seen(quick, slow):
    """Each example of each language, alone on a page: where the prefilter sees nothing, the engine has to find nothing."""
    for phrase in wordings.default().phrases:
        for example in (phrase.example, phrase.example.upper(), *phrase.near_misses):
            text = page(f"<p>{example} {LINK}</p>", above=f"<p>{example}</p>")
            document = Document("page.html", text.encode(), Media.HTML, "https://host.example/post")
            if not quick._prefilter.may_be_copy(document):
                assert slow.check(document, Question()).recognition.republished is False, example


def test_every_name_is_seen(quick, slow):
    for profile in packaged().profiles:
        facts = profile.publisher
        for name in (facts.name, *facts.aliases, *facts.domains) if facts else ():
            document = Document("page.html", page(above=f"<p>{name}</p>").encode(), Media.HTML)
            assert quick._prefilter.may_be_copy(document) or told(quick, document) == told(slow, document), name


def test_ordinary_pages_are_told_from_their_bytes(quick):
    assert not quick._prefilter.may_be_copy(Document("page.html", HARD["nothing at all"].encode(), Media.HTML))


def test_what_a_call_says_overrules(quick):
    document = Document("page.html", HARD["nothing at all"].encode(), Media.HTML)
    asked = Question(original="https://news.example/2024/river")
    assert json.loads(report.line(quick.check(document, asked)))["republished"] is True
