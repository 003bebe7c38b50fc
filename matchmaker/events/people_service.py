"""Registration of organisations, and the people who come."""

from typing import Any

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.service import get_organisation
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.events import queries
from matchmaker.events.models import Detail, Event, TableMode
from matchmaker.events.people_models import (
    DelegateCreate,
    EventPerson,
    PersonCreate,
    PersonPublic,
    PersonRole,
    PersonUpdate,
    Registration,
    RegistrationCreate,
    RegistrationPublic,
    RegistrationState,
    RegistrationUpdate,
)
from matchmaker.events.phases import Doing
from matchmaker.events.service import event_for, get_event, note_change
from matchmaker.events.venue_service import get_table
from matchmaker.kit import clock
from matchmaker.kit.database import delete_unused
from matchmaker.kit.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError

MOST_DELEGATES = 50
REMOTE_ROLES = frozenset({PersonRole.DELEGATE, PersonRole.EXPERT})


def register(session: Session, event_id: int, data: RegistrationCreate, actor: Actor) -> Registration:
    """Register an organisation with its delegates; one that had withdrawn comes back with these."""
    organisation_id = data.organisation_id or actor.organisation_id
    if organisation_id is None:
        raise InvalidError("organisation_missing", field="organisation_id")
    actor.require_edit(organisation_id)
    event_for(session, event_id, actor, Doing.REGISTER)
    get_organisation(session, organisation_id)
    known = queries.find_registration(session, event_id, organisation_id)
    if known is not None and known.state is RegistrationState.REGISTERED:
        raise ConflictError("already_registered", organisation_id=organisation_id)
    registration = known or Registration(event_id=event_id, organisation_id=organisation_id, actor=actor.name)
    registration.sqlmodel_update(data.model_dump(include={"stand_in", "repeat_meetings"}))
    registration.state = RegistrationState.REGISTERED
    _save(session, registration, actor)
    former = queries.delegates_of(session, registration.id or 0)
    for delegate in data.delegates:
        _add_delegate(session, registration, delegate)
    for person in former:
        _take_off(session, person)
    session.flush()
    return registration


def update_registration(
    session: Session, event_id: int, organisation_id: int, data: RegistrationUpdate, actor: Actor
) -> Registration:
    """Change what an organisation wants at an event."""
    registration = registration_for(session, event_id, organisation_id, actor, Doing.REGISTER)
    changes = data.model_dump(exclude_unset=True)
    if missing := [name for name, value in changes.items() if value is None]:
        raise InvalidError("field_required", field=missing[0])
    registration.sqlmodel_update(changes)
    return _save(session, registration, actor)


def withdraw(session: Session, event_id: int, organisation_id: int, actor: Actor) -> Registration:
    """Take a registration back; its rows stay, so that it can come back and records stay whole."""
    registration = registration_for(session, event_id, organisation_id, actor, Doing.REGISTER)
    registration.state = RegistrationState.WITHDRAWN
    return _save(session, registration, actor)


def registration_for(session: Session, event_id: int, organisation_id: int, actor: Actor, doing: Doing) -> Registration:
    """A living registration that the actor may change now."""
    actor.require_edit(organisation_id)
    event_for(session, event_id, actor, doing)
    return get_registration(session, event_id, organisation_id)


def get_registration(session: Session, event_id: int, organisation_id: int) -> Registration:
    """A living registration. Raises NotFoundError."""
    found = queries.find_registration(session, event_id, organisation_id)
    if found is None or found.state is RegistrationState.WITHDRAWN:
        raise NotFoundError("registration_not_found", event_id=event_id, organisation_id=organisation_id)
    return found


def require_participant(session: Session, event_id: int, actor: Actor) -> Event:
    """The event, for those who may know who comes: organisers and registered organisations."""
    event = get_event(session, event_id, actor)
    if actor.organiser:
        return event
    known = queries.find_registration(session, event_id, actor.organisation_id or 0)
    if known is None or known.state is RegistrationState.WITHDRAWN:
        raise ForbiddenError("participants_only", event_id=event_id)
    return event


def add_person(session: Session, event_id: int, data: PersonCreate, actor: Actor) -> EventPerson:
    """Add a delegate to a registration, or an interpreter, expert or supporter of the organiser's."""
    if data.role is PersonRole.DELEGATE:
        return _add_one_delegate(session, event_id, data, actor)
    actor.require_organiser()
    event_for(session, event_id, actor, Doing.REGISTER)
    if data.organisation_id is not None or data.posting_ids:
        raise InvalidError("not_a_delegate", field="organisation_id" if data.organisation_id else "posting_ids")
    _check_person(session, event_id, data.model_dump(), data.role, None)
    person = EventPerson(event_id=event_id, **data.model_dump(exclude={"organisation_id"}))
    session.add(person)
    session.flush()
    return person


def update_person(session: Session, event_id: int, person_id: int, data: PersonUpdate, actor: Actor) -> EventPerson:
    """Change the given fields of a person."""
    person, registration = person_for(session, event_id, person_id, actor, Doing.REGISTER)
    changes = data.model_dump(exclude_unset=True)
    for required in ("name", "languages", "posting_ids", "subjects", "remote"):
        if required in changes and changes[required] is None:
            raise InvalidError("field_required", field=required)
    _check_planned(changes, actor)
    values = {"remote": person.remote, "table_id": person.table_id} | changes
    _check_person(session, event_id, values, person.role, registration)
    if any(changes.get(name, getattr(person, name)) != getattr(person, name) for name in ("name", "remote")):
        note_change(session, event_id, Detail.PERSON, [person_id])
    person.sqlmodel_update(changes)
    session.add(person)
    session.flush()
    return person


def delete_person(session: Session, event_id: int, person_id: int, actor: Actor) -> None:
    """Take somebody off; the last delegate stays as long as the organisation does.

    Whoever stands in an agenda is kept for it, without an address, and comes no more.
    """
    person, registration = person_for(session, event_id, person_id, actor, Doing.REGISTER)
    if registration is not None and len(queries.delegates_of(session, registration.id or 0)) == 1:
        raise ConflictError("last_delegate", id=person_id)
    _take_off(session, person)


def person_for(
    session: Session, event_id: int, person_id: int, actor: Actor, doing: Doing
) -> tuple[EventPerson, Registration | None]:
    """Somebody whom the actor may change now, with the registration for delegates."""
    event_for(session, event_id, actor, doing)
    return person_of(session, event_id, person_id, actor, changing=True)


def person_of(
    session: Session, event_id: int, person_id: int, actor: Actor, *, changing: bool = False
) -> tuple[EventPerson, Registration | None]:
    """Somebody of the event who belongs to the actor; who comes no more can be read, for their agenda, not changed.

    Raises NotFoundError, also for other people's delegates.
    """
    get_event(session, event_id, actor)
    person = session.get(EventPerson, person_id)
    if person is not None and person.event_id == event_id and (person.coming or not changing):
        registration = session.get(Registration, person.registration_id) if person.registration_id else None
        whose = registration.organisation_id if registration else None
        if actor.organiser or (whose is not None and actor.may_edit(whose)):
            return person, registration
    raise NotFoundError("person_not_found", id=person_id)


def show_registration(registration: Registration, organisation: Organisation, delegates: int) -> RegistrationPublic:
    values = registration.model_dump() | {
        "organisation_vi": organisation.name_vi,
        "organisation_en": organisation.name_en,
        "kind": organisation.kind,
        "region": organisation.region,
        "delegates": delegates,
    }
    return RegistrationPublic.model_validate(values)


def show_person(person: EventPerson, organisation_id: int | None, actor: Actor) -> PersonPublic:
    """A person as this actor may see them."""
    shown = PersonPublic.model_validate(person.model_dump() | {"organisation_id": organisation_id})
    if not (actor.organiser or (organisation_id is not None and actor.may_edit(organisation_id))):
        shown.email = None
    return shown


def _add_one_delegate(session: Session, event_id: int, data: PersonCreate, actor: Actor) -> EventPerson:
    organisation_id = data.organisation_id or actor.organisation_id
    if organisation_id is None:
        raise InvalidError("organisation_missing", field="organisation_id")
    registration = registration_for(session, event_id, organisation_id, actor, Doing.REGISTER)
    if len(queries.delegates_of(session, registration.id or 0)) >= MOST_DELEGATES:
        raise ConflictError("too_many_delegates", most=MOST_DELEGATES)
    _check_planned(data.model_dump(include={"table_id", "max_per_day", "max_consecutive"}, exclude_none=True), actor)
    _check_person(session, event_id, data.model_dump(), data.role, registration)
    person = EventPerson(
        event_id=event_id, registration_id=registration.id, **data.model_dump(exclude={"organisation_id"})
    )
    session.add(person)
    session.flush()
    return person


def _add_delegate(session: Session, registration: Registration, data: DelegateCreate) -> None:
    _check_person(session, registration.event_id, data.model_dump(), PersonRole.DELEGATE, registration)
    session.add(
        EventPerson(
            event_id=registration.event_id,
            registration_id=registration.id,
            role=PersonRole.DELEGATE,
            **data.model_dump(),
        )
    )


def _take_off(session: Session, person: EventPerson) -> None:
    if delete_unused(session, person):
        return
    person.coming, person.email, person.table_id = False, None, None
    session.add(person)
    session.flush()


def _check_planned(changes: dict[str, Any], actor: Actor) -> None:
    """Where somebody stays and how much they take on is for the organiser to say."""
    if not actor.organiser and {"table_id", "max_per_day", "max_consecutive"} & set(changes):
        raise ForbiddenError("organiser_only")


def _check_person(
    session: Session, event_id: int, values: dict[str, Any], role: PersonRole, registration: Registration | None
) -> None:
    if wrong := taxonomy_of(session).unknown(values.get("subjects") or []):
        raise InvalidError("sector_unknown", field="subjects", sectors=wrong)
    if role is PersonRole.INTERPRETER and len(set(values.get("languages") or ["vi", "en"])) < 2:
        raise InvalidError("languages_missing", field="languages")
    _check_place(session, event_id, values, role)
    if wanted := set(values.get("posting_ids") or []):
        owner = registration.organisation_id if registration else None
        known = catalogue.postings_by_id(session, sorted(wanted))
        if strange := sorted(i for i in wanted if i not in known or known[i].organisation_id != owner):
            raise InvalidError("posting_unknown", field="posting_ids", postings=strange[:50])


def _check_place(session: Session, event_id: int, values: dict[str, Any], role: PersonRole) -> None:
    """Who comes by video sits at no table but one with a screen; interpreters come in person."""
    table_id, remote = values.get("table_id"), values.get("remote")
    if remote and role not in REMOTE_ROLES:
        raise InvalidError("remote_refused", field="remote", role=role)
    table = None if table_id is None else get_table(session, event_id, table_id)
    if remote and table is not None and table.mode is not TableMode.VIDEO:
        raise InvalidError("table_without_video", field="table_id", id=table_id)


def _save(session: Session, registration: Registration, actor: Actor) -> Registration:
    registration.actor = actor.name
    registration.updated_at = clock.now()
    session.add(registration)
    session.flush()
    return registration
