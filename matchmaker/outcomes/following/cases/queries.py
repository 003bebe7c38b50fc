"""The SELECTs of cases."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy import case as sql_case
from sqlmodel import Session, and_, col, func, not_, or_, select

from matchmaker.accounts.account_models import Account, Membership
from matchmaker.accounts.models import Organisation
from matchmaker.agenda.models import AgendaVersion, Placement, VersionState
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind
from matchmaker.events.models import Event
from matchmaker.events.people_models import EventPerson
from matchmaker.kit.text import fold
from matchmaker.outcomes.following.cases.progress import Progress
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.models import (
    Case,
    CaseFile,
    CaseGoing,
    CaseMeeting,
    CaseNote,
    CaseStep,
    CaseTask,
    CaseValue,
)

CHUNK = 500


def lock_pair(session: Session, *organisation_ids: int) -> None:
    """Whoever changes cases of the same organisations waits; rows that refer to these may still be written."""
    query = (
        select(Organisation.id)
        .where(col(Organisation.id).in_(organisation_ids))
        .order_by(col(Organisation.id))
        .with_for_update(key_share=True)
    )
    session.exec(query).all()


def case_of_pair(session: Session, pair: str) -> Case | None:
    return session.exec(select(Case).where(Case.pair == pair)).first()


def case_of_meeting(session: Session, event_id: int, key: str) -> Case | None:
    query = (
        select(Case)
        .join(CaseMeeting, col(CaseMeeting.case_id) == col(Case.id))
        .where(CaseMeeting.event_id == event_id, CaseMeeting.key == key)
    )
    return session.exec(query).first()


def meetings_of(session: Session, case_id: int) -> list[CaseMeeting]:
    """The meetings of a case, the first one first."""
    query = select(CaseMeeting).where(CaseMeeting.case_id == case_id)
    return list(session.exec(query.order_by(col(CaseMeeting.at), col(CaseMeeting.event_id), col(CaseMeeting.key))))


def tasks_from(session: Session, feedback_id: int) -> list[CaseTask]:
    """The tasks that came of a word after a meeting."""
    query = select(CaseTask).where(CaseTask.feedback_id == feedback_id)
    return list(session.exec(query.order_by(col(CaseTask.id))))


@dataclass(frozen=True)
class Wanted:
    """Which cases are listed; None is any. ``reader`` is the organisation that reads, None for organisers."""

    reader: int | None = None
    event_id: int | None = None
    stage: Stage | None = None
    organisation_id: int | None = None
    overdue: bool = False


@dataclass(frozen=True)
class Load:
    """The open tasks of a case: how many, how many of them are late, and the next date."""

    tasks: int = 0
    overdue: int = 0
    next_due: date | None = None


def list_cases(session: Session, wanted: Wanted, today: date) -> list[tuple[Case, Load]]:
    """Cases with their open tasks: overdue ones first, then by their next date, then the latest."""
    is_late = and_(col(CaseTask.due) < today, col(Case.stage) != Stage.CLOSED)
    late = func.coalesce(func.sum(sql_case((is_late, 1), else_=0)), 0)
    next_due = func.min(CaseTask.due)
    still_open = and_(col(CaseTask.case_id) == col(Case.id), col(CaseTask.progress) != Progress.DONE)
    query = (
        select(Case, func.count(col(CaseTask.id)), late, next_due)
        .join(CaseTask, still_open, isouter=True)
        .where(*_matching(wanted))
        .group_by(col(Case.id))
        .order_by(late == 0, col(Case.stage) == Stage.CLOSED, next_due.is_(None), next_due, col(Case.id).desc())
    )
    if wanted.overdue:
        query = query.having(late > 0)
    return [(case, Load(tasks, overdue, due)) for case, tasks, overdue, due in session.exec(query)]


def _matching(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    need, technology = col(Case.need_organisation_id), col(Case.technology_organisation_id)
    if wanted.reader is not None:
        hidden = or_(
            and_(need == wanted.reader, col(Case.waits_for) == Kind.NEED),
            and_(technology == wanted.reader, col(Case.waits_for) == Kind.TECHNOLOGY),
        )
        found += [
            or_(need == wanted.reader, technology == wanted.reader),
            or_(col(Case.waits_for).is_(None), not_(hidden)),
        ]
    if wanted.organisation_id is not None:
        found.append(or_(need == wanted.organisation_id, technology == wanted.organisation_id))
    if wanted.event_id is not None:
        found.append(col(Case.event_id) == wanted.event_id)
    if wanted.stage is not None:
        found.append(col(Case.stage) == wanted.stage)
    return found


def names_of(session: Session, ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Both names of organisations."""
    query = select(Organisation.id, Organisation.name_vi, Organisation.name_en)
    return {row[0] or 0: (row[1], row[2]) for row in _in_parts(session, query, col(Organisation.id), ids)}


def events_of(session: Session, ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Both names of events."""
    query = select(Event.id, Event.name_vi, Event.name_en)
    return {row[0] or 0: (row[1], row[2]) for row in _in_parts(session, query, col(Event.id), ids)}


def values_of(session: Session, case_ids: Collection[int]) -> dict[int, CaseValue]:
    rows = _in_parts(session, select(CaseValue), col(CaseValue.case_id), case_ids)
    return {row.case_id: row for row in rows}


def tasks_of(session: Session, case_id: int) -> list[CaseTask]:
    """What is open first, by date; then what is done, the latest first."""
    query = select(CaseTask).where(CaseTask.case_id == case_id)
    done = col(CaseTask.progress) == Progress.DONE
    order = (done, col(CaseTask.done_at).desc(), col(CaseTask.due).is_(None), col(CaseTask.due), col(CaseTask.id))
    return list(session.exec(query.order_by(*order)))


def find_task(session: Session, case_id: int, task_id: int) -> CaseTask | None:
    query = select(CaseTask).where(CaseTask.id == task_id, CaseTask.case_id == case_id)
    return session.exec(query.with_for_update()).first()


def steps_of(session: Session, case_id: int) -> list[CaseStep]:
    """The history, the oldest first."""
    query = select(CaseStep).where(CaseStep.case_id == case_id)
    return list(session.exec(query.order_by(col(CaseStep.day), col(CaseStep.id))))


def notes_of(session: Session, case_id: int) -> list[CaseNote]:
    """The latest first."""
    query = select(CaseNote).where(CaseNote.case_id == case_id)
    return list(session.exec(query.order_by(col(CaseNote.id).desc())))


def find_note(session: Session, case_id: int, note_id: int) -> CaseNote | None:
    return session.exec(select(CaseNote).where(CaseNote.id == note_id, CaseNote.case_id == case_id)).first()


def files_of(session: Session, case_id: int) -> list[CaseFile]:
    """The latest first."""
    query = select(CaseFile).where(CaseFile.case_id == case_id)
    return list(session.exec(query.order_by(col(CaseFile.id).desc())))


def goings_of(session: Session, case_id: int) -> list[CaseGoing]:
    """The latest first."""
    query = select(CaseGoing).where(CaseGoing.case_id == case_id)
    return list(session.exec(query.order_by(col(CaseGoing.months).desc(), col(CaseGoing.side))))


def delegates_of(session: Session, case: Case) -> dict[Kind, list[str]]:
    """Who sat in the meetings of a case, by side."""
    found: dict[Kind, list[str]] = {}
    sides = {Kind.NEED: Placement.need_person_id, Kind.TECHNOLOGY: Placement.technology_person_id}
    for side, person in sides.items():
        query = (
            select(EventPerson.name)
            .join(Placement, col(person) == col(EventPerson.id))
            .join(AgendaVersion, col(AgendaVersion.id) == col(Placement.version_id))
            .join(CaseMeeting, and_(CaseMeeting.event_id == AgendaVersion.event_id, CaseMeeting.key == Placement.key))
            .where(CaseMeeting.case_id == case.id, AgendaVersion.state == VersionState.PUBLISHED)
            .distinct()
        )
        found[side] = sorted(session.exec(query))
    return found


def members_of(session: Session, organisation_id: int) -> dict[int, str]:
    """The names of the members of an organisation, by account."""
    query = (
        select(Account.id, Account.name)
        .join(Membership, col(Membership.account_id) == col(Account.id))
        .where(Membership.organisation_id == organisation_id, col(Account.disabled_at).is_(None))
        .order_by(Account.name)
    )
    return {row[0] or 0: row[1] for row in session.exec(query)}


def _in_parts(session: Session, query: Any, column: Any, ids: Collection[int]) -> Iterator[Any]:
    """The rows of so many ids, in as many queries as databases take parameters."""
    wanted = sorted(ids)
    for start in range(0, len(wanted), CHUNK):
        yield from session.exec(query.where(column.in_(wanted[start : start + CHUNK])))


def texts_of(session: Session, cases: Sequence[Case]) -> dict[int, str]:
    """What cases are searched by, folded: names of both organisations and titles of both postings."""
    organisations = {one for case in cases for one in (case.need_organisation_id, case.technology_organisation_id)}
    names = names_of(session, organisations)
    postings = {one for case in cases for one in (case.need_id, case.technology_id) if one is not None}
    titles = catalogue.titles_of(session, sorted(postings))
    found = {}
    for case in cases:
        said = [*names[case.need_organisation_id], *names[case.technology_organisation_id]]
        for posting in (case.need_id, case.technology_id):
            said += titles.get(posting or 0, {}).values()
        found[case.id or 0] = fold("\n".join(said))
    return found
