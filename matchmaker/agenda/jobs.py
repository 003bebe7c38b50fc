"""Plans an event as a job, in processes of its own; one that is stopped keeps the best plan it has found."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import queries
from matchmaker.agenda.adjusting.replanning import plan_again
from matchmaker.agenda.asking import pins_in_conflict
from matchmaker.agenda.draft_rules import HAPPENED
from matchmaker.agenda.editing import Found, keep_found
from matchmaker.agenda.editing_models import Doing
from matchmaker.agenda.event_checking import check_event
from matchmaker.agenda.event_problem import EventPlan, EventProblem
from matchmaker.agenda.from_event import Meeting, key_of, meetings_of, problem_of
from matchmaker.agenda.inputs import digest_of
from matchmaker.agenda.models import AgendaVersion, Placement, PlacementSent, PlacementState
from matchmaker.agenda.plan_rows import desk_of, is_living, pin_of, seating_of, sent_meetings
from matchmaker.agenda.planning import Planned, PlanProgress, plan_event
from matchmaker.agenda.service import SOLVE, write_draft
from matchmaker.events.planning import PlanningData, read_planning
from matchmaker.interest.pairs import Interest, accepted_pairs
from matchmaker.kit.errors import ConflictError
from matchmaker.kit.jobs.context import JobCancelledError, JobContext
from matchmaker.kit.jobs.service import handler


@handler(SOLVE, lane="planning")
def solve_event(context: JobContext, *, event_id: int, seconds: float, acting: dict[str, Any]) -> dict[str, Any]:
    """Write a new draft of an event's agenda, made within ``seconds``.

    What is pinned, runs or was held stays; what people were told changes only where value asks for it. A draft that
    was changed meanwhile is left alone: the plan is kept beside it.
    """
    with context.database.session(writes=False) as session:
        work = _read(session, event_id)
        check_event(work.problem)
        _check_pins(session, work)
    watch = _Watch(context)
    plan = plan_again if work.problem.told else plan_event
    planned = plan(work.problem, time_limit=seconds, progress=watch.hear, stop=watch.stopped)
    watch.close()
    meetings = meetings_of(work.planning, work.interest, planned.plan)
    # The event as it was read: it may be another one by the time the plan is written.
    inputs = {"pairs": len(work.interest.pairs), "digest": digest_of(work.planning, work.interest)}
    figures = _figures(planned, len(work.interest.pairs))
    sent = [_sent(meeting, work.kept.get(key_of(meeting.pair))) for meeting in meetings]
    written = _write(context, work, Found(event_id, sent, figures, inputs), Actor(**acting))
    return {**written, "stopped": watch.cancelled, **figures}


def _check_pins(session: Session, work: "_Work") -> None:
    """Raises ConflictError ``agenda_pins_conflict`` with the smallest set of pins that cannot all stay."""
    meetings = sent_meetings(work.rows)
    found = pins_in_conflict(session, desk_of(work.planning, work.interest, meetings), meetings)
    if found is not None:
        broken = {"code": found.broken.code, "params": dict(found.broken.params)}
        raise ConflictError("agenda_pins_conflict", requests=list(found.keys), broken=broken)


def _write(context: JobContext, work: "_Work", found: Found, actor: Actor) -> dict[str, Any]:
    """Replace the draft from which planning began, or keep the plan where the draft is another one by now."""
    try:
        with context.database.session() as session:
            if _state_of(queries.find_draft(session, found.event_id)) != work.draft:
                raise ConflictError("version_stale")
            version = write_draft(
                session,
                found.event_id,
                found.placements,
                found.figures,
                actor,
                revision=work.draft[1],
                inputs=found.inputs,
                doing=Doing.SOLVE,
            )
            return {"replaced": True, "number": version.number, "revision": version.revision}
    except ConflictError as error:
        if error.code != "version_stale":
            raise
    with context.database.session() as session:
        keep_found(session, context.job_id, found)
        number, revision = _state_of(queries.find_draft(session, found.event_id))
    return {"replaced": False, "code": "draft_changed", "number": number, "revision": revision}


def published_plan(session: Session, event_id: int) -> tuple[EventProblem, EventPlan]:
    """The event as it is now with the plan that was published last, as planning knows both."""
    problem = _read(session, event_id).problem
    return replace(problem, told={}, pins={}), EventPlan(dict(problem.told))


@dataclass(frozen=True)
class _Work:
    """What is planned, the draft's placements, those that must stay as they are, its number and revision."""

    planning: PlanningData
    interest: Interest
    problem: EventProblem
    rows: Sequence[Placement]
    kept: Mapping[str, Placement]
    draft: tuple[int, int]


def _read(session: Session, event_id: int) -> _Work:
    planning, interest = read_planning(session, event_id), accepted_pairs(session, event_id)
    number = {slot.id: slot.number for slot in planning.slots}
    draft, last = queries.find_draft(session, event_id), queries.last_published(session, event_id)
    rows = queries.placements_of(session, draft) if draft else []
    kept = {row.key: row for row in rows if row.pinned or row.state in HAPPENED}
    published = queries.placements_of(session, last) if last else []
    problem = problem_of(
        planning,
        interest,
        pins={key: pin_of(seating_of(row, number)) for key, row in kept.items()},
        told={row.key: seating_of(row, number) for row in published if is_living(row)},
    )
    return _Work(planning, interest, problem, rows, kept, _state_of(draft))


def _state_of(draft: AgendaVersion | None) -> tuple[int, int]:
    return (draft.number, draft.revision) if draft is not None else (0, 0)


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
        self._detail: dict[str, Any] = {}
        self.cancelled = False

    def hear(self, progress: PlanProgress) -> None:
        """``done`` of ``total`` is the value of its bound, or of the breaks those that no plan avoids."""
        self._detail = asdict(progress)
        if progress.level == "value" or progress.breaks is None:
            self._latest = (progress.level, progress.value, max(progress.bound, progress.value, 1))
        else:
            self._latest = (progress.level, progress.bound, max(progress.breaks, 1))

    def stopped(self) -> bool:
        """Whether somebody asked to stop; said now and then."""
        stage, done, total = self._latest
        self._report(stage, min(done, total - 1), total)
        return self.cancelled

    def close(self) -> None:
        """Say the last that was heard."""
        stage, _, total = self._latest
        self._report(stage, total, total)

    def _report(self, stage: str, done: int, total: int) -> None:
        try:
            self._context.report(stage, done, total, self._detail)
        except JobCancelledError:
            self.cancelled = True
