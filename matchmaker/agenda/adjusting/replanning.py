"""Planning again after people were told: pins stay, and what was told changes only where value asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from matchmaker.agenda.event_problem import EventPlan, EventProblem, Seating
from matchmaker.agenda.planning import Level, Planned, PlanProgress, search_plan
from matchmaker.agenda.search.frame import Frame, Place


def plan_again(
    problem: EventProblem,
    *,
    time_limit: float = 20.0,
    workers: int = 2,
    seed: int = 0,
    progress: Callable[[PlanProgress], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> Planned:
    """Plan an event of which ``problem.told`` was told; one more level, ``changes``, comes before breaks.

    Tables and interpreters of kept times may change only for what is not kept. Raises as ``plan_event`` does.
    """
    frame = Frame(problem)
    start = known_places(frame, problem.told)
    planned = search_plan(frame, time_limit, workers, seed, progress, stop, tuple(start.items()), gentle=True)
    changes = len(changed(problem.told, planned.plan))
    level = Level("changes", changes, len(problem.told) - len(start))
    return replace(planned, levels=(*planned.levels[:3], level, *planned.levels[3:]))


def changed(told: Mapping[str, Seating], plan: EventPlan) -> list[str]:
    """Requests of which people hear something new: another time, table or delegate, or that there is no meeting."""
    return [name for name, at in told.items() if _heard(plan.placements.get(name)) != _heard(at)]


def _heard(at: Seating | None) -> tuple[int, str, tuple[str, str]] | None:
    return None if at is None else (at.slot, at.table, at.people)


def known_places(frame: Frame, placements: Mapping[str, Seating]) -> dict[int, Place]:
    """Places that are still possible by themselves."""
    number = {request.id: place for place, request in enumerate(frame.problem.requests)}
    found = {number[name]: frame.place(number[name], at) for name, at in placements.items() if name in number}
    return {request: place for request, place in found.items() if place is not None}
