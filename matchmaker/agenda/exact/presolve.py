"""Decides what follows without search: unary rules, chains of precedence, counting; and bounds on breaks.

The result is the problem in numbers: participants and meetings by index, and for each meeting the set of slots that
are left as bits of an integer. What cannot be planned is refused with the reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

from matchmaker.agenda.exact.counting import Shortage, assign, filter_different
from matchmaker.agenda.problem import Meeting, Problem

# Steps spent on bounds of breaks, for one participant and for all; the first few shapes of a day mostly decide.
MOST_EFFORT = 20_000
WHOLE_EFFORT = 2_000_000
# In steps.
COST_OF_ASSIGNING = 50


@dataclass(frozen=True)
class Reason:
    """Why there is no plan, or a part of why; in words elsewhere."""

    code: str
    params: dict[str, Any]


@dataclass(frozen=True)
class Reduced:
    """``people`` are the meetings of each participant, ``least`` and ``most`` bounds on each participant's breaks."""

    problem: Problem
    domains: tuple[int, ...]
    people: tuple[tuple[int, ...], ...]
    earlier: tuple[tuple[int, ...], ...]
    least: tuple[int, ...]
    most: tuple[int, ...]

    @property
    def bound(self) -> int:
        """A number of breaks that every plan has at least."""
        return sum(self.least)


def reduce(problem: Problem) -> Reduced | Reason:
    """The problem with what is decided taken out, or why it has no plan."""
    index = {meeting.id: number for number, meeting in enumerate(problem.meetings)}
    people = tuple(tuple(index[meeting.id] for meeting in held) for held in problem.meetings_of.values())
    earlier = tuple(tuple(index[name] for name in meeting.after) for meeting in problem.meetings)
    order = list(TopologicalSorter(dict(enumerate(earlier))).static_order())
    domains = own_domains(problem)
    found = _propagate(problem, domains, people, earlier, order)
    if found is not None:
        return found
    effort = min(MOST_EFFORT, WHOLE_EFFORT // max(len(people), 1))
    least = [_least_breaks([domains[number] for number in held], problem.slots, effort) for held in people]
    most = _most_breaks(problem, people)
    for participant, few, many in zip(problem.participants, least, most, strict=True):
        if few > many:
            return Reason("unfair", {"participant": participant.id, "breaks": few, "allowed": many})
    return Reduced(problem, tuple(domains), people, earlier, tuple(least), tuple(most))


def own_domains(problem: Problem) -> list[int]:
    """For each meeting the slots that its own rules leave: availability, period, fixed slot."""
    away = {one.id: sum(1 << slot for slot in one.unavailable) for one in problem.participants}
    domains = []
    for meeting in problem.meetings:
        domain = sum(1 << slot for slot in problem.slots_of(meeting.period))
        if meeting.slot is not None:
            domain &= 1 << meeting.slot
        for participant in meeting.participants:
            domain &= ~away[participant]
        domains.append(domain)
    return domains


def _propagate(
    problem: Problem,
    domains: list[int],
    people: Sequence[tuple[int, ...]],
    earlier: Sequence[tuple[int, ...]],
    order: Sequence[int],
) -> Reason | None:
    """Narrow ``domains`` until nothing changes, or say what cannot be."""
    before: list[int] = []
    while before != domains:
        before = list(domains)
        found = _narrow_by_order(problem, domains, earlier, order) or _narrow_by_people(problem, domains, people)
        if found is not None:
            return found
    slots = assign(domains, problem.tables)
    if isinstance(slots, Shortage):
        room = len(slots.slots) * problem.tables
        return Reason("too_few_tables", crowd(problem, slots, range(len(domains))) | {"room": room})
    return None


def _narrow_by_order(
    problem: Problem, domains: list[int], earlier: Sequence[tuple[int, ...]], order: Sequence[int]
) -> Reason | None:
    for number in order:
        for before in earlier[number]:
            first = (domains[before] & -domains[before]).bit_length()
            domains[number] &= -1 << first
        if not domains[number]:
            return _no_slot(problem, number)
    for number in reversed(order):
        last = domains[number].bit_length() - 1
        for before in earlier[number]:
            domains[before] &= (1 << last) - 1
            if not domains[before]:
                return _no_slot(problem, before)
    return None


def _narrow_by_people(problem: Problem, domains: list[int], people: Sequence[tuple[int, ...]]) -> Reason | None:
    for participant, held in zip(problem.participants, people, strict=True):
        filtered = filter_different([domains[number] for number in held])
        if isinstance(filtered, Shortage):
            return Reason("too_few_slots", {"participant": participant.id} | crowd(problem, filtered, held))
        for number, domain in zip(held, filtered, strict=True):
            domains[number] = domain
    return None


def _no_slot(problem: Problem, number: int) -> Reason:
    meeting = problem.meetings[number]
    return Reason("no_slot_left", {"meeting": meeting.id, "participants": list(meeting.participants)})


def crowd(problem: Problem, shortage: Shortage, among: Sequence[int]) -> dict[str, Any]:
    named: list[Meeting] = [problem.meetings[among[item]] for item in shortage.items]
    return {"meetings": [meeting.id for meeting in named], "slots": list(shortage.slots)}


def _most_breaks(problem: Problem, people: Sequence[tuple[int, ...]]) -> list[int]:
    """Between k meetings are k - 1 breaks at most, each of a slot; and nobody may have many more than anybody."""
    most = [min(max(len(held) - 1, 0), problem.slots - len(held)) for held in people]
    if problem.max_break_difference is None or not most:
        return most
    limit = min(most) + problem.max_break_difference
    return [min(own, limit) for own in most]


def _least_breaks(domains: Sequence[int], slots: int, effort: int) -> int:
    """Breaks that a participant has in every plan: the fewest among shapes of a day that can hold the meetings."""
    if len(domains) < 2:
        return 0
    usable = fixed = 0
    for domain in domains:
        usable |= domain
        fixed |= domain if domain & (domain - 1) == 0 else 0
    for count in range(len(domains)):
        for shape in _shapes(len(domains), count, 0, slots, usable, fixed):
            effort -= COST_OF_ASSIGNING if shape else 1
            if effort < 0:
                return count
            if shape and not isinstance(assign([domain & shape for domain in domains]), Shortage):
                return count
    return 0


def _shapes(meetings: int, count: int, start: int, slots: int, usable: int, fixed: int) -> Iterator[int]:
    """All sets of ``meetings`` usable slots from ``start`` on in ``count + 1`` runs, no fixed slot left out.

    Gives 0 for each step that led nowhere, so that whoever has seen enough can stop.
    """
    for first in range(start, slots - meetings - count + 1):
        for run in range(1 if count else meetings, meetings - count + 1):
            here = ((1 << run) - 1) << first
            if here & ~usable:
                yield 0
                break
            if count == 0:
                yield here if not fixed & ~here else 0
                continue
            after = -1 << first + run
            if not fixed & ~here & ~after:
                yield 0
                for rest in _shapes(meetings - run, count - 1, first + run + 1, slots, usable, fixed & after):
                    yield here | rest if rest else 0
        if fixed >> first & 1:
            return
