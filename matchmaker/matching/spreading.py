"""Encoding of many texts in pieces that any process takes: each piece is a job.

Who needs the vectors asks for the pieces and waits for their end, or works on them itself where nobody else does in
this process. A piece stores what it has every few hundred texts, so after a crash it goes on from there; vectors are
kept by the digest of their text, so nothing is lost or different when a piece runs twice.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, select

from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind
from matchmaker.embedding import store
from matchmaker.embedding.encoder import Encoder, Progress, digest
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.context import JobContext
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.jobs.service import enqueue, handler, run_next
from matchmaker.kit.jobs.workers import requeue_stale
from matchmaker.kit.locks import wait_for
from matchmaker.matching.engine import ROLE, read_rows, stored_or_encoded
from matchmaker.matching.side import TextRow

ENCODE, LANE = "matching.encode", "encoding"
PIECE = 2000
STEP = 250
# Fewer are encoded on the spot by who needs them.
SPREAD_FROM = 2 * PIECE
LOOK_SECONDS = 0.5
SWEEP_SECONDS = 20.0
# A piece that failed is encoded by who waits, who then hears why; so nobody asks without end.
ROUNDS = 2

Rows = Mapping[Kind, Sequence[TextRow]]


@handler(ENCODE, lane=LANE)
def encode_piece(context: JobContext, *, model: str, first: int, last: int) -> dict[str, Any]:
    """Store the vectors of all published texts of postings from ``first`` to ``last`` that have none yet.

    Raises UnavailableError where this process has another model.
    """
    encoder: Encoder = context.services.encoder_named(model)
    with context.database.session(writes=False) as session:
        rows = read_rows(session, catalogue.published_between(session, first, last))
    texts = [(kind, row.text) for kind in Kind for row in rows[kind]]
    for start in range(0, len(texts), STEP):
        part = texts[start : start + STEP]
        for kind in Kind:
            own = [text for one, text in part if one is kind]
            stored_or_encoded(context.database, encoder, own, ROLE[kind])
        context.report("encoding", min(start + STEP, len(texts)), len(texts))
    return {"texts": len(texts)}


def encode_together(database: Database, services: Any, encoder: Encoder, rows: Rows, progress: Progress | None) -> None:
    """Let all processes encode what has no vector yet, and come back when they are done; a few texts are left alone."""
    for _ in range(ROUNDS):
        _wait(database, services, encoder.name, progress)
        lacking = _lacking(database, encoder.name, rows)
        if len(lacking) < SPREAD_FROM:
            return
        with database.session() as session:
            _ask(session, encoder.name, pieces_of(lacking, PIECE))
        services.wake()
    _wait(database, services, encoder.name, progress)


def pieces_of(lacking: Iterable[int], size: int) -> list[tuple[int, int]]:
    """First and last posting of each piece; ``lacking`` names, ascending, the posting of each text without a vector.

    A piece has ``size`` such texts, or a few more, since those of one posting stay together.
    """
    pieces: list[tuple[int, int]] = []
    number, first, last = 0, 0, 0
    for posting in lacking:
        if number >= size and posting != last:
            pieces.append((first, last))
            number = 0
        first = first if number else posting
        number, last = number + 1, posting
    return [*pieces, (first, last)] if number else pieces


def _lacking(database: Database, model: str, rows: Rows) -> list[int]:
    """The posting of each text that has no vector, ascending."""
    found: list[int] = []
    for kind in Kind:
        for start in range(0, len(rows[kind]), PIECE):
            part = {digest(row.text, ROLE[kind]): row.posting for row in rows[kind][start : start + PIECE]}
            with database.session(writes=False) as session:
                known = store.known_digests(session, model, list(part))
            found += [posting for key, posting in part.items() if key not in known]
    return sorted(found)


def _ask(session: Session, model: str, pieces: Sequence[tuple[int, int]]) -> None:
    """Write the jobs, unless another process has just done so for the same texts."""
    wait_for(session, "encoding")
    if not _open_pieces(session, model):
        for first, last in pieces:
            enqueue(session, ENCODE, "service", model=model, first=first, last=last)


def _open_pieces(session: Session, model: str) -> list[int]:
    waiting = (Job.kind == ENCODE, col(Job.state).in_([JobState.QUEUED, JobState.RUNNING]))
    return [job.id or 0 for job in session.exec(select(Job).where(*waiting)) if job.params["model"] == model]


def _wait(database: Database, services: Any, model: str, progress: Progress | None) -> None:
    """Come back when no piece is open; work on them here where this process has nobody who does."""
    most, swept = 0, time.monotonic()
    while True:
        with database.session(writes=False) as session:
            left = len(_open_pieces(session, model))
        most = max(most, left)
        if progress and most:
            progress((most - left) * PIECE, most * PIECE)
        if not left:
            return
        if not services.runs(LANE) and run_next(database, services, LANE, lambda _: None):
            continue
        if time.monotonic() - swept > SWEEP_SECONDS:
            requeue_stale(database)
            swept = time.monotonic()
        time.sleep(LOOK_SECONDS)
