"""Tables of pages, as publishers export them: which page, and which original it copies."""

import pytest

from checker.results import targets

ORIGINAL = "https://news.example/2024/river"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"url,original\nhttps://a.example/1,{ORIGINAL}\n", {"https://a.example/1": ORIGINAL}),
        (f"Original URL;Page URL;Views\n{ORIGINAL};https://a.example/1;7\n", {"https://a.example/1": ORIGINAL}),
        ("url\nhttps://a.example/1\nhttps://b.example/2\n", {"https://a.example/1": None, "https://b.example/2": None}),
        ("Page referrer,Views\na.example/1,9\n(direct),8\n,7\n", {"https://a.example/1": None}),
        (
            "# ------\n# Traffic\n# 20261101-20261130\n\nLanding page,Full referrer,Sessions\n/2024/river,https://a.example/1,4\n",
            {"https://a.example/1": ORIGINAL},
        ),
        (f"\ufeffurl\toriginal_url\nhttps://a.example/1\t{ORIGINAL}\n", {"https://a.example/1": ORIGINAL}),
        (f'url,original\n"https://a.example/1,2","{ORIGINAL}"\n', {"https://a.example/1,2": ORIGINAL}),
        (f"url,original\nhttps://a.example/1,\nhttps://a.example/1,{ORIGINAL}\n", {"https://a.example/1": ORIGINAL}),
        ("url,original\nhttps://a.example/1,//[\n", {"https://a.example/1": None}),
        ("url,original\nhttps://a.example/1\njavascript:x,y\nhttp://[bad,z\n", {"https://a.example/1": None}),
    ],
    ids=[
        "a table of pages and originals",
        "the other way round, with semicolons",
        "pages alone",
        "referrers without a scheme, and some that are none",
        "an export with a head, and paths of originals",
        "tabs and a byte order mark",
        "commas inside an address",
        "a page twice",
        "a path that is none",
        "rows that are short or no addresses",
    ],
)
def test_a_table(text, expected):
    assert targets.read(text, "https://news.example/") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://a.example/1\nhttps://b.example/2\n",
        "<urlset><url><loc>https://a.example/1</loc></url></urlset>",
        "name,age\nAnn,7\n",
    ],
    ids=["nothing", "a plain list", "a sitemap", "another table"],
)
def test_what_is_no_table_of_pages(text):
    assert targets.read(text) is None
