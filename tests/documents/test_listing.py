"""Lists of pages: sitemaps, feeds and plain ones; and what only looks like a list."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.documents import listing
from checker.documents.listing import Listing, read

A, B = "https://host.example/a", "https://host.example/b"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
URLSET = f'<?xml version="1.0"?><urlset xmlns="{SITEMAP}"><url><loc> {A} </loc></url><url><loc>{B}</loc></url></urlset>'
INDEX = f'<sitemapindex xmlns="{SITEMAP}"><sitemap><loc>{A}.xml.gz</loc></sitemap></sitemapindex>'
RSS = f"""<?xml version="1.0"?><!-- made by hand --><rss version="2.0"><channel><title>News</title><link>https://host.example/</link>
<item><title>One</title><link>{A}</link><guid isPermaLink="false">7</guid></item>
<item><guid>{B}</guid></item><item><guid isPermaLink="false">https://host.example/c</guid></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://host.example/"/><link rel="self" href="https://host.example/feed"/>
<entry><link rel="edit" href="https://host.example/edit/1"/><link href="{A}"/></entry>
<entry xml:base="https://host.example/"><link rel="alternate" href="b"/></entry><entry><title>none</title></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><link>https://host.example/</link></channel>
<item><link>{A}</link></item></rdf:RDF>"""
ENTITIES = f"""<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><urlset xmlns="{SITEMAP}">
<url><loc>https://host.example/&b;</loc></url><url><loc>{A}</loc></url></urlset>"""

# content, whether it may be a plain list -> what it lists
LISTS = [
    pytest.param(URLSET, False, Listing((A, B)), id="a sitemap"),
    pytest.param(gzip.compress(URLSET.encode()), False, Listing((A, B)), id="a packed sitemap"),
    pytest.param(
        URLSET.replace("?>", " encoding='UTF-16'?>").encode("utf-16"), False, Listing((A, B)), id="a sitemap in UTF-16"
    ),
    pytest.param(
        "<!DOCTYPE urlset [<!ELEMENT urlset (url*)> <!ELEMENT url (loc)>]>" + URLSET.partition("?>")[2],
        False,
        Listing((A, B)),
        id="a sitemap with a grammar of its own",
    ),
    pytest.param(INDEX, False, Listing(lists=(f"{A}.xml.gz",)), id="an index of sitemaps"),
    pytest.param(RSS, False, Listing((A, B)), id="RSS"),
    pytest.param(ATOM, False, Listing((A, B)), id="Atom"),
    pytest.param(RDF, False, Listing((A,)), id="RSS 1.0"),
    pytest.param("﻿ \n" + URLSET.partition("?>")[2], False, Listing((A, B)), id="a mark and spaces before it"),
    pytest.param(URLSET[: URLSET.index("</urlset>") - 10], False, Listing((A, B)), id="a sitemap that is cut"),
    pytest.param(gzip.compress(URLSET.encode())[:-4], False, Listing((A, B)), id="a packed sitemap that is cut"),
    pytest.param(
        f"<urlset><url><loc>{A}</loc></url><url><loc>{A}</loc></url></urlset>", False, Listing((A,)), id="twice"
    ),
    pytest.param(
        "<urlset><url><loc>ftp://host.example/</loc></url></urlset>", False, Listing(), id="no page of the web"
    ),
    pytest.param("<urlset><url><loc>/a</loc></url></urlset>", False, Listing((A,)), id="relative to where it stands"),
    pytest.param(
        f"<urlset><url><loc>http://[</loc></url><url><loc>{A}</loc></url></urlset>",
        False,
        Listing(("http://[", A)),
        id="an address that is none",
    ),
    pytest.param(
        f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry xml:base="http://["><link href="{A}"/></entry></feed>""",
        False,
        Listing((A,)),
        id="a base that is none",
    ),
    pytest.param(
        f"<rss><channel><item><x:y/><link>{A}</link></item></channel></rss>",
        False,
        Listing((A,)),
        id="a prefix of nobody",
    ),
    pytest.param("<urlset></urlset>", False, Listing(), id="an empty sitemap"),
    pytest.param(f"# ours\n\n{A}\n {B} \n{A}", True, Listing((A, B)), id="a plain list"),
    pytest.param(f"\ufeff{A}\r\n{B}", True, Listing((A, B)), id="a plain list with a mark"),
    pytest.param(
        f"{A}\nhost.example/c\n{B}",
        True,
        Listing((A, "host.example/c", B)),
        id="a plain list with a line that is no address",
    ),
    pytest.param(f"{A}\n{B}", False, None, id="a plain list where none may be"),
    pytest.param(f"{A}\nand more", True, None, id="an address and a sentence"),
    pytest.param(f"See {A}", True, None, id="an address in a sentence"),
    pytest.param("# only a heading\n", True, None, id="Markdown"),
    pytest.param("", True, None, id="nothing"),
    pytest.param(b"\xff\xfe\0", True, None, id="not text"),
    pytest.param("<!doctype html><title>News</title><feed>", False, None, id="a page"),
    pytest.param(f"<html><body>{URLSET}", False, None, id="a sitemap inside a page"),
    pytest.param(ENTITIES, False, None, id="one with words of its own making"),
    pytest.param("<rssx></rssx>", False, None, id="another element"),
    pytest.param("<!---->" * 2000 + "<p>", False, None, id="comments before no list"),
    pytest.param("<!-- a -->" * 1000 + URLSET, False, Listing((A, B)), id="comments before a sitemap"),
]


@pytest.mark.parametrize(("content", "text", "expected"), LISTS)
def test_what_a_list_names(content, text, expected):
    content = content.encode() if isinstance(content, str) else content
    assert read(content, "https://host.example/sitemap.xml", text=text) == expected


def test_a_packed_bomb_is_cut(monkeypatch):
    monkeypatch.setattr(listing, "_LARGEST", 10_000)
    bomb = gzip.compress(URLSET.encode().replace(b"</urlset>", b" " * 5_000_000))
    found = read(bomb)
    assert (found.pages, found.cut) == ((A, B), True)


@pytest.mark.parametrize("text", [True, False])
def test_a_list_that_is_too_long_is_cut_and_says_so(monkeypatch, text):
    monkeypatch.setattr(listing, "MOST", 1)
    found = read(f"{A}\n{B}".encode() if text else URLSET.encode(), text=text)
    assert (found.pages, found.cut) == ((A,), True)


@given(st.binary(max_size=200) | st.binary(max_size=100).map(lambda rest: b"<urlset><url><loc>" + rest))
def test_whatever_comes_it_does_not_raise(content):
    read(content, "https://host.example/", text=True)
