"""Plans an event as a job, in processes of its own; one that is stopped keeps the best plan it has found."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import queries
from matchmaker.agenda.adjusting.replanning import plan_again
from matchmaker.agenda.draft_rules import HAPPENED
from matchmaker.agenda.event_checking import check_event
from matchmaker.agenda.event_problem import EventPlan, EventProblem, Pin, Seating
from matchmaker.agenda.from_event import Meeting, key_of, meetings_of, problem_of
from matchmaker.agenda.inputs import digest_of
from matchmaker.agenda.models import Placement, PlacementSent, PlacementState
from matchmaker.agenda.planning import Planned, PlanProgress, plan_event
from matchmaker.agenda.service import SOLVE, write_draft
from matchmaker.events.planning import PlanningData, read_planning
from matchmaker.interest.pairs import Interest, accepted_pairs
from matchmaker.kit.jobs.context import JobCancelledError, JobContext
from matchmaker.kit.jobs.service import handler


@handler(SOLVE)
def solve_event(context: JobContext, *, event_id: int, seconds: float, acting: dict[str, Any]) -> dict[str, Any]:
    """Write a new draft of an event's agenda, made within ``seconds``.

    What is pinned, runs or was held stays; what people were told changes only where value asks for it.
    """
    with context.database.session(writes=False) as session:
        work = _read(session, event_id)
    check_event(work.problem)
    watch = _Watch(context)
    plan = plan_again if work.problem.told else plan_event
    planned = plan(work.problem, time_limit=seconds, progress=watch.hear, stop=watch.stopped)
    meetings = meetings_of(work.planning, work.interest, planned.plan)
    # The event as it was read: it may be another one by the time the plan is written.
    inputs = {"pairs": len(work.interest.pairs), "digest": digest_of(work.planning, work.interest)}
    figures = _figures(planned, len(work.interest.pairs))
    with context.database.session() as session:
        sent = [_sent(meeting, work.kept.get(key_of(meeting.pair))) for meeting in meetings]
        version = write_draft(session, event_id, sent, figures, Actor(**acting), inputs=inputs)
        number, revision = version.number, version.revision
    return {"number": number, "revision": revision, "stopped": watch.cancelled, **figures}


def published_plan(session: Session, event_id: int) -> tuple[EventProblem, EventPlan]:
    """The event as it is now with the plan that was published last, as planning knows both."""
    problem = _read(session, event_id).problem
    return replace(problem, told={}, pins={}), EventPlan(dict(problem.told))


@dataclass(frozen=True)
class _Work:
    """What is planned, and the placements of the draft that must stay as they are."""

    planning: PlanningData
    interest: Interest
    problem: EventProblem
    kept: Mapping[str, Placement]


def _read(session: Session, event_id: int) -> _Work:
    planning, interest = read_planning(session, event_id), accepted_pairs(session, event_id)
    number = {slot.id: slot.number for slot in planning.slots}
    draft, published = queries.find_draft(session, event_id), queries.last_published(session, event_id)
    rows = queries.placements_of(session, draft) if draft else []
    kept = {row.key: row for row in rows if row.pinned or row.state in HAPPENED}
    told = _living(queries.placements_of(session, published) if published else [])
    problem = problem_of(
        planning,
        interest,
        pins={key: _pin(_seating(row, number)) for key, row in kept.items()},
        told={row.key: _seating(row, number) for row in told},
    )
    return _Work(planning, interest, problem, kept)


def _living(rows: Sequence[Placement]) -> list[Placement]:
    return [row for row in rows if row.state is not PlacementState.CANCELLED]


def _seating(row: Placement, number: Mapping[int, int]) -> Seating:
    return Seating(
        slot=number[row.slot_id],
        table=f"t{row.table_id}",
        people=(f"p{row.need_person_id}", f"p{row.technology_person_id}"),
        interpreter=None if row.interpreter_id is None else f"p{row.interpreter_id}",
    )


def _pin(seating: Seating) -> Pin:
    return Pin(seating.slot, seating.table, seating.people, seating.interpreter)


def _sent(meeting: Meeting, kept: Placement | None) -> PlacementSent:
    pair = meeting.pair
    return PlacementSent(
        key=key_of(pair),
        need_id=pair.need_id,
        technology_id=pair.technology_id,
        need_organisation_id=pair.need_organisation_id,
        technology_organisation_id=pair.technology_organisation_id,
        need_person_id=meeting.need_person_id,
        technology_person_id=meeting.technology_person_id,
        slot_id=meeting.slot_id,
        table_id=meeting.table_id,
        interpreter_id=meeting.interpreter_id,
        expert_id=pair.expert_id,
        pinned=kept.pinned if kept else False,
        state=kept.state if kept else PlacementState.PLANNED,
    )


def _figures(planned: Planned, pairs: int) -> dict[str, Any]:
    levels = {level.name: {**asdict(level), "proven": level.proven} for level in planned.levels}
    return {"meetings": len(planned.plan.placements), "pairs": pairs, "seconds": planned.seconds, "levels": levels}


class _Watch:
    """Tells the job's row how far planning is, and learns there that it should stop."""

    def __init__(self, context: JobContext) -> None:
        self._context = context
        self._latest = ("planning", 0, 1)
        self.cancelled = False

    def hear(self, progress: PlanProgress) -> None:
        """``done`` of ``total`` is the value of its bound, or of the breaks those that no plan avoids."""
        if progress.level == "value" or progress.breaks is None:
            self._latest = (progress.level, progress.value, max(progress.bound, progress.value, 1))
        else:
            self._latest = (progress.level, progress.bound, max(progress.breaks, 1))

    def stopped(self) -> bool:
        stage, done, total = self._latest
        try:
            self._context.report(stage, min(done, total - 1), total)
        except JobCancelledError:
            self.cancelled = True
        return self.cancelled
