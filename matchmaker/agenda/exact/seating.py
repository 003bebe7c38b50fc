"""Gives the meetings of each slot their tables."""

from collections import defaultdict
from collections.abc import Sequence

from matchmaker.agenda.exact.counting import Shortage, assign
from matchmaker.agenda.problem import Placement, Plan, Problem


def seat(problem: Problem, slots: Sequence[int]) -> Plan | None:
    """A plan with these slots of the meetings, or None where a slot's meetings do not find their tables."""
    by_slot: defaultdict[int, list[int]] = defaultdict(list)
    for number, slot in enumerate(slots):
        by_slot[slot].append(number)
    anywhere = (1 << problem.tables) - 1
    assignments: dict[str, Placement] = {}
    for slot, numbers in by_slot.items():
        wanted = [problem.meetings[number].tables for number in numbers]
        tables = assign([anywhere if some is None else sum(1 << table for table in some) for some in wanted])
        if isinstance(tables, Shortage):
            return None
        for number, table in zip(numbers, tables, strict=True):
            assignments[problem.meetings[number].id] = Placement(slot, table)
    return Plan({meeting.id: assignments[meeting.id] for meeting in problem.meetings})
