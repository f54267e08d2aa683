"""Which articles a text has, and how much of each; what several have in common makes none."""

import pytest

from checker.copies.shelf import Shelf, Sought
from checker.original.original import Original

from .texts import BELLS, FOOT, OTHER, RIVER


def sought(name, paragraphs, frame=()):
    return Sought(name, name, Original(paragraphs=tuple(paragraphs), frame=frozenset(frame)))


def found(shelf, paragraphs, **more):
    return [(each.sought.target, round(each.of_original, 1)) for each in shelf.find(paragraphs, **more)]


# what a page has -> the articles that are found, and the share of each; near misses first
PAGES = [
    pytest.param([], [], id="nothing"),
    pytest.param(OTHER, [], id="another text"),
    pytest.param([FOOT, *OTHER], [], id="the foot that all have"),
    pytest.param(["The water came early this year", *OTHER], [], id="a few words"),
    pytest.param([RIVER[0][:60], *OTHER], [], id="half a sentence"),
    pytest.param(RIVER, [("river", 1.0)], id="the whole"),
    pytest.param([*OTHER, *RIVER, FOOT, *OTHER], [("river", 1.0)], id="the whole among other text"),
    pytest.param([OTHER[0], *RIVER[1:3], OTHER[1]], [("river", 0.5)], id="half of it"),
    pytest.param([*RIVER[2:], *RIVER[:2]], [("river", 1.0)], id="in another order"),
    pytest.param([each.replace("the", "that", 1) for each in RIVER], [("river", 0.9)], id="words changed"),
]


@pytest.mark.parametrize(("page", "articles"), PAGES)
def test_an_article_is_found_by_its_text(page, articles):
    shelf = Shelf([sought("river", [*RIVER, FOOT]), sought("bells", [*BELLS, FOOT])])
    assert found(shelf, page) == articles


def test_the_share_of_the_page_is_told():
    only = Shelf([sought("river", RIVER)]).find([*RIVER, *RIVER, *OTHER])[0]
    assert only.of_page == pytest.approx(0.72, abs=0.02)
    assert only.words == pytest.approx(103, abs=3)


def test_of_several_articles_that_with_most_words_comes_first():
    shelf = Shelf([sought("books", OTHER), sought("river", RIVER)])
    assert found(shelf, [*OTHER[:2], *RIVER]) == [("river", 1.0), ("books", 0.7)]


def test_two_editions_of_an_article_do_not_hide_each_other():
    shelf = Shelf(
        [
            sought("river", [*RIVER, FOOT]),
            sought("amp", [RIVER[0] + " Really.", *RIVER[1:], FOOT]),
            sought("books", [*OTHER, FOOT]),
        ]
    )
    assert [name for name, _ in found(shelf, RIVER)] == ["river", "amp"]
    assert found(shelf, [FOOT]) == []


def test_a_foot_that_several_have_before_does_not_hide_an_edition():
    before = [sought("books", [*OTHER, FOOT]), sought("bells", [*BELLS, FOOT])]
    shelf = Shelf([*before, sought("river", [*RIVER, FOOT]), sought("print", [*RIVER, FOOT])])
    assert [name for name, _ in found(shelf, RIVER)] == ["river", "print"]


def test_a_notice_makes_no_article():
    assert found(Shelf([sought("river", [RIVER[0], FOOT])], [FOOT]), [FOOT]) == []


def test_what_stands_around_an_article_is_none_of_it():
    assert found(Shelf([sought("river", [*RIVER, FOOT], frame=[4])]), [FOOT]) == []


# share -> whether a quarter of an article is enough
LEAST = [pytest.param(0.2, True, id="less"), pytest.param(0.4, False, id="more")]


@pytest.mark.parametrize(("least", "enough"), LEAST)
def test_the_share_that_counts_may_be_set(least, enough):
    assert bool(Shelf([sought("river", RIVER)]).find([*RIVER[:1], RIVER[1][:60]], least)) is enough


def test_an_article_of_a_few_words_cannot_be_known_again():
    shelf = Shelf(
        [
            sought("river", RIVER),
            sought("brief", ["Nine days of water."]),
            sought("foot", [FOOT]),
            sought("end", [*OTHER, FOOT]),
        ]
    )
    assert [each.target for each in shelf.unknowable] == ["brief", "foot"]


def test_no_page_has_more_than_so_many():
    texts = [[f"{number} {word} {number + 1}" for word in " ".join(RIVER).split()] for number in range(0, 120, 2)]
    shelf = Shelf([sought(str(number), [" ".join(text)]) for number, text in enumerate(texts)])
    assert len(shelf.find([" ".join(text) for text in texts])) == 50
