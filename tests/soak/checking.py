"""What must hold after the service came back: nothing acknowledged is lost, nothing is half done or done twice."""

import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
from sqlalchemy import inspect, text
from sqlmodel import Session, col, func, select

from matchmaker import tables  # noqa: F401
from matchmaker.agenda.models import AgendaVersion, Placement, PlacementState, VersionState
from matchmaker.catalogue.models import Kind, Posting, PostingText, State
from matchmaker.interest.models import Answer, MeetingRequest
from matchmaker.interest.mutual import RequestState, settle
from matchmaker.kit.auditing.declaring import AUDITED
from matchmaker.kit.auditing.models import AuditEntry
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.outcomes.day.models import CheckIn
from matchmaker.outcomes.following.models import CaseNote
from tests.soak.journal import Journal
from tests.soak.traffic import IMPORT_ROWS
from tests.soak.world import World

JOBS_SECONDS = 300.0
DECLINED = {RequestState.DECLINED, RequestState.WITHDRAWN, RequestState.EXPIRED}


def wait_for_jobs(database: Database) -> str | None:
    """Until no job waits or runs; what is wrong with them."""
    ends = time.monotonic() + JOBS_SECONDS
    while True:
        with database.session(writes=False) as session:
            jobs = session.exec(select(Job).where(col(Job.state).in_([JobState.QUEUED, JobState.RUNNING]))).all()
        if not jobs:
            return None
        if time.monotonic() > ends:
            return f"jobs did not end: {[(job.id, job.kind, job.state, job.attempts) for job in jobs]}"
        time.sleep(0.2)


def check(database: Database, address: str, world: World, journal: Journal) -> list[str]:
    """Everything that is wrong, in words; empty where nothing is."""
    late = wait_for_jobs(database)
    found = [late] if late else []
    with database.session(writes=False) as session:
        for checks in (_kept(session, world, journal), _once(session, world, journal), _whole(session, world)):
            found += checks
    found += _index(database, address)
    return found


def _kept(session: Session, world: World, journal: Journal) -> Iterator[str]:
    """Things are as they were said to be, or as they were asked to become when the service went."""
    for (kind, name), expected in journal.things.items():
        if expected.told is None:
            # What it was before this round is not known, and nothing was promised of it.
            continue
        state = _READERS[kind](session, world, name)
        if not any(_agrees(state, one) for one in (expected.told, expected.asked) if one is not None):
            yield f"lost: {kind} {name} is {state}, told {expected.told}, asked {expected.asked}"


def _agrees(state: Any, expected: Any) -> bool:
    """Parts that are None are not known."""
    if not isinstance(expected, tuple):
        return bool(state == expected)
    return state is not None and all(one in (None, other) for one, other in zip(expected, state, strict=True))


def _posting(session: Session, _: World, posting_id: int) -> Any:
    posting = session.get(Posting, posting_id)
    text_row = session.exec(select(PostingText).where(PostingText.posting_id == posting_id)).first()
    return (text_row.body.get("title"), posting.state.value, posting.version) if posting and text_row else None


def _answer(session: Session, world: World, name: tuple[int, int, str]) -> Any:
    need, technology, side = name
    where = (Answer.need_id == need, Answer.technology_id == technology, Answer.side == Kind(side))
    row = session.exec(select(Answer).where(Answer.event_id == world.answering, *where)).first()
    return row.value.value if row else None


def _draft(session: Session, world: World, number: int) -> Any:
    where = (AgendaVersion.event_id == world.editing, AgendaVersion.number == number)
    row = session.exec(select(AgendaVersion).where(*where)).first()
    return row.revision if row else None


_READERS: dict[str, Any] = {"posting": _posting, "answer": _answer, "draft": _draft}


def _once(session: Session, world: World, journal: Journal) -> Iterator[str]:
    """What was acknowledged is there once; what was only asked for, once at most."""
    for kind, names in journal.perhaps.items():
        promised = set(journal.promised.get(kind, []))
        for name in set(names):
            number = _COUNTERS[kind](session, world, name)
            if number > 1 or (name in promised and number != 1):
                yield f"{'lost' if number == 0 else 'half or twice'}: {kind} {name} is there {number} times"
    for job_id in journal.promised.get("job", []):
        job = session.get(Job, job_id)
        if job is None or job.state is not JobState.DONE:
            yield f"job {job_id}: {job and (job.state, job.problem)}"


def _count(session: Session, column: Any, *where: Any) -> int:
    return int(session.exec(select(func.count(column)).where(*where)).one())


def _titles(session: Session, _: World, title: str) -> int:
    pattern = f"%{title.rpartition(' ')[2]}%"
    rows = session.execute(text("SELECT count(*) FROM posting_text WHERE CAST(body AS TEXT) LIKE :it"), {"it": pattern})
    return int(rows.scalar_one())


def _imported(session: Session, world: World, name: str) -> float:
    """All rows of a table once are one."""
    where = (Posting.organisation_id == world.enterprise, col(Posting.key).startswith(f"{name}-"))
    return _count(session, Posting.id, *where) / IMPORT_ROWS


_COUNTERS: dict[str, Any] = {
    "title": _titles,
    "import": _imported,
    "check_in": lambda session, _, key: _count(session, CheckIn.id, CheckIn.sent_key == key),
    "note": lambda session, _, words: _count(session, CaseNote.id, CaseNote.text == words),
    "version": lambda session, world, number: _count(
        session,
        AgendaVersion.id,
        AgendaVersion.event_id == world.editing,
        AgendaVersion.number == number,
        AgendaVersion.state == VersionState.PUBLISHED,
    ),
}


def _whole(session: Session, world: World) -> Iterator[str]:
    """Rows that belong together are all there."""
    yield from _audited(session)
    yield from _requests(session, world)
    for event_id in (world.editing, world.planning, world.day):
        yield from _agenda(session, event_id)
    without = select(Posting.id).where(col(Posting.id).not_in(select(PostingText.posting_id)))
    yield from (f"half done: posting {number} without a text" for number in session.exec(without))
    if session.get_bind().dialect.name == "sqlite":
        for pragma in ("integrity_check", "foreign_key_check"):
            rows = [tuple(row) for row in session.execute(text(f"PRAGMA {pragma}"))]
            if rows not in ([], [("ok",)]):
                yield f"the file is damaged: {rows[:3]}"


def _audited(session: Session) -> Iterator[str]:
    """Each row of the log's tables has its entry, and the last entry of a row tells its version."""
    for table in AUDITED:
        mapper: Any = inspect(table)
        name = mapper.local_table.name
        entries: dict[str, int] = {}
        query = select(AuditEntry.part_id, AuditEntry.after).where(AuditEntry.part == name).order_by(col(AuditEntry.id))
        for part_id, after in session.exec(query):
            entries[part_id] = after.get("version", entries.get(part_id, 0))
        keys = [column.name for column in mapper.primary_key]
        for row in session.exec(select(table)):
            key = "-".join(str(getattr(row, one)) for one in keys)
            version = getattr(row, "version", None)
            if key not in entries:
                yield f"half done: {name} {key} without an entry in the log"
            elif version is not None and entries[key] not in (0, version):
                yield f"half done: {name} {key} has version {version}, the log {entries[key]}"


def _requests(session: Session, world: World) -> Iterator[str]:
    """A request is what the answers of both sides make."""
    where = Answer.event_id == world.answering
    values = {
        (one.need_id, one.technology_id, one.side): one.value for one in session.exec(select(Answer).where(where))
    }
    rows = session.exec(select(MeetingRequest).where(MeetingRequest.event_id == world.answering))
    states = {(row.need_id, row.technology_id): row.state for row in rows}
    for pair in world.pairs:
        made = settle(values.get((*pair, Kind.NEED)), values.get((*pair, Kind.TECHNOLOGY))).state
        kept = states.get(pair)
        if kept != made and not (made in (None, RequestState.DECLINED) and (kept is None or kept in DECLINED)):
            yield f"half done: request {pair} is {kept}, its answers make {made}"


def _agenda(session: Session, event_id: int) -> Iterator[str]:
    """Versions follow each other, the last one alone may be a draft, and nobody is at two tables at a time."""
    query = select(AgendaVersion).where(AgendaVersion.event_id == event_id).order_by(col(AgendaVersion.number))
    versions = session.exec(query).all()
    if [one.number for one in versions] != list(range(1, len(versions) + 1)):
        yield f"versions of event {event_id}: {[one.number for one in versions]}"
    if any(one.state is VersionState.DRAFT for one in versions[:-1]):
        yield f"event {event_id} has a draft below a published version"
    for version in versions:
        taken: Counter[tuple[str, int, int]] = Counter()
        for row in session.exec(select(Placement).where(Placement.version_id == version.id)):
            if row.state is not PlacementState.CANCELLED:
                taken["table", row.table_id, row.slot_id] += 1
                taken["person", row.need_person_id, row.slot_id] += 1
                taken["person", row.technology_person_id, row.slot_id] += 1
        yield from (f"double meeting in {event_id}/{version.number}: {what}" for what, n in taken.items() if n > 1)


def _index(database: Database, address: str) -> Iterator[str]:
    """What is published is found, by number and the newest by name."""
    for kind in Kind:
        with database.session(writes=False) as session:
            where = (Posting.kind == kind, Posting.state == State.PUBLISHED)
            number = _count(session, Posting.id, *where)
            newest = session.exec(select(Posting.id).where(*where).order_by(col(Posting.id).desc()).limit(3)).all()
            texts = session.exec(select(PostingText).where(col(PostingText.posting_id).in_(newest))).all()
        for posting_id, title in {row.posting_id: row.body["title"] for row in texts}.items():
            query = {"q": title, "kind": kind.value, "limit": "20"}
            found = httpx.get(f"{address}/api/search", params=query, timeout=60).json()
            if found.get("total") != number:
                yield f"index: {found.get('total', found)} of {kind.value}, the database has {number}"
            elif posting_id not in [hit["posting"]["id"] for hit in found["items"]]:
                yield f"index: posting {posting_id} is not found by its title"
