"""Companies' releases: the dateline of who distributed one, elsewhere and on the company's own page."""

from dataclasses import replace

import pytest

from checker.acknowledgements import releases

SITE = {"domain": "marketdesk.example", "names": frozenset({"marketdesk"})}
SAYS = "Example Boats today said that it will build ferries for the river, and that the town will have its first before the summer."


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"OLDTOWN, May 3, 2020 /PRNewswire/ -- {SAYS}", [(("PR Newswire",), True)]),
        (f"OLDTOWN, U.S.--(BUSINESS WIRE)--{SAYS}", [(("Business Wire",), True)]),
        (f"OLDTOWN, May 3, 2020 (GLOBE NEWSWIRE) -- {SAYS}", [(("GlobeNewswire",), True)]),
        (f"OLDTOWN, May 3, 2020 /PRNewswire/ -- {SAYS} It has no desk in the market.", [(("PR Newswire",), False)]),
        (f"OLDTOWN, May 3, 2020 /Example Wire/ -- {SAYS}", []),
        (f"It is said (PRNewswire) that nobody knows. {SAYS}", []),
    ],
)
def test_the_dateline_of_who_distributed_a_release(scene_of, line, found):
    scene = scene_of(top=f"<p>{line}</p>")
    scene = replace(scene, host=replace(scene.host, **SITE))
    assert [(ack.names, ack.certain) for ack in releases.observe(scene)] == found


def test_a_company_s_own_page_leaves_a_doubt(scene_of):
    scene = scene_of(top=f"<p>RIVERSIDE, May 3, 2020 /PRNewswire/ -- Riverside Commons today said so. {SAYS}</p>")
    assert [ack.certain for ack in releases.observe(scene)] == [False]
