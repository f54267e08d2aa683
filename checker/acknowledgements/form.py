"""In what form a page republishes: whole, as an extract, translated, as a wire story, by its own author, or among several."""

from __future__ import annotations

from collections.abc import Sequence

from checker.acknowledgements.scene import Scene
from checker.model import Acknowledgement, Form, Kind, Publisher
from checker.page.host import name_key
from checker.page.text import fold

_SEVERAL = 3
_MIN_NAME = 5


def form_of(scene: Scene, found: Sequence[Acknowledgement], publisher: Publisher | None) -> Form:
    """The form of a copy, by the first of these that the page shows; whole where it shows none."""
    if len(_places(found)) >= _SEVERAL:
        return Form.ROUNDUP
    if any(ack.usable and _tells_of_translation(scene, ack) for ack in found):
        return Form.TRANSLATION
    if publisher and scene.directory.is_agency(publisher):
        return Form.WIRE
    if any(scene.at_edge(match.block) for match in scene.matching("excerpt_note")):
        return Form.EXCERPT
    return Form.CROSS_POST if publisher and _is_own_work(found, publisher) else Form.WHOLE


def _tells_of_translation(scene: Scene, ack: Acknowledgement) -> bool:
    """True for a translator's credit, and for one that says that the work is translated: what its own names say tells nothing of that."""
    if ack.kind is not Kind.SOURCE_ATTRIBUTION or not ack.certain:
        return ack.kind is Kind.TRANSLATOR_CREDIT
    said = fold(ack.evidence.text)
    for name in ack.names:
        said = said.replace(fold(name), "")
    return scene.wordings.tells_of_translation(said)


def _places(found: Sequence[Acknowledgement]) -> set[str]:
    """The sources that are each credited in a paragraph of their own: a chain of two is told in one, a roundup in many."""
    sources = [
        ack for ack in found if ack.kind is Kind.SOURCE_ATTRIBUTION and ack.usable and ack.certain and ack.via == "text"
    ]
    blocks = {ack.at[0]: name_key(" ".join(ack.names) or ack.evidence.href or "") for ack in sources if ack.at}
    return set(blocks.values()) - {""}


def _is_own_work(found: Sequence[Acknowledgement], publisher: Publisher) -> bool:
    """True where the publisher bears the author's name: whose site was first, whose page is this."""
    where = {name_key(publisher.name or ""), name_key(publisher.domain or "")}
    authors = {name_key(name) for ack in found if ack.kind is Kind.AUTHOR_CREDIT and ack.usable for name in ack.names}
    return any(author in place for author in authors if len(author) >= _MIN_NAME for place in where)
