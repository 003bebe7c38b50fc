"""Agendas as people get them: of a whole event, of one person, at one table; and what became of a person's meetings."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from matchmaker.agenda.models import PlacementState, VersionState
from matchmaker.events.models import Detail
from matchmaker.events.people_models import BlockKind


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
    """One meeting; times are on the clocks of the event's zone, titles by language, the posting's own first."""

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
    slot_id: int = 0
    need_titles: Mapping[str, str] = field(default_factory=dict)
    technology_titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everybody who comes, the two sides first."""
        everybody = (self.need_side, self.technology_side, self.interpreter, self.expert)
        return tuple(party for party in everybody if party is not None)

    def others(self, person_id: int) -> tuple[Party, ...]:
        """Whom somebody meets."""
        return tuple(party for party in self.parties if party.person_id != person_id)

    def shows(self, touched: "Touched") -> bool:
        """Whether somebody reads of this detail in the meeting."""
        ids: dict[Detail, Collection[int]] = {
            Detail.SLOT: (self.slot_id,),
            Detail.TABLE: (self.table_id,),
            Detail.PERSON: [party.person_id for party in self.parties],
        }
        return touched.detail is Detail.EVENT or touched.row_id in ids[touched.detail]


@dataclass(frozen=True)
class Fixed:
    """Something fixed, such as a company visit, in slots that follow each other from ``slot_id`` on.

    ``people`` is empty for everybody.
    """

    block_id: int
    slot_id: int
    kind: BlockKind
    name_vi: str
    name_en: str
    place: str
    everybody: bool
    starts_at: datetime
    ends_at: datetime
    people: tuple[Party, ...] = ()
    revision: int = 0
    changed_at: datetime | None = None


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
    fixed: tuple[Fixed, ...] = ()
    person: Party | None = None
    table: str | None = None


@dataclass(frozen=True)
class Touched:
    """When a detail that agendas show became another one."""

    at: datetime
    detail: Detail
    row_id: int


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


@dataclass(frozen=True)
class FixedEntry:
    """Something fixed in somebody's calendar; what is removed there goes without a word."""

    fixed: Fixed
    sequence: int
    changed_at: datetime


def of_person(agenda: Agenda, person: Party) -> Agenda:
    """Only the meetings to which this person comes, and what is fixed for them."""
    mine = tuple(entry for entry in agenda.entries if person in entry.parties)
    fixed = tuple(replace(one, people=()) for one in agenda.fixed if one.everybody or person in one.people)
    return replace(agenda, entries=mine, fixed=fixed, person=person)


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By time, then by table as they were added; by their names the tenth would come before the second."""
    return tuple(sorted(entries, key=lambda entry: (entry.starts_at, entry.table_id, entry.key)))


def at_table(agenda: Agenda, table_id: int, name: str) -> Agenda:
    """Only the meetings at this table."""
    mine = tuple(entry for entry in agenda.entries if entry.table_id == table_id)
    return replace(agenda, entries=mine, fixed=(), table=name)


def title_in(titles: Mapping[str, str], language: str) -> str:
    """A posting's title in this language, or else in its own."""
    return titles.get(language) or next(iter(titles.values()), "")


def appointments(
    published: Mapping[int, datetime], told: Iterable[Told], touched: Sequence[Touched] = ()
) -> list[Appointment]:
    """What became of each of somebody's meetings over all published versions (by number), in order of time.

    What is no longer in the last version stays as cancelled, as it was told last. What was ``touched`` while a meeting
    stood where it shows is a change of the meeting: the number of changes only ever grows.
    """
    by_key: dict[str, dict[int, Entry]] = {}
    for one in told:
        by_key.setdefault(one.entry.key, {})[one.number] = one.entry
    found = [_appointment(published, versions, touched) for versions in by_key.values()]
    return sorted(found, key=lambda one: (one.entry.starts_at, one.entry.key))


def as_appointments(agenda: Agenda) -> list[Appointment]:
    """The meetings of one version alone, later versions with a higher sequence."""
    return [Appointment(entry, agenda.version, False, agenda.changed_at) for entry in agenda.entries]


def fixed_entries(since: datetime, fixed: Iterable[Fixed], touched: Sequence[Touched] = ()) -> list[FixedEntry]:
    """What is fixed for somebody with its number of changes: its own, and those of the event's name and place.

    ``since`` is when it was told if nothing has changed.
    """
    common = [one.at for one in touched if one.detail is Detail.EVENT]
    return [
        FixedEntry(one, one.revision + len(common), max([*common, one.changed_at or since, since])) for one in fixed
    ]


def _appointment(
    published: Mapping[int, datetime], versions: Mapping[int, Entry], touched: Sequence[Touched]
) -> Appointment:
    """A change of state while the day runs is no change of the meeting, except that it is cancelled."""
    steps: list[tuple[datetime, int | Touched]] = [(at, number) for number, at in sorted(published.items())]
    steps += [(one.at, one) for one in touched]
    last: Entry | None = None
    known = versions[min(versions)]
    changes, changed_at = -1, published[min(versions)]
    for at, step in sorted(steps, key=lambda step: step[0]):
        if isinstance(step, Touched):
            if last is not None and last.shows(step):
                changes, changed_at = changes + 1, at
            continue
        now = versions.get(step)
        if now is not None:
            gone = now.state is PlacementState.CANCELLED
            known = now
            now = None if gone else replace(now, state=PlacementState.PLANNED)
        if now != last:
            last, changes, changed_at = now, changes + 1, at
    return Appointment(known, max(changes, 0), last is None, changed_at)
