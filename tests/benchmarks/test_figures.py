"""Figures: their medians, spreads and goals, and the turns in which they are taken."""

import pytest

from benchmarks.figures import Figure, Goal, in_turns, over_all, ratios, short


@pytest.mark.parametrize(
    ("goal", "value", "met"),
    [
        pytest.param(Goal(1.6), 1.6, True, id="at most, and just that"),
        pytest.param(Goal(1.6), 1.61, False, id="at most, and more"),
        pytest.param(Goal(3, at_least=True), 3.0, True, id="at least, and just that"),
        pytest.param(Goal(3, at_least=True), 2.9, False, id="at least, and less"),
    ],
)
def test_a_goal_is_a_limit_on_one_side(goal, value, met):
    assert goal.is_met(value) is met
    assert Figure("this", "times that", (value,), goal).is_met is met


def test_without_a_goal_nothing_is_met_or_missed():
    assert Figure("this", "times that", (1.0,)).is_met is None


def test_a_figure_says_its_median_and_its_spread():
    figure = Figure("`check`", "times a parse", (9.0, 1.0, 2.0), Goal(1.6), "3 pages")
    assert figure.middle == 2.0
    assert str(figure) == "`check`: 2.00 (1.00-9.00) times a parse, goal ≤ 1.6; 3 pages"


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.044, "0.04"), (9.994, "9.99"), (10.04, "10.0"), (99.94, "99.9"), (100.4, "100"), (1573.2, "1573")],
)
def test_a_number_has_about_three_figures(value, said):
    assert short(value) == said


def test_steps_take_turns():
    called = []
    ticks = iter(range(100))
    steps = {name: lambda name=name: called.append(name) for name in ("one", "two")}
    taken = in_turns(steps, 2, lambda: next(ticks))
    assert called == ["one", "two", "one", "two"]
    assert taken == {"one": [1, 1], "two": [1, 1]}


def test_every_step_goes_through_all_things_in_every_pass():
    seen = {"one": [], "two": []}
    taken = over_all({name: found.append for name, found in seen.items()}, ["a", "b"], 3)
    assert {name: len(each) for name, each in taken.items()} == {"one": 3, "two": 3}
    assert seen["one"][:2] == seen["two"][:2] == ["a", "b"]
    assert len(seen["one"]) > 4 * 2  # a step that takes no time is repeated until the clock can tell


def test_ratios_are_taken_pass_by_pass():
    assert ratios({"own": [2.0, 9.0], "bare": [1.0, 3.0]}, "own", "bare") == (2.0, 3.0)
