"""What stands in front of a page of the web or in its place; and pages that only have words or marks of it."""

import json

import pytest

URL = "https://host.example/2024/river"
WORDS = "The water came early this year and stayed for nine days. " * 30
ARTICLE = f"<h1>The river comes back</h1><p>{WORDS}</p>"
SCRIPT = '<script src="/app.js"></script>'


def app(root="root", more=""):
    return f'<title>Host</title><noscript>{more}</noscript><div id="{root}"></div>{SCRIPT}'


def data(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


NOT_FREE = data({"@type": "NewsArticle", "isAccessibleForFree": False})

TEASER = '<h4><a href="/b">The bridge is shut</a></h4><p>What the town has to say of it, and who is to pay for it.</p>'
RELATED = f'<aside class="related"><h3>More</h3>{TEASER * 20}</aside>'

# the page -> what keeps it away
WALLS = [
    pytest.param(ARTICLE, None, id="an article"),
    pytest.param("<h1>The river</h1><p>It came.</p>", None, id="a short article"),
    pytest.param("", None, id="nothing"),
    # not there
    pytest.param("<h1>Page not found</h1><p>Try the search.</p>", "soft_404", id="not found"),
    pytest.param("<h1>404</h1>", "soft_404", id="a number"),
    pytest.param(
        "<h1>Oops! Page not found.</h1>" + ARTICLE.replace("h1", "h2"), "soft_404", id="not found, and other stories"
    ),
    pytest.param("<h1>Sorry, this page can’t be found</h1>", "soft_404", id="with an apology"),
    pytest.param(
        "<title>Page not found | Host News</title><p>Sorry.", "soft_404", id="in the title, without a heading"
    ),
    pytest.param("<h1>Seite nicht gefunden</h1>", "soft_404", id="German"),
    pytest.param("<h1>Diese Seite existiert nicht (mehr)</h1>", "soft_404", id="German, otherwise"),
    pytest.param("<h1>Oups ! Cette page est introuvable.</h1>", "soft_404", id="French"),
    pytest.param("<h1>La page demandée n’existe pas</h1>", "soft_404", id="French, otherwise"),
    pytest.param("<h1>¡Vaya! No se puede encontrar esa página.</h1>", "soft_404", id="Spanish"),
    pytest.param("<h1>La página que buscas no existe</h1>", "soft_404", id="Spanish, otherwise"),
    pytest.param("<h1>お探しのページは見つかりませんでした</h1>", "soft_404", id="Japanese"),
    pytest.param(
        "<title>Page not found - Post</title><h1>Oh dear</h1><p>Sorry.", "soft_404", id="in the title of a short page"
    ),
    pytest.param(
        "<title>404 | Post</title><h1>Blur</h1><p>They played.", None, id="a number in the title of a short page"
    ),
    pytest.param("<h1>页面不存在</h1>", "soft_404", id="Chinese"),
    pytest.param(
        ARTICLE.replace("The river comes back", "Page not found: how the web rots"), None, id="an article on it"
    ),
    pytest.param(ARTICLE.replace("The river comes back", "The Peugeot 404"), None, id="a car"),
    pytest.param(
        ARTICLE.replace("The river comes back", "Why so many readers see page not found"), None, id="a sentence with it"
    ),
    pytest.param(f"<title>Page not found - how the web rots</title>{ARTICLE}", None, id="in the title of an article"),
    pytest.param(f"{ARTICLE}<h2>Page not found</h2>", None, id="in a lesser heading"),
    # a challenge
    pytest.param("<title>Just a moment...</title><p>Checking.", "challenge", id="a challenge"),
    pytest.param("<script>window._cf_chl_opt={}</script><p>One more step", "challenge", id="a challenge by its script"),
    pytest.param(f"{ARTICLE}<script>window._cf_chl_opt={{}}</script>", None, id="an article with such a script"),
    # parked
    pytest.param("<h1>river.example</h1><p>This domain is for sale!", "parked", id="a domain for sale"),
    pytest.param("<p>The domain river.example may be for sale by its owner!", "parked", id="perhaps for sale"),
    pytest.param("<p>The domain river.example is for sale!", "parked", id="for sale by its name"),
    pytest.param("<p>Die Domain river.example steht zum Verkauf!", "parked", id="German"),
    pytest.param(
        "<title>The mill is for sale | Post</title><h1>The mill is for sale</h1><p>It is.", None, id="a mill for sale"
    ),
    pytest.param(f"{ARTICLE}<p>The domain is for sale.", None, id="an article on it, with many words"),
    # consent
    pytest.param("<h1>Before you continue to Host</h1><p>Cookies.", "consent_wall", id="a question about cookies"),
    pytest.param("<p>We and our partners store data.</p><button>Accept", "consent_wall", id="without a heading"),
    pytest.param(
        "<title>Host</title><p>If you accept, we and our partners, including 242 of them, store data.",
        "consent_wall",
        id="many partners",
    ),
    pytest.param("<h1>Weiter mit Werbung lesen</h1><p>Oder mit Abo.", "consent_wall", id="German"),
    pytest.param(
        "<h1>The river</h1><p>It came.</p><div>We value your privacy.</div>", None, id="a short page with a banner"
    ),
    # scripts
    pytest.param(app(), "js_required", id="an empty app"),
    pytest.param(app("__next"), "js_required", id="another"),
    pytest.param(app("box", "You need to enable JavaScript to run this app."), "js_required", id="an app that says so"),
    pytest.param(
        app().replace(SCRIPT, "<script>fill()</script>"), "js_required", id="an app whose script is on the page"
    ),
    pytest.param(
        app().replace(SCRIPT, '<script type="application/ld+json">{}</script>'), None, id="an empty element beside data"
    ),
    pytest.param(app("box"), None, id="an empty page with a script"),
    pytest.param(app().replace(SCRIPT, ""), None, id="an empty element without scripts"),
    pytest.param(app() + ARTICLE, None, id="an app beside its article"),
    pytest.param(
        f"{ARTICLE}<noscript>Please enable JavaScript to see the comments.</noscript>{SCRIPT}",
        None,
        id="comments by script",
    ),
    # paywalls
    pytest.param(f"<h1>The river</h1><p>It came.</p>{NOT_FREE}", "paywall", id="a teaser that is not free"),
    pytest.param(f"<p>{'河水今年来得很早，' * 60}</p>{NOT_FREE}", None, id="the whole text in Chinese"),
    pytest.param(ARTICLE + NOT_FREE, None, id="the whole text, though not free"),
    pytest.param(
        f"<h1>The river</h1>{data({'@graph': [{'isAccessibleForFree': 'False'}]})}", "paywall", id="inside a graph"
    ),
    pytest.param(f"<h1>The river</h1>{data({'isAccessibleForFree': True})}", None, id="free"),
    pytest.param("<h1>The river</h1><p>It came.</p><p>Subscribe to continue reading.", "paywall", id="in its words"),
    pytest.param(
        f"<article><h1>The river</h1><p>It came.</p><p>This article is for subscribers.</p></article>{RELATED}",
        "paywall",
        id="in its words, above many other stories",
    ),
    pytest.param(
        f"<article><h1>The river</h1><p>It came.</p></article>{RELATED}{NOT_FREE}",
        "paywall",
        id="above many other stories",
    ),
    pytest.param("<h1>The river</h1><p>It came.</p><p>To continue reading, please log in.", "paywall", id="please"),
    pytest.param("<h1>The river</h1><p>It came.</p><p>Already a subscriber? Log in", "paywall", id="a subscriber"),
    pytest.param("<h1>Le fleuve</h1><p>Il vous reste 80 % de cet article à lire.", "paywall", id="in French words"),
    pytest.param("<h1>El río</h1><p>Hazte socio para seguir leyendo.", "paywall", id="in Spanish words"),
    pytest.param("<h1>Der Fluss</h1><p>Weiterlesen mit einem Plus-Abo.", "paywall", id="an offer in German"),
    pytest.param("<h1>Der Fluss</h1><p>Dieser Artikel ist nur für Abonnenten.", "paywall", id="in German words"),
    pytest.param(f"{ARTICLE}<p>Subscribe to continue reading.", None, id="words below the whole text"),
    pytest.param(
        "<h1>The river</h1><p>It came.</p><nav><p>This article is for subscribers</nav>", None, id="another article's"
    ),
    pytest.param("<h1>The river</h1><p>It came. Subscribe to our newsletter.", None, id="a newsletter"),
    pytest.param(
        '<h1>The river</h1><p>It came. <a href="https://news.example/river">Read the full article</a>.',
        None,
        id="an extract",
    ),
]


@pytest.mark.parametrize(("content", "expected"), WALLS)
def test_what_keeps_a_page_away(page_of, content, expected):
    assert page_of(content, url=URL).incomplete == expected


def test_files_have_no_walls(page_of):
    assert page_of("<h1>Page not found</h1>").incomplete is None


def test_what_was_not_read_whole_is_said_first(page_of):
    assert page_of("<h1>Page not found</h1>", url=URL, truncated=True).incomplete == "too_large"
