"""The published agenda while its day runs: what a mishap makes of it, and publishing that at once.

A repair changes the released version and nothing that is planned in the draft beside it: the draft follows in the
meetings that it left where they were.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import history, queries
from matchmaker.agenda.adjusting.repair import Away, Failed, repair
from matchmaker.agenda.announcing import announce
from matchmaker.agenda.changes import by_person, compare
from matchmaker.agenda.draft_rules import HAPPENED, new_broken, seat_of
from matchmaker.agenda.editing_models import BrokenPublic
from matchmaker.agenda.event_problem import EventProblem
from matchmaker.agenda.history import DraftState
from matchmaker.agenda.live_models import Mishap, MishapSent, OwnChanges, RepairPublic, RepairSent, WaitingPublic
from matchmaker.agenda.models import AgendaVersion, PlacementSent, VersionState
from matchmaker.agenda.plan_rows import Desk, Meetings, is_living, read_desk, row_of, seating_of, sent_meetings
from matchmaker.agenda.service import MOST_TOLD, event_in, judge, refuse, show_change
from matchmaker.events import availability_service as availability
from matchmaker.events import queries as events
from matchmaker.events.models import Event
from matchmaker.events.phases import Phase
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError

LIVE = frozenset({Phase.PUBLISHED, Phase.RUNNING})
OF_TABLES = frozenset({Mishap.TABLE_FAILED, Mishap.VIDEO_FAILED})


@dataclass(frozen=True)
class Live:
    """The agenda as it was published last. ``now`` is the running slot, ``first`` the first that can still change."""

    version: AgendaVersion
    meetings: Meetings
    desk: Desk
    now: int
    first: int


def read_live(session: Session, event_id: int, actor: Actor, now_slot_id: int | None = None) -> Live:
    """The running agenda, for organisers. Raises ConflictError outside its phases, NotFoundError without one."""
    event_in(session, event_id, actor, LIVE, "repair")
    version = queries.last_published(session, event_id)
    if version is None:
        raise NotFoundError("agenda_version_not_found", number=None)
    rows = [row for row in queries.placements_of(session, version) if is_living(row)]
    meetings = sent_meetings(rows)
    desk = read_desk(session, event_id, meetings)
    slot = None if now_slot_id is None else desk.slot(now_slot_id)
    now, first = _now(desk, clock.now()) if slot is None else (slot, slot)
    return Live(version, meetings, desk, now, first)


def repair_agenda(session: Session, event_id: int, sent: RepairSent, actor: Actor) -> RepairPublic:
    """Find what becomes of the day after mishaps, and with ``apply`` publish what changed and keep absences.

    What runs, was held or is not affected stays. Raises InvalidError for a mishap that says too little.
    """
    live = read_live(session, event_id, actor, sent.now_slot_id)
    if sent.number is not None and sent.number != live.version.number:
        raise ConflictError("version_stale", current=live.version.number)
    lost = [one for one in (_loss(live, mishap) for mishap in sent.mishaps) if one is not None]
    problem = _with_begun(live)
    found = repair(problem, live.desk.plan(live.meetings), live.now, lost)
    after = {
        live.desk.keys[name]: _moved(live, name, found.plan.placements[name])
        for name in live.desk.names.values()
        if name in found.plan.placements
    }
    answer = _shown(live, after, [live.desk.keys[name] for name in found.moved], lost)
    if sent.apply:
        _keep_absences(session, event_id, live, lost, actor)
        inputs = {"repair_of": live.version.number, "mishaps": [one.model_dump(mode="json") for one in sent.mishaps]}
        if answer.changes:
            answer.version, answer.draft = publish_live(session, live, after, inputs, actor)
        answer.applied = True
    return answer


def publish_live(
    session: Session, live: Live, after: Meetings, inputs: Mapping[str, Any], actor: Actor
) -> tuple[int, list[BrokenPublic]]:
    """Publish a changed agenda at once, and let the draft follow; its number, and what is wrong with the draft then.

    Raises InvalidError when the change would break rules that were kept before it.
    """
    event_id = live.version.event_id
    now = read_desk(session, event_id, after)
    before = judge(session, now.planning, now.interest, list(live.meetings.items()))
    broken = judge(session, now.planning, now.interest, list(after.items()))
    refuse(new_broken(before, broken))
    draft = queries.find_draft(session, event_id)
    number = queries.last_number(session, event_id) + (draft is None)
    followed = _let_follow(session, draft, live.meetings, after, actor) if draft is not None else {}
    version = AgendaVersion(
        event_id=event_id,
        number=number,
        state=VersionState.PUBLISHED,
        figures={"meetings": len(after)},
        inputs=dict(inputs),
        actor=actor.name,
        published_by=actor.name,
        published_at=clock.now(),
    )
    session.add(version)
    session.flush()
    history.write_placements(session, version, after)
    announce(session, session.get_one(Event, event_id), live.version, version)
    wrong = judge(session, now.planning, now.interest, list(followed.items()))
    return number, [BrokenPublic(code=one.code, params=dict(one.params)) for one in wrong[:MOST_TOLD]]


def _let_follow(
    session: Session, draft: AgendaVersion, before: Meetings, after: Meetings, actor: Actor
) -> dict[str, PlacementSent]:
    """Give up the draft's number, and change in it what was changed in the agenda and not by hand."""
    state = history.draft_state(session, draft)
    meetings = dict(state.meetings)
    for key in {*before, *after}:
        old, new, at = before.get(key), after.get(key), meetings.get(key)
        if old == new or (None if at is None else seat_of(at)) != (None if old is None else seat_of(old)):
            continue
        meetings.pop(key, None)
        if new is not None:
            meetings[key] = new
    figures = history.figures_for(state, meetings)
    history.follow(session, draft, DraftState(meetings, figures, state.inputs), actor)
    draft.number += 1
    session.add(draft)
    session.flush()
    return meetings


def _now(desk: Desk, moment: datetime) -> tuple[int, int]:
    """The running slot and the first that can change; between two slots it is the one before and the one after."""
    over = sum(slot.ends_at <= moment for slot in desk.planning.slots)
    begun = sum(slot.starts_at <= moment for slot in desk.planning.slots)
    return (over, over) if begun > over else (over - 1, over)


def _loss(live: Live, sent: MishapSent) -> Away | Failed | None:
    """What a mishap takes away, from now on; None if that is nothing. Whoever sits in a meeting stays until its end."""
    of_table = sent.what in OF_TABLES
    if (sent.table_id is None) is of_table or (sent.person_id is None) is not of_table:
        raise InvalidError("mishap_invalid", what=sent.what, field="table_id" if of_table else "person_id")
    for what, field, slot in (
        (Mishap.LATE, "until_slot_id", sent.until_slot_id),
        (Mishap.LEAVES, "from_slot_id", sent.from_slot_id),
    ):
        if sent.what is what and slot is None:
            raise InvalidError("mishap_invalid", what=what, field=field)
    name = live.desk.table(sent.table_id) if sent.table_id is not None else live.desk.person(sent.person_id or 0)
    wanted = 0 if sent.from_slot_id is None else live.desk.slot(sent.from_slot_id)
    until = None if sent.until_slot_id is None else live.desk.slot(sent.until_slot_id)
    since = max([live.first, wanted, *(slot + 1 for slot in _begun_slots(live, name))])
    if since >= (len(live.desk.planning.slots) if until is None else until):
        return None
    return Failed(name, since, until) if of_table else Away(name, since, until)


def _begun_slots(live: Live, name: str) -> list[int]:
    """When a person or table has meetings that run or were held."""
    begun = [seating_of(at, live.desk.number) for at in live.meetings.values() if at.state in HAPPENED]
    return [at.slot for at in begun if name in (at.table, *at.people, at.interpreter)]


def _with_begun(live: Live) -> EventProblem:
    """The problem in which whoever sits in a meeting is there, whatever was said of it before."""
    problem = live.desk.problem
    taken: dict[str, set[int]] = {}
    for at in live.meetings.values():
        if at.state in HAPPENED:
            seating = seating_of(at, live.desk.number)
            expert = [] if at.expert_id is None else [f"p{at.expert_id}"]
            for name in (seating.table, *seating.people, seating.interpreter or "", *expert):
                taken.setdefault(name, set()).add(seating.slot)
    people = [p if p.slots is None else replace(p, slots=p.slots | taken.get(p.id, set())) for p in problem.people]
    tables = [t if t.slots is None else replace(t, slots=t.slots | taken.get(t.id, set())) for t in problem.tables]
    return replace(problem, people=tuple(people), tables=tuple(tables))


def _moved(live: Live, name: str, at: Any) -> PlacementSent:
    old = live.meetings[live.desk.keys[name]]
    if seating_of(old, live.desk.number) == at:
        return old
    return live.desk.seated(old, at).model_copy(update={"pinned": False})


def _keep_absences(session: Session, event_id: int, live: Live, lost: Sequence[Away | Failed], actor: Actor) -> None:
    """Write down who and what is missing as their availability, so that whatever is planned next knows."""
    ids = [slot.id for slot in live.desk.planning.slots]
    for one in lost:
        gone = ids[one.since : one.until]
        if isinstance(one, Away):
            row = row_of(one.person)
            away = [*events.away_of_person(session, row), *gone]
            availability.set_person_away(session, event_id, row, away, actor)
        else:
            row = row_of(one.table)
            availability.set_table_away(session, event_id, row, [*events.away_of_table(session, row), *gone], actor)


def _shown(live: Live, after: Meetings, moved: list[str], lost: Sequence[Away | Failed]) -> RepairPublic:
    seats = tuple({key: seat_of(at) for key, at in one.items()} for one in (live.meetings, after))
    changes = compare(seats[0], seats[1])
    people = {person for change in changes for seat in (change.before, change.after) if seat for person in seat.people}
    own = by_person(seats[0], seats[1], sorted(people))
    away = {row_of(one.person) for one in lost if isinstance(one, Away)}
    busy = {(person, seat.slot_id) for seat in seats[1].values() for person in seat.people}
    waiting = [
        WaitingPublic(person_id=person, slot_id=change.before.slot_id, key=change.key)
        for change in changes
        if change.before is not None
        for person in (change.before.need_person_id, change.before.technology_person_id)
        if person not in away and (person, change.before.slot_id) not in busy
    ]
    return RepairPublic(
        applied=False,
        version=live.version.number,
        kept=sum(live.meetings[key] == at for key, at in after.items()),
        moved=moved,
        cancelled=[key for key in live.meetings if key not in after],
        changes=[show_change(change) for change in changes],
        people=[OwnChanges(person_id=one, changes=[show_change(c) for c in found]) for one, found in own.items()],
        waiting=waiting,
        draft=[],
    )
