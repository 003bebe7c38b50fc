"""The door to pgvector: whether a database has it, connections that speak it, and the tables of vectors.

One table, ``posting_vector``, is the mould of all: each side of each generation of the index is a partition of its
own, filled and indexed before anybody reads it and dropped as a whole. Whoever wants vectors on several machines
distributes the mould once, and every partition follows (see ``docs/administration/citus.md``). The tables are made here
and not by a migration: they are a cache, and not every database can have them.
"""

import importlib.util
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import structlog
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError

from matchmaker.kit.errors import UnavailableError

log = structlog.get_logger(__name__)

MOULD = "posting_vector"
# The first version whose graph goes on looking until a filter has left enough.
LEAST_VERSION = (0, 8)
# How many searches a process asks at once; more wait for a connection.
CONNECTIONS = 8
# What a graph looks at for each search, and where it stops when a filter leaves little; see the sizing table.
SETTINGS = {
    "hnsw.iterative_scan": "relaxed_order",
    "hnsw.ef_search": "800",
    "hnsw.max_scan_tuples": "60000",
    # The best plan depends on the filter's values, and compiling it takes longer than running it.
    "plan_cache_mode": "force_custom_plan",
    "jit": "off",
    # Many search at once; starting processes for each search takes longer than it saves.
    "max_parallel_workers_per_gather": "0",
}
COLUMNS = {
    "part": "text NOT NULL",
    "number": "bigint NOT NULL",
    "posting": "bigint NOT NULL",
    "language": "text NOT NULL",
    "organisation": "bigint NOT NULL",
    "trl": "smallint NOT NULL",
    "region": "text NOT NULL",
    "sectors": "text[] NOT NULL",
    "expires": "integer NOT NULL",
    "vector": "halfvec NOT NULL",
}
# Plain names of types as COPY wants them told.
COPIED = [kind.removesuffix(" NOT NULL") for kind in COLUMNS.values()]
FILTER_INDEXES = ("posting", "organisation", "language", "region", "sectors")
# A graph is built in memory or, where it does not fit, several times as slowly.
BUILD_BYTES_PER_ROW = 3000
MOST_BUILD_MEGABYTES = 8000


class VectorDatabase:
    """Connections for searching and filling tables of vectors; each statement is a transaction of its own."""

    def __init__(self, url: str, version: str) -> None:
        self.version = version
        self._engine = create_engine(
            url,
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_pre_ping=True,
            isolation_level="AUTOCOMMIT",
            connect_args={"options": " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())},
        )
        event.listen(self._engine, "connect", _register)

    @contextmanager
    def cursor(self) -> Iterator[Any]:
        """A cursor of psycopg that reads and writes numbers and vectors in binary form.

        Raises UnavailableError where the server, or a machine behind it, is away, and where another generation of the
        index took the place of the one that was asked for: whoever asks again is served from that.
        """
        import psycopg

        with self._engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            try:
                with raw.cursor(binary=True) as cursor:
                    yield cursor
            except psycopg.errors.UndefinedTable as error:
                raise UnavailableError("model_not_ready") from error
            except psycopg.OperationalError as error:
                log.error("database_unavailable", error=str(error))
                raise UnavailableError("database_unavailable") from error

    def create(self, part: str) -> str:
        """Make the table of a part, empty; its name. The mould is made by whoever comes first."""
        columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
        table = table_of(part)
        with self.cursor() as cursor:
            cursor.execute(
                f"CREATE TABLE IF NOT EXISTS {MOULD} ({columns}, PRIMARY KEY (part, number)) PARTITION BY LIST (part)"
            )
            cursor.execute(f"CREATE TABLE {table} PARTITION OF {MOULD} FOR VALUES IN ('{part}')")
        return table

    def fill(self, table: str, rows: Iterator[Sequence[Any]]) -> None:
        """Copy rows, each with the values of COLUMNS, vectors as arrays ``[d]``."""
        from pgvector import HalfVector

        with self.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(COPIED)
            for *values, vector in rows:
                copy.write_row((*values, HalfVector(vector)))

    def index(self, table: str, size: int, dimension: int, *, graph: bool) -> None:
        """Make the indexes of a filled table; ``graph`` says whether it is large enough for one."""
        megabytes = min(MOST_BUILD_MEGABYTES, 64 + size * BUILD_BYTES_PER_ROW // 1_000_000)
        with self.cursor() as cursor:
            for column in FILTER_INDEXES:
                kind = "gin" if column == "sectors" else "btree"
                cursor.execute(f"CREATE INDEX ON {table} USING {kind} ({column})")
            if graph:
                cursor.execute(f"SET maintenance_work_mem = '{megabytes}MB'")
                cursor.execute(f"CREATE INDEX ON {table} USING hnsw ({expression(dimension)} halfvec_ip_ops)")
                cursor.execute("RESET maintenance_work_mem")
            cursor.execute(f"ANALYZE {table}")

    def drop(self, part: str) -> None:
        """Remove a part that nobody reads any more."""
        with self.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {table_of(part)}")

    def parts(self) -> list[str]:
        """The parts that there are."""
        with self.cursor() as cursor:
            cursor.execute(
                "SELECT child.relname FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid"
                " JOIN pg_class mould ON mould.oid = inhparent WHERE mould.relname = %s",
                (MOULD,),
            )
            return sorted(name.removeprefix(f"{MOULD}_") for (name,) in cursor.fetchall())

    def close(self) -> None:
        self._engine.dispose()


def table_of(part: str) -> str:
    """The table of a part: its name stands for itself in statements, so it is of lower letters, digits and lines."""
    if not part.replace("_", "").isalnum() or part != part.lower():
        raise ValueError(f"{part!r} is no part")
    return f"{MOULD}_{part}"


def expression(dimension: int) -> str:
    """What the graph is built over: one column holds vectors of all models, so their dimension is told here."""
    return f"(vector::halfvec({dimension}))"


def open_vectors(engine: Engine) -> VectorDatabase | None:
    """The vectors of a database, whose extension is made where that is allowed; None where there can be none."""
    if engine.dialect.name != "postgresql":
        return None
    version = _installed(engine)
    if version is None:
        return None
    if tuple(map(int, version.split(".")[:2])) < LEAST_VERSION:
        log.warning("pgvector_too_old", version=version, least="0.8")
        return None
    if importlib.util.find_spec("pgvector") is None:
        log.warning("pgvector_package_missing", command="pip install 'matchmaker[postgres]'")
        return None
    return VectorDatabase(make_url(engine.url).render_as_string(hide_password=False), version)


def _installed(engine: Engine) -> str | None:
    told = "SELECT installed_version, default_version FROM pg_available_extensions WHERE name = 'vector'"
    with engine.connect() as connection:
        found = connection.exec_driver_sql(told).first()
    if found is None or found.installed_version is not None:
        return found.installed_version if found else None
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('matchmaker.extension'))")
            connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS vector")
    except DBAPIError as error:
        log.warning("pgvector_not_allowed", error=str(error.orig), command="CREATE EXTENSION vector")
        return None
    return str(found.default_version)


def _register(connection: Any, _: Any) -> None:
    from pgvector.psycopg import register_vector

    register_vector(connection)
