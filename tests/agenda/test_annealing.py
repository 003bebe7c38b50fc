"""Compiled steps keep every rule, count what they cost, and leave alone what is held."""

import random
from itertools import pairwise

import numpy as np
import pytest
from event_days import Size, a_small_event, an_event, changed_people

from matchmaker.agenda.event_constraints import event_violations
from matchmaker.agenda.event_problem import EventProblem, Slot, Table
from matchmaker.agenda.planning import break_counts
from matchmaker.agenda.search.annealing import Annealer, cooling
from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.breaks import BREAK, SPREAD
from matchmaker.agenda.search.frame import Frame, Place
from matchmaker.agenda.search.greedy import Placer

HOT = 2.0


def test_steps_keep_every_rule_and_all_meetings() -> None:
    problem = _with_hosts_and_limits(an_event(Size(firms=40, institutes=16, requests=150, tables=14, days=2, slots=8)))
    annealer, before = _annealer(problem)

    annealer.steps(30_000, HOT)

    after = annealer.arrays.places(best=False)
    assert set(after) == set(before)
    assert sum(after[request].time != before[request].time for request in before) > len(before) // 3
    assert event_violations(problem, annealer.board.frame.plan(after)) == []
    assert event_violations(problem, annealer.board.frame.plan(annealer.best_places())) == []


def test_steps_send_interpreters_and_colleagues() -> None:
    problem = an_event(Size(firms=30, institutes=12, requests=100, tables=12, interpreters=9, colleagues=2))
    annealer, before = _annealer(problem)

    annealer.steps(30_000, HOT)

    after = annealer.arrays.places(best=False)
    assert any(after[request].interpreter != before[request].interpreter for request in before)
    assert any(after[request].option != before[request].option for request in before)


@pytest.mark.parametrize(("days", "slots"), [(1, 14), (2, 7), (2, 62)])
def test_the_cost_kept_up_in_steps_is_that_of_the_plan(days: int, slots: int) -> None:
    problem = an_event(Size(firms=30, institutes=12, requests=100, tables=12, days=days, slots=slots))
    annealer, _ = _annealer(problem)

    annealer.steps(20_000, HOT)

    kept = annealer.arrays.views["totals"].copy()
    costs = [_cost(annealer.board.frame, annealer.arrays.places(best=best)) for best in (False, True)]
    assert kept.tolist() == costs


def test_held_meetings_stay_with_table_and_interpreter() -> None:
    problem = an_event(Size(firms=30, institutes=12, requests=100, tables=10))
    annealer, before = _annealer(problem)
    held = {request: place for request, place in before.items() if request % 3 == 0}

    annealer.hold(held)
    annealer.steps(20_000, HOT)

    after = annealer.arrays.places(best=False)
    assert {request: after[request] for request in held} == held
    assert after != before
    assert event_violations(problem, annealer.board.frame.plan(after)) == []


def test_the_board_follows() -> None:
    problem = an_event(Size(firms=20, institutes=8, requests=50, tables=8))
    annealer, _ = _annealer(problem)

    annealer.steps(5_000, HOT)
    annealer.load_board()

    assert annealer.board.places == annealer.arrays.places(best=False)


def test_breaks_go_where_they_can() -> None:
    problem = a_small_event("ab", "cd", "ef", slots=5, tables=3)
    frame = Frame(problem)
    board = Board(frame)
    for request, time in ((0, 0), (1, 2), (2, 4)):
        board.put(request, Place(0, time, 0, -1))
    apart = a_small_event("ab", "ac", "ad", slots=5)
    own = Board(Frame(apart))
    for request, time in ((0, 0), (1, 2), (2, 4)):
        own.put(request, Place(0, time, 0, -1))

    annealer = Annealer(own, random.Random(1))
    first = annealer.best
    for done in np.linspace(0, 1, 20):
        annealer.steps(200, cooling(float(done)))

    assert Annealer(board, random.Random(1)).best == 0
    assert first == 2 * BREAK + 4 * SPREAD + 2
    assert annealer.best == 0


@pytest.mark.parametrize("problem", [EventProblem((Slot(),), (Table("t"),), (), ()), a_small_event("ab")])
def test_nothing_to_move(problem: EventProblem) -> None:
    annealer = Annealer(Board(Frame(problem)), random.Random(0))

    annealer.steps(100, HOT)

    assert annealer.best_places() == {}


def test_it_cools_from_first_to_last() -> None:
    temperatures = [cooling(done / 50) for done in range(51)]

    assert temperatures == sorted(temperatures, reverse=True)
    assert len(set(temperatures)) == len(temperatures)


def _annealer(problem: EventProblem) -> tuple[Annealer, dict[int, Place]]:
    board = Board(Frame(problem))
    Placer(board, random.Random(1)).fill(range(len(problem.requests)))
    assert board.places
    return Annealer(board, random.Random(1)), dict(board.places)


def _with_hosts_and_limits(problem: EventProblem) -> EventProblem:
    hosts = {f"r{n}.0": {"table": f"t{n:03}"} for n in (1, 2)}
    limits = {f"r{n}.0": {"max_per_day": 5, "max_consecutive": 2} for n in (3, 5, 6)}
    return changed_people(problem, **hosts, **limits)


def _cost(frame: Frame, places: dict[int, Place]) -> int:
    total = 0
    for person in range(frame.delegates):
        own = {n: at for n, at in places.items() if person in frame.options[n][at.option].people}
        alone = dict.fromkeys(range(frame.delegates), 0)
        breaks, waiting = _alone(frame, own, person)
        alone[person] = breaks
        total += BREAK * breaks + SPREAD * breaks * breaks + waiting
    assert total // BREAK >= break_counts(frame, places)[0]
    return total


def _alone(frame: Frame, own: dict[int, Place], person: int) -> tuple[int, int]:
    """Breaks and waiting of one person, slot by slot."""
    breaks = waiting = 0
    for day in frame.days:
        times = sorted(at.time for at in own.values() if day >> at.time & 1)
        empty = [later - time - 1 for time, later in pairwise(times)]
        breaks += sum(gap > 0 for gap in empty)
        waiting += sum(empty)
    return breaks, waiting
