"""Notices that come with an article (fair use, disclaimers, a publisher's own statement): by likeness to a known one, else by wording."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from checker.acknowledgements.layout import EDGE
from checker.acknowledgements.likeness import Likeness, State
from checker.acknowledgements.making import line_acknowledgement
from checker.acknowledgements.scene import Scene
from checker.acknowledgements.standing import sentence
from checker.model import Acknowledgement, Kind
from checker.page.page import Block
from checker.page.text import fold

_SHORTEST = 20


def observe(scene: Scene) -> Iterator[Acknowledgement]:
    """The known notices, then what is worded like one elsewhere on the page."""
    taken: set[int] = set()
    for group in _groups(scene):
        text, starts = "\n".join(block.text for block in group), _starts(group)
        for key, likeness in scene.notices.search(text):
            first = bisect_right(starts, likeness.start) - 1
            last = bisect_right(starts, likeness.end - 1) - 1
            taken.update(block.index for block in group[first : last + 1])
            if _is_hosts(scene, key):
                continue
            end = likeness.end - starts[first] if first == last else len(group[first].text)
            named = _names_publisher(scene, key, text[likeness.start : likeness.end])
            yield _known(scene, key, likeness, group[first], (likeness.start - starts[first], end), named=named)
    yield from _worded(scene, taken)


def _is_hosts(scene: Scene, key: str) -> bool:
    """True for a notice of the site itself, which credits nobody else. Where its domain is a guess, it must call itself by that name."""
    whose = scene.directory.of_pack(key.partition("/")[0])
    if whose is None or scene.host.domain is None or not scene.is_host(whose):
        return False
    return not scene.host.guessed or any(map(scene.host.elsewhere().is_called, scene.directory.names_of(whose)))


def _names_publisher(scene: Scene, key: str, text: str) -> bool:
    """True where a notice, as the page has it, says whose it is: the rest of a fair-use notice stands on many sites alike."""
    whose = scene.directory.of_pack(key.partition("/")[0])
    names = (*scene.directory.names_of(whose), *scene.directory.domains_of(whose)) if whose else ()
    return any(fold(name) in fold(text) for name in names)


def _groups(scene: Scene) -> Iterator[list[Block]]:
    """Where words of a notice stand: all visible blocks together, since a notice may run over several; each hidden one by itself."""
    spotted = [block for block in scene.spotted("notice") if scene.may_credit(block)]
    if any(not block.hidden_by for block in spotted):
        yield [block for block in scene.article if not scene.is_code(block) and len(block.text) > _SHORTEST]
    for block in spotted:
        if block.hidden_by and len(block.text) > _SHORTEST:
            yield [block]


def _starts(blocks: list[Block]) -> list[int]:
    starts, at = [], 0
    for block in blocks:
        starts.append(at)
        at += len(block.text) + 1
    return starts


def _known(  # noqa: PLR0913
    scene: Scene, key: str, likeness: Likeness, block: Block, span: tuple[int, int], *, named: bool
) -> Acknowledgement:
    what = scene.notices.what(key)
    details: dict[str, object] = {
        "what": what,
        "notice": key,
        "likeness": round(likeness.ratio, 3),
        "state": likeness.state.value,
        "difference": likeness.difference,
    }
    broken = None if likeness.state is State.WHOLE else likeness.state.value
    kind = Kind.MANDATED_STATEMENT if what == "statement" else Kind.FAIR_USE_NOTICE
    return line_acknowledgement(scene, kind, block, *span, broken=broken, certain=named, details=details)


def _worded(scene: Scene, taken: set[int]) -> Iterator[Acknowledgement]:
    for match in scene.matching("fair_use_notice"):
        if match.block.index not in taken and (scene.at_edge(match.block) or _ends_text(scene, match.block)):
            taken.add(match.block.index)
            start, end = sentence(match.block, match.start)
            yield line_acknowledgement(
                scene,
                Kind.FAIR_USE_NOTICE,
                match.block,
                start,
                max(end, match.end),
                details={"what": match.phrase.what or "disclaimer"},
            )


def _ends_text(scene: Scene, block: Block) -> bool:
    """True near the end of the running text: behind the notice may stand more than an edge has, but titles and links alone."""
    return block.index > scene.layout.text_end - EDGE
