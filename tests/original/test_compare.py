"""What differs between an original and its copy, class by class; near misses first."""

import pytest

from checker.model import EditClass
from checker.original.compare import Text, compare

BEFORE = "The river rose in the night, and nobody in the valley had seen it come."
AFTER = "Since then the ferry lies in the reeds, and the children fish from it."


def found(original, copy, language="en"):
    """The classes and words of the differences of a sentence between two that are kept."""
    texts = ([BEFORE, each, AFTER] for each in (original, copy))
    compared = compare(*(Text(text, language) for text in texts))
    return [(each.kind.value, each.original, each.copy) for each in compared.differences]


def kinds(original, copy, language="en"):
    return [kind for kind, _, _ in found(original, copy, language)]


# (original, copy, class, words of the original, words of the copy)
TYPOGRAPHY = [
    pytest.param("“Go on,” the mayor said at noon.", '"Go on," the mayor said at noon.', id="straight quotes"),
    pytest.param("“Go on”, the mayor said at noon.", "« Go on », the mayor said at noon.", id="French quotes"),
    pytest.param("“The mill went down then.”", '"The mill went down then."', id="quotes around all of it"),
    pytest.param("The mill — an old one — burned down.", "The mill - an old one - burned down.", id="dashes"),
    pytest.param("The years 1990-95 were dry for the mill.", "The years 1990–95 were dry for the mill.", id="a range"),
    pytest.param("And then... the mill was gone.", "And then… the mill was gone.", id="an ellipsis"),
    pytest.param("The first ferry was of oak.", "The ﬁrst ferry was of oak.", id="a ligature"),
    pytest.param("The ferry was of oak and pine.", "THE FERRY was of oak and pine.", id="a drop cap"),
    pytest.param("The mayor’s ferry didn’t sink.", "The mayor's ferry didn't sink.", id="apostrophes"),
    pytest.param("The river carried away the mill.", "The ri\u00adver carried away the\u200b mill.", id="soft hyphens"),
]


@pytest.mark.parametrize(("original", "copy"), TYPOGRAPHY)
def test_typography(original, copy):
    assert set(kinds(original, copy)) <= {"typography"}
    assert all(one != other for _, one, other in found(original, copy))


HOUSE_STYLE = [
    pytest.param("Our neighbours organised a theatre.", "Our neighbors organized a theater.", id="American"),
    pytest.param("The travelling labourer was cancelled.", "The traveling laborer was canceled.", id="doubled letters"),
    pytest.param("About 12 per cent of the boats sank.", "About 12 percent of the boats sank.", id="per cent"),
    pytest.param("About 12 percent of the boats sank.", "About 12% of the boats sank.", id="a sign"),
    pytest.param("All twenty-five boats sank that day.", "All 25 boats sank that day.", id="numerals"),
    pytest.param("All two hundred boats sank at once.", "All 200 boats sank at once.", id="hundreds"),
    pytest.param("All 1,500 boats sank at once there.", "All 1500 boats sank at once there.", id="groups of digits"),
    pytest.param("Oak, pine, and ash lay on the bank.", "Oak, pine and ash lay on the bank.", id="a serial comma"),
    pytest.param("Then Dr. Holm came by with a lamp.", "Then Holm came by with a lamp.", id="an honorific"),
    pytest.param("Then Dr. Holm came by with a lamp.", "Then Dr Holm came by with a lamp.", id="a point"),
    pytest.param("It sank on 3 March 2024 near the mill.", "It sank on March 3rd, 2024 near the mill.", id="a date"),
    pytest.param("It sank in January near the old mill.", "It sank in Jan. near the old mill.", id="a month"),
    pytest.param("The U.S. boats sank near the mill.", "The US boats sank near the mill.", id="points"),
    pytest.param("The e-mail said that it sank there.", "The email said that it sank there.", id="a hyphen"),
    pytest.param("The well-known boat sank near it.", "The well known boat sank near it.", id="a hyphen as a space"),
    pytest.param("Then the President saw the boat.", "Then the president saw the boat.", id="a capital"),
    pytest.param("The boat didn't sink near the mill.", "The boat did not sink near the mill.", id="a contraction"),
    pytest.param("It is 5 km to the old mill there.", "It is 5 kilometers to the old mill there.", id="a unit"),
    pytest.param("The café by the mill was shut.", "The cafe by the mill was shut.", id="an accent"),
]


@pytest.mark.parametrize(("original", "copy"), HOUSE_STYLE)
def test_house_style(original, copy):
    assert set(kinds(original, copy)) == {"house_style"} == set(kinds(copy, original))


TIME_PLACE = [
    pytest.param("The mill burned down today at noon.", "The mill burned down on Tuesday at noon.", id="today"),
    pytest.param("The mill burned down last week.", "The mill burned down in early May.", id="last week"),
    pytest.param("The mill burned down last night.", "The mill burned down on Monday.", id="last night"),
    pytest.param("The mill burned down on Monday.", "The mill burned down on Monday, May 6.", id="a date put to a day"),
    pytest.param("The mill burned down today.", "The mill burned down yesterday.", id="a day later"),
    pytest.param("This morning the mill burned down.", "On Friday morning the mill burned down.", id="this morning"),
    pytest.param("The mill burned down two days ago.", "The mill burned down on Sunday.", id="days ago"),
    pytest.param("It was the last mill here, they say.", "It was the last mill in Riverton, they say.", id="here"),
    pytest.param("Mills in the state were shut then.", "Mills in Oregon were shut then.", id="the state"),
    pytest.param("Mills across the county were shut.", "Mills across Marlow County were shut.", id="the county"),
    pytest.param("Many local millers lost their work.", "Many Riverton millers lost their work.", id="local"),
]


@pytest.mark.parametrize(("original", "copy"), TIME_PLACE)
def test_time_and_place(original, copy):
    assert kinds(original, copy) == ["time_place"] == kinds(copy, original)


# What looks like one of the above and is not.
CHANGED = [
    pytest.param("It burned down on Monday at noon.", "It burned down on Tuesday at noon.", id="another day"),
    pytest.param("It burned down last Monday at noon.", "It burned down last Friday at noon.", id="another last day"),
    pytest.param("It burned down on 3 March 2024.", "It burned down on 4 March 2024.", id="another date"),
    pytest.param("It burned down on Monday morning.", "It burned down on Monday evening.", id="another part of a day"),
    pytest.param("It burned down in 1990, they say.", "It burned down in 1991, they say.", id="another year"),
    pytest.param("The mill cost 1.5 million crowns.", "The mill cost 15 million crowns.", id="a point in a number"),
    pytest.param("The mill cost $5 a day to run then.", "The mill cost €5 a day to run then.", id="another currency"),
    pytest.param("It was -5 degrees when it burned.", "It was 5 degrees when it burned down.", id="a minus"),
    pytest.param("The two mills burned down at noon.", "The three mills burned down at noon.", id="another number"),
    pytest.param("The four mills burned down at noon.", "The for mills burned down at noon.", id="four and for"),
    pytest.param("The company shut the mill at noon.", "The Council shut the mill at noon.", id="no place"),
    pytest.param("Dr. Holm came by with a lamp then.", "Dr. Lind came by with a lamp then.", id="another name"),
    pytest.param("The mill is safe, the mayor said.", "The mill is unsafe, the mayor said.", id="its contrary"),
]


@pytest.mark.parametrize(("original", "copy"), CHANGED)
def test_another_word(original, copy):
    assert "changed" in kinds(original, copy)
    assert not {"house_style", "time_place"} & set(kinds(original, copy))


WITHIN = [
    pytest.param("The old mill burned down.", "The mill burned down.", ("removed", "old", ""), id="a word left out"),
    pytest.param("The mill did burn down.", "The mill did not burn down.", ("added", "", "not"), id="a word put in"),
    pytest.param("The mill was safe.", "The barn was safe.", ("changed", "mill", "barn"), id="a word"),
    pytest.param(
        "They saw a long report on floods.",
        "They saw a short note on storms.",
        ("changed", "long report on floods", "short note on storms"),
        id="words with one kept among them",
    ),
]


@pytest.mark.parametrize(("original", "copy", "expected"), WITHIN)
def test_words_within_a_sentence(original, copy, expected):
    assert found(original, copy) == [expected]


SENTENCES = [
    "The first mill stood below the weir and ground corn for the whole valley.",
    "Its wheel was of oak, and it was mended every spring by the same family.",
    "In dry summers the miller opened an inn, which the bishop did not like at all.",
    "Nobody knows who lit the fire that ended all of this one night in autumn.",
    "What is left of it are two stones, a name on the map, and a song.",
]
OWN = "Our readers have sent us more than forty letters about it."
A, B, C, D, E = SENTENCES
# (the copy's paragraphs, what differs)
WHOLE = [
    pytest.param([f"{A} {B}", f"{C} {D}", E], [], id="other paragraphs"),
    pytest.param(["By Ann Writer", OWN, *SENTENCES, OWN], [], id="the copy's own beginning and end"),
    pytest.param([f"RIVERTON, May 6 (Hill Post) — {A}", B, C, D, E], [], id="where it was written"),
    pytest.param([f"So it goes — {A}", B, C, D, E], [("added", "", "So it goes")], id="words before a dash"),
    pytest.param([A, f"RIVERTON — {B}", C, D, E], [("added", "", "RIVERTON")], id="a place amid the text"),
    pytest.param([A, OWN, "By Ann Writer", *SENTENCES], [], id="a teaser above"),
    pytest.param([A, B, A, C, D, E, B], [], id="quotes of itself beside the text"),
    pytest.param([A, B, "Advertisement", C, D, "Read more", E], [], id="next to no words"),
    pytest.param([A, B, OWN, C, D, E], [("added", "", OWN)], id="put in"),
    pytest.param([f"{A} Hear, hear! {B}", C, D, E], [("added", "", "Hear, hear!")], id="two words among the text"),
    pytest.param([A, C, D, E], [("removed", B, "")], id="left out"),
    pytest.param([B, C, D, E], [("removed", A, "")], id="the beginning left out"),
    pytest.param([A, B, C], [("truncated", f"{D}\n{E}", "")], id="the end cut off"),
    pytest.param([A, D, E, B, C], [("moved", f"{D}\n{E}", f"{D}\n{E}")], id="turned round"),
    pytest.param([E, A, B, C, D], [("moved", E, E)], id="the end in front"),
    pytest.param(
        [A, C, B.replace("oak", "pine"), D, E],
        [("moved", B, B.replace("oak", "pine")), ("changed", "oak", "pine")],
        id="moved and changed",
    ),
    pytest.param([A, B.replace(", and it", ". It"), C, D, E], [("removed", "and", "")], id="one sentence as two"),
    pytest.param(
        [A, B, C, D, "What is left of it are", "two stones,", "a name on the map,", "and a song."], [], id="a list"
    ),
    pytest.param(
        [A, B, C, D.replace("one night in autumn", "one night"), E], [("removed", "in autumn", "")], id="shortened"
    ),
]


@pytest.mark.parametrize(("copy", "expected"), WHOLE)
def test_whole_sentences(copy, expected):
    compared = compare(Text(SENTENCES, "en"), Text(copy, "en"))
    plain = [each for each in compared.differences if each.kind is not EditClass.TYPOGRAPHY]
    assert sorted((each.kind.value, each.original, each.copy) for each in plain) == sorted(expected)


@pytest.mark.parametrize("rest", ["opened an inn …", "opened an inn, which the bis…", "open"])
def test_the_end_of_a_sentence_behind_which_all_is_missing(rest):
    compared = compare(Text(SENTENCES, "en"), Text([A, B, f"In dry summers the miller {rest}"], "en"))
    assert {each.kind.value for each in compared.differences} <= {"truncated", "typography"}


def test_each_difference_has_its_place_on_both_sides():
    copy = [A, B.replace("oak", "pine"), D, OWN, E]
    changed, removed, added = compare(Text(SENTENCES, "en"), Text(copy, "en")).differences
    assert (changed.original_at.of(SENTENCES), changed.copy_at.of(copy)) == ("oak", "pine")
    assert (removed.original_at.of(SENTENCES), removed.copy_at.of(copy)) == (C, "")
    assert (removed.copy_at.paragraph, removed.copy_at.start) == (1, len(copy[1]))
    assert (added.original_at.of(SENTENCES), added.copy_at.of(copy)) == ("", OWN)


def test_the_numbers():
    compared = compare(Text(SENTENCES, "en"), Text([A, B, OWN, C.replace("bishop", "mayor"), E], "en"))
    total = sum(len(text.split()) for text in SENTENCES)
    assert compared.kept == pytest.approx(1 - len(D.split()) / total)
    assert (compared.sentences, compared.words_added, compared.edited) == (5, len(OWN.split()), True)


def test_how_much_is_missing_before_anything_is_there():
    total = sum(len(text.split()) for text in SENTENCES)
    late = compare(Text(SENTENCES, "en"), Text([OWN, D, E], "en")).late
    assert late == pytest.approx(1 - len(f"{D} {E}".split()) / total)
    assert compare(Text(SENTENCES, "en"), Text([A, OWN, D, E], "en")).late == 0


def test_paragraphs_that_belong_to_the_page_are_neither_missing_nor_put_in():
    original, copy = Text([A, OWN, B], "en", {1}), Text([A, C, B], "en", {1})
    compared = compare(original, copy)
    assert (compared.differences, compared.kept) == ((), 1)
    assert compare(Text([OWN], "en", {0}), copy) is None


def test_type_and_style_are_no_edit():
    compared = compare(Text([A, B], "en"), Text([A, B.replace("oak,", "oak –").replace("spring", "Spring")], "en"))
    assert compared.differences
    assert not compared.edited


GERMAN = [
    "Die erste Mühle stand unter dem Wehr und hat für das ganze Tal das Korn gemahlen, wie es in der Chronik steht.",
    "Ihr Rad war aus Eiche, und es wurde in jedem Frühling von der gleichen Familie erneuert, die auf dem Hügel lebt.",
]
TRANSLATIONS = [
    pytest.param(GERMAN, "de", True, id="translated"),
    pytest.param(GERMAN, "en", True, id="translated, and its page says another language"),
    pytest.param(["这是我们的河流和磨坊的故事。" * 3], "zh", True, id="a language that only its page tells"),
    pytest.param([OWN] * 5, "de", False, id="another text in the same language"),
    pytest.param(SENTENCES, "de", False, id="the same text"),
    pytest.param([A, *GERMAN], "de", False, id="an extract in another language's page"),
]


@pytest.mark.parametrize(("copy", "language", "expected"), TRANSLATIONS)
def test_a_translation_has_no_other_class(copy, language, expected):
    original = SENTENCES[:2] if copy[0] == A and len(copy) == 3 else SENTENCES
    compared = compare(Text(original, "en"), Text(copy, language))
    assert compared.translated == expected
    if expected:
        assert [each.kind for each in compared.differences] == [EditClass.TRANSLATED]


OTHERS = [
    pytest.param(
        "de",
        "Die Mühle brannte heute ab, sagt der Müller.",
        "Die Mühle brannte am Dienstag ab, sagt der Müller.",
        "time_place",
        id="German",
    ),
    pytest.param(
        "de",
        "Es muß noch ein Stück Straße gebaut werden.",
        "Es muss noch ein Stück Strasse gebaut werden.",
        "house_style",
        id="German ss",
    ),
    pytest.param(
        "fr",
        "Le moulin a brûlé hier, dit le meunier.",
        "Le moulin a brûlé lundi, dit le meunier.",
        "time_place",
        id="French",
    ),
    pytest.param(
        "es",
        "El molino ardió ayer, dice el molinero.",
        "El molino ardió el lunes, dice el molinero.",
        "time_place",
        id="Spanish",
    ),
    pytest.param(
        "pt",
        "O moinho ardeu ontem, diz o moleiro.",
        "O moinho ardeu na segunda-feira, diz o moleiro.",
        "time_place",
        id="Portuguese",
    ),
    pytest.param(
        "fr",
        "Rien de l'État, À ce jour, dit le meunier.",
        "Rien de l’Etat, A ce jour, dit le meunier.",
        "house_style",
        id="capitals without accents",
    ),
    pytest.param(
        "fr",
        "Le moulin où il vit a brûlé en mai.",
        "Le moulin ou il vit a brûlé en mai.",
        "changed",
        id="an accent that says something",
    ),
    pytest.param(
        "sv",
        "Kvarnen brann i går, säger mjölnaren.",
        "Kvarnen brann i fjol, säger mjölnaren.",
        "changed",
        id="a language without words",
    ),
    pytest.param("zh", "磨坊昨天晚上在河边烧毁了。", "磨坊昨天晚上在山边烧毁了。", "changed", id="Chinese"),
]


@pytest.mark.parametrize(("language", "original", "copy", "kind"), OTHERS)
def test_other_languages(language, original, copy, kind):
    assert set(kinds(original, copy, language)) == {kind}


def test_the_first_of_several_that_are_equally_like_is_taken():
    like = ["Elm oak elm.", "Oak barn barn.", "Mill barn barn.", "Ash elm oak.", "Barn ash barn oak."]
    texts = ([BEFORE, "Fir mill ash.", "Elm barn elm barn.", AFTER], [BEFORE, *like, AFTER])
    compared = compare(*(Text(text, "en") for text in texts))
    assert [(each.kind.value, each.original, each.copy) for each in compared.differences if each.within] == [
        ("changed", "barn elm barn", "oak elm"),
    ]


def test_more_changed_sentences_than_can_all_be_tried_with_all_others():
    said = [f"Barge {number} of mill {number * 7} lay at pier {number * 13} all night." for number in range(600)]
    compared = compare(Text(said, "en"), Text([each.replace("night", "day") for each in said], "en"))
    assert [(each.kind, each.original, each.copy) for each in compared.differences] == [
        (EditClass.CHANGED, "night", "day")
    ] * 600


HOSTILE = [
    pytest.param("word " * 200_000, "word " * 199_000 + "end", id="one word"),
    pytest.param("a" * 1_000_000, "a" * 999_999 + "b", id="no space"),
    pytest.param("Aa bb cc dd. " * 80_000, "Aa bb cc de. " * 80_000, id="short sentences"),
    pytest.param("." * 1_000_000, "!" * 1_000_000, id="marks alone"),
]


@pytest.mark.parametrize(("original", "copy"), HOSTILE)
def test_a_megabyte_has_an_end_and_is_not_judged_whole(original, copy):
    compared = compare(Text([original], "en"), Text([copy], "en"))
    assert compared is None or not compared.whole


def test_an_original_without_text():
    assert compare(Text([], "en"), Text([A], "en")) is None
    assert compare(Text(["Advertisement"], "en"), Text([A], "en")) is None
