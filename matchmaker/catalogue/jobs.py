"""The import as a job, and what becomes of its file afterwards."""

import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from sqlmodel import Session, col, or_, select

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue import importing
from matchmaker.catalogue.importing import ImportOrder, ImportRow, RowStatus
from matchmaker.catalogue.models import Kind
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.context import JobContext
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.jobs.service import handler, tidier
from matchmaker.kit.text import printable

log = structlog.get_logger(__name__)

IMPORT = "catalogue.import"
MOST_HEADERS = 100
# A file is on disk before its job is committed; one that waits longer than this will never have a job.
ORPHAN_SECONDS = 3600


@handler(IMPORT)
def import_table(
    context: JobContext,
    *,
    kind: str,
    upload: str,
    filename: str,
    organisation_id: int | None,
    acting: dict[str, Any],
    publish: bool,
    dry_run: bool,
) -> dict[str, Any]:
    """Import a kept upload; every chunk with its answers is one transaction.

    When the job ends, what it published is searchable: the application's services catch up before the answer.
    """
    path: Path = context.services.upload_folder / upload
    most: int = context.services.settings.max_import_rows
    total, headers = importing.count_rows(path, filename, most)
    order = ImportOrder(Kind(kind), organisation_id, Actor(**acting), publish, dry_run)
    done = 0
    seen: set[importing.Place] = set()
    for rows in importing.chunks(path, filename, most):
        # Reading takes longest, and holds up nobody.
        with context.database.session(writes=False) as session:
            decisions = importing.read_chunk(session, order, rows, seen)
        with context.database.session() as session:
            importing.write_chunk(session, context.job_id, order, decisions)
        done += len(rows)
        context.report("importing", done, total)
    if not dry_run:
        context.services.catch_up(context)
    with context.database.session(writes=False) as session:
        counted = importing.summary(session, context.job_id)
    return {
        "rows": total,
        **counted,
        "dry_run": dry_run,
        "headers_not_read": printable(importing.strange_headers(Kind(kind), headers)[:MOST_HEADERS]),
    }


@tidier(IMPORT)
def remove_uploads(database: Database, services: Any) -> None:
    """Remove uploads that nobody needs: those of ended imports, and those that never got as far as a job.

    Where rows were rejected the file is kept for some days, because they are given back as they were sent.
    """
    folder: Path = services.upload_folder
    # First what is there, then what is needed: a job that is written meanwhile has a file that was not seen.
    ages = {file.name: time.time() - file.stat().st_mtime for file in folder.glob("*")} if folder.is_dir() else {}
    if not ages:
        return
    with database.session(writes=False) as session:
        needed = _needed_uploads(session, timedelta(days=services.settings.keep_uploads_days))
    for name, age in ages.items():
        if not needed.get(name, age < ORPHAN_SECONDS):
            log.info("upload_removed", upload=name)
            (folder / name).unlink(missing_ok=True)


def _needed_uploads(session: Session, kept: timedelta) -> dict[str, bool]:
    """The uploads of imports that run, wait or ended lately, and whether anybody needs them still."""
    needed: dict[str, bool] = {}
    lately = or_(col(Job.state).in_([JobState.QUEUED, JobState.RUNNING]), col(Job.ended_at) > clock.now() - kept)
    for job in session.exec(select(Job).where(Job.kind == IMPORT, lately)):
        name = job.params["upload"]
        needed[name] = needed.get(name, False) or not job.state.ended or _has_rejected(session, job.id or 0)
    return needed


def _has_rejected(session: Session, job_id: int) -> bool:
    found = select(ImportRow.number).where(ImportRow.job_id == job_id, ImportRow.status == RowStatus.REJECTED)
    return session.exec(found.limit(1)).first() is not None
