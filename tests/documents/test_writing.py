"""A file's new content, written whole or not at all."""

import os
import stat

import pytest

from checker.documents import writing
from checker.errors import TargetError


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "post.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    return file


def test_the_content_is_new_and_the_mode_as_it_was(page):
    writing.replace(str(page), b"old", b"new")
    assert page.read_bytes() == b"new"
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert os.listdir(page.parent) == ["post.md"]


def test_a_symbolic_link_stays_one(page, tmp_path):
    link = tmp_path / "link.md"
    link.symlink_to("post.md")
    writing.replace(str(link), b"old", b"new")
    assert link.is_symlink()
    assert page.read_bytes() == b"new"


def test_a_read_only_file_is_refused(page):
    page.chmod(0o444)
    with pytest.raises(TargetError, match="read-only"):
        writing.replace(str(page), b"old", b"new")
    assert page.read_bytes() == b"old"


def test_a_file_that_somebody_changed_meanwhile_is_refused(page):
    page.write_bytes(b"newer")
    with pytest.raises(TargetError, match="changed meanwhile"):
        writing.replace(str(page), b"old", b"new")
    assert page.read_bytes() == b"newer"


def test_a_file_that_is_gone_is_refused(page):
    page.unlink()
    with pytest.raises(TargetError, match="No such file"):
        writing.replace(str(page), b"old", b"new")


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_full_disk_or_an_interruption_leaves_the_old_file_and_nothing_beside_it(page, monkeypatch, fault):
    def fails(_):
        raise fault

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(TargetError if isinstance(fault, OSError) else KeyboardInterrupt):
        writing.replace(str(page), b"old", b"new")
    assert page.read_bytes() == b"old"
    assert os.listdir(page.parent) == ["post.md"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_disk_that_is_really_full(page, monkeypatch):
    really = os.open

    def opened(path, *flags):
        return really("/dev/full", os.O_WRONLY) if str(path).endswith(".part") else really(path, *flags)

    monkeypatch.setattr(writing.os, "open", opened)
    monkeypatch.setattr(writing, "_as_old", lambda *_: None)
    with pytest.raises(TargetError, match="No space left"):
        writing.replace(str(page), b"old", b"new")
    assert page.read_bytes() == b"old"
