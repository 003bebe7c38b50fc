"""Room for one request more: others move for it, nobody loses a place but a rival, and no rule is broken."""

import pytest
from event_days import Size, a_small_event, an_event, an_event_plan

from matchmaker.agenda.adjusting.making_room import make_room
from matchmaker.agenda.adjusting.unplaced import unplaced
from matchmaker.agenda.event_constraints import event_violations
from matchmaker.agenda.event_problem import EventPlan, Request
from matchmaker.agenda.planning import plan_event


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_placed_late_pushes_nobody_out(seed: int) -> None:
    problem = an_event(Size(firms=20, institutes=8, requests=60, slots=8, tables=8, interpreters=3), seed)
    full = plan_event(problem, time_limit=1.0, workers=1).plan.placements
    missing = list(full)[::6]
    plan = EventPlan({name: at for name, at in full.items() if name not in missing})
    # A plan that was not made around them: each of them is put back as well as it can be.
    found = {name: make_room(problem, plan, name, fixed=()) for name in missing}

    assert all(found.values())
    for name, made in found.items():
        assert made is not None
        assert set(made.placements) == {*plan.placements, name}
        assert event_violations(problem, made) == []


def test_a_meeting_in_the_way_moves() -> None:
    problem = a_small_event("ab", "ac", slots=2)
    plan = an_event_plan(ab=(0, "t0"))

    made = make_room(problem, plan, "ac", fixed=(), slot=0)

    assert made is not None
    assert {name: at.slot for name, at in made.placements.items()} == {"ab": 1, "ac": 0}


def test_what_is_fixed_stays() -> None:
    problem = a_small_event("ab", "ac", slots=2)
    plan = an_event_plan(ab=(0, "t0"))

    assert make_room(problem, plan, "ac", fixed=("ab",), slot=0) is None


def test_a_rival_of_the_same_pair_gives_way() -> None:
    problem = a_small_event("ab", slots=2)
    twice = [*problem.requests, Request("AB", "a", "b")]
    problem = type(problem)(**{**vars(problem), "requests": tuple(twice)})

    made = make_room(problem, an_event_plan(ab=(0, "t0")), "AB", fixed=())

    assert made is not None
    assert list(made.placements) == ["AB"]


def test_what_no_move_can_help_finds_no_room() -> None:
    problem = a_small_event("ab", "ac", slots=1)
    plan = an_event_plan(ab=(0, "t0"))

    assert make_room(problem, plan, "ac", fixed=()) is None
    assert [one.request for one in unplaced(problem, plan)] == ["ac"]
