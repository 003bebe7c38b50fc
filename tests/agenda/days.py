"""Small days of meetings, and a judge by trying everything."""

from collections.abc import Iterator, Sequence
from itertools import product

from matchmaker.agenda.constraints import total_breaks, violations
from matchmaker.agenda.exact.seating import seat
from matchmaker.agenda.problem import Meeting, Participant, Placement, Plan, Problem


def a_day(
    *pairs: str,
    slots: int = 4,
    tables: int = 2,
    away: dict[str, Sequence[int]] | None = None,
    morning_slots: int | None = None,
    difference: int | None = None,
) -> Problem:
    """A day whose meetings are named by their participants, one letter each: ``"ab"`` is a meeting of a and b."""
    names = sorted(set("".join(pairs)))
    return Problem(
        slots=slots,
        tables=tables,
        participants=tuple(Participant(name, frozenset((away or {}).get(name, ()))) for name in names),
        meetings=tuple(Meeting(pair, tuple(pair)) for pair in pairs),
        morning_slots=morning_slots,
        max_break_difference=difference,
    )


def a_plan(**places: tuple[int, int]) -> Plan:
    """A plan by meeting: ``(slot, table)``."""
    return Plan({name: Placement(*place) for name, place in places.items()})


def fewest_breaks(problem: Problem) -> int | None:
    """The breaks of the best plan among all there are; None if there is none."""
    return min((total_breaks(problem, plan) for plan in _all_plans(problem)), default=None)


def _all_plans(problem: Problem) -> Iterator[Plan]:
    for slots in product(range(problem.slots), repeat=len(problem.meetings)):
        plan = seat(problem, slots)
        if plan is not None and not violations(problem, plan):
            yield plan
