"""Repairs a plan while the day runs: what is past, running or unaffected stays, what cannot stay finds another place.

Nobody is moved who is not affected. For whoever is left waiting there are stand-ins: others who are free then.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from matchmaker.agenda.adjusting.replanning import known_places
from matchmaker.agenda.event_problem import EventPlan, EventProblem, Person, Request, Seating, Table
from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.frame import Frame, Place
from matchmaker.agenda.search.greedy import Placer


@dataclass(frozen=True)
class Away:
    """A delegate, interpreter or expert who is not there from ``since`` until before ``until``, None for the end."""

    person: str
    since: int
    until: int | None = None


@dataclass(frozen=True)
class Failed:
    """A table, or the video call at it, that cannot be used from ``since`` until before ``until``."""

    table: str
    since: int
    until: int | None = None


@dataclass(frozen=True)
class Repaired:
    """The problem as it is now and a plan for it; ``moved`` and ``lost`` are requests whose place has changed.

    Pins of these are gone.
    """

    problem: EventProblem
    plan: EventPlan
    moved: tuple[str, ...]
    lost: tuple[str, ...]
    kept: int


@dataclass(frozen=True)
class StandIn:
    """A meeting that could take place at once, with nobody else moved."""

    request: Request
    seating: Seating


def disturbed(problem: EventProblem, events: Iterable[Away | Failed]) -> EventProblem:
    """The problem with these people and tables missing. Unknown ids change nothing."""
    people, tables = dict(problem.person), dict(problem.table)
    everything = frozenset(range(len(problem.slots)))
    for event in events:
        gone = frozenset(range(event.since, len(problem.slots) if event.until is None else event.until))
        if isinstance(event, Away) and event.person in people:
            person: Person = people[event.person]
            own = everything if person.slots is None else person.slots
            people[event.person] = replace(person, slots=own - gone)
        elif isinstance(event, Failed) and event.table in tables:
            table: Table = tables[event.table]
            tables[event.table] = replace(table, slots=(everything if table.slots is None else table.slots) - gone)
    return replace(problem, people=tuple(people.values()), tables=tuple(tables.values()))


def repair(problem: EventProblem, plan: EventPlan, now: int, events: Sequence[Away | Failed]) -> Repaired:
    """A valid plan after ``events``; ``now`` is the running slot, -1 before the day.

    An affected meeting keeps its time if another table, interpreter or colleague can be had, else moves to a later one
    that is free for all; the best are placed first. Slots before ``now`` are never judged.
    """
    since_now = [replace(event, since=max(event.since, now)) for event in events]
    after = disturbed(problem, since_now)
    frame = Frame(replace(after, pins={}))
    board = Board(frame, exchange=False)
    number = {request.id: place for place, request in enumerate(after.requests)}
    before = {number[name]: at for name, at in plan.placements.items() if name in number}
    affected = sorted(board.load(known_places(frame, plan.placements).items()))
    affected += sorted(set(before) - set(board.places) - set(affected))
    past = {request for request in affected if before[request].slot < now}
    placer = Placer(board, random.Random(0))
    later = sum(1 << frame.position[slot] for slot in range(max(now + 1, 0), len(after.slots)))
    for request in sorted(set(affected) - past, key=lambda one: -frame.weights[one]):
        # A meeting that has not begun can still begin at its own time.
        same = 1 << frame.position[before[request].slot] if before[request].slot >= now else 0
        _ = placer.insert(request, same) or placer.insert(request, later)
    return _repaired(after, plan, frame, board.places, {after.requests[one].id for one in past})


def _repaired(
    problem: EventProblem, plan: EventPlan, frame: Frame, places: dict[int, Place], past: set[str]
) -> Repaired:
    found = frame.plan(places).placements
    new = {
        name: at if name in past else found[name]
        for name, at in plan.placements.items()
        if name in found or name in past
    }
    same = {name for name, at in new.items() if at == plan.placements[name]}
    return Repaired(
        problem=replace(problem, pins={name: pin for name, pin in problem.pins.items() if name in same}),
        plan=EventPlan(new),
        moved=tuple(name for name in new if name not in same),
        lost=tuple(name for name in plan.placements if name not in new),
        kept=len(same),
    )


def stand_ins(
    problem: EventProblem, plan: EventPlan, person: str, slot: int, willing: Sequence[Request] = ()
) -> list[StandIn]:
    """Meetings that somebody left waiting could have in a slot, the best first.

    From the accepted requests that have no place, and from ``willing``: pairs whom the ranking proposes and who would
    both meet, with their value. Nobody else moves; who met already or is kept apart does not come.
    """
    organisation = problem.person[person].organisation if person in problem.person else None
    met = {problem.request[name].pair for name in plan.placements if name in problem.request}
    asked = [request for request in problem.requests if request.id not in plan.placements]
    known = {request.id for request in problem.requests}
    fresh = [request for request in willing if request.id not in known]
    candidates = [
        request
        for request in (*asked, *fresh)
        if organisation in request.pair and request.pair not in met and request.pair not in problem.forbidden
    ]
    frame = Frame(replace(problem, requests=(*problem.requests, *fresh), pins={}))
    board = Board(frame, exchange=False)
    board.load(known_places(frame, plan.placements).items())
    number = {request.id: place for place, request in enumerate(frame.problem.requests)}
    found = []
    for request in sorted(candidates, key=lambda one: (not one.must, -one.value, one.id)):
        seating = _at_once(frame, board, number[request.id], frame.number[person], frame.position[slot])
        if seating is not None:
            found.append(StandIn(request, seating))
    return found


def _at_once(frame: Frame, board: Board, request: int, person: int, time: int) -> Seating | None:
    for choice, option in enumerate(frame.options[request]):
        if person in option.people and board.drop(request, choice, time):
            return frame.seating(request, board.lift(request))
    return None
