"""One rule at a time: a plan that keeps it, and one that breaks it n times."""

from dataclasses import replace

from days import a_day, a_plan

from matchmaker.agenda import constraints
from matchmaker.agenda.problem import Meeting, Participant, Period, Problem


def test_all_meetings_placed() -> None:
    assert constraints.placed(a_day("ab", "cd"), a_plan(ab=(0, 0), cd=(0, 1))) == []


def test_two_meetings_without_place_and_one_place_without_meeting() -> None:
    found = constraints.placed(a_day("ab", "cd", "ef"), a_plan(cd=(0, 0), xy=(1, 0)))

    assert [violation.params for violation in found] == [{"meeting": "ab"}, {"meeting": "ef"}, {"unknown": "xy"}]


def test_places_exist() -> None:
    assert constraints.existing_places(a_day("ab", slots=2, tables=2), a_plan(ab=(1, 1))) == []


def test_three_places_that_do_not_exist() -> None:
    plan = a_plan(ab=(2, 0), cd=(0, 2), ef=(-1, 0))

    assert len(constraints.existing_places(a_day("ab", "cd", "ef", slots=2, tables=2), plan)) == 3


def test_nobody_in_two_meetings_at_once() -> None:
    assert constraints.one_meeting_at_a_time(a_day("ab", "ac"), a_plan(ab=(0, 0), ac=(1, 0))) == []


def test_three_participants_in_two_meetings_at_once() -> None:
    plan = a_plan(ab=(0, 0), ac=(0, 1), cb=(0, 2), de=(0, 3))

    found = constraints.one_meeting_at_a_time(a_day("ab", "ac", "cb", "de", tables=4), plan)

    assert [violation.params["participant"] for violation in found] == ["a", "b", "c"]


def test_each_meeting_at_its_own_table() -> None:
    assert constraints.one_meeting_per_table(a_day("ab", "cd"), a_plan(ab=(0, 0), cd=(0, 1))) == []


def test_two_tables_used_twice() -> None:
    plan = a_plan(ab=(0, 0), cd=(0, 0), ef=(1, 1), gh=(1, 1))

    found = constraints.one_meeting_per_table(a_day("ab", "cd", "ef", "gh"), plan)

    assert [violation.params["meetings"] for violation in found] == [["ab", "cd"], ["ef", "gh"]]


def test_meetings_where_both_are_available() -> None:
    assert constraints.availability(a_day("ab", away={"a": [1]}), a_plan(ab=(0, 0))) == []


def test_both_participants_unavailable() -> None:
    found = constraints.availability(a_day("ab", away={"a": [1], "b": [0, 1]}), a_plan(ab=(1, 0)))

    assert [violation.params["participant"] for violation in found] == ["a", "b"]


def test_morning_and_afternoon_kept() -> None:
    plan = a_plan(ab=(1, 0), cd=(2, 0))

    assert constraints.periods(_half_days(), plan) == []


def test_morning_and_afternoon_swapped() -> None:
    found = constraints.periods(_half_days(), a_plan(ab=(2, 0), cd=(1, 0)))

    assert [violation.params["period"] for violation in found] == ["morning", "afternoon"]


def test_fixed_slot_kept() -> None:
    assert constraints.fixed_slots(_with(a_day("ab"), slot=2), a_plan(ab=(2, 0))) == []


def test_fixed_slot_missed() -> None:
    found = constraints.fixed_slots(_with(a_day("ab"), slot=2), a_plan(ab=(1, 0)))

    assert [violation.params for violation in found] == [{"meeting": "ab", "fixed": 2, "slot": 1}]


def test_allowed_table_used() -> None:
    assert constraints.allowed_tables(_with(a_day("ab"), tables=frozenset({1})), a_plan(ab=(0, 1))) == []


def test_other_table_used() -> None:
    found = constraints.allowed_tables(_with(a_day("ab"), tables=frozenset({1})), a_plan(ab=(0, 0)))

    assert [violation.params for violation in found] == [{"meeting": "ab", "allowed": [1], "table": 0}]


def test_order_kept() -> None:
    assert constraints.precedence(_with(a_day("ab", "cd", "ef"), after=("cd", "ef")), _in_order(2, 0, 1)) == []


def test_order_broken_twice() -> None:
    found = constraints.precedence(_with(a_day("ab", "cd", "ef"), after=("cd", "ef")), _in_order(1, 1, 3))

    assert [violation.params["after"] for violation in found] == ["cd", "ef"]


def test_breaks_are_runs_of_empty_slots_between_meetings() -> None:
    plan = a_plan(ab=(1, 0), ac=(4, 0), ad=(5, 0), ae=(7, 0))

    assert constraints.breaks(a_day("ab", "ac", "ad", "ae", slots=9), plan) == {"a": 2, "b": 0, "c": 0, "d": 0, "e": 0}


def test_breaks_that_differ_by_no_more_than_allowed() -> None:
    assert constraints.fairness(a_day("ab", "ac", difference=1), a_plan(ab=(0, 0), ac=(2, 0))) == []


def test_breaks_that_differ_by_more_than_allowed() -> None:
    found = constraints.fairness(a_day("ab", "ac", difference=0), a_plan(ab=(0, 0), ac=(2, 0)))

    assert [violation.params for violation in found] == [{"difference": 1, "allowed": 0}]


def test_all_rules_are_judged_together() -> None:
    found = constraints.violations(a_day("ab", "ac", difference=0), a_plan(ab=(0, 0), ac=(0, 0)))

    assert [violation.rule for violation in found] == ["one_meeting_at_a_time", "one_meeting_per_table"]


def _half_days() -> Problem:
    return Problem(
        slots=4,
        tables=1,
        participants=tuple(Participant(name) for name in "abcd"),
        meetings=(Meeting("ab", ("a", "b"), Period.MORNING), Meeting("cd", ("c", "d"), Period.AFTERNOON)),
        morning_slots=2,
    )


def _with(problem: Problem, **changed: object) -> Problem:
    first, *others = problem.meetings
    return replace(problem, meetings=(replace(first, **changed), *others))


def _in_order(*slots: int) -> object:
    return a_plan(**{name: (slot, 0) for name, slot in zip(("ab", "cd", "ef"), slots, strict=True)})
