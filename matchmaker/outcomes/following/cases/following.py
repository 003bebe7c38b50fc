"""Making the words of both sides into a case, and their next steps into its first tasks."""

from collections.abc import Mapping

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda.models import Placement
from matchmaker.catalogue.models import Kind
from matchmaker.outcomes.following.cases import queries
from matchmaker.outcomes.following.cases.opening import Outcome, Standing, settle
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.cases.stepping import change_stage
from matchmaker.outcomes.following.feedback.models import NextStepSent
from matchmaker.outcomes.following.models import Case, CaseMeeting, CaseTask, Feedback


def follow_meeting(
    session: Session, event_id: int, meeting: Placement, words: Mapping[Kind, Feedback], actor: Actor
) -> Case | None:
    """Bring the case of a meeting's pair to what its words make; None where there is none.

    The organisations of the pair are locked by whoever calls.
    """
    said = {side: word.interested for side, word in words.items()}
    outcome = settle(said.get(Kind.NEED), said.get(Kind.TECHNOLOGY))
    case = queries.case_of_pair(session, pair_of(meeting))
    if case is None and outcome.standing in (Standing.BOTH, Standing.WAITS):
        case = _open(session, event_id, meeting, outcome, actor)
    elif case is not None:
        _carry_on(session, case, (event_id, meeting.key), outcome, words, actor)
    if case is not None:
        for word in words.values():
            _write_tasks(session, case, word, actor)
        session.flush()
    return case


def pair_of(meeting: Placement) -> str:
    """What a case is one of: both organisations and both postings."""
    organisations = f"{meeting.need_organisation_id}-{meeting.technology_organisation_id}"
    return f"{organisations}-{meeting.need_id or 0}-{meeting.technology_id or 0}"


def _open(session: Session, event_id: int, meeting: Placement, outcome: Outcome, actor: Actor) -> Case:
    case = Case(
        pair=pair_of(meeting),
        event_id=event_id,
        need_id=meeting.need_id,
        technology_id=meeting.technology_id,
        need_organisation_id=meeting.need_organisation_id,
        technology_organisation_id=meeting.technology_organisation_id,
        waits_for=outcome.waits_for,
    )
    session.add(case)
    session.flush()
    session.add(CaseMeeting(event_id=event_id, key=meeting.key, case_id=case.id or 0))
    change_stage(session, case, Stage.TALKING, actor)
    return case


def _carry_on(
    session: Session,
    case: Case,
    meeting: tuple[int, str],
    outcome: Outcome,
    words: Mapping[Kind, Feedback],
    actor: Actor,
) -> None:
    """What a word makes of a case that is there already."""
    known = [(one.event_id, one.key) for one in queries.meetings_of(session, case.id or 0)]
    if outcome.standing is Standing.DECLINED:
        if known == [meeting] and case.stage is Stage.TALKING:
            _decline(session, case, words, actor)
        return
    if outcome.standing is Standing.WAITS and case.waits_for is None and known != [meeting]:
        return
    if meeting not in known:
        session.add(CaseMeeting(event_id=meeting[0], key=meeting[1], case_id=case.id or 0))
    if case.waits_for is not None:
        case.waits_for = outcome.waits_for
    if case.stage is Stage.CLOSED and (case.declined_by is not None or meeting not in known):
        case.declined_by = None
        change_stage(session, case, Stage.TALKING, actor)
    case.version += 1
    session.add(case)


def _decline(session: Session, case: Case, words: Mapping[Kind, Feedback], actor: Actor) -> None:
    """One who was asked, or had said yes, says no while nothing else has happened."""
    word = next(word for word in words.values() if not word.interested)
    case.declined_by = word.side
    case.version += 1
    change_stage(session, case, Stage.CLOSED, actor, reason=word.reason)


def _write_tasks(session: Session, case: Case, word: Feedback, actor: Actor) -> None:
    """Next steps as tasks, once each; what nobody has touched goes when it is no longer said."""
    steps = [NextStepSent.model_validate(step) for step in word.steps]
    known = queries.tasks_from(session, word.id or 0)
    for task in known:
        if task.version == 1 and task.what not in {step.what for step in steps}:
            session.delete(task)
    for step in steps:
        if step.what not in {task.what for task in known}:
            task = CaseTask(
                case_id=case.id or 0,
                what=step.what,
                side=step.side,
                responsible_side=step.side,
                due=step.due,
                feedback_id=word.id,
                actor=actor.name,
            )
            session.add(task)
            known.append(task)
