"""How each language words a new credit is what it finds: alone on a page, with names as the language has them."""

import tomllib
from pathlib import Path

import pytest

from checker.credit.prose import as_html, as_markdown, worded, words_of
from checker.credit.snippets import author_snippet, copyright_snippet, license_snippet, link_snippet, source_snippet
from checker.documents.document import Document, Media
from checker.engine import default
from checker.model import Article, Kind
from checker.question import Question
from checker.terms.library import packaged
from checker.wording import load

FOLDER = Path(__file__).parents[2] / "rules" / "wording"
URL = "https://news.example/2024/05/river"
# language -> a publisher and an author, both made up
NAMES = {
    "ar": ("الأفق الجديد", "ليلى الحداد"),
    "cs": ("Příklad Zprávy", "Anna Perová"),
    "da": ("Eksempelnyt", "Anna Fjer"),
    "de": ("Beispiel-Nachrichten", "Anna Feder"),
    "el": ("Παράδειγμα Νέα", "Άννα Πένα"),
    "en": ("Example News", "Ann Writer"),
    "eo": ("Verda Vento", "Lumina Arbo"),
    "es": ("Ejemplo Noticias", "Ana Pluma"),
    "fa": ("خبر نمونه", "نرگس بهاری"),
    "fr": ("Exemple Info", "Jeanne Plume"),
    "hi": ("नया सवेरा", "मीरा वसंत"),
    "hu": ("Példa Hírek", "Toll Anna"),
    "id": ("Kabar Fajar", "Sari Melati"),
    "it": ("Esempio Notizie", "Anna Penna"),
    "ja": ("ひかり経済新聞", "山川はるか"),
    "ko": ("새벽신문", "한가람"),
    "nb": ("Eksempelnytt", "Anna Fjær"),
    "nl": ("Voorbeeld Nieuws", "Anna Pen"),
    "pl": ("Przykład Info", "Anna Piórko"),
    "pt": ("Exemplo Notícias", "Ana Pena"),
    "ru": ("Пример Новости", "Анна Перова"),
    "sv": ("Exempelnytt", "Anna Penna"),
    "th": ("รุ่งอรุณไทม์", "นที ธารา"),
    "tr": ("Örnek Haber", "Ayşe Kalem"),
    "uk": ("Приклад Новини", "Ганна Перова"),
    "vi": ("Tin Ví Dụ", "An Nhà Văn"),
    "zh": ("晨光科技周刊", "李小禾"),
}
TEXT = (
    "<p>"
    + "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore. " * 2
    + "</p>"
)


def seen(tag, above="", below=""):
    """What a page in a language credits that has a text between two lines."""
    page = f'<html lang="{tag}"><title>x</title><article><h1>Lorem</h1>{above}{TEXT * 4}{below}</article></html>'
    terms = packaged()["good-practice"]
    return default().check(Document("page.html", page.encode(), Media.HTML), Question(terms)).acknowledgements


def test_every_language_words_credits_and_has_names_here():
    assert set(NAMES) == {file.stem for file in FOLDER.glob("*.toml")}
    for file in FOLDER.glob("*.toml"):
        assert set(tomllib.loads(file.read_text("utf-8"))["credit"]) == {
            "source",
            "link",
            "byline",
            "copyright",
            "license",
            "terms",
        }


@pytest.mark.parametrize("tag", NAMES)
def test_a_source_line_names_the_source_and_links(tag):
    found = seen(tag, below=source_snippet(NAMES[tag][0], Article(URL), tag).html)
    assert [ack.names for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION] == [(NAMES[tag][0],)]
    assert [ack.evidence.href for ack in found if ack.kind is Kind.LINK_TO_ORIGINAL and ack.usable] == [URL]


@pytest.mark.parametrize("tag", NAMES)
def test_a_byline_names_both_authors(tag):
    author = NAMES[tag][1]
    found = seen(tag, author_snippet(Article(authors=(author, "Ben Author")), tag).html)
    assert [name for ack in found if ack.kind is Kind.AUTHOR_CREDIT for name in ack.names] == [author, "Ben Author"]


@pytest.mark.parametrize("tag", NAMES)
def test_a_link_alone_is_one_to_the_original(tag):
    found = seen(tag, below=link_snippet(NAMES[tag][0], Article(URL), tag).html)
    assert URL in [ack.evidence.href for ack in found if ack.kind is Kind.LINK_TO_ORIGINAL and ack.usable]


@pytest.mark.parametrize("tag", NAMES)
def test_a_licence_line_names_the_licence(tag):
    found = seen(tag, below=license_snippet(NAMES[tag][0], "CC-BY-SA-4.0", tag).html)
    assert [ack.details["license"] for ack in found if ack.kind is Kind.LICENSE_NOTICE and ack.usable] == [
        "CC-BY-SA-4.0"
    ]


@pytest.mark.parametrize("tag", NAMES)
def test_a_copyright_line_names_its_holders(tag):
    publisher, author = NAMES[tag]
    source = source_snippet(publisher, Article(URL), tag).html
    found = seen(
        tag, below=source + copyright_snippet(publisher, Article(authors=(author,)), tag).html.replace("YEAR", "2024")
    )
    assert [ack.names for ack in found if ack.kind is Kind.COPYRIGHT_LINE] == [(author, publisher)]


def test_a_region_has_its_languages_words_and_an_unknown_language_english():
    said = {tag: words_of(worded("byline", tag, author="X")) for tag in ("pt-BR", "pt", "PT_br", "tlh", None)}
    assert list(said.values()) == ["Por X"] * 3 + ["By X"] * 2


def test_brackets_are_linked_and_nothing_else_is():
    line = worded("source", "en", URL, publisher="A [b](c) & <i>")
    assert (
        as_html(line)
        == f'<p>This article was originally published on <a href="{URL}">A [b](c) &amp; &lt;i&gt;</a>.</p>'
    )
    assert as_markdown(line) == f"This article was originally published on [A \\[b\\](c) \\& \\<i\\>](<{URL}>)."


def test_what_turns_the_line_or_the_terminal_is_left_out_and_joiners_stay():
    line = worded("byline", "fa", author="\u202eسپیده\u200cدم\x1b[31m\u2029")
    assert words_of(line) == "نویسنده: سپیده\u200cدم[31m "


def test_wordings_without_credits_are_still_read():
    language, _ = load.parse({"language": "xx", "name": "X", "slots": {}})
    assert language.credit == {}
