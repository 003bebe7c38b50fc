"""Why there is no plan: what is told is enough, and nothing of it is needless."""

from dataclasses import replace

from days import a_day, fewest_breaks

from matchmaker.agenda.exact.explaining import explain
from matchmaker.agenda.problem import Problem


def test_a_pair_without_a_common_slot() -> None:
    reasons = explain(a_day("ab", "cd", slots=2, away={"a": [0], "b": [1]}))

    assert [(reason.code, reason.params) for reason in reasons] == [
        ("no_common_slot", {"meeting": "ab", "participants": ["a", "b"]})
    ]


def test_more_meetings_than_slots_of_one_participant() -> None:
    reasons = explain(a_day("ab", "ac", "ad", slots=3, away={"a": [1]}))

    assert [(reason.code, reason.params) for reason in reasons] == [
        ("too_few_slots", {"participant": "a", "meetings": ["ab", "ac", "ad"], "slots": [0, 2]})
    ]


def test_more_meetings_than_tables() -> None:
    reasons = explain(a_day("ab", "cd", "ef", slots=2, tables=1))

    assert [(reason.code, reason.params) for reason in reasons] == [
        ("too_few_tables", {"meetings": ["ab", "cd", "ef"], "slots": [0, 1], "room": 2})
    ]


def test_a_chain_that_is_too_long() -> None:
    problem = a_day("ab", "cd", "ef", "gh", slots=3)

    reasons = explain(_chained(problem, "gh", "ef", "cd", "ab"))

    assert [(reason.code, reason.params) for reason in reasons] == [
        ("order_impossible", {"meetings": ["gh", "ef", "cd", "ab"]})
    ]


def test_a_ring_of_three_in_two_slots_has_a_core_of_three_meetings() -> None:
    reasons = explain(a_day("ab", "bc", "ca", "de", "xy", slots=2, tables=3))

    assert [(reason.code, reason.params) for reason in reasons] == [
        ("meeting", {"meeting": "ab"}),
        ("meeting", {"meeting": "bc"}),
        ("meeting", {"meeting": "ca"}),
    ]


def test_fairness_is_named_where_it_forbids() -> None:
    problem = a_day("ab", "ac", slots=3, away={"a": [1]}, difference=0)

    reasons = explain(problem)

    assert fewest_breaks(problem) is None
    assert {reason.code for reason in reasons} == {"fairness", "meeting", "availability"}


def test_wishes_for_tables_are_named_where_they_forbid() -> None:
    problem = a_day("ab", "cd", slots=1, tables=2)
    wishing = tuple(replace(meeting, tables=frozenset({1})) for meeting in problem.meetings)

    reasons = explain(replace(problem, meetings=wishing))

    assert [reason.code for reason in reasons] == ["tables", "meeting", "meeting"]


def test_nothing_is_said_of_a_day_with_a_plan() -> None:
    assert explain(a_day("ab", "ac")) == ()


def _chained(problem: Problem, *names: str) -> Problem:
    before = dict(zip(names[1:], names, strict=False))
    meetings = (replace(one, after=(before[one.id],) if one.id in before else ()) for one in problem.meetings)
    return replace(problem, meetings=tuple(meetings))
