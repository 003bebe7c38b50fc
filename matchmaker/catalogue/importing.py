"""Imports tables: every row answered, good rows in, bad ones told field by field, and twice the same as once.

Rows are taken in chunks, each in one transaction together with its answers. A killed import is taken up by the same
job: rows that have an answer are done. A row without a reference of its own gets one made from its content, so the
same file again finds its postings. A row whose posting is there already changes only what it speaks of.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError
from sqlalchemy import JSON, Column, insert
from sqlmodel import Field, Session, SQLModel, col, func, select

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.service import find_by_reference
from matchmaker.catalogue import contents, merging, queries, service
from matchmaker.catalogue.cells import values_of_row
from matchmaker.catalogue.fields import clean
from matchmaker.catalogue.headers import match_headers, unknown_headers
from matchmaker.catalogue.models import (
    CREATE_SCHEMA,
    TEXT_FIELDS,
    Kind,
    Posting,
    PostingCreate,
    PostingText,
    State,
)
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.tables import Row, read_rows
from matchmaker.catalogue.translations import match_translations
from matchmaker.kit.database import StoredEnum
from matchmaker.kit.errors import MatchmakerError
from matchmaker.kit.text import digest, normalise, printable

CHUNK = 500
MAX_REFERENCE = 500
MOST_ERRORS = 50


class RowStatus(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


class ImportRow(SQLModel, table=True):
    """The answer to one row of an import; ``errors`` are ``{field, code, params}``."""

    __tablename__ = "import_row"

    job_id: int = Field(primary_key=True, foreign_key="job.id", ondelete="CASCADE")
    number: int = Field(primary_key=True)
    status: RowStatus = Field(sa_type=StoredEnum(RowStatus))
    posting_id: int | None = None
    errors: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


@dataclass(frozen=True)
class ImportOrder:
    """What is imported, for whom and how."""

    kind: Kind
    organisation_id: int | None
    actor: Actor
    publish: bool
    dry_run: bool


# What a reference of one's own is unique in: the organisation.
Place = tuple[int, str]


@dataclass
class Decision:
    """What becomes of a row; without ``data`` it is rejected.

    ``data`` is what the row has, and once the posting is known what that will have; ``said`` is what the row speaks of.
    """

    row: Row
    errors: list[dict[str, Any]]
    data: PostingCreate | None = None
    said: merging.Said | None = None
    status: RowStatus = RowStatus.REJECTED
    posting: Posting | None = None


def count_rows(path: Path, filename: str, most: int) -> tuple[int, list[str]]:
    """How many rows a file has, and its headers. Raises TableError when it cannot be read to the end."""
    number = 0
    headers: list[str] = []
    for number, row in enumerate(read_rows(path.read_bytes(), filename, most), start=1):  # noqa: B007
        headers = headers or list(row.values)
    return number, headers


def chunks(path: Path, filename: str, most: int) -> Iterator[list[Row]]:
    """The rows of a file, some at a time."""
    rows = read_rows(path.read_bytes(), filename, most)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def read_chunk(session: Session, order: ImportOrder, rows: list[Row], seen: set[Place]) -> list[Decision]:
    """Check some rows by themselves, and for references that were in the file before: those are ``seen``."""
    organisations: dict[str, Organisation | None] = {}
    decisions = [_read(session, order, row, organisations) for row in rows]
    for decision in decisions:
        if decision.data is None:
            continue
        place = _place(decision.data)
        if place in seen:
            decision.data, decision.errors = None, [_error("key", "key_twice_in_file", key=place[1])]
        seen.add(place)
    return decisions


def write_chunk(session: Session, job_id: int, order: ImportOrder, decisions: list[Decision]) -> None:
    """Compare rows with the catalogue and, unless this is a dry run, write them; answer them in any case.

    Rows that have an answer already are left alone.
    """
    first, last = decisions[0].row.number, decisions[-1].row.number
    query = select(ImportRow.number).where(
        ImportRow.job_id == job_id, col(ImportRow.number) >= first, col(ImportRow.number) <= last
    )
    answered = set(session.exec(query))
    decisions = [decision for decision in decisions if decision.row.number not in answered]
    if not order.dry_run:
        _wait_for_others(session, decisions)
    _compare(session, order, decisions)
    if not order.dry_run:
        _write(session, order, decisions)
    _answer(session, job_id, decisions)


def _wait_for_others(session: Session, decisions: list[Decision]) -> None:
    """Let the same table, sent twice, be written by one job after the other: the second finds what the first wrote."""
    owners = {decision.data.organisation_id for decision in decisions if decision.data}
    mine = select(Organisation.id).where(col(Organisation.id).in_(owners)).order_by(col(Organisation.id))
    # Not against those who only refer to the organisation.
    session.exec(mine.with_for_update(key_share=True)).all()


def _answer(session: Session, job_id: int, decisions: list[Decision]) -> None:
    if not decisions:
        return
    rows = [
        {
            "job_id": job_id,
            "number": decision.row.number,
            "status": decision.status,
            "posting_id": decision.posting.id if decision.posting else None,
            "errors": decision.errors,
        }
        for decision in decisions
    ]
    session.execute(insert(ImportRow), rows)


def _read(session: Session, order: ImportOrder, row: Row, organisations: dict[str, Organisation | None]) -> Decision:
    """Check one row by itself."""
    if row.error:
        return Decision(row, [_error("", row.error)])
    cells = named_cells(order.kind, row)
    reference = _reference(cells.pop("organisation", ""))
    said = merging.said(order.kind, cells)
    values = values_of_row(order.kind, cells, taxonomy_of(session))
    if values.get("key"):
        values = merging.with_stand_ins(values, said)
    errors = []
    try:
        values["organisation_id"] = _owner(session, order, reference, organisations)
    except MatchmakerError as error:
        errors.append(_error("organisation", error.code, **error.params))
    try:
        data = CREATE_SCHEMA[order.kind].model_validate(values)
        data.key = data.key or _made_key(_after(session, order.kind, data, said, None))
    except (ValidationError, MatchmakerError) as error:
        return Decision(row, [*errors, *_errors(error)])
    return Decision(row, errors) if errors else Decision(row, [], data, said)


def _after(
    session: Session, kind: Kind, data: PostingCreate, said: merging.Said, before: dict[str, Any] | None
) -> PostingCreate:
    """The content of a row's posting when the row is in. Raises ValidationError or InvalidError."""
    after = contents.stored(kind, merging.merge(kind, data, said, before))
    service.check_content(after, taxonomy_of(session), kept=(before or {}).get("sectors", ()))
    return after


def _errors(error: ValidationError | MatchmakerError) -> list[dict[str, Any]]:
    if isinstance(error, MatchmakerError):
        return [_error(error.params.pop("field", ""), error.code, **error.params)]
    found = error.errors()[:MOST_ERRORS]
    return [_error(".".join(map(str, e["loc"])), e["type"], **e.get("ctx", {})) for e in found]


def _reference(cell: Any) -> str:
    """An organisation's key or name as it is kept, however it was typed."""
    written = str(cell or "")[:MAX_REFERENCE]
    try:
        return clean(written)
    except PydanticCustomError:
        return normalise(written)


def _made_key(data: PostingCreate) -> str:
    """A reference made from the content as it is kept, so that neither format nor encoding matter."""
    content = data.model_dump(mode="json", exclude={"key"}, exclude_defaults=True)
    return f"import:{digest(json.dumps(content, sort_keys=True))[:24]}"


def named_cells(kind: Kind, row: Row) -> dict[str, Any]:
    """A row's cells under the names of the fields; columns that nobody knows are left out."""
    fields = match_headers(list(row.values), kind.value)
    rest = [header for header in row.values if header not in fields]
    fields = match_translations(rest, kind) | fields
    named = {name: row.values[header] for header, name in fields.items()}
    if "translations" in row.values:
        named["translations"] = row.values["translations"]
    return named


def strange_headers(kind: Kind, headers: list[str]) -> list[str]:
    """Headers whose columns are not read."""
    unknown = unknown_headers(headers, kind.value)
    read = {"translations", *match_translations(unknown, kind)}
    return [header for header in unknown if header not in read]


def _owner(session: Session, order: ImportOrder, reference: str, known: dict[str, Organisation | None]) -> int:
    if not reference:
        if order.organisation_id is None:
            raise _MissingError("organisation_missing")
        return order.organisation_id
    if reference not in known:
        known[reference] = find_by_reference(session, reference)
    found = known[reference]
    if found is None or found.id is None:
        raise _MissingError("organisation_not_found", reference=reference)
    order.actor.require_edit(found.id)
    return found.id


class _MissingError(MatchmakerError):
    pass


def _compare(session: Session, order: ImportOrder, decisions: list[Decision]) -> None:
    """Tell new rows from those whose posting is there already, changed or not."""
    known = _known(session, order.kind, decisions)
    texts = queries.texts_of(session, [posting.id or 0 for posting in known.values()])
    for decision in decisions:
        if decision.data is None or decision.said is None:
            continue
        posting = known.get(_place(decision.data))
        before = _before(posting, texts[posting.id or 0]) if posting else None
        try:
            decision.data = _after(session, order.kind, decision.data, decision.said, before)
        except (ValidationError, MatchmakerError) as error:
            decision.data, decision.errors = None, _errors(error)
            continue
        decision.posting = posting
        if before is None:
            decision.status = RowStatus.CREATED
        else:
            decision.status = RowStatus.UNCHANGED if _same(order.kind, before, decision.data) else RowStatus.UPDATED


def _place(data: PostingCreate) -> Place:
    return data.organisation_id or 0, data.key or ""


def _known(session: Session, kind: Kind, decisions: list[Decision]) -> dict[Place, Posting]:
    places = {_place(decision.data) for decision in decisions if decision.data}
    query = select(Posting).where(Posting.kind == kind, col(Posting.key).in_(sorted({key for _, key in places})))
    found = {(posting.organisation_id, posting.key or ""): posting for posting in session.exec(query)}
    return {place: posting for place, posting in found.items() if place in places}


def _before(posting: Posting, texts: list[PostingText]) -> dict[str, Any]:
    return contents.content(posting, {text.language: text.body for text in texts}, TEXT_FIELDS[posting.kind])


def _same(kind: Kind, before: dict[str, Any], after: PostingCreate) -> bool:
    own = {"organisation_id", "key"}
    return contents.stored(kind, before).model_dump(exclude=own) == after.model_dump(exclude=own)


def _write(session: Session, order: ImportOrder, decisions: list[Decision]) -> None:
    fresh: list[tuple[Posting, PostingCreate]] = []
    for decision in decisions:
        data = decision.data
        if data is None:
            continue
        if decision.status is RowStatus.CREATED:
            state = State.PUBLISHED if order.publish else State.DRAFT
            decision.posting = Posting(
                kind=order.kind, key=data.key, organisation_id=data.organisation_id or 0, language="", state=state
            )
            fresh.append((decision.posting, data))
        elif decision.status is RowStatus.UPDATED and decision.posting:
            service.write_content(session, decision.posting, data)
            if decision.posting.state is State.PUBLISHED and not order.actor.organiser:
                service.move(session, decision.posting, State.SUBMITTED, order.actor.name, ["changed_by_import"])
    service.insert_postings(session, fresh, _review(order))


def _review(order: ImportOrder) -> list[dict[str, Any]]:
    """An organiser who imports as published has reviewed: both steps are written down."""
    if not order.publish:
        return []
    steps = [(State.DRAFT, State.SUBMITTED), (State.SUBMITTED, State.PUBLISHED)]
    return [
        {"from_state": before, "to_state": after, "actor": order.actor.name, "reasons": ["imported"]}
        for before, after in steps
    ]


def summary(session: Session, job_id: int) -> dict[str, int]:
    """How many rows have which status."""
    query = select(ImportRow.status, func.count()).where(ImportRow.job_id == job_id).group_by(ImportRow.status)
    found = {RowStatus(status): number for status, number in session.exec(query)}
    return {status.value: found.get(status, 0) for status in RowStatus}


def answers(
    session: Session, job_id: int, status: RowStatus | None, offset: int, limit: int
) -> tuple[list[ImportRow], int]:
    """A page of the answers, by row, and how many there are."""
    conditions = [ImportRow.job_id == job_id] + ([ImportRow.status == status] if status else [])
    query = select(ImportRow).where(*conditions).order_by(col(ImportRow.number)).offset(offset).limit(limit)
    total = session.exec(select(func.count()).select_from(ImportRow).where(*conditions)).one()
    return list(session.exec(query)), total


def _error(field: str, code: str, /, **params: Any) -> dict[str, Any]:
    return {"field": printable(field), "code": code, "params": printable(params)}
