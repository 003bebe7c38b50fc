"""Facts made of what the database holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from sqlmodel import Session

from matchmaker.agenda.models import PlacementState
from matchmaker.agenda.search.breaks import gaps
from matchmaker.catalogue import taxonomy
from matchmaker.catalogue.models import Kind, State
from matchmaker.events.fields import zone_of
from matchmaker.interest.mutual import POSITIVE, RequestState
from matchmaker.kit.clock import HOME_ZONE
from matchmaker.outcomes.following.cases.money import from_smallest
from matchmaker.outcomes.following.cases.values import Backing, backing_of
from matchmaker.outcomes.indicators import queries
from matchmaker.outcomes.indicators.contracts import contract_days
from matchmaker.outcomes.indicators.cutting import begins
from matchmaker.outcomes.indicators.facts import (
    ActivityFact,
    AnswerFact,
    AttendanceFact,
    CandidateFact,
    CaseFact,
    ContractFact,
    Facts,
    MeetingFact,
    PostingFact,
    RequestFact,
    Side,
    TakenOverFact,
)

DECIDED = {RequestState.ACCEPTED: True, RequestState.DECLINED: False, RequestState.EXPIRED: False}
NOWHERE: frozenset[Any] = frozenset()
# Every bit.
WHOLE_DAY = -1


class _Posting(NamedTuple):
    is_need: bool
    living: bool
    organisation_id: int
    sectors: frozenset[str]
    at: datetime
    events: frozenset[int]


class _Day(NamedTuple):
    """A delegate's day of meetings."""

    event_id: int
    day: date
    organisation_id: int
    person_id: int


class _Known:
    """Organisations, events and published postings by id, from which the other facts take what they are cut by."""

    def __init__(self, session: Session) -> None:
        self.sides = {row.id: Side(row.id, row.kind.value, row.region) for row in queries.organisations(session)}
        self.registrations = queries.registrations(session)
        self.ends = {row.id: _end(row.zone, row.last_day) for row in queries.events(session)}
        registered: dict[int, set[int]] = defaultdict(set)
        for row in self.registrations:
            registered[row.organisation_id].add(row.event_id)
        self.registered = {organisation: frozenset(found) for organisation, found in registered.items()}
        self.postings = {row.id: self._posting(row) for row in queries.published_postings(session)}
        self.own_sectors = self._own_sectors()
        self._pairs: dict[tuple[int, int], tuple[Side, ...]] = {}

    def _posting(self, row: Any) -> _Posting:
        attended = self.registered.get(row.organisation_id, NOWHERE)
        shown_at = frozenset(event for event in attended if row.at < self.ends[event])
        return _Posting(
            row.kind is Kind.NEED,
            row.state is State.PUBLISHED,
            row.organisation_id,
            with_tops(tuple(row.sectors)),
            row.at,
            shown_at,
        )

    def _own_sectors(self) -> dict[int, frozenset[str]]:
        found: dict[int, frozenset[str]] = defaultdict(frozenset)
        for posting in self.postings.values():
            found[posting.organisation_id] |= posting.sectors
        return dict(found)

    def both(self, need_organisation: int, technology_organisation: int) -> tuple[Side, ...]:
        pair = need_organisation, technology_organisation
        found = self._pairs.get(pair)
        if found is None:
            found = self._pairs[pair] = (self.sides[need_organisation], self.sides[technology_organisation])
        return found

    def sectors_of(self, need_id: int | None, technology_id: int | None) -> frozenset[str]:
        need, technology = self.postings.get(need_id or 0), self.postings.get(technology_id or 0)
        return _either(need.sectors if need else NOWHERE, technology.sectors if technology else NOWHERE)


def read_facts(session: Session, threshold: float) -> Facts:
    """Everything that indicators count, from about a dozen queries; ``threshold`` parts good pairs from others."""
    known = _Known(session)
    pairs = queries.candidates(session)
    slots = {row.id: row for row in queries.slots(session)}
    meetings, cases = queries.meetings(session), queries.cases(session)
    return Facts(
        postings=list(_postings(known, pairs, threshold)),
        activities=list(_activities(known)),
        taken_over=list(_taken_over(known, queries.taken_over(session))),
        candidates=list(_candidates(known, pairs, threshold)),
        answers=list(_answers(known, queries.answers(session))),
        requests=list(_requests(known, queries.requests(session))),
        meetings=list(_meetings(known, meetings, slots, _agreed(queries.interested(session)))),
        attendances=list(_attendances(known, meetings, slots)),
        cases=[_case(known, row) for row in cases],
        contracts=list(_contracts(known, cases, queries.case_steps(session))),
    )


@lru_cache(maxsize=10_000)
def with_tops(codes: tuple[str, ...]) -> frozenset[str]:
    """Sectors and those above them."""
    return frozenset(codes) | {taxonomy.top_of(code) for code in codes}


# The same few sets come again and again; kept, they cost neither time nor room.
@lru_cache(maxsize=50_000)
def _either(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return one | other


@lru_cache(maxsize=50_000)
def _common(one: frozenset[int], other: frozenset[int]) -> frozenset[int]:
    return one & other


def _end(zone: str, last_day: date) -> datetime:
    return datetime.combine(last_day + timedelta(days=1), time(), zone_of(zone))


def _postings(known: _Known, pairs: Iterable[Any], threshold: float) -> Iterator[PostingFact]:
    best: dict[int, float] = defaultdict(float)
    for need_id, _, probability in pairs:
        best[need_id] = max(best[need_id], probability)
    for posting_id, one in known.postings.items():
        unmet = one.is_need and one.living and best[posting_id] < threshold
        sides = (known.sides[one.organisation_id],)
        yield PostingFact(one.at, one.events, sides, one.sectors, posting_id, one.is_need, unmet)


def _activities(known: _Known) -> Iterator[ActivityFact]:
    for one in known.postings.values():
        yield ActivityFact(one.at, NOWHERE, (known.sides[one.organisation_id],), _own(known, one.organisation_id))
    for row in known.registrations:
        side = known.sides[row.organisation_id]
        yield ActivityFact(row.created_at, frozenset({row.event_id}), (side,), _own(known, row.organisation_id))


def _taken_over(known: _Known, rows: Iterable[Any]) -> Iterator[TakenOverFact]:
    for name, day in rows:
        one = known.postings.get(int(name.rpartition("/")[2]))
        if one:
            yield TakenOverFact(begins(day), one.events, (known.sides[one.organisation_id],), one.sectors)


def _own(known: _Known, organisation_id: int) -> frozenset[str]:
    return known.own_sectors.get(organisation_id, NOWHERE)


def _candidates(known: _Known, pairs: Iterable[Any], threshold: float) -> Iterator[CandidateFact]:
    for need_id, technology_id, probability in pairs:
        need, technology = known.postings.get(need_id), known.postings.get(technology_id)
        if not (need and technology and need.living and technology.living):
            continue
        if need.organisation_id == technology.organisation_id:
            continue
        yield CandidateFact(
            need.at,
            _common(need.events, technology.events),
            known.both(need.organisation_id, technology.organisation_id),
            _either(need.sectors, technology.sectors),
            probability >= threshold,
        )


def _answers(known: _Known, rows: Iterable[Any]) -> Iterator[AnswerFact]:
    for row in rows:
        sectors = known.sectors_of(row.need_id, row.technology_id)
        sides = (known.sides[row.organisation_id],)
        yield AnswerFact(row.at, frozenset({row.event_id}), sides, sectors, row.value in POSITIVE)


def _requests(known: _Known, rows: Iterable[Any]) -> Iterator[RequestFact]:
    for row in rows:
        yield RequestFact(
            row.opened_at,
            frozenset({row.event_id}),
            known.both(row.need_organisation_id, row.technology_organisation_id),
            known.sectors_of(row.need_id, row.technology_id),
            DECIDED.get(row.state),
        )


def _agreed(words: Iterable[Any]) -> set[tuple[int, str]]:
    """The meetings after which both sides want a next step."""
    sides: dict[tuple[int, str], set[Kind]] = defaultdict(set)
    for event_id, key, side in words:
        sides[event_id, key].add(side)
    return {meeting for meeting, found in sides.items() if len(found) == len(Kind)}


def _meetings(
    known: _Known, rows: Iterable[Any], slots: dict[int, Any], agreed: set[tuple[int, str]]
) -> Iterator[MeetingFact]:
    for row in rows:
        yield MeetingFact(
            slots[row.slot_id].starts_at,
            frozenset({row.event_id}),
            known.both(row.need_organisation_id, row.technology_organisation_id),
            known.sectors_of(row.need_id, row.technology_id),
            held=row.state is PlacementState.HELD,
            next_step=(row.event_id, row.key) in agreed,
            need_id=row.need_id,
            technology_id=row.technology_id,
        )


def _attendances(known: _Known, rows: Iterable[Any], slots: dict[int, Any]) -> Iterator[AttendanceFact]:
    """A fact for each day of each delegate, from the slots in which they meet; it begins with the first of them."""
    places = _places(slots.values())
    busy: dict[_Day, int] = defaultdict(int)
    for row in rows:
        day = slots[row.slot_id].day
        for organisation, person in (
            (row.need_organisation_id, row.need_person_id),
            (row.technology_organisation_id, row.technology_person_id),
        ):
            busy[_Day(row.event_id, day, organisation, person)] |= 1 << places[row.slot_id]
    starts = {(slot.event_id, slot.day, places[slot.id]): slot.starts_at for slot in slots.values()}
    for one, times in busy.items():
        broken, waiting = gaps(times, [WHOLE_DAY])
        first = starts[one.event_id, one.day, (times & -times).bit_length() - 1]
        sides, sectors = (known.sides[one.organisation_id],), _own(known, one.organisation_id)
        yield AttendanceFact(first, frozenset({one.event_id}), sides, sectors, broken, waiting)


def _places(slots: Iterable[Any]) -> dict[int, int]:
    """The place of each slot in its day, from 0; slots come in order of time."""
    counted: dict[tuple[int, date], int] = defaultdict(int)
    places = {}
    for slot in slots:
        places[slot.id] = counted[slot.event_id, slot.day]
        counted[slot.event_id, slot.day] += 1
    return places


def _case(known: _Known, row: Any) -> CaseFact:
    return CaseFact(row.began_at, *_of_case(known, row), row.id, row.stage.value, row.need_id, row.technology_id)


def _of_case(known: _Known, row: Any) -> tuple[frozenset[int], tuple[Side, ...], frozenset[str]]:
    return (
        frozenset({row.event_id}),
        known.both(row.need_organisation_id, row.technology_organisation_id),
        known.sectors_of(row.need_id, row.technology_id),
    )


def _contracts(known: _Known, rows: Iterable[Any], steps: Iterable[Any]) -> Iterator[ContractFact]:
    """Cases with a contract, at the beginning of the day on which it was made."""
    days = contract_days(steps)
    for row in rows:
        if row.id not in days:
            continue
        at, need = begins(days[row.id]), known.postings.get(row.need_id)
        took = (days[row.id] - need.at.astimezone(HOME_ZONE).date()).days if need else None
        backing = backing_of(row.need_confirmed_at, row.technology_confirmed_at, row.evidenced_at)
        value = None if backing is Backing.OPEN else Decimal(from_smallest(row.amount, row.currency))
        currency = None if backing is Backing.OPEN else row.currency.value
        yield ContractFact(at, *_of_case(known, row), row.id, value, currency, took)
