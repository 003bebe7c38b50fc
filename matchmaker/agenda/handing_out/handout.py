"""Agendas as people get them: of a whole event, of one person, at one table; and what became of a person's meetings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from matchmaker.agenda.models import PlacementState, VersionState


@dataclass(frozen=True)
class Party:
    """Somebody in a meeting; interpreters and experts have no organisation, ``remote`` ones take part by video."""

    person_id: int
    person: str
    organisation_id: int | None = None
    organisation_vi: str = ""
    organisation_en: str = ""
    remote: bool = False


@dataclass(frozen=True)
class Entry:
    """One meeting; times are on the clocks of the event's zone."""

    key: str
    state: PlacementState
    starts_at: datetime
    ends_at: datetime
    table_id: int
    table: str
    room: str
    video_link: str | None
    need_id: int | None
    technology_id: int | None
    need_side: Party
    technology_side: Party
    interpreter: Party | None = None
    expert: Party | None = None

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everybody who comes, the two sides first."""
        everybody = (self.need_side, self.technology_side, self.interpreter, self.expert)
        return tuple(party for party in everybody if party is not None)

    def others(self, person_id: int) -> tuple[Party, ...]:
        """Whom somebody meets."""
        return tuple(party for party in self.parties if party.person_id != person_id)


@dataclass(frozen=True)
class Head:
    """The event."""

    event_id: int
    name_vi: str
    name_en: str
    place: str
    zone: str
    first_day: date
    last_day: date


@dataclass(frozen=True)
class Agenda:
    """Meetings of a version in order of time: all of them, or those of ``person`` or at ``table``."""

    head: Head
    version: int
    state: VersionState
    changed_at: datetime
    entries: tuple[Entry, ...]
    person: Party | None = None
    table: str | None = None


@dataclass(frozen=True)
class Told:
    """One meeting as a published version tells it."""

    number: int
    published_at: datetime
    entry: Entry


@dataclass(frozen=True)
class Appointment:
    """A meeting in somebody's calendar. ``sequence`` rises with every change of it, also when it goes or returns."""

    entry: Entry
    sequence: int
    cancelled: bool
    changed_at: datetime


def of_person(agenda: Agenda, person: Party) -> Agenda:
    """Only the meetings to which this person comes."""
    mine = tuple(entry for entry in agenda.entries if person in entry.parties)
    return replace(agenda, entries=mine, person=person)


def at_table(agenda: Agenda, table_id: int, name: str) -> Agenda:
    """Only the meetings at this table."""
    return replace(agenda, entries=tuple(entry for entry in agenda.entries if entry.table_id == table_id), table=name)


def appointments(published: Mapping[int, datetime], told: Iterable[Told]) -> list[Appointment]:
    """What became of each of somebody's meetings over all published versions (by number), in order of time.

    What is no longer in the last version stays as cancelled, as it was told last.
    """
    by_key: dict[str, dict[int, Entry]] = {}
    for one in told:
        by_key.setdefault(one.entry.key, {})[one.number] = one.entry
    found = [_appointment(published, versions) for versions in by_key.values()]
    return sorted(found, key=lambda one: (one.entry.starts_at, one.entry.key))


def as_appointments(agenda: Agenda) -> list[Appointment]:
    """The meetings of one version alone, later versions with a higher sequence."""
    return [Appointment(entry, agenda.version, False, agenda.changed_at) for entry in agenda.entries]


def _appointment(published: Mapping[int, datetime], versions: Mapping[int, Entry]) -> Appointment:
    """A change of state while the day runs is no change of the meeting, except that it is cancelled."""
    last: Entry | None = None
    known = versions[min(versions)]
    changes, changed_at = -1, published[min(versions)]
    for number in sorted(published):
        now = versions.get(number)
        if now is not None:
            gone = now.state is PlacementState.CANCELLED
            known = now
            now = None if gone else replace(now, state=PlacementState.PLANNED)
        if now != last:
            last, changes, changed_at = now, changes + 1, published[number]
    return Appointment(known, max(changes, 0), last is None, changed_at)
