"""Letters about due dates and how cases go: each once, also by two processes, and after a time of standing still."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlmodel import Session

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.letters.readers import Reader, members_of
from matchmaker.accounts.letters.writing import Letter, phrases_of, write_letter
from matchmaker.accounts.models import Organisation
from matchmaker.catalogue.models import Kind
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.mail.message import one_line
from matchmaker.outcomes.following.cases.progress import Progress
from matchmaker.outcomes.following.cases.queries import members_of as names_of_members
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.models import Case, CaseReminder, CaseTask
from matchmaker.outcomes.following.reminding import queries
from matchmaker.outcomes.following.reminding.due import Nearness, milestone, nearness

Told = list[tuple[CaseTask, Nearness]]


def remind(database: Database, now: datetime | None = None) -> int:
    """Write all letters that are due; how many cases they were about.

    What is due is looked for without a lock; each case is then locked, looked at again and written of alone.
    """
    today = (now or clock.now()).astimezone(clock.HOME_ZONE).date()
    with database.session(writes=False) as session:
        waiting = _due_cases(session, today)
    written = 0
    for case_id in waiting:
        with database.session() as session:
            written += _remind_of(session, case_id, today)
    return written


def _due_cases(session: Session, today: date) -> list[int]:
    known = queries.reminded(session)
    tasks = queries.tasks_until(session, today + timedelta(days=1))
    return [
        case.id or 0
        for case in queries.living_cases(session)
        if _news(tasks.get(case.id or 0, ()), known, today) or _asked(case, known, today)
    ]


def _remind_of(session: Session, case_id: int, today: date) -> bool:
    """Write what is still unwritten of one case."""
    case = session.get(Case, case_id, with_for_update=True)
    if case is None or case.stage is Stage.CLOSED:
        return False
    known = queries.reminded(session, case_id)
    tasks = queries.tasks_until(session, today + timedelta(days=1)).get(case_id, [])
    news, months = _news(tasks, known, today), _asked(case, known, today)
    if news:
        _write_of_tasks(session, case, news)
        session.add_all(CaseReminder(key=_task_key(task, near), case_id=case_id) for task, near in news)
    if months is not None:
        _write_question(session, case, months)
        session.add(CaseReminder(key=_going_key(case, months), case_id=case_id))
    session.flush()
    return bool(news) or months is not None


def _news(tasks: Iterable[CaseTask], known: set[str], today: date) -> Told:
    """What has not been told yet. A task that is overdue is told as such alone."""
    found: Told = []
    for task in tasks:
        near = nearness(task.due, today) if task.due and task.progress is not Progress.DONE else None
        if near is not None and _task_key(task, near) not in known:
            found.append((task, near))
    return found


def _asked(case: Case, known: set[str], today: date) -> int | None:
    months = milestone(case.began_at.astimezone(clock.HOME_ZONE).date(), today)
    return None if months is None or _going_key(case, months) in known else months


def _task_key(task: CaseTask, near: Nearness) -> str:
    """A task with another date is worth another letter."""
    return f"task-{task.id}-{task.due}-{near}"


def _going_key(case: Case, months: int) -> str:
    return f"going-{case.id}-{months}"


def _write_of_tasks(session: Session, case: Case, news: Told) -> None:
    """One letter to each reader with all their tasks."""
    letters: dict[tuple[Kind, Reader], Told] = {}
    for task, near in news:
        for side, reader in _readers_of_task(session, case, task):
            letters.setdefault((side, reader), []).append((task, near))
    for (side, reader), told in letters.items():
        lines = "\n".join(_line(task, near, reader) for task, near in told)
        _write(session, case, side, reader, Letter.CASE_TASKS, lines=lines)


def _line(task: CaseTask, near: Nearness, reader: Reader) -> str:
    phrases = phrases_of(reader.language)
    assert task.due is not None
    when = phrases["overdue" if near is Nearness.OVERDUE else "due_soon"].format(day=task.due.strftime(phrases["day"]))
    who = f" ({one_line(task.person)})" if task.person else ""
    return f"- {one_line(task.what)}{who}: {when}"


def _write_question(session: Session, case: Case, months: int) -> None:
    said = queries.answered(session, case.id or 0, months)
    for side in _sides(case):
        if side not in said:
            for reader in _members(session, case, side):
                _write(session, case, side, reader, Letter.CASE_GOING, months=str(months))


def _write(session: Session, case: Case, side: Kind, reader: Reader, letter: Letter, **values: str) -> None:
    own, other = (session.get_one(Organisation, case.organisation_of(one)) for one in (side, side.other))
    names = {"organisation": own.name_in(reader.language), "partner": other.name_in(reader.language)}
    write_letter(session, reader.email, reader.language, letter, f"/cases/{case.id}", **names, **values)


def _readers_of_task(session: Session, case: Case, task: CaseTask) -> list[tuple[Kind, Reader]]:
    """Who does it, if that is a member, and the members of the side that answers for it; else those of both."""
    person = _member(session, case, task)
    sides = [one for one in (task.responsible_side or task.side,) if one in _sides(case)]
    if person is not None and task.responsible_side in (None, person[0]):
        return [person]
    found = [(side, reader) for side in sides or _sides(case) for reader in _members(session, case, side)]
    return list(dict.fromkeys([*([person] if person else []), *found]))


def _member(session: Session, case: Case, task: CaseTask) -> tuple[Kind, Reader] | None:
    """The person of a task, while still a member of that side."""
    if task.account_id is None or task.side not in _sides(case):
        return None
    assert task.side is not None
    account = session.get(Account, task.account_id)
    if account is None or task.account_id not in names_of_members(session, case.organisation_of(task.side)):
        return None
    return task.side, Reader(account.email, account.language)


def _members(session: Session, case: Case, side: Kind) -> list[Reader]:
    whose = case.organisation_of(side)
    return members_of(session, [whose])[whose]


def _sides(case: Case) -> list[Kind]:
    """The sides that know of a case."""
    return [side for side in Kind if side is not case.waits_for]
