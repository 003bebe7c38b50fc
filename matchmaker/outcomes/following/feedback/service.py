"""Taking the word of each side after a meeting, and showing it to whoever may read it."""

from typing import Any

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda.models import Placement, PlacementState
from matchmaker.catalogue.models import Kind
from matchmaker.events.service import get_event
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from matchmaker.outcomes.following.cases import queries as cases
from matchmaker.outcomes.following.cases.following import follow_meeting
from matchmaker.outcomes.following.feedback import queries
from matchmaker.outcomes.following.feedback.fairness import is_newer, may_read
from matchmaker.outcomes.following.feedback.models import (
    FeedbackPublic,
    FeedbackSent,
    FeedbackWordPublic,
    NextStepPublic,
)
from matchmaker.outcomes.following.models import Feedback


def record_feedback(session: Session, event_id: int, key: str, sent: FeedbackSent, actor: Actor) -> FeedbackPublic:
    """Save what one side says of the next step, and what that makes of its case.

    The same word sent again changes nothing, and neither does one that was said before the known one. Raises
    NotFoundError for meetings that are not the actor's, ConflictError ``meeting_cancelled`` or ``meeting_not_begun``.
    """
    _check_reason(sent)
    meeting = _meeting_to_speak_of(session, event_id, key, actor)
    side = _side(meeting, sent.side, actor)
    cases.lock_pair(session, meeting.need_organisation_id, meeting.technology_organisation_id)
    words = queries.words_of(session, event_id, key)
    if _is_news(words.get(side), sent):
        words[side] = _write(session, event_id, meeting, side, sent, actor, words.get(side))
        follow_meeting(session, event_id, meeting, words, actor)
    return _show(session, event_id, meeting, actor)


def get_feedback(session: Session, event_id: int, key: str, actor: Actor) -> FeedbackPublic:
    """The words of both sides as far as the actor may see them. Raises NotFoundError."""
    return _show(session, event_id, _meeting_for(session, event_id, key, actor)[0], actor)


def _meeting_for(session: Session, event_id: int, key: str, actor: Actor) -> Any:
    """A published meeting that the actor's organisation has, or any for organisers, and when it starts."""
    get_event(session, event_id, actor)
    found = queries.find_meeting(session, event_id, key)
    if found is None or not (actor.organiser or _own_side(found[0], actor)):
        raise NotFoundError("meeting_not_found", key=key)
    return found


def _meeting_to_speak_of(session: Session, event_id: int, key: str, actor: Actor) -> Placement:
    meeting: Placement
    meeting, starts_at = _meeting_for(session, event_id, key, actor)
    if meeting.state is PlacementState.CANCELLED:
        raise ConflictError("meeting_cancelled", key=key)
    if not actor.organiser and clock.now() < starts_at:
        raise ConflictError("meeting_not_begun", key=key, starts_at=starts_at.isoformat())
    return meeting


def _own_side(meeting: Placement, actor: Actor) -> Kind | None:
    """The side for which a member speaks."""
    if actor.organisation_id is None:
        return None
    sides = {meeting.need_organisation_id: Kind.NEED, meeting.technology_organisation_id: Kind.TECHNOLOGY}
    return sides.get(actor.organisation_id)


def _side(meeting: Placement, said: Kind | None, actor: Actor) -> Kind:
    if actor.organiser:
        if said is None:
            raise InvalidError("side_missing", field="side")
        return said
    own = _own_side(meeting, actor)
    if own is None or said not in (None, own):
        raise ForbiddenError("not_your_side", side=said)
    return own


def _check_reason(sent: FeedbackSent) -> None:
    if sent.interested and sent.reason is not None:
        raise InvalidError("reason_not_needed", field="reason")
    if not sent.interested and sent.reason is None:
        raise InvalidError("reason_missing", field="reason")
    if not sent.interested and sent.steps:
        raise InvalidError("steps_not_needed", field="steps")


def _is_news(known: Feedback | None, sent: FeedbackSent) -> bool:
    if known is None:
        return True
    if known.sent_key == sent.sent_key:
        return False
    return is_newer((min(sent.said_at, clock.now()), sent.sent_key), (known.said_at, known.sent_key))


def _write(
    session: Session,
    event_id: int,
    meeting: Placement,
    side: Kind,
    sent: FeedbackSent,
    actor: Actor,
    known: Feedback | None,
) -> Feedback:
    """The row of a side's word. A phone whose clock is ahead said it when it arrived."""
    own = meeting.need_organisation_id if side is Kind.NEED else meeting.technology_organisation_id
    values: dict[str, Any] = {
        "organisation_id": own,
        "interested": sent.interested,
        "reason": sent.reason,
        "note": sent.note or "",
        "steps": [step.model_dump(mode="json") for step in sent.steps],
        "said_at": min(sent.said_at, clock.now()),
        "sent_key": sent.sent_key,
        "actor": actor.name,
        "account_id": actor.account_id,
        "received_at": clock.now(),
    }
    row = known or Feedback(event_id=event_id, key=meeting.key, side=side, **values)
    row.sqlmodel_update(values)
    session.add(row)
    session.flush()
    return row


def _show(session: Session, event_id: int, meeting: Placement, actor: Actor) -> FeedbackPublic:
    reader = None if actor.organiser else _own_side(meeting, actor)
    words = queries.words_of(session, event_id, meeting.key)
    spoken = frozenset(words)
    shown = {side: _show_word(word, reader) for side, word in words.items() if may_read(side, reader, spoken)}
    case = cases.case_of_meeting(session, event_id, meeting.key)
    return FeedbackPublic(
        event_id=event_id,
        key=meeting.key,
        need=shown.get(Kind.NEED),
        technology=shown.get(Kind.TECHNOLOGY),
        case_id=case.id if case is not None and (reader is None or case.waits_for is not reader) else None,
    )


def _show_word(word: Feedback, reader: Kind | None) -> FeedbackWordPublic:
    own = reader in (None, word.side)
    return FeedbackWordPublic(
        interested=word.interested,
        reason=word.reason if own else None,
        note=word.note if own else "",
        steps=[NextStepPublic.model_validate(step) for step in word.steps],
        said_at=word.said_at,
        sent_key=word.sent_key if own else None,
    )
