"""The template language of rules/wording/README.md, one table row a rule."""

import pytest

from checker.errors import RulesError
from checker.wording.load import parse
from checker.wording.template import Template
from checker.wording.wordings import Wordings

LISTS = {"work": ["article", "blog post"], "said": ["posted", "printed"], "zhe": ["本文", "此文"]}


@pytest.fixture
def search(blocks_of):
    """The matches of one template in a text, each as its words and its slots."""

    def find(template, text):
        values = {"language": "xx", "words": LISTS, "source_attribution": [{"template": template, "example": "none"}]}
        language, phrases = parse(values)
        found = Wordings([language], phrases).search(blocks_of(text))
        return [
            (
                match.block.text[match.start : match.end],
                {name: match.block.text[slice(*span)] for name, span in match.slots.items()},
            )
            for match in found
        ]

    return find


FOUND = [
    pytest.param("^ first printed", "(*) first printed here", "first printed", id="a start behind a note's mark"),
    pytest.param("^ first printed", "🔗 first printed here", "first printed", id="a start behind a picture sign"),
    pytest.param("first printed here", "It was first printed here.", "first printed here", id="fixed words"),
    pytest.param("first printed here", "FIRST Printed HERE", "FIRST Printed HERE", id="any case"),
    pytest.param("first printed here", "first \n printed\u00a0here", "first", id="any white space"),
    pytest.param("ann's notes", "ann’s notes", "ann’s notes", id="curly quotes"),
    pytest.param('a "fair use" notice', "a „fair use“ notice", "a „fair use“ notice", id="low quotes"),
    pytest.param("cross-post from", "cross–post from", "cross–post from", id="another dash"),
    pytest.param("this (article|post) ends", "this post ends", "this post ends", id="one of these"),
    pytest.param(
        "this (article|blog post) ends", "this blog post ends", "this blog post ends", id="one of these, of two words"
    ),
    pytest.param("was (originally|first)? printed", "was printed", "was printed", id="or nothing"),
    pytest.param("was (originally|first)? printed", "was first printed", "was first printed", id="optional and there"),
    pytest.param(
        "printed (again (and again)?)? here", "printed here", "printed here", id="a group in a group, left out"
    ),
    pytest.param(
        "printed (again (and again)?)? here",
        "printed again here",
        "printed again here",
        id="a group in a group, the outer there",
    ),
    pytest.param(
        "printed (again (and again)?)? here",
        "printed again and again here",
        "printed again and again here",
        id="a group in a group",
    ),
    pytest.param("this <work> <said> here", "this article printed here", "this article printed here", id="lists"),
    pytest.param(
        "this <work> <said> here",
        "this blog post posted here",
        "this blog post posted here",
        id="a list's entry of two words",
    ),
    pytest.param(
        "printed ... in London",
        "printed for the first time in London",
        "printed for the first time in London",
        id="a gap",
    ),
    pytest.param("printed ... in London", "printed in London", "printed in London", id="an empty gap"),
    pytest.param(
        "views ... (sole|own) ... of (us|me)",
        "views that are our own, and own views of us",
        "views that are our own, and own views of us",
        id="words between two gaps that stand there twice",
    ),
    pytest.param("^ printed in London", "printed in London", "printed in London", id="^ at the start of a line"),
    pytest.param(
        "^ printed in London", "It ends. Printed in London", "Printed in London", id="^ at the start of a sentence"
    ),
    pytest.param("^ printed in London", "(printed in London)", "printed in London", id="^ behind a bracket"),
    pytest.param("printed in London $", "first printed in London", "printed in London", id="$ at the end of a line"),
    pytest.param("printed in London $", "first printed in London.", "printed in London.", id="$ before a full stop"),
    pytest.param("source : london", "Source: London", "Source: London", id="a colon with a space"),
    pytest.param("source : london", "Source：London", "Source：London", id="a full-width colon without one"),
    pytest.param("source: london", "Source : London", "Source : London", id="a colon with spaces on both sides"),
    pytest.param("本文 转载 自", "本文转载自", "本文转载自", id="CJK: spaces may be none"),
    pytest.param("本文转载自", "（本文转载自）", "本文转载自", id="CJK: no word bounds"),
    pytest.param("<zhe> 来源", "此文来源", "此文来源", id="CJK: lists"),
    pytest.param(
        "原文 (链接|地址)? : 这里", "原文地址：这里", "原文地址：这里", id="CJK: optional group and full-width colon"
    ),
    pytest.param("первый ёж", "Первый еж", "Первый еж", id="folding: ё"),
    pytest.param("ilk kez", "İLK KEZ", "İLK KEZ", id="folding: a Turkish capital"),
    pytest.param("c++ notes", "my C++ notes", "C++ notes", id="signs stand for themselves"),
    pytest.param(
        "^ {date}(0|9) 来源 : {source}", "2024-05-02 10:20来源：江城日报", "2024-05-02", id="CJK: right behind a figure"
    ),
    pytest.param(
        "^ source : {source}", "Oldtown/Source: Example News", "Source: Example", id="^ behind a stroke, before a colon"
    ),
]

NOT_FOUND = [
    pytest.param("^ {date}(0|9) 来源 : {source}", "10:200来源", id="CJK: no name"),
    pytest.param("(8|9) printed", "19th printed", id="letters right behind a figure"),
    pytest.param("^ source : {source}", "https://example.com/source:8080/", id="^ within an address"),
    pytest.param("first printed here", "first printed there", id="another word"),
    pytest.param("printed here", "imprinted here", id="a part of a longer word, in front"),
    pytest.param("printed here", "printed heresy", id="a part of a longer word, behind"),
    pytest.param("this (article|post) ends", "this ends", id="one of these is needed"),
    pytest.param("this (article|post) ends", "this page ends", id="none of these"),
    pytest.param("this <work> <said> here", "this novel printed here", id="not in the list"),
    pytest.param("printed ... in London", "printed. It was in London", id="a gap ends with the sentence"),
    pytest.param(
        "printed ... in London", "printed " + "very " * 20 + "often in London", id="a gap of more than 80 characters"
    ),
    pytest.param(
        "views ... (sole|own) ... of us",
        f"views sole {'a ' * 33}own {'b ' * 10}of us",
        id="the first words between two gaps count, and are too far off",
    ),
    pytest.param("^ printed in London", "it was printed in London", id="^ in the middle of a sentence"),
    pytest.param("printed in London $", "printed in London and Paris", id="$ in the middle of a line"),
    pytest.param("first printed here", "first\nprinted here", id="two paragraphs"),
    pytest.param("c++ notes", "my c notes", id="signs are needed"),
    pytest.param("本文转载自", "本文来自", id="CJK: another word"),
]


@pytest.mark.parametrize(("template", "text", "words"), FOUND)
def test_found(search, template, text, words):
    assert search(template, text.replace("\n", " "))[0][0].startswith(words)


@pytest.mark.parametrize(("template", "text"), NOT_FOUND)
def test_not_found(search, template, text):
    assert search(template, text) == []


SLOTS = [
    pytest.param(
        "printed in {source}",
        "First printed in Example News",
        {"source": "Example News"},
        id="the last slot takes the rest",
    ),
    pytest.param(
        "printed in {source} on",
        "printed in Example News on Monday",
        {"source": "Example News"},
        id="an inner slot stops at what follows",
    ),
    pytest.param(
        "the post {title} appeared first on {source}",
        "The post Bread at home appeared first on Example News",
        {"title": "Bread at home", "source": "Example News"},
        id="two slots",
    ),
    pytest.param(
        "(by {author})? printed in {source}",
        "printed in Example News",
        {"source": "Example News"},
        id="an optional slot left out",
    ),
    pytest.param(
        "(by {author})? printed in {source}",
        "by Ann Writer printed in Example News",
        {"author": "Ann Writer", "source": "Example News"},
        id="an optional slot there",
    ),
    pytest.param(
        "{source} hat zuerst", "Beispiel-Blatt hat zuerst", {"source": "Beispiel-Blatt"}, id="a slot in front"
    ),
    pytest.param(
        "taken (from {source}|over here: {link})",
        "taken from Example News",
        {"source": "Example News"},
        id="a slot at the end of the last group",
    ),
    pytest.param(
        "printed in {source} {date} there",
        "printed in Example News on 3 May there",
        {"source": "Example", "date": "News on 3 May"},
        id="a slot ends with a word",
    ),
    pytest.param("转载自{source}", "本文转载自示例新闻", {"source": "示例新闻"}, id="CJK: a slot without a space"),
    pytest.param(
        "本文由{author}发表于{source}",
        "本文由张三发表于示例新闻",
        {"author": "张三", "source": "示例新闻"},
        id="CJK: two slots",
    ),
    pytest.param(
        "source : {link}", "Source: https://news.example/one", {"link": "https://news.example/one"}, id="an address"
    ),
]


@pytest.mark.parametrize(("template", "text", "slots"), SLOTS)
def test_slots(search, template, text, slots):
    found = [{name: value.strip() for name, value in filled.items()} for _, filled in search(template, text)]
    assert found == [slots]


def test_a_slot_ends_with_its_paragraph(search):
    assert search("printed in {source}", "printed in Example News\nAnother paragraph") == [
        ("printed in Example News", {"source": "Example News"})
    ]


WRONG = [
    pytest.param("this <novel> ends here", "<novel>", id="unknown list"),
    pytest.param("printed in {place}", "{place}", id="unknown slot"),
    pytest.param("this (article|post ends", "without its )", id="a ( without its )"),
    pytest.param("this article) ends", ") too many", id="a ) too many"),
    pytest.param("this article | post", "outside", id="a | outside of a group"),
    pytest.param("{source} {author}", "no fixed words", id="slots alone"),
    pytest.param("(one|two)? {source}", "no fixed words", id="nothing that must be there"),
]


@pytest.mark.parametrize(("template", "says"), WRONG)
def test_a_wrong_template_says_what_is_wrong(search, template, says):
    with pytest.raises(RulesError) as caught:
        search(template, "anything")
    assert says in str(caught.value)
    assert template.strip("^$ ") in str(caught.value)


MAY_MATCH = [
    pytest.param("this <work> ... by {author}", "this blog post by ann", True, id="all that must be there"),
    pytest.param(
        "this <work> ... by {author}",
        "by ann: this blog post",
        True,
        id="in another order, which only the expression tells",
    ),
    pytest.param("this <work> ... by {author}", "this blog by ann", False, id="one word of two"),
    pytest.param("this <work> ... by {author}", "this article of ann", False, id="without a word"),
    pytest.param("(<work>|a (tale|song)) by {author}", "a song by ann", True, id="a choice in a choice"),
    pytest.param("(<work>|a (tale|song)) by {author}", "a poem by ann", False, id="none of a choice in a choice"),
    pytest.param("(<work>|{title}) by {author}", "a poem by ann", True, id="a choice that may be anything"),
    pytest.param("this <work> (here)? by {author}", "this article by ann", True, id="without what may be left out"),
    pytest.param("first printed by {author}", "first \nprinted by ann", True, id="words on two lines"),
    pytest.param("<zhe>出自 {source}", "此文出自例报", True, id="without spaces"),
]


@pytest.mark.parametrize(("template", "text", "answer"), MAY_MATCH)
def test_a_text_without_the_words_needs_no_look(template, text, answer):
    made = Template(template, LISTS)
    assert made.may_match(text) is answer
    assert "regex" not in vars(made)


MAY_START = [
    pytest.param("^ printed in {source}", "printed in example news", True, id="a word"),
    pytest.param("^ (printed|said) in {source}", "said in example news", True, id="one of several"),
    pytest.param("^ (printed|said) in {source}", "kept in example news", False, id="none of several"),
    pytest.param("^ (first)? printed in {source}", "printed in example news", True, id="what may be left out"),
    pytest.param("^ <work> in {source}", "blog post in example news", True, id="the first of two words"),
    pytest.param("^ {source} printed this", "example news printed this", True, id="anything"),
]


@pytest.mark.parametrize(("template", "text", "answer"), MAY_START)
def test_what_a_match_may_start_with(template, text, answer):
    assert Template(template, LISTS).may_start(f"of {text}", 3) is answer
    assert bool(Template(template, LISTS).regex.match(text)) is answer
