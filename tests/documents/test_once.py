"""Values that are worked out once."""

import threading

import pytest

from checker.documents.once import Once


def test_a_value_is_worked_out_once_however_many_ask_at_a_time():
    asked = []
    once = Once(lambda key: asked.append(key) or key.upper())
    threads = [threading.Thread(target=once, args=("a",)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (asked, once("a"), once.knows("a"), once.knows("b")) == (["a"], "A", True, False)


def test_what_raises_is_asked_again():
    answers = iter([ValueError("not yet"), "now"])

    def make(_):
        found = next(answers)
        if isinstance(found, ValueError):
            raise found
        return found

    once = Once(make)
    with pytest.raises(ValueError, match="not yet"):
        once("a")
    assert once("a") == "now"


def test_the_oldest_of_too_many_is_forgotten():
    asked = []
    once = Once(lambda key: asked.append(key) or key, 2)
    for key in "abcb":
        once(key)
    assert asked == ["a", "b", "c"]
    assert [once.knows(key) for key in "abc"] == [False, True, True]
