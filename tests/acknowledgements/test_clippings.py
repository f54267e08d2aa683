"""Clippings: lines that are a newspaper's name and the day of its issue, with the writer's or without."""

import pytest

from checker.acknowledgements import clippings
from checker.model import Kind

NOTHING = [
    pytest.param({"top": "<p>Oldtown, May 24, 2014</p>"}, id="a place and a date"),
    pytest.param({"top": "<p>Riverside Commons, May 24, 2014</p>"}, id="the site itself"),
    pytest.param({"top": "<p>Published in Uncategorized on May 24, 2014</p>"}, id="a post's category"),
    pytest.param({"top": "<p>Published in News on May 24, 2014</p>"}, id="another category"),
    pytest.param({"end": "<p>Source: Example Gazette, May 24, 2014</p>"}, id="a label may name a reference"),
    pytest.param({"end": "<p>Photo: Example Gazette, May 24, 2014</p>"}, id="a photographer's newspaper"),
    pytest.param({"end": "<p>See also Example Gazette, May 24, 2014</p>"}, id="a reference"),
    pytest.param({"end": "<p>Letter to the editor, Example Gazette, May 24, 2014</p>"}, id="a letter"),
    pytest.param({"end": "<p>Example Gazette, May 2014</p>"}, id="no day"),
    pytest.param({"end": "<p>Example Gazette 52/2018</p>"}, id="the number of an issue"),
    pytest.param({"end": "<p>Example Gazette, May 24</p>"}, id="no year, and no words for a work"),
    pytest.param({"top": "<p>2019年09月11日 例子传媒 时政新闻 1665 0</p>"}, id="a date before a category"),
    pytest.param({"end": "<p>Dream Journal – May 24, 2014</p>"}, id="what is no newspaper"),
    pytest.param({"end": "<ul><li>Example Gazette, May 24, 2014</li></ul>"}, id="an item of a list"),
    pytest.param(
        {"end": "<p>(Example Gazette, May 24, 2014)</p><p>(Example Herald, May 25, 2014)</p>"}, id="several newspapers"
    ),
    pytest.param({"end": '<img src="a.jpg"><p>Example Gazette, May 24, 2014</p>'}, id="below a picture"),
    pytest.param({"top": "<p>“The River Concert”, May 24, 2014</p>"}, id="a concert"),
    pytest.param({"top": "<p>May 24, 2014<br>Oldtown</p>"}, id="a place below a date"),
    pytest.param({"top": "<p>May 24, 2014<br>Local News</p>"}, id="a section below a date"),
    pytest.param(
        {"top": '<p>May 24, 2014<br><a href="/gazette/">Example Gazette</a></p>'}, id="a linked name below a date"
    ),
]
FOUND = [
    pytest.param({"top": "<p>Example Gazette, May 24, 2014</p>"}, "Example Gazette", (), id="bare"),
    pytest.param({"end": "<p>(Example Gazette, May 24, 2014)</p>"}, "Example Gazette", (), id="in brackets"),
    pytest.param({"end": "<p>From the Example Gazette, May 24, 2014</p>"}, "Example Gazette", (), id="from"),
    pytest.param(
        {"top": "<p>By Ann Writer, Example Gazette, Saturday, May 24, 2014</p>"},
        "Example Gazette",
        ("Ann Writer",),
        id="the writer",
    ),
    pytest.param(
        {"top": "<p>Ann Writer – Example Gazette – 24.05.2014</p>"}, "Example Gazette", ("Ann Writer",), id="dashes"
    ),
    pytest.param({"end": "<p>Example Gazette, May 24, 2014, p. 3</p>"}, "Example Gazette", (), id="the page"),
    pytest.param(
        {"top": "<p>The Example Daily News<br>Saturday, August 3, 2013</p>"}, "The Example Daily News", (), id="lines"
    ),
    pytest.param(
        {"top": "<p>Art in Review<br>Monday, July 10, 2006<br>The Example Daily News</p>"},
        "The Example Daily News",
        (),
        id="the date above",
    ),
    pytest.param(
        {"top": '<p>July 10, 2006<br>Example Gazette<br><a href="/river.pdf">(Download article)</a></p>'},
        "Example Gazette",
        (),
        id="a link below",
    ),
    pytest.param(
        {"end": "<p><em>Published in the Riverbend Star on May 24, 2014</em></p>"}, "Riverbend Star", (), id="any name"
    ),
]
LANGUAGES = [
    ("(erschienen im Beispieler Wochenblatt am 07. August 2019)", "Beispieler Wochenblatt"),
    (
        "Artikel aus den Beispieler Nachrichten vom 23. März 2018 – mit freundlicher Genehmigung",
        "Beispieler Nachrichten",
    ),
    ("di Anna Penna, “Il Foglio Esempio”, 24 mag. 2014", "Il Foglio Esempio"),
    ("Articolo apparso sul quotidiano Il Ponte del 12 dicembre 2015", "Il Ponte"),
    ("Tomado de El Diario Ejemplo, 24 de mayo de 2014", "El Diario Ejemplo"),
    ("(Le Journal Exemple du 24 mai 2014)", "Le Journal Exemple"),
    ("(Le Journal Exemple du 24 mars 2014)", "Le Journal Exemple"),
    ("Article paru dans le Courrier Exemple du 6 avril.", "Courrier Exemple"),
    ("Artikel in der Beispielzeitung, vom 2.Februar 2019", "Beispielzeitung"),
    ("Publicado em O Jornal Exemplo em 24 de maio de 2014", "O Jornal Exemplo"),
    ("(verschenen in Het Voorbeeldblad op 24 mei 2014)", "Het Voorbeeldblad"),
    ("Anna Pióro, „Gazeta Przykładowa”, 24 maja 2014", "Gazeta Przykładowa"),
    ("(Örnek Gazetesi, 24 Mayıs 2014)", "Örnek Gazetesi"),
    ("Опубликовано в газете «Пример» 24 мая 2014 года", "Пример"),
]


@pytest.mark.parametrize("parts", NOTHING)
def test_what_is_no_clipping(scene_of, parts):
    assert not [ack for ack in clippings.observe(scene_of(**parts)) if ack.certain]


@pytest.mark.parametrize(("parts", "name", "writers"), FOUND)
def test_a_clipping_names_its_newspaper_and_its_writer(scene_of, parts, name, writers):
    found = list(clippings.observe(scene_of(**parts)))
    assert [ack.names for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION and ack.certain] == [(name,)]
    assert tuple(n for ack in found if ack.kind is Kind.AUTHOR_CREDIT for n in ack.names) == writers


@pytest.mark.parametrize(("line", "name"), LANGUAGES)
def test_in_many_languages(scene_of, line, name):
    assert [
        ack.names for ack in clippings.observe(scene_of(end=f"<p>{line}</p>")) if ack.kind is Kind.SOURCE_ATTRIBUTION
    ] == [(name,)]


@pytest.mark.parametrize(
    ("line", "certain"),
    [
        ("Ann Writer, Oldtown Gazette, May 24, 2014", [True]),
        ("Ann Writer, Oldtown Post, May 24, 2014", [False]),
        ("Oldtown Post, May 24, 2014", []),
        ("Ann Writer, Guest Post, May 24, 2014", []),
        ("Published in Local News on May 24, 2014", []),
    ],
)
def test_a_name_that_may_be_a_title_needs_its_writer_and_leaves_a_doubt(scene_of, line, certain):
    found = clippings.observe(scene_of(end=f"<p>{line}</p>"))
    assert [ack.certain for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION] == certain


@pytest.mark.parametrize("line", ["Ann Writer, Example Gazette, May 24, 2014", "(Example Gazette, May 24, 2014)"])
def test_a_site_with_the_papers_word_in_its_name_may_be_the_paper(scene_of, line):
    assert not list(clippings.observe(scene_of(url="https://gazettextra.example/river/", top=f"<p>{line}</p>")))


def test_a_byline_of_a_paper_and_a_day_may_be_its_own(scene_of):
    found = clippings.observe(scene_of(top='<p class="byline">Ann Writer, Example Gazette<br>May 24, 2014</p>'))
    assert not [ack for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION and ack.certain]


def test_a_heading_with_nothing_but_a_newspaper_and_a_date_may_be_a_list(scene_of):
    (found,) = clippings.observe(scene_of(top="<h2>Example Gazette, May 24, 2014</h2>"))
    assert not found.certain


@pytest.mark.parametrize(
    ("below", "certain"),
    [('<br><a href="http://www.gazette.example/">www.gazette.example</a>', True), ("", False)],
    ids=["its address", "nothing"],
)
def test_below_its_name_a_newspaper_s_address_tells_that_it_is_not_the_site(nameless, below, certain):
    scene = nameless(f"<p>By Ann Writer<br>January 10, 2003<br>Example Gazette{below}</p>")
    found = [ack for ack in clippings.observe(scene) if ack.kind is Kind.SOURCE_ATTRIBUTION]
    assert [(ack.names, ack.certain) for ack in found] == [(("Example Gazette",), certain)]
