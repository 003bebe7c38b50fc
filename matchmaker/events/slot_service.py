"""Slots: proposed from a timetable or set by hand; what stays the same keeps its id and all that was said of it."""

from datetime import UTC, date, datetime, time, timedelta

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.events import queries
from matchmaker.events.fields import zone_of
from matchmaker.events.models import Detail, Event, EventUpdate, Slot
from matchmaker.events.phases import Phase
from matchmaker.events.service import event_for_organiser, get_event, local, note_change, touch, update_event
from matchmaker.events.slot_models import SlotAdded, SlotList, SlotPublic, SlotsMoved, Timetable
from matchmaker.events.timetable import Hours, Period, TimetableError, from_hand, generate
from matchmaker.kit import clock
from matchmaker.kit.database import delete_unused
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError

# Once people know their agendas, slots are repaired there and not replaced here.
SETTING = (Phase.OPEN, Phase.ANSWERING, Phase.PLANNING)
# Before any slot.
ASIDE = datetime(1900, 1, 1, tzinfo=UTC)


def propose_slots(session: Session, event_id: int, timetable: Timetable, actor: Actor) -> list[SlotPublic]:
    """What a timetable would give; nothing is saved."""
    actor.require_organiser()
    event = get_event(session, event_id, actor)
    return [_shown(event, None, period) for period in _generated(event, timetable)]


def generate_slots(
    session: Session, event_id: int, timetable: Timetable, actor: Actor, *, force: bool = False
) -> list[SlotPublic]:
    """Replace the event's slots by those of a timetable."""
    event = _event_for_setting(session, event_id, actor)
    return _replace(session, event, _generated(event, timetable), force)


def set_slots(
    session: Session, event_id: int, sent: SlotList, actor: Actor, *, force: bool = False
) -> list[SlotPublic]:
    """Replace the event's slots by these."""
    event = _event_for_setting(session, event_id, actor)
    pairs = [(slot.starts_at, slot.ends_at) for slot in sent.slots]
    return _replace(session, event, _periods(event, pairs, sent.afternoon_from), force)


def add_slot(session: Session, event_id: int, sent: SlotAdded, actor: Actor) -> SlotPublic:
    """One slot more. Raises InvalidError where it overlaps another one or lies outside the event's days."""
    event = _event_for_setting(session, event_id, actor)
    (period,) = _periods(event, [(sent.starts_at, sent.ends_at)], sent.afternoon_from)
    others = [(slot.starts_at, slot.ends_at) for slot in queries.slots_of(session, event_id)]
    _periods(event, [*others, (period.starts_at, period.ends_at)], sent.afternoon_from)
    slot = Slot(event_id=event_id, **vars(period))
    session.add(slot)
    touch(session, event)
    return _shown(event, slot.id, slot)


def move_slots(session: Session, event_id: int, sent: SlotsMoved, actor: Actor) -> list[SlotPublic]:
    """Give some slots other times, also after agendas are out: what is in them moves along."""
    event = event_for_organiser(session, event_id, actor)
    moved = {slot.id: (slot.starts_at, slot.ends_at) for slot in sent.slots}
    if len(moved) < len(sent.slots):
        raise InvalidError("slot_twice", field="slots")
    require_slots(session, event_id, list(moved))
    _periods(event, list(moved.values()), sent.afternoon_from)
    slots = queries.slots_of(session, event_id)
    times = [moved.get(slot.id or 0, (slot.starts_at, slot.ends_at)) for slot in slots]
    instants = [(start.astimezone(UTC), end.astimezone(UTC)) for start, end in times]
    found = {period.starts_at: period for period in _periods(event, instants, sent.afternoon_from)}
    other = [
        (slot, found[when[0]])
        for slot, when in zip(slots, instants, strict=True)
        if when != (slot.starts_at, slot.ends_at)
    ]
    if other:
        _write_times(session, event, other)
    return show_slots(event, queries.slots_of(session, event_id))


def delete_slot(session: Session, event_id: int, slot_id: int, actor: Actor, *, force: bool = False) -> None:
    """Remove one slot. Raises ConflictError as replacing all of them does."""
    event = _event_for_setting(session, event_id, actor)
    slot = session.get(Slot, slot_id)
    if slot is None or slot.event_id != event_id:
        raise NotFoundError("slot_not_found", id=slot_id)
    _drop(session, [slot], force)
    touch(session, event)


def delete_day(session: Session, event_id: int, day: date, actor: Actor, *, force: bool = False) -> Event:
    """Remove the slots of a day; at either end of the event it becomes shorter, too.

    Raises ConflictError for its only day, and as replacing slots does; InvalidError where a deadline would be too late.
    """
    event = _event_for_setting(session, event_id, actor)
    if not event.first_day <= day <= event.last_day:
        raise NotFoundError("day_not_found", day=str(day))
    if event.first_day == event.last_day:
        raise ConflictError("only_day", id=event_id)
    _drop(session, [slot for slot in queries.slots_of(session, event_id) if slot.day == day], force)
    touch(session, event)
    shorter = {}
    if day == event.first_day:
        shorter["first_day"] = day + timedelta(days=1)
    elif day == event.last_day:
        shorter["last_day"] = day - timedelta(days=1)
    return update_event(session, event_id, EventUpdate(version=event.version, changes=shorter), actor)


def show_slots(event: Event, slots: list[Slot]) -> list[SlotPublic]:
    """Slots on the clocks of the place."""
    return [_shown(event, slot.id, slot) for slot in slots]


def require_slots(session: Session, event_id: int, slot_ids: list[int]) -> None:
    """Raise InvalidError naming ids that are no slots of the event."""
    known = {slot.id for slot in queries.slots_of(session, event_id)}
    if wrong := sorted(set(slot_ids) - known):
        raise InvalidError("slot_unknown", slots=wrong[:50])


def _event_for_setting(session: Session, event_id: int, actor: Actor) -> Event:
    event = event_for_organiser(session, event_id, actor)
    if event.phase not in SETTING:
        raise ConflictError("phase_refuses", phase=event.phase, doing="slots")
    return event


def _generated(event: Event, timetable: Timetable) -> list[Period]:
    hours = [
        Hours(day.day, day.starts, day.ends, tuple((pause.starts, pause.ends) for pause in day.breaks))
        for day in timetable.days
    ]
    try:
        return generate(
            hours,
            zone_of(event.zone),
            timedelta(minutes=timetable.meeting_minutes),
            timedelta(minutes=timetable.changeover_minutes),
            timetable.afternoon_from,
        )
    except TimetableError as error:
        raise InvalidError(error.code, **error.params) from error


def _periods(event: Event, pairs: list[tuple[datetime, datetime]], afternoon_from: time) -> list[Period]:
    try:
        found = from_hand(pairs, zone_of(event.zone), afternoon_from)
    except TimetableError as error:
        raise InvalidError(error.code, **error.params) from error
    if outside := [period for period in found if not event.first_day <= period.day <= event.last_day]:
        raise InvalidError("day_outside_event", day=str(outside[0].day))
    return found


def _write_times(session: Session, event: Event, moved: list[tuple[Slot, Period]]) -> None:
    """No two slots of an event may begin at once, not even between two of these statements: all step aside first."""
    for slot, _ in moved:
        slot.starts_at = ASIDE + timedelta(seconds=slot.id or 0)
        session.add(slot)
    session.flush()
    for slot, period in moved:
        slot.sqlmodel_update(vars(period))
        session.add(slot)
    ids = [slot.id or 0 for slot, _ in moved]
    note_change(session, event.id or 0, Detail.SLOT, ids)
    for block in queries.blocks_in(session, ids):
        block.revision, block.changed_at = block.revision + 1, clock.now()
        session.add(block)
    touch(session, event)


def _replace(session: Session, event: Event, periods: list[Period], force: bool) -> list[SlotPublic]:
    """Raises ConflictError when a slot would go of which somebody said something, unless forced."""
    assert event.id is not None
    if outside := [period for period in periods if not event.first_day <= period.day <= event.last_day]:
        raise InvalidError("day_outside_event", day=str(outside[0].day))
    wanted = {(period.starts_at, period.ends_at): period for period in periods}
    known = {(slot.starts_at, slot.ends_at): slot for slot in queries.slots_of(session, event.id)}
    gone = [slot for when, slot in known.items() if when not in wanted]
    _drop(session, gone, force)
    for when, period in wanted.items():
        slot = known.get(when) or Slot(event_id=event.id, **vars(period))
        slot.part = period.part
        session.add(slot)
    if gone or len(wanted) != len(known):
        touch(session, event)
    session.flush()
    return show_slots(event, queries.slots_of(session, event.id))


def _drop(session: Session, slots: list[Slot], force: bool) -> None:
    """What is fixed in no other slot goes too, since it would stand at no time; the refusal names it."""
    ids = [slot.id for slot in slots if slot.id is not None]
    in_use, emptied = queries.slots_in_use(session, ids), queries.blocks_only_in(session, ids)
    if in_use and not force:
        told = [block.model_dump(include={"id", "name_vi", "name_en"}) for block in emptied]
        raise ConflictError("slots_in_use", slots=sorted(in_use), blocks=told)
    for block in emptied:
        session.delete(block)
    session.flush()
    if placed := [slot.id for slot in slots if not delete_unused(session, slot)]:
        raise ConflictError("slots_in_agenda", slots=placed)


def _shown(event: Event, slot_id: int | None, period: Slot | Period) -> SlotPublic:
    return SlotPublic(
        id=slot_id,
        day=period.day,
        part=period.part,
        starts_at=local(event, period.starts_at),
        ends_at=local(event, period.ends_at),
    )
