"""Checking people in, taking it back, and those who come unregistered."""

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.models import OrganisationCreate
from matchmaker.accounts.service import create_organisation, find_by_reference
from matchmaker.events import queries as events
from matchmaker.events.models import Event
from matchmaker.events.people_models import (
    DelegateCreate,
    EventPerson,
    PersonCreate,
    Registration,
    RegistrationCreate,
    RegistrationState,
)
from matchmaker.events.people_service import add_person, register
from matchmaker.events.service import get_event
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError
from matchmaker.kit.secrets import Secret
from matchmaker.kit.text import fold
from matchmaker.outcomes.day import queries
from matchmaker.outcomes.day.codes import person_of_code
from matchmaker.outcomes.day.models import CheckIn, CheckInSent, PresencePublic, Said, WalkInSent, Way
from matchmaker.outcomes.day.rules import last_said, may_be_said, said_by


def check_in(session: Session, secret: Secret, event_id: int, sent: CheckInSent, actor: Actor) -> PresencePublic:
    """Say that somebody is there, or not after all; whether they are by all that was said.

    Raises NotFoundError ``code_not_known`` for a code of another event or of none, ConflictError ``not_coming`` for
    somebody who was taken off, and ``sent_key_taken`` where the key was used for somebody else.
    """
    event_to_check_in(session, event_id, sent, actor)
    person_id = _person_id(secret, event_id, sent)
    known = queries.find_check_in(session, event_id, sent.sent_key)
    if known is not None:
        if (known.person_id, known.here) != (person_id, sent.here):
            raise ConflictError("sent_key_taken", sent_key=sent.sent_key)
        return presence_of(session, event_id, person_id)
    require_coming(session, event_id, person_id)
    way = Way.CODE if sent.code is not None else Way.NAME
    _note(session, event_id, person_id, sent, way, actor, here=sent.here)
    return presence_of(session, event_id, person_id)


def walk_in(session: Session, event_id: int, sent: WalkInSent, actor: Actor) -> PresencePublic:
    """Register somebody who is at the door, with their organisation where it is not known yet, and check them in.

    Somebody of that name who is already registered for the organisation is only checked in.
    """
    event_to_check_in(session, event_id, sent, actor)
    known = queries.find_check_in(session, event_id, sent.sent_key)
    if known is None:
        person = _registered(session, event_id, _organisation_id(session, sent, actor), sent, actor)
        known = _note(session, event_id, person.id or 0, sent, Way.WALK_IN, actor, here=True)
    elif known.way is not Way.WALK_IN:
        raise ConflictError("sent_key_taken", sent_key=sent.sent_key)
    return presence_of(session, event_id, known.person_id)


def presence_of(session: Session, event_id: int, person_id: int) -> PresencePublic:
    """Whether somebody of whom something was said is there."""
    last = last_said(queries.check_ins_of(session, event_id, person_id))
    assert last is not None
    return PresencePublic(person_id=person_id, here=last.here, said_at=last.said_at)


def event_to_check_in(session: Session, event_id: int, sent: Said, actor: Actor) -> Event:
    """The event, whose phase cannot change until the transaction ends (organisers). Raises ConflictError."""
    actor.require_organiser()
    session.get(Event, event_id, with_for_update={"read": True})
    event = get_event(session, event_id, actor)
    said_at = said_by(sent.said_at, clock.now())
    if not may_be_said(event.phase, said_at, queries.closed_at(session, event_id)):
        raise ConflictError("phase_refuses", phase=event.phase, doing="check_in")
    return event


def require_coming(session: Session, event_id: int, person_id: int) -> EventPerson:
    """Somebody of the event who still comes, locked. Raises NotFoundError, ConflictError ``not_coming``."""
    person = session.get(EventPerson, person_id, with_for_update=True)
    if person is None or person.event_id != event_id:
        raise NotFoundError("person_not_found", id=person_id)
    registration = session.get(Registration, person.registration_id) if person.registration_id else None
    withdrawn = registration is not None and registration.state is RegistrationState.WITHDRAWN
    if withdrawn or not person.coming:
        raise ConflictError("not_coming", id=person_id)
    return person


def _person_id(secret: Secret, event_id: int, sent: CheckInSent) -> int:
    if (sent.code is None) is (sent.person_id is None):
        raise InvalidError("code_or_person", field="code")
    if sent.code is None:
        return sent.person_id or 0
    person_id = person_of_code(secret, event_id, sent.code)
    if person_id is None:
        raise NotFoundError("code_not_known")
    return person_id


def _note(
    session: Session, event_id: int, person_id: int, sent: Said, way: Way, actor: Actor, *, here: bool
) -> CheckIn:
    row = CheckIn(
        event_id=event_id,
        person_id=person_id,
        here=here,
        way=way,
        said_at=said_by(sent.said_at, clock.now()),
        sent_key=sent.sent_key,
        actor=actor.name,
    )
    session.add(row)
    session.flush()
    return row


def _organisation_id(session: Session, sent: WalkInSent, actor: Actor) -> int:
    """The organisation that was chosen, one of that name, or a new one."""
    if sent.organisation_id is not None:
        return sent.organisation_id
    if not sent.organisation:
        raise InvalidError("organisation_missing", field="organisation")
    found = find_by_reference(session, sent.organisation)
    if found is None:
        data = OrganisationCreate(name_vi=sent.organisation, kind=sent.kind, region=sent.region)
        found = create_organisation(session, data, actor)
    return found.id or 0


def _registered(session: Session, event_id: int, organisation_id: int, sent: WalkInSent, actor: Actor) -> EventPerson:
    """The delegate of that name, registered with or without their organisation where there is none."""
    delegate = DelegateCreate(name=sent.person, languages=sent.languages)
    known = events.find_registration(session, event_id, organisation_id)
    if known is None or known.state is RegistrationState.WITHDRAWN:
        made = register(
            session, event_id, RegistrationCreate(organisation_id=organisation_id, delegates=[delegate]), actor
        )
        return events.delegates_of(session, made.id or 0)[-1]
    for person in events.delegates_of(session, known.id or 0):
        if fold(person.name) == fold(sent.person):
            return person
    data = PersonCreate(organisation_id=organisation_id, **delegate.model_dump())
    return add_person(session, event_id, data, actor)
