"""Creating, changing and moving events through their phases."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.events import queries
from matchmaker.events.fields import zone_of
from matchmaker.events.models import (
    Detail,
    DetailChange,
    Event,
    EventBase,
    EventCreate,
    EventPublic,
    EventStep,
    EventUpdate,
    PhaseChange,
)
from matchmaker.events.phases import Doing, Phase, Refusal, may_move, refusal_of
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError

MOST_DAYS = 31
FIELDS = tuple(EventBase.model_fields)


def create_event(session: Session, data: EventCreate, actor: Actor) -> Event:
    """Save a new event, open but announced only if it says so."""
    actor.require_organiser()
    if data.key and queries.find_by_key(session, data.key):
        raise ConflictError("key_taken", key=data.key)
    check_event(session, data)
    event = Event(key=data.key, **_content(data))
    session.add(event)
    session.flush()
    return event


def update_event(session: Session, event_id: int, update: EventUpdate, actor: Actor) -> Event:
    """Change some fields. Raises ConflictError where slots or a phase stand against it."""
    event = event_for_organiser(session, event_id, actor)
    _check_version(event, update.version)
    before = {name: getattr(event, name) for name in FIELDS}
    data = _validated(before | update.changes)
    check_event(session, data, kept=event.sectors)
    after = _content(data)
    if after == before:
        return event
    _check_slots(session, event, data)
    if event.announced and not data.announced and event.phase is not Phase.OPEN:
        raise ConflictError("event_announced", phase=event.phase)
    if any(after[name] != before[name] for name in ("name_vi", "name_en", "place")):
        note_change(session, event_id, Detail.EVENT, [event_id])
    event.sqlmodel_update(after)
    return touch(session, event)


def change_phase(
    session: Session, event_id: int, change: PhaseChange, actor: Actor, *, agenda_published: bool = False
) -> Event:
    """Take the event to another phase and write down who, when and why.

    ``agenda_published`` is for whoever publishes an agenda just now; nobody else takes an event to its first
    ``published``.
    """
    event = event_for_organiser(session, event_id, actor)
    if change.version is not None:
        _check_version(event, change.version)
    if not may_move(event.phase, change.phase):
        raise ConflictError("phase_change_refused", before=event.phase, after=change.phase)
    _check_ready(session, event, change)
    if change.phase is Phase.PUBLISHED and not (agenda_published or queries.was_published(session, event_id)):
        raise ConflictError("agenda_not_published", id=event_id)
    assert event.id is not None
    step = EventStep(
        event_id=event.id,
        from_phase=event.phase,
        to_phase=change.phase,
        actor=actor.name,
        reason=change.reason,
    )
    session.add(step)
    event.phase = change.phase
    return touch(session, event)


def delete_event(session: Session, event_id: int, actor: Actor) -> None:
    """Remove an event for which nobody is registered; others are closed instead.

    Raises ConflictError, too, where organisations withdrew and answers, requests, agendas or meetings are kept.
    """
    event = event_for_organiser(session, event_id, actor)
    if queries.registered_ids(session, event_id):
        raise ConflictError("event_has_registrations", id=event_id)
    withdrawn = queries.registrations_of(session, event_id)
    if withdrawn and (held := queries.said_of(session, event_id)):
        raise ConflictError("event_has_records", id=event_id, records=held)
    for person in queries.all_people(session, event_id):
        session.delete(person)
    session.flush()
    for registration in withdrawn:
        session.delete(registration)
    session.flush()
    for table in queries.tables_of(session, event_id):
        session.delete(table)
    session.flush()
    session.delete(event)
    session.flush()


def get_event(session: Session, event_id: int, actor: Actor) -> Event:
    """An event that the actor may know of. Raises NotFoundError."""
    event = session.get(Event, event_id)
    if event is None or not (event.announced or actor.organiser):
        raise NotFoundError("event_not_found", id=event_id)
    return event


def event_for_organiser(session: Session, event_id: int, actor: Actor) -> Event:
    """The event, locked, for a change by organisers; a closed one stays as it is."""
    actor.require_organiser()
    session.get(Event, event_id, with_for_update=True)
    event = get_event(session, event_id, actor)
    if event.phase is Phase.CLOSED:
        raise ConflictError("event_closed", id=event_id)
    return event


def event_for(session: Session, event_id: int, actor: Actor, doing: Doing) -> Event:
    """The event for something that this actor does now; its phase cannot change until the transaction ends.

    Raises ConflictError when the phase or a deadline stands against it.
    """
    session.get(Event, event_id, with_for_update={"read": True})
    event = get_event(session, event_id, actor)
    require_time(event, doing, actor)
    return event


def require_time(event: Event, doing: Doing, actor: Actor, now: datetime | None = None) -> None:
    """Raise ConflictError where the phase or, for organisations, the deadline refuses."""
    match _refusal(event, doing, actor, now or clock.now()):
        case Refusal.PHASE:
            raise ConflictError(Refusal.PHASE, phase=event.phase, doing=doing)
        case Refusal.DEADLINE:
            deadline = local(event, _deadline(event, doing))
            raise ConflictError(Refusal.DEADLINE, doing=doing, deadline=deadline.isoformat())


def check_event(session: Session, data: EventBase, kept: Collection[str] = ()) -> None:
    """What a schema cannot tell; ``kept`` are the topics from before. Raises InvalidError."""
    if not (data.name_vi or data.name_en):
        raise InvalidError("name_missing", field="name_vi")
    known = taxonomy_of(session)
    if wrong := known.unknown(data.sectors):
        raise InvalidError("sector_unknown", field="sectors", sectors=wrong)
    if retired := known.retired(data.sectors, kept):
        raise InvalidError("sector_retired", field="sectors", sectors=retired)
    if data.last_day < data.first_day:
        raise InvalidError("days_reversed", field="last_day")
    if (data.last_day - data.first_day).days >= MOST_DAYS:
        raise InvalidError("too_many_days", field="last_day", most=MOST_DAYS)
    end = datetime.combine(data.last_day, time(23, 59), tzinfo=zone_of(data.zone)).astimezone(UTC)
    if data.registration_until > data.answers_until:
        raise InvalidError("deadlines_reversed", field="answers_until")
    if data.answers_until > end:
        raise InvalidError("deadline_after_event", field="answers_until")


def local(event: Event, moment: datetime) -> datetime:
    """The moment with the offset of the event's zone."""
    return moment.astimezone(zone_of(event.zone))


def touch(session: Session, event: Event) -> Event:
    """Count a change of the event."""
    event.version += 1
    event.updated_at = clock.now()
    session.add(event)
    session.flush()
    return event


def note_change(session: Session, event_id: int, detail: Detail, row_ids: Iterable[int]) -> None:
    """Write down that what agendas say of these rows is another thing now, so that calendars read them again."""
    session.add_all(DetailChange(event_id=event_id, detail=detail, row_id=row_id) for row_id in row_ids)


def show(event: Event, actor: Actor) -> EventPublic:
    """The event with its deadlines in its own zone, and what the actor may not do now."""
    values = event.model_dump()
    now = clock.now()
    refused = {doing: _refusal(event, doing, actor, now) for doing in Doing}
    values["refused"] = {doing: refusal for doing, refusal in refused.items() if refusal}
    for name in ("registration_until", "answers_until"):
        values[name] = local(event, values[name])
    values["may_become"] = [phase for phase in Phase if may_move(event.phase, phase)]
    return EventPublic.model_validate(values)


def _deadline(event: Event, doing: Doing) -> datetime:
    return event.registration_until if doing is Doing.REGISTER else event.answers_until


def _refusal(event: Event, doing: Doing, actor: Actor, now: datetime) -> Refusal | None:
    return refusal_of(doing, event.phase, _deadline(event, doing), now, organiser=actor.organiser)


def _content(data: EventBase) -> dict[str, Any]:
    return {name: getattr(data, name) for name in FIELDS}


def _validated(values: dict[str, Any]) -> EventCreate:
    if extra := sorted(set(values) - set(FIELDS)):
        raise InvalidError("field_unknown", fields=extra)
    try:
        return EventCreate.model_validate(values)
    except ValidationError as error:
        fields = [{"field": ".".join(map(str, e["loc"])), "code": e["type"]} for e in error.errors()]
        raise InvalidError("content_invalid", fields=fields[:50]) from error


def _check_version(event: Event, version: int) -> None:
    if event.version != version:
        raise ConflictError("version_stale", current=event.version)


def _check_slots(session: Session, event: Event, data: EventCreate) -> None:
    """Slots stay where they are: neither the zone nor the days may be drawn away from under them."""
    assert event.id is not None
    span = queries.used_span(session, event.id)
    if span is None:
        return
    if data.zone != event.zone:
        raise ConflictError("event_has_slots", field="zone")
    first, last = local(event, span[0]).date(), local(event, span[1] - timedelta(microseconds=1)).date()
    if first < data.first_day or last > data.last_day:
        raise ConflictError("event_has_slots", field="first_day" if first < data.first_day else "last_day")


def _check_ready(session: Session, event: Event, change: PhaseChange) -> None:
    """What a phase needs before it can begin."""
    assert event.id is not None
    if change.phase is Phase.ANSWERING and not event.announced:
        raise ConflictError("event_not_announced", id=event.id)
    if change.phase is Phase.PLANNING and event.phase is Phase.ANSWERING:
        if queries.used_span(session, event.id) is None:
            raise ConflictError("event_without_slots", id=event.id)
        if not queries.list_tables(session, event.id, 0, 1)[1]:
            raise ConflictError("event_without_tables", id=event.id)
    if change.phase is Phase.CLOSED and event.phase is not Phase.RUNNING and not change.reason:
        raise InvalidError("reason_missing", field="reason")
