"""The store: whole audits or none, whatever happens, and files of every earlier version."""

import contextlib
import multiprocessing
import random
import sqlite3
from pathlib import Path

import pytest

from checker.errors import UsageError
from checker.results import read, store
from checker.results.store import MIGRATIONS, Store
from tests.results.made import page

KILLS = 200
PAGES = 40
# From a server that has read all modules a writer begins at once; two hundred interpreters take a minute.
WRITERS = multiprocessing.get_context("forkserver")
WRITERS.set_forkserver_preload([__name__])


def write(folder, first, told):
    with Store(folder / "history.db") as kept:
        for file in sorted(folder.glob("*.json"))[first:]:
            kept.add(read.read(file))
            told.send(file.name)


def test_what_goes_in_comes_out(tmp_path, results):
    first = read.read(results("a.json", "2026-11-01", page("p", link_to_original="failed"), page("q", error="timeout")))
    with Store(tmp_path / "s.db") as kept:
        assert kept.add(first)
        before = list(kept.looks())
    with Store(tmp_path / "s.db") as kept:
        assert list(kept.looks()) == before
        assert [look.target for look in before] == ["p", "q"]
        assert kept.page(before[0]).findings[0].evidence[0].after == " in May."
        assert before[0].terms_version == "2024-05-01"


def test_a_full_disk_and_another_program_that_writes_are_told_of_and_leave_all_as_it_was(
    tmp_path, results, monkeypatch
):
    monkeypatch.setattr(store, "_PATIENCE", 0.01)
    large = [page(f"p{number}", link_to_original="failed") for number in range(300)]
    first, second = (
        read.read(results(f"{name}.json", "2026-11-01", *pages)) for name, pages in (("a", large[:1]), ("b", large))
    )
    with Store(tmp_path / "s.db") as kept, sqlite3.connect(tmp_path / "s.db", isolation_level=None) as other:
        kept.add(first)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UsageError, match=r"s\.db: database is locked"):
            kept.add(second)
        other.execute("ROLLBACK")
        kept._base.execute("PRAGMA max_page_count = 14")
        with pytest.raises(UsageError, match=r"s\.db: database or disk is full"):
            kept.add(second)
        assert [look.target for look in kept.looks()] == ["p0"]
    other.close()


def test_the_same_results_are_kept_once(tmp_path, results):
    given = read.read(results("a.json", "2026-11-01", page("p", link_to_original="failed")))
    with Store(tmp_path / "s.db") as kept:
        assert [kept.add(given), kept.add(given)] == [True, False]
        assert len(list(kept.looks())) == 1


def test_results_that_are_broken_in_the_middle_leave_nothing(tmp_path, results):
    file = results("a.json", "2026-11-01", page("p", link_to_original="failed"))
    broken = file.read_text("utf-8").replace(
        '"pages": [', '"pages": [' + '{"target": "q", "outcome": "compliant"}, {}, '
    )
    file.write_text(broken, "utf-8")
    with Store(tmp_path / "s.db") as kept:
        with pytest.raises(UsageError, match="page 2"):
            kept.add(read.read(file))
        assert list(kept.looks()) == []


@pytest.mark.parametrize("version", range(len(MIGRATIONS)))
def test_files_of_every_earlier_version_are_brought_up_to_date(tmp_path, version):
    file = tmp_path / "s.db"
    base = sqlite3.connect(file)
    for number in range(version):
        base.executescript(MIGRATIONS[number])
    if version:
        base.execute(f"PRAGMA application_id = {store._APPLICATION}")
        base.execute(f"PRAGMA user_version = {version}")
    base.close()
    with Store(file) as kept:
        assert list(kept.looks()) == []
    assert sqlite3.connect(file).execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


def test_a_newer_file_is_left_alone(tmp_path):
    file = tmp_path / "s.db"
    Store(file).__exit__()
    base = sqlite3.connect(file)
    base.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    base.close()
    with pytest.raises(UsageError, match="a newer creditline made it"):
        Store(file)


def test_another_programs_database_is_left_alone(tmp_path):
    file = tmp_path / "s.db"
    base = sqlite3.connect(file)
    base.execute("CREATE TABLE theirs (a)")
    base.close()
    with pytest.raises(UsageError, match="another program"):
        Store(file)
    base = sqlite3.connect(file)
    assert [name for (name,) in base.execute("SELECT name FROM sqlite_master")] == ["theirs"]
    base.close()


@pytest.mark.parametrize("content", [b"not a database at all, but text" * 40, b"SQLite format 3\0" + b"\1" * 5000])
def test_what_is_no_database_says_so(tmp_path, content):
    (tmp_path / "s.db").write_bytes(content)
    with pytest.raises(UsageError, match=r"s\.db: no store"):
        Store(tmp_path / "s.db")


def test_a_killed_program_leaves_every_audit_that_it_told_of_and_none_by_half(tmp_path, results):
    """The writer is killed at random moments; after each kill the file is looked at, and the writer goes on behind it."""
    for number in range(60):
        made = [page(f"p{each}", link_to_original="failed", author_credit="passed") for each in range(PAGES)]
        results(f"{number:03}.json", f"2026-{number // 28 + 1:02}-{number % 28 + 1:02}", *made)
    chance = random.Random(7)  # noqa: S311  (nothing is secret here)
    told = set()
    kills = 0
    while kills < KILLS:
        first = chance.randrange(60)
        told |= _told_before_killed(tmp_path, first, chance.uniform(0, 0.05))
        kills += 1
        if kills % 20 == 0:
            _is_whole(tmp_path / "history.db", told)
            if chance.random() < 0.3:
                (tmp_path / "history.db").unlink(missing_ok=True)
                for rest in tmp_path.glob("history.db-*"):
                    rest.unlink()
                told = set()
    assert kills == KILLS


def _told_before_killed(folder, first, seconds):
    """What the writer said that it had kept; the clock runs from its first word, or it would die before it has begun."""
    heard, told = WRITERS.Pipe(duplex=False)
    writer = WRITERS.Process(target=write, args=(folder, first, told))
    writer.start()
    told.close()
    said = set()
    with heard, contextlib.suppress(EOFError, OSError):
        said.add(heard.recv())
        writer.join(seconds)
        writer.kill()
        while True:
            said.add(heard.recv())
    writer.join()
    return said


def _is_whole(file, told):
    base = sqlite3.connect(file)
    rows = base.execute("SELECT name, (SELECT count(*) FROM look WHERE audit = audit.id) FROM audit").fetchall()
    judged = base.execute("SELECT count(*) FROM judged").fetchone()[0]
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    base.close()
    assert {count for _, count in rows} <= {PAGES}
    assert judged == 2 * PAGES * len(rows)
    assert told <= {Path(name).name for name, _ in rows}
