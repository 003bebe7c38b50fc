"""What became of a meeting, as either side or the desk says it."""

import secrets
from datetime import datetime

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda.models import Placement, PlacementState
from matchmaker.agenda.service import note_state, published_meeting
from matchmaker.events.models import Event, Slot
from matchmaker.events.phases import Phase
from matchmaker.events.service import get_event
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from matchmaker.outcomes.day import queries
from matchmaker.outcomes.day.models import MeetingWord, MeetingWordPublic, Speaker, StatePublic, StateSent
from matchmaker.outcomes.day.rules import Word, has_begun, is_disputed, last_said, outcome_of, said_by

TOLD = frozenset({PlacementState.HELD, PlacementState.NOT_HELD})
TELLING = frozenset({Phase.PUBLISHED, Phase.RUNNING, Phase.CLOSED})


def set_state(session: Session, event_id: int, key: str, sent: StateSent, actor: Actor) -> StatePublic:
    """Say that a meeting runs (organisers), was held or was not (its sides, and organisers for the desk or a side).

    Raises NotFoundError for others' meetings, ConflictError ``meeting_state_refused`` before it begins.
    """
    event = _event(session, event_id, sent, actor)
    row = published_meeting(session, event_id, key)
    speaker = speaker_of(row, sent.side, actor)
    # Two who speak at once follow each other: the second sees what the first said.
    session.refresh(row, with_for_update=True)
    _check(session, row, sent)
    if sent.state is PlacementState.RUNNING:
        note_state(session, event_id, row, sent.state)
    elif _is_new(session, event_id, key, sent, speaker):
        _note_word(session, event, row, sent, speaker, actor)
    return show_state(session, event_id, row)


def speaker_of(row: Placement, side: Speaker | None, actor: Actor) -> Speaker:
    """For whom somebody speaks of a meeting. Raises NotFoundError for those whose meeting it is not."""
    if actor.organiser:
        return side or Speaker.DESK
    sides = {row.need_organisation_id: Speaker.NEED, row.technology_organisation_id: Speaker.TECHNOLOGY}
    own = sides.get(actor.organisation_id or 0)
    if own is None:
        raise NotFoundError("meeting_not_found", key=row.key)
    if side not in (None, own):
        raise InvalidError("side_of_others", field="side")
    return own


def show_state(session: Session, event_id: int, row: Placement) -> StatePublic:
    """What became of a meeting, and what each speaker said last."""
    said = last_words(queries.words_of(session, event_id, row.key))
    return StatePublic(key=row.key, state=row.state, disputed=is_disputed(as_words(said)), words=show_words(said))


def last_words(rows: list[MeetingWord]) -> list[MeetingWord]:
    """The last word of each speaker, in the order of the speakers."""
    by_speaker = {speaker: last_said(row for row in rows if row.speaker is speaker) for speaker in Speaker}
    return [row for row in by_speaker.values() if row is not None]


def as_words(rows: list[MeetingWord]) -> list[Word]:
    return [Word(row.speaker, row.held, row.missing) for row in rows]


def show_words(rows: list[MeetingWord]) -> list[MeetingWordPublic]:
    return [MeetingWordPublic.model_validate(row.model_dump()) for row in rows]


def _event(session: Session, event_id: int, sent: StateSent, actor: Actor) -> Event:
    if sent.state is PlacementState.RUNNING and not actor.organiser:
        raise ForbiddenError("organiser_only")
    session.get(Event, event_id, with_for_update={"read": True})
    event = get_event(session, event_id, actor)
    phases = {Phase.RUNNING} if sent.state is PlacementState.RUNNING else TELLING
    if event.phase not in phases:
        raise ConflictError("phase_refuses", phase=event.phase, doing="meeting")
    return event


def _check(session: Session, row: Placement, sent: StateSent) -> None:
    if sent.missing is not None and sent.state is not PlacementState.NOT_HELD:
        raise InvalidError("missing_without_reason", field="missing")
    starts_at: datetime = session.get_one(Slot, row.slot_id).starts_at
    begins = sent.state is PlacementState.RUNNING and row.state is PlacementState.PLANNED
    ends = sent.state in TOLD and has_begun(row.state, starts_at, clock.now())
    if not (begins or ends):
        raise ConflictError("meeting_state_refused", before=row.state, after=sent.state)


def _is_new(session: Session, event_id: int, key: str, sent: StateSent, speaker: Speaker) -> bool:
    """Whether this was not said before under the same key. Raises ConflictError where the key says something else."""
    known = queries.find_word(session, event_id, sent.sent_key) if sent.sent_key else None
    if known is None:
        return True
    if (known.key, known.speaker, known.held) != (key, speaker, sent.state is PlacementState.HELD):
        raise ConflictError("sent_key_taken", sent_key=sent.sent_key)
    return False


def _note_word(session: Session, event: Event, row: Placement, sent: StateSent, speaker: Speaker, actor: Actor) -> None:
    event_id = event.id or 0
    word = MeetingWord(
        event_id=event_id,
        key=row.key,
        speaker=speaker,
        held=sent.state is PlacementState.HELD,
        missing=sent.missing,
        said_at=said_by(sent.said_at, clock.now()),
        sent_key=sent.sent_key or secrets.token_hex(16),
        actor=actor.name,
    )
    session.add(word)
    session.flush()
    state = outcome_of(as_words(last_words(queries.words_of(session, event_id, row.key))))
    if state is not None:
        note_state(session, event_id, row, state)
