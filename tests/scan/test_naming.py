"""Looking for publishers loses nothing: a page that a check finds to be a publisher's is never passed over, however its name is written."""

import pickle
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from checker import engine
from checker.cli import app
from checker.documents import files
from checker.documents.document import Document, Media
from checker.documents.files import Selection
from checker.errors import UsageError
from checker.judging import Judging, Same
from checker.model import Publisher
from checker.question import Question
from checker.scan import local, naming, places
from checker.scan.rows import Asked
from checker.terms.library import packaged
from tests.scan.archives import OWN, packed, page, record

ROOT = Path(__file__).parent.parent.parent
FOLDERS = [ROOT / "tests/pages", ROOT / "examples", ROOT / "../shared/corpus/docs"]
PACK = "globalresearch"
FACTS = next(profile.publisher for profile in packaged().profiles if profile.id == PACK)
NAME, DOMAIN = FACTS.name, FACTS.domains[0]


@pytest.fixture(scope="module")
def wanted():
    return naming.of(packaged(), [PACK])


def html(text, head="<title>The river</title>"):
    return f"<html><head>{head}</head><body><h1>The river</h1>{text}<p>The river rose by two metres in the night.</p></body></html>"


def credited(name):
    return html(f"<p>This article was originally published by {name}.</p>")


def linked(href):
    return html(f'<p>This article was originally published <a href="{href}">here</a>.</p>')


def full_width(text):
    return "".join(chr(ord(each) + 0xFEE0) if "!" < each <= "~" else each for each in text)


def references(text, form):
    return "".join(form.format(ord(each)) if each.isalnum() else each for each in text)


WAYS = {
    "as it is": credited(NAME),
    "upper case": credited(NAME.upper()),
    "full width": credited(full_width(NAME)),
    "numbers for letters": credited(references(NAME, "&#{};")),
    "hexadecimal numbers": credited(references(NAME, "&#x{:X};")),
    "numbers with noughts": credited(references(NAME, "&#000{};")),
    "spaces as references": credited(NAME.replace(" ", "&nbsp;&#8203;")),
    "over two lines": credited(NAME.replace(" ", "\r\n\t ")),
    "hyphens": credited(NAME.replace(" ", "-")),
    "no space": credited(NAME.replace(" ", "")),
    "soft hyphens": credited("&shy;".join(NAME)),
    "unseen characters": credited("\u200b".join(NAME)),
    "a tatweel": credited("\u0640".join(NAME)),
    "a drop cap": credited(f'<span class="cap">{NAME[0]}</span>{NAME[1:]}'),
    "a tag around each letter": credited("".join(f"<b>{each}</b>" for each in NAME)),
    "a break in a word": credited("<wbr>".join(NAME)),
    "a greater-than sign in a tag": credited(f'{NAME[:3]}<i title="a > b"></i>{NAME[3:]}'),
    "a comment": credited(f"{NAME[:3]}<!-- so it is -->{NAME[3:]}"),
    "a link": linked(f"https://www.{DOMAIN}/the-river/5801234"),
    "a link in upper case": linked(f"HTTPS://WWW.{DOMAIN.upper()}/the-river/5801234"),
    "a link of references": linked(f"https://{references(DOMAIN, '&#{};')}/the-river/5801234"),
    "a link with tabs": linked(f"https://{DOMAIN[:4]}&#9;{DOMAIN[4:]}/the-river/5801234"),
    "an archived page": linked(f"https://web.archive.org/web/20240101000000/https://www.{DOMAIN}/the-river/5801234"),
    "a redirector": linked(f"https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.{DOMAIN.replace('.', '%2E')}%2Fthe-river%2F5801234"),
    "a canonical": html("", f'<title>The river</title><link rel="canonical" href="https://www.{DOMAIN}/the-river/5801234">'),
}  # fmt: skip


@pytest.mark.parametrize("content", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_name_counts_however_it_is_written(content, encoding, wanted):
    document = Document("page.html", content.encode(encoding), Media.HTML, "https://host.example/post")
    found = engine.default().check(document, Question()).recognition.publisher
    assert wanted.is_of(found)
    assert wanted.may_name(document)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_page_at_hand_is_passed_over(folder):
    if not folder.is_dir():
        pytest.skip("not on this machine")
    seekers = {}
    for name in files.expand(str(folder), Selection()):
        document = replace(files.read(name), url="https://host.example/post")
        found = engine.default().inspect(document).recognition.publisher
        if found and found.id:
            seeker = seekers.setdefault(found.id, naming.of(packaged(), [found.id]))
            assert seeker.may_name(document), name


@pytest.fixture
def rows_of(archive, wanted):
    """The rows of an archive's pages, of the one publisher alone."""

    def read(judge, *pages, naming=wanted):
        cut = local.pieces(list(places.expand(str(archive(packed(*pages))))))
        return [row for _, done in local.scan(cut, Asked(judge, naming=naming), 1) for row in done.rows]

    return read


ESCAPED = {
    "percents": "".join(f"%{ord(each):02x}" for each in DOMAIN),
    "percents between words": NAME.replace(" ", "%20"),
    "JSON": references(DOMAIN, "\\u{:04x}"),
    "JSON in capitals": references(DOMAIN, "\\u{:04X}"),
}


@pytest.mark.parametrize("domain", ESCAPED.values(), ids=ESCAPED)
def test_an_escaped_name_counts_whether_a_check_would_see_it_or_not(domain, wanted):
    content = f'<script type="application/ld+json">{{"url": "https:\\/\\/{domain}\\/river"}}</script>'
    assert wanted.may_name(Document("page.html", content.encode(), Media.HTML))


def test_rows_are_those_of_all_that_are_the_publisher_s(rows_of):
    judge = Judging(None, Same(Question()))
    others = [
        page(OWN),
        page(credited("Example News")),
        page(html(f"<p>We met {NAME} in the market.</p>")),
        page(credited("Example News").replace("in the night", f"in the night, says {NAME}")),
        page(NAME.encode() + bytes(range(256)) * 9),
        record(b"no HTTP"),
    ]
    pages = [page(credited(NAME)), *others, page(linked(f"https://{DOMAIN}/the-river/5801234"))]
    everybodys = rows_of(judge, *pages, naming=None)
    found = rows_of(judge, *pages)
    assert found == [
        row for row in everybodys if row["outcome"] == "error" or (row["publisher"] or {}).get("id") == PACK
    ]
    assert [row["outcome"] for row in found] == ["violation", "error", "error", "violation"]


def test_a_page_that_names_nobody_is_not_judged(rows_of):
    judged = []
    rows_of(judged.append, page(OWN), page(credited("Example News")))
    assert judged == []


def test_several_publishers(rows_of):
    other = next(profile for profile in packaged().profiles if profile.publisher and profile.id != PACK)
    two = naming.of(packaged(), [PACK, other.id, PACK])
    assert [pack for pack, _ in two.keys] == [PACK, other.id]
    assert two.may_name(Document("page.html", credited(other.publisher.name).encode(), Media.HTML))


def test_who_has_no_pack_cannot_be_looked_for():
    with pytest.raises(UsageError, match="nobody"):
        naming.of(packaged(), ["nobody"])


def test_nobody_is_looked_for_where_no_publisher_is_known(wanted):
    assert not wanted.is_of(None)
    assert not wanted.is_of(Publisher(None, "Example News", "news.example"))


def test_a_scan_for_another_publisher_is_another_run(tmp_path, wanted):
    def state(naming):
        return local.State(tmp_path / "rows.jsonl", [], Asked(print, naming=naming))

    state(wanted).write(local.Begun(1, 10))
    assert state(wanted).read() == local.Begun(1, 10)
    with pytest.raises(UsageError, match="another run"):
        state(None).read()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--publisher", "nobody"], "no publisher's terms are called so"),
        (["--publisher", PACK, "--all"], "give one of"),
    ],
)
def test_what_cannot_be_asked(arguments, said, monkeypatch, capsys, archive):
    monkeypatch.setattr("sys.argv", ["creditline", "scan", str(archive(packed(page(OWN)))), *arguments])
    with pytest.raises(SystemExit) as ended:
        app.run()
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_a_page_counter_names_its_publisher_wherever_it_stands():
    facts = replace(FACTS, counters=("https://count.stats.example/{id}",))
    library = SimpleNamespace(profiles=[SimpleNamespace(id="own", publisher=facts)])
    content = '<img src="https://count.stats.example/4711">'
    assert naming.of(library, ["own"]).may_name(Document("page.html", content.encode(), Media.HTML))


def test_another_process_looks_for_the_same(wanted):
    other = pickle.loads(pickle.dumps(wanted))  # noqa: S301  (it is our own)
    assert other == wanted
    assert other.may_name(Document("page.html", credited(NAME).encode(), Media.HTML))
