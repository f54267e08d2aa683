"""What only machines read: canonical links, structured data, headers."""

import json

import pytest

from checker.acknowledgements import metadata

NEWS = "https://news.example/2024/river"


def linked_data(**values):
    return f'<script type="application/ld+json">{json.dumps({"@type": "Article", **values})}</script>'


FOUND = [
    pytest.param(
        f'<link rel="canonical" href="{NEWS}">', [("canonical_link", NEWS, None)], id="a canonical on another site"
    ),
    pytest.param(
        f"<LINK HREF='{NEWS}' REL='Canonical'>", [("canonical_link", NEWS, None)], id="capitals and single quotes"
    ),
    pytest.param(
        f'<meta name="syndication-source" content="{NEWS}">',
        [("link_to_original", NEWS, "metadata")],
        id="syndication-source",
    ),
    pytest.param(linked_data(isBasedOn=NEWS), [("link_to_original", NEWS, "metadata")], id="isBasedOn"),
    pytest.param(
        linked_data(copyrightHolder={"name": "Example News"}),
        [("copyright_line", None, "metadata")],
        id="copyrightHolder",
    ),
    pytest.param(linked_data(creditText="Example News"), [("source_attribution", None, "metadata")], id="creditText"),
]


@pytest.mark.parametrize(("head", "expected"), FOUND)
def test_what_the_head_says(seen, head, expected):
    assert [(kind, href, why) for kind, _, href, why in seen(metadata.observe, head=head)] == expected


NEAR_MISSES = [
    pytest.param(
        {"head": '<link rel="canonical" href="https://riversidecommons.example/posts/river/">'},
        id="a canonical to itself",
    ),
    pytest.param({"head": '<link rel="canonical" href="/posts/river/">'}, id="a relative canonical"),
    pytest.param({"head": '<link rel="canonical" href="https://news.example/">'}, id="a canonical to a home page"),
    pytest.param({"head": '<link rel="canonical" href="">'}, id="an empty canonical"),
    pytest.param({"head": f'<!-- <link rel="canonical" href="{NEWS}"> -->'}, id="in a comment"),
    pytest.param(
        {"head": linked_data(isBasedOn="https://riversidecommons.example/posts/older")}, id="based on the host's own"
    ),
    pytest.param(
        {"head": '<script type="application/ld+json">{"isBasedOn": </script>'}, id="structured data that cannot be read"
    ),
]


@pytest.mark.parametrize("parts", NEAR_MISSES)
def test_the_head_says_nothing(seen, parts):
    assert seen(metadata.observe, **parts) == []


def test_a_canonical_in_the_body_is_inert(seen):
    assert [found[2:] for found in seen(metadata.observe, end=f'<link rel="canonical" href="{NEWS}">')] == [
        (NEWS, "in_body")
    ]


def test_canonicals_that_contradict_each_other_are_said_to(seen):
    head = f'<link rel="canonical" href="{NEWS}"><link rel="canonical" href="https://other.example/2024/river">'
    assert [found[3] for found in seen(metadata.observe, head=head)] == ["contradicted", "contradicted"]


@pytest.mark.parametrize("relation", ['rel="canonical"', "REL=Canonical"])
def test_a_canonical_in_the_link_header(seen, relation):
    found = seen(
        metadata.observe,
        url="https://riversidecommons.example/posts/river/",
        headers={"link": f"<{NEWS}>; {relation}"},
    )
    assert found == [("canonical_link", (), NEWS, None)]
