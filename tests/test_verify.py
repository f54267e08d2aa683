"""Evidence end to end: a run against real servers is kept in a WARC file, and judged again from it when the servers are gone."""

import gzip
import json
import re
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

import checker
from checker import engine
from checker.documents.evidence.keeping import Kept
from checker.documents.evidence.recording import Recording
from checker.errors import EvidenceError, TargetError, UsageError
from checker.model import Audience, End, PageOutcome
from checker.question import Question
from checker.report import json as as_json
from checker.results.read import decoded
from checker.run import Plan
from checker.verify import Change, Status, digest, verify

TEXT = "The water came early this year, stayed for nine days, and left a line on the school wall. " * 12
TITLE = "The river comes back to Example Town"
ORIGINAL = f"<title>{TITLE}</title><h1>{TITLE}</h1><p>By Ann Writer</p><p>{TEXT}</p>"
CALL = {"terms": None, "original": None, "shown": None, "audience": "community", "facts": {}, "max_bytes": 1 << 20}


def copy(url, more=""):
    return f"""<!doctype html><title>{TITLE}</title><article><h1>{TITLE}</h1><p>By Ann Writer</p>
<p>{TEXT}</p><p>This article was originally published on <a href="{url}">Example News</a>.</p>{more}</article>"""


@pytest.fixture
def server(serving):
    return serving({"news.example/river": ORIGINAL})


@pytest.fixture
def file(tmp_path):
    return tmp_path / "run.warc.gz"


@pytest.fixture
def keep(settings_of, file):
    """Audits targets, and keeps what was seen. Gives the report's pages as JSON has them."""

    def run(*targets, renders=False, follows=True, **settings):
        limits = {"max_bytes": CALL["max_bytes"], **settings.pop("limits", {})}
        call = {**CALL, **limits, "renders": renders, "follows": follows}
        with Recording(file, call) as recorder:
            found = settings_of(renders=renders, recorder=recorder, limits=limits, **settings)
            report = checker.check(targets, plan=Plan(settings=found, follows=follows))
        return json.loads(as_json.write(report))["pages"]

    return run


@pytest.fixture
def again(server, file, monkeypatch):
    """Judges pages again, without any network."""

    def run(pages, judge=None, **question):
        server.close()
        with monkeypatch.context() as patch:
            for name in ("socket", "getaddrinfo", "create_connection"):
                patch.setattr(socket, name, refuse)
            return verify(read_back(pages), Kept(file), judge or engine.default(), Question(**question))

    return run


def read_back(pages):
    return [decoded(json.dumps(page)) for page in pages]


def refuse(*_args, **_more):
    raise AssertionError("the network was asked")


def statuses(verdicts):
    return [verdict.status for verdict in verdicts]


def records(file):
    with file.open("rb") as opened:
        for record in ArchiveIterator(opened, no_record_parse=True):
            yield dict(record.rec_headers.headers), record.raw_stream.read()


# what the servers answer -> all of it must come out the same, offline
RUNS = [
    pytest.param({}, id="as it should be"),
    pytest.param({"news.example/river": (404, {}, "gone")}, id="the link is dead"),
    pytest.param({"news.example/river": (301, {"Location": "/new"}, ""), "news.example/new": ORIGINAL}, id="moved"),
    pytest.param({"news.example/river": lambda handler: handler.connection.close()}, id="no answer"),
    pytest.param({"news.example/river": (200, {"Content-Length": "9999"}, "short")}, id="an answer that is cut"),
    pytest.param({"news.example/river": (503, {"Retry-After": "900"}, "")}, id="busy"),
    pytest.param({"host.example/robots.txt": (200, {}, "User-agent: *\nDisallow: /")}, id="kept out"),
    pytest.param({"host.example/robots.txt": (500, {}, "")}, id="robots.txt cannot be had"),
    pytest.param({"host.example/copy": (403, {}, "no")}, id="refused"),
    pytest.param({"host.example/copy": '<div id="root"></div><script src="/a.js"></script>'}, id="an app"),
    pytest.param({"host.example/copy": (200, {"Content-Type": "image/png"}, b"\x89PNG")}, id="a picture"),
    pytest.param({"host.example/copy": "<h1>Our own</h1><p>A page of ours."}, id="nobody's copy"),
]


@pytest.mark.parametrize("pages", RUNS)
def test_a_verdict_stands_when_it_is_judged_again(server, keep, again, pages):
    server.pages |= {"host.example/copy": copy(server.url("/river", "news.example"))} | pages
    kept = keep(server.url("/copy", "host.example"), limits={"seconds": 2.0})
    (verdict,) = again(kept)
    assert (verdict.status, verdict.changes, verdict.note) == (Status.STANDS, (), None)


def test_what_was_not_asked_for_any_more_stands_too(server, keep, again):
    server.pages["host.example/busy"] = (429, {"Retry-After": "900"}, "")
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"))
    kept = keep(server.url("/busy", "host.example"), server.url("/copy", "host.example"))
    assert [page["error"]["code"] for page in kept] == ["rate_limited"] * 2
    assert statuses(again(kept)) == [Status.STANDS] * 2


def test_packed_chunked_and_repeated_headers_are_kept_byte_for_byte(server, keep, again, file):
    body = gzip.compress(copy(server.url("/river", "news.example")).encode())
    sent = (
        b"HTTP/1.1 200 Fine\r\nContent-type:  text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
        b"X-Odd: caf\xe9\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    )
    server.pages["host.example/copy"] = lambda handler: handler.wfile.write(sent) and None
    url = server.url("/copy", "host.example")
    kept = keep(url)
    assert kept[0]["outcome"] == "compliant"
    blocks = {(each["WARC-Type"], each.get("WARC-Target-URI")): block for each, block in records(file)}
    assert blocks["response", url] == sent
    assert blocks["request", url].startswith(b"GET /copy HTTP/1.1\r\nHost: host.example")
    assert statuses(again(kept)) == [Status.STANDS]


def test_records_have_time_digest_and_address(server, keep, file):
    url = server.url("/copy", "host.example")
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"))
    keep(url)
    heads = [head for head, _ in records(file)]
    assert [head["WARC-Type"] for head in heads][:2] == ["warcinfo", "metadata"]
    answer = next(head for head in heads if head["WARC-Type"] == "response" and head["WARC-Target-URI"] == url)
    asked = next(head for head in heads if head["WARC-Type"] == "request" and head["WARC-Target-URI"] == url)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", answer["WARC-Date"])
    assert answer["WARC-Payload-Digest"].startswith("sha256:")
    assert (answer["WARC-IP-Address"], asked["WARC-Concurrent-To"]) == ("127.0.0.1", answer["WARC-Record-ID"])


def test_other_programs_find_the_file_in_order(server, keep, file, capsys):
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"))
    keep(server.url("/copy", "host.example"))
    check = Checker(type("Call", (), {"inputs": [str(file)], "verbose": True}))
    assert check.process_all() == 0
    said = capsys.readouterr().out
    assert "digest pass" in said
    assert "fail" not in said


def test_an_answer_that_was_too_large_is_told(server, keep, again, file):
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"), "<p>" + "x" * 300_000)
    kept = keep(server.url("/copy", "host.example"), limits={"max_bytes": 3000})
    assert kept[0]["incomplete"] == "too_large"
    assert "length" in {head.get("WARC-Truncated") for head, _ in records(file)}
    assert statuses(again(kept)) == [Status.STANDS]


def test_a_login_is_not_kept(server, keep, again, file):
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"))
    kept = keep(server.url("/copy", "ann:secret@host.example"))
    assert [path for path in server.asked("host.example") if path == "/copy"]
    assert any("authorization" in request.headers for request in server.requests)
    everything = gzip.decompress(file.read_bytes())
    assert b"secret" not in everything
    assert b"uthorization" not in everything
    assert statuses(again(kept)) == [Status.STANDS]


def test_a_login_in_a_list_is_not_kept(server, keep, again, file, tmp_path):
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"))
    listed, empty = tmp_path / "pages.txt", tmp_path / "empty.xml"
    listed.write_text(server.url("/copy", "ann:secret@host.example"), "utf-8")
    empty.write_text("<urlset></urlset>", "utf-8")
    kept = keep(str(listed), str(empty))
    assert [page["outcome"] for page in kept] == ["compliant", "error"]
    assert b"secret" not in gzip.decompress(file.read_bytes())
    assert statuses(again(kept)) == [Status.STANDS, Status.STANDS]


def test_files_are_kept_too(server, keep, again, tmp_path):
    page, away = tmp_path / "a copy é.md", str(tmp_path / "none.md")
    page.write_text(
        "# The river\n\nOriginally published by [Example News](https://news.example/2024/river).\n", "utf-8"
    )
    kept = keep(str(page), away)
    page.unlink()
    assert statuses(again(kept)) == [Status.STANDS, Status.STANDS]


def test_a_list_of_pages_is_judged_again_page_by_page(server, keep, again):
    server.pages |= {
        "host.example/copy": copy(server.url("/river", "news.example")),
        "host.example/list": (200, {"Content-Type": "text/plain"}, server.url("/copy", "host.example") + "\n"),
        "host.example/empty": (200, {"Content-Type": "text/xml"}, "<urlset></urlset>"),
    }
    kept = keep(server.url("/list", "host.example"), server.url("/empty", "host.example"))
    assert [page["outcome"] for page in kept] == ["compliant", "error"]
    assert statuses(again(kept)) == [Status.STANDS, Status.STANDS]


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("script", ["document.title = 'x'", "while (true);"], ids=["seen", "not seen"])
def test_what_a_browser_showed_is_kept(server, keep, again, script):
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"), f"<script>{script}</script>")
    seconds = 3.0 if script.startswith("while") else 30.0
    kept = keep(server.url("/copy", "host.example"), renders=True, limits={"seconds": seconds})
    assert bool(kept[0]["rendering"]["problem"]) == (script == "while (true);")
    assert statuses(again(kept)) == [Status.STANDS]


# --- verdicts that do not stand -------------------------------------------------------------------------------------


@pytest.fixture
def kept(server, keep):
    """A compliant page with a live link, kept."""
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"))
    return keep(server.url("/copy", "host.example"))


def rewritten(file, change):
    """Writes the file anew, each record as `change` makes it; digests stay as they were."""
    whole = b""
    data = file.read_bytes()
    while data:
        import zlib  # noqa: PLC0415

        unpacker = zlib.decompressobj(31)
        plain, data = unpacker.decompress(data), unpacker.unused_data
        whole += gzip.compress(change(plain))
    file.write_bytes(whole)


def test_a_word_that_was_changed_is_found(kept, again, file):
    rewritten(file, lambda record: record.replace(b"originally published", b"originally pu8lished"))
    (verdict,) = again(kept)
    assert verdict.status is Status.TAMPERED
    assert "not as it was written" in verdict.note


def test_the_original_behind_a_link_that_was_changed_is_found(kept, again, file):
    rewritten(file, lambda record: record.replace(b"<title>The river", b"<title>The rover"))
    assert statuses(again(kept)) == [Status.TAMPERED]


def test_any_byte_that_is_changed_is_found(server, kept, file):
    """Also in a header of the WARC file, and whatever it does to the packing."""
    server.close()
    data = file.read_bytes()
    for at in range(0, len(data), 53):
        file.write_bytes(data[:at] + bytes([data[at] ^ 0x20]) + data[at + 1 :])
        try:
            found = Kept(file)
            told = bool(found.damage) or statuses(verify(read_back(kept), found, engine.default(), Question())) != [
                Status.STANDS
            ]
        except (EvidenceError, UsageError):
            told = True
        # The time, the flags and the system in the head of a gzip member say nothing of what is in it, nor do the bits that fill its
        # last byte before the eight of its foot.
        assert told or is_idle(data, at), at


def is_idle(data, at):
    start = data.rfind(b"\x1f\x8b\x08", 0, at + 1)
    following = data.find(b"\x1f\x8b\x08", at + 1)
    end = following if following >= 0 else len(data)
    return 3 <= at - start <= 9 or at == end - 9


def test_a_page_from_another_run_is_no_evidence_for_this_one(server, keep, again, file, kept):
    """Its digests fit, but it is not what the report was made from."""
    server.pages["host.example/copy"] = copy(server.url("/river", "news.example"), "<p>More.</p>")
    file.unlink()
    keep(server.url("/copy", "host.example"))
    (verdict,) = again(kept)
    assert (verdict.status, verdict.note) == (Status.TAMPERED, "the evidence is not what this report was made from")


def test_a_page_that_was_not_kept_has_no_evidence(kept, again):
    (verdict,) = again([{**kept[0], "target": kept[0]["target"] + "/other"}])
    assert verdict.status is Status.NO_EVIDENCE


def test_a_report_that_was_made_without_evidence_has_none(kept, again):
    (verdict,) = again([{name: value for name, value in kept[0].items() if name != "digest"}])
    assert (verdict.status, verdict.note) == (Status.NO_EVIDENCE, "the report was made without --evidence")


def test_a_link_that_was_not_kept_has_no_evidence(kept, again, file):
    rewritten(file, lambda record: b"" if b"/river\r\n" in record else record)
    file.write_bytes(file.read_bytes().replace(gzip.compress(b""), b""))
    assert again(kept)[0].status in {Status.NO_EVIDENCE, Status.TAMPERED}


def test_a_report_that_was_changed_is_told(kept, again):
    findings = [{**each, "outcome": "failed"} for each in kept[0]["findings"]]
    (verdict,) = again([{**kept[0], "outcome": "violation", "findings": findings}])
    assert verdict.status is Status.CHANGED
    assert verdict.changes[0] == Change("outcome", "violation", "compliant")
    assert Change("link_to_original", "failed", "passed") in verdict.changes


def test_terms_that_ask_for_more_change_the_verdict(kept, again):
    """A pack that was changed since: good practice that demands a notice."""
    library = engine.default()._library
    terms = library["good-practice"]
    (version,) = terms.versions
    demand = replace(version.demands[0], id="notice", test=replace(version.demands[0].test, type="fair_use_notice"))
    changed = replace(version, demands=(*version.demands, demand))
    own = library.with_own([replace(terms, versions=(changed,))])
    assert digest(changed) != digest(version)
    (verdict,) = again(kept, engine.of(own))
    assert verdict.status is Status.CHANGED
    assert verdict.changes[-1] == Change("notice", None, "failed")


def test_a_page_is_judged_by_the_version_of_then(kept, again):
    """A newer version has come since."""
    library = engine.default()._library
    terms = library["good-practice"]
    (version,) = terms.versions
    newer = replace(version, id="2099-01-01", since=version.source.read.replace(year=2099), demands=())
    own = library.with_own([replace(terms, versions=(version, newer))])
    assert statuses(again(kept, engine.of(own))) == [Status.STANDS]


def test_the_audience_of_then_counts(keep, again, tmp_path):
    page = tmp_path / "page.md"
    page.write_text((Path(__file__).parents[1] / "examples" / "us-nato-belarus.md").read_text("utf-8"), "utf-8")
    kept = keep(str(page))
    assert statuses(again(kept)) == [Status.STANDS]
    assert statuses(again(kept, audience=Audience.COMMERCIAL)) == [Status.CHANGED]


# --- files that are no evidence -------------------------------------------------------------------------------------

NONE = [
    pytest.param(b"", TargetError, id="empty"),
    pytest.param(b"WARC/1.1\r\n\r\n", UsageError, id="not packed"),
    pytest.param(b"\x1f\x8b\x08" * 100, UsageError, id="gzip's first bytes and no more"),
    pytest.param(gzip.compress(b"something else"), UsageError, id="something else, packed"),
    pytest.param(
        gzip.compress(b"WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Target-URI: a:b\r\nContent-Length: 0\r\n\r\n\r\n\r\n"),
        UsageError,
        id="another program's",
    ),
    pytest.param(gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n"), UsageError, id="a record without a size"),
]


@pytest.mark.parametrize(("content", "error"), NONE)
def test_a_file_that_is_no_evidence(file, content, error):
    file.write_bytes(content)
    with pytest.raises(error):
        Kept(file)


def test_evidence_is_never_written_over(file):
    file.write_bytes(b"precious")
    with pytest.raises(UsageError, match="never written over"):
        Recording(file, CALL)
    assert file.read_bytes() == b"precious"


# what a call was asked, in a record whose digests are right
NONSENSE = [
    pytest.param([1], id="a list"),
    pytest.param({"terms": None}, id="too little"),
    pytest.param({**CALL, "renders": False, "follows": True, "audience": "nobody"}, id="an audience that is none"),
    pytest.param({**CALL, "renders": False, "follows": True, "max_bytes": -1}, id="less than nothing"),
    pytest.param({**CALL, "renders": False, "follows": True, "facts": [1]}, id="facts that are none"),
]


@pytest.mark.parametrize("call", NONSENSE)
def test_a_call_that_makes_no_sense_was_tampered_with(file, call):
    with Recording(file, call):
        pass
    with pytest.raises(EvidenceError) as caught:
        Kept(file)
    assert caught.value.code == "tampered"


def test_a_failure_that_makes_no_sense_was_tampered_with(kept, again, file, monkeypatch):
    monkeypatch.setattr(Recording, "_failure", lambda self, what, uri, _: self._note(uri, {"of": what.value}))
    (page,) = kept
    with Recording(file.with_name("b.warc.gz"), {**CALL, "renders": False, "follows": True}) as recorder:
        recorder.failed(page["target"], TargetError("x"))
    file.write_bytes(file.read_bytes() + file.with_name("b.warc.gz").read_bytes())
    assert statuses(again(kept)) == [Status.TAMPERED]


def test_a_run_that_fails_leaves_no_file(file):
    with pytest.raises(RuntimeError), Recording(file, CALL):
        raise RuntimeError
    assert list(file.parent.iterdir()) == []


def test_the_page_has_the_digest_of_what_was_judged_only_where_evidence_is_kept(server, settings_of, kept):
    assert re.fullmatch("sha256:[0-9a-f]{64}", kept[0]["digest"])
    report = checker.check([server.url("/copy", "host.example")], plan=Plan(settings=settings_of()))
    assert "digest" not in as_json.page(report.pages[0])
    assert report.pages[0].outcome is PageOutcome.COMPLIANT
    assert End.ORIGINAL.value == kept[0]["links"][0]["end"]
