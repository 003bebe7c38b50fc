"""Moves by hand, repairs, stand-ins, explanations and what-if, each on an event that fits on a hand."""

from dataclasses import replace

import pytest
from event_days import a_small_event, an_event_plan, changed_people

from matchmaker.agenda.adjusting import hand_moves
from matchmaker.agenda.adjusting.repair import Away, Failed, repair, stand_ins
from matchmaker.agenda.adjusting.unplaced import unplaced
from matchmaker.agenda.adjusting.what_if import what_if
from matchmaker.agenda.event_problem import EventPlan, Person, Pin, Request, Seating, Table
from matchmaker.agenda.exact.presolve import Reason
from matchmaker.kit.errors import ConflictError, NotFoundError

VI, KO = frozenset({"vi"}), frozenset({"ko"})


def test_a_move_says_what_it_changes() -> None:
    problem, plan = a_small_event("ab", "ac"), an_event_plan(ab=(0, "t0"), ac=(1, "t0"))

    moved = hand_moves.move(problem, plan, "ac", 2)

    assert moved == hand_moves.Moved(an_event_plan(ab=(0, "t0"), ac=(2, "t0")), (), value=0, breaks=1)


def test_a_move_onto_another_meeting_is_made_and_judged() -> None:
    moved = hand_moves.move(a_small_event("ab", "ac"), an_event_plan(ab=(0, "t0"), ac=(1, "t0")), "ac", 0, "t0")

    assert [violation.rule for violation in moved.violations] == ["one_place_at_a_time", "one_meeting_at_a_table"]


def test_a_move_takes_another_table_where_its_own_is_taken() -> None:
    moved = hand_moves.move(a_small_event("ab", "cd"), an_event_plan(ab=(0, "t0"), cd=(1, "t0")), "cd", 0)

    assert moved.plan == an_event_plan(ab=(0, "t0"), cd=(0, "t1"))


def test_two_meetings_change_places() -> None:
    moved = hand_moves.swap(a_small_event("ab", "cd"), an_event_plan(ab=(0, "t0"), cd=(1, "t1")), "ab", "cd")

    assert moved.plan == an_event_plan(ab=(1, "t1"), cd=(0, "t0"))


def test_placing_and_taking_off_change_the_value() -> None:
    problem = a_small_event("ab", requests=(Request("ab", "a", "b", value=7),))

    placed = hand_moves.place(problem, EventPlan(), "ab", Seating(0, "t0", ("a1", "b1")))

    assert placed.value == 7
    assert hand_moves.unplace(problem, placed.plan, "ab") == hand_moves.Moved(EventPlan(), (), value=-7, breaks=0)


def test_a_pin_holds_a_meeting_where_it_is() -> None:
    problem, plan = a_small_event("ab"), an_event_plan(ab=(2, "t1"))

    pinned = hand_moves.pin(problem, plan, "ab")

    assert pinned.pins == {"ab": Pin(2, "t1", ("a1", "b1"))}
    assert [v.rule for v in hand_moves.move(pinned, plan, "ab", 0).violations] == ["pinned"]
    assert hand_moves.unpin(pinned, "ab") == problem


def test_what_is_not_there_cannot_be_moved() -> None:
    with pytest.raises(NotFoundError):
        hand_moves.move(a_small_event("ab"), EventPlan(), "xy", 0)
    with pytest.raises(ConflictError):
        hand_moves.move(a_small_event("ab"), EventPlan(), "ab", 0)


def test_who_comes_late_meets_later_and_nobody_else_moves() -> None:
    problem = a_small_event("ab", "cd", "ac")
    plan = an_event_plan(ab=(0, "t0"), cd=(0, "t1"), ac=(1, "t0"))

    repaired = repair(problem, plan, -1, [Away("a1", 0, 1)])

    assert repaired.moved == ("ab",)
    assert repaired.plan.placements["ab"].slot == 2
    assert (repaired.lost, repaired.kept) == ((), 2)


def test_a_colleague_takes_over() -> None:
    problem = a_small_event("ab")
    problem = replace(problem, people=(*problem.people, Person("a2", "a")))

    repaired = repair(problem, an_event_plan(ab=(1, "t0")), 0, [Away("a1", 0)])

    assert repaired.plan.placements == {"ab": Seating(1, "t0", ("a2", "b1"))}


def test_another_table_at_the_same_time() -> None:
    repaired = repair(a_small_event("ab"), an_event_plan(ab=(1, "t0")), 1, [Failed("t0", 1)])

    assert repaired.plan == an_event_plan(ab=(1, "t1"))


def test_another_interpreter_at_the_same_time() -> None:
    problem = changed_people(a_small_event("ab"), a1={"languages": VI}, b1={"languages": KO})
    interpreters = tuple(Person(name, languages=VI | KO) for name in "ij")
    problem = replace(problem, people=(*problem.people, *interpreters), interpreters=frozenset("ij"))
    plan = EventPlan({"ab": Seating(1, "t0", ("a1", "b1"), "i")})

    repaired = repair(problem, plan, 0, [Away("i", 1)])

    assert repaired.plan.placements["ab"].interpreter == "j"


def test_what_is_past_stays_and_what_cannot_be_is_lost() -> None:
    plan = an_event_plan(ab=(0, "t0"), ac=(2, "t0"))

    repaired = repair(a_small_event("ab", "ac", slots=3), plan, 1, [Away("a1", 0)])

    assert (repaired.plan, repaired.lost) == (an_event_plan(ab=(0, "t0")), ("ac",))


def test_stand_ins_are_free_willing_and_not_yet_met() -> None:
    requests = (
        Request("ab", "a", "b"),
        Request("ac", "a", "c", value=3),
        Request("ad", "a", "d", value=5),
        Request("de", "d", "e"),
    )
    problem = a_small_event("ab", "ac", "ad", "de", requests=requests, forbidden=frozenset({("a", "g")}))
    problem = replace(problem, people=(*problem.people, Person("f1", "f"), Person("g1", "g")))
    plan = an_event_plan(ab=(0, "t0"), de=(1, "t0"))
    willing = [
        Request("new", "f", "a", value=4),
        Request("apart", "a", "g", value=9),
        Request("again", "b", "a", value=9),
    ]

    found = stand_ins(problem, plan, "a1", 1, willing)

    assert [stand_in.request.id for stand_in in found] == ["new", "ac"]
    assert found[1].seating == Seating(1, "t1", ("a1", "c1"))


def test_a_request_without_table_lacks_a_table() -> None:
    problem = a_small_event("ab", "cd", slots=1, tables=1)

    (found,) = unplaced(problem, an_event_plan(ab=(0, "t0")))

    assert found.blocked_by == {"table": 1}
    assert found.change == (Reason("table", {"slot": 0}),)


def test_a_request_is_blocked_by_another_meeting_or_an_absence() -> None:
    problem = changed_people(a_small_event("ab", "ac", slots=2), c1={"slots": frozenset({0})})

    (found,) = unplaced(problem, an_event_plan(ab=(0, "t0")))

    assert found.blocked_by == {"away": 1, "busy": 1}
    assert found.change == (Reason("busy", {"person": "a1", "slot": 0, "request": "ab"}),)


def test_a_request_lacks_an_interpreter_of_a_language() -> None:
    problem = changed_people(a_small_event("ab", slots=1), a1={"languages": VI}, b1={"languages": KO})

    (found,) = unplaced(problem, EventPlan())

    assert found.change == (Reason("interpreter", {"slot": 0, "languages": [["vi"], ["ko"]]}),)


def test_requests_that_never_can_be() -> None:
    requests = (Request("ab", "a", "b"), Request("ac", "a", "c", video=True), Request("xa", "x", "a"))
    problem = a_small_event("ab", "ac", requests=requests, forbidden=frozenset({("a", "b")}))

    assert [found.change[0].code for found in unplaced(problem, EventPlan())] == ["veto", "no_table", "no_delegate"]


def test_what_if_there_were_more_tables() -> None:
    problem = a_small_event("ab", "cd", "ef", slots=1, tables=1)

    found, more = what_if(problem), what_if(problem, tables=3)

    assert (found.fits, found.bound, found.bottleneck) == (1, 1, "tables")
    assert (more.fits, more.bound, more.bottleneck) == (3, 3, None)


def test_what_if_there_were_an_interpreter() -> None:
    problem = changed_people(a_small_event("ab"), a1={"languages": VI}, b1={"languages": KO})

    assert (what_if(problem).fits, what_if(problem).bottleneck) == (0, "interpreters")
    assert what_if(problem, interpreters=1).fits == 1


def test_what_if_there_were_fewer_slots_and_tables() -> None:
    problem = replace(a_small_event("ab", "ac", "ad"), tables=(Table("t0"), Table("t1")))

    assert (what_if(problem, slots=2).fits, what_if(problem, slots=2, tables=0).fits) == (2, 0)
