"""Pages beside their originals, end to end: an audit fetches the original from a real server, and the terms are judged by it."""

import json
from pathlib import Path

import pytest

import checker
from checker.model import Outcome, PageOutcome
from checker.question import Question
from checker.report import json as report_json
from checker.run import Plan
from checker.terms import validity
from checker.terms.library import packaged

PACK = """
id = "example-beside"

[publisher]
name = "Example News"
domains = ["news.example"]

[[version]]
id = "2024-01-01"
source = {{ url = "https://news.example/terms", read = "2026-01-15" }}

[[version.requirement]]
strength = "must"
clause = "The clause that asks for it."
{requirement}
"""
NO_EDITS = 'type = "no_edits"'
TITLE = "The river comes back to Example Town"
FIRST = (
    "The water came early this year, stayed for nine days, and left a line on the wall of the school beside the mill."
)
SECOND = "The mayor, who lives on the hill, said on Monday that the bridge would stay shut until the spring."
LAST = "Boats took the bakers and their bread across, and nobody in the lower town went without a loaf."
LINK = '<a href="https://gauge.example/records/1987">since the records began</a>'
ORIGINAL = f"""<!doctype html><html lang="en"><head><title>{TITLE} | Example News</title>
<meta property="article:published_time" content="2024-03-05T08:00:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "author": {{"@type": "Person", "name": "Ann Writer",
"affiliation": {{"@type": "Organization", "name": "University of Riverton"}}}}}}</script></head>
<body><article><h1>{TITLE}</h1><p>By Ann Writer</p>
<figure><img src="/pictures/mill.jpg"><figcaption>The old mill. Photo: Bob Lens</figcaption></figure>
<p>{FIRST}</p><p>{SECOND} It was the highest water {LINK}.</p><p>{LAST}</p></article></body></html>"""
COPY = f"""<!doctype html><html lang="en"><head><title>{TITLE} | Hill Post</title>
<meta property="article:published_time" content="2024-03-20T08:00:00Z"></head>
<body><article><h1>{TITLE}</h1><p>By Ann Writer, University of Riverton</p>
<figure><img src="/files/mill.jpg"><figcaption>The old mill. Photo: Bob Lens</figcaption></figure>
<p>{FIRST}</p><p>{SECOND} It was the highest water {LINK}.</p><p>{LAST}</p>
<p>This article was originally published on <a href="ADDRESS">Example News</a> on 5 March 2024.</p></article></body></html>"""


@pytest.fixture
def server(serving):
    """All hosts: `host.example` republishes, `news.example` has the original."""
    return serving({"news.example/2024/river": ORIGINAL})


@pytest.fixture
def address(server):
    return server.url("/2024/river", "news.example")


@pytest.fixture
def audit(server, address, settings_of):
    """Audits one copy by a pack with one requirement, or by good practice."""

    def run(content=COPY, requirement=NO_EDITS, original=None, do=checker.audit, **settings):
        server.pages["host.example/copy"] = content.replace("ADDRESS", address)
        library = packaged().with_own([validity.parse(PACK.format(requirement=requirement), "example-beside.toml")])
        question = Question(library["example-beside"], original)
        plan = Plan(settings=settings_of(**settings))
        return do([server.url("/copy", "host.example")], question, plan, library).pages[0]

    return run


def of(report, name):
    return next(finding for finding in report.findings if finding.requirement == name)


CORRECTED = "<p>Correction: an earlier version of this story said that the water stayed for five days.</p></article>"
OFFERED = "<p>This story may not be republished.</p></article>"

# the requirement, what is changed in the copy, what is changed in the original, the outcome, a part of the message
JUDGED = [
    pytest.param(NO_EDITS, {}, {}, "passed", "original's", id="the same text"),
    pytest.param(NO_EDITS, {"nine days": "nine “long” days"}, {}, "failed", "put in", id="a word put in"),
    pytest.param(NO_EDITS, {"bridge would": "school would"}, {}, "failed", "“bridge” to “school”", id="a word changed"),
    pytest.param('type = "title_shown"', {}, {}, "passed", "", id="the title"),
    pytest.param('type = "title_shown"', {TITLE: "High water"}, {}, "failed", TITLE, id="another title"),
    pytest.param('type = "headline_change"', {TITLE: "High water"}, {}, "failed", TITLE, id="another headline"),
    pytest.param('type = "author_credit"', {}, {}, "passed", "", id="the author"),
    pytest.param('type = "author_credit"', {"By Ann Writer, ": ""}, {}, "failed", "names an author", id="no author"),
    pytest.param('type = "author_affiliation"', {}, {}, "passed", "", id="the institution"),
    pytest.param(
        'type = "author_affiliation"', {", University of Riverton": ""}, {}, "failed", "Riverton", id="no institution"
    ),
    pytest.param('type = "date_shown"', {}, {}, "passed", "", id="the date"),
    pytest.param('type = "date_shown"', {" on 5 March 2024": ""}, {}, "failed", "2024-03-05", id="no date"),
    pytest.param('type = "embargo"\nmin_days = 14', {}, {}, "passed", "15", id="after the embargo"),
    pytest.param('type = "embargo"\nmin_days = 30', {}, {}, "failed", "15", id="before its end"),
    pytest.param('type = "time_limit"\nmax_days = 30', {}, {}, "passed", "15", id="in time"),
    pytest.param('type = "time_limit"\nmax_days = 7', {}, {}, "failed", "15", id="too late"),
    pytest.param('type = "links_preserved"', {}, {}, "passed", "", id="the links"),
    pytest.param('type = "links_preserved"', {LINK: "ever"}, {}, "failed", "gauge.example", id="a link gone"),
    pytest.param('type = "image_credit_kept"', {}, {}, "passed", "", id="the picture's credit"),
    pytest.param('type = "image_credit_kept"', {" Photo: Bob Lens": ""}, {}, "failed", "Bob Lens", id="no credit"),
    pytest.param('type = "images_excluded"', {"mill.jpg": "own.jpg"}, {}, "passed", "", id="a picture of the host's"),
    pytest.param('type = "images_excluded"', {}, {}, "failed", "mill.jpg", id="the original's picture"),
    pytest.param('type = "whole_article_only"', {}, {}, "passed", "", id="the whole text"),
    pytest.param('type = "whole_article_only"', {f"<p>{LAST}</p>": ""}, {}, "failed", "", id="a part of it"),
    pytest.param('type = "correction_updates"', {}, {}, "passed", "no note", id="no correction"),
    pytest.param(
        'type = "correction_updates"', {}, {"</article>": CORRECTED}, "passed", "as it was", id="the corrected text"
    ),
    pytest.param(
        'type = "correction_updates"',
        {"nine days": "five days"},
        {"</article>": CORRECTED},
        "failed",
        "five days",
        id="the text before its correction",
    ),
    pytest.param(
        'type = "third_party_content_excluded"',
        {},
        {"</article>": "<p>This story was originally published by the Valley Herald.</p></article>"},
        "failed",
        "Valley Herald",
        id="a third party's story",
    ),
]


def changed(text, changes):
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(("requirement", "copy", "original", "outcome", "says"), JUDGED)
def test_what_needs_the_original_is_judged_by_it(server, audit, requirement, copy, original, outcome, says):
    server.pages["news.example/2024/river"] = changed(ORIGINAL, original)
    report = audit(changed(COPY, copy), requirement)
    finding = report.findings[-1]
    assert (finding.outcome, finding.reason) == (outcome, None), finding.message
    assert says in finding.message
    assert report.original.reason is None


def test_an_original_is_fetched_once_however_many_pages_copy_it(server, address, settings_of):
    for number in range(5):
        server.pages[f"host{number}.example/copy"] = COPY.replace("ADDRESS", address)
    targets = [server.url("/copy", f"host{number}.example") for number in range(5)]
    report = checker.audit(targets, plan=Plan(settings=settings_of()))
    assert [page.original.url for page in report.pages] == [address] * 5
    assert server.asked("news.example").count("/2024/river") == 1


def test_check_fetches_no_original(server, address, audit):
    report = audit(do=checker.check, original=address)
    assert (of(report, "no_edits").reason, report.original) == ("original_unavailable", None)
    assert server.asked("news.example") == []


def test_a_redirect_leads_to_the_original(server, audit):
    server.pages["news.example/2024/river"] = (301, {"Location": "/stories/2024/river"}, "")
    server.pages["news.example/stories/2024/river"] = ORIGINAL
    report = audit(requirement='type = "link_to_original"')
    assert (of(report, "link_to_original").outcome, report.original.reason) == ("passed", None)


def test_the_text_tells_that_a_redirect_leads_to_the_original(server, audit):
    """Where its address is a new one, and the headline is another."""
    server.pages["news.example/2024/river"] = (301, {"Location": "/stories/7"}, "")
    server.pages["news.example/stories/7"] = ORIGINAL
    report = audit(COPY.replace(TITLE, "High water below the hill"), 'type = "link_to_original"')
    assert (of(report, "link_to_original").outcome, report.original.reason) == ("passed", None)
    server.pages["news.example/stories/7"] = (
        "<h1>Ten soups for the winter</h1><p>" + "Cook it slowly, and salt it late. " * 30
    )
    report = audit(COPY.replace(TITLE, "High water below the hill"), 'type = "link_to_original"')
    assert of(report, "link_to_original").reason == "another_page_linked"
    assert report.original.message == "what stands there is another text"


def test_the_call_may_name_the_original(server, audit):
    server.pages["elsewhere.example/river"] = ORIGINAL
    url = server.url("/river", "elsewhere.example")
    report = audit("<h1>High water</h1><p>" + FIRST, 'type = "headline_change"', url)
    assert (report.original.url, of(report, "headline_change").outcome) == (url, "failed")
    assert report.recognition.republished


def test_a_counter_that_only_a_requirement_names_is_never_requested(server, audit):
    server.pages["host.example/away"] = (301, {"Location": server.url("/c/7", "count.news.example")}, "")
    counted = 'type = "page_counter"\nsrc = "http://count.news.example*/c/*"'
    for original in (server.url("/c/7", "count.news.example"), server.url("/away", "host.example")):
        assert audit(requirement=counted, original=original).original.reason == "original_unavailable"
    assert server.asked("count.news.example") == []


def test_a_password_of_the_original_is_sent_and_never_told(server, audit):
    url = server.url("/2024/river", "ann:secret@news.example")
    report = audit(original=url)
    assert of(report, "no_edits").outcome == "passed"
    assert any(request.headers.get("authorization", "").startswith("Basic ") for request in server.requests)
    assert "secret" not in repr(report)


def test_a_password_of_an_original_that_is_not_there_is_not_told_either(server, audit):
    report = audit(original=server.url("/none", "ann:secret@news.example"))
    assert report.original.reason == "original_unavailable"
    assert "secret" not in repr(report)


def test_a_page_that_does_not_say_where_its_original_is(audit):
    report = audit(COPY.replace('<a href="ADDRESS">Example News</a>', "Example News"))
    assert (report.original.url, report.original.reason) == (None, "original_unavailable")
    assert "does not say where" in of(report, "no_edits").message


def test_another_article_behind_the_link_is_no_original(server, audit):
    server.pages["news.example/2024/river"] = (
        "<title>Ten soups for the winter</title><article><h1>Ten soups for the winter</h1><p>By Cid Cook</p><p>"
        + "Cook the beans slowly, and add the salt when they are soft enough to eat. " * 9
        + "</p></article>"
    )
    link = of(audit(requirement='type = "link_to_original"'), "link_to_original")
    assert (link.outcome, link.reason) == ("cant_tell", "another_page_linked")
    report = audit(requirement='type = "title_shown"')
    assert report.original.message == "what stands there is another text"
    assert of(report, "title_shown").outcome is not Outcome.FAILED


ABOUT = """<p>Ann Writer is a senior reporter who covers water, housing and local government in the river counties.</p>
<p>Sixteen small towns are told of in these pages every week, by people who live in them and are paid by their readers.</p>"""


def test_what_an_author_says_of_herself_makes_no_original(server, audit):
    server.pages["news.example/2024/river"] = (
        "<title>Ten soups for the winter</title><article><h1>Ten soups for the winter</h1><p>By Ann Writer</p><p>"
        + "Cook the beans slowly, and add the salt when they are soft enough to eat. " * 9
        + f"</p>{ABOUT}</article>"
    )
    report = audit(COPY.replace("<p>This article", f"{ABOUT}<p>This article"), 'type = "whole_article_only"')
    assert of(report, "whole_article_only").outcome is Outcome.CANT_TELL
    assert report.original.message == "what stands there is another text"


def test_a_translation_is_no_other_text(server, audit):
    copy = changed(
        COPY,
        {
            'lang="en"': 'lang="de"',
            TITLE: "Der Fluss kommt zurück",
            FIRST: "Das Wasser kam in diesem Jahr früh, blieb neun Tage und hinterließ eine Linie an der Wand der Schule.",
            SECOND: "Der Bürgermeister sagte am Montag, dass die Brücke bis zum Frühling geschlossen bleibt.",
            "It was the highest water": "Es war das höchste Wasser",
            LAST: "Boote brachten die Bäcker und ihr Brot über den Fluss, und niemand blieb ohne ein Brot.",
        },
    )
    report = audit(copy)
    assert (of(report, "no_edits").reason, report.original.reason) == ("translated", None)


def test_offline_the_original_comes_from_the_cache(server, audit, tmp_path):
    first = audit(cache=tmp_path)
    asked = len(server.requests)
    again = audit(cache=tmp_path, offline=True)
    assert (again.findings, again.original) == (first.findings, first.original)
    assert len(server.requests) == asked


# --- originals that cannot be had -----------------------------------------------------------------------------------

TEASER = ORIGINAL.replace('"@type": "NewsArticle"', '"@type": "NewsArticle", "isAccessibleForFree": false')

# what stands at its address -> the reason
NOT_HAD = [
    pytest.param((404, {}, "x"), "original_unavailable", id="not there"),
    pytest.param((410, {}, "x"), "original_unavailable", id="gone"),
    pytest.param((500, {}, "x"), "original_unavailable", id="a fault"),
    pytest.param((302, {"Location": "/"}, ""), "original_unavailable", id="on to the home page"),
    pytest.param("<h1>Page not found</h1>", "original_unavailable", id="not there, politely"),
    pytest.param("<p>This domain is for sale", "original_unavailable", id="for sale"),
    pytest.param((401, {}, "x"), "blocked", id="a login"),
    pytest.param((403, {}, "x"), "blocked", id="refused"),
    pytest.param((402, {}, "x"), "paywall", id="payment"),
    pytest.param(TEASER, "paywall", id="a teaser"),
    pytest.param((429, {"Retry-After": "900"}, "x"), "rate_limited", id="too many"),
    pytest.param((403, {"cf-mitigated": "challenge"}, ""), "challenge", id="a challenge"),
    pytest.param("<title>Just a moment...</title>", "challenge", id="a challenge that says all is well"),
    pytest.param("<h1>Before you continue to News</h1>", "consent_wall", id="a question"),
    pytest.param('<div id="root"></div><script src="/a.js"></script>', "js_required", id="an app"),
    pytest.param((200, {"Content-Type": "application/pdf"}, "%PDF-1.7"), "not_html", id="a PDF"),
    pytest.param(ORIGINAL + "<p>" + "x" * 50_000, "too_large", id="too large"),
    pytest.param(ORIGINAL.partition(LAST)[0] + "<a hre", "parse_truncated", id="cut off"),
    pytest.param("<div>" * 5000 + "<p>deep", "parse_truncated", id="too deep"),
]


@pytest.mark.parametrize(("answer", "reason"), NOT_HAD)
def test_without_the_original_nothing_fails_and_nothing_passes(server, audit, answer, reason):
    server.pages |= {"news.example/2024/river": answer, "news.example/": "<title>Example News</title><h1>News</h1>"}
    report = audit(limits={"max_bytes": 40_000})
    finding = of(report, "no_edits")
    assert (finding.outcome, finding.reason) == ("cant_tell", reason)
    assert report.original.message in finding.message
    assert report.original.reason == reason
    assert finding.severity == "note"


def test_robots_txt_may_keep_the_original_back(server, audit):
    server.pages["news.example/robots.txt"] = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /2024")
    report = audit()
    assert (of(report, "no_edits").reason, report.original.reason) == ("disallowed", "disallowed")
    assert "/2024/river" not in server.asked("news.example")


@pytest.mark.parametrize(
    ("answer", "limit", "reason"),
    [
        pytest.param(COPY, 900, "too_large", id="too large"),
        pytest.param(COPY.partition("This article")[0] + "<a hre", 10**6, "parse_truncated", id="cut off"),
        pytest.param("<div>" * 5000 + COPY, 10**7, "parse_truncated", id="too deep"),
    ],
)
def test_what_is_missing_on_a_page_that_was_not_read_whole_cannot_be_told(audit, answer, limit, reason):
    report = audit(answer, 'type = "copyright_line"', limits={"max_bytes": limit})
    assert (report.findings[-1].outcome, report.findings[-1].reason) == ("cant_tell", reason)
    assert report.outcome is PageOutcome.NEEDS_REVIEW


# --- what the original says of its own republication ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "outcome", "reason"),
    [
        pytest.param({}, "cant_tell", "permission_unknown", id="nothing known"),
        pytest.param({"permission": True}, "passed", None, id="permission was given"),
        pytest.param({"permission": False}, "failed", None, id="permission was not given"),
    ],
)
def test_an_original_that_may_not_be_republished(server, address, settings_of, facts, outcome, reason):
    server.pages["news.example/2024/river"] = changed(ORIGINAL, {"</article>": OFFERED})
    server.pages["host.example/copy"] = COPY.replace("ADDRESS", address)
    (report,) = checker.audit(
        [server.url("/copy", "host.example")], Question(facts=facts), Plan(settings=settings_of())
    ).pages
    finding = of(report, "republication")
    assert (finding.outcome, finding.reason) == (outcome, reason)
    assert ("may not be republished" in finding.message) is (outcome != "passed")


# --- pages on this machine, and the reports -------------------------------------------------------------------------

SOURCE = f"""---
title: {TITLE}
date: 2024-03-20
---

By Ann Writer

{FIRST}

{SECOND} It was the highest water [since the records began](https://gauge.example/records/1987).

{LAST}

This article was originally published on [Example News](ADDRESS).
"""


def test_a_source_on_this_machine_is_audited_too(server, address, settings_of, tmp_path):
    file = tmp_path / "post.md"
    file.write_text(SOURCE.replace("ADDRESS", address).replace("nine days", "ninety days"), "utf-8")
    library = packaged().with_own([validity.parse(PACK.format(requirement=NO_EDITS), "example-beside.toml")])
    (report,) = checker.audit(
        [str(file)], Question(library["example-beside"]), Plan(settings=settings_of()), library
    ).pages
    assert (report.original.url, of(report, "no_edits").outcome) == (address, "failed")
    assert [(each.end, each.status) for each in report.links] == [("original", 200)]
    assert server.asked("news.example").count("/2024/river") == 1


def test_a_source_whose_link_is_dead(server, address, settings_of, tmp_path):
    del server.pages["news.example/2024/river"]
    file = tmp_path / "post.md"
    file.write_text(SOURCE.replace("ADDRESS", address), "utf-8")
    (report,) = checker.audit([str(file)], plan=Plan(settings=settings_of())).pages
    assert of(report, "link_to_original").outcome == "failed"
    assert report.original.message == "there is nothing any more (the server answers 404)"


def test_the_json_has_the_original(server, audit):
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    schema = json.loads((Path(__file__).parents[1] / "schemas" / "report.schema.json").read_text("utf-8"))
    validator = Draft202012Validator({"$defs": schema["$defs"], "$ref": "#/$defs/page"})
    for answer, reason in ((ORIGINAL, None), ((403, {}, ""), "blocked")):
        server.pages["news.example/2024/river"] = answer
        page = report_json.page(audit())
        validator.validate(page)
        assert page["original"]["reason"] == reason
