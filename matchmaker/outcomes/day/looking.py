"""The day as the desk sees it: who is there, who is missing, and which meetings are at risk."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import queries as agenda_queries
from matchmaker.agenda.handing_out.handing import read_agenda
from matchmaker.agenda.handing_out.handout import Entry, Party
from matchmaker.events import queries as events
from matchmaker.events.models import Event
from matchmaker.events.people_models import EventPerson
from matchmaker.events.service import get_event, local
from matchmaker.kit import clock
from matchmaker.kit.errors import NotFoundError
from matchmaker.outcomes.day import queries
from matchmaker.outcomes.day.meetings import as_words, last_words, show_words
from matchmaker.outcomes.day.models import (
    CheckIn,
    DayPublic,
    MeetingOnDay,
    MeetingWord,
    PersonOnDay,
    RiskPublic,
    SidePublic,
)
from matchmaker.outcomes.day.rules import COMING, Risk, Sitting, is_disputed, last_said, risks_of


def read_day(session: Session, event_id: int, actor: Actor) -> DayPublic:
    """Everybody who comes and all meetings of the agenda published last (organisers)."""
    actor.require_organiser()
    event = get_event(session, event_id, actor)
    now = clock.now()
    version, entries = _entries(session, event_id, actor)
    coming = events.coming_people(session, event_id)
    said = _said(session, event_id)
    here = {person for person, row in said.items() if row.here}
    remote = {person.id or 0 for person in coming if person.remote}
    risks = risks_of([_sitting(entry) for entry in entries], here, remote, now)
    next_of = _next_of(entries, now)
    parties = agenda_queries.parties_of(session, event_id)
    people = [_person(event, one, parties[one.id or 0], said, next_of) for one in coming]
    expected = [one for one in people if not one.remote]
    return DayPublic(
        event_id=event_id,
        name_vi=event.name_vi,
        name_en=event.name_en,
        phase=event.phase,
        now=local(event, now),
        version=version,
        expected=len(expected),
        here=sum(one.here for one in expected),
        people=people,
        meetings=_meetings(session, event_id, entries, risks),
    )


def _entries(session: Session, event_id: int, actor: Actor) -> tuple[int | None, tuple[Entry, ...]]:
    """The meetings published last, none before there is an agenda."""
    try:
        agenda = read_agenda(session, event_id, actor)
    except NotFoundError:
        return None, ()
    return agenda.version, agenda.entries


def _said(session: Session, event_id: int) -> dict[int, CheckIn]:
    """What counts of each person of whom something was said."""
    by_person: dict[int, list[CheckIn]] = {}
    for row in queries.check_ins_of(session, event_id):
        by_person.setdefault(row.person_id, []).append(row)
    return {person: last for person, rows in by_person.items() if (last := last_said(rows)) is not None}


def _sitting(entry: Entry) -> Sitting:
    people = frozenset(party.person_id for party in entry.parties)
    return Sitting(entry.key, entry.starts_at, entry.ends_at, entry.table_id, people, entry.state)


def _next_of(entries: tuple[Entry, ...], now: datetime) -> dict[int, Entry]:
    """The next meeting of each person that is not over; entries come in order of time."""
    found: dict[int, Entry] = {}
    for entry in entries:
        if entry.state in COMING and entry.ends_at > now:
            for party in entry.parties:
                found.setdefault(party.person_id, entry)
    return found


def _person(
    event: Event, person: EventPerson, party: Party, said: Mapping[int, CheckIn], next_of: Mapping[int, Entry]
) -> PersonOnDay:
    row, entry = said.get(party.person_id), next_of.get(party.person_id)
    return PersonOnDay(
        person_id=party.person_id,
        name=person.name,
        role=person.role,
        organisation_id=party.organisation_id,
        organisation_vi=party.organisation_vi,
        organisation_en=party.organisation_en,
        remote=person.remote,
        here=row is not None and row.here,
        said_at=local(event, row.said_at) if row else None,
        next_at=entry.starts_at if entry else None,
        next_table=entry.table if entry else None,
    )


def _meetings(
    session: Session, event_id: int, entries: tuple[Entry, ...], risks: Mapping[str, list[Risk]]
) -> list[MeetingOnDay]:
    by_key: dict[str, list[MeetingWord]] = {}
    for row in queries.words_of(session, event_id):
        by_key.setdefault(row.key, []).append(row)
    return [_meeting(entry, last_words(by_key.get(entry.key, [])), risks.get(entry.key, [])) for entry in entries]


def _meeting(entry: Entry, words: list[MeetingWord], risks: list[Risk]) -> MeetingOnDay:
    return MeetingOnDay(
        key=entry.key,
        slot_id=entry.slot_id,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        table=entry.table,
        state=entry.state,
        need_side=_side(entry.need_side),
        technology_side=_side(entry.technology_side),
        interpreter=_side(entry.interpreter) if entry.interpreter else None,
        risks=[RiskPublic(**vars(risk)) for risk in risks],
        words=show_words(words),
        disputed=is_disputed(as_words(words)),
    )


def _side(party: Party) -> SidePublic:
    return SidePublic.model_validate(vars(party))
