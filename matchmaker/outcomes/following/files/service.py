"""Files of cases: taken after a look inside, given to both sides and the organisers, removed with their case."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlmodel import Session, select

from matchmaker.accounts.acting import Actor
from matchmaker.kit.database import Database, after_commit
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError, TooLargeError
from matchmaker.outcomes.following.cases import queries
from matchmaker.outcomes.following.cases.access import case_to_change, read_case, require_remove
from matchmaker.outcomes.following.files.contents import RefusedError, kind_of
from matchmaker.outcomes.following.files.keeping import drop_files, keep_file, readable_name, sweep
from matchmaker.outcomes.following.models import Case, CaseFile


@dataclass(frozen=True)
class Limits:
    """What is taken: the largest file in bytes, how many a case has at most, and which kinds."""

    bytes: int
    files: int
    kinds: frozenset[str]


def add_file(
    session: Session, case_id: int, name: str, stream: BinaryIO, folder: Path, limits: Limits, actor: Actor
) -> Case:
    """Keep a file. Raises TooLargeError, InvalidError with the reason why its content is refused, ConflictError."""
    case = case_to_change(session, case_id, actor)
    if len(queries.files_of(session, case_id)) >= limits.files:
        raise ConflictError("too_many_files", most=limits.files)
    data = stream.read(limits.bytes + 1)
    if len(data) > limits.bytes:
        raise TooLargeError("file_too_large", most=limits.bytes)
    try:
        kind = kind_of(name, data, limits.kinds)
    except RefusedError as error:
        raise InvalidError(error.refusal, field="file", kinds=sorted(limits.kinds)) from None
    row = CaseFile(
        case_id=case_id,
        stored=keep_file(folder, data),
        name=readable_name(name, kind),
        kind=kind,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        organisation_id=None if actor.organiser else actor.organisation_id,
        account_id=actor.account_id,
        actor=actor.name,
    )
    session.add(row)
    session.flush()
    return case


def find_file(session: Session, case_id: int, file_id: int, folder: Path, actor: Actor) -> tuple[CaseFile, Path]:
    """A file of a case that the actor may see, and where it lies. Raises NotFoundError."""
    read_case(session, case_id, actor)
    row = _file_of(session, case_id, file_id)
    path = folder / row.stored
    if not path.is_file():
        raise NotFoundError("case_file_not_found", id=file_id)
    return row, path


def delete_file(session: Session, case_id: int, file_id: int, folder: Path, actor: Actor) -> Case:
    """Remove a file of one's own side (organisers: any). Raises NotFoundError, ForbiddenError."""
    case = case_to_change(session, case_id, actor)
    row = _file_of(session, case_id, file_id)
    require_remove(case, row.organisation_id, actor)
    session.delete(row)
    session.flush()
    drop_after(session, folder, [row.stored])
    return case


def drop_after(session: Session, folder: Path, stored: Iterable[str]) -> None:
    """Remove files once the transaction that removed their rows is committed."""
    names = list(stored)
    after_commit(session, lambda: drop_files(folder, names))


def sweep_files(database: Database, folder: Path) -> int:
    """Remove files that no row names; how many that were. Safe at any time, also twice at once."""
    with database.session(writes=False) as session:
        known = set(session.exec(select(CaseFile.stored)))
    return sweep(folder, known)


def _file_of(session: Session, case_id: int, file_id: int) -> CaseFile:
    row = session.get(CaseFile, file_id)
    if row is None or row.case_id != case_id:
        raise NotFoundError("case_file_not_found", id=file_id)
    return row
