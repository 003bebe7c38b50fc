"""Events that say impossible things are refused with the place and the reason."""

from dataclasses import replace
from typing import Any

import pytest
from event_days import a_small_event, changed_people

from matchmaker.agenda.event_checking import check_event
from matchmaker.agenda.event_problem import Block, EventProblem, Pin, Request, Slot, Table
from matchmaker.kit.errors import InvalidError


def test_an_event_that_can_be() -> None:
    check_event(a_small_event("ab", pins={"ab": Pin(0, "t0", ("a1", "b1"))}))


@pytest.mark.parametrize(
    ("reason", "changes"),
    [
        ("missing", {"tables": ()}),
        ("missing", {"slots": ()}),
        ("duplicate", {"tables": (Table("t0"), Table("t0"))}),
        ("not_in_order", {"slots": (Slot(1), Slot(0))}),
        ("too_many_a_day", {"slots": (Slot(),) * 63}),
        ("unknown_slot", {"tables": (Table("t0", slots=frozenset({9})),)}),
        ("unknown_slot", {"blocks": (Block(frozenset({4})),)}),
        ("unknown_person", {"blocks": (Block(frozenset({0}), frozenset({"x"})),)}),
        ("unknown_person", {"interpreters": frozenset({"x"})}),
        ("is_a_delegate", {"interpreters": frozenset({"a1"})}),
        ("with_itself", {"requests": (Request("aa", "a", "a"),)}),
        ("out_of_range", {"requests": (Request("ab", "a", "b", value=-1),)}),
        ("unknown_person", {"requests": (Request("ab", "a", "b", experts=("x",)),)}),
        ("unknown_request", {"pins": {"xy": Pin(0)}}),
        ("unknown_table", {"pins": {"ab": Pin(0, "t9")}}),
        ("unknown_slot", {"pins": {"ab": Pin(-1)}}),
        ("too_few_slots", {"slots": (Slot(),), "pins": {"ab": Pin(), "ac": Pin()}}),
        ("same_time", {"pins": {"ab": Pin(0, people=("a1", "b1")), "ac": Pin(0, people=("a1", "c1"))}}),
    ],
)
def test_what_cannot_be(reason: str, changes: dict[str, Any]) -> None:
    assert _reason(replace(a_small_event("ab", "ac"), **changes)) == reason


def test_people_with_impossible_limits_tables_and_slots() -> None:
    problem = a_small_event("ab")

    assert _reason(changed_people(problem, a1={"max_per_day": -1})) == "out_of_range"
    assert _reason(changed_people(problem, a1={"table": "t9"})) == "unknown_table"
    assert _reason(changed_people(problem, a1={"slots": frozenset({7})})) == "unknown_slot"


def _reason(problem: EventProblem) -> str:
    with pytest.raises(InvalidError) as refused:
        check_event(problem)
    return str(refused.value.params["reason"])
