"""Judges plans: one function per rule, plan in, violations out; shares nothing with the solver.

``RULES`` holds them all. Each violation names its rule and says in plain JSON values what is wrong and for whom.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from matchmaker.agenda.problem import Meeting, Period, Placement, Plan, Problem


@dataclass(frozen=True)
class Violation:
    rule: str
    params: dict[str, Any] = field(default_factory=dict)


def violations(problem: Problem, plan: Plan) -> list[Violation]:
    """Everything that is wrong with a plan, in the order of the rules."""
    return [violation for rule in RULES for violation in rule(problem, plan)]


def breaks(problem: Problem, plan: Plan) -> dict[str, int]:
    """The number of breaks of each participant."""
    found = {}
    for participant in problem.participants:
        slots = plan.busy_slots(problem, participant.id)
        found[participant.id] = sum(later > slot + 1 for slot, later in pairwise(slots))
    return found


def total_breaks(problem: Problem, plan: Plan) -> int:
    """The number of breaks of all participants together."""
    return sum(breaks(problem, plan).values())


def placed(problem: Problem, plan: Plan) -> list[Violation]:
    """Every meeting has a place, and no place is given to what is not a meeting of this problem."""
    known = {meeting.id for meeting in problem.meetings}
    missing = [Violation("placed", {"meeting": name}) for name in known if name not in plan.assignments]
    strange = [Violation("placed", {"unknown": name}) for name in plan.assignments if name not in known]
    return sorted(missing, key=lambda violation: str(violation.params)) + strange


def existing_places(problem: Problem, plan: Plan) -> list[Violation]:
    """Slots and tables are those of the problem."""
    return [
        Violation("existing_places", {"meeting": meeting.id, "slot": at.slot, "table": at.table})
        for meeting, at in _placements(problem, plan)
        if not (0 <= at.slot < problem.slots and 0 <= at.table < problem.tables)
    ]


def one_meeting_at_a_time(problem: Problem, plan: Plan) -> list[Violation]:
    """Nobody is in two meetings in one slot."""
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for meeting, at in _placements(problem, plan):
        for participant in meeting.participants:
            found[participant, at.slot].append(meeting.id)
    return [
        Violation("one_meeting_at_a_time", {"participant": participant, "slot": slot, "meetings": meetings})
        for (participant, slot), meetings in found.items()
        if len(meetings) > 1
    ]


def one_meeting_per_table(problem: Problem, plan: Plan) -> list[Violation]:
    """No table is used twice in a slot."""
    found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for meeting, at in _placements(problem, plan):
        found[at.slot, at.table].append(meeting.id)
    return [
        Violation("one_meeting_per_table", {"slot": slot, "table": table, "meetings": meetings})
        for (slot, table), meetings in found.items()
        if len(meetings) > 1
    ]


def availability(problem: Problem, plan: Plan) -> list[Violation]:
    """Nobody meets while unavailable."""
    away = {participant.id: participant.unavailable for participant in problem.participants}
    return [
        Violation("availability", {"meeting": meeting.id, "participant": participant, "slot": at.slot})
        for meeting, at in _placements(problem, plan)
        for participant in meeting.participants
        if at.slot in away[participant]
    ]


def periods(problem: Problem, plan: Plan) -> list[Violation]:
    """A meeting that asks for morning or afternoon is there."""
    return [
        Violation("periods", {"meeting": meeting.id, "period": meeting.period.value, "slot": at.slot})
        for meeting, at in _placements(problem, plan)
        if meeting.period is not Period.ANY and at.slot not in problem.slots_of(meeting.period)
    ]


def fixed_slots(problem: Problem, plan: Plan) -> list[Violation]:
    """A meeting with a fixed slot is in it."""
    return [
        Violation("fixed_slots", {"meeting": meeting.id, "fixed": meeting.slot, "slot": at.slot})
        for meeting, at in _placements(problem, plan)
        if meeting.slot is not None and at.slot != meeting.slot
    ]


def allowed_tables(problem: Problem, plan: Plan) -> list[Violation]:
    """A meeting that asks for certain tables is at one of them."""
    return [
        Violation("allowed_tables", {"meeting": meeting.id, "allowed": sorted(meeting.tables), "table": at.table})
        for meeting, at in _placements(problem, plan)
        if meeting.tables is not None and at.table not in meeting.tables
    ]


def precedence(problem: Problem, plan: Plan) -> list[Violation]:
    """A meeting lies in a later slot than those that it comes after."""
    return [
        Violation("precedence", {"meeting": meeting.id, "after": earlier, "slot": at.slot})
        for meeting, at in _placements(problem, plan)
        for earlier in meeting.after
        if earlier in plan.assignments and plan.assignments[earlier].slot >= at.slot
    ]


def fairness(problem: Problem, plan: Plan) -> list[Violation]:
    """The numbers of breaks of any two participants differ by no more than allowed."""
    counts = breaks(problem, plan)
    if problem.max_break_difference is None or not counts:
        return []
    spread = max(counts.values()) - min(counts.values())
    if spread <= problem.max_break_difference:
        return []
    return [Violation("fairness", {"difference": spread, "allowed": problem.max_break_difference})]


RULES: tuple[Callable[[Problem, Plan], list[Violation]], ...] = (
    placed,
    existing_places,
    one_meeting_at_a_time,
    one_meeting_per_table,
    availability,
    periods,
    fixed_slots,
    allowed_tables,
    precedence,
    fairness,
)


def _placements(problem: Problem, plan: Plan) -> Iterator[tuple[Meeting, Placement]]:
    for meeting in problem.meetings:
        if meeting.id in plan.assignments:
            yield meeting, plan.assignments[meeting.id]
