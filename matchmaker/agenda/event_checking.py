"""Refuses events that cannot be planned because they say impossible things; whoever makes one calls this first."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from matchmaker.agenda.event_problem import EventProblem, Pin
from matchmaker.kit.errors import InvalidError

# A day is a set of slots in one machine word; 62 slots of ten minutes are more than ten hours.
MOST_SLOTS_A_DAY = 62


def check_event(problem: EventProblem) -> None:
    """Raises InvalidError("agenda_invalid") with ``at`` and ``reason`` for the first thing that cannot be."""
    for what, names in (
        ("tables", [table.id for table in problem.tables]),
        ("people", [person.id for person in problem.people]),
        ("requests", [request.id for request in problem.requests]),
    ):
        twice = next((name for name, count in Counter(names).items() if count > 1), None)
        if twice is not None:
            raise _refused(what, "duplicate", id=twice)
    for what, things in (("slots", problem.slots), ("tables", problem.tables)):
        if not things and problem.requests:
            raise _refused(what, "missing")
    days = [slot.day for slot in problem.slots]
    if days != sorted(days):
        raise _refused("slots", "not_in_order")
    day, most = max(Counter(days).items(), key=lambda one: one[1], default=(0, 0))
    if most > MOST_SLOTS_A_DAY:
        raise _refused("slots", "too_many_a_day", day=day, found=most, most=MOST_SLOTS_A_DAY)
    _check_people(problem)
    _check_requests(problem)
    _check_pins(problem)


def _check_people(problem: EventProblem) -> None:
    for person in problem.people:
        at = f"people.{person.id}"
        if person.table is not None and person.table not in problem.table:
            raise _refused(at, "unknown_table", id=person.table)
        _check_slots(problem, at, person.slots or ())
        for limit in (person.max_per_day, person.max_consecutive):
            if limit is not None and limit < 0:
                raise _refused(at, "out_of_range", least=0, found=limit)
    for table in problem.tables:
        _check_slots(problem, f"tables.{table.id}", table.slots or ())
    for number, block in enumerate(problem.blocks):
        _check_slots(problem, f"blocks.{number}", block.slots)
        _check_known(problem, f"blocks.{number}", block.people or ())
    _check_known(problem, "interpreters", problem.interpreters)
    for name in sorted(problem.interpreters):
        if problem.person[name].organisation is not None:
            raise _refused("interpreters", "is_a_delegate", id=name)


def _check_requests(problem: EventProblem) -> None:
    for request in problem.requests:
        at = f"requests.{request.id}"
        if request.first == request.second:
            raise _refused(at, "with_itself", id=request.first)
        if request.value < 0:
            raise _refused(at, "out_of_range", least=0, found=request.value)
        _check_known(problem, at, request.speakers or ())
        _check_known(problem, at, request.experts)


def _check_pins(problem: EventProblem) -> None:
    """Pins name what there is, and nobody is pinned to more meetings than they have slots."""
    for name, pin in problem.pins.items():
        at = f"pins.{name}"
        if name not in problem.request:
            raise _refused(at, "unknown_request", id=name)
        _check_slots(problem, at, () if pin.slot is None else (pin.slot,))
        if pin.table is not None and pin.table not in problem.table:
            raise _refused(at, "unknown_table", id=pin.table)
        _check_known(problem, at, [*(pin.people or ()), *([] if pin.interpreter is None else [pin.interpreter])])
    counts: Counter[str] = Counter()
    for name in problem.pins:
        counts.update(problem.request[name].pair)
    for organisation, count in counts.items():
        room = sum(len(problem.free_slots(person)) for person in problem.delegates.get(organisation, ()))
        if count > room:
            raise _refused("pins", "too_few_slots", organisation=organisation, pinned=count, slots=room)
    _check_same_time(problem)


def _check_same_time(problem: EventProblem) -> None:
    at: Counter[tuple[str, int]] = Counter()
    for pin in problem.pins.values():
        for person in _people_at_a_time(pin):
            at[person] += 1
    twice = next((key for key, count in at.items() if count > 1), None)
    if twice is not None:
        raise _refused("pins", "same_time", person=twice[0], slot=twice[1])


def _people_at_a_time(pin: Pin) -> list[tuple[str, int]]:
    return [] if pin.slot is None else [(person, pin.slot) for person in pin.people or ()]


def _check_slots(problem: EventProblem, at: str, slots: Iterable[int]) -> None:
    for slot in slots:
        if not 0 <= slot < len(problem.slots):
            raise _refused(at, "unknown_slot", slot=slot)


def _check_known(problem: EventProblem, at: str, people: Iterable[str]) -> None:
    for name in people:
        if name not in problem.person:
            raise _refused(at, "unknown_person", id=name)


def _refused(at: str, reason: str, **params: Any) -> InvalidError:
    return InvalidError("agenda_invalid", at=at, reason=reason, **params)
