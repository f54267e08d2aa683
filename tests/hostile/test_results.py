"""Files of results and baselines from anyone."""

import pytest

PAGE = '{"target":"x","outcome":"error","more":%s}'
DEEP = "[" * 5000 + "]" * 5000
# what a file holds
BROKEN = [
    pytest.param("[" * 100_000, id="deep lists"),
    pytest.param('{"a":' * 100_000, id="deep tables"),
    pytest.param('{"created":"2026-01-01T00:00:00Z","pages":[%s]}' % (PAGE % DEEP), id="a deep page"),
    pytest.param(PAGE % DEEP + "\n", id="a deep line"),
    pytest.param('{"created":"2026-01-01T00:00:00Z","pages":[{"target":1}]}', id="wrong types"),
    pytest.param(
        '{"created":"2026-01-01T00:00:00Z","pages":[{"target":"\\ud800","outcome":"error"}]}', id="a lone surrogate"
    ),
    pytest.param('{"created":"9999999-01-01T00:00:00Z","pages":[]}', id="no day"),
    pytest.param('{"target":"x","outcome":"::error::forged\\n::x"}\n', id="an unknown outcome"),
    pytest.param("\0" * 100, id="NULs"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("content", BROKEN)
def test_broken_results_end_with_code_2_and_are_named(run, tmp_path, content):
    (tmp_path / "results.json").write_text(content, "utf-8")
    done = run("report", "results.json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"creditline: results.json: ")
    assert len(done.stderr) < 2000


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_baseline_ends_with_code_2_and_is_named(run, tmp_path, copy, content):
    (tmp_path / "base.json").write_text(content, "utf-8")
    done = run("check", "--baseline", "base.json", "copy.md")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"creditline: base.json: ")


@pytest.mark.parametrize(
    ("call", "code"), [("report /dev/zero", 3), ("check --baseline /dev/zero copy.md", 2), ("report /dev/null", 3)]
)
def test_a_device_has_no_results(run, copy, call, code):
    done = run(*call.split())
    assert (done.returncode, done.stdout) == (code, b"")
    assert (
        b": a device, where a file was expected" in done.stderr or b": neither results of creditline nor" in done.stderr
    )
