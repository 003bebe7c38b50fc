"""Writing drafts, publishing them, and what each person has not been told yet."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import queries
from matchmaker.agenda.announcing import announce
from matchmaker.agenda.changes import Change, Seat, by_person, compare
from matchmaker.agenda.draft_rules import Broken, Draft, broken_rules
from matchmaker.agenda.editing_models import Doing
from matchmaker.agenda.from_event import key_of
from matchmaker.agenda.history import DraftState, end_history, save_draft
from matchmaker.agenda.inputs import digest_of, is_outdated
from matchmaker.agenda.models import (
    AgendaTold,
    AgendaVersion,
    ChangePublic,
    DraftSent,
    PersonChanges,
    Placement,
    PlacementPublic,
    PlacementSent,
    PlacementState,
    PublishSent,
    SeatPublic,
    ToldSent,
    VersionPublic,
    VersionState,
)
from matchmaker.agenda.plan_rows import is_living, sent_meetings
from matchmaker.events.models import Event, PhaseChange
from matchmaker.events.people_service import person_of
from matchmaker.events.phases import Phase
from matchmaker.events.planning import PlanningData, read_planning
from matchmaker.events.service import change_phase, event_for_organiser
from matchmaker.interest.pairs import Interest, accepted_pairs
from matchmaker.kit import auditing, clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError
from matchmaker.kit.jobs.models import Job
from matchmaker.kit.jobs.service import enqueue

DRAFTING = frozenset({Phase.ANSWERING, Phase.PLANNING, Phase.PUBLISHED, Phase.RUNNING})
SOLVE = "agenda.solve"
PUBLISHING = frozenset({Phase.PLANNING, Phase.PUBLISHED, Phase.RUNNING})
MOST_TOLD = 50


def meeting_key(placement: PlacementSent) -> str:
    """The key that a meeting was sent with, or the one that every plan gives it."""
    return key_of(placement) if placement.key is None else placement.key


def write_draft(
    session: Session,
    event_id: int,
    placements: Sequence[PlacementSent],
    figures: Mapping[str, Any],
    actor: Actor,
    *,
    revision: int | None = None,
    inputs: Mapping[str, Any] | None = None,
    doing: Doing = Doing.WRITE,
) -> AgendaVersion:
    """Replace the meetings of the event's draft, which is made if there is none; it is a step that can be undone.

    Raises InvalidError ``draft_breaks_rules`` naming the rules, ConflictError ``version_stale`` when somebody else
    changed the draft since ``revision``.
    """
    event_in(session, event_id, actor, DRAFTING, "draft")
    version = queries.find_draft(session, event_id)
    check_revision(version, revision)
    meetings = [(meeting_key(placement), placement) for placement in placements]
    planning, interest = read_planning(session, event_id), accepted_pairs(session, event_id)
    refuse(judge(session, planning, interest, meetings))
    new = DraftState(dict(meetings), figures, {"digest": digest_of(planning, interest), **(inputs or {})})
    version = version or open_draft(session, event_id, actor)
    save_draft(session, version, new, doing, actor)
    return version


def open_draft(session: Session, event_id: int, actor: Actor) -> AgendaVersion:
    """An empty draft, not changed yet."""
    number = queries.last_number(session, event_id) + 1
    version = AgendaVersion(event_id=event_id, number=number, revision=0, actor=actor.name)
    session.add(version)
    session.flush()
    return version


def write_sent_draft(session: Session, event_id: int, sent: DraftSent, actor: Actor) -> AgendaVersion:
    """``write_draft`` for what came over HTTP."""
    figures = {name: figure.model_dump() for name, figure in sent.figures.items()}
    return write_draft(session, event_id, sent.placements, figures, actor, revision=sent.revision)


def start_solving(session: Session, event_id: int, seconds: float, actor: Actor) -> Job:
    """Ask for a plan as the next draft; it is made as a job."""
    event_in(session, event_id, actor, DRAFTING, "solve")
    return enqueue(session, SOLVE, actor.name, event_id=event_id, seconds=seconds, acting=actor.as_params)


def last_solving(session: Session, event_id: int, actor: Actor) -> Job | None:
    """The planning that was asked for last, so that whoever comes back finds it (organisers)."""
    event_for_organiser(session, event_id, actor)
    return queries.last_job_of(session, event_id, SOLVE)


def publish(session: Session, event_id: int, sent: PublishSent, actor: Actor) -> AgendaVersion:
    """Freeze the draft, open the next one as its copy, and take an event in planning to ``published``.

    Raises ConflictError when the draft is another one by now or says nothing new, InvalidError when what happened
    since it was written makes it break rules.
    """
    event = event_in(session, event_id, actor, PUBLISHING, "publish")
    version = queries.find_draft(session, event_id)
    if version is None or version.number != sent.number:
        raise ConflictError("version_stale", current=version.number if version else None)
    check_revision(version, sent.revision)
    rows = queries.placements_of(session, version)
    meetings = list(sent_meetings(rows).items())
    refuse(judge(session, read_planning(session, event_id), accepted_pairs(session, event_id), meetings))
    published = queries.last_published(session, event_id)
    former = queries.seats_of(session, published)
    if event.phase is not Phase.PLANNING and not compare(former, queries.seats_of(session, version)):
        raise ConflictError("nothing_changed", number=version.number)
    version.state, version.published_by, version.published_at = VersionState.PUBLISHED, actor.name, clock.now()
    session.add(version)
    end_history(session, version)
    _open_copy(session, version, rows, actor)
    announce(session, event, published, version)
    if event.phase is Phase.PLANNING:
        change = PhaseChange(phase=Phase.PUBLISHED, reason=f"agenda {version.number}")
        change_phase(session, event_id, change, actor, agenda_published=True)
    return version


def published_meeting(session: Session, event_id: int, key: str) -> Placement:
    """A meeting as it was published last. Raises NotFoundError, also for one that was cancelled."""
    row = _meeting(session, queries.last_published(session, event_id), key)
    if row is None or not is_living(row):
        raise NotFoundError("meeting_not_found", key=key)
    return row


def note_state(session: Session, event_id: int, row: Placement, state: PlacementState) -> None:
    """Write down what became of a published meeting: the one thing that changes in a published version."""
    if row.state is state:
        return
    auditing.record(session, "meeting", f"{event_id} {row.key}", {"state": row.state}, {"state": state})
    in_draft = _meeting(session, queries.find_draft(session, event_id), row.key)
    for copy in (row, in_draft):
        if copy is not None:
            copy.state = state
            session.add(copy)
    session.flush()


def get_version(session: Session, event_id: int, number: int | None, actor: Actor) -> AgendaVersion:
    """A version for organisers, or the one published last; that one also for people of the event."""
    if number is not None:
        actor.require_organiser()
    version = (
        queries.last_published(session, event_id) if number is None else queries.find_version(session, event_id, number)
    )
    if version is None:
        raise NotFoundError("agenda_version_not_found", number=number)
    return version


def compare_versions(session: Session, event_id: int, before: int, after: int, actor: Actor) -> list[Change]:
    """What became of each meeting between any two versions; 0 is the one before the first."""
    actor.require_organiser()
    seats = [
        queries.seats_of(session, get_version(session, event_id, number, actor)) if number else {}
        for number in (before, after)
    ]
    return compare(seats[0], seats[1])


def own_changes(session: Session, event_id: int, person_id: int, actor: Actor) -> PersonChanges:
    """What somebody has not been told yet, for organisers and their own organisation."""
    person_of(session, event_id, person_id, actor)
    return _changes(session, event_id, {person_id})[0]


def all_changes(session: Session, event_id: int, actor: Actor) -> list[PersonChanges]:
    """Everybody who has something to be told (organisers)."""
    actor.require_organiser()
    return [one for one in _changes(session, event_id, queries.people_ids(session, event_id)) if one.changes]


def tell(session: Session, event_id: int, sent: ToldSent, actor: Actor) -> int:
    """Write down that people know a published version; how many learnt something. Nobody forgets a later one."""
    event_for_organiser(session, event_id, actor)
    version = queries.find_version(session, event_id, sent.number)
    if version is None or version.state is not VersionState.PUBLISHED:
        raise NotFoundError("agenda_version_not_found", number=sent.number)
    everybody = queries.people_ids(session, event_id)
    people = everybody if sent.person_ids is None else set(sent.person_ids)
    if wrong := sorted(people - everybody):
        raise InvalidError("person_unknown", people=wrong[:MOST_TOLD])
    known = queries.told_numbers(session, event_id)
    learning = [person for person in sorted(people) if known.get(person, 0) < sent.number]
    for person in learning:
        session.merge(AgendaTold(person_id=person, number=sent.number, at=clock.now()))
    session.flush()
    return len(learning)


def show_version(session: Session, version: AgendaVersion, meetings: int) -> VersionPublic:
    shown = {"meetings": meetings, "outdated": is_outdated(session, version)}
    return VersionPublic.model_validate(version.model_dump() | shown)


def show_placement(row: Placement) -> PlacementPublic:
    return PlacementPublic.model_validate(row.model_dump())


def show_change(change: Change) -> ChangePublic:
    before, after = (None if seat is None else SeatPublic(**vars(seat)) for seat in (change.before, change.after))
    return ChangePublic(key=change.key, kind=change.kind, what=list(change.what), before=before, after=after)


def _changes(session: Session, event_id: int, people: set[int]) -> list[PersonChanges]:
    """One comparison for each version that somebody was told last."""
    current = queries.last_published(session, event_id)
    told = queries.told_numbers(session, event_id)
    now = queries.seats_of(session, current)
    found: dict[int, list[Change]] = {}
    for number in {told.get(person) for person in people}:
        version = queries.find_version(session, event_id, number) if number else None
        group = [person for person in people if told.get(person) == number]
        found |= by_person(queries.seats_of(session, version), now, group)
    return [
        PersonChanges(
            person_id=person,
            told=told.get(person),
            current=current.number if current else None,
            changes=[show_change(change) for change in found[person]],
        )
        for person in sorted(people)
    ]


def _meeting(session: Session, version: AgendaVersion | None, key: str) -> Placement | None:
    rows = queries.placements_of(session, version) if version is not None else []
    return next((row for row in rows if row.key == key), None)


def event_in(session: Session, event_id: int, actor: Actor, phases: frozenset[Phase], doing: str) -> Event:
    event = event_for_organiser(session, event_id, actor)
    if event.phase not in phases:
        raise ConflictError("phase_refuses", phase=event.phase, doing=doing)
    return event


def check_revision(version: AgendaVersion | None, revision: int | None) -> None:
    """Raises ConflictError ``version_stale`` where the draft has another revision; 0 is that of no draft."""
    current = version.revision if version else 0
    if revision is not None and revision != current:
        raise ConflictError("version_stale", current=current or None)


def judge(
    session: Session, planning: PlanningData, interest: Interest, meetings: Sequence[tuple[str, PlacementSent]]
) -> list[Broken]:
    """The rules that these meetings would break as a draft."""
    return broken_rules(Draft(meetings, planning, interest, told_seats(session, planning.event_id)))


def told_seats(session: Session, event_id: int) -> dict[str, tuple[Seat, PlacementState]]:
    """Where each meeting is that was published last, and how far."""
    last = queries.last_published(session, event_id)
    rows = queries.placements_of(session, last) if last is not None else []
    return {row.key: (queries.seat_of(row), row.state) for row in rows if is_living(row)}


def refuse(broken: Sequence[Broken]) -> None:
    """Raises InvalidError ``draft_breaks_rules`` if there is anything."""
    if broken:
        shown = [{"code": one.code, "params": dict(one.params)} for one in broken[:MOST_TOLD]]
        raise InvalidError("draft_breaks_rules", violations=shown, number=len(broken))


def _open_copy(session: Session, version: AgendaVersion, rows: Sequence[Placement], actor: Actor) -> None:
    """The next draft: what was cancelled is gone from it, and stays in the history of published versions."""
    draft = AgendaVersion(
        event_id=version.event_id,
        number=version.number + 1,
        figures=version.figures,
        inputs={**version.inputs, "copy_of": version.number},
        actor=actor.name,
    )
    session.add(draft)
    session.flush()
    session.add_all(
        Placement(version_id=draft.id or 0, **row.model_dump(exclude={"id", "version_id"}))
        for row in rows
        if row.state is not PlacementState.CANCELLED
    )
    session.flush()
