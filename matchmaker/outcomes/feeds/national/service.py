"""Marks on records, the columns of files, and the files themselves; all for organisers."""

import json
from collections.abc import Iterator
from typing import Any, Literal

from sqlalchemy import ColumnElement, String, cast
from sqlmodel import Session, col, func, literal, or_, select

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.exporting import write
from matchmaker.catalogue.models import Kind, Posting, State
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError
from matchmaker.outcomes.feeds.harvesting.queries import find_record
from matchmaker.outcomes.feeds.harvesting.reading import holders_of, records_of
from matchmaker.outcomes.feeds.national.cells import cells_of
from matchmaker.outcomes.feeds.national.mapping import MappedColumn, default_columns, has_twice, mapped
from matchmaker.outcomes.feeds.national.models import (
    MappingPublic,
    MappingSent,
    MarksSent,
    RecordMapping,
    RecordPublic,
    TakenState,
)
from matchmaker.outcomes.taken_over import NationalRecord
from matchmaker.settings import Settings

FileForm = Literal["xlsx", "json"]
CHUNK = 500


def count_taken_over(session: Session) -> int:
    """How many records the national database has taken over, for the city's plan."""
    return session.exec(select(func.count(col(NationalRecord.name)))).one()


def list_records(
    session: Session, actor: Actor, state: TakenState | None, offset: int, limit: int
) -> tuple[list[RecordPublic], int]:
    """A page of records, the latest change first."""
    actor.require_organiser()
    conditions = _conditions(state)
    total = session.exec(select(func.count(col(Posting.id))).where(*conditions)).one()
    order = (col(Posting.updated_at).desc(), col(Posting.id).desc())
    rows = session.exec(select(Posting).where(*conditions).order_by(*order).offset(offset).limit(limit)).all()
    titles = catalogue.titles_of(session, [row.id or 0 for row in rows])
    holders = holders_of(session, {row.organisation_id for row in rows})
    marks = _marks(session, [_name(row.id) for row in rows])
    return [
        _shown(row, next(iter(titles.get(row.id or 0, {}).values()), ""), holders[row.organisation_id].names, marks)
        for row in rows
    ], total


def set_marks(session: Session, actor: Actor, sent: MarksSent) -> int:
    """Mark records as taken over on a day, or take marks back; how many there are then.

    Raises NotFoundError for what is no record, InvalidError for a day that has not come.
    """
    actor.require_organiser()
    if sent.taken_over_on and sent.taken_over_on > clock.today():
        raise InvalidError("day_not_come", field="taken_over_on")
    for mark in sent.records:
        row = session.get(NationalRecord, mark.name, with_for_update=True)
        if sent.taken_over_on is None:
            if row is not None:
                session.delete(row)
            continue
        _check_record(session, mark.name)
        row = row or NationalRecord(name=mark.name, taken_over_on=sent.taken_over_on, marked_by=actor.name)
        row.number, row.taken_over_on = mark.number or row.number, sent.taken_over_on
        row.marked_by, row.marked_at = actor.name, clock.now()
        session.add(row)
    session.flush()
    return count_taken_over(session)


def get_mapping(session: Session, actor: Actor) -> MappingPublic:
    """The columns of files."""
    actor.require_organiser()
    row = session.get(RecordMapping, 1)
    if row is None:
        return MappingPublic(version=0, columns=default_columns())
    return MappingPublic(version=row.version, columns=[MappedColumn.model_validate(one) for one in row.columns])


def set_mapping(session: Session, actor: Actor, sent: MappingSent) -> MappingPublic:
    """Change the columns. Raises ConflictError where somebody else did meanwhile, InvalidError for a header twice."""
    actor.require_organiser()
    row = session.get(RecordMapping, 1, with_for_update=True)
    if sent.version != (row.version if row else 0):
        raise ConflictError("version_stale", current=row.version if row else 0)
    if twice := has_twice(sent.columns):
        raise InvalidError("header_twice", field="columns", header=twice)
    row = row or RecordMapping(version=0)
    row.columns = [column.model_dump(mode="json") for column in sent.columns]
    row.version += 1
    session.add(row)
    session.flush()
    return get_mapping(session, actor)


def export_records(
    session: Session, settings: Settings, actor: Actor, form: FileForm, state: TakenState | None
) -> bytes:
    """A file of the published records in the columns of the mapping, as the public may read them."""
    columns = get_mapping(session, actor).columns
    rows = (mapped(columns, cells) for cells in _cells(session, settings, state))
    if form == "json":
        return json.dumps(list(rows), ensure_ascii=False, indent=1, default=str).encode()
    return write("xlsx", rows, [column.header for column in columns])


def _cells(session: Session, settings: Settings, state: TakenState | None) -> Iterator[dict[Any, Any]]:
    published = [*_conditions(state), col(Posting.state) == State.PUBLISHED]
    after = 0
    while True:
        query = select(Posting).where(*published, col(Posting.id) > after).order_by(col(Posting.id)).limit(CHUNK)
        rows = session.exec(query).all()
        marks = _marks(session, [_name(row.id) for row in rows])
        for record in records_of(session, rows):
            yield cells_of(record, marks.get(record.name), settings.public_address)
        if len(rows) < CHUNK:
            return
        after = rows[-1].id or 0


def _conditions(state: TakenState | None) -> list[ColumnElement[bool]]:
    name = literal("technology/") + cast(col(Posting.id), String)
    taken = select(NationalRecord.name).where(NationalRecord.name == name).exists()
    known = or_(col(Posting.state) == State.PUBLISHED, taken)
    chosen: dict[TakenState | None, list[ColumnElement[bool]]] = {
        None: [],
        TakenState.WAITING: [~taken],
        TakenState.TAKEN_OVER: [taken],
    }
    # Records of other catalogues are those to hand on.
    own = col(Posting.source).is_(None)
    return [col(Posting.kind) == Kind.TECHNOLOGY, own, known, *chosen[state]]


def _check_record(session: Session, name: str) -> None:
    kind, _, number = name.partition("/")
    if kind != "technology" or find_record(session, int(number)) is None:
        raise NotFoundError("record_not_found", name=name)


def _marks(session: Session, names: list[str]) -> dict[str, NationalRecord]:
    rows = session.exec(select(NationalRecord).where(col(NationalRecord.name).in_(names)))
    return {row.name: row for row in rows}


def _name(posting_id: int | None) -> str:
    return f"technology/{posting_id}"


def _shown(row: Posting, title: str, names: dict[str, str], marks: dict[str, NationalRecord]) -> RecordPublic:
    mark = marks.get(_name(row.id))
    return RecordPublic(
        name=_name(row.id),
        posting_id=row.id or 0,
        title=title,
        organisation=next(iter(names.values()), ""),
        organisation_en=names.get("en", ""),
        published=row.state is State.PUBLISHED,
        changed_at=row.updated_at,
        taken_over_on=mark.taken_over_on if mark else None,
        number=mark.number if mark else "",
    )
