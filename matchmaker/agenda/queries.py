"""The SELECTs of agendas."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, cast

from sqlalchemy import Select
from sqlalchemy import select as select_many
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from matchmaker.accounts.models import Organisation
from matchmaker.agenda.changes import Seat
from matchmaker.agenda.handing_out.handout import Entry, Fixed, Head, Party, Told, Touched
from matchmaker.agenda.live_models import AgendaOffer
from matchmaker.agenda.models import (
    AgendaTold,
    AgendaVersion,
    CalendarFeed,
    Placement,
    PlacementState,
    VersionState,
)
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Posting, State
from matchmaker.events import queries as events
from matchmaker.events.models import Event, Slot
from matchmaker.events.people_models import EventPerson, Registration
from matchmaker.events.service import local
from matchmaker.interest.models import Answer
from matchmaker.interest.mutual import Value
from matchmaker.kit.jobs.models import Job
from matchmaker.matching.models import Candidate

# As many ids go into a query; for more, all rows are read.
FEW = 500
# Who sits in a meeting.
SEATS = (
    col(Placement.need_person_id),
    col(Placement.technology_person_id),
    col(Placement.interpreter_id),
    col(Placement.expert_id),
)


def find_version(session: Session, event_id: int, number: int) -> AgendaVersion | None:
    query = select(AgendaVersion).where(AgendaVersion.event_id == event_id, AgendaVersion.number == number)
    return session.exec(query).first()


def find_draft(session: Session, event_id: int) -> AgendaVersion | None:
    return _latest(session, event_id, VersionState.DRAFT)


def last_published(session: Session, event_id: int) -> AgendaVersion | None:
    return _latest(session, event_id, VersionState.PUBLISHED)


def last_number(session: Session, event_id: int) -> int:
    """The highest number of a version, 0 if there is none."""
    query = select(func.max(AgendaVersion.number)).where(AgendaVersion.event_id == event_id)
    return session.exec(query).one() or 0


def list_versions(
    session: Session, event_id: int, offset: int, limit: int
) -> tuple[list[tuple[AgendaVersion, int]], int]:
    """A page of versions with their numbers of meetings, the newest first, and how many there are."""
    mine = AgendaVersion.event_id == event_id
    total = session.exec(select(func.count()).select_from(AgendaVersion).where(mine)).one()
    placed = (
        select(func.count())
        .select_from(Placement)
        .where(col(Placement.version_id) == col(AgendaVersion.id), col(Placement.state) != PlacementState.CANCELLED)
        .scalar_subquery()
    )
    query = select(AgendaVersion, placed).where(mine).order_by(col(AgendaVersion.number).desc())
    return [(row[0], row[1]) for row in session.exec(query.offset(offset).limit(limit))], total


def placements_of(session: Session, version: AgendaVersion, people: Collection[int] | None = None) -> list[Placement]:
    """All meetings of a version, or those of these people, also cancelled ones, by key."""
    query = select(Placement).where(Placement.version_id == version.id).order_by(col(Placement.key))
    if people is not None and len(people) <= FEW:
        query = query.where(or_(*(seat.in_(people) for seat in SEATS)))
    rows = list(session.exec(query))
    return rows if people is None else [row for row in rows if not seat_of(row).people.isdisjoint(people)]


def list_placements(session: Session, version: AgendaVersion, offset: int, limit: int) -> tuple[list[Placement], int]:
    """A page of them, and how many there are."""
    mine = Placement.version_id == version.id
    total = session.exec(select(func.count()).select_from(Placement).where(mine)).one()
    query = select(Placement).where(mine).order_by(col(Placement.key)).offset(offset).limit(limit)
    return list(session.exec(query)), total


def seats_of(session: Session, version: AgendaVersion | None) -> dict[str, Seat]:
    """Where each meeting of a version is; cancelled ones are nowhere."""
    rows = placements_of(session, version) if version is not None else []
    return {row.key: seat_of(row) for row in rows if row.state is not PlacementState.CANCELLED}


def seat_of(row: Placement) -> Seat:
    return Seat(
        row.slot_id,
        row.table_id,
        row.need_person_id,
        row.technology_person_id,
        row.interpreter_id,
        row.expert_id,
    )


def told_numbers(session: Session, event_id: int) -> dict[int, int]:
    """The version that each person of an event was told last."""
    query = select(AgendaTold).join(EventPerson, col(EventPerson.id) == col(AgendaTold.person_id))
    return {row.person_id: row.number for row in session.exec(query.where(EventPerson.event_id == event_id))}


def people_ids(session: Session, event_id: int) -> set[int]:
    """Everybody who was ever entered for an event."""
    found = session.exec(select(EventPerson.id).where(EventPerson.event_id == event_id))
    return {person_id for person_id in found if person_id is not None}


def offers_of(session: Session, event_id: int, organisation_id: int | None) -> list[AgendaOffer]:
    """Offers of one organisation or of all, the latest first."""
    query = select(AgendaOffer).where(AgendaOffer.event_id == event_id).order_by(col(AgendaOffer.id).desc())
    if organisation_id is not None:
        sides = (col(AgendaOffer.need_organisation_id), col(AgendaOffer.technology_organisation_id))
        query = query.where(or_(*(side == organisation_id for side in sides)))
    return list(session.exec(query))


def declined_pairs(session: Session, event_id: int) -> set[tuple[int, int]]:
    """Pairs of need and technology that a side would rather not meet on."""
    query = select(Answer.need_id, Answer.technology_id).where(
        Answer.event_id == event_id, col(Answer.value).in_([Value.RATHER_NOT, Value.VETO])
    )
    return {(row[0], row[1]) for row in session.exec(query)}


def candidates_of(session: Session, organisation_id: int) -> list[tuple[Candidate, int, int]]:
    """What the ranking proposes to an organisation, the most probable first, with the owners of both postings."""
    need, technology = aliased(Posting), aliased(Posting)
    query = (
        select(Candidate, need.organisation_id, technology.organisation_id)
        .join(need, col(need.id) == col(Candidate.need_id))
        .join(technology, col(technology.id) == col(Candidate.technology_id))
        .where(need.state == State.PUBLISHED, technology.state == State.PUBLISHED)
        .where(or_(col(need.organisation_id) == organisation_id, col(technology.organisation_id) == organisation_id))
        .order_by(col(Candidate.probability).desc(), col(Candidate.need_id), col(Candidate.technology_id))
    )
    return [(row[0], row[1], row[2]) for row in session.exec(query)]


def find_feed(session: Session, token: str) -> CalendarFeed | None:
    return session.exec(select(CalendarFeed).where(CalendarFeed.token == token)).first()


def published_moments(session: Session, event_id: int) -> dict[int, datetime]:
    """When each published version was."""
    query = select(AgendaVersion.number, AgendaVersion.published_at).where(
        AgendaVersion.event_id == event_id, AgendaVersion.state == VersionState.PUBLISHED
    )
    return {row[0]: row[1] for row in session.exec(query) if row[1] is not None}


def told_to(session: Session, event: Event, person_id: int) -> list[Told]:
    """Every meeting of somebody in every published version."""
    query = (
        select(AgendaVersion.number, AgendaVersion.published_at, Placement)
        .join(Placement, col(Placement.version_id) == col(AgendaVersion.id))
        .where(
            AgendaVersion.event_id == event.id,
            AgendaVersion.state == VersionState.PUBLISHED,
            or_(*(seat == person_id for seat in SEATS)),
        )
    )
    rows = [(number, at, placement) for number, at, placement in session.exec(query) if at is not None]
    entries = read_entries(session, event, [placement for _, _, placement in rows])
    return [Told(number, at, entry) for (number, at, _), entry in zip(rows, entries, strict=True)]


def head_of(event: Event) -> Head:
    return Head(event.id or 0, event.name_vi, event.name_en, event.place, event.zone, event.first_day, event.last_day)


def read_entries(session: Session, event: Event, rows: Sequence[Placement]) -> Iterator[Entry]:
    """Meetings with names, in the order given; four queries however many, and one for each 500 postings."""
    event_id = event.id or 0
    people = {person_id for row in rows for person_id in seat_of(row).people}
    parties = parties_of(session, event_id, people)
    slots = {
        slot.id: (local(event, slot.starts_at), local(event, slot.ends_at))
        for slot in events.slots_of(session, event_id)
    }
    rooms = {room.id: room.name for room in events.rooms_of(session, event_id)}
    tables = {table.id: table for table in events.tables_of(session, event_id)}
    postings = {posting for row in rows for posting in (row.need_id, row.technology_id) if posting is not None}
    titles = catalogue.titles_of(session, sorted(postings))
    for row in rows:
        table = tables[row.table_id]
        yield Entry(
            key=row.key,
            state=row.state,
            starts_at=slots[row.slot_id][0],
            ends_at=slots[row.slot_id][1],
            table_id=row.table_id,
            table=table.name,
            room=rooms.get(table.room_id, ""),
            video_link=table.video_link,
            need_id=row.need_id,
            technology_id=row.technology_id,
            need_side=parties[row.need_person_id],
            technology_side=parties[row.technology_person_id],
            interpreter=parties.get(row.interpreter_id or 0),
            expert=parties.get(row.expert_id or 0),
            slot_id=row.slot_id,
            need_titles=titles.get(row.need_id or 0, {}),
            technology_titles=titles.get(row.technology_id or 0, {}),
        )


def read_fixed(session: Session, event: Event) -> list[Fixed]:
    """All that is fixed at an event, in order of time: a block once for each run of slots on one day; five queries."""
    event_id = event.id or 0
    slots = events.slots_of(session, event_id)
    people, slot_ids = events.block_people(session, event_id), events.block_slots(session, event_id)
    parties = parties_of(session, event_id) if people else {}
    found = []
    for block in events.blocks_of(session, event_id):
        taken = set(slot_ids.get(block.id or 0, ()))
        told = block.model_dump(include={"kind", "name_vi", "name_en", "place", "everybody", "revision", "changed_at"})
        coming = tuple(parties[person] for person in people.get(block.id or 0, ()))
        for first, last in _runs(slots, taken):
            when = (local(event, first.starts_at), local(event, last.ends_at))
            found.append(Fixed(block.id or 0, first.id or 0, starts_at=when[0], ends_at=when[1], people=coming, **told))
    return sorted(found, key=lambda one: (one.starts_at, one.block_id))


def read_touched(session: Session, event_id: int) -> list[Touched]:
    return [Touched(row.at, row.detail, row.row_id) for row in events.detail_changes(session, event_id)]


def parties_of(session: Session, event_id: int, people: Collection[int] | None = None) -> dict[int, Party]:
    """Everybody who was ever entered for an event, or at least these, with organisations."""
    query = _parties(event_id)
    if people is not None and len(people) <= FEW:
        query = query.where(col(EventPerson.id).in_(people))
    return _read_parties(session, query)


def parties_from(session: Session, event_id: int, organisation_id: int) -> dict[int, Party]:
    """Everybody of an organisation who was ever entered for an event."""
    query = _parties(event_id).where(col(Organisation.id) == organisation_id)
    return _read_parties(session, query)


def _parties(event_id: int) -> Select[Any]:
    query = (
        select_many(
            col(EventPerson.id),
            col(EventPerson.name),
            col(Organisation.id),
            col(Organisation.name_vi),
            col(Organisation.name_en),
            col(EventPerson.remote),
        )
        .join(Registration, col(Registration.id) == col(EventPerson.registration_id), isouter=True)
        .join(Organisation, col(Organisation.id) == col(Registration.organisation_id), isouter=True)
        .where(col(EventPerson.event_id) == event_id)
        .order_by(col(EventPerson.id))
    )
    return cast(Select[Any], query)


def _read_parties(session: Session, query: Select[Any]) -> dict[int, Party]:
    return {
        number: Party(number, name, organisation_id, vi or "", en or "", remote)
        for number, name, organisation_id, vi, en, remote in session.execute(query)
    }


def _runs(slots: Sequence[Slot], taken: Collection[int]) -> Iterator[tuple[Slot, Slot]]:
    """The first and the last of each run of taken slots that follow each other on one day."""
    for mine, run in groupby(slots, key=lambda slot: (slot.day, slot.id in taken)):
        if mine[1]:
            following = list(run)
            yield following[0], following[-1]


def last_job_of(session: Session, event_id: int, kind: str) -> Job | None:
    """The job of a kind that was asked for last for an event, ended or not."""
    of_event = col(Job.params)["event_id"].as_integer() == event_id
    query = select(Job).where(Job.kind == kind, of_event).order_by(col(Job.id).desc()).limit(1)
    return session.exec(query).first()


def _latest(session: Session, event_id: int, state: VersionState) -> AgendaVersion | None:
    query = (
        select(AgendaVersion)
        .where(AgendaVersion.event_id == event_id, AgendaVersion.state == state)
        .order_by(col(AgendaVersion.number).desc())
    )
    return session.exec(query).first()
