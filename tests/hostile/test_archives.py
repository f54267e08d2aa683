"""Archives from anyone: what is wrong with one, or with a record in it, is told of, and the others are read."""

import gzip
import io
import json
import os
import struct
import sys
import zipfile

import pytest

from checker.judging import Judging, Same
from checker.question import Question
from checker.scan import local, places, rows
from tests.scan.archives import COPY, OWN, packed, page, plain, record, wacz

GOOD = packed(page(COPY))


@pytest.fixture(scope="module")
def asked():
    return rows.Asked(Judging(None, Same(Question())), everything=True)


def zipped(content, name="archive/a.warc", method=zipfile.ZIP_DEFLATED):
    """A WACZ file with one archive, as the ZIP library writes it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as out:
        out.writestr(name, content)
    return bytearray(file.getvalue())


def altered(field, value, where=b"PK\x01\x02"):
    """A WACZ file one of whose fields says something else."""
    content = zipped(plain(page(COPY), page(OWN)))
    at = content.find(where) + field
    content[at : at + len(value)] = value
    return bytes(content)


def broken(content, first=60):
    """Some bytes, a few of them turned over."""
    return content[:first] + bytes(each ^ 0x5A for each in content[first : first + 40]) + content[first + 40 :]


SECRET = altered(8, b"\1")
# what a file holds, and what its name ends with -> the codes of the errors
BROKEN = {
    "nothing": (b"", "wacz", ["damaged"]),
    "a WACZ file that is cut": (wacz(one=GOOD)[:-40], "wacz", ["damaged"]),
    "a WACZ file of garbage": (b"\x7fELF" * 500, "wacz", ["damaged"]),
    "a WACZ file without an archive": (bytes(zipped(b"x", "pages/pages.jsonl")), "wacz", ["damaged"]),
    "a WACZ file that is broken inside": (broken(wacz(one=GOOD)), "wacz", ["damaged"]),
    "one packed by LZMA that is broken inside": (
        broken(bytes(zipped(page(COPY) * 50, method=zipfile.ZIP_LZMA))),
        "wacz",
        ["damaged"],
    ),
    "a password": (SECRET[:6] + b"\1" + SECRET[7:], "wacz", ["damaged"]),
    "an unknown packing": (altered(10, b"\x63"), "wacz", ["damaged"]),
    "an archive that begins nowhere": (altered(42, struct.pack("<I", 0x7FFFFFFF)), "wacz", ["damaged"]),
    "too many archives": (
        wacz(**{str(number): b"" for number in range(501)}),
        "wacz",
        ["too_large"],
    ),
    "no record": (b"", "warc.gz", ["damaged"]),
    "line ends alone": (b"\r\n\r\n", "warc", ["damaged"]),
    "an archive of another kind": (b"filedesc://x.arc 0.0.0.0 2020 text/plain 76\n1 0 x\n", "warc", ["damaged"]),
    "heads alone, one behind the other": (b"WARC/1.0\r\n" * 5000, "warc", ["damaged"]),
    "members without anything in them": (gzip.compress(b"") * 5000, "warc.gz", ["damaged"]),
    "a bomb in a bomb": (gzip.compress(gzip.compress(bytes(30_000_000))), "warc.gz", ["damaged"]),
}


@pytest.mark.parametrize(("content", "ending", "codes"), BROKEN.values(), ids=BROKEN)
def test_an_archive_that_is_broken_has_a_row_that_says_so(tmp_path, asked, content, ending, codes):
    (tmp_path / f"bad.{ending}").write_bytes(content)
    found = [row for place in places.expand(str(tmp_path)) for _, row in rows.of_place(place, asked) if row]
    assert [row["error"]["code"] for row in found] == codes
    assert [each.error_code for each in rows.pages(str(tmp_path / f"bad.{ending}"), asked)] == codes


def test_a_zip_bomb_is_not_unpacked(tmp_path, asked, monkeypatch):
    monkeypatch.setattr(places, "_LARGE", 1_000_000)
    (tmp_path / "bomb.wacz").write_bytes(zipped(bytes(3_000_000)))
    (told,) = rows.pages(str(tmp_path / "bomb.wacz"), asked)
    assert (told.error_code, told.target) == ("too_large", f"{tmp_path}/bomb.wacz!archive/a.warc")


def test_an_archive_in_a_zip_file_is_unpacked_once(tmp_path, monkeypatch):
    """To go back in one means to unpack it from its beginning again: with thousands of records that would have no end."""
    (tmp_path / "a.wacz").write_bytes(zipped(page(OWN) * 2000 + record(b"x", length=-1) * 500))
    sought = []
    seek = zipfile.ZipExtFile.seek
    monkeypatch.setattr(zipfile.ZipExtFile, "seek", lambda file, *to: sought.append(to) or seek(file, *to))
    (place,) = places.expand(str(tmp_path / "a.wacz"))
    assert len(list(places.records(place, 100_000))) == 2500
    assert len(sought) < 10


@pytest.fixture
def site(tmp_path):
    """A folder of archives, most of which cannot be read."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "z.warc.gz").write_bytes(packed(page(COPY), record(b"x", length=-1), record(b"no HTTP"), page(COPY)))
    (folder / "bad.wacz").write_bytes(b"x")
    (folder / "gone.warc").symlink_to("nowhere")
    (folder / "loop.warc").symlink_to("loop.warc")
    (folder / "folder.warc").mkdir()
    if sys.platform != "win32":
        (folder / "zero.warc").symlink_to("/dev/zero")
        os.mkfifo(folder / "fifo.warc.gz")
    return folder


CODES = {
    "site/bad.wacz": "damaged",
    "site/fifo.warc.gz": "not_a_file",
    "site/gone.warc": "unreadable",
    "site/loop.warc": "unreadable",
    "site/zero.warc": "not_a_file",
}


@pytest.mark.skipif(sys.platform == "win32", reason="such files are not possible there")
def test_archives_that_cannot_be_read_stop_no_other(run, site):
    done = run("scan", "site", "missing.warc", "--output", "rows.jsonl")
    found = [json.loads(line) for line in (site.parent / "rows.jsonl").read_text("utf-8").splitlines()]
    lost = {row["target"]: row["error"]["code"] for row in found if row["target"] == row["archive"]}
    assert lost == {**CODES, "missing.warc": "unreadable"}
    inside = [row["error"] and row["error"]["code"] for row in found if row["target"] != row["archive"]]
    assert inside == [None, "damaged", "not_http", None]
    assert done.returncode == 3
    for name in lost:
        assert f"creditline: {name}: ".encode() in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="such files are not possible there")
@pytest.mark.parametrize("call", ["check -f json", "match article.html -f json --in"])
def test_archives_that_cannot_be_read_are_in_the_report_of_other_commands(run, site, call):
    words = " ".join(f"word{number}" for number in range(200))
    (site.parent / "article.html").write_text(f"<h1>The river</h1><p>{words}</p>", "utf-8")
    done = run(*call.split(), *CODES, "site/z.warc.gz")
    pages = json.loads(done.stdout)["pages"]
    errors = {page["target"]: page["error"]["code"] for page in pages if page["error"]}
    assert {name: errors[name] for name in CODES} == CODES
    assert sum(page["error"] is None for page in pages) == 2
    assert done.returncode == 3


def test_a_fault_in_one_piece_ends_a_scan_with_code_70_and_stops_no_other(tmp_path, monkeypatch, capsys):
    from checker.cli import app  # noqa: PLC0415

    done = local.do

    def breaks(asked, piece):
        if "broken" in piece.place.name:
            raise ZeroDivisionError("made to break")
        return done(asked, piece)

    monkeypatch.setattr(local, "do", breaks)
    for name in ("a", "broken", "c"):
        (tmp_path / f"{name}.warc.gz").write_bytes(GOOD)
    monkeypatch.setattr(sys, "argv", ["creditline", "scan", "--jobs", "1", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        app.run()
    out, err = capsys.readouterr()
    found = {os.path.basename(row["archive"]): row["error"] for row in map(json.loads, out.splitlines())}
    assert found["broken.warc.gz"] == {"code": "internal", "message": "ZeroDivisionError: made to break"}
    assert (found["a.warc.gz"], found["c.warc.gz"]) == (None, None)
    assert ended.value.code == 70
    assert "broken.warc.gz: ZeroDivisionError" in err
    assert "1 internal error" in err


@pytest.mark.parametrize(
    ("index", "says"),
    [
        pytest.param(b"x " + b'{"a":' * 50_000 + b"}" * 50_000, "line 1 names no record", id="deep"),
        pytest.param(b'x {"filename": "a.warc.gz", "offset": ' + b"9" * 40 + b"}", "line 1 names no", id="no offset"),
        pytest.param(b"\xff\xfe\0", "line 1 names no record", id="binary"),
        pytest.param(b'x {"filename": "other.warc", "offset": 1}', "other.warc, which is none", id="another's"),
    ],
)
def test_a_broken_index_ends_with_code_2_and_is_named(run, tmp_path, index, says):
    (tmp_path / "a.warc.gz").write_bytes(GOOD)
    (tmp_path / "index.cdxj").write_bytes(index)
    done = run("scan", "a.warc.gz", "--cdx", "index.cdxj")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"creditline: index.cdxj: ")
    assert says.encode() in done.stderr


def test_an_offset_beyond_the_end_is_told_of(run, tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(GOOD)
    lines = [json.dumps({"filename": "a.warc.gz", "offset": each}) for each in (0, 5, 10**6, 10**12)]
    (tmp_path / "index.cdxj").write_text("".join(f"x {line}\n" for line in lines))
    done = run("scan", "a.warc.gz", "--cdx", "index.cdxj")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["error"] and row["error"]["code"] for row in found] == [None, "damaged", "damaged", "damaged"]
    assert done.returncode == 3
