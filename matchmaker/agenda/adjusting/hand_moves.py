"""What an organiser does by hand: pure functions from a plan to another one, and what is wrong and different there.

A move that breaks a rule is made all the same; whoever calls decides what to do with it. Plans are never changed in
place, so undoing is going back to the plan before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from matchmaker.agenda.adjusting.replanning import known_places
from matchmaker.agenda.constraints import Violation
from matchmaker.agenda.event_constraints import event_violations
from matchmaker.agenda.event_problem import EventPlan, EventProblem, Pin, Seating
from matchmaker.agenda.exact.counting import bits
from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.breaks import gaps
from matchmaker.agenda.search.frame import NO_PIN, Frame
from matchmaker.kit.errors import ConflictError, NotFoundError


@dataclass(frozen=True)
class Moved:
    """The new plan, everything that is wrong with it, and how value and breaks have changed."""

    plan: EventPlan
    violations: tuple[Violation, ...]
    value: int
    breaks: int


def place(problem: EventProblem, plan: EventPlan, request: str, seating: Seating) -> Moved:
    """Place a request exactly so. Raises NotFoundError("agenda_request_not_found")."""
    _known(problem, request)
    return _moved(problem, plan, {**plan.placements, request: seating})


def move(problem: EventProblem, plan: EventPlan, request: str, slot: int, table: str | None = None) -> Moved:
    """Move a placed request, to the same table if it is free or else to one that is; interpreters follow.

    Where that is not possible, it is moved as it is. Raises NotFoundError, ConflictError("agenda_not_placed").
    """
    at = _placement(problem, plan, request)
    wanted = Pin(slot, table, at.people)
    found = seating_for(problem, plan, request, wanted) or replace(at, slot=slot, table=table or at.table)
    return _moved(problem, plan, {**plan.placements, request: found})


def swap(problem: EventProblem, plan: EventPlan, one: str, other: str) -> Moved:
    """Two placed requests take each other's slot and table. Raises as ``move`` does."""
    first, second = _placement(problem, plan, one), _placement(problem, plan, other)
    without = EventPlan({name: at for name, at in plan.placements.items() if name not in (one, other)})
    for name, at, to in ((one, first, second), (other, second, first)):
        pin = Pin(to.slot, to.table, at.people)
        found = seating_for(problem, without, name, pin) or replace(at, slot=to.slot, table=to.table)
        without = EventPlan({**without.placements, name: found})
    return _moved(problem, plan, {name: without.placements[name] for name in plan.placements})


def unplace(problem: EventProblem, plan: EventPlan, request: str) -> Moved:
    """Take a request off the plan. Raises as ``move`` does."""
    _placement(problem, plan, request)
    return _moved(problem, plan, {name: at for name, at in plan.placements.items() if name != request})


def pin(problem: EventProblem, plan: EventPlan, request: str) -> EventProblem:
    """The problem with a request pinned where it is now. Raises as ``move`` does."""
    at = _placement(problem, plan, request)
    return replace(problem, pins={**problem.pins, request: Pin(at.slot, at.table, at.people, at.interpreter)})


def unpin(problem: EventProblem, request: str) -> EventProblem:
    """The problem without a request's pin. Raises NotFoundError("agenda_request_not_found")."""
    _known(problem, request)
    return replace(problem, pins={name: at for name, at in problem.pins.items() if name != request})


def seating_for(problem: EventProblem, plan: EventPlan, request: str, wanted: Pin = NO_PIN) -> Seating | None:
    """A seating of this kind that is free in the plan, the request's own place being free too; None if there is none.

    Of the times that ``wanted`` leaves open the earliest is taken; the table stays if it can.
    """
    before = plan.placements.get(request)
    frame = Frame(replace(problem, pins={**problem.pins, request: wanted}))
    number = next(number for number, one in enumerate(problem.requests) if one.id == request)
    board = Board(frame, exchange=False)
    board.load(known_places(frame, {name: at for name, at in plan.placements.items() if name != request}).items())
    for choice, option in enumerate(frame.options[number]):
        for time in bits(board.times(option)):
            if board.drop(number, choice, time):
                same = -1 if before is None else frame.table_number.get(before.table, -1)
                found = board.places[number]
                if same >= 0 and option.tables >> same & 1 and board.free_tables[time] >> same & 1:
                    found = found._replace(table=same)
                return frame.seating(number, found)
    return None


def plan_value(problem: EventProblem, plan: EventPlan) -> int:
    """The value of all that is placed."""
    return sum(max(problem.request[name].value, 0) for name in plan.placements if name in problem.request)


def plan_breaks(problem: EventProblem, plan: EventPlan) -> dict[str, int]:
    """The breaks of each delegate who has meetings."""
    days = list(dict.fromkeys(slot.day for slot in problem.slots))
    position = [number + days.index(slot.day) for number, slot in enumerate(problem.slots)]
    masks = [0] * len(days)
    for number, slot in enumerate(problem.slots):
        masks[days.index(slot.day)] |= 1 << position[number]
    busy: dict[str, int] = {}
    for at in plan.placements.values():
        for person in at.people:
            if 0 <= at.slot < len(position):
                busy[person] = busy.get(person, 0) | 1 << position[at.slot]
    return {person: gaps(times, masks)[0] for person, times in busy.items()}


def _moved(problem: EventProblem, plan: EventPlan, placements: Mapping[str, Seating]) -> Moved:
    new = EventPlan(dict(placements))
    return Moved(
        plan=new,
        violations=tuple(event_violations(problem, new)),
        value=plan_value(problem, new) - plan_value(problem, plan),
        breaks=sum(plan_breaks(problem, new).values()) - sum(plan_breaks(problem, plan).values()),
    )


def _known(problem: EventProblem, request: str) -> None:
    if request not in problem.request:
        raise NotFoundError("agenda_request_not_found", id=request)


def _placement(problem: EventProblem, plan: EventPlan, request: str) -> Seating:
    _known(problem, request)
    if request not in plan.placements:
        raise ConflictError("agenda_not_placed", id=request)
    return plan.placements[request]
