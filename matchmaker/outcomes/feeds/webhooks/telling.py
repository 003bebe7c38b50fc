"""What a delivery says: names and numbers that anybody may know, as they are at the first attempt."""

import json
from collections.abc import Callable
from typing import Any

from sqlmodel import Session, col, func, select

from matchmaker.accounts.acting import PUBLIC
from matchmaker.agenda.models import AgendaVersion, Placement
from matchmaker.catalogue import service as postings
from matchmaker.events.models import Event
from matchmaker.interest.models import MeetingRequest
from matchmaker.interest.mutual import RequestState
from matchmaker.kit.errors import NotFoundError
from matchmaker.outcomes.feeds.webhooks.kinds import ToldKind
from matchmaker.outcomes.feeds.webhooks.models import WebhookDelivery
from matchmaker.outcomes.following.models import Case

Data = dict[str, Any]


def body_of(session: Session, delivery: WebhookDelivery) -> str:
    """The JSON that is sent, with every attempt the same."""
    reader = _READERS.get(delivery.kind)
    entity_id = delivery.subject.partition(":")[2]
    data = {"id": int(entity_id), **(reader(session, int(entity_id), delivery.facts) if reader else {})}
    told = {
        "type": delivery.kind,
        "subject": delivery.subject,
        "timestamp": delivery.created_at.isoformat(),
        "data": data,
    }
    return json.dumps(told, ensure_ascii=False)


def _posting(session: Session, posting_id: int, _: Data) -> Data:
    """What the public reads of a posting's head; nothing once it is withdrawn."""
    try:
        shown = postings.show(session, [postings.get_posting(session, posting_id, PUBLIC)], PUBLIC)[0]
    except NotFoundError:
        return {}
    titles = {shown.language: shown.title} | {text.language: text.title for text in shown.translations}
    return {"kind": shown.kind, "titles": titles, "sectors": shown.sectors, "organisation_id": shown.organisation_id}


def _event(session: Session, event_id: int, _: Data) -> Data:
    event = session.get(Event, event_id)
    if event is None or not event.announced:
        return {}
    return {"name_vi": event.name_vi, "name_en": event.name_en, "phase": event.phase}


def _agenda(session: Session, event_id: int, facts: Data) -> Data:
    version = session.get(AgendaVersion, facts["version_id"])
    if version is None:
        return {}
    meetings = select(func.count()).select_from(Placement).where(Placement.version_id == version.id)
    return {"version": version.number, "meetings": session.exec(meetings).one()}


def _requests(session: Session, event_id: int, _: Data) -> Data:
    accepted = (MeetingRequest.event_id == event_id, MeetingRequest.state == RequestState.ACCEPTED)
    return {"accepted": session.exec(select(func.count(col(MeetingRequest.id))).where(*accepted)).one()}


def _case(session: Session, case_id: int, facts: Data) -> Data:
    """Where a case came to then, and at which event it began; who the two are is not said."""
    case = session.get(Case, case_id)
    return {"stage": facts["stage"], **({"event_id": case.event_id} if case else {})}


_READERS: dict[ToldKind, Callable[[Session, int, Data], Data]] = {
    ToldKind.POSTING_PUBLISHED: _posting,
    ToldKind.POSTING_CHANGED: _posting,
    ToldKind.EVENT_CHANGED: _event,
    ToldKind.AGENDA_PUBLISHED: _agenda,
    ToldKind.REQUEST_ACCEPTED: _requests,
    ToldKind.CASE_MOVED: _case,
}
