"""A page with an article's text is a copy, whatever it says, and is judged beside it; the publisher's own pages are none."""

import pickle
from dataclasses import replace

import pytest

from checker.copies import matching, uncredited
from checker.copies.matching import Matching, sought
from checker.documents.document import Document, Media
from checker.judging import Judging, Same
from checker.model import Outcome, PageOutcome, Publisher, TermsUsed
from checker.question import Question

from .texts import BELLS, OTHER, RIVER, document

URL = "https://www.globalresearch.ca/the-river-comes-back/5801234"
VALLEY = "https://valley.example/river"
NAMED = '<meta property="og:site_name" content="Valley Press">'


def article(url=VALLEY, head=NAMED):
    return document([*RIVER], "original.html", url, head=head)


@pytest.fixture
def look(judging):
    """Looks for articles on a page."""

    def call(page, *articles, **more):
        return Matching(judging, [sought(each, judging) for each in articles or [article()]], **more)(page)

    return call


def failed(report):
    return [each.requirement for each in report.findings if each.outcome is Outcome.FAILED]


def test_a_copy_without_any_credit_is_a_violation(look):
    report = look(document([*RIVER, *OTHER], url="https://herald.example/1"))
    assert report.outcome is PageOutcome.VIOLATION
    assert failed(report) == ["uncredited_copy", "source_attribution", "author_credit", "link_to_original"]
    assert report.recognition.republished
    assert report.recognition.publisher == Publisher(None, "Valley Press", "valley.example")
    assert report.article.url == VALLEY
    assert [(each.original, each.url) for each in report.matches] == [("original.html", VALLEY)]
    assert report.matches[0].of_original == 1
    assert report.recognition.reasons[0] == "it has 100% of the words of original.html, which are 56% of its own"


def test_known_terms_apply_to_a_copy_that_names_nobody(look):
    report = look(document(RIVER, url="https://herald.example/1"), article(URL, ""))
    assert report.terms.id == "globalresearch"
    assert report.outcome is PageOutcome.VIOLATION
    assert "uncredited_copy" not in failed(report)
    assert {"source_attribution", "link_to_original"} <= set(failed(report))


def test_where_the_original_does_not_tell_whose_it_is_the_copy_may(look):
    credit = 'The original source of this article is <a href="#">Global Research</a>'
    report = look(document([*RIVER, credit], url="https://herald.example/1"), article(None, ""))
    assert (report.recognition.publisher.id, report.terms.id) == ("globalresearch", "globalresearch")


def test_a_copy_that_credits_somebody_else_is_the_originals_publishers(look):
    credit = 'This article was originally published on <a href="https://daily.example/river">The Daily</a>.'
    report = look(document([*RIVER, credit], url="https://herald.example/1"), article(URL, ""))
    assert report.recognition.publisher.id == "globalresearch"
    assert report.outcome is PageOutcome.VIOLATION


def test_a_copy_with_its_credits_is_compliant(look):
    credit = f'By Ann Writer. This article was originally published on <a href="{VALLEY}">Valley Press</a>.'
    report = look(document([credit, *RIVER], url="https://herald.example/1"))
    assert report.outcome is PageOutcome.COMPLIANT
    assert report.matches


def test_an_original_without_an_address_makes_a_copy_too(look):
    report = look(document(RIVER, url="https://herald.example/1"), document(RIVER, "draft.html", title="Draft"))
    assert report.outcome is PageOutcome.VIOLATION
    assert report.article.url is None


def test_the_text_tells_more_than_the_configuration(judging):
    asks = Same(Question(original="https://valley.example/another"))
    found = Matching(Judging(None, asks), [sought(article(), judging)])(document(RIVER, url="https://herald.example/1"))
    assert found.article.url == VALLEY


def test_known_terms_say_themselves_what_is_missing(look):
    report = look(document(RIVER, url="https://herald.example/1"))
    known = replace(report, terms=TermsUsed("example", "1", None), findings=report.findings[1:])
    assert uncredited.blamed(known) is known
    assert uncredited.blamed(replace(known, terms=report.terms)).findings[0].requirement == "uncredited_copy"


def test_a_mirror_is_a_copy_though_it_has_every_byte(look):
    original = article()
    assert look(Document("mirror", original.content, Media.HTML, "https://herald.example/1"), original).matches


def test_a_canonical_address_makes_no_original_of_a_copy_in_a_file(look):
    report = look(document([*RIVER, *OTHER], "copy.html", head=f'<link rel="canonical" href="{VALLEY}">'))
    assert report.matches


# a page with the text that is no copy: the publisher's own
OWN = [
    pytest.param(document([*RIVER, *OTHER], url=f"{VALLEY}?utm_source=x"), id="its address"),
    pytest.param(document([*RIVER, *OTHER], url="http://m.valley.example/river/amp"), id="its AMP page"),
    pytest.param(document([*RIVER, *OTHER], url="https://archive.valley.example/2024"), id="its publisher's site"),
    pytest.param(
        document([*RIVER, *OTHER], "saved.html", head=f'<meta property="og:url" content="{VALLEY}">'), id="saved"
    ),
    pytest.param(document(RIVER, "again.html", head=NAMED), id="the same bytes"),
]


@pytest.mark.parametrize("page", OWN)
def test_an_original_is_no_copy_of_itself(look, page):
    report = look(page)
    assert report.outcome is PageOutcome.NOT_REPUBLISHED
    assert report.recognition.reasons == ("it is the original itself, or stands on the site of its publisher",)
    assert not report.matches


def test_a_page_of_other_text_is_nobodys_copy_whatever_it_credits(look):
    credit = f'This article was originally published on <a href="{VALLEY}">Valley Press</a>.'
    report = look(document([*OTHER, credit], url="https://herald.example/1"))
    assert report.outcome is PageOutcome.NOT_REPUBLISHED
    assert report.recognition.republished is False


def test_of_a_page_that_ends_in_the_middle_nothing_is_sure(look):
    page = Document("page.html", document(OTHER).content, Media.HTML, truncated=True)
    report = look(page)
    assert report.outcome is PageOutcome.NEEDS_REVIEW
    assert report.recognition.republished is None
    assert report.incomplete == "too_large"


def test_of_a_page_of_ten_novels_the_end_is_not_looked_at(look, monkeypatch):
    monkeypatch.setattr(matching, "_LONGEST", len(OTHER[0]) + 20)
    report = look(document([OTHER[0], *RIVER], url="https://herald.example/1"))
    assert (report.outcome, report.incomplete) == (PageOutcome.NEEDS_REVIEW, "too_many")
    assert (
        look(document([OTHER[0]], title="Books", url="https://herald.example/1")).outcome is PageOutcome.NOT_REPUBLISHED
    )


def test_a_page_that_has_text_of_two_is_judged_beside_the_one_it_has_most_of(look):
    bells = document(BELLS, "bells.html", "https://bells.example/1", title="Seven bells")
    report = look(document([*BELLS, *RIVER], url="https://herald.example/1"), bells, article())
    assert [each.original for each in report.matches] == ["original.html", "bells.html"]
    assert report.article.url == VALLEY


def test_comments_and_hidden_text_are_not_looked_at(look):
    said = "".join(f"<p>{each}</p>" for each in RIVER)
    for hidden in (f'<div id="comments">{said}</div>', f'<div style="display:none">{said}</div>'):
        page = document(OTHER, url="https://herald.example/1").content.replace(b"</body>", hidden.encode() + b"</body>")
        assert not look(Document("page.html", page, Media.HTML, "https://herald.example/1")).matches


def test_the_share_may_be_set(look):
    page = document([*OTHER, *RIVER[:2]], url="https://herald.example/1")
    assert look(page, least=0.4).matches
    assert not look(page, least=0.7).matches


CHINESE = [
    "河水昨天已经退去，村民们开始清理学校和图书馆，孩子们在墙上量着水位留下的痕迹，老人们说这是四十年来最大的一次洪水。",
    "面包师傅把炉子搬到了教堂后面的大厅里，整条街的人都来帮他搬面粉，谁也不知道那座旧桥还能支撑多久，于是渡船每小时开两次。",
]
THAI = [
    "แม่น้ำลดระดับลงเมื่อวานนี้และชาวบ้านเริ่มทำความสะอาดโรงเรียนกับห้องสมุดของหมู่บ้าน เด็กๆ วัดรอยน้ำบนกำแพงทุกวันหลังเลิกเรียน",
    "คนทำขนมปังย้ายเตาอบไปไว้ที่ศาลาหลังวัด คนทั้งถนนมาช่วยกันขนแป้ง ไม่มีใครรู้ว่าสะพานเก่าจะทนได้อีกนานแค่ไหน เรือข้ามฟากจึงวิ่งชั่วโมงละสองเที่ยว",
]


@pytest.mark.parametrize("text", [pytest.param(CHINESE, id="Chinese"), pytest.param(THAI, id="Thai")])
def test_scripts_without_spaces_are_found(look, text):
    original = document(text, "original.html", VALLEY)
    assert look(document([text[0] + text[1][:20], *OTHER], url="https://herald.example/1"), original).matches
    assert not look(document([text[0][:15], *OTHER], url="https://herald.example/1"), original).matches


def test_it_can_go_to_another_process(judging):
    sent = pickle.loads(pickle.dumps(Matching(judging, (sought(article(), judging),), 0.5)))  # noqa: S301
    assert sent.least == 0.5
    assert sent(document(RIVER, url="https://herald.example/1")).matches
