"""What each side sees of answers and requests."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.models import Organisation
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue import service as postings
from matchmaker.catalogue.models import Kind
from matchmaker.events.models import Event
from matchmaker.events.people_service import get_registration
from matchmaker.events.service import local
from matchmaker.interest import queries
from matchmaker.interest.models import (
    Answer,
    AnswerPublic,
    Direction,
    EventCandidate,
    MeetingRequest,
    NudgePublic,
    OwnAnswer,
    RequestPublic,
)
from matchmaker.interest.mutual import RequestState, Value
from matchmaker.interest.service import effective_state
from matchmaker.kit import clock
from matchmaker.kit.errors import ForbiddenError, InvalidError


def reader(actor: Actor, organisation_id: int | None) -> int | None:
    """Whose things are read: one organisation's, or None for all, which only organisers may.

    Raises ForbiddenError for things of others.
    """
    if actor.organiser:
        return organisation_id
    if actor.organisation_id is None:
        raise ForbiddenError("participants_only")
    actor.require_edit(organisation_id or actor.organisation_id)
    return actor.organisation_id


def candidates(
    session: Session, event: Event, actor: Actor, organisation_id: int | None, posting_id: int | None, page: Any
) -> tuple[list[EventCandidate], int]:
    """A page of what an organisation may answer to; six queries however many."""
    whose = reader(actor, organisation_id)
    if whose is None:
        raise InvalidError("organisation_missing", field="organisation_id")
    event_id = event.id or 0
    get_registration(session, event_id, whose)
    rows, total = queries.list_candidates(session, event_id, whose, posting_id, *page)
    others = catalogue.postings_by_id(session, [row[1] for row in rows])
    publics = dict(zip(others, postings.show(session, list(others.values()), actor), strict=True))
    names = _organisations(session, {posting.organisation_id for posting in others.values()})
    now = clock.now()
    items = []
    for candidate, other_id, own, request, asked, rank in rows:
        organisation = names[others[other_id].organisation_id]
        side = others[other_id].kind.other
        items.append(
            EventCandidate(
                need_id=candidate.need_id,
                technology_id=candidate.technology_id,
                side=side,
                rank=candidate.rank if side is Kind.NEED else rank,
                probability=candidate.probability,
                organisation_id=organisation.id or 0,
                organisation_vi=organisation.name_vi,
                organisation_en=organisation.name_en,
                posting=publics[other_id],
                answer=None if own is None else OwnAnswer.model_validate(own.model_dump()),
                request=None if request is None else show_request(event, request, asked, whose, now),
            )
        )
    return items, total


def show_request(
    event: Event, request: MeetingRequest, asked: Value | None, whose: int | None, now: datetime
) -> RequestPublic:
    """A request as one organisation sees it, or for None as organisers do; priorities tell of the other's answer."""
    asker = request.need_organisation_id if request.asked_by is Kind.NEED else request.technology_organisation_id
    state = effective_state(request, now)
    direction = None
    if whose is not None:
        direction = Direction.SENT if asker == whose else Direction.RECEIVED
    urgent = state is RequestState.OPEN and asked is Value.MUST_MEET and direction is not Direction.SENT
    return RequestPublic(
        need_id=request.need_id,
        technology_id=request.technology_id,
        need_organisation_id=request.need_organisation_id,
        technology_organisation_id=request.technology_organisation_id,
        state=state,
        direction=direction,
        urgent=urgent,
        priority=request.priority if whose is None else None,
        opened_at=local(event, request.opened_at),
        expires_at=local(event, request.expires_at),
    )


def show_answer(answer: Answer) -> AnswerPublic:
    return AnswerPublic.model_validate(answer.model_dump())


def show_nudge(event: Event, request: MeetingRequest) -> NudgePublic:
    """Who should be reminded of a request, and by whom it is asked."""
    sides = (request.technology_organisation_id, request.need_organisation_id)
    receiver, asker = sides if request.asked_by is Kind.NEED else sides[::-1]
    return NudgePublic(
        need_id=request.need_id,
        technology_id=request.technology_id,
        organisation_id=receiver,
        asked_by_id=asker,
        expires_at=local(event, request.expires_at),
    )


def _organisations(session: Session, ids: set[int]) -> dict[int, Organisation]:
    rows = session.exec(select(Organisation).where(col(Organisation.id).in_(ids)))
    return {row.id: row for row in rows if row.id is not None}
