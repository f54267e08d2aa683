"""Notices by likeness: changed a little they are whole, cut they are truncated, and prose is none."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.acknowledgements.likeness import NoticeIndex, State
from checker.documents.document import Document, Media
from checker.page.read import read
from checker.terms.library import packaged

ROOT = Path(__file__).parents[2]
NOTICE = next(notice.text for notice in packaged()["globalresearch"].notices if notice.id == "fair-use")
WORDS = NOTICE.split()
INDEX = NoticeIndex({"fair-use": NOTICE})
OTHER_WORDS = [
    "river",
    "bridge",
    "works",
    "readers",
    "may",
    "the",
    "and",
    "editor’s",
    "2024",
    "authorised",
    "Ünal",
    "notice",
]


def paragraphs():
    """The running text of the example pages, without the publisher's notices."""
    found = []
    for file in sorted((ROOT / "examples").rglob("*")):
        if file.suffix in {".md", ".html"}:
            page = read(
                Document(file.name, file.read_bytes(), Media.HTML if file.suffix == ".html" else Media.MARKDOWN)
            )
            found += [
                block.text
                for block in page.visible
                if len(block.text) > 100 and not re.search("copyrighted material|sole responsibility", block.text)
            ]
    return list(dict.fromkeys(found))


PROSE = paragraphs()


@st.composite
def changed(draw, share=0.1):
    """The notice with up to a share of its words replaced, dropped or swapped with the next."""
    most = int(len(WORDS) * share)
    places = draw(st.sets(st.integers(0, len(WORDS) - 2), max_size=most))
    left = list(WORDS)
    for place in sorted(places, reverse=True):
        how = draw(st.sampled_from(["replaced", "dropped", "swapped"]))
        if how == "replaced":
            left[place] = draw(st.sampled_from(OTHER_WORDS))
        elif how == "dropped":
            del left[place]
        elif place + 1 < len(left):
            left[place], left[place + 1] = left[place + 1], left[place]
    return " ".join(left)


def around(text, before="", after=""):
    return "\n".join(part for part in (before, text, after) if part)


def tokens(text):
    return re.findall(r"\w+", text.lower())


@given(text=changed(), before=st.sampled_from(["", *PROSE]), after=st.sampled_from(["", *PROSE]))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_a_notice_with_a_tenth_of_its_words_changed_is_found_whole(text, before, after):
    page = around(text, before, after)
    ((key, likeness),) = INDEX.search(page)
    assert (key, likeness.state) == ("fair-use", State.WHOLE)
    assert likeness.ratio >= 0.8


@pytest.mark.parametrize("how", ["replaced", "dropped", "swapped"])
@pytest.mark.parametrize("first", range(10))
def test_every_tenth_word_changed_is_the_worst_and_found_whole(how, first):
    left = list(WORDS)
    for place in sorted(range(first, len(WORDS) - 1, 10), reverse=True):
        if how == "replaced":
            left[place] = "river"
        elif how == "dropped":
            del left[place]
        else:
            left[place], left[place + 1] = left[place + 1], left[place]
    ((_, likeness),) = INDEX.search(" ".join(left))
    assert likeness.state is State.WHOLE


@given(share=st.floats(0.2, 0.75), cut=st.sampled_from(["start", "end"]), prose=st.sampled_from(["", *PROSE]))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_notice_that_was_cut_is_truncated_and_what_is_missing_is_shown(share, cut, prose):
    size = round(len(WORDS) * share)
    kept, lost = (WORDS[:size], WORDS[size:]) if cut == "end" else (WORDS[-size:], WORDS[:-size])
    text = around(" ".join(kept), before=prose) if cut == "end" else around(" ".join(kept), after=prose)
    ((_, likeness),) = INDEX.search(text)
    assert likeness.state is State.TRUNCATED
    assert likeness.ratio == pytest.approx(share, abs=0.05)
    assert likeness.difference.startswith("[-")
    assert set(tokens(" ".join(lost))) <= set(tokens(likeness.difference))


@given(start=st.integers(0, 30), step=st.integers(1, 3), count=st.integers(1, 12))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_prose_is_no_notice(start, step, count):
    chosen = [PROSE[(start + step * number) % len(PROSE)] for number in range(count)]
    assert list(INDEX.search("\n".join(chosen))) == []


def test_there_is_prose_to_try_and_none_of_it_is_a_notice():
    assert len(PROSE) > 20
    assert list(INDEX.search("\n".join(PROSE))) == []


NEAR_MISSES = [
    pytest.param("This bill would change what fair use means for libraries and schools.", id="speaks of fair use"),
    pytest.param("All rights reserved. Material may not be reproduced without permission.", id="another notice"),
    pytest.param(
        "If you wish to use copyrighted material, you must request permission from the copyright owner.",
        id="one clause of it",
    ),
    pytest.param(" ".join(sorted(WORDS)), id="all of its words, sorted"),
    pytest.param(
        " ".join(word for pair in zip(WORDS, ["river"] * len(WORDS), strict=True) for word in pair),
        id="a word between all of its words",
    ),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_no_notice(text):
    assert [likeness for _, likeness in INDEX.search(text) if likeness.state is State.WHOLE] == []


def test_a_notice_as_it_stands_is_the_notice_and_nothing_is_different():
    ((_, likeness),) = INDEX.search(f"Before. {NOTICE} After.")
    assert (likeness.state, likeness.ratio, likeness.difference) == (State.WHOLE, 1.0, "")
    assert (likeness.start, likeness.end) == (8, 8 + len(NOTICE.rstrip(".")))


@pytest.mark.parametrize(
    "make",
    [str.upper, lambda text: text.replace('"', "“"), lambda text: text.replace(" ", "\n")],
    ids=["capitals", "curly quotes", "line breaks"],
)
def test_how_a_notice_is_set_changes_nothing(make):
    ((_, likeness),) = INDEX.search(make(NOTICE))
    assert (likeness.state, likeness.difference) == (State.WHOLE, "")


def test_the_difference_names_the_old_words_and_the_new():
    ((_, likeness),) = INDEX.search(NOTICE.replace("specifically authorized", "explicitly authorised"))
    assert likeness.difference == "[-specifically authorized-]{+explicitly authorised+}"


def test_a_notice_that_kept_its_ends_and_lost_its_middle_is_not_whole():
    kept = WORDS[:30] + WORDS[-30:]
    found = [likeness for _, likeness in INDEX.search(" ".join(kept))]
    assert found
    assert State.WHOLE not in {likeness.state for likeness in found}


def test_two_copies_are_found_twice():
    text = "\n".join([NOTICE, *PROSE[:6], NOTICE])
    assert [likeness.state for _, likeness in INDEX.search(text)] == [State.WHOLE, State.WHOLE]


def test_two_notices_are_told_apart():
    other = next(notice.text for notice in packaged()["globalresearch"].notices if notice.id == "disclaimer")
    index = NoticeIndex({"fair-use": NOTICE, "disclaimer": other})
    assert {key for key, _ in index.search(f"{other}\n{NOTICE}")} == {"fair-use", "disclaimer"}
    assert [key for key, _ in index.search(other)] == ["disclaimer"]


LONG_PROSE = (
    "In the United States fair use is found in Title 17, and the courts weigh four things: the purpose of the use, the "
    "nature of the work, how much of it was taken, and what that does to the market. People who post on this site often "
    "ask what they may copy, and the answer for the purposes of this page is that it depends on the copyright owner."
)


@pytest.mark.parametrize("kept", range(20, 64, 6))
def test_a_cut_notice_before_prose_with_words_in_common_is_still_cut(kept):
    [(_, likeness)] = INDEX.search(around(" ".join(WORDS[:kept]), after=LONG_PROSE))
    assert likeness.state is State.TRUNCATED


def test_a_notice_with_other_words_between_its_own_is_altered():
    other = "and the river bridge works"
    stretched = " ".join(word + (f" {other}" if at % 4 == 3 else "") for at, word in enumerate(WORDS))
    [(_, likeness)] = INDEX.search(stretched)
    assert likeness.state is State.ALTERED
