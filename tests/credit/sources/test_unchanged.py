"""Whether a change did what it was meant to and nothing else."""

import pytest

from checker.credit.sources.splice import Edit
from checker.credit.sources.unchanged import only_changed

ADDED = Edit(0, 0, "", "somewhere")
VALUE = Edit(1, 2, "", "somewhere")


@pytest.mark.parametrize(
    ("old", "new", "edit", "right"),
    [
        pytest.param("<p>a</p>", "<p>a</p><p>b</p>", ADDED, True, id="one more at the end"),
        pytest.param("<p>a</p><p>a</p>", "<p>a</p><p>a</p><p>a</p>", ADDED, True, id="one more of the same"),
        pytest.param(
            "<p>a</p>", "<p>b <a href=x>c</a></p><p>a</p>", ADDED, True, id="one with a link at the beginning"
        ),
        pytest.param("<p>a</p>b", "<p>a</p><p>c</p>b", ADDED, True, id="one before bare words"),
        pytest.param(
            "<p>a</p><!--x-->b",
            "<p>a</p><p>c</p><!--x-->b",
            ADDED,
            True,
            id="one before a comment with words behind it",
        ),
        pytest.param(
            "<p>a</p><!--x-->b", "<p>a</p><p>c</p>b<!--x-->", ADDED, False, id="words and a comment changed places"
        ),
        pytest.param("<p>a b</p>", "<p>a</p><p>c</p><p>b</p>", ADDED, False, id="a paragraph was broken in two"),
        pytest.param("<p>a</p>", "<p>a b</p>", ADDED, False, id="words were added to a paragraph"),
        pytest.param("<p>a</p>", "<!-- <p>a</p> --><p>b</p>", ADDED, False, id="all that was there became a comment"),
        pytest.param(
            "<div><p>a</p></div>", "<div></div><p>b</p><p>a</p>", ADDED, False, id="a paragraph left what held it"
        ),
        pytest.param("<script>a</script>", "<script>a <p>b</p></script>", ADDED, False, id="it went into a script"),
        pytest.param('<a href="#">a</a>', '<a href="x">a</a>', VALUE, True, id="a value of an attribute"),
        pytest.param('<a href="#">a</a>', '<a href="x">b</a>', VALUE, False, id="a value and a word"),
        pytest.param(
            '<a href="#">a</a><a href="#">b</a>', '<a href="x">a</a><a href="x">b</a>', VALUE, False, id="two values"
        ),
    ],
)
def test_what_changed(old, new, edit, right, page_of):
    assert only_changed(page_of(old), page_of(new), edit) is right


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [
        pytest.param("---\na: 1\n---\n", "---\na: 1\nb: 2\n---\n", True, id="a key more"),
        pytest.param("---\na: 1\n---\n", "---\nb: 2\n---\n", False, id="another key"),
        pytest.param(
            "---\na: >\n  1\nb: 2\n---\n", "---\na: >\nc: 3\n  1\nb: 2\n---\n", False, id="in the middle of a value"
        ),
    ],
)
def test_front_matter(old, new, right, page_of):
    assert only_changed(page_of(old + "text", "markdown"), page_of(new + "text", "markdown"), ADDED) is right
