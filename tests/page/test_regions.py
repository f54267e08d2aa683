"""Which part of a page a text stands in; only what stands in the article credits the article."""

import pytest

from checker.page.page import Region


def region(page, word="WORD"):
    return next(block for block in page.blocks if word in block.text).region


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        # Near misses: an article's own text.
        pytest.param("<p>WORD</p>", Region.ARTICLE, id="a paragraph"),
        pytest.param("<body class='single sidebar'><p>WORD</p>", Region.ARTICLE, id="near miss: the body's class"),
        pytest.param(
            "<article class='related'><p>WORD</p></article>", Region.ARTICLE, id="near miss: the article's class"
        ),
        pytest.param(
            "<article><footer>WORD</footer></article>", Region.ARTICLE, id="near miss: the article's own footer"
        ),
        pytest.param("<main><aside>WORD</aside></main>", Region.ARTICLE, id="near miss: an aside in the main part"),
        pytest.param(
            "<article><header>WORD</header></article>", Region.ARTICLE, id="near miss: the article's own header"
        ),
        pytest.param(
            "<article><div class='footer'>WORD</div></article>",
            Region.ARTICLE,
            id="near miss: a footer by class, in it",
        ),
        pytest.param("<article><div class=widget>WORD</div></article>", Region.ARTICLE, id="near miss: a widget in it"),
        pytest.param(
            "<article><blockquote class='twitter-tweet'>WORD</blockquote></article>",
            Region.RELATED,
            id="a post it shows",
        ),
        pytest.param(
            "<article><blockquote class='wp-embedded-content'>WORD</blockquote></article>",
            Region.ARTICLE,
            id="near miss: the original, shown as a card",
        ),
        pytest.param(
            "<div class='unrelated'>WORD</div>", Region.ARTICLE, id="near miss: a word that ends like another"
        ),
        pytest.param(
            "<div class='sharepoint-x'>WORD</div>", Region.ARTICLE, id="near miss: a word that begins like another"
        ),
        pytest.param(
            "<div class='no-sidebar'>WORD</div>", Region.ARTICLE, id="near miss: a class that says there is none"
        ),
        pytest.param("<div class='commentary'>WORD</div>", Region.ARTICLE, id="near miss: commentary"),
        pytest.param("<div title='sidebar'>WORD</div>", Region.ARTICLE, id="near miss: another attribute"),
        pytest.param("<div class=navy>WORD</div>", Region.ARTICLE, id="near miss: a colour"),
        pytest.param("<div role=article class=content>WORD</div>", Region.ARTICLE, id="near miss: another role"),
        # Everywhere.
        pytest.param("<nav>WORD</nav>", Region.NAVIGATION, id="navigation"),
        pytest.param("<article><nav>WORD</nav></article>", Region.NAVIGATION, id="navigation in the article"),
        pytest.param("<div role=navigation>WORD</div>", Region.NAVIGATION, id="navigation by its role"),
        pytest.param("<div class='breadcrumbs'>WORD</div>", Region.NAVIGATION, id="the way to the page"),
        pytest.param("<article><div class='social-share'>WORD</div></article>", Region.NAVIGATION, id="share buttons"),
        pytest.param("<figure><figcaption>WORD</figcaption></figure>", Region.CAPTION, id="a caption"),
        pytest.param(
            "<article><p class='wp-caption-text'>WORD</p></article>", Region.CAPTION, id="a caption as WordPress has it"
        ),
        pytest.param(
            "<article><span class='photo-credit'>WORD</span></article>",
            Region.ARTICLE,
            id="a photograph's credit, which opens no block",
        ),
        pytest.param(
            "<article><div class='photo-credit'>WORD</div></article>", Region.CAPTION, id="a photograph's credit"
        ),
        pytest.param("<div id='comments'>WORD</div>", Region.COMMENTS, id="comments"),
        pytest.param(
            "<article><ol class='comment-list'><li>WORD</ol></article>", Region.COMMENTS, id="comments in the article"
        ),
        pytest.param("<div id=disqus_thread>WORD</div>", Region.COMMENTS, id="comments of a service"),
        pytest.param("<article><div class='related-posts'>WORD</div></article>", Region.RELATED, id="related articles"),
        pytest.param("<div class='more-stories'>WORD</div>", Region.RELATED, id="more stories"),
        pytest.param(
            "<div class='Post_MORE-FROM x'>WORD</div>", Region.RELATED, id="in capitals, behind an underscore"
        ),
        pytest.param("<p class='byline'>WORD</p>", Region.BYLINE, id="a byline"),
        pytest.param(
            "<article><div class='entry-meta'>WORD</div></article>", Region.BYLINE, id="a byline as WordPress has it"
        ),
        # Outside the article.
        pytest.param("<footer>WORD</footer>", Region.FOOTER, id="the page's footer"),
        pytest.param("<div class='site-footer'>WORD</div>", Region.FOOTER, id="a footer by its class"),
        pytest.param("<div id=colophon>WORD</div>", Region.FOOTER, id="a footer by its id"),
        pytest.param("<div role=contentinfo>WORD</div>", Region.FOOTER, id="a footer by its role"),
        pytest.param("<aside>WORD</aside>", Region.SIDEBAR, id="an aside"),
        pytest.param("<div class='left-col sidebar'>WORD</div>", Region.SIDEBAR, id="a sidebar by its class"),
        pytest.param("<header>WORD</header>", Region.MASTHEAD, id="the page's header"),
        pytest.param("<div class='site-header'>WORD</div>", Region.MASTHEAD, id="a header by its class"),
        pytest.param("<div role=complementary>WORD</div>", Region.SIDEBAR, id="a sidebar by its role"),
        pytest.param(
            "<div role=main><p>a</p><div role=complementary>WORD</div></div>",
            Region.ARTICLE,
            id="a note in the main part, by its role",
        ),
        pytest.param(
            "<div role=main>a</div><div role=complementary>WORD</div>", Region.SIDEBAR, id="a sidebar beside it"
        ),
        # What stands in what.
        pytest.param("<footer><div class='byline'>WORD</div></footer>", Region.FOOTER, id="a byline in the footer"),
        pytest.param(
            "<div class=related><article><p>WORD</article></div>",
            Region.RELATED,
            id="an article among the related ones",
        ),
        pytest.param(
            "<div class=sidebar><main>WORD</main></div>", Region.ARTICLE, id="a main part in what is called a sidebar"
        ),
        pytest.param("<header><article>WORD</article></header>", Region.ARTICLE, id="an article in the header"),
        pytest.param(
            "<header><ul><li>News<ul><li>WORD</ul></ul></header>", Region.NAVIGATION, id="a menu in the header"
        ),
        pytest.param("<header><ul><li>WORD</ul></header>", Region.MASTHEAD, id="a list in the header"),
        pytest.param("<header><p class=byline>WORD</p></header>", Region.BYLINE, id="a byline in the header"),
        pytest.param("<footer>a</footer><p>WORD</p>", Region.ARTICLE, id="behind a footer"),
        pytest.param("<article>a</article><aside>WORD</aside>", Region.SIDEBAR, id="an aside behind the article"),
        pytest.param(
            "<main><header itemtype='https://schema.org/WPHeader'>WORD</header></main>",
            Region.MASTHEAD,
            id="the page's header in the main part, by its type",
        ),
        pytest.param(
            "<main><header itemtype='http://schema.org/WPHeader'><aside>WORD</aside></header></main>",
            Region.SIDEBAR,
            id="a sidebar in that header",
        ),
        pytest.param(
            "<main><header itemtype='http://schema.org/Person'>WORD</header></main>",
            Region.ARTICLE,
            id="another type says nothing of the part",
        ),
        pytest.param("<nav>a<p>WORD", Region.NAVIGATION, id="a paragraph in the navigation"),
    ],
)
def test_the_region(markup, expected, page_of):
    assert region(page_of(f"<html>{markup}</html>")) is expected


@pytest.mark.parametrize("value", list(Region))
def test_credits_stand_in_the_article_its_byline_and_the_masthead(value):
    assert value.carries_credits == (value in {Region.ARTICLE, Region.BYLINE, Region.MASTHEAD})
