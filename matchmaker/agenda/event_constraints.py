"""Judges plans of events: one function per rule, plan in, violations out; shares nothing with the planner.

``EVENT_RULES`` holds them all. A rule looks only at what it is about: whoever is unknown is named by ``known`` and
passed over by the others.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import astuple
from itertools import groupby

from matchmaker.agenda.constraints import Violation
from matchmaker.agenda.event_problem import EventPlan, EventProblem, Person, Request, Seating


def event_violations(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Everything that is wrong with a plan, in the order of the rules."""
    return [violation for rule in EVENT_RULES for violation in rule(problem, plan)]


def known(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Requests, slots, tables and people of the plan are those of the problem."""
    return [
        Violation("known", {"request": name, "unknown": what})
        for name, at in plan.placements.items()
        if (what := _unknown(problem, name, at))
    ]


def own_delegates(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Each organisation sends one of its own delegates, one who may speak for it there."""
    return [
        Violation("own_delegates", {"request": request.id, "person": person, "organisation": organisation})
        for request, at in _placed(problem, plan)
        for person, organisation in zip(at.people, (request.first, request.second), strict=True)
        if problem.person[person].organisation != organisation
        or (request.speakers is not None and person not in request.speakers)
    ]


def one_place_at_a_time(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Nobody is in two meetings in one slot: no delegate, interpreter or expert."""
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for request, at in _placed(problem, plan):
        for person in _attending(request, at):
            found[person, at.slot].append(request.id)
    return [
        Violation("one_place_at_a_time", {"person": person, "slot": slot, "requests": requests})
        for (person, slot), requests in found.items()
        if len(requests) > 1
    ]


def one_meeting_at_a_table(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """No table is used twice in a slot."""
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for request, at in _placed(problem, plan):
        found[at.table, at.slot].append(request.id)
    return [
        Violation("one_meeting_at_a_table", {"table": table, "slot": slot, "requests": requests})
        for (table, slot), requests in found.items()
        if len(requests) > 1
    ]


def people_available(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Nobody meets while away: no delegate, interpreter or expert."""
    return [
        Violation("people_available", {"request": request.id, "person": person, "slot": at.slot})
        for request, at in _placed(problem, plan)
        for person in _attending(request, at)
        if (slots := problem.person[person].slots) is not None and at.slot not in slots
    ]


def fixed_blocks(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Nobody meets during something fixed."""
    return [
        Violation("fixed_blocks", {"request": request.id, "person": person, "slot": at.slot})
        for request, at in _placed(problem, plan)
        for person in _attending(request, at)
        if at.slot in problem.blocked(person)
    ]


def tables_available(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """A table is used only while it can be."""
    return [
        Violation("tables_available", {"request": request.id, "table": at.table, "slot": at.slot})
        for request, at in _placed(problem, plan)
        if (slots := problem.table[at.table].slots) is not None and at.slot not in slots
    ]


def seats(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """All who come have a seat."""
    return [
        Violation("seats", {"request": request.id, "table": at.table, "seats": has, "people": comes})
        for request, at in _placed(problem, plan)
        if (comes := len(_attending(request, at))) > (has := problem.table[at.table].seats)
    ]


def video_tables(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Video meetings are at tables for video, others are not."""
    return [
        Violation("video_tables", {"request": request.id, "table": at.table, "video": request.video})
        for request, at in _placed(problem, plan)
        if problem.table[at.table].video != request.video
    ]


def interpreter_present(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Where two delegates share no language, an interpreter who knows one of each is there; nobody else interprets."""
    return [
        Violation("interpreter_present", {"request": request.id, "interpreter": at.interpreter})
        for request, at in _placed(problem, plan)
        if not _understood(problem, at)
    ]


def limits_per_day(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Nobody has more meetings on a day than their limit."""
    return [
        Violation("limits_per_day", {"person": person.id, "day": day, "limit": person.max_per_day, "found": count})
        for person, slots in _busy(problem, plan)
        for day, count in sorted(Counter(problem.slots[slot].day for slot in slots).items())
        if person.max_per_day is not None and count > person.max_per_day
    ]


def consecutive_limits(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Nobody has more meetings one after the other than their limit."""
    return [
        Violation("consecutive_limits", {"person": person.id, "from": run[0], "limit": limit, "found": len(run)})
        for person, slots in _busy(problem, plan)
        if (limit := person.max_consecutive) is not None
        for run in _runs(problem, slots)
        if len(run) > limit
    ]


def hosts_at_their_table(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """A host's meetings are at the host's table, and no others are there."""
    found = []
    for request, at in _placed(problem, plan):
        own = {problem.person[person].table for person in at.people} - {None}
        if own - {at.table} or (not own and at.table in problem.hosted):
            found.append(Violation("hosts_at_their_table", {"request": request.id, "table": at.table}))
    return found


def vetoes(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Organisations that are kept apart do not meet."""
    return [
        Violation("vetoes", {"request": request.id, "organisations": list(request.pair)})
        for request, _ in _placed(problem, plan)
        if request.pair in problem.forbidden
    ]


def pairs_once(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Two organisations meet once, unless they asked for more."""
    found: defaultdict[tuple[str, str], list[Request]] = defaultdict(list)
    for request, _ in _placed(problem, plan):
        found[request.pair].append(request)
    return [
        Violation("pairs_once", {"organisations": list(pair), "requests": [request.id for request in requests]})
        for pair, requests in found.items()
        if len(requests) > 1 and not all(request.repeat for request in requests)
    ]


def pinned(problem: EventProblem, plan: EventPlan) -> list[Violation]:
    """Pinned requests are placed, and where their pin says."""
    found = []
    for name, pin in problem.pins.items():
        at = plan.placements.get(name)
        if at is None or any(
            want is not None and want != have for want, have in zip(astuple(pin), astuple(at), strict=True)
        ):
            found.append(Violation("pinned", {"request": name}))
    return found


EVENT_RULES: tuple[Callable[[EventProblem, EventPlan], list[Violation]], ...] = (
    known,
    own_delegates,
    one_place_at_a_time,
    one_meeting_at_a_table,
    people_available,
    fixed_blocks,
    tables_available,
    seats,
    video_tables,
    interpreter_present,
    limits_per_day,
    consecutive_limits,
    hosts_at_their_table,
    vetoes,
    pairs_once,
    pinned,
)


def _unknown(problem: EventProblem, name: str, at: Seating) -> str | None:
    if name not in problem.request:
        return name
    if not 0 <= at.slot < len(problem.slots):
        return str(at.slot)
    if at.table not in problem.table:
        return at.table
    people = [*at.people, *([] if at.interpreter is None else [at.interpreter])]
    return next((person for person in people if person not in problem.person), None)


def _placed(problem: EventProblem, plan: EventPlan) -> Iterator[tuple[Request, Seating]]:
    for name, at in plan.placements.items():
        if _unknown(problem, name, at) is None:
            yield problem.request[name], at


def _attending(request: Request, at: Seating) -> list[str]:
    return [*at.people, *request.experts, *([] if at.interpreter is None else [at.interpreter])]


def _understood(problem: EventProblem, at: Seating) -> bool:
    if at.interpreter is None:
        return problem.share_language(at.people)
    return at.interpreter in problem.interpreters and problem.interprets(at.interpreter, at.people)


def _busy(problem: EventProblem, plan: EventPlan) -> Iterator[tuple[Person, list[int]]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for request, at in _placed(problem, plan):
        for name in _attending(request, at):
            found[name].add(at.slot)
    for person in problem.people:
        if person.id in found:
            yield person, sorted(found[person.id])


def _runs(problem: EventProblem, slots: list[int]) -> Iterator[list[int]]:
    """Slots that follow each other on one day."""
    for _, run in groupby(enumerate(slots), lambda item: (item[1] - item[0], problem.slots[item[1]].day)):
        yield [slot for _, slot in run]
