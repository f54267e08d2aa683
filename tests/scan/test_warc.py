import io
import zlib
from importlib import import_module

import pytest

from checker.errors import TargetError
from checker.scan import packing, warc
from tests.scan.archives import COPY, OWN, packed, page, plain, record, response

LIMIT = 100_000
CHOSEN = packing.inflater()


@pytest.fixture(params=["zlib", "isal.isal_zlib"], autouse=True)
def _inflater(request, monkeypatch):
    """All holds without the library that unpacks gzip faster, and with it."""
    pytest.importorskip(request.param.partition(".")[0])
    module = import_module(request.param)
    monkeypatch.setattr(packing, "inflater", lambda: module)


def read(content, offset=0):
    return list(warc.records(io.BytesIO(content), LIMIT, offset))


def damage(content):
    return [each.damage for each in read(content)]


@pytest.mark.parametrize("write", [plain, packed], ids=["plain", "gzip"])
def test_records_come_with_their_offsets(write):
    first, second = page(COPY), page(OWN)
    found = read(write(first, second))
    assert [each.damage for each in found] == [None, None]
    assert found[0].offset == 0
    assert found[1].offset == len(write(first))
    assert found[1].content.endswith(OWN.encode())
    assert found[1].headers["warc-date"] == "2024-05-01T10:00:00Z"
    assert [each.content for each in read(write(first, second), found[1].offset)] == [found[1].content]


GOOD = page(OWN)
BAD = {
    "no length": record(b"x").replace(b"Content-Length: 1", b"X: 1"),
    "a negative length": record(b"x", length=-5),
    "a length that is no number": record(b"x", length="much"),
    "a length beyond the end of all files": record(b"x", length=10**30),
    "no head": b"nothing of the kind\r\n\r\n",
    "a head without an end": b"WARC/1.0\r\nWARC-Type: response\r\n" + b"x" * 70_000,
    "zeros": b"\0" * 5000,
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
@pytest.mark.parametrize("write", [plain, packed], ids=["plain", "gzip"])
def test_a_damaged_record_is_told_of_and_passed_over(bad, write):
    found = damage(write(GOOD, bad, GOOD))
    assert found[0] is None
    assert found[-1] is None
    assert found[1:-1]
    assert all(found[1:-1])


def test_a_length_that_is_too_long_takes_no_other_record_with_it_where_each_is_packed():
    assert damage(packed(GOOD, record(b"x", length=5000), GOOD)) == [None, "shorter than its length", None]


def test_garbage_between_members_is_passed_over():
    assert damage(packed(GOOD) + b"garbage" * 1000 + packed(GOOD)) == [None, "not packed as it should be", None]


def test_a_member_that_is_damaged_inside_is_passed_over():
    first = packed(GOOD)
    broken = first[:40] + bytes(byte ^ 0xFF for byte in first[40:80]) + first[80:]
    found = damage(first + broken + first)
    assert (found[0], found[-1]) == (None, None)
    assert any(found[1:-1])


@pytest.mark.parametrize("write", [plain, packed], ids=["plain", "gzip"])
def test_a_file_that_is_cut_is_told_of(write):
    found = read(write(GOOD, GOOD)[:-60])
    assert [bool(each.damage) for each in found] == [False, True]


def test_a_bomb_is_cut():
    bomb = packed(record(response(b"0" * 50_000_000)[1]))
    found = read(bomb + packed(GOOD))
    assert [len(each.content) <= LIMIT for each in found] == [True, True]
    assert [each.truncated for each in found] == [True, False]
    assert [each.damage for each in found] == [None, None]


def test_many_records_in_one_member_are_all_read():
    whole = zlib.compressobj(wbits=31)
    content = whole.compress(plain(GOOD, GOOD, GOOD)) + whole.flush()
    assert damage(content) == [None, None, None]


WHOLE = {"gzip": "gzip", "zstd": "zstandard"}


@pytest.mark.parametrize("library", WHOLE.values(), ids=WHOLE)
class TestPackedWhole:
    """Archives that somebody packed as one, not record by record."""

    def test_however_long_they_are_all_records_are_read(self, library):
        pages = [page(COPY, url=f"https://host.example/{at}") for at in range(4000)]
        found = read(self.packed(library, *pages))
        assert [each.headers["warc-target-uri"] for each in found] == [
            f"https://host.example/{at}" for at in range(4000)
        ]
        assert {each.damage for each in found} == {None}
        assert {each.offset for each in found} == {0}
        assert [found[1].within, found[-1].within] == [len(pages[0]), sum(map(len, pages[:-1]))]

    @pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
    def test_a_damaged_record_is_passed_over(self, library, bad):
        found = damage(self.packed(library, GOOD, bad, GOOD))
        assert (found[0], found[-1]) == (None, None)
        assert found[1:-1]
        assert all(found[1:-1])

    def test_a_record_that_is_too_long_to_keep_is_cut(self, library):
        found = read(self.packed(library, GOOD, record(bytes(3_000_000)), GOOD))
        assert [each.truncated for each in found] == [False, True, False]
        assert [each.damage for each in found] == [None, None, None]

    def test_one_that_ends_before_its_length_is_told_of(self, library):
        found = damage(self.packed(library, GOOD, record(b"x", length=3_000_000), GOOD))
        assert found == [None, "shorter than its length", None]

    def test_a_bomb_is_left_where_it_is_one(self, library, monkeypatch):
        monkeypatch.setattr(packing, "_LARGE", 500_000)
        bomb = self.packed(library, GOOD, record(bytes(20_000_000)), GOOD)
        assert damage(bomb + self.packed(library, GOOD)) == [None, "shorter than its length", None]

    @staticmethod
    def packed(library, *records):
        return pytest.importorskip(library).compress(plain(*records))


def test_an_empty_file_has_no_records():
    assert read(b"") == []


def test_zstd_with_and_without_a_dictionary():
    zstandard = pytest.importorskip("zstandard")
    frames = b"".join(zstandard.ZstdCompressor().compress(each) for each in (GOOD, page(COPY)))
    assert damage(frames) == [None, None]
    words = zstandard.ZstdCompressionDict(GOOD * 20)
    packer = zstandard.ZstdCompressor(dict_data=words)
    head = b"\x5d\x2a\x4d\x18" + len(words.as_bytes()).to_bytes(4, "little") + words.as_bytes()
    found = read(head + b"".join(packer.compress(each) for each in (GOOD, page(COPY))))
    assert [each.damage for each in found] == [None, None]
    assert found[1].content.endswith(COPY.encode())


# what stands where the dictionary should, given the library -> the code of the error
BROKEN = {
    "cut": (lambda zstandard: zstandard.compress(GOOD)[:-4], "damaged"),
    "no dictionary, though it says so": (lambda _: b"\x37\xa4\x30\xec" + b"\xff" * 50, "damaged"),
    "a bomb": (lambda zstandard: zstandard.compress(bytes(20_000_000)), "too_large"),
    "one that asks for all memory": (
        lambda _: b"\x28\xb5\x2f\xfd\xe0" + (1 << 60).to_bytes(8, "little") + b"\1\0\0",
        "damaged",
    ),
}


@pytest.mark.parametrize(("made", "code"), BROKEN.values(), ids=BROKEN)
def test_a_broken_dictionary_is_told_of(made, code):
    zstandard = pytest.importorskip("zstandard")
    words = made(zstandard)
    head = b"\x5d\x2a\x4d\x18" + len(words).to_bytes(4, "little") + words
    with pytest.raises(TargetError) as told:
        read(head + zstandard.compress(GOOD))
    assert told.value.code == code


def test_a_head_ends_where_another_record_begins():
    unended = b"WARC/1.0\r\nWARC-Type: response\r\n"
    assert damage(unended + GOOD) == ["no head of a record", None]
    assert damage(b"WARC/1.0\nContent-Length: 0\n\n" + GOOD) == [None, None]


def test_lines_of_a_head_may_end_otherwise_than_those_of_its_block():
    (found,) = read(b"\n".join((b"WARC/1.0", b"WARC-Type: response", b"Content-Length: 9", b"", b"a: b\r\n\r\nx")))
    assert (found.headers, found.content) == ({"warc-type": "response", "content-length": "9"}, b"a: b\r\n\r\nx")


def test_the_faster_library_is_taken_where_it_is_installed():
    assert CHOSEN is import_module(pytest.importorskip("isal.isal_zlib").__name__)
