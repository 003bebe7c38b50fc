"""What follows without search."""

from dataclasses import replace

import pytest
from days import a_day

from matchmaker.agenda.exact.counting import Shortage, assign, filter_different
from matchmaker.agenda.exact.presolve import Reason, Reduced, reduce
from matchmaker.agenda.problem import Problem


def _reduced(problem: Problem) -> Reduced:
    found = reduce(problem)
    assert not isinstance(found, Reason)
    return found


def test_assignment_moves_others_out_of_the_way() -> None:
    assert assign([0b11, 0b01, 0b110]) == [1, 0, 2]


def test_assignment_within_a_capacity() -> None:
    found = assign([0b01, 0b11, 0b11, 0b01], capacity=2)

    assert isinstance(found, list)
    assert sorted(found) == [0, 0, 1, 1]


def test_a_shortage_names_who_competes_and_for_what() -> None:
    assert assign([0b011, 0b011, 0b100, 0b011]) == Shortage(items=(0, 1, 3), slots=(0, 1))


def test_values_in_no_assignment_are_taken_out() -> None:
    assert filter_different([0b0011, 0b0011, 0b0111, 0b1111]) == [0b0011, 0b0011, 0b0100, 0b1000]


def test_slots_are_left_that_own_rules_allow() -> None:
    problem = a_day("ab", slots=4, away={"a": [0], "b": [3]})

    assert _reduced(problem).domains == (0b0110,)


def test_a_chain_takes_slots_from_both_ends() -> None:
    first, second, third = a_day("ab", "cd", "ef", slots=4).meetings
    chained = (first, replace(second, after=("ab",)), replace(third, after=("cd",)))

    assert _reduced(replace(a_day("ab", "cd", "ef", slots=4), meetings=chained)).domains == (0b0011, 0b0110, 0b1100)


@pytest.mark.parametrize(
    ("away", "least"),
    [([], 0), ([1], 0), ([1, 3], 1), ([1, 3, 5], 2)],
)
def test_breaks_that_nobody_can_avoid(away: list[int], least: int) -> None:
    problem = a_day(
        "ab", "ac", "ad", slots=6 if len(away) < 3 else 7, away={"a": away + ([6] if len(away) == 3 else [])}
    )

    assert _reduced(problem).least[0] == least


def test_nobody_has_many_more_breaks_than_who_has_none() -> None:
    problem = a_day("ab", "ac", "ad", "ae", slots=9, difference=2)

    assert _reduced(problem).most == (2, 0, 0, 0, 0)


def test_a_participant_with_too_many_breaks_is_refused() -> None:
    problem = a_day("ab", "ac", slots=3, away={"a": [1]}, difference=0)

    assert reduce(problem) == Reason("unfair", {"participant": "a", "breaks": 1, "allowed": 0})
