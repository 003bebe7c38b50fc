"""Candidates at an event, answers, requests, and what organisers do with pairs, over HTTP."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query

from matchmaker.accounts.acting import ActorDep
from matchmaker.catalogue.models import Kind
from matchmaker.events.people_routes import OptionalId
from matchmaker.events.routes import RowId
from matchmaker.events.service import get_event
from matchmaker.interest import pair_queries, pairs, queries, reminding, service, showing
from matchmaker.interest.models import (
    AcceptedPairPublic,
    AnswerPublic,
    AnswerRecordPublic,
    AnswerSent,
    EventCandidate,
    InterestPublic,
    NudgePublic,
    PairRulePublic,
    PairRuleSent,
    RequestPublic,
)
from matchmaker.kit import clock
from matchmaker.kit.database import SessionDep
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses
from matchmaker.kit.versions import Versioned

router = APIRouter(
    prefix="/events/{event_id}",
    tags=["interest"],
    route_class=Versioned,
    responses=responses(400, 403, 404, 409, 412, 422),
)
Whose = Annotated[int | None, Query(ge=1, le=2**53, description="For organisers: of which organisation.")]
CandidateLimit = Annotated[int, Query(ge=1, le=100)]


@router.get("/candidates")
def list_candidates(
    session: SessionDep,
    actor: ActorDep,
    event_id: RowId,
    organisation_id: Whose = None,
    posting_id: OptionalId = None,
    offset: Offset = 0,
    limit: CandidateLimit = 20,
) -> Page[EventCandidate]:
    """Whom an organisation may answer to: postings of others who come, the most probable first."""
    event = get_event(session, event_id, actor)
    items, total = showing.candidates(session, event, actor, organisation_id, posting_id, (offset, limit))
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.put("/answers/{need_id}/{technology_id}")
def record_answer(
    session: SessionDep, actor: ActorDep, event_id: RowId, need_id: RowId, technology_id: RowId, sent: AnswerSent
) -> AnswerPublic:
    """Say whether one's organisation wants to meet on this pair; changeable until the deadline."""
    return showing.show_answer(service.record_answer(session, event_id, need_id, technology_id, sent, actor))


@router.delete("/answers/{need_id}/{technology_id}", status_code=204)
def take_back_answer(
    session: SessionDep,
    actor: ActorDep,
    event_id: RowId,
    need_id: RowId,
    technology_id: RowId,
    side: Kind | None = None,
) -> None:
    """Take an answer back, as if none had been given."""
    service.take_back_answer(session, event_id, need_id, technology_id, side, actor)


@router.get("/answers")
def list_answers(
    session: SessionDep,
    actor: ActorDep,
    event_id: RowId,
    organisation_id: Whose = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[AnswerPublic]:
    """One's own answers, the latest first; for organisers all."""
    get_event(session, event_id, actor)
    rows, total = queries.list_answers(session, event_id, showing.reader(actor, organisation_id), offset, limit)
    return Page(items=[showing.show_answer(row) for row in rows], total=total, offset=offset, limit=limit)


@router.get("/answers/records")
def list_records(
    session: SessionDep, actor: ActorDep, event_id: RowId, offset: Offset = 0, limit: Limit = 50
) -> Page[AnswerRecordPublic]:
    """Every answer ever given with what the ranking had said, as evidence for calibrating it (organisers)."""
    actor.require_organiser()
    get_event(session, event_id, actor)
    rows, total = queries.list_records(session, event_id, offset, limit)
    items = [AnswerRecordPublic.model_validate(row.model_dump()) for row in rows]
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.get("/requests")
def list_requests(
    session: SessionDep,
    actor: ActorDep,
    event_id: RowId,
    organisation_id: Whose = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[RequestPublic]:
    """Requests that one sent and received, the latest first; for organisers all."""
    event = get_event(session, event_id, actor)
    whose = showing.reader(actor, organisation_id)
    rows, total = queries.list_requests(session, event_id, whose, offset, limit)
    now = clock.now()
    items = [showing.show_request(event, request, asked, whose, now) for request, asked in rows]
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.get("/nudges")
def list_nudges(
    session: SessionDep, actor: ActorDep, event_id: RowId, offset: Offset = 0, limit: Limit = 50
) -> Page[NudgePublic]:
    """Who has not answered somebody who must meet them, and was not reminded yet (organisers)."""
    actor.require_organiser()
    event = get_event(session, event_id, actor)
    rows = queries.to_nudge(session, event_id, clock.now())
    items = [showing.show_nudge(event, row) for row in rows[offset : offset + limit]]
    return Page(items=items, total=len(rows), offset=offset, limit=limit)


@router.post("/nudges")
def nudge(session: SessionDep, actor: ActorDep, event_id: RowId) -> list[NudgePublic]:
    """Write to all of them (organisers); sent again, there is nobody left."""
    return reminding.nudge(session, event_id, actor)


@router.get("/pairs")
def list_rules(
    session: SessionDep, actor: ActorDep, event_id: RowId, offset: Offset = 0, limit: Limit = 50
) -> Page[PairRulePublic]:
    """The pairs of organisations that organisers added or forbade (organisers)."""
    actor.require_organiser()
    get_event(session, event_id, actor)
    rows = pair_queries.rules_of(session, event_id)
    items = [_rule(row) for row in rows[offset : offset + limit]]
    return Page(items=items, total=len(rows), offset=offset, limit=limit)


@router.put("/pairs/{first_id}/{second_id}")
def set_rule(
    session: SessionDep, actor: ActorDep, event_id: RowId, first_id: RowId, second_id: RowId, sent: PairRuleSent
) -> PairRulePublic:
    """Add or forbid a pair of organisations (organisers)."""
    return _rule(pairs.set_rule(session, event_id, first_id, second_id, sent, actor))


@router.delete("/pairs/{first_id}/{second_id}", status_code=204)
def drop_rule(session: SessionDep, actor: ActorDep, event_id: RowId, first_id: RowId, second_id: RowId) -> None:
    """Leave a pair of organisations to their answers again (organisers)."""
    pairs.drop_rule(session, event_id, first_id, second_id, actor)


@router.get("/accepted-pairs")
def get_accepted_pairs(session: SessionDep, actor: ActorDep, event_id: RowId) -> InterestPublic:
    """The meetings to be placed, the best first, and the organisations kept apart (organisers)."""
    actor.require_organiser()
    get_event(session, event_id, actor)
    found = pairs.accepted_pairs(session, event_id)
    shown = [AcceptedPairPublic.model_validate(asdict(pair)) for pair in found.pairs]
    return InterestPublic(pairs=shown, forbidden=sorted(found.forbidden))


def _rule(row: Any) -> PairRulePublic:
    return PairRulePublic.model_validate(row.model_dump())
