"""The database: reached, of this version, in step with the clock; its index, and the work that waits in it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import inspect, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from matchmaker import migrate
from matchmaker.catalogue.queries import last_change
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.matching.snapshot import saved_seq
from matchmaker.operating.doctor.finding import Finding, ok, problem, warning
from matchmaker.operating.figures import Figures, Waiting, last_noted, read_figures
from matchmaker.settings import Settings

# From this version on pgvector goes on looking where a filter leaves too few neighbours.
LEAST_PGVECTOR = (0, 8)
TOLERATED = timedelta(seconds=5)
TOO_FAR = timedelta(minutes=1)
# As many changes are taken in before the next search; more wait for a job.
FEW_CHANGES = 200
LONG_IN_QUEUE = timedelta(minutes=15)
LONG_IN_OUTBOX = timedelta(hours=2)


def check_database(settings: Settings) -> Iterator[Finding]:
    """Everything that is asked of the database itself, over one connection."""
    url = make_url(settings.database)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        yield problem("database", f"{url.database} is not there", "Run: matchmaker db upgrade")
        return
    database = Database(settings.database)
    try:
        with database.session(writes=False) as session:
            session.connection().exec_driver_sql("SELECT 1")
            yield ok("database", f"{url.get_backend_name()} answers")
            yield from _check_inside(session, settings)
    except (SQLAlchemyError, ImportError) as error:
        reason = str(getattr(error, "orig", error)).strip().split("\n")[0][:200]
        do = "Look whether it runs and whether MATCHMAKER_DATABASE_URL is right."
        yield problem("database", f"{url.get_backend_name()}: {reason}", do)
    finally:
        database.engine.dispose()


def _check_inside(session: Session, settings: Settings) -> Iterator[Finding]:
    if session.get_bind().dialect.name == "postgresql":
        yield judge_extension(*_extension(session))
        yield judge_clock(_told_time(session), "the database")
    revision = _revision(session)
    yield judge_revision(revision, migrate.head())
    if revision == migrate.head():
        yield judge_last_change(last_noted(session))
        yield judge_index(last_change(session), saved_seq(settings.data_folder / "index"))
        yield from judge_work(read_figures(session))


def _revision(session: Session) -> str:
    connection = session.connection()
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")


def judge_revision(found: str, head: str) -> Finding:
    """What a database of this revision means for code of that one; both are numbered."""
    state = migrate.state_of(found or None, head)
    says = f"the database is at {found}, this version knows {head}" if found else "the database is empty"
    newer = "Install the version that upgraded it"
    if state is migrate.SchemaState.CURRENT:
        return ok("migrations", f"at {head}")
    if state is migrate.SchemaState.PENDING:
        return warning("migrations", says, "Run: matchmaker db upgrade")
    if state is migrate.SchemaState.NEWER:
        return warning("migrations", says, f"{newer}.")
    do = f"{newer}, or restore a backup of before." if found > head else "Run: matchmaker db upgrade"
    return problem("migrations", says, do)


def _extension(session: Session) -> tuple[str, str]:
    """Version of pgvector that is installed in this database, and the one that could be; empty for none."""
    asked = "SELECT installed_version, default_version FROM pg_available_extensions WHERE name = 'vector'"
    found = session.connection().execute(text(asked)).first()
    return (found[0] or "", found[1] or "") if found else ("", "")


def judge_extension(installed: str, offered: str) -> Finding:
    """Whether PostgreSQL can keep the index of vectors."""
    if not installed and not offered:
        do = "Install pgvector 0.8 or newer on the database's host (Debian: postgresql-NN-pgvector)."
        return problem("vector extension", "the database's host does not have pgvector", do)
    if not installed:
        do = "As its superuser, in this database: CREATE EXTENSION vector;"
        return problem("vector extension", f"pgvector {offered} is not switched on in this database", do)
    if tuple(int(part) for part in installed.split(".")[:2]) < LEAST_PGVECTOR:
        do = "Install pgvector 0.8 or newer, then as superuser: ALTER EXTENSION vector UPDATE;"
        return problem("vector extension", f"pgvector {installed} loses rows behind filters", do)
    return ok("vector extension", f"pgvector {installed}")


def _told_time(session: Session) -> datetime:
    told: Any = session.connection().execute(text("SELECT clock_timestamp()")).scalar_one()
    return told if told.tzinfo else told.replace(tzinfo=UTC)  # type: ignore[no-any-return]


def judge_clock(told: datetime, whose: str) -> Finding:
    """How far another clock is from this machine's."""
    apart = abs(clock.now() - told)
    says = f"{apart.total_seconds():.0f} s from {whose}"
    do = "Let both machines keep their time by NTP (Debian: systemd-timesyncd or chrony)."
    if apart > TOO_FAR:
        return problem("time", says, do)
    return warning("time", says, do) if apart > TOLERATED else ok("time", says)


def judge_last_change(last: datetime | None) -> Finding:
    """A clock that is behind what was written already makes deadlines and letters come late."""
    if last is not None and last - clock.now() > TOO_FAR:
        do = "Set the clock of this machine; let it keep its time by NTP."
        return problem("time", f"this machine's clock is behind the last change of {last:%Y-%m-%d %H:%M} UTC", do)
    return ok("time", f"{clock.now():%Y-%m-%d %H:%M} UTC")


def judge_index(last: int, saved: int | None) -> Finding:
    """How far the saved index is behind the catalogue."""
    if last == 0:
        return ok("index", "the catalogue is empty")
    if saved is None:
        do = "It is made at the next start, which takes longer then; or run: matchmaker matching rebuild"
        return warning("index", "none is saved", do)
    if last - saved > FEW_CHANGES:
        do = "Look at the jobs (matchmaker jobs list), or run: matchmaker matching rebuild"
        return warning("index", f"{last - saved} changes behind the catalogue", do)
    return ok("index", f"{last - saved} changes since it was saved")


def judge_work(figures: Figures) -> Iterator[Finding]:
    """What waits too long, and what was given up."""
    if figures.jobs_failed:
        do = "Look at them: matchmaker jobs list"
        yield warning("jobs", f"{figures.jobs_failed} failed within a day", do)
    yield _judge_queue("jobs", figures.jobs, LONG_IN_QUEUE, "Is a worker running? It is part of `matchmaker serve`.")
    if figures.mails_failed:
        yield warning("letters", f"{figures.mails_failed} given up within a day", "Administrators see why on the page.")
    yield _judge_queue("letters", figures.mails, LONG_IN_OUTBOX, "Look at the finding on mail.")
    if figures.deliveries_dead:
        do = "Ask their receivers, then send them again or set them aside on the page (Feeds)."
        yield warning("deliveries", f"{figures.deliveries_dead} given up", do)


def _judge_queue(check: str, waiting: Waiting, most: timedelta, do: str) -> Finding:
    says = f"{waiting.count} waiting"
    if waiting.oldest_seconds > most.total_seconds():
        return problem(check, f"{says}, the oldest for {waiting.oldest_seconds / 60:.0f} minutes", do)
    return ok(check, says)
