"""Writes the log: after each flush, and around statements that change many rows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy import Table, event, insert, inspect, select, tuple_
from sqlalchemy.engine import Result
from sqlalchemy.orm import Mapper, ORMExecuteState, UOWTransaction
from sqlmodel import Session

from matchmaker.kit import clock
from matchmaker.kit.auditing.acting import acting_in
from matchmaker.kit.auditing.declaring import AUDITED, Declared, declared
from matchmaker.kit.auditing.models import AuditEntry, Values

# Below the number of parameters that every database takes in one statement.
CHUNK = 200

Listener = Callable[[Session, Sequence[Values]], None]
LISTENERS: list[Listener] = []


def listener(function: Listener) -> Listener:
    """Register ``function(session, entries)``, told of what was just written, inside the same transaction.

    It may read and execute statements, but adds no rows to the session: that is being flushed.
    """
    LISTENERS.append(function)
    return function


def record(session: Session, entity: str, entity_id: str, before: Values, after: Values) -> None:
    """Write down a change of something that is not a row, as a file of learned weights."""
    _write(session, [_entry(entity, entity_id, (entity, entity_id), before, after)])


def _after_flush(session: Session, _: UOWTransaction) -> None:
    entries = []
    for kind, rows in (("new", session.new), ("changed", session.dirty), ("gone", session.deleted)):
        for row in rows:
            if told := declared(row):
                entries += _entries_of(row, told, kind)
    _write(session, entries)


def _entries_of(row: Any, told: Declared, kind: str) -> list[Values]:
    names = [column.key for column in _mapper(type(row)).column_attrs if column.key not in told.left_out]
    keys = {name: getattr(row, name) for name in (*_keys(type(row)), *filter(None, [told.part_of]))}
    if kind == "new":
        return [_row_entry(type(row), keys, told, {}, _said({name: getattr(row, name) for name in names}))]
    if kind == "gone":
        return [_row_entry(type(row), keys, told, _said(_committed(row, names)), {})]
    changed = [name for name in names if inspect(row).attrs[name].history.has_changes()] if told.changes else []
    before = {name: old for name, old in _committed(row, changed).items() if old != getattr(row, name)}
    after = {name: getattr(row, name) for name in before}
    return [_row_entry(type(row), keys, told, _plain(before), _plain(after))] if before else []


def _committed(row: Any, names: Iterable[str]) -> Values:
    """The values of a row as the database had them; None where they were never read."""
    attributes = inspect(row).attrs
    found = {}
    for name in names:
        history = attributes[name].history
        kept = history.deleted if history.has_changes() else history.unchanged
        found[name] = kept[0] if kept else None
    return found


def _around_statement(state: ORMExecuteState) -> Result[Any] | None:
    """Changes of many rows by one statement are read before and after it."""
    mapper = state.bind_mapper
    if mapper is None or not (told := AUDITED.get(mapper.class_)) or state.is_select:
        return None
    if state.is_insert:
        raise TypeError(f"{mapper.class_.__name__} is audited: add its rows to the session")
    session: Any = state.session
    session.flush()
    table: Any = mapper.local_table
    before = _read(session, mapper, table.select().where(state.statement.whereclause))  # type: ignore[attr-defined]
    result = state.invoke_statement()
    after = _read_again(session, mapper, list(before)) if state.is_update else {}
    entries = []
    for key, old in before.items():
        new = after.get(key, {})
        entries += _difference(mapper.class_, told, old, new)
    _write(session, entries)
    return result


def _difference(table: type, told: Declared, old: Values, new: Values) -> list[Values]:
    shown_old = {name: value for name, value in old.items() if name not in told.left_out}
    if not new:
        return [_row_entry(table, old, told, _said(shown_old), {})]
    before = {name: value for name, value in shown_old.items() if new[name] != value}
    if not before or not told.changes:
        return []
    return [_row_entry(table, old, told, _plain(before), _plain({name: new[name] for name in before}))]


def _read(session: Session, mapper: Mapper[Any], statement: Any) -> dict[tuple[Any, ...], Values]:
    keys = _keys(mapper.class_)
    rows = session.connection().execute(statement).mappings()
    return {tuple(row[key] for key in keys): dict(row) for row in rows}


def _read_again(session: Session, mapper: Mapper[Any], keys: list[tuple[Any, ...]]) -> dict[tuple[Any, ...], Values]:
    found: dict[tuple[Any, ...], Values] = {}
    for start in range(0, len(keys), CHUNK):
        wanted = tuple_(*mapper.primary_key).in_(keys[start : start + CHUNK])
        found |= _read(session, mapper, select(mapper.local_table).where(wanted))
    return found


def _mapper(table: type) -> Mapper[Any]:
    found: Mapper[Any] = inspect(table)
    return found


def _keys(table: type) -> list[str]:
    return [column.name for column in _mapper(table).primary_key]


def _row_entry(table: type, values: Values, told: Declared, before: Values, after: Values) -> Values:
    """An entry for a row, of which ``values`` hold at least the keys."""
    local: Any = _mapper(table).local_table
    part = (str(local.name), "-".join(str(values[name]) for name in _keys(table)))
    if told.part_of is None:
        return _entry(*part, part, before, after)
    return _entry(_whole(local, told.part_of), str(values[told.part_of]), part, before, after)


def _whole(table: Table, column: str) -> str:
    (reference,) = table.c[column].foreign_keys
    return str(reference.column.table.name)


def _entry(entity: str, entity_id: str, part: tuple[str, str], before: Values, after: Values) -> Values:
    names = ("entity", "entity_id", "part", "part_id")
    return dict(zip(names, (entity, entity_id, *part), strict=True)) | {"before": before, "after": after}


def _said(values: Values) -> Values:
    """Of whole rows, what they say at all."""
    return _plain({name: value for name, value in values.items() if value is not None and value not in ("", [], {})})


def _plain(values: Values) -> Values:
    found: Values = to_jsonable_python(values)
    return found


def _write(session: Session, entries: list[Values]) -> None:
    if entries:
        common = asdict(acting_in(session)) | {"at": clock.now()}
        session.connection().execute(insert(AuditEntry), [common | entry for entry in entries])
        for told in LISTENERS:
            told(session, entries)


event.listen(Session, "after_flush", _after_flush)
event.listen(Session, "do_orm_execute", _around_statement)
