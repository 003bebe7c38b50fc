"""The rows of an agenda as the planner's plan, and a seating of the planner as a row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sqlmodel import Session

from matchmaker.agenda.event_problem import EventPlan, EventProblem, Pin, Request, Seating
from matchmaker.agenda.from_event import key_of, problem_of
from matchmaker.agenda.models import Placement, PlacementSent, PlacementState
from matchmaker.events.planning import PlanningData, read_planning
from matchmaker.interest.pairs import Interest, accepted_pairs
from matchmaker.kit.errors import InvalidError, NotFoundError

Meetings = Mapping[str, PlacementSent]


@dataclass(frozen=True)
class Desk:
    """An event as it is now; ``problem`` knows neither pins nor what was told, but every meeting of ``names``.

    ``names`` gives the request of each meeting by its key: its own, or one made for a meeting that nobody asks for
    any more.
    """

    planning: PlanningData
    interest: Interest
    problem: EventProblem
    names: Mapping[str, str]

    @cached_property
    def number(self) -> Mapping[int, int]:
        """The place of each slot in the order of time, by its id."""
        return {slot.id: slot.number for slot in self.planning.slots}

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The key of each request that is a meeting here."""
        return {name: key for key, name in self.names.items()}

    def plan(self, meetings: Meetings) -> EventPlan:
        """Meetings as the planner knows them; cancelled ones are left out."""
        return EventPlan(
            {self.names[key]: seating_of(at, self.number) for key, at in meetings.items() if is_living(at)}
        )

    def slot(self, slot_id: int) -> int:
        """The number of a slot. Raises InvalidError."""
        if slot_id not in self.number:
            raise InvalidError("slot_unknown", slot_id=slot_id)
        return self.number[slot_id]

    def table(self, table_id: int) -> str:
        """A table of the problem. Raises InvalidError."""
        if table_id not in self.planning.tables:
            raise InvalidError("table_unknown", table_id=table_id)
        return f"t{table_id}"

    def person(self, person_id: int) -> str:
        """A person of the problem. Raises InvalidError."""
        if f"p{person_id}" not in self.problem.person:
            raise InvalidError("person_unknown", person_id=person_id)
        return f"p{person_id}"

    def seated(self, base: PlacementSent, at: Seating) -> PlacementSent:
        """A meeting where the planner seats it."""
        return base.model_copy(update={"slot_id": self.planning.slots[at.slot].id, **_ids(at)})

    def meeting(self, key: str) -> PlacementSent:
        """A request that has no meeting yet, with the first table, slot and delegates. Raises NotFoundError."""
        pair = next((pair for pair in self.interest.pairs if key_of(pair) == key), None)
        if pair is None or key not in self.problem.request:
            raise NotFoundError("agenda_request_not_found", key=key)
        organisations = (pair.need_organisation_id, pair.technology_organisation_id)
        delegates = [self.planning.organisations[one].delegates for one in organisations]
        if not (all(delegates) and self.planning.tables and self.planning.slots):
            raise InvalidError("nobody_to_place", key=key)
        return PlacementSent(
            key=key,
            need_id=pair.need_id,
            technology_id=pair.technology_id,
            need_organisation_id=organisations[0],
            technology_organisation_id=organisations[1],
            need_person_id=delegates[0][0],
            technology_person_id=delegates[1][0],
            slot_id=self.planning.slots[0].id,
            table_id=min(self.planning.tables),
            expert_id=pair.expert_id,
        )


def read_desk(session: Session, event_id: int, meetings: Meetings) -> Desk:
    """Read an event in which these meetings stand."""
    return desk_of(read_planning(session, event_id), accepted_pairs(session, event_id), meetings)


def desk_of(planning: PlanningData, interest: Interest, meetings: Meetings) -> Desk:
    """The same of an event that was read already."""
    problem = problem_of(planning, interest)
    names: dict[str, str] = {}
    made: list[Request] = []
    for key, at in meetings.items():
        name = key_of(at)
        if name not in problem.request or name in names.values():
            name = f"={key}"
            made.append(_request(name, at))
        names[key] = name
    kept = frozenset(request.pair for request in made)
    problem = replace(problem, requests=(*problem.requests, *made), forbidden=problem.forbidden - kept)
    return Desk(planning, interest, problem, names)


def sent_meetings(rows: Iterable[Placement]) -> dict[str, PlacementSent]:
    """Rows as they would be sent, by key."""
    return {row.key: PlacementSent.model_validate(row.model_dump(exclude={"id", "version_id"})) for row in rows}


def is_living(at: PlacementSent | Placement) -> bool:
    """Whether a meeting is to take place, or has."""
    return at.state is not PlacementState.CANCELLED


def seating_of(at: PlacementSent | Placement, number: Mapping[int, int]) -> Seating:
    """A row as a seating; ``number`` gives the place of each slot in the order of time."""
    return Seating(
        slot=number[at.slot_id],
        table=f"t{at.table_id}",
        people=(f"p{at.need_person_id}", f"p{at.technology_person_id}"),
        interpreter=None if at.interpreter_id is None else f"p{at.interpreter_id}",
    )


def pin_of(seating: Seating) -> Pin:
    """A pin that holds a meeting where it is."""
    return Pin(seating.slot, seating.table, seating.people, seating.interpreter)


def row_of(name: str) -> int:
    """The id of the row that a person, table or organisation of the problem stands for."""
    return int(name[1:])


def _ids(at: Seating) -> dict[str, int | None]:
    return {
        "table_id": row_of(at.table),
        "need_person_id": row_of(at.people[0]),
        "technology_person_id": row_of(at.people[1]),
        "interpreter_id": None if at.interpreter is None else row_of(at.interpreter),
    }


def _request(name: str, at: PlacementSent) -> Request:
    """A request for a meeting that nobody asks for any more: it is worth nothing, and stays until somebody acts."""
    return Request(
        id=name,
        first=f"o{at.need_organisation_id}",
        second=f"o{at.technology_organisation_id}",
        value=0,
        experts=() if at.expert_id is None else (f"p{at.expert_id}",),
        # It stands there beside whatever else its two organisations have.
        repeat=True,
    )
