"""Signatures: a newspaper's name below a text, alone or with the agency that helped it."""

import pytest

from checker.acknowledgements import signatures

LONG = (
    "The council will meet again before the summer, the mayor said on Thursday, and until then the bridge stays closed to "
    "everything that has wheels and to everybody who walks there at night."
)
QUOTED = f"“{LONG}”"


@pytest.mark.parametrize(
    ("end", "found"),
    [
        (f"<p>{LONG}</p><p>NZZ Online</p>", [(("NZZ",), True)]),
        (f"<p>{LONG}</p><p>(Los Angeles Times)</p>", [(("Los Angeles Times",), True)]),
        (f"<p>{LONG}</p><p>Oldtown Gazette</p>", [(("Oldtown Gazette",), False)]),
        (f"<p>{LONG} Le Monde.fr avec AFP</p>", [(("Le Monde",), True)]),
        (f"<p>{LONG}</p><p>Le Monde avec AFP</p>", [(("Le Monde",), True)]),
        (f"<p>{LONG}</p><p>Riverside Commons</p>", []),
        (f"<p>{LONG}</p><p>Read the rest at the Oldtown Gazette</p>", []),
        (f"<p>{LONG}</p><p>Topics: Oldtown Gazette</p>", []),
        (f"<p>{LONG}</p><p>Oldtown</p>", []),
        (f"<p>{LONG[:118]}.</p><p>Los Angeles Times</p>", []),
        (f"<p>{LONG} She reads Le Monde with Ann Writer</p>", []),
        (f"<p>{LONG} Quelle avec AFP</p>", []),
        (f"<p>{QUOTED}</p><p>Los Angeles Times</p>", []),
        (f"<p>{LONG}</p><p>Los Angeles Times</p><p>The Washington Post</p>", []),
        (f"<p>{LONG}</p><p><a href='/papers'>Los Angeles Times</a></p>", []),
        (f"<p>{LONG}</p><h2>Los Angeles Times</h2>", []),
        (f"<p>{LONG}</p><ul><li>Los Angeles Times</li></ul>", []),
    ],
)
def test_a_paper_below_a_text_signs_it(scene_of, end, found):
    scene = scene_of(end=end)
    assert [(ack.names, ack.certain) for ack in signatures.observe(scene)] == found
