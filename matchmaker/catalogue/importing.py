"""Imports tables: every row answered, good rows in, bad ones told field by field, and twice the same as once.

Rows are taken in chunks, each in one transaction together with its answers. A killed import is taken up by the same
job: rows that have an answer are done. A row without a reference of its own gets one made from its content, so the
same file again finds its postings.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import JSON, Column
from sqlmodel import Field, Session, SQLModel, col, func, select

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.service import find_by_reference
from matchmaker.catalogue import service
from matchmaker.catalogue.cells import values_of_row
from matchmaker.catalogue.headers import match_headers, unknown_headers
from matchmaker.catalogue.models import CREATE_SCHEMA, Kind, Posting, PostingCreate, State
from matchmaker.catalogue.tables import Row, read_rows
from matchmaker.kit.database import StoredEnum
from matchmaker.kit.errors import MatchmakerError
from matchmaker.kit.text import digest

CHUNK = 500


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


@dataclass
class _Decision:
    row: Row
    errors: list[dict[str, Any]]
    data: PostingCreate | None = None
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


def import_chunk(session: Session, job_id: int, order: ImportOrder, rows: list[Row]) -> None:
    """Decide and, unless this is a dry run, write some rows; their answers are written in any case."""
    numbers = [row.number for row in rows]
    answered = set(
        session.exec(
            select(ImportRow.number).where(
                ImportRow.job_id == job_id, col(ImportRow.number) >= numbers[0], col(ImportRow.number) <= numbers[-1]
            )
        )
    )
    organisations: dict[str, Organisation | None] = {}
    decisions = [_read(session, order, row, organisations) for row in rows if row.number not in answered]
    _compare(session, order, decisions)
    if not order.dry_run:
        _write(session, order, decisions)
    session.add_all(
        ImportRow(
            job_id=job_id,
            number=decision.row.number,
            status=decision.status,
            posting_id=decision.posting.id if decision.posting else None,
            errors=decision.errors,
        )
        for decision in decisions
    )


def _read(session: Session, order: ImportOrder, row: Row, organisations: dict[str, Organisation | None]) -> _Decision:
    """Check one row by itself."""
    if row.error:
        return _Decision(row, [_error("", row.error)])
    cells = named_cells(order.kind, row)
    reference = str(cells.pop("organisation", "") or "").strip()
    values = values_of_row(order.kind, cells)
    errors = []
    try:
        values["organisation_id"] = _owner(session, order, reference, organisations)
    except MatchmakerError as error:
        errors.append(_error("organisation", error.code, **error.params))
    try:
        data = CREATE_SCHEMA[order.kind].model_validate(values)
        service.fill(Posting(kind=order.kind, organisation_id=0, language=data.language), data)
    except ValidationError as error:
        errors += [
            _error(".".join(map(str, e["loc"])) or "", e["type"], **_plain(e.get("ctx"))) for e in error.errors()
        ]
        return _Decision(row, errors)
    except MatchmakerError as error:
        return _Decision(row, [*errors, _error(str(error.params.get("field", "")), error.code, **error.params)])
    if errors:
        return _Decision(row, errors)
    data.key = data.key or f"import:{digest(json.dumps(values, sort_keys=True, default=str))[:24]}"
    return _Decision(row, [], data)


def named_cells(kind: Kind, row: Row) -> dict[str, Any]:
    """A row's cells under the names of the fields; columns that nobody knows are left out."""
    fields = match_headers(list(row.values), kind.value)
    named = {name: row.values[header] for header, name in fields.items()}
    if isinstance(row.values.get("translations"), list):
        named["translations"] = row.values["translations"]
    return named


def strange_headers(kind: Kind, headers: list[str]) -> list[str]:
    """Headers whose columns are not read."""
    return [header for header in unknown_headers(headers, kind.value) if header != "translations"]


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


def _compare(session: Session, order: ImportOrder, decisions: list[_Decision]) -> None:
    """Tell new rows from those whose posting is there already, changed or not."""
    good = [d for d in decisions if d.data is not None]
    known = _known(session, order.kind, good)
    seen: set[tuple[int, str]] = set()
    for decision in good:
        assert decision.data is not None
        place = (decision.data.organisation_id or 0, decision.data.key or "")
        if place in seen:
            decision.status, decision.errors = RowStatus.REJECTED, [_error("key", "key_twice_in_file", key=place[1])]
            decision.data = None
            continue
        seen.add(place)
        decision.posting = known.get(place)
        if decision.posting is None:
            decision.status = RowStatus.CREATED
        else:
            same = _same(session, decision.posting, decision.data)
            decision.status = RowStatus.UNCHANGED if same else RowStatus.UPDATED


def _known(session: Session, kind: Kind, decisions: list[_Decision]) -> dict[tuple[int, str], Posting]:
    keys = sorted({d.data.key or "" for d in decisions if d.data})
    query = select(Posting).where(Posting.kind == kind, col(Posting.key).in_(keys))
    return {(posting.organisation_id, posting.key or ""): posting for posting in session.exec(query)}


def _same(session: Session, posting: Posting, data: PostingCreate) -> bool:
    before = service.validated(posting.kind, service.content_of(session, posting))
    own = {"organisation_id", "key"}
    return before.model_dump(mode="json", exclude=own) == data.model_dump(mode="json", exclude=own)


def _write(session: Session, order: ImportOrder, decisions: list[_Decision]) -> None:
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


def _error(field: str, code: str, **params: Any) -> dict[str, Any]:
    return {"field": field, "code": code, "params": _plain(params)}


def _plain(params: Any) -> dict[str, Any]:
    """Parameters as JSON takes them; exceptions that validation hands on become their text."""
    return {
        str(name): value if isinstance(value, (int, float, list)) else str(value)
        for name, value in (params or {}).items()
    }
