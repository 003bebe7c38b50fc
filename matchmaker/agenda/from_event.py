"""Makes the planner's problem from what an event and its answers say, and reads its plan back in their ids.

Ids of the problem are those of the rows with a letter before them: organisations ``o``, people ``p``, tables ``t``.
Absences and blocks are taken off everybody's slots already where the event is read. Two sides that both have somebody
there meet in person and send those; else they meet by video, at a table with a screen.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from matchmaker.agenda.event_problem import EventPlan, EventProblem, Person, Pin, Request, Seating, Slot, Table
from matchmaker.agenda.models import PlacementBase
from matchmaker.events.models import TableMode
from matchmaker.events.people_models import PersonRole
from matchmaker.events.planning import PlanningData, PlanPerson
from matchmaker.events.timetable import Part
from matchmaker.interest.pairs import AcceptedPair, Interest


@dataclass(frozen=True)
class Meeting:
    """A placed pair in the rows' ids; the need's person comes before the technology's."""

    pair: AcceptedPair
    slot_id: int
    table_id: int
    need_person_id: int
    technology_person_id: int
    interpreter_id: int | None


def key_of(meeting: AcceptedPair | PlacementBase) -> str:
    """The name of a meeting, the same in every plan of an event: its postings, or else its organisations."""
    if meeting.need_id is not None and meeting.technology_id is not None:
        return f"p{meeting.need_id}-{meeting.technology_id}"
    return f"o{meeting.need_organisation_id}-{meeting.technology_organisation_id}"


def problem_of(
    planning: PlanningData,
    interest: Interest,
    pins: Mapping[str, Pin] | None = None,
    told: Mapping[str, Seating] | None = None,
) -> EventProblem:
    """What is to be planned. Pairs of which a side has no delegate left are kept: they are told as not placed."""
    number = {slot.id: slot.number for slot in planning.slots}
    days = {day: place for place, day in enumerate(sorted({slot.day for slot in planning.slots}))}
    wanted = [pair for pair in interest.pairs if set(pair.organisations) <= set(planning.organisations)]
    experts = {pair.expert_id for pair in wanted}
    needed = [
        person
        for person in planning.people.values()
        if person.organisation_id is not None or person.role is PersonRole.INTERPRETER or person.id in experts
    ]
    at_screens = _at_screens(planning, pins or {})
    requests = tuple(_request(planning, pair, by_video=key_of(pair) in at_screens) for pair in wanted)
    names = {request.id for request in requests}
    return EventProblem(
        slots=tuple(Slot(days[slot.day], slot.part is Part.AFTERNOON) for slot in planning.slots),
        tables=tuple(
            Table(
                f"t{table.id}",
                table.seats,
                video=table.mode is TableMode.VIDEO,
                room=str(table.room_id or ""),
                slots=_numbers(number, table.slots),
            )
            for table in planning.tables.values()
        ),
        people=tuple(_person(person, number) for person in needed),
        requests=requests,
        interpreters=frozenset(f"p{person.id}" for person in planning.of_role(PersonRole.INTERPRETER)),
        forbidden=frozenset(_in_order(f"o{one}", f"o{other}") for one, other in interest.forbidden),
        pins={name: pin for name, pin in (pins or {}).items() if name in names},
        told={name: seating for name, seating in (told or {}).items() if name in names},
        name=str(planning.event_id),
    )


def meetings_of(planning: PlanningData, interest: Interest, plan: EventPlan) -> list[Meeting]:
    """A plan in the rows' ids, in the order of time."""
    pairs = {key_of(pair): pair for pair in interest.pairs}
    slot_ids = [slot.id for slot in planning.slots]
    placed = sorted(plan.placements.items(), key=lambda item: (item[1].slot, item[0]))
    return [
        Meeting(
            pair=pairs[name],
            slot_id=slot_ids[seating.slot],
            table_id=_row(seating.table),
            need_person_id=_row(seating.people[0]),
            technology_person_id=_row(seating.people[1]),
            interpreter_id=None if seating.interpreter is None else _row(seating.interpreter),
        )
        for name, seating in placed
    ]


def _request(planning: PlanningData, pair: AcceptedPair, *, by_video: bool) -> Request:
    ends = (pair.need_organisation_id, pair.technology_organisation_id)
    repeat = planning.repeat_meetings or all(planning.organisations[end].repeat_meetings for end in ends)
    sides = [
        _speakers(planning, end, posting) for end, posting in zip(ends, (pair.need_id, pair.technology_id), strict=True)
    ]
    there = [[person for person in side if not planning.by_video(person)] for side in sides]
    expert = None if pair.expert_id is None else planning.people.get(pair.expert_id)
    expert_away = expert is not None and planning.by_video(expert.id)
    video = by_video or expert_away or any(side and not here for side, here in zip(sides, there, strict=True))
    return Request(
        id=key_of(pair),
        first=f"o{ends[0]}",
        second=f"o{ends[1]}",
        value=pair.value,
        must=pair.must,
        speakers=frozenset(f"p{person}" for side in (sides if video else there) for person in side),
        experts=() if pair.expert_id is None else (f"p{pair.expert_id}",),
        video=video,
        repeat=repeat,
    )


def _at_screens(planning: PlanningData, pins: Mapping[str, Pin]) -> frozenset[str]:
    """The meetings that are pinned to a table with a screen."""
    screens = {f"t{table.id}" for table in planning.tables.values() if table.mode is TableMode.VIDEO}
    return frozenset(name for name, pin in pins.items() if pin.table in screens)


def _speakers(planning: PlanningData, organisation: int, posting: int | None) -> list[int]:
    """Who may speak for a posting: its own people, and their colleagues where these may stand in."""
    delegates = planning.organisations[organisation].delegates
    own = [person for person in delegates if posting in planning.people[person].posting_ids]
    free = [person for person in delegates if not planning.people[person].posting_ids]
    if planning.organisations[organisation].stand_in or posting is None:
        return list(delegates)
    return own or free or list(delegates)


def _person(person: PlanPerson, number: Mapping[int, int]) -> Person:
    return Person(
        id=f"p{person.id}",
        organisation=None if person.organisation_id is None else f"o{person.organisation_id}",
        languages=person.languages,
        slots=_numbers(number, person.slots),
        table=None if person.table_id is None else f"t{person.table_id}",
        max_per_day=person.max_per_day,
        max_consecutive=person.max_consecutive,
    )


def _numbers(number: Mapping[int, int], slots: frozenset[int]) -> frozenset[int]:
    return frozenset(number[slot] for slot in slots)


def _in_order(one: str, other: str) -> tuple[str, str]:
    low, high = sorted((one, other))
    return low, high


def _row(name: str) -> int:
    return int(name[1:])
