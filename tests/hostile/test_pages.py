"""Pages made to break a checker: each is judged, in time and in bounds, and what was not read is never called missing."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.acknowledgements.scene import MOST
from checker.documents.document import Document, Media
from checker.engine import default
from checker.errors import TargetError
from checker.model import Outcome, PageOutcome
from checker.page.page import Page
from checker.question import Question
from checker.report import json as report_json
from tests.hostile import shapes

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))
PAGE = jsonschema.Draft202012Validator({**SCHEMA["$defs"]["page"], "$defs": SCHEMA["$defs"]})
PAGES = sorted((ROOT / "tests" / "pages").glob("*/*/page.*"))
MEGABYTE = 1_000_000


def judge(content, media=Media.HTML, *, truncated=False):
    """What becomes of a page; its report is valid, and blames nobody for what was not read."""
    report = default().check(Document("page", content, media, truncated=truncated), Question())
    PAGE.validate(json.loads(report_json.line(report)))
    if report.incomplete:
        assert not [each for each in report.findings if each.outcome is Outcome.FAILED]
        assert report.outcome is not PageOutcome.VIOLATION
    return report


SHAPES = [
    pytest.param(media, shape, id=f"{media.value}: {name}")
    for media, found in ((Media.HTML, shapes.HTML), (Media.MARKDOWN, shapes.MARKDOWN))
    for name, shape in found.items()
]


@pytest.mark.parametrize(("media", "shape"), SHAPES)
def test_no_shape_breaks_it(media, shape):
    judge(shape(5_000), media)


def test_a_megabyte_is_judged_whole_where_it_is_prose():
    assert judge(shapes.ordinary(MEGABYTE)).incomplete is None
    assert judge(shapes.ordinary_markdown(MEGABYTE), Media.MARKDOWN).incomplete is None


@pytest.mark.parametrize(
    ("content", "media", "why"),
    [
        pytest.param(shapes.article("<i></i>" * 100_000), "html", None, id="near miss: 100,000 siblings"),
        pytest.param(shapes.article("<a href=/a>y</a>" * 100_000), "html", None, id="near miss: 100,000 links"),
        pytest.param(shapes.article("<div>" * 100_000), "html", "too_deep", id="100,000 nested elements"),
        pytest.param(shapes.article("<p>a" * 400_000), "html", "too_many", id="more elements than are read"),
        pytest.param(shapes.article("<!-->" * 20_000), "html", None, id="near miss: 20,000 comments"),
        pytest.param(shapes.article("<!>" * 40_000), "html", "too_many", id="more comments than are read"),
        pytest.param(shapes.article("</3>" * 40_000), "html", "too_many", id="more of what becomes a comment"),
        pytest.param(
            shapes.article("<p " + " ".join(f"a{each}" for each in range(9000)) + ">x</p>"),
            "html",
            "too_many",
            id="more attributes than are read",
        ),
        pytest.param(
            shapes.article("<p " + " ".join(f'a{each}="><b"' for each in range(9000)) + ">x</p>"),
            "html",
            "too_many",
            id="more attributes than are read, with tags in their values",
        ),
        pytest.param(
            shapes.article("<script>if (a<b && c) {" + "x = y; " * 9000 + "}</script>"),
            "html",
            None,
            id="near miss: a script that looks like such a tag",
        ),
        pytest.param(
            shapes.article("<!-- <b " + "x " * 9000 + "-->"),
            "html",
            None,
            id="near miss: a comment that looks like one",
        ),
        pytest.param(
            shapes.article("<p>First published by Example News.</p>" * 5000), "html", "too_many", id="5,000 credits"
        ),
        pytest.param(shapes.article("<p>By Ann Writer</p>" * 200), "html", None, id="near miss: 200 bylines"),
        pytest.param(shapes.markdown("a\n\n" * 60_000), "markdown", "too_many", id="more lines than are read"),
        pytest.param(shapes.markdown("*" * 200_000), "markdown", "too_many", id="more marks than are read"),
        pytest.param(b"word " * 9000, "html", None, id="near miss: thousands of words and no tag"),
        pytest.param(b"<p>x<script>" + b"a " * 9000 + b"</script>", "html", None, id="near miss: a long script"),
    ],
)
def test_what_is_not_read_whole_says_so(content, media, why):
    assert judge(content, Media(media)).incomplete == why


def test_the_rest_of_a_page_that_is_too_large_is_not_missing():
    report = judge(shapes.article("x" * 1000)[:300], truncated=True)
    assert (report.incomplete, report.outcome) == ("too_large", PageOutcome.NEEDS_REVIEW)


@pytest.mark.parametrize("part", range(50))
def test_a_page_that_is_cut_anywhere_is_judged(part):
    page = shapes.article(
        "<p title=\"a>b\">The river rose.</p><script>var a = '<p>';</script><style>p{color:red}</style>"
        '<!-- a comment --><p>Source: <a href="https://a.example/x?a=1&amp;b=2">Ex&auml;mple — News</a></p>',
        '<script type="application/ld+json">{"@type":"Article","author":{"name":"Ann Writer"}}</script>',
    )
    judge(page[: len(page) * part // 50])


ENCODINGS = {
    "UTF-16 with a mark": "utf-16",
    "UTF-16 without one": "utf-16-le",
    "big-endian UTF-16 without one": "utf-16-be",
    "UTF-32 with a mark": "utf-32",
    "UTF-32 without one": "utf-32-le",
    "big-endian UTF-32 without one": "utf-32-be",
    "UTF-8 with a mark": "utf-8-sig",
    "windows-1251": "cp1251",
}
TEXT = "<p>Эта статья была впервые опубликована в «Example News», автор Анна. " * 3


@pytest.mark.parametrize("encoding", ENCODINGS.values(), ids=ENCODINGS)
def test_a_credit_is_found_in_every_encoding(encoding):
    report = judge(shapes.article(TEXT).decode("utf-8").encode(encoding))
    assert report.article.title == "The river rises"
    assert "Global Research" in {name for ack in report.acknowledgements for name in ack.names}


BYTES = {
    "nothing": b"",
    "one byte": b"<",
    "a mark alone": b"\xff\xfe",
    "half a mark": b"\xff",
    "half a character of UTF-16": b"\xff\xfe<\0p\0>",
    "half a character of UTF-32": b"\xff\xfe\0\0<\0\0",
    "UTF-32 beyond Unicode": b"\xff\xfe\0\0" + b"\xff" * 40,
    "lone surrogates of UTF-16": b"\xff\xfe" + b"\0\xd8" * 50,
    "UTF-7, declared": b"<meta charset=utf-7><p>+ADw-script+AD4-+2AA-",
    "HZ, declared": b"<meta charset=hz><p>~{<:Ky2;RA~",
    "ISO-2022-JP that never ends": b"<meta charset=iso-2022-jp><p>\x1b$B\x1b",
    "overlong": b"<p>\xc0\xbcscript\xc0\xbe \xe0\x80\xaf \xf0\x80\x80\xaf",
    "surrogates in UTF-8": b"<p>\xed\xa0\x80\xed\xb0\x80",
    "two encodings": "<p>ä".encode() + "ö".encode("latin-1") + "по-русски".encode("cp1251") + "日本".encode("cp932"),
    "a charset of no text": b"<meta charset=base64><p>x",
    "a charset that escapes": b"<meta charset=unicode_escape><p>\\ud800\\x",
    "a charset of NULs": b"<meta charset='\0\0'><p>x",
    "two charsets": b"<meta charset=cp1252><meta charset=utf-16><p>\xe4",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "an archive": b"PK\x03\x04" + bytes(range(255, -1, -1)) * 20,
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "every byte": bytes(range(256)),
    "NULs": b"\0" * 5000,
}


@pytest.mark.parametrize("media", list(Media))
@pytest.mark.parametrize("content", BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_page_are_judged(content, media):
    assert judge(content, media).outcome is not PageOutcome.VIOLATION


@pytest.mark.parametrize("media", list(Media))
@pytest.mark.parametrize("name", ["a picture", "an archive", "every byte"])
def test_what_is_no_text_is_no_page_whatever_its_name(name, media):
    report = judge(BYTES[name], media)
    assert (report.outcome, report.error_code, report.acknowledgements) == (PageOutcome.ERROR, "not_text", ())


def test_what_is_no_text_is_no_original():
    with pytest.raises(TargetError, match="cannot be read: binary data"):
        default().original_of(Document("page", BYTES["a picture"], Media.HTML))


def test_what_stands_in_another_encoding_is_not_missing():
    page = shapes.article("<p>The river rose.</p>" * 9).decode("utf-8")
    half = page.index("The river rose.")
    report = judge(page[:half].encode("utf-8") + page[half:].encode("utf-16-le"))
    assert (report.incomplete, report.outcome) == ("garbled", PageOutcome.NEEDS_REVIEW)


XML = """<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY file SYSTEM "{file}"><!ENTITY web SYSTEM "{web}"><!ENTITY % all SYSTEM "{web}"> %all;]>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>&d;&file;&web;</p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude"
 href="{file}" parse="text"/><h1>The river rises</h1><p>By Ann Writer</p></body></html>"""


def test_no_entity_reads_a_file_or_the_network(tmp_path, monkeypatch):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf-8")
    opened = []
    sys.addaudithook(lambda event, args: opened.append(args) if event in {"open", "socket.connect"} else None)
    judge(b"warm")
    opened.clear()
    report = judge(XML.format(file=secret.as_uri(), web="http://127.0.0.1:9/x.dtd").encode())
    text = report_json.line(report)
    assert "the secret" not in text
    assert "a" * 1000 not in text
    assert not [args for args in opened if "secret" in str(args) or "127.0.0.1" in str(args)]


@pytest.mark.parametrize("entries", shapes.FRONT_MATTER.values(), ids=shapes.FRONT_MATTER)
def test_front_matter_is_only_read(entries, tmp_path):
    touched = tmp_path / "touched"
    content = shapes.markdown("", f"---\n{entries.replace('{}', str(touched))}\n---\n")
    report = judge(content, Media.MARKDOWN)
    assert report.article.title
    assert not touched.exists()


MEASURE = """
import resource, sys
from checker.documents.document import Document, Media
from checker.engine import default
from checker.question import Question
from checker.report import json
from tests.hostile import shapes
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
media = Media(sys.argv[1])
json.line(default().check(Document("page", shapes.ordinary(20_000), media), Question()))
before = peak()
page = eval(sys.argv[2])
json.line(default().check(Document("page", page, media), Question()))
print(peak() - before, len(page))
"""
HEAVY = {
    "20 MB in one line": ("html", "shapes.article('word ' * 4_000_000)"),
    "20 MB of elements": ("html", "shapes.article('<p>a' * 5_000_000)"),
    "20 MB of one attribute": ("html", "shapes.article('<p title=\"' + 'x' * 20_000_000 + '\">')"),
    "100,000 links": ("html", "shapes.article('<a href=/a>y</a>' * 100_000)"),
    "100,000 credits": ("html", "shapes.article('<p>Originally published on Example News.</p>' * 100_000)"),
    "a megabyte of data": ("html", "shapes.HTML['data of many works'](1_000_000)"),
    "a megabyte of data that nests": ("html", "shapes.HTML['data that nests by name'](1_000_000)"),
    "a megabyte of marks in a heading": ("markdown", "shapes.MARKDOWN['headings'](1_000_000)"),
    "a megabyte of stars": ("markdown", "shapes.markdown('*' * 1_000_000)"),
    "20 MB of Markdown in one line": ("markdown", "shapes.markdown('word ' * 4_000_000)"),
}
CONSTANT = 250 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak is told in other units")
@pytest.mark.parametrize(("media", "page"), HEAVY.values(), ids=HEAVY)
def test_memory_is_bounded(media, page):
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, media, page], cwd=ROOT, capture_output=True, text=True, check=True
    )
    used, size = map(int, done.stdout.split())
    assert used <= 25 * size + CONSTANT


def test_one_page_that_breaks_the_program_never_stops_the_others(tmp_path, monkeypatch, capsys):
    from checker.cli import app  # noqa: PLC0415
    from checker.engine import Engine  # noqa: PLC0415

    check = Engine.check

    def breaks(self, document, question):
        if b"broken" in document.content:
            raise RuntimeError("made to break")
        return check(self, document, question)

    monkeypatch.setattr(Engine, "check", breaks)
    for name, text in (("a", "fine"), ("b", "broken"), ("c", "fine")):
        (tmp_path / f"{name}.html").write_text(f"<p>{text}</p>", "utf-8")
    monkeypatch.setattr(sys, "argv", ["creditline", "check", "--format", "json", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        app.run()
    out, err = capsys.readouterr()
    pages = {Path(page["target"]).name: page["error"] for page in json.loads(out)["pages"]}
    assert ended.value.code == 70
    assert pages["b.html"] == {"code": "internal", "message": "RuntimeError: made to break"}
    assert (pages["a.html"], pages["c.html"]) == (None, None)
    assert "Traceback" not in out + err


@pytest.mark.parametrize("shape", ["author tags", "counters", "headings", "names of sites", "canonical links"])
def test_places_are_told_of_a_bounded_number_of_things(monkeypatch, shape):
    """To tell where one of thousands of siblings stands, all before it are counted."""
    asked = []
    path = Page.path
    monkeypatch.setattr(Page, "path", lambda page, element: asked.append(element) or path(page, element))
    judge(shapes.HTML[shape](100_000))
    assert len(asked) <= 4 * MOST


@settings(max_examples=100)
@given(st.binary(max_size=400), st.sampled_from(list(Media)))
def test_random_bytes_are_judged(content, media):
    judge(content, media)


@st.composite
def mutations(draw):
    """A page of the tests with a few pieces cut out, doubled, moved or overwritten."""
    path = draw(st.sampled_from(PAGES))
    content = path.read_bytes()[:20_000]
    for _ in range(draw(st.integers(1, 6))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(content))] * 2)))
        pasted = draw(
            st.sampled_from([b"", content[start:end] * 2, b"<", b'"', b"\0", b"\xff", b"<!--", b"</", b"]]>", b"---\n"])
        )
        end = min(end, start + 200) if not pasted else start + draw(st.integers(0, 3))
        content = content[:start] + pasted[:5000] + content[end:]
    return content, Media.MARKDOWN if path.suffix == ".md" else Media.HTML


@settings(max_examples=100)
@given(mutations())
def test_pages_that_were_changed_at_random_are_judged(page):
    judge(*page)


KEYS = st.sampled_from(
    "@type @graph author name url publisher isBasedOn license isPartOf title lang date canonical_url original_url".split()
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=100)
@given(VALUES, st.sampled_from(["{}", "[{}]", '{{"@type":"Article","author":{}}}', '{{"@graph":[{}]}}']))
def test_structured_data_of_any_types_is_judged(value, around):
    data = around.format(json.dumps(value)).replace("<", "\\u003c")
    judge(shapes.article("", f'<script type="application/ld+json">{data}</script>'))


@settings(max_examples=100)
@given(st.text("abtile:-[]{}&*!|>#'\"\n \t\\%@,?=.0+", max_size=120), st.sampled_from(["---", "+++"]))
def test_random_front_matter_is_judged(entries, fence):
    judge(shapes.markdown("", f"{fence}\n{entries}\n{fence}\n"), Media.MARKDOWN)


@settings(max_examples=100)
@given(VALUES)
def test_front_matter_of_any_types_is_judged(value):
    judge(shapes.markdown("", json.dumps({"title": value, "original": value}) + "\n"), Media.MARKDOWN)
