"""Encoding shared by workers: texts a second with one and with two, on PostgreSQL, with one thread each."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from rich.console import Console
from rich.table import Table
from sqlmodel import col, delete, func, select

from matchmaker import migrate
from matchmaker.accounts.models import Organisation, OrganisationKind
from matchmaker.catalogue.models import CatalogueChange, Kind, Posting, PostingText, State
from matchmaker.embedding.models import Embedding
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.jobs.service import enqueue
from matchmaker.matching.spreading import ENCODE

# A server that may be emptied: postgresql://postgres@/postgres?host=/run/postgresql
SERVER = "MATCHMAKER_BENCH_POSTGRESQL"
TEXTS = int(os.environ.get("MATCHMAKER_BENCH_TEXTS", "2000"))
PIECES = 20
BODY = "Thu hồi nhiệt khí thải lò hơi bằng ống nhiệt, nước cấp được làm nóng trước khi vào lò. " * 3


def run(_: Path, console: Console) -> None:
    """Print how long pieces take from the first that is claimed to the end of the last, and what restarts cost."""
    server = os.environ.get(SERVER)
    if not server:
        console.print(f"workers: {SERVER} names no PostgreSQL, left out")
        return
    encoder = os.environ.get("MATCHMAKER_ENCODER", "model")
    table = Table(title=f"{TEXTS} texts in {PIECES} pieces, encoder `{encoder}`, one thread each")
    for name in ("workers", "seconds", "texts a second"):
        table.add_column(name, justify="right")
    with _database(server) as database:
        model = _fill(database)
        for number in (1, 2):
            seconds = _measure(database, model, number)
            table.add_row(str(number), f"{seconds:.1f}", f"{TEXTS / seconds:.0f}")
    console.print(table)


@contextmanager
def _database(server: str) -> Iterator[Database]:
    name = f"bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    database = Database(server.replace("postgresql://", "postgresql+psycopg://").replace("/postgres?", f"/{name}?"))
    try:
        migrate.upgrade(database)
        yield database
    finally:
        database.engine.dispose()
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _fill(database: Database) -> str:
    """Published technologies; the name of the encoder that will read them."""
    from matchmaker.embedding.manifest import load_encoder
    from matchmaker.settings import get_settings

    with database.session() as session:
        owner = Organisation(name_vi="Viện", kind=OrganisationKind.INSTITUTE)
        session.add(owner)
        session.flush()
        rows = [
            Posting(kind=Kind.TECHNOLOGY, organisation_id=owner.id, language="vi", state=State.PUBLISHED)
            for _ in range(TEXTS)
        ]
        session.add_all(rows)
        session.flush()
        for number, row in enumerate(rows):
            body = {"title": f"Thiết bị số {number}", "description": BODY}
            session.add(PostingText(posting_id=row.id, language="vi", body=body))
        session.add(CatalogueChange(posting_id=rows[-1].id))
    return load_encoder(get_settings()).name


def _measure(database: Database, model: str, number: int) -> float:
    """Seconds that so many workers took for all pieces."""
    with database.session() as session:
        session.exec(delete(Embedding))
        session.exec(delete(Job).where(col(Job.kind) == ENCODE))
        first, last = session.exec(select(func.min(Posting.id), func.max(Posting.id))).one()
        step = (last - first + PIECES) // PIECES
        for start in range(first, last + 1, step):
            enqueue(session, ENCODE, "service", model=model, first=start, last=start + step - 1)
    with tempfile.TemporaryDirectory() as folder:
        own = {"MATCHMAKER_DATABASE_URL": database.url, "MATCHMAKER_DATA_FOLDER": folder, "MATCHMAKER_THREADS": "1"}
        command = [sys.executable, "-m", "matchmaker", "worker", "--lane", "encoding"]
        workers = [
            subprocess.Popen(command, env=os.environ | own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for _ in range(number)
        ]
        try:
            while (left := _left(database)) > 0:
                time.sleep(0.2)
        finally:
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.wait(timeout=30)
    with database.session(writes=False) as session:
        began, ended = session.exec(
            select(func.min(Job.started_at), func.max(Job.ended_at)).where(
                Job.kind == ENCODE, Job.state == JobState.DONE
            )
        ).one()
    assert left == 0
    return float((ended - began).total_seconds())


def _left(database: Database) -> int:
    with database.session(writes=False) as session:
        waiting = select(func.count()).where(
            Job.kind == ENCODE, col(Job.state).in_([JobState.QUEUED, JobState.RUNNING])
        )
        return session.exec(waiting).one()
