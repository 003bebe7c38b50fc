"""Changing a draft by hand, going back and forth, and taking a plan that a job found.

Where a meeting can go is found by ``adjusting.hand_moves``; whether it may stay there is judged by the rules that every
draft keeps. What was wrong already before a change does not hinder it: else nothing could be put right one by one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from sqlmodel import Session, col, delete

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import history, queries
from matchmaker.agenda.adjusting import hand_moves
from matchmaker.agenda.adjusting.making_room import make_room
from matchmaker.agenda.changes import compare
from matchmaker.agenda.draft_rules import HAPPENED, Broken, moved_pins, new_broken, seat_of
from matchmaker.agenda.editing_models import (
    AgendaStep,
    BrokenPublic,
    Doing,
    EditPublic,
    EditSent,
    FoundPlan,
    GoSent,
    MeetingSent,
    MoveSent,
    PlaceSent,
    StepPublic,
    SwapSent,
    TakeSent,
)
from matchmaker.agenda.event_problem import EventPlan, Pin, Seating
from matchmaker.agenda.history import DraftState
from matchmaker.agenda.models import AgendaVersion, PlacementSent
from matchmaker.agenda.plan_rows import Desk, Meetings, is_living, read_desk
from matchmaker.agenda.service import (
    DRAFTING,
    MOST_TOLD,
    check_revision,
    event_in,
    judge,
    open_draft,
    refuse,
    show_change,
)
from matchmaker.kit.errors import ConflictError, NotFoundError

Edit = Callable[[Desk, Meetings], Meetings]


@dataclass(frozen=True)
class Found:
    """A plan for an event as a job made it."""

    event_id: int
    placements: Sequence[PlacementSent]
    figures: Mapping[str, Any]
    inputs: Mapping[str, Any]


@dataclass(frozen=True)
class _Open:
    """The draft that is changed; ``version`` is None until the first change is saved."""

    event_id: int
    version: AgendaVersion | None
    state: DraftState
    desk: Desk


def place(session: Session, event_id: int, sent: PlaceSent, actor: Actor) -> EditPublic:
    """Place a request where it is wanted. Raises ConflictError ``agenda_no_place`` if nothing fits."""
    return _edit(session, event_id, sent, actor, Doing.PLACE, lambda desk, old: _placed(desk, old, sent))


def move(session: Session, event_id: int, sent: MoveSent, actor: Actor) -> EditPublic:
    """Move a meeting to another time, or table."""

    def moved(desk: Desk, old: Meetings) -> Meetings:
        name = _name(desk, old, sent.key)
        table = None if sent.table_id is None else desk.table(sent.table_id)
        plan = hand_moves.move(desk.problem, desk.plan(old), name, desk.slot(sent.slot_id), table).plan
        return _seated(desk, old, plan, [sent.key])

    return _edit(session, event_id, sent, actor, Doing.MOVE, moved)


def swap(session: Session, event_id: int, sent: SwapSent, actor: Actor) -> EditPublic:
    """Let two meetings take each other's time and table."""

    def swapped(desk: Desk, old: Meetings) -> Meetings:
        one, other = (_name(desk, old, key) for key in (sent.key, sent.other))
        plan = hand_moves.swap(desk.problem, desk.plan(old), one, other).plan
        return _seated(desk, old, plan, [sent.key, sent.other])

    return _edit(session, event_id, sent, actor, Doing.SWAP, swapped)


def unplace(session: Session, event_id: int, sent: MeetingSent, actor: Actor) -> EditPublic:
    """Take a meeting off the draft."""

    def gone(desk: Desk, old: Meetings) -> Meetings:
        _name(desk, old, sent.key)
        return {key: at for key, at in old.items() if key != sent.key}

    return _edit(session, event_id, sent, actor, Doing.UNPLACE, gone)


def set_pin(session: Session, event_id: int, sent: MeetingSent, actor: Actor, *, pinned: bool) -> EditPublic:
    """Hold a meeting where it is, or no longer."""

    def changed(desk: Desk, old: Meetings) -> Meetings:
        _name(desk, old, sent.key)
        return {**old, sent.key: old[sent.key].model_copy(update={"pinned": pinned})}

    return _edit(session, event_id, sent, actor, Doing.PIN if pinned else Doing.UNPIN, changed)


def take_found(session: Session, event_id: int, sent: TakeSent, actor: Actor) -> EditPublic:
    """Make the plan that a job found too late the draft. Raises NotFoundError."""
    found = session.get(FoundPlan, sent.job_id)
    if found is None or found.event_id != event_id:
        raise NotFoundError("found_plan_not_found", job_id=sent.job_id)
    opened = _opened(session, event_id, sent.revision, actor)
    placements = [PlacementSent.model_validate(values) for values in found.placements]
    new = DraftState({at.key or "": at for at in placements}, found.figures, found.inputs)
    return _finish(session, opened, new, [], sent, Doing.SOLVE, actor)


def keep_found(session: Session, job_id: int, found: Found) -> None:
    """Keep what a job found beside the draft; what an earlier job found for the event goes."""
    session.execute(delete(FoundPlan).where(col(FoundPlan.event_id) == found.event_id))
    kept = FoundPlan(
        job_id=job_id,
        event_id=found.event_id,
        placements=[at.model_dump(mode="json") for at in found.placements],
        figures=dict(found.figures),
        inputs=dict(found.inputs),
    )
    session.add(kept)
    session.flush()


def step(session: Session, event_id: int, sent: EditSent, actor: Actor, *, forth: bool) -> EditPublic:
    """Undo the last change of the draft, or with ``forth`` redo it. Raises ConflictError if there is none."""
    opened = _opened(session, event_id, sent.revision, actor)
    return _walk(session, opened, [history.next_step(session, opened.version, forth=forth)], sent, actor)


def go(session: Session, event_id: int, sent: GoSent, actor: Actor) -> EditPublic:
    """Make the draft what it was after a step. Raises NotFoundError where there is no such step."""
    opened = _opened(session, event_id, sent.revision, actor)
    return _walk(session, opened, history.way_to(session, opened.version, sent.number), sent, actor)


def _walk(session: Session, opened: _Open, steps: Sequence[AgendaStep], sent: EditSent, actor: Actor) -> EditPublic:
    """Undo these steps one after the other, or redo those that were undone, as one change that is judged as a whole."""
    new = opened.state
    for one in steps:
        new = history.stepped(new, one, forth=one.undone)
    answer = _answer(session, opened, new, [])
    if not sent.dry_run and opened.version is not None:
        _refuse_new(session, opened, new, [])
        if steps:
            history.take_steps(session, opened.version, steps, new, actor)
        answer.saved, answer.revision = True, opened.version.revision
    return answer


def list_steps(session: Session, event_id: int, actor: Actor) -> list[StepPublic]:
    """What was done to the draft, for organisers."""
    actor.require_organiser()
    return history.list_steps(session, queries.find_draft(session, event_id))


def _edit(session: Session, event_id: int, sent: EditSent, actor: Actor, doing: Doing, edit: Edit) -> EditPublic:
    opened = _opened(session, event_id, sent.revision, actor)
    old = opened.state.meetings
    meetings = edit(opened.desk, old)
    pins = [] if doing in (Doing.PIN, Doing.UNPIN) else moved_pins(old, meetings)
    new = DraftState(meetings, history.figures_for(opened.state, meetings), {**opened.state.inputs, "by_hand": True})
    return _finish(session, opened, new, pins, sent, doing, actor)


def _opened(session: Session, event_id: int, revision: int, actor: Actor) -> _Open:
    event_in(session, event_id, actor, DRAFTING, "draft")
    version = queries.find_draft(session, event_id)
    check_revision(version, revision)
    state = DraftState({}, {}, {}) if version is None else history.draft_state(session, version)
    return _Open(event_id, version, state, read_desk(session, event_id, state.meetings))


def _finish(
    session: Session, opened: _Open, new: DraftState, more: list[Broken], sent: EditSent, doing: Doing, actor: Actor
) -> EditPublic:
    """Say what a change makes of the draft and, unless it is only asked for, save it."""
    answer = _answer(session, opened, new, more)
    if sent.dry_run:
        return answer
    _refuse_new(session, opened, new, more)
    if new.meetings != opened.state.meetings:
        version = opened.version or open_draft(session, opened.event_id, actor)
        history.save_draft(session, version, new, doing, actor)
        answer.revision = version.revision
    answer.saved = True
    return answer


def _answer(session: Session, opened: _Open, new: DraftState, more: list[Broken]) -> EditPublic:
    desk, before, after = opened.desk, opened.state.meetings, new.meetings
    broken = [*more, *judge(session, desk.planning, desk.interest, list(after.items()))]
    now = _desk_for(session, opened, after)
    value, breaks = (_counts(now, after)[place] - _counts(desk, before)[place] for place in (0, 1))
    seats = [{key: seat_of(at) for key, at in one.items() if is_living(at)} for one in (before, after)]
    return EditPublic(
        saved=False,
        revision=opened.version.revision if opened.version else 0,
        violations=[BrokenPublic(code=one.code, params=dict(one.params)) for one in broken[:MOST_TOLD]],
        value=value,
        breaks=breaks,
        changes=[show_change(change) for change in compare(*seats)],
    )


def _refuse_new(session: Session, opened: _Open, new: DraftState, more: list[Broken]) -> None:
    desk = opened.desk
    before = judge(session, desk.planning, desk.interest, list(opened.state.meetings.items()))
    after = judge(session, desk.planning, desk.interest, list(new.meetings.items()))
    refuse([*more, *new_broken(before, after)])


def _desk_for(session: Session, opened: _Open, meetings: Meetings) -> Desk:
    """The desk on which these meetings stand, too."""
    if set(meetings) <= set(opened.desk.names):
        return opened.desk
    return read_desk(session, opened.event_id, meetings)


def _counts(desk: Desk, meetings: Meetings) -> tuple[int, int]:
    plan = desk.plan(meetings)
    return hand_moves.plan_value(desk.problem, plan), sum(hand_moves.plan_breaks(desk.problem, plan).values())


def _name(desk: Desk, meetings: Meetings, key: str) -> str:
    """The request of a meeting that is placed. Raises NotFoundError, ConflictError."""
    if key in meetings and is_living(meetings[key]):
        return desk.names[key]
    if key not in desk.problem.request and key not in meetings:
        raise NotFoundError("agenda_request_not_found", key=key)
    raise ConflictError("agenda_not_placed", key=key)


def _seated(desk: Desk, old: Meetings, plan: EventPlan, keys: Sequence[str]) -> Meetings:
    return {**old, **{key: desk.seated(old[key], plan.placements[desk.names[key]]) for key in keys}}


def _placed(desk: Desk, old: Meetings, sent: PlaceSent) -> Meetings:
    if sent.key in old and is_living(old[sent.key]):
        raise ConflictError("agenda_placed_already", key=sent.key)
    base = desk.meeting(sent.key)
    slot = None if sent.slot_id is None else desk.slot(sent.slot_id)
    if sent.make_room:
        return _with_room(desk, old, base, slot)
    table = None if sent.table_id is None else desk.table(sent.table_id)
    interpreter = None if sent.interpreter_id is None else desk.person(sent.interpreter_id)
    plan = desk.plan(old)
    wanted = [Pin(slot, table, people, interpreter) for people in _pairs(desk, base, sent)]
    tried = (hand_moves.seating_for(desk.problem, plan, sent.key, pin) for pin in wanted)
    found = next((seating for seating in tried if seating is not None), None)
    if found is None:
        # Wanted exactly there, it is placed all the same, so that the rules say what is in the way.
        if slot is None or wanted[0].people is None:
            raise ConflictError("agenda_no_place", key=sent.key)
        found = Seating(slot, table or f"t{base.table_id}", wanted[0].people, interpreter)
    return {**old, sent.key: desk.seated(base, found)}


def _with_room(desk: Desk, old: Meetings, base: PlacementSent, slot: int | None) -> Meetings:
    """The meetings after others made room; what is pinned or has begun stays. Raises ConflictError."""
    key = base.key or ""
    fixed = {desk.names[one] for one, at in old.items() if at.pinned or at.state in HAPPENED}
    before = desk.plan(old).placements
    found = make_room(desk.problem, EventPlan(before), key, fixed, slot)
    if found is None:
        raise ConflictError("agenda_no_place", key=key)
    kept = {one: at for one, at in old.items() if desk.names[one] in found.placements or not is_living(at)}
    changed = {name: at for name, at in found.placements.items() if before.get(name) != at and name != key}
    moved = {desk.keys[name]: desk.seated(old[desk.keys[name]], at) for name, at in changed.items()}
    return {**kept, **moved, key: desk.seated(base, found.placements[key])}


def _pairs(desk: Desk, base: PlacementSent, sent: PlaceSent) -> list[tuple[str, str]]:
    """Who could come, those named or everybody of their side."""
    sides = (
        (sent.need_person_id, base.need_organisation_id),
        (sent.technology_person_id, base.technology_organisation_id),
    )
    able = [
        list(desk.planning.organisations[organisation].delegates) if person is None else [person]
        for person, organisation in sides
    ]
    return [(desk.person(one), desk.person(other)) for one, other in product(*able)]
