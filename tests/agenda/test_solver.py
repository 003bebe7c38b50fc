"""What the solver returns keeps every rule, is as good as can be, and is refused only if nothing can be planned."""

import time

import pytest
from days import a_day, fewest_breaks
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker.agenda.constraints import total_breaks, violations
from matchmaker.agenda.exact.encoding import Encoding
from matchmaker.agenda.exact.presolve import Reason, reduce
from matchmaker.agenda.exact.searching import Searcher, Task
from matchmaker.agenda.exact.seating import seat
from matchmaker.agenda.problem import Meeting, Participant, Period, Plan, Problem
from matchmaker.agenda.solver import Progress, Status, solve


@st.composite
def days(draw: st.DrawFn) -> Problem:
    """Tiny days with every rule in them; about half have a plan."""
    slots = draw(st.integers(2, 4))
    tables = draw(st.integers(1, 2))
    names = "abcde"[: draw(st.integers(2, 5))]
    some_slots = st.frozensets(st.integers(0, slots - 1), max_size=1)
    # Nobody in particular takes part where colleagues can go for each other.
    pairs = st.lists(st.sampled_from(names), max_size=3, unique=True).map(tuple)
    meetings = []
    for number in range(draw(st.integers(1, 5))):
        meetings.append(
            Meeting(
                id=str(number),
                participants=draw(pairs),
                period=draw(st.sampled_from([Period.ANY, Period.ANY, *Period])),
                slot=draw(st.sampled_from([None, None, None, *range(slots)])),
                after=tuple(str(other) for other in range(number) if draw(st.integers(0, 5)) == 0),
                tables=draw(st.sampled_from([None, None, frozenset({0}), frozenset({0, tables - 1})])),
            )
        )
    return Problem(
        slots=slots,
        tables=tables,
        participants=tuple(Participant(name, draw(some_slots)) for name in names),
        meetings=tuple(meetings),
        morning_slots=draw(st.integers(1, slots)),
        max_break_difference=draw(st.sampled_from([None, 0, 1, 2])),
    )


@pytest.mark.parametrize("from_below", [True, False])
def test_search_finds_what_trying_everything_finds(from_below: bool) -> None:
    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(days())
    def compare(problem: Problem) -> None:
        assert _searched(problem, from_below) == fewest_breaks(problem)

    compare()


def _searched(problem: Problem, from_below: bool) -> int | None:
    """The breaks of the last plan of a searcher in this process, every plan on the way having been judged."""
    reduced = reduce(problem)
    if isinstance(reduced, Reason):
        return None
    said: list[dict[str, object]] = []
    Searcher(Task(reduced, from_below, {}), said.append, lambda: []).run()
    plans = [_judged(problem, found["slots"]) for found in said if "slots" in found]
    return total_breaks(problem, plans[-1]) if plans else None


def _judged(problem: Problem, slots: object) -> Plan:
    assert isinstance(slots, list)
    plan = seat(problem, slots)
    assert plan is not None
    assert violations(problem, plan) == []
    return plan


def test_a_day_without_breaks() -> None:
    problem = a_day("ab", "ac", "bc", "ad", slots=4, tables=2)

    found = solve(problem)

    assert (found.status, found.breaks, found.bound) == (Status.OPTIMAL, 0, 0)
    assert found.plan is not None
    assert violations(problem, found.plan) == []


def test_a_break_that_cannot_be_avoided() -> None:
    found = solve(a_day("ab", "ac", slots=3, away={"a": [1]}))

    assert (found.status, found.breaks) == (Status.OPTIMAL, 1)


def test_breaks_that_no_participant_has_alone() -> None:
    problem = a_day("ab", "ac", "bd", slots=4, tables=1, away={"c": [0, 1], "d": [2, 3]})

    found = solve(problem)

    assert (found.status, found.breaks) == (Status.OPTIMAL, fewest_breaks(problem))


def test_one_worker_is_enough() -> None:
    assert solve(a_day("ab", "ac", "bc"), workers=1).status is Status.OPTIMAL


def test_a_day_without_meetings_is_planned() -> None:
    found = solve(Problem(slots=1, tables=1, participants=(Participant("a"),), meetings=(), max_break_difference=0))

    assert (found.status, found.breaks, found.plan) == (Status.OPTIMAL, 0, Plan({}))


def test_counting_refuses_at_once() -> None:
    found = solve(a_day("ab", "ac", "ad", slots=2))

    assert found.status is Status.INFEASIBLE
    assert found.seconds < 0.1
    assert [(reason.code, reason.params) for reason in found.reasons] == [
        ("too_few_slots", {"participant": "a", "meetings": ["ab", "ac", "ad"], "slots": [0, 1]})
    ]


def test_search_refuses_what_counting_does_not_see() -> None:
    found = solve(a_day("ab", "bc", "ca", slots=2, tables=2))

    assert (found.status, found.plan, found.reasons) == (Status.INFEASIBLE, None, ())


def test_what_is_too_large_for_clauses_is_left_open() -> None:
    names = [str(number) for number in range(600)]
    meetings = tuple(Meeting(name, (name,)) for name in names)
    problem = Problem(slots=200, tables=9, participants=tuple(map(Participant, names)), meetings=meetings)

    assert solve(problem).status is Status.UNKNOWN


def test_no_time_gives_no_plan() -> None:
    assert solve(a_day("ab", "ac"), time_limit=0.0).status is Status.UNKNOWN


def test_progress_tells_of_plans_and_bounds() -> None:
    shown: list[Progress] = []

    found = solve(a_day("ab", "ac", slots=3, away={"a": [1]}), progress=shown.append)

    assert (shown[-1].value, shown[-1].breaks, shown[-1].bound) == (2, found.breaks, found.bound)


def test_stopped_when_told() -> None:
    started = time.monotonic()

    found = solve(_a_hard_day(), time_limit=60.0, stop=lambda: time.monotonic() > started + 0.5)

    assert time.monotonic() - started < 30
    assert found.status in (Status.UNKNOWN, Status.FEASIBLE, Status.INFEASIBLE)


def _a_hard_day() -> Problem:
    """Eleven who all meet each other need eleven slots; that ten do not suffice is hard to prove."""
    names = "abcdefghijk"
    return a_day(*(one + other for one in names for other in names if one < other), slots=10, tables=6)


def test_encoding_counts_breaks_as_the_judge_does() -> None:
    problem = a_day("ab", "ac", slots=3, away={"a": [1]})
    reduced = reduce(problem)
    assert not isinstance(reduced, Reason)

    encoding = Encoding(reduced)
    encoding.complete()

    assert (encoding.base, len(encoding.objective)) == (1, 0)
