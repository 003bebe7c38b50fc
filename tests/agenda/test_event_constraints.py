"""One rule of events at a time: a plan that keeps it, and one that breaks it n times."""

from dataclasses import replace

from event_days import a_small_event, an_event_plan, changed_people

from matchmaker.agenda import event_constraints as rules
from matchmaker.agenda.event_problem import Block, EventPlan, Person, Pin, Request, Seating, Slot, Table

KOREAN, ENGLISH = frozenset({"ko"}), frozenset({"en"})
INTERPRETER = Person("i", languages=KOREAN | ENGLISH)


def test_all_that_is_planned_is_known() -> None:
    assert rules.known(a_small_event("ab"), an_event_plan(ab=(0, "t0"))) == []


def test_four_things_that_are_unknown() -> None:
    plan = an_event_plan(ab=(4, "t0"), cd=(0, "t9"), xy=(0, "t0"))
    plan = EventPlan({**plan.placements, "ef": Seating(0, "t0", ("e1", "nobody"))})

    found = rules.known(a_small_event("ab", "cd", "ef"), plan)

    assert [violation.params["unknown"] for violation in found] == ["4", "t9", "xy", "nobody"]


def test_organisations_send_their_own_delegates() -> None:
    assert rules.own_delegates(a_small_event("ab"), an_event_plan(ab=(0, "t0"))) == []


def test_a_stranger_and_one_who_may_not_speak() -> None:
    problem = a_small_event(
        "ab", "cd", requests=(Request("ab", "a", "b", speakers=frozenset({"a1"})), Request("cd", "c", "d"))
    )
    plan = EventPlan({"ab": Seating(0, "t0", ("a1", "b1")), "cd": Seating(0, "t1", ("c1", "a1"))})

    assert [violation.params["person"] for violation in rules.own_delegates(problem, plan)] == ["b1", "a1"]


def test_nobody_is_in_two_places_at_once() -> None:
    assert rules.one_place_at_a_time(a_small_event("ab", "ac"), an_event_plan(ab=(0, "t0"), ac=(1, "t0"))) == []


def test_a_delegate_an_interpreter_and_an_expert_in_two_places() -> None:
    requests = tuple(Request(name, name[0], name[1], experts=("x",)) for name in ("ab", "ac"))
    problem = a_small_event("ab", "ac", requests=requests)
    problem = replace(problem, people=(*problem.people, INTERPRETER, Person("x")), interpreters=frozenset({"i"}))
    plan = EventPlan({"ab": Seating(0, "t0", ("a1", "b1"), "i"), "ac": Seating(0, "t1", ("a1", "c1"), "i")})

    found = rules.one_place_at_a_time(problem, plan)

    assert [violation.params["person"] for violation in found] == ["a1", "x", "i"]


def test_a_table_for_each_meeting() -> None:
    assert rules.one_meeting_at_a_table(a_small_event("ab", "cd"), an_event_plan(ab=(0, "t0"), cd=(0, "t1"))) == []


def test_two_tables_taken_twice() -> None:
    plan = an_event_plan(ab=(0, "t0"), cd=(0, "t0"), ef=(1, "t1"), gh=(1, "t1"))

    assert len(rules.one_meeting_at_a_table(a_small_event("ab", "cd", "ef", "gh"), plan)) == 2


def test_people_are_there() -> None:
    problem = changed_people(a_small_event("ab"), a1={"slots": frozenset({1})})

    assert rules.people_available(problem, an_event_plan(ab=(1, "t0"))) == []


def test_two_people_away() -> None:
    problem = changed_people(a_small_event("ab"), a1={"slots": frozenset({1})}, b1={"slots": frozenset()})

    found = rules.people_available(problem, an_event_plan(ab=(0, "t0")))

    assert [violation.params["person"] for violation in found] == ["a1", "b1"]


def test_no_meeting_during_a_visit() -> None:
    problem = a_small_event("ab", blocks=(Block(frozenset({1}), frozenset({"a1"})),))

    assert rules.fixed_blocks(problem, an_event_plan(ab=(0, "t0"))) == []


def test_three_people_who_meet_during_something_fixed() -> None:
    blocks = (Block(frozenset({1}), frozenset({"a1"})), Block(frozenset({2})))
    problem = a_small_event("ab", "cd", blocks=blocks)

    assert len(rules.fixed_blocks(problem, an_event_plan(ab=(1, "t0"), cd=(2, "t0")))) == 3


def test_tables_are_there() -> None:
    problem = a_small_event("ab", tables=0)
    problem = replace(problem, tables=(Table("t0", slots=frozenset({1})),))

    assert rules.tables_available(problem, an_event_plan(ab=(1, "t0"))) == []


def test_a_table_that_is_not_there() -> None:
    problem = replace(a_small_event("ab"), tables=(Table("t0", slots=frozenset({1})),))

    assert len(rules.tables_available(problem, an_event_plan(ab=(0, "t0")))) == 1


def test_a_seat_for_everybody() -> None:
    problem = replace(a_small_event("ab"), tables=(Table("t0", seats=2),))

    assert rules.seats(problem, an_event_plan(ab=(0, "t0"))) == []


def test_two_meetings_without_enough_seats() -> None:
    problem = replace(a_small_event("ab", "cd"), tables=(Table("t0", seats=1),))

    found = rules.seats(problem, an_event_plan(ab=(0, "t0"), cd=(1, "t0")))

    assert [violation.params["people"] for violation in found] == [2, 2]


def test_video_at_a_table_for_video() -> None:
    problem = replace(
        a_small_event("ab", requests=(Request("ab", "a", "b", video=True),)), tables=(Table("v", video=True),)
    )

    assert rules.video_tables(problem, an_event_plan(ab=(0, "v"))) == []


def test_video_without_a_screen_and_a_screen_without_video() -> None:
    requests = (Request("ab", "a", "b", video=True), Request("cd", "c", "d"))
    problem = replace(a_small_event("ab", "cd", requests=requests), tables=(Table("t0"), Table("v", video=True)))

    assert len(rules.video_tables(problem, an_event_plan(ab=(0, "t0"), cd=(0, "v")))) == 2


def test_an_interpreter_where_no_language_is_shared() -> None:
    problem = changed_people(a_small_event("ab"), a1={"languages": KOREAN}, b1={"languages": ENGLISH})
    problem = replace(problem, people=(*problem.people, INTERPRETER), interpreters=frozenset({"i"}))

    assert rules.interpreter_present(problem, EventPlan({"ab": Seating(0, "t0", ("a1", "b1"), "i")})) == []


def test_no_interpreter_one_who_is_none_and_one_of_other_languages() -> None:
    people = {name: {"languages": KOREAN} for name in ("a1", "c1", "e1")}
    others = {name: {"languages": ENGLISH} for name in ("b1", "d1", "f1")}
    problem = changed_people(a_small_event("ab", "cd", "ef"), **people, **others)
    strangers = (Person("x", languages=KOREAN | ENGLISH), Person("j", languages=KOREAN))
    problem = replace(problem, people=(*problem.people, *strangers), interpreters=frozenset({"j"}))
    plan = EventPlan(
        {
            "ab": Seating(0, "t0", ("a1", "b1")),
            "cd": Seating(0, "t1", ("c1", "d1"), "x"),
            "ef": Seating(1, "t1", ("e1", "f1"), "j"),
        }
    )

    assert len(rules.interpreter_present(problem, plan)) == 3


def test_limits_of_a_day_kept() -> None:
    problem = changed_people(a_small_event("ab", "ac"), a1={"max_per_day": 2})

    assert rules.limits_per_day(problem, an_event_plan(ab=(0, "t0"), ac=(1, "t0"))) == []


def test_too_many_meetings_on_one_of_two_days() -> None:
    problem = changed_people(a_small_event("ab", "ac", "ad"), a1={"max_per_day": 1})
    problem = replace(problem, slots=(Slot(0), Slot(0), Slot(1)))

    found = rules.limits_per_day(problem, an_event_plan(ab=(0, "t0"), ac=(1, "t0"), ad=(2, "t0")))

    assert [(violation.params["day"], violation.params["found"]) for violation in found] == [(0, 2)]


def test_a_rest_after_two_meetings() -> None:
    problem = changed_people(a_small_event("ab", "ac", "ad"), a1={"max_consecutive": 2})

    assert rules.consecutive_limits(problem, an_event_plan(ab=(0, "t0"), ac=(1, "t0"), ad=(3, "t0"))) == []


def test_three_meetings_without_a_rest() -> None:
    problem = changed_people(a_small_event("ab", "ac", "ad"), a1={"max_consecutive": 2})

    found = rules.consecutive_limits(problem, an_event_plan(ab=(1, "t0"), ac=(2, "t0"), ad=(3, "t0")))

    assert [violation.params["found"] for violation in found] == [3]


def test_hosts_at_their_own_table() -> None:
    problem = changed_people(a_small_event("ab"), a1={"table": "t0"})

    assert rules.hosts_at_their_table(problem, an_event_plan(ab=(0, "t0"))) == []


def test_a_host_elsewhere_and_others_at_the_host_s_table() -> None:
    problem = changed_people(a_small_event("ab", "cd"), a1={"table": "t0"})

    assert len(rules.hosts_at_their_table(problem, an_event_plan(ab=(0, "t1"), cd=(0, "t0")))) == 2


def test_who_is_not_kept_apart_meets() -> None:
    assert rules.vetoes(a_small_event("ab", forbidden=frozenset({("a", "c")})), an_event_plan(ab=(0, "t0"))) == []


def test_a_pair_that_is_kept_apart() -> None:
    assert len(rules.vetoes(a_small_event("ba", forbidden=frozenset({("a", "b")})), an_event_plan(ba=(0, "t0")))) == 1


def test_a_pair_that_wants_to_meets_twice() -> None:
    requests = (Request("ab", "a", "b", repeat=True), Request("ba", "b", "a", repeat=True))

    assert rules.pairs_once(a_small_event("ab", requests=requests), an_event_plan(ab=(0, "t0"), ba=(1, "t0"))) == []


def test_a_pair_that_meets_twice() -> None:
    assert len(rules.pairs_once(a_small_event("ab", "ba"), an_event_plan(ab=(0, "t0"), ba=(1, "t0")))) == 1


def test_pins_kept() -> None:
    problem = a_small_event("ab", "cd", pins={"ab": Pin(), "cd": Pin(1, "t1", ("c1", "d1"))})

    assert rules.pinned(problem, an_event_plan(ab=(3, "t0"), cd=(1, "t1"))) == []


def test_a_pin_moved_and_one_lost() -> None:
    problem = a_small_event("ab", "cd", pins={"ab": Pin(), "cd": Pin(1)})

    found = rules.pinned(problem, an_event_plan(cd=(2, "t1")))

    assert [violation.params["request"] for violation in found] == ["ab", "cd"]
