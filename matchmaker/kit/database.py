"""The database: one engine per process, one transaction per request, UTC everywhere.

Application code never commits. ``get_session`` commits after the route's function and before the answer leaves, so
an answer of 200 is a promise. Work that must start only after the commit is kept in ``session.info`` by
``after_commit``.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Hashable, Iterator
from contextlib import AbstractContextManager, AsyncExitStack, asynccontextmanager, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from weakref import WeakKeyDictionary

import structlog
from anyio import CancelScope, CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import Depends, Request
from sqlalchemy import Connection, Engine, String, TypeDecorator, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlmodel import Session, SQLModel, create_engine

from matchmaker.kit.errors import UnavailableError
from matchmaker.kit.faults import PASSING, fault_of
from matchmaker.kit.remembered import Made, Remembered
from matchmaker.kit.turns import turns

log = structlog.get_logger(__name__)

SQLITE_BUSY_SECONDS = 15
# A server that is away is known soon, and so is a connection on which nothing comes back.
POSTGRESQL = {"connect_timeout": 10, "keepalives_idle": 20, "keepalives_interval": 5, "tcp_user_timeout": 30_000}
# For so long a request waits for a connection that others have.
POOL_SECONDS = 10
# How the databases say that a table or a column is not there: PostgreSQL in codes, SQLite in words.
_UNDEFINED = ("42P01", "42703")
_NO_SUCH = ("no such table", "no such column", "has no column named")
# Whose turn it is to write to SQLite, among the requests of an event loop.
_WRITERS: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()


def make_engine(url: str) -> Engine:
    """An engine for SQLite or PostgreSQL with the settings this service relies on."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(
            url, connect_args=POSTGRESQL, pool_size=10, max_overflow=20, pool_pre_ping=True, pool_timeout=POOL_SECONDS
        )
    file = make_url(url).database
    if file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        connect_args={"timeout": SQLITE_BUSY_SECONDS, "check_same_thread": False},
        # Each that is kept holds pages of its own; those used last are taken first, so that few are kept warm.
        pool_size=4,
        max_overflow=56,
        pool_use_lifo=True,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: Any) -> None:
    # We begin transactions ourselves: the driver's own begin comes too late for a consistent read.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
    # SQLite's own knows the letters A to Z only.
    connection.create_function(
        "lower", 1, lambda text: text.lower() if isinstance(text, str) else text, deterministic=True
    )


def _begin_sqlite(connection: Connection) -> None:
    # A reader that turns into a writer half-way cannot wait for another writer; it fails at once. So writers say it
    # from the start.
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class Database:
    """The engine of this process, the sessions made from it, and what was made of its content."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = make_engine(url)
        self._reading = self.engine.execution_options(writes=False)
        self.remembered = Remembered()

    @property
    def is_embedded(self) -> bool:
        """Whether it is SQLite, which belongs to one service alone."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def session(self, *, writes: bool = True) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back on any error.

        Raises UnavailableError ``database_not_current`` where tables or columns of this version are missing.
        """
        with Session(self.engine if writes else self._reading, expire_on_commit=False) as session:
            session.info["writes"], session.info["database"] = writes, self
            try:
                yield session
                session.commit()
            except BaseException as error:
                session.rollback()
                if _lacks_schema(error):
                    log.error("database_not_current", error=str(getattr(error, "orig", error)))
                    raise not_current() from error
                raise
        for action in session.info.pop("after_commit", []):
            action()

    def wait_until_there(self, seconds: float) -> None:
        """Wait for a database that starts later than we do. Raises what keeps it away."""
        ends = time.monotonic() + seconds
        while fault := self.fault():
            if time.monotonic() > ends or fault.code not in PASSING:
                raise fault
            log.warning("waiting_for_database", code=fault.code)
            time.sleep(1)

    def fault(self) -> UnavailableError | None:
        """What is wrong with it now, as a trivial query tells; None where nothing is."""
        try:
            with self._reading.connect() as connection:
                connection.exec_driver_sql("SELECT 1")
        except (DBAPIError, PoolTimeoutError) as error:
            return fault_of(error) or UnavailableError("database_unavailable")
        return None


def delete_unused(session: Session, row: Any) -> bool:
    """Delete a row unless others refer to it; whether it went. Nothing else of the transaction is lost."""
    try:
        with session.begin_nested():
            session.delete(row)
            session.flush()
    except IntegrityError:
        session.refresh(row)
        return False
    return True


def not_current() -> UnavailableError:
    """The refusal of a database that does not have the schema of this version."""
    return UnavailableError("database_not_current", command="matchmaker db upgrade")


def _lacks_schema(error: BaseException) -> bool:
    if not isinstance(error, DBAPIError):
        return False
    told = str(error.orig)
    return getattr(error.orig, "sqlstate", None) in _UNDEFINED or any(words in told for words in _NO_SUCH)


def may_write(session: Session) -> bool:
    """Whether this transaction was opened for writing."""
    return bool(session.info.get("writes"))


def database_of(session: Session) -> "Database":
    """The database that opened this transaction."""
    found: Database = session.info["database"]
    return found


def remembered(session: Session, name: Hashable, state: Hashable, make: Callable[[], Made]) -> Made:
    """What ``make`` reads, as it was read before if the database is still in this state.

    A transaction that writes reads for itself alone: what it sees may never be committed.
    """
    if may_write(session):
        return make()
    return database_of(session).remembered.get(name, state, make, in_background=False)


def insert_missing(session: Session, table: type[SQLModel], rows: list[dict[str, Any]]) -> None:
    """Insert rows, and leave those alone whose key is there already, also by another transaction at the same moment."""
    dialect: Any = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    if rows:
        session.connection().execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def after_commit(session: Session, action: Callable[[], None]) -> None:
    """Run ``action`` once the session's transaction has been committed; never when it is rolled back."""
    session.info.setdefault("after_commit", []).append(action)


def only_reads(endpoint: Any) -> Any:
    """Mark an endpoint that writes nothing although its method is not GET."""
    endpoint.only_reads = True
    return endpoint


def reads_only(request: Request) -> bool:
    """Whether a request changes nothing."""
    return request.method in ("GET", "HEAD") or getattr(request.scope.get("endpoint"), "only_reads", False)


async def get_session(request: Request) -> AsyncIterator[Session]:
    """The transaction of a request, which waits for its turn; one that only reads takes no write lock.

    Opening it asks nothing of the database and needs no thread; its end does, also for a request that was given up.
    Raises UnavailableError where a turn does not come soon enough.
    """
    database: Database = request.app.state.database
    writes = not reads_only(request)
    async with AsyncExitStack() as stack:
        alone = writes and database.is_embedded
        if alone:
            await stack.enter_async_context(_one_writer())
        # Whoever may write keeps other writers waiting, so nobody else goes before.
        await stack.enter_async_context(turns().turn(first=alone))
        opened = database.session(writes=writes)
        session = opened.__enter__()
        try:
            yield session
        except BaseException as error:
            await _close(opened, error)
            raise
        await _close(opened, None)


@asynccontextmanager
async def _one_writer() -> AsyncIterator[None]:
    """Let requests that write to SQLite wait for each other here, where waiting takes neither thread nor turn.

    Raises UnavailableError, as a database does that is locked for too long.
    """
    lock = _WRITERS.setdefault(asyncio.get_running_loop(), asyncio.Lock())
    try:
        await asyncio.wait_for(lock.acquire(), SQLITE_BUSY_SECONDS)
    except TimeoutError as error:
        raise UnavailableError("database_unavailable") from error
    try:
        yield
    finally:
        lock.release()


async def _close(opened: AbstractContextManager[Session], error: BaseException | None) -> None:
    told = (type(error), error, error.__traceback__) if error else (None, None, None)
    # A thread beside the others: where all of those wait for a connection, this is what gives one back.
    with CancelScope(shield=True):
        await run_sync(opened.__exit__, *told, limiter=CapacityLimiter(1))


SessionDep = Annotated[Session, Depends(get_session, scope="function")]


class StoredEnum(TypeDecorator[StrEnum]):
    """An enumeration kept as its value in a text column: adding a member needs no migration on any database."""

    impl = String(40)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | str | None, dialect: Any) -> str | None:
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Any) -> StrEnum | None:
        return None if value is None else self.kind(value)
