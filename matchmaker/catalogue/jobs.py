"""The import as a job."""

from pathlib import Path
from typing import Any

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue import importing
from matchmaker.catalogue.importing import ImportOrder
from matchmaker.catalogue.models import Kind
from matchmaker.kit.jobs.context import JobContext
from matchmaker.kit.jobs.service import handler
from matchmaker.kit.text import printable

IMPORT = "catalogue.import"
MOST_HEADERS = 100


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
