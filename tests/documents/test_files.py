"""Files, folders, globs and standard input."""

import io
import os
import sys
from types import SimpleNamespace

import pytest

from checker.documents.document import Media
from checker.documents.files import Selection, expand, read
from checker.errors import TargetError


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder with pages and other things in it, as the working folder."""
    for name in [
        "b.html",
        "a.md",
        "C.HTM",
        "notes.txt",
        "image.png",
        "html",
        "posts/2.markdown",
        "posts/1.mdx",
        "posts/deep/x.xhtml",
        ".git/x.html",
        ".hidden.html",
        "node_modules/x/y.html",
        "venv/x.html",
    ]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{name}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(target, **selection):
    return [name.replace(os.sep, "/") for name in expand(target, Selection(**selection))]


# --- which files ----------------------------------------------------------------------------------------------------


def test_a_folder_is_read_through_and_sorted(site):
    assert found(".") == [
        "./.hidden.html",
        "./C.HTM",
        "./a.md",
        "./b.html",
        "./posts/1.mdx",
        "./posts/2.markdown",
        "./posts/deep/x.xhtml",
    ]


def test_a_folder_may_end_in_a_slash(site):
    assert found("posts/") == found("posts") == ["posts/1.mdx", "posts/2.markdown", "posts/deep/x.xhtml"]


def test_an_empty_folder_has_no_pages(tmp_path):
    assert found(str(tmp_path)) == []


def test_a_hidden_folder_is_read_when_it_is_named(site):
    assert found(".git") == [".git/x.html"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(site):
    assert found("notes.txt") == ["notes.txt"]
    assert found("b.html", exclude=["*.html"]) == ["b.html"]


@pytest.mark.parametrize(
    ("include", "exclude", "names"),
    [
        pytest.param(["*.md"], [], ["a.md"], id="one kind"),
        pytest.param(["*.md", "*.mdx"], [], ["a.md", "posts/1.mdx"], id="two kinds"),
        pytest.param(["posts/*"], [], ["posts/1.mdx", "posts/2.markdown", "posts/deep/x.xhtml"], id="a folder"),
        pytest.param(["deep/*"], [], ["posts/deep/x.xhtml"], id="a folder below"),
        pytest.param(["x.xhtml"], [], ["posts/deep/x.xhtml"], id="a name"),
        pytest.param(["[ab].*"], ["*.md"], ["b.html"], id="one of several letters, but not one kind"),
        pytest.param([], ["posts/*", "*.HTM", ".*"], ["a.md", "b.html"], id="all but some"),
        pytest.param(
            [],
            ["**/deep/**"],
            [".hidden.html", "C.HTM", "a.md", "b.html", "posts/1.mdx", "posts/2.markdown"],
            id="all but a folder below",
        ),
        pytest.param(["*.txt"], [], [], id="near miss: what is no page stays none"),
        pytest.param(["ost/*"], [], [], id="near miss: half a folder's name"),
        pytest.param(["*.MD"], [], [], id="near miss: capitals"),
    ],
)
def test_include_and_exclude(include, exclude, names, site):
    assert found(".", include=include, exclude=exclude) == ["./" + name for name in names]


@pytest.mark.parametrize(
    ("target", "names"),
    [
        pytest.param("*.html", ["b.html"], id="one kind"),
        pytest.param(
            "posts/*",
            ["posts/1.mdx", "posts/2.markdown", "posts/deep/x.xhtml"],
            id="a folder that it names is read through",
        ),
        pytest.param("**/*.mdx", ["posts/1.mdx"], id="at any depth"),
        pytest.param("[bc].html", ["b.html"], id="one of several letters"),
        pytest.param("note?.txt", ["notes.txt"], id="what is no page by its name"),
        pytest.param("-", ["-"], id="standard input"),
    ],
)
def test_globs(target, names, site):
    assert found(target) == names


@pytest.mark.parametrize(
    ("target", "message"),
    [
        pytest.param("no-such.html", "no such file or folder", id="a file"),
        pytest.param("no/such/folder/", "no such file or folder", id="a folder"),
        pytest.param("*.nothing", "no file matches", id="a glob"),
        pytest.param("", "no such file or folder", id="nothing"),
    ],
)
def test_what_is_not_there(target, message, site):
    with pytest.raises(TargetError, match=message) as caught:
        found(target)
    assert caught.value.code == "not_found"


@pytest.mark.parametrize(
    "name", ["[a].html", "a*.html", "a\nb.html", "a b.html", "-.html", "é🗞.html", "a\\b.html", "%41.html"]
)
def test_names_with_marks_in_them(name, tmp_path):
    path = tmp_path / name
    path.write_text("<p>x", "utf-8")
    assert list(expand(str(path), Selection())) == [str(path)]
    assert list(expand(str(tmp_path), Selection())) == [str(path)]
    assert read(str(path)).content == b"<p>x"


def test_a_name_that_exists_is_no_glob(site):
    (site / "[b].html").write_text("x", "utf-8")
    assert found("[b].html") == ["[b].html"]


def test_a_name_that_is_not_utf_8(tmp_path):
    name = os.path.join(os.fsencode(tmp_path), b"\xff.html")
    try:
        with open(name, "wb") as file:
            file.write(b"<p>x")
    except OSError:
        pytest.skip("this file system takes no such names")
    assert [read(target).content for target in expand(str(tmp_path), Selection())] == [b"<p>x"]


def test_a_loop_of_links_ends(site):
    (site / "posts" / "loop").symlink_to(site, target_is_directory=True)
    (site / "posts" / "deep" / "self").symlink_to(site / "posts" / "deep", target_is_directory=True)
    assert found("posts") == ["posts/1.mdx", "posts/2.markdown", "posts/deep/x.xhtml"]


def test_a_link_to_a_file_is_read(site):
    (site / "posts" / "link.html").symlink_to(site / "b.html")
    assert "posts/link.html" in found("posts")
    assert read("posts/link.html").content == b"<p>b.html"


def test_a_link_to_nothing_is_there_but_cannot_be_read(site):
    (site / "gone.html").symlink_to(site / "nowhere")
    assert found("gone.html") == ["gone.html"]
    with pytest.raises(TargetError, match="cannot be read"):
        read("gone.html")


# --- what is in them ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        pytest.param("a.html", b"# title", Media.HTML, id="HTML by its name, whatever it holds"),
        pytest.param("a.HTM", b"", Media.HTML, id="in capitals"),
        pytest.param("a.md", b"<p>x", Media.MARKDOWN, id="Markdown by its name, whatever it holds"),
        pytest.param("a.txt", b" \n<!doctype html>", Media.HTML, id="HTML by its first mark"),
        pytest.param("a", b"\xef\xbb\xbf<p>x", Media.HTML, id="HTML behind a byte order mark"),
        pytest.param("a", "<p>x".encode("utf-16"), Media.HTML, id="HTML in UTF-16"),
        pytest.param("a.txt", b"a <p>x", Media.MARKDOWN, id="near miss: a tag further on"),
        pytest.param("a", b"", Media.MARKDOWN, id="nothing"),
    ],
)
def test_the_format(name, content, media, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    document = read(str(path))
    assert (document.target, document.content, document.media, document.truncated) == (str(path), content, media, False)
    assert (document.url, document.headers) == (None, {})


@pytest.mark.parametrize(
    ("size", "kept", "truncated"), [(9, 9, False), (10, 10, False), (11, 10, True), (1000, 10, True)]
)
def test_of_too_large_a_file_the_rest_is_left(size, kept, truncated, tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes(b"x" * size)
    document = read(str(path), max_bytes=10)
    assert (len(document.content), document.truncated) == (kept, truncated)


@pytest.mark.parametrize(("content", "media"), [(b"<p>x", Media.HTML), (b"# x", Media.MARKDOWN)])
def test_standard_input(content, media, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    document = read("-")
    assert (document.target, document.content, document.media, document.truncated) == ("-", content, media, False)


def test_of_too_large_an_input_the_rest_is_left(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"<p>" * 10)))
    document = read("-", max_bytes=6)
    assert (document.content, document.truncated) == (b"<p><p>", True)


# --- what cannot be read --------------------------------------------------------------------------------------------


def failure(target):
    with pytest.raises(TargetError) as caught:
        read(str(target))
    return caught.value.code


def test_a_missing_file(tmp_path):
    assert failure(tmp_path / "no.html") == "unreadable"


def test_a_folder_is_no_file(tmp_path):
    assert failure(tmp_path) == "not_a_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.html")
    assert failure(tmp_path / "a.html") == "not_a_file"


@pytest.mark.skipif(not os.path.exists(os.devnull) or os.name == "nt", reason="no devices here")
def test_a_device_is_no_file():
    assert failure(os.devnull) == "not_a_file"


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    """Permissions do not bind every user, so the refusal is played."""

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(TargetError, match="cannot be read: Permission denied") as caught:
        read(str(tmp_path / "a.html"))
    assert caught.value.code == "unreadable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_without_permissions(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("x", "utf-8")
    path.chmod(0)
    assert failure(path) == "unreadable"


def test_a_name_that_no_file_can_have():
    assert failure("a\0b.html") == "unreadable"
    with pytest.raises(TargetError):
        found("a\0b.html")


def test_a_name_that_is_too_long():
    assert failure("x" * 5000) == "unreadable"


def test_a_folder_that_may_not_be_listed_is_told_of_behind_the_others(site, monkeypatch):
    real = os.scandir

    def refuse(path):
        if os.path.basename(os.fspath(path)) == "deep":
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    names = expand("posts", Selection())
    assert [next(names), next(names)] == [os.path.join("posts", "1.mdx"), os.path.join("posts", "2.markdown")]
    with pytest.raises(TargetError, match=r"cannot be listed: .*deep.*Permission denied"):
        next(names)
