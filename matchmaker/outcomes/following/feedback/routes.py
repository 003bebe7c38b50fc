"""The word of each side after a meeting, over HTTP."""

from fastapi import APIRouter

from matchmaker.accounts.acting import ActorDep
from matchmaker.agenda.routes import HERE, MeetingKey
from matchmaker.events.routes import RowId
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.outcomes.following.feedback import service
from matchmaker.outcomes.following.feedback.models import FeedbackPublic, FeedbackSent

router = APIRouter(tags=["cases"], responses=responses(400, 403, 404, 409, 422))


@router.put(HERE + "/meetings/{key}/feedback")
def record_feedback(
    session: SessionDep, actor: ActorDep, event_id: RowId, key: MeetingKey, sent: FeedbackSent
) -> FeedbackPublic:
    """Say whether one's side wants a next step; it may arrive late, and twice."""
    return service.record_feedback(session, event_id, key, sent, actor)


@router.get(HERE + "/meetings/{key}/feedback")
def get_feedback(session: SessionDep, actor: ActorDep, event_id: RowId, key: MeetingKey) -> FeedbackPublic:
    """What both sides said, as far as one may see it."""
    return service.get_feedback(session, event_id, key, actor)
