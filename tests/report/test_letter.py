"""Letters: in each language, polite and firm, about what is there and what is not."""

from dataclasses import replace

import pytest

from checker.errors import UsageError
from checker.report import letter
from checker.results import read
from checker.results.history import history
from checker.results.kept import InMemory
from tests.results.made import page, write

URL = "https://a.example/1"


@pytest.fixture
def about(tmp_path):
    """The letter about the last look at some pages."""

    def write_letter(template, *looks, firm=None):
        with InMemory() as kept:
            for number, pages in enumerate(looks, 1):
                kept.add(read.read(write(tmp_path / f"{number}.json", f"2026-11-{number:02}", *pages)))
            found = history(kept.looks())
            latest = found.latest
            hard = letter.is_second(latest, found) if firm is None else firm
            return letter.write(latest, found, kept.page, template, firm=hard)

    return write_letter


def test_there_are_at_least_five_languages():
    assert set(letter.languages()) >= {"en", "fr", "es", "pt", "de"}


@pytest.mark.parametrize("language", letter.languages())
@pytest.mark.parametrize("firm", [False, True])
def test_each_says_all_and_leaves_no_gap(about, language, firm):
    shown = about(
        letter.template(language),
        [
            page(URL, link_to_original="failed", author_credit="failed"),
            page("https://a.example/2", link_to_original="passed"),
        ],
        firm=firm,
    )
    for said in (
        URL,
        "https://a.example/2",
        "https://news.example/river",
        "<p>Mend</p>",
        "The copy keeps link_to_original.",
    ):
        assert said in shown
    assert "{" not in shown
    assert "None" not in shown
    assert "\n\n\n\n" not in shown
    assert ("2026-11-01" in shown) is firm


@pytest.mark.parametrize("language", letter.languages())
def test_each_language_calls_the_same_requirements_by_name(language):
    def called(tag):
        head = letter.template(tag).partition("} %}")[0]
        return {line.split('"')[1] for line in head.splitlines() if line.startswith('    "')}

    assert called(language) == called("en")


def test_a_tone_is_firm_the_second_time(about):
    missing = [page(URL, link_to_original="failed")]
    english = letter.template("en")
    assert "thank you for republishing" in about(english, missing)
    assert "within 14 days" in about(english, missing, missing)


def test_what_is_missing_anew_is_no_second_time(about):
    shown = about(letter.template("en"), [page(URL, link_to_original="passed")], [page(URL, link_to_original="failed")])
    assert "thank you for republishing" in shown


def test_the_language_is_that_of_most_pages(tmp_path):
    with InMemory() as kept:
        pages = [page(f"https://a.example/{number}", link_to_original="failed", language=language)
                 for number, language in enumerate(["fr-CA", "fr", "en", "xx"])]  # fmt: skip
        kept.add(read.read(write(tmp_path / "a.json", "2026-11-01", *pages)))
        assert letter.language_of(list(kept.looks())) == "fr"


def test_a_page_says_nothing_to_the_template(about):
    shown = about(letter.template("en"), [page(URL, "{{ 7 * 7 }} {% raw %}", link_to_original="failed")])
    assert "{{ 7 * 7 }}" in shown or "49" not in shown


@pytest.mark.parametrize(
    "template",
    ["{{ nobody }}", "{% if %}", "{{ ''.__class__.__mro__ }}", "{{ pages[0].missing.x.y }}"],
    ids=["an unknown name", "a broken one", "a way out of the sandbox", "an unknown part"],
)
def test_a_template_that_is_wrong_says_so(about, template):
    with pytest.raises(UsageError, match="the letter's template"):
        about(template, [page(URL, link_to_original="failed")])


def test_an_own_template_is_used(about, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("To {{ host }}: {{ pages[0].missing[0].requirement }}", "utf-8")
    assert about(letter.read_template(file), [page(URL, link_to_original="failed")]) == "To a.example: link_to_original"


def test_a_language_without_a_template_says_which_there_are():
    with pytest.raises(UsageError, match="there are de, en, es, fr, pt"):
        letter.template("tlh")


def test_control_characters_of_a_page_are_spelled_out(about):
    missing = page(URL, link_to_original="failed")
    odd = replace(missing, article=replace(missing.article, title="\x1b[31mred\u202e"))
    assert about("{{ pages[0].title }}", [odd]) == r"\u{1b}[31mred\u{202e}"
