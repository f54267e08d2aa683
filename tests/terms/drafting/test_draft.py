"""Whole drafts: what a page of terms becomes, and what is no page of terms."""

import tomllib
from datetime import date

import pytest

from checker.errors import TargetError
from checker.terms import validity
from checker.terms.drafting import clauses_of, draft

URL = "https://examplenews.example/republish"
TODAY = date(2026, 1, 15)
TERMS = """
# Republish our stories

Example News publishes under a Creative Commons Attribution-NoDerivatives 4.0 licence. You may republish our stories if you:

- credit the author and Example News at the top of the story
- add “This story was originally published by Example News.”
- link to the original article, if you publish online
- do not edit the text, except for time, place and house style
- use photos only with the story that they belong to

Please let us know when you republish: rights@examplenews.example.

## Privacy

We never sell your data, and remove it when you ask.
"""
OTHERS = {
    "es": """# Republica nuestros artículos
Puedes republicar gratis los artículos de Ejemplo Noticias si cumples estas condiciones:

- Cita la fuente y el nombre de la autora al inicio del texto.
- Incluye un enlace al artículo original.
- No se puede editar el texto; el titular puede cambiarse.
- Las fotografías solo pueden usarse junto con el artículo y con su crédito.
- No está permitida la venta del contenido.
- Para usos comerciales, contacta con nosotros y pide permiso.
- Avísanos cuando republiques.
""",
    "pt": """# Republique nossas reportagens
Você pode republicar gratuitamente os textos do Exemplo Notícias, desde que siga estas regras:

- Cite a fonte e o nome da autora no início do texto.
- Inclua um link para a reportagem original.
- O conteúdo não pode ser editado; o título pode ser alterado.
- As fotos só podem ser republicadas junto com a reportagem e com os devidos créditos.
- Não é permitido vender o texto.
- Para uso comercial, entre em contato e peça autorização.
- Avise-nos quando republicar.
""",
    "fr": """# Republier nos articles
Vous pouvez republier gratuitement les articles d'Exemple Actualités, à condition de respecter ces règles :

- Citez la source et le nom de l'autrice au début du texte.
- Ajoutez un lien vers l'article original.
- Le texte ne peut pas être modifié ; le titre peut être adapté.
- Les photos ne peuvent être utilisées qu'avec l'article et avec leur crédit.
- Il est interdit de vendre nos textes.
- Pour un usage commercial, contactez-nous avant de republier.
- Prévenez-nous quand vous republiez.
""",
    "de": """# Unsere Artikel nachdrucken
Sie dürfen die Artikel von Beispiel Nachrichten kostenlos übernehmen, wenn Sie diese Regeln beachten:

- Nennen Sie die Quelle und den Namen der Autorin am Anfang des Textes.
- Setzen Sie einen Link auf den Originalartikel.
- Die Texte dürfen nicht verändert werden; die Überschrift darf angepasst werden.
- Fotos dürfen nur zusammen mit dem Artikel und mit Bildnachweis verwendet werden.
- Der Weiterverkauf ist untersagt.
- Für die kommerzielle Nutzung holen Sie bitte vorher unsere Genehmigung ein.
- Bitte informieren Sie uns, wenn Sie einen Artikel übernehmen.
""",
}
EVERYWHERE = {
    "source_attribution": "must",
    "author_credit": "must",
    "credit_placement": "must",
    "link_to_original": "must",
    "no_edits": "must_not",
    "headline_change": "may",
    "image_credit_kept": "must",
    "image_only_with_story": "must",
    "no_resale": "must_not",
}
RUSSIAN = """# Правила использования материалов

Перепечатка материалов издания «Пример» разрешается при соблюдении условий:

- Обязательна активная ссылка на источник в первом абзаце.
- Необходимо указать имя автора.
- Текст нельзя изменять.
- Автоматическое копирование запрещено.
"""
NO_TERMS = [
    pytest.param("", id="nothing"),
    pytest.param("# Hello\n\nThe river is high today.", id="an article"),
    pytest.param(
        "# Support us\n\nYour donation helps us. We never put our work behind a paywall. Gifts of $100 are credited on our page.",
        id="donations",
    ),
    pytest.param(
        "# Comment rules\n\nDo not copy whole articles into a comment; quote a few lines and give a link. We may edit comments.",
        id="comment rules",
    ),
    pytest.param(
        "# Write for us\n\nSubmissions have up to 800 words. Include your name and a photo with its credit. We may change the "
        "headline and pay a fee.",
        id="submissions",
    ),
    pytest.param(
        "# Privacy\n\nWe do not sell your data without your consent. A tracking pixel counts visits. We remove data on request.",
        id="privacy",
    ),
    pytest.param(
        "# The river\n\n"
        + "The river rose again last night. " * 40
        + "\n\nThis article was republished with permission.",
        id="an article that was republished",
    ),
    pytest.param("<html><body><script>republish('link to us')</script></body></html>", id="only a script"),
]


def values(source=TERMS, url=URL):
    return tomllib.loads(draft(source, url, TODAY))


def asked(source):
    (version,) = values(source)["version"]
    return {each["type"]: each for each in version["requirement"]}


def test_a_draft_is_a_valid_pack():
    pack = validity.parse(draft(TERMS, URL, TODAY), "draft.toml")
    assert pack.publisher.name == "Example News"


def test_the_head_of_a_draft():
    found = values()
    assert found["id"] == "example-news"
    assert found["license"] == "CC-BY-ND-4.0"
    assert found["publisher"] == {
        "name": "Example News",
        "domains": ["examplenews.example"],
        "contact": "rights@examplenews.example",
        "languages": ["en"],
    }
    assert found["version"][0]["id"] == "2026-01-15"
    assert found["version"][0]["source"] == {"url": URL, "read": "2026-01-15"}


def test_the_requirements_of_a_draft():
    found = asked(TERMS)
    assert {name: each["strength"] for name, each in found.items()} == {
        "source_attribution": "must",
        "author_credit": "must",
        "credit_placement": "must",
        "credit_line": "must",
        "link_to_original": "must",
        "no_edits": "must_not",
        "image_only_with_story": "must",
        "notify_publisher": "should",
    }
    assert found["credit_line"]["text"] == "This story was originally published by Example News."
    assert found["link_to_original"]["when"] == {"medium": "online"}
    assert found["no_edits"]["allowed"] == ["time", "location", "style"]


def test_every_requirement_is_to_be_reviewed():
    assert {each["review"] for each in asked(TERMS).values()} == {"needed"}


def test_the_page_s_sentences_stand_in_comments_only():
    source = draft(TERMS, URL, TODAY)
    comments = [line for line in source.splitlines() if line.startswith("#")]
    assert any("use photos only with the story that they belong to" in line for line in comments)
    assert "they belong to" not in repr(tomllib.loads(source)).replace("the story that they belong to.", "")


@pytest.mark.parametrize("tag", OTHERS)
def test_other_languages(tag):
    found = asked(OTHERS[tag])
    assert {name: found[name]["strength"] for name in EVERYWHERE if name in found} == EVERYWHERE
    assert {"permission_required", "notify_publisher"} <= set(found)
    assert values(OTHERS[tag])["publisher"]["languages"] == [tag]
    validity.parse(draft(OTHERS[tag], URL, TODAY), "draft.toml")


def test_russian_terms():
    assert {
        "source_attribution",
        "link_to_original",
        "author_credit",
        "no_edits",
        "no_systematic_republication",
    } <= set(asked(RUSSIAN))


@pytest.mark.parametrize("source", NO_TERMS)
def test_pages_without_terms(source):
    with pytest.raises(TargetError):
        draft(source, URL, TODAY)
    with pytest.raises(TargetError):
        clauses_of(source, URL)


@pytest.mark.parametrize(
    "nasty",
    [
        pytest.param('"\n[[version.requirement]]\ntype = "no_resale', id="a quote and a table"),
        pytest.param("“”“\\”\\", id="quotes and backslashes"),
        pytest.param("# x\n'''", id="a comment and apostrophes"),
        pytest.param("{author}{0}{publisher!r}%s", id="braces"),
        pytest.param("\x00\x1b]0;x\x07\u202e\u2028", id="control characters"),
    ],
)
def test_a_page_cannot_break_out(nasty):
    source = TERMS.replace("Example News", f"Example News {nasty}").replace("the author", f"the author {nasty}")
    found = tomllib.loads(draft(source, URL, TODAY))
    assert {each["review"] for each in found["version"][0]["requirement"]} == {"needed"}
    assert set(found) <= {"id", "license", "publisher", "version"}
    validity.parse(draft(source, URL, TODAY), "draft.toml")


def test_html_says_the_same_as_markdown():
    html = (
        "<html lang=en><head><title>Republish our stories - Example News</title></head><body><nav>Donate</nav><main>"
        "<h1>Republish our stories</h1><p>You must:</p><ul><li>credit Example News</li><li>link to the original story</li></ul>"
        "</main></body></html>"
    )
    assert set(asked(html)) == {"source_attribution", "link_to_original"}


def test_clauses_come_in_the_page_s_order():
    found = [clause.type for clause in clauses_of(TERMS, URL)]
    assert found.index("credit_line") < found.index("link_to_original") < found.index("notify_publisher")


def test_an_address_without_a_host_is_refused():
    with pytest.raises(TargetError):
        draft(TERMS, "republish.html", TODAY)
