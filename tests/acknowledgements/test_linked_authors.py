"""Authors by their links in the sentence of a credit."""

import pytest

from checker.acknowledgements import author_metadata, linked_authors, unique

NEWS = "[Example News](https://news.example/2024/river)"
ANN = "[Ann Writer](https://twitter.com/annwriter)"

FOUND = [
    pytest.param({"end": f"Originally posted on {NEWS} by the excellent {ANN}."}, id="in the credit's sentence"),
    pytest.param({"end": f"{ANN} gave us permission to republish this article."}, id="whose leave it is"),
    pytest.param(
        {"end": "Originally published by [Ann Writer](https://medium.com/@annwriter)"}, id="in the source's place"
    ),
]
NOT_FOUND = [
    pytest.param({"end": f"Originally posted on {NEWS}. Follow {ANN}."}, id="another sentence"),
    pytest.param({"end": f"Originally posted on {NEWS}, translated by {ANN}."}, id="the translator"),
    pytest.param(
        {"end": f"Originally posted on {NEWS}, like [Ann Writer](https://hill.example/2)."}, id="no person's page"
    ),
    pytest.param(
        {
            "end": f"Originally posted on {NEWS} by [Ann Writer](https://riversidecommons.example/author/ann).",
            "url": "https://riversidecommons.example/posts/river",
        },
        id="a page on the site itself",
    ),
    pytest.param({"inside": f"She talked to {ANN}."}, id="no credit"),
]


@pytest.mark.parametrize("parts", FOUND)
def test_a_person_whose_page_a_credit_links_is_its_author(seen, parts):
    found = seen(linked_authors.observe, media="markdown", **parts)
    assert [each[:2] for each in found] == [("author_credit", ("Ann Writer",))]


@pytest.mark.parametrize("parts", NOT_FOUND)
def test_nobody_else_is(seen, parts):
    assert ("Ann Writer",) not in [names for _, names, *_ in seen(linked_authors.observe, media="markdown", **parts)]


def test_a_profile_behind_a_label_is_whoever_the_label_says(scene_of):
    scene = scene_of(media="markdown", top=f"Proofread by: {ANN}\n\nPhotos: {ANN}")
    assert unique(author_metadata.observe(scene)) == ()
