"""Registrations, people, their availability and fixed blocks over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query

from matchmaker.accounts.acting import ActorDep
from matchmaker.accounts.service import get_organisation
from matchmaker.events import availability_service, people_service, queries, service
from matchmaker.events.people_models import (
    Availability,
    AvailabilityPublic,
    BlockCreate,
    BlockPublic,
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
from matchmaker.events.routes import RowId
from matchmaker.kit.database import SessionDep
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses

router = APIRouter(prefix="/events/{event_id}", responses=responses(400, 403, 404, 409, 422))
OptionalId = Annotated[int | None, Query(ge=1, le=2**53)]


@router.get("/registrations", tags=["registrations"])
def list_registrations(
    session: SessionDep,
    actor: ActorDep,
    event_id: RowId,
    state: RegistrationState | None = RegistrationState.REGISTERED,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[RegistrationPublic]:
    """The organisations that come (for those that come, and organisers)."""
    people_service.require_participant(session, event_id, actor)
    wanted = state if actor.organiser else RegistrationState.REGISTERED
    rows, total = queries.list_registrations(session, event_id, wanted, offset, limit)
    items = [people_service.show_registration(*row) for row in rows]
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.post("/registrations", status_code=201, tags=["registrations"])
def register(session: SessionDep, actor: ActorDep, event_id: RowId, data: RegistrationCreate) -> RegistrationPublic:
    """Register an organisation with its delegates, until the deadline."""
    return _shown(session, people_service.register(session, event_id, data, actor))


@router.get("/registrations/{organisation_id}", tags=["registrations"])
def get_registration(
    session: SessionDep, actor: ActorDep, event_id: RowId, organisation_id: RowId
) -> RegistrationPublic:
    """One registration (its organisation and organisers)."""
    service.get_event(session, event_id, actor)
    actor.require_edit(organisation_id)
    return _shown(session, people_service.get_registration(session, event_id, organisation_id))


@router.patch("/registrations/{organisation_id}", tags=["registrations"])
def update_registration(
    session: SessionDep, actor: ActorDep, event_id: RowId, organisation_id: RowId, data: RegistrationUpdate
) -> RegistrationPublic:
    """Change what an organisation wants at an event."""
    return _shown(session, people_service.update_registration(session, event_id, organisation_id, data, actor))


@router.delete("/registrations/{organisation_id}", status_code=204, tags=["registrations"])
def withdraw(session: SessionDep, actor: ActorDep, event_id: RowId, organisation_id: RowId) -> None:
    """Take a registration back; it can be made again until the deadline."""
    people_service.withdraw(session, event_id, organisation_id, actor)


@router.get("/people", tags=["registrations"])
def list_people(
    session: SessionDep,
    actor: ActorDep,
    event_id: RowId,
    role: PersonRole | None = None,
    organisation_id: OptionalId = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[PersonPublic]:
    """Who comes (for those that come, and organisers); addresses of one's own people only."""
    people_service.require_participant(session, event_id, actor)
    rows, total = queries.list_people(session, event_id, role, organisation_id, offset, limit)
    items = [people_service.show_person(person, whose, actor) for person, whose in rows]
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.post("/people", status_code=201, tags=["registrations"])
def add_person(session: SessionDep, actor: ActorDep, event_id: RowId, data: PersonCreate) -> PersonPublic:
    """Add a delegate of one's own, or as organiser anybody, also interpreters and experts with their limits."""
    person = people_service.add_person(session, event_id, data, actor)
    return people_service.show_person(*_with_owner(session, event_id, person.id or 0, actor), actor)


@router.get("/people/{person_id}", tags=["registrations"])
def get_person(session: SessionDep, actor: ActorDep, event_id: RowId, person_id: RowId) -> PersonPublic:
    """One of one's own people, or as organiser anybody."""
    return people_service.show_person(*_with_owner(session, event_id, person_id, actor), actor)


@router.patch("/people/{person_id}", tags=["registrations"])
def update_person(
    session: SessionDep, actor: ActorDep, event_id: RowId, person_id: RowId, data: PersonUpdate
) -> PersonPublic:
    """Change somebody; limits and the table of a host are for organisers."""
    people_service.update_person(session, event_id, person_id, data, actor)
    return people_service.show_person(*_with_owner(session, event_id, person_id, actor), actor)


@router.delete("/people/{person_id}", status_code=204, tags=["registrations"])
def delete_person(session: SessionDep, actor: ActorDep, event_id: RowId, person_id: RowId) -> None:
    """Take somebody off, but not the last delegate."""
    people_service.delete_person(session, event_id, person_id, actor)


@router.get("/people/{person_id}/availability", tags=["availability"])
def get_availability(session: SessionDep, actor: ActorDep, event_id: RowId, person_id: RowId) -> AvailabilityPublic:
    """When one of one's own people cannot, and what fixed blocks take."""
    people_service.person_of(session, event_id, person_id, actor)
    return availability_service.person_availability(session, event_id, person_id)


@router.put("/people/{person_id}/availability", tags=["availability"])
def set_availability(
    session: SessionDep, actor: ActorDep, event_id: RowId, person_id: RowId, data: Availability
) -> AvailabilityPublic:
    """Say when somebody cannot, until the answer deadline."""
    return availability_service.set_person_away(session, event_id, person_id, data.away, actor)


@router.get("/blocks", tags=["availability"])
def list_blocks(session: SessionDep, actor: ActorDep, event_id: RowId) -> list[BlockPublic]:
    """Company visits and other fixed blocks (organisers)."""
    actor.require_organiser()
    service.get_event(session, event_id, actor)
    return availability_service.show_blocks(session, event_id, queries.blocks_of(session, event_id))


@router.post("/blocks", status_code=201, tags=["availability"])
def add_block(session: SessionDep, actor: ActorDep, event_id: RowId, data: BlockCreate) -> BlockPublic:
    """Fix something for some people, or all, in some slots (organisers)."""
    block = availability_service.add_block(session, event_id, data, actor)
    return availability_service.show_blocks(session, event_id, [block])[0]


@router.put("/blocks/{block_id}", tags=["availability"])
def replace_block(
    session: SessionDep, actor: ActorDep, event_id: RowId, block_id: RowId, data: BlockCreate
) -> BlockPublic:
    """Change a fixed block to this (organisers)."""
    block = availability_service.replace_block(session, event_id, block_id, data, actor)
    return availability_service.show_blocks(session, event_id, [block])[0]


@router.delete("/blocks/{block_id}", status_code=204, tags=["availability"])
def delete_block(session: SessionDep, actor: ActorDep, event_id: RowId, block_id: RowId) -> None:
    """Remove a fixed block (organisers)."""
    availability_service.delete_block(session, event_id, block_id, actor)


def _shown(session: SessionDep, registration: Registration) -> RegistrationPublic:
    organisation = get_organisation(session, registration.organisation_id)
    delegates = queries.delegates_of(session, registration.id or 0)
    return people_service.show_registration(registration, organisation, len(delegates))


def _with_owner(session: SessionDep, event_id: int, person_id: int, actor: ActorDep) -> tuple[EventPerson, int | None]:
    person, registration = people_service.person_of(session, event_id, person_id, actor)
    return person, registration.organisation_id if registration else None
