"""Slots: proposed from a timetable or set by hand; what stays the same keeps its id and all that was said of it."""

from datetime import timedelta

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.events import queries
from matchmaker.events.fields import zone_of
from matchmaker.events.models import Event, Slot, SlotList, SlotPublic, Timetable
from matchmaker.events.phases import Phase
from matchmaker.events.service import event_for_organiser, get_event, local, touch
from matchmaker.events.timetable import Hours, Period, TimetableError, from_hand, generate
from matchmaker.kit.database import delete_unused
from matchmaker.kit.errors import ConflictError, InvalidError

# Once people know their agendas, slots are repaired there and not replaced here.
SETTING = (Phase.OPEN, Phase.ANSWERING, Phase.PLANNING)


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
    try:
        pairs = [(slot.starts_at, slot.ends_at) for slot in sent.slots]
        periods = from_hand(pairs, zone_of(event.zone), sent.afternoon_from)
    except TimetableError as error:
        raise InvalidError(error.code, **error.params) from error
    return _replace(session, event, periods, force)


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


def _replace(session: Session, event: Event, periods: list[Period], force: bool) -> list[SlotPublic]:
    """Raises ConflictError when a slot would go of which somebody said something, unless forced."""
    assert event.id is not None
    if outside := [period for period in periods if not event.first_day <= period.day <= event.last_day]:
        raise InvalidError("day_outside_event", day=str(outside[0].day))
    wanted = {(period.starts_at, period.ends_at): period for period in periods}
    known = {(slot.starts_at, slot.ends_at): slot for slot in queries.slots_of(session, event.id)}
    gone = [slot for when, slot in known.items() if when not in wanted]
    in_use = queries.slots_in_use(session, [slot.id for slot in gone if slot.id is not None])
    if in_use and not force:
        raise ConflictError("slots_in_use", slots=sorted(in_use))
    if placed := [slot.id for slot in gone if not delete_unused(session, slot)]:
        raise ConflictError("slots_in_agenda", slots=placed)
    for when, period in wanted.items():
        slot = known.get(when) or Slot(event_id=event.id, **vars(period))
        slot.part = period.part
        session.add(slot)
    if gone or len(wanted) != len(known):
        touch(session, event)
    session.flush()
    return show_slots(event, queries.slots_of(session, event.id))


def _shown(event: Event, slot_id: int | None, period: Slot | Period) -> SlotPublic:
    return SlotPublic(
        id=slot_id,
        day=period.day,
        part=period.part,
        starts_at=local(event, period.starts_at),
        ends_at=local(event, period.ends_at),
    )
