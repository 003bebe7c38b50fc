"""Who and what is there when: absences of people and tables, and fixed blocks such as company visits."""

from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from matchmaker.accounts.acting import Actor
from matchmaker.events import queries
from matchmaker.events.models import MeetingTable, TableHours
from matchmaker.events.people_models import (
    AvailabilityPublic,
    Block,
    BlockCreate,
    BlockPerson,
    BlockPublic,
    BlockSlot,
    PersonAbsence,
    TableAbsence,
)
from matchmaker.events.people_service import person_for
from matchmaker.events.phases import Doing
from matchmaker.events.service import event_for_organiser
from matchmaker.events.slot_service import require_slots
from matchmaker.events.venue_service import check_hours, get_table
from matchmaker.kit import clock
from matchmaker.kit.errors import InvalidError, NotFoundError


def set_person_away(
    session: Session, event_id: int, person_id: int, slot_ids: list[int], actor: Actor
) -> AvailabilityPublic:
    """Say in which slots somebody cannot; what was said before is replaced."""
    person_for(session, event_id, person_id, actor, Doing.AVAILABILITY)
    require_slots(session, event_id, slot_ids)
    session.execute(delete(PersonAbsence).where(col(PersonAbsence.person_id) == person_id))
    session.add_all(PersonAbsence(person_id=person_id, slot_id=slot_id) for slot_id in sorted(set(slot_ids)))
    session.flush()
    return person_availability(session, event_id, person_id)


def person_availability(session: Session, event_id: int, person_id: int) -> AvailabilityPublic:
    """When somebody is not there, and what blocks take from them."""
    return AvailabilityPublic(
        away=queries.away_of_person(session, person_id), blocked=queries.blocked_slots(session, event_id, person_id)
    )


def set_table_away(
    session: Session, event_id: int, table_id: int, slot_ids: list[int], actor: Actor
) -> AvailabilityPublic:
    """Say in which slots a table cannot be used; what was said before is replaced."""
    event_for_organiser(session, event_id, actor)
    get_table(session, event_id, table_id)
    require_slots(session, event_id, slot_ids)
    _keep_away(session, event_id, {table_id}, slot_ids)
    return table_availability(session, table_id)


def set_table_hours(session: Session, event_id: int, sent: TableHours, actor: Actor) -> list[MeetingTable]:
    """Give several tables the same hours and absences; none is changed when one of them is refused."""
    event_for_organiser(session, event_id, actor)
    check_hours(sent)
    tables = [get_table(session, event_id, table_id) for table_id in sorted(set(sent.table_ids))]
    require_slots(session, event_id, sent.away)
    for table in tables:
        table.used_from, table.used_until = sent.used_from, sent.used_until
        session.add(table)
    _keep_away(session, event_id, set(sent.table_ids), sent.away)
    return tables


def _keep_away(session: Session, event_id: int, table_ids: set[int], slot_ids: list[int]) -> None:
    """Let these slots be the absences of each of these tables; what stays is not written again."""
    before = {absence for absence in queries.table_absences(session, event_id) if absence[0] in table_ids}
    after = {(table_id, slot_id) for table_id in table_ids for slot_id in slot_ids}
    for gone in before - after:
        session.delete(session.get_one(TableAbsence, gone))
    session.add_all(TableAbsence(table_id=table_id, slot_id=slot_id) for table_id, slot_id in sorted(after - before))
    session.flush()


def table_availability(session: Session, table_id: int) -> AvailabilityPublic:
    return AvailabilityPublic(away=queries.away_of_table(session, table_id), blocked=[])


def add_block(session: Session, event_id: int, data: BlockCreate, actor: Actor) -> Block:
    """Save something fixed for some people, or all, in some slots."""
    event_for_organiser(session, event_id, actor)
    _check_block(session, event_id, data)
    block = Block(event_id=event_id, **_own(data))
    session.add(block)
    session.flush()
    _fill(session, block, data)
    return block


def replace_block(session: Session, event_id: int, block_id: int, data: BlockCreate, actor: Actor) -> Block:
    """Change a block to this."""
    event_for_organiser(session, event_id, actor)
    block = _get_block(session, event_id, block_id)
    _check_block(session, event_id, data)
    block.sqlmodel_update(_own(data))
    block.revision, block.changed_at = block.revision + 1, clock.now()
    session.execute(delete(BlockSlot).where(col(BlockSlot.block_id) == block_id))
    session.execute(delete(BlockPerson).where(col(BlockPerson.block_id) == block_id))
    _fill(session, block, data)
    return block


def delete_block(session: Session, event_id: int, block_id: int, actor: Actor) -> None:
    event_for_organiser(session, event_id, actor)
    session.delete(_get_block(session, event_id, block_id))
    session.flush()


def show_blocks(session: Session, event_id: int, blocks: list[Block]) -> list[BlockPublic]:
    """Blocks with their people and slots; two queries however many."""
    people, slots = queries.block_people(session, event_id), queries.block_slots(session, event_id)
    return [
        BlockPublic.model_validate(
            block.model_dump() | {"person_ids": people.get(block.id or 0, []), "slot_ids": slots.get(block.id or 0, [])}
        )
        for block in blocks
    ]


def _get_block(session: Session, event_id: int, block_id: int) -> Block:
    block = session.get(Block, block_id)
    if block is None or block.event_id != event_id:
        raise NotFoundError("block_not_found", id=block_id)
    return block


def _check_block(session: Session, event_id: int, data: BlockCreate) -> None:
    if not (data.name_vi or data.name_en):
        raise InvalidError("name_missing", field="name_vi")
    if data.everybody == bool(data.person_ids):
        raise InvalidError("everybody_or_some", field="person_ids")
    require_slots(session, event_id, data.slot_ids)
    known = {person.id for person in queries.coming_people(session, event_id)} if data.person_ids else set()
    if wrong := sorted(set(data.person_ids) - known):
        raise InvalidError("person_unknown", field="person_ids", people=wrong[:50])


def _own(data: BlockCreate) -> dict[str, Any]:
    return data.model_dump(exclude={"person_ids", "slot_ids"})


def _fill(session: Session, block: Block, data: BlockCreate) -> None:
    assert block.id is not None
    session.add(block)
    session.add_all(BlockSlot(block_id=block.id, slot_id=slot_id) for slot_id in sorted(set(data.slot_ids)))
    session.add_all(BlockPerson(block_id=block.id, person_id=person) for person in sorted(set(data.person_ids)))
    session.flush()
