"""What is done with cases: stages, notes, how they go, and removing them."""

from collections.abc import Sequence

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError
from matchmaker.kit.text import fold
from matchmaker.outcomes.following.cases import queries
from matchmaker.outcomes.following.cases.access import case_to_change, check_version, require_remove, side_of
from matchmaker.outcomes.following.cases.models import CaseGoingSent, CaseNoteSent, CaseRow, CaseStageSent
from matchmaker.outcomes.following.cases.queries import Load, Wanted
from matchmaker.outcomes.following.cases.showing import show_rows
from matchmaker.outcomes.following.cases.stages import Refusal, Stage, refusal_of
from matchmaker.outcomes.following.cases.stepping import change_stage
from matchmaker.outcomes.following.models import Case, CaseGoing, CaseNote
from matchmaker.outcomes.following.reminding.due import milestone

MOST_NOTES = 500


def list_cases(
    session: Session, wanted: Wanted, search: str, actor: Actor, part: slice
) -> tuple[list[CaseRow], list[Case]]:
    """A part of the cases, overdue ones on top, and all of them."""
    found = _searched(session, queries.list_cases(session, wanted, clock.today()), search)
    return show_rows(session, found[part], actor), [case for case, _ in found]


def move_case(session: Session, case_id: int, sent: CaseStageSent, actor: Actor) -> Case:
    """Take a case to another stage. Raises ConflictError ``version_stale`` or ``case_stage_same``, InvalidError."""
    case = case_to_change(session, case_id, actor)
    check_version(case.version, sent.version)
    match refusal_of(case.stage, sent.stage, sent.reason):
        case Refusal.SAME_STAGE:
            raise ConflictError(Refusal.SAME_STAGE, stage=case.stage)
        case Refusal() as refusal:
            raise InvalidError(refusal, field="reason")
    if sent.day is not None and sent.day > clock.today():
        raise InvalidError("day_in_future", field="day")
    case.version += 1
    case.declined_by = None
    change_stage(session, case, sent.stage, actor, reason=sent.reason, note=sent.note, day=sent.day)
    return case


def open_for_both(session: Session, case_id: int, version: int, actor: Actor) -> Case:
    """Let the side know of a case that waits for its word (organisers). Raises ConflictError where none waits."""
    actor.require_organiser()
    case = case_to_change(session, case_id, actor)
    check_version(case.version, version)
    if case.waits_for is None or case.stage is Stage.CLOSED:
        raise ConflictError("case_open_already", id=case_id)
    case.waits_for = None
    return _touched(session, case)


def delete_case(session: Session, case_id: int, actor: Actor) -> list[str]:
    """Remove a case with all that belongs to it (organisers); the names under which its files are kept."""
    actor.require_organiser()
    case = case_to_change(session, case_id, actor)
    stored = [file.stored for file in queries.files_of(session, case_id)]
    session.delete(case)
    session.flush()
    return stored


def add_note(session: Session, case_id: int, sent: CaseNoteSent, actor: Actor) -> Case:
    """Write something down for both sides and the organisers. Raises ConflictError ``too_many_notes``."""
    case = case_to_change(session, case_id, actor)
    if len(queries.notes_of(session, case_id)) >= MOST_NOTES:
        raise ConflictError("too_many_notes", most=MOST_NOTES)
    note = CaseNote(
        case_id=case_id,
        text=sent.text,
        organisation_id=None if actor.organiser else actor.organisation_id,
        account_id=actor.account_id,
        actor=actor.name,
    )
    session.add(note)
    session.flush()
    return case


def delete_note(session: Session, case_id: int, note_id: int, actor: Actor) -> Case:
    """Remove a note of one's own side (organisers: any). Raises NotFoundError, ForbiddenError."""
    case = case_to_change(session, case_id, actor)
    note = queries.find_note(session, case_id, note_id)
    if note is None:
        raise NotFoundError("case_note_not_found", id=note_id)
    require_remove(case, note.organisation_id, actor)
    session.delete(note)
    session.flush()
    return case


def say_going(session: Session, case_id: int, sent: CaseGoingSent, actor: Actor) -> Case:
    """Answer how a case goes, at the milestone it is at. Raises ConflictError ``not_asked`` where there is none."""
    case = case_to_change(session, case_id, actor)
    side = side_of(case, actor)
    months = milestone(case.began_at.astimezone(clock.HOME_ZONE).date(), clock.today())
    if side is None or months is None:
        raise ConflictError("not_asked", id=case_id)
    said = session.get(CaseGoing, (case_id, side, months)) or CaseGoing(
        case_id=case_id, side=side, months=months, says=sent.says, actor=actor.name
    )
    said.says, said.actor, said.at = sent.says, actor.name, clock.now()
    session.add(said)
    session.flush()
    return case


def _touched(session: Session, case: Case) -> Case:
    case.version += 1
    case.updated_at = clock.now()
    session.add(case)
    session.flush()
    return case


def _searched(session: Session, found: Sequence[tuple[Case, Load]], search: str) -> Sequence[tuple[Case, Load]]:
    """Those in whose names or titles all words stand, whatever their accents."""
    words = fold(search).split()
    if not words:
        return found
    texts = queries.texts_of(session, [case for case, _ in found])
    return [(case, load) for case, load in found if all(word in texts[case.id or 0] for word in words)]
