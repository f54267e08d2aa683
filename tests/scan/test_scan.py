import gzip
import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from checker.cli import app
from checker.documents.web.settings import Pace
from checker.judging import Judging, Same
from checker.question import Question
from checker.scan import cdx, local, output, places, remote, rows
from checker.scan.rows import Asked
from tests.scan.archives import COPY, LINK, OWN, packed, page, plain, record, wacz

RANGE = 4 * 1024 * 1024
PROGRAM = [sys.executable, "-m", "checker"]


def run(*arguments, **how):
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=120, **how
    )


@pytest.fixture(scope="module")
def asked():
    return Asked(Judging(None, Same(Question())), everything=True)


def told(path, asked):
    return [row for place in places.expand(str(path)) for _, row in rows.of_place(place, asked) if row]


CASES = {
    "a copy": (page(COPY), "compliant", None),
    "nobody's copy": (page(OWN), "not_republished", None),
    "a head of LF in a page of CRLF": (
        record(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + COPY.encode() + b"\r\n\r\n"),
        "compliant",
        None,
    ),
    "chunks": (
        page(
            b"5\r\n<html\r\n" + b"%x\r\n%s\r\n0\r\n\r\n" % (len(COPY) - 5, COPY[5:].encode()),
            headers=["Transfer-Encoding: chunked"],
        ),
        "compliant",
        None,
    ),
    "packed by gzip": (page(gzip.compress(COPY.encode()), headers=["Content-Encoding: gzip"]), "compliant", None),
    "said to be packed and is not": (page(COPY, headers=["Content-Encoding: gzip"]), "compliant", None),
    "a gzip bomb": (
        page(gzip.compress(b"<p>x</p>" * 9_000_000), headers=["Content-Encoding: gzip"]),
        "needs_review",
        None,
    ),
    "not found": (page(COPY, status="404 Not Found"), "error", "not_found"),
    "refused": (page(COPY, status="403 Forbidden"), "error", "blocked"),
    "a challenge": (page("<html><title>Just a moment...</title>", status="503 No"), "error", "challenge"),
    "a status of another script": (record(b"HTTP/1.1 \xb200 OK\r\n\r\n<p>x"), "error", "not_http"),
    "no HTTP": (record(b"just some text\r\n\r\nmore"), "error", "not_http"),
    "an empty response": (record(b""), "error", "not_http"),
    "a wrong status": (record(b"HTTP/1.1 many OK\r\n\r\n<p>x</p>"), "error", "not_http"),
    "said to be packed by Brotli and is not": (page(COPY, headers=["Content-Encoding: br"]), "compliant", None),
    "a damaged record": (record(b"x", length=-1), "error", "damaged"),
    "a page without an answer": (
        record(COPY.encode(), kind="resource").replace(b"application/http; msgtype=response", b"text/html"),
        "compliant",
        None,
    ),
}


@pytest.mark.parametrize(("content", "outcome", "code"), CASES.values(), ids=CASES)
def test_a_record_comes_out_as_it_should(content, outcome, code, archive, asked):
    (row,) = told(archive(packed(content)), asked)
    assert (row["outcome"], row["error"] and row["error"]["code"]) == (outcome, code)


PACKINGS = {"br": "brotli", "zstd": "zstandard"}


@pytest.mark.parametrize("coding", PACKINGS)
class TestPackings:
    def outcome(self, content, coding, archive, asked):
        (row,) = told(archive(packed(page(content, headers=[f"Content-Encoding: {coding}"]))), asked)
        return row["outcome"], row["error"] and row["error"]["code"]

    def test_a_page_is_unpacked(self, coding, archive, asked):
        packing = pytest.importorskip(PACKINGS[coding])
        assert self.outcome(packing.compress(COPY.encode()), coding, archive, asked) == ("compliant", None)

    def test_a_bomb_is_cut(self, coding, archive, asked):
        packing = pytest.importorskip(PACKINGS[coding])
        bomb = packing.compress(("<br>" * 1_000_000 + COPY).encode())
        assert self.outcome(bomb, coding, archive, replace(asked, max_bytes=100_000)) == ("needs_review", None)

    def test_what_is_broken_is_no_page(self, coding, archive, asked):
        pytest.importorskip(PACKINGS[coding])
        assert self.outcome(b"\xff\xfe\0\1" * 99, coding, archive, asked)[0] != "compliant"

    def test_without_its_library_it_says_what_to_install(self, coding, archive, asked, monkeypatch):
        monkeypatch.setitem(sys.modules, PACKINGS[coding], None)
        assert self.outcome(b"\x1b\0\0", coding, archive, asked) == ("error", "packed")


PASSED_OVER = {
    "a redirect": page("", status="301 Moved", headers=["Location: https://host.example/"]),
    "a picture": page(b"\x89PNG", kind="image/png"),
    "a request": record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
    "a name server's answer": record(b"host.example 1.2.3.4", url="dns:host.example"),
}


@pytest.mark.parametrize("content", PASSED_OVER.values(), ids=PASSED_OVER)
def test_what_is_no_page_has_no_row(content, archive, asked):
    assert told(archive(packed(content)), asked) == []


def test_a_row_is_the_page_of_a_check_and_where_it_was_archived(archive, asked):
    path = archive(packed(page(OWN), page(COPY, url="https://host.example/2024/river")))
    row = told(path, asked)[1]
    assert row["url"] == "https://host.example/2024/river"
    assert row["publisher"]["domain"] == "news.example"
    assert (row["archive"], row["date"], row["offset"]) == (str(path), "2024-05-01T10:00:00Z", len(packed(page(OWN))))
    assert row["target"] == f"{path}#{row['offset']}"


def test_the_archives_of_a_wacz_file_are_read(archive, asked):
    path = archive(wacz(one=packed(page(COPY)), two=packed(page(OWN))), "test.wacz")
    assert [row["outcome"] for row in told(path, asked)] == ["compliant", "not_republished"]
    assert told(path, asked)[0]["archive"] == f"{path}!archive/one.warc.gz"


@pytest.fixture
def many(archive):
    """Two archives of several pieces each, with a damaged record in between."""
    pages = [page(COPY if at % 3 else OWN, url=f"https://host.example/{at}") for at in range(60)]
    pages[20] = record(b"x", length=-1)
    return [archive(packed(*pages), "one.warc.gz"), archive(b"".join(pages), "two.warc")]


def test_rows_are_the_same_whatever_the_pieces_and_the_processes(many, asked, monkeypatch):
    found = [place for path in many for place in places.expand(str(path))]
    whole = [row for _, done in local.scan(local.pieces(found), asked, 1) for row in done.rows]
    monkeypatch.setattr(local, "_PIECE", 1500)
    cut = local.pieces(found)
    assert len(cut) > 10
    for jobs in (1, 2):
        assert [row for _, done in local.scan(cut, asked, jobs) for row in done.rows] == whole
    assert sum(row["outcome"] == "error" for row in whole) == 2


def test_a_piece_that_kills_its_process_takes_no_other_with_it(archive, asked, monkeypatch):
    pages = [page(COPY, url=f"https://host.example/{at}") for at in range(30)]
    (place,) = places.expand(str(archive(packed(*pages))))
    monkeypatch.setattr(local, "_PIECE", 1500)
    cut = local.pieces([place])
    broken = ValueError("killed")
    came = [(piece, broken if number == 1 else local.do(asked, piece)) for number, piece in enumerate(cut)]
    monkeypatch.setattr(local, "_came", lambda *_: iter(came))
    found = [row for _, done in local.scan(cut, asked, 2) for row in done.rows]
    urls = [row["url"] for row in found if row["url"]]
    assert urls == sorted(urls, key=lambda url: int(url.rpartition("/")[2]))
    assert 20 < len(urls) < 30
    assert [row["error"]["code"] for row in found if row["error"]] == ["internal"]


def test_an_archive_in_an_archive_begins_no_piece(archive, asked, monkeypatch):
    inner = packed(page(COPY, url="https://inner.example/"))
    block = b"HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\n\r\n" + inner * 30
    stored = gzip.compress(record(block), 0)
    monkeypatch.setattr(local, "_PIECE", 700)
    (place,) = places.expand(str(archive(packed(page(COPY)) + stored + packed(page(COPY)))))
    found = [row for _, done in local.scan(local.pieces([place]), asked, 1) for row in done.rows]
    assert [row["url"] for row in found] == ["https://host.example/post"] * 2


def test_a_killed_scan_goes_on_and_neither_repeats_nor_loses_a_row(archive, tmp_path):
    path = archive(packed(*(page(COPY, url=f"https://host.example/{at}") for at in range(300))))
    whole, output = tmp_path / "whole.jsonl", tmp_path / "rows.jsonl"
    code = "import checker.scan.local as local; local._PIECE = 4000; from checker.cli.start import main; main()"
    call = [sys.executable, "-c", code, "scan", "--jobs", "1", "--quiet", str(path), "--output"]
    subprocess.run([*call, str(whole)], check=False, timeout=120)
    kills = 0
    while kills < 3:
        with subprocess.Popen([*call, str(output), "--resume"]) as process:
            size = output.stat().st_size if output.exists() else 0
            while process.poll() is None and (not output.exists() or output.stat().st_size <= size + 20_000):
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        kills += 1
    with output.open("ab") as file:
        file.write(b'{"half a row')
    subprocess.run([*call, str(output), "--resume"], check=False, timeout=120)
    assert output.read_bytes() == whole.read_bytes()
    assert len(output.read_bytes().splitlines()) == 300
    assert not output.with_name("rows.jsonl.state").exists()


def test_the_state_of_another_scan_is_refused(archive, tmp_path):
    path = archive(packed(page(COPY)))
    output = tmp_path / "rows.jsonl"
    output.with_name("rows.jsonl.state").write_text('{"run": "another", "pieces": 1, "size": 0, "following": null}')
    done = run("scan", path, "--output", output, "--resume")
    assert done.returncode == 2
    assert "another run" in done.stderr


@pytest.fixture
def called(monkeypatch, capsys):
    """Calls `creditline scan` in this process: the exit code, and what stands on standard error."""

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["creditline", "scan", "--jobs", "1", *map(str, arguments)])
        with pytest.raises((SystemExit, KeyboardInterrupt)) as ended:
            app.run()
        return ended.value.code, capsys.readouterr().err

    return call


def stop(*_):
    raise KeyboardInterrupt


FALLS_SHORT = COPY.replace(LINK, "Global Research")


class TestStopped:
    """A scan of two archives that was stopped behind the first of them."""

    @pytest.fixture
    def stopped(self, tmp_path, monkeypatch, called):
        (tmp_path / "a.warc.gz").write_bytes(packed(page(FALLS_SHORT)))
        (tmp_path / "b.warc.gz").write_bytes(packed(page(COPY)))
        scan = local.scan

        def stops(*how):
            yield next(scan(*how))
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(local, "scan", stops)
            assert called(tmp_path, "--output", tmp_path / "rows.jsonl")[0] == 130
        return tmp_path

    def test_what_it_had_found_counts(self, stopped, called):
        code, said = called(stopped, "--output", stopped / "rows.jsonl", "--resume")
        assert (code, said) == (1, "creditline: rows: 1 compliant, 1 violation\n")

    @pytest.mark.parametrize("kept", [None, b"", b"no JSON\n" * 2000])
    def test_other_rows_than_it_wrote_are_refused(self, stopped, called, kept):
        output = stopped / "rows.jsonl"
        output.unlink() if kept is None else output.write_bytes(kept)
        code, said = called(stopped, "--output", output, "--resume")
        assert (code, said.startswith(f"creditline: {output}: ")) == (2, True)

    def test_another_archive_of_that_name_is_refused(self, stopped, called):
        (stopped / "b.warc.gz").write_bytes(packed(page(COPY), page(COPY)))
        assert called(stopped, "--output", stopped / "rows.jsonl", "--resume")[0] == 2

    def test_other_terms_are_refused(self, stopped, called, monkeypatch):
        (stopped / "creditline.toml").write_text("[site]\ndomains = ['valley.example']\n", "utf-8")
        monkeypatch.setenv("CREDITLINE_CONFIG", str(stopped / "creditline.toml"))
        assert called(stopped, "--output", stopped / "rows.jsonl", "--resume")[0] == 2

    def test_a_scan_that_begins_anew_forgets_it(self, stopped, called, monkeypatch):
        monkeypatch.setattr(local, "scan", stop)
        assert called(stopped, "--output", stopped / "rows.jsonl")[0] == 130
        assert not (stopped / "rows.jsonl.state").exists()


def test_a_scan_that_was_stopped_while_parquet_is_written_is_not_made_again(archive, tmp_path, called, monkeypatch):
    parquet = pytest.importorskip("pyarrow.parquet")
    arguments = (archive(packed(page(COPY))), "--format", "parquet", "--output", tmp_path / "rows.parquet", "--resume")

    with monkeypatch.context() as patched:
        patched.setattr(output, "to_parquet", stop)
        assert called(*arguments)[0] == 130
    monkeypatch.setattr(local, "do", stop)
    assert called(*arguments)[0] == 0
    assert parquet.read_table(tmp_path / "rows.parquet").num_rows == 1
    assert sorted(os.listdir(tmp_path)) == ["rows.parquet", "test.warc.gz"]


def test_the_size_of_all_pieces_is_that_of_the_archives(many, tmp_path, monkeypatch):
    (tmp_path / "a.wacz").write_bytes(wacz(one=packed(page(COPY)), two=packed(page(OWN))))
    monkeypatch.setattr(local, "_PIECE", 1000)
    cut = local.pieces([place for name in (*many, tmp_path / "a.wacz") for place in places.expand(str(name))])
    inside = len(packed(page(COPY))) + len(packed(page(OWN)))
    assert sum(piece.size for piece in cut) == sum(os.path.getsize(name) for name in many) + inside


def test_a_folder_is_no_output(archive, called):
    code, said = called(archive(packed(page(COPY))), "--output", ".")
    assert (code, said.startswith("creditline: .: no file")) == (2, True)


def test_parquet_has_the_rows_of_the_lines(many, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    run("scan", *many, "--all", "--output", tmp_path / "rows.jsonl")
    run("scan", *many, "--all", "--format", "parquet", "--output", tmp_path / "rows.parquet")
    lines = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text().splitlines()]
    table = parquet.read_table(tmp_path / "rows.parquet").to_pylist()
    assert [json.loads(row["page"]) for row in table] == lines
    assert [row["outcome"] for row in table] == [row["outcome"] for row in lines]
    assert sorted(os.listdir(tmp_path)) == ["one.warc.gz", "rows.jsonl", "rows.parquet", "two.warc"]


def test_exit_codes_and_what_is_said(archive, tmp_path):
    assert run("scan", archive(packed(page(COPY)))).returncode == 0
    assert run("scan", archive(packed(page(COPY, status="404 No")))).returncode == 3
    assert run("scan", tmp_path / "none.warc.gz").returncode == 3
    fails = "<html><body><h1>The river</h1><p>Originally published on Global Research.</p></body></html>"
    assert run("scan", archive(packed(page(fails)))).returncode == 1
    assert run("scan", archive(packed(page(COPY))), "--resume").returncode == 2
    assert run("scan", archive(packed(page(COPY))), "--format", "parquet").returncode == 2


def test_check_takes_archives(archive):
    done = run("check", archive(packed(page(COPY), page(OWN), record(b"x", length=-1))), "--format", "jsonl")
    assert [json.loads(line)["outcome"] for line in done.stdout.splitlines()] == [
        "compliant",
        "not_republished",
        "error",
    ]
    assert done.returncode == 3


def test_the_pages_of_an_archive_that_was_packed_as_one_are_told_apart(archive):
    content = plain(page(COPY), page(OWN, url="https://host.example/hill"))
    done = run("check", archive(gzip.compress(content)), "--format", "jsonl")
    told = {page["target"].partition("#")[2]: page["url"] for page in map(json.loads, done.stdout.splitlines())}
    assert told == {"0": "https://host.example/post", f"0+{len(page(COPY))}": "https://host.example/hill"}


class TestIndexes:
    LINES = """ CDX N b a m s k r M S V g
example,host)/post 20240501100000 https://host.example/post text/html 200 AAAA - - 300 {second} test.warc.gz
"""

    def test_only_the_records_that_a_cdx_names_are_read(self, archive, tmp_path):
        path = archive(packed(page(OWN), page(COPY)))
        index = tmp_path / "index.cdx"
        index.write_text(self.LINES.format(second=len(packed(page(OWN)))))
        done = run("scan", path, "--all", "--cdx", index)
        assert [json.loads(line)["outcome"] for line in done.stdout.splitlines()] == ["compliant"]

    def test_cdxj(self):
        line = 'example,host)/ 20240501 {"url": "https://host.example/", "filename": "a.warc.gz", "offset": "7", "length": "9"}'
        assert list(cdx.entries(["!meta {}", line])) == [cdx.Entry("a.warc.gz", 7, 9)]

    @pytest.mark.parametrize("line", ["nonsense", 'x {"filename": "a"}', 'x {"filename": "a", "offset": "-1"}', "{}"])
    def test_a_line_that_names_no_record_is_told_of(self, line, archive, tmp_path):
        index = tmp_path / "index.cdx"
        index.write_text(line + "\n")
        done = run("scan", archive(packed(page(COPY))), "--cdx", index)
        assert done.returncode == 2
        assert "line 1" in done.stderr


@pytest.fixture
def server():
    """A server that knows ranges, and counts the bytes that it gave."""
    given = []
    files = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            content = files.get(self.path)
            wanted = self.headers.get("Range", "").removeprefix("bytes=").partition("-")
            if content is None or not wanted[0] or int(wanted[0]) >= len(content):
                self.send_response(404 if content is None else 416)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            first, part = int(wanted[0]), content[int(wanted[0]) : int(wanted[2]) + 1]
            given.append(len(part))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(content)}")
            self.send_header("Content-Length", str(len(part)))
            self.end_headers()
            self.wfile.write(part)

        def log_message(self, *_):
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}", files, given
    httpd.shutdown()
    httpd.server_close()


class Parts:
    """An archive on a server that knows ranges, and the rows for its records."""

    def __init__(self, records):
        members = [packed(each) for each in records]
        self.content = b"".join(members)
        self.offsets = tuple((sum(map(len, members[:at])), len(member)) for at, member in enumerate(members))

    def part(self, handler):
        first, last = map(int, handler.headers["Range"].removeprefix("bytes=").split("-"))
        return 206, {}, self.content[first : last + 1]

    def rows(self, hosted, asked):
        url = hosted.url("/a.warc.gz")
        place = places.Place(url, url, offsets=self.offsets, private=True)
        return [row for _, row in rows.of_place(place, asked) if row]


class TestRemote:
    def test_only_the_bytes_of_the_records_are_asked_for(self, server, tmp_path):
        url, files, given = server
        records = [packed(page(COPY, url=f"https://host.example/{at}")) for at in range(5)]
        files["/crawl/a.warc.gz"] = b"".join(records)
        starts = [sum(map(len, records[:at])) for at in range(6)]
        index = tmp_path / "index.cdxj"
        lines = [
            json.dumps({"filename": "crawl/a.warc.gz", "offset": first, "length": last - first})
            for first, last in pairwise(starts)
        ]
        index.write_text("".join(f"x 2024 {line}\n" for line in lines[1:4:2]))
        done = run("scan", f"{url}/", "--cdx", index, "--allow-private-hosts", "--jobs", "1")
        assert [json.loads(line)["url"][-1] for line in done.stdout.splitlines()] == ["1", "3"]
        assert given == [len(records[1]), len(records[3])]

    def test_a_whole_file_is_read_range_by_range(self, server):
        url, files, given = server
        files["/a.warc.gz"] = packed(*(page(COPY) for _ in range(3)))
        done = run("scan", f"{url}/a.warc.gz", "--allow-private-hosts")
        assert len(done.stdout.splitlines()) == 3
        assert given == [len(files["/a.warc.gz"])]

    @pytest.mark.parametrize(
        ("part", "headers", "code"),
        [
            pytest.param(b"\0" * RANGE, {}, "http_error", id="parts of no known file, without an end"),
            pytest.param(b"\0", {"Content-Range": "bytes 0-0/9999999999"}, "http_error", id="a byte at a time"),
            pytest.param(b"\0" * 9, {"Content-Range": "bytes 7-15/16"}, "http_error", id="another part"),
            pytest.param(b"\0" * 9, {"Content-Range": "bytes 0-8/5"}, "http_error", id="more than there is"),
            pytest.param(b"\0" * RANGE, {"Content-Range": f"bytes 0-{RANGE - 1}/*"}, "http_error", id="no length"),
            pytest.param(b"\0" * 9, {}, "damaged", id="a short file of no archive"),
        ],
    )
    def test_a_server_that_gives_something_else_comes_to_an_end(self, serving, asked, part, headers, code):
        hosted = serving({"/a.warc.gz": (206, headers, part)})
        url = hosted.url("/a.warc.gz")
        found = [row for _, row in rows.of_place(places.Place(url, url, private=True), asked) if row]
        assert code in {row["error"]["code"] for row in found}
        assert len(hosted.asked()) < 4

    @pytest.mark.parametrize("name", ["a.warc.gz", "none.warc.gz"])
    def test_a_password_is_not_told(self, server, name):
        url, files, _ = server
        files["/a.warc.gz"] = packed(page(COPY))
        done = run("scan", f"{url}/{name}".replace("//", "//ann:secret@"), "--allow-private-hosts")
        assert f"{url}/{name}" in done.stdout
        assert "secret" not in done.stdout + done.stderr

    def test_a_server_that_is_busy_now_and_then_loses_nothing(self, serving, asked, monkeypatch):
        monkeypatch.setattr(remote, "_PACE", Pace(backoff=0.0))
        served = Parts([page(COPY, url=f"https://host.example/{at}") for at in range(3)])
        answers = [(503, {}, b""), None, None, (429, {}, b""), None]
        hosted = serving({"/a.warc.gz": lambda handler: answers.pop(0) or served.part(handler)})
        assert [row["url"][-1] for row in served.rows(hosted, asked)] == ["0", "1", "2"]

    def test_a_record_that_cannot_be_had_takes_no_other_with_it(self, serving, asked, monkeypatch):
        monkeypatch.setattr(remote, "_PACE", Pace(retries=0))
        served = Parts([page(COPY, url=f"https://host.example/{at}") for at in range(6)])
        wrong = (206, {"Content-Range": "bytes 0-8/9"}, b"123456789")
        answers = [None, (500, {}, b""), wrong, None, (200, {}, b"all of it"), (416, {}, b"")]
        hosted = serving({"/a.warc.gz": lambda handler: answers.pop(0) or served.part(handler)})
        found = served.rows(hosted, asked)
        codes = [None, "http_error", "http_error", None, "http_error", "damaged"]
        assert [row["error"] and row["error"]["code"] for row in found] == codes
        assert [row["offset"] for row in found] == [offset for offset, _ in served.offsets]
        assert "whole files only" in found[4]["error"]["message"]

    def test_a_server_that_gives_nothing_is_not_asked_for_all(self, serving, asked, monkeypatch):
        monkeypatch.setattr(remote, "_PACE", Pace(retries=0))
        hosted = serving()
        served = Parts([page(COPY)] * 50)
        found = served.rows(hosted, asked)
        assert {row["error"]["code"] for row in found} == {"http_error"}
        assert found[-1]["target"] == found[-1]["archive"]
        assert len(hosted.asked()) == 3

    def test_private_addresses_are_refused(self, server):
        done = run("scan", f"{server[0]}/a.warc.gz")
        assert json.loads(done.stdout)["outcome"] == "error"
        assert done.returncode == 3
