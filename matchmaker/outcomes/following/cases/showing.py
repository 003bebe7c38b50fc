"""Cases as their readers see them."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind
from matchmaker.interest.mutual import Reason
from matchmaker.kit import clock
from matchmaker.outcomes.following.cases import queries
from matchmaker.outcomes.following.cases.access import may_remove, side_of
from matchmaker.outcomes.following.cases.models import (
    CaseFilePublic,
    CaseGoingPublic,
    CaseNotePublic,
    CasePartnerPublic,
    CasePersonPublic,
    CasePublic,
    CaseRow,
    CaseStepPublic,
    CaseTaskPublic,
    CaseValuePublic,
)
from matchmaker.outcomes.following.cases.money import from_smallest
from matchmaker.outcomes.following.cases.progress import Progress
from matchmaker.outcomes.following.cases.queries import Load
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.cases.values import awaited, backing_of
from matchmaker.outcomes.following.models import Case, CaseFile, CaseNote, CaseStep, CaseTask, CaseValue
from matchmaker.outcomes.following.reminding.due import milestone


def show_rows(session: Session, found: Sequence[tuple[Case, Load]], actor: Actor) -> list[CaseRow]:
    """Cases in a list, with names; four queries however many, and more for each 500."""
    cases = [case for case, _ in found]
    organisations = {one for case in cases for one in (case.need_organisation_id, case.technology_organisation_id)}
    postings = {one for case in cases for one in (case.need_id, case.technology_id) if one is not None}
    names = queries.names_of(session, organisations)
    titles = catalogue.titles_of(session, sorted(postings))
    events = queries.events_of(session, {case.event_id for case in cases})
    values = queries.values_of(session, [case.id or 0 for case in cases])

    def partner(organisation_id: int, posting_id: int | None) -> CasePartnerPublic:
        name_vi, name_en = names[organisation_id]
        return CasePartnerPublic(
            organisation_id=organisation_id,
            name_vi=name_vi,
            name_en=name_en,
            posting_id=posting_id,
            titles=titles.get(posting_id or 0, {}),
        )

    return [
        CaseRow(
            **case.model_dump(include={"id", "event_id", "stage", "waits_for", "version", "began_at", "stage_at"}),
            event_vi=events[case.event_id][0],
            event_en=events[case.event_id][1],
            need=partner(case.need_organisation_id, case.need_id),
            technology=partner(case.technology_organisation_id, case.technology_id),
            reason=_reason(case, case.reason, actor),
            declined_by=case.declined_by,
            open_tasks=load.tasks,
            overdue=load.overdue,
            next_due=load.next_due,
            value=_value(values.get(case.id or 0)),
        )
        for case, load in found
    ]


def show_case(session: Session, case: Case, actor: Actor) -> CasePublic:
    """All there is of a case."""
    case_id, today = case.id or 0, clock.today()
    tasks = queries.tasks_of(session, case_id)
    (row,) = show_rows(session, [(case, _load(case, tasks, today))], actor)
    side = side_of(case, actor)
    return CasePublic(
        **row.model_dump(),
        side=side,
        asks=_asks(session, case, side, today),
        keys=[one.key for one in queries.meetings_of(session, case_id)],
        tasks=[_task(case, task, today) for task in tasks],
        notes=[_note(case, note, actor) for note in queries.notes_of(session, case_id)],
        files=[show_file(case, file, actor) for file in queries.files_of(session, case_id)],
        steps=[_step(case, step, actor) for step in queries.steps_of(session, case_id)],
        goings=[CaseGoingPublic.model_validate(one.model_dump()) for one in queries.goings_of(session, case_id)],
        people=list(_people(session, case, side)),
    )


def show_file(case: Case, file: CaseFile, actor: Actor) -> CaseFilePublic:
    told = file.model_dump(include={"id", "name", "kind", "size", "at"})
    return CaseFilePublic(
        **told, by=_whose(case, file.organisation_id), own=may_remove(case, file.organisation_id, actor)
    )


def is_late(case: Case, due: date | None, progress: Progress, today: date) -> bool:
    """Whether a task is past its date; in a closed case nothing is."""
    return due is not None and due < today and progress is not Progress.DONE and case.stage is not Stage.CLOSED


def _load(case: Case, tasks: Iterable[CaseTask], today: date) -> Load:
    still_open = [task for task in tasks if task.progress is not Progress.DONE]
    late = [task for task in still_open if is_late(case, task.due, task.progress, today)]
    return Load(len(still_open), len(late), min((task.due for task in still_open if task.due), default=None))


def _reason(case: Case, reason: Reason | None, actor: Actor) -> Reason | None:
    """Who declined after the meeting gave the reason to the organisers, not to the other side."""
    private = case.declined_by is not None and side_of(case, actor) not in (None, case.declined_by)
    return None if private else reason


def _asks(session: Session, case: Case, side: Kind | None, today: date) -> int | None:
    """The milestone of which the reader's side has not said anything yet."""
    if side is None or case.stage is Stage.CLOSED:
        return None
    months = milestone(case.began_at.astimezone(clock.HOME_ZONE).date(), today)
    said = {one.months for one in queries.goings_of(session, case.id or 0) if one.side is side}
    return None if months in said else months


def _value(value: CaseValue | None) -> CaseValuePublic | None:
    if value is None:
        return None
    moments = value.need_confirmed_at, value.technology_confirmed_at
    return CaseValuePublic(
        **value.model_dump(include={"currency", "evidence", "version", "at"}),
        amount=from_smallest(value.amount, value.currency),
        backing=backing_of(*moments, value.evidenced_at),
        awaited=sorted(awaited(*moments)),
    )


def _task(case: Case, task: CaseTask, today: date) -> CaseTaskPublic:
    return CaseTaskPublic(**task.model_dump(), overdue=is_late(case, task.due, task.progress, today))


def _note(case: Case, note: CaseNote, actor: Actor) -> CaseNotePublic:
    own = may_remove(case, note.organisation_id, actor)
    return CaseNotePublic(id=note.id or 0, text=note.text, at=note.at, by=_whose(case, note.organisation_id), own=own)


def _step(case: Case, step: CaseStep, actor: Actor) -> CaseStepPublic:
    told = step.model_dump(include={"stage", "note", "day", "at"})
    by = next((side for side in Kind if step.actor == f"organisation:{case.organisation_of(side)}"), None)
    return CaseStepPublic(**told, reason=_reason(case, step.reason, actor), by=by)


def _whose(case: Case, organisation_id: int | None) -> Kind | None:
    return next((side for side in Kind if organisation_id == case.organisation_of(side)), None)


def _people(session: Session, case: Case, reader: Kind | None) -> Iterable[CasePersonPublic]:
    """Members of one's own side, and whoever sat in the meetings; organisers see the members of both."""
    delegates = queries.delegates_of(session, case)
    for side in Kind:
        members = queries.members_of(session, case.organisation_of(side)) if reader in (None, side) else {}
        for account_id, name in members.items():
            yield CasePersonPublic(name=name, side=side, account_id=account_id)
        for name in delegates[side]:
            if name not in members.values():
                yield CasePersonPublic(name=name, side=side, account_id=None)
