"""The running day over HTTP: repairs, stand-ins, and offers to both sides."""

from typing import Annotated

from fastapi import APIRouter, Query

from matchmaker.accounts.acting import ActorDep
from matchmaker.agenda import live, offers
from matchmaker.agenda.live_models import OfferPublic, OfferSent, RepairPublic, RepairSent, SaysSent, StandInPublic
from matchmaker.agenda.routes import HERE
from matchmaker.events.routes import RowId
from matchmaker.events.service import get_event
from matchmaker.interest.routes import Whose
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.kit.versions import Versioned

router = APIRouter(tags=["agenda"], route_class=Versioned, responses=responses(400, 403, 404, 409, 412, 422))
Asked = Annotated[int, Query(ge=1, le=2**53)]


@router.post(f"{HERE}/repair")
def repair(session: SessionDep, actor: ActorDep, event_id: RowId, sent: RepairSent) -> RepairPublic:
    """What mishaps make of the published agenda (organisers); applied, it is published and the draft follows."""
    return live.repair_agenda(session, event_id, sent, actor)


@router.get(f"{HERE}/stand-ins")
def list_stand_ins(
    session: SessionDep, actor: ActorDep, event_id: RowId, person_id: Asked, slot_id: Asked
) -> list[StandInPublic]:
    """Meetings that somebody left waiting could have in a slot, the best first (organisers)."""
    return offers.list_stand_ins(session, event_id, person_id, slot_id, actor)


@router.post(f"{HERE}/offers", status_code=201)
def make_offer(session: SessionDep, actor: ActorDep, event_id: RowId, sent: OfferSent) -> OfferPublic:
    """Offer a stand-in to both sides (organisers)."""
    return offers.show_offer(session, offers.make_offer(session, event_id, sent, actor))


@router.get(f"{HERE}/offers")
def list_offers(
    session: SessionDep, actor: ActorDep, event_id: RowId, organisation_id: Whose = None
) -> list[OfferPublic]:
    """One's own offers, the latest first; for organisers all."""
    get_event(session, event_id, actor)
    return offers.list_offers(session, event_id, actor, organisation_id)


@router.post(HERE + "/offers/{offer_id}/answer")
def answer_offer(session: SessionDep, actor: ActorDep, event_id: RowId, offer_id: RowId, sent: SaysSent) -> OfferPublic:
    """Say yes or no for one side; the second yes places the meeting in the running agenda."""
    get_event(session, event_id, actor)
    return offers.show_offer(session, offers.answer_offer(session, event_id, offer_id, sent, actor))
