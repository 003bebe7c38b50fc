"""Asks a plan why requests have no place, and an event what would fit if there were more to meet with."""

from collections.abc import Mapping
from itertools import product
from typing import Any

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import queries
from matchmaker.agenda.adjusting.unplaced import Unplaced, unplaced
from matchmaker.agenda.adjusting.what_if import WhatIf, what_if
from matchmaker.agenda.asking_models import (
    MOST_ANSWERS,
    Counts,
    PinConflictPublic,
    UnplacedList,
    UnplacedPublic,
    WhatIfPublic,
    WhatIfSent,
)
from matchmaker.agenda.draft_rules import Draft
from matchmaker.agenda.editing_models import BrokenPublic
from matchmaker.agenda.event_problem import EventProblem
from matchmaker.agenda.from_event import key_of, problem_of
from matchmaker.agenda.keeping import kept
from matchmaker.agenda.models import AgendaVersion
from matchmaker.agenda.pin_conflicts import PinConflict, pin_conflict
from matchmaker.agenda.plan_rows import Desk, Meetings, read_desk, row_of, sent_meetings
from matchmaker.agenda.service import MOST_TOLD, get_version, judge, told_seats
from matchmaker.events.planning import read_planning
from matchmaker.events.service import event_for_organiser
from matchmaker.interest.pairs import accepted_pairs
from matchmaker.kit.errors import InvalidError

# All answers of one question together take about as long as this, however many.
SEARCH_SECONDS = 0.8, 2.4
# Requests times answers: the bounds of so many are found in some ten seconds.
MOST_WORK = 12_000
KINDS = ("tables", "slots", "interpreters")


def list_unplaced(session: Session, event_id: int, number: int | None, actor: Actor) -> UnplacedList:
    """Why each accepted request that is not in the draft, or in a version, has no place there (organisers)."""
    event_for_organiser(session, event_id, actor)
    version = get_version(session, event_id, number, actor) if number else queries.find_draft(session, event_id)
    return kept(session, event_id, "unplaced", version, lambda: _unplaced_in(session, event_id, version))


def _unplaced_in(session: Session, event_id: int, version: AgendaVersion | None) -> UnplacedList:
    meetings = sent_meetings(queries.placements_of(session, version)) if version else {}
    desk = read_desk(session, event_id, meetings)
    pairs = {key_of(pair): pair for pair in desk.interest.pairs}
    items = []
    for found in unplaced(desk.problem, desk.plan(meetings)):
        pair = pairs.get(found.request)
        if pair is not None:
            ids = pair.__dict__ | {"key": found.request, **_explained(desk, found)}
            items.append(UnplacedPublic.model_validate(ids))
    conflict = pins_in_conflict(session, desk, meetings)
    return UnplacedList(version=version.number if version else 0, items=items, pin_conflict=_shown_conflict(conflict))


def list_violations(session: Session, event_id: int, number: int | None, actor: Actor) -> list[BrokenPublic]:
    """What is wrong with the draft, or a version, as people, tables and answers are now (organisers)."""
    event_for_organiser(session, event_id, actor)
    version = get_version(session, event_id, number, actor) if number else queries.find_draft(session, event_id)
    return kept(session, event_id, "violations", version, lambda: _violations_in(session, event_id, version))


def _violations_in(session: Session, event_id: int, version: AgendaVersion | None) -> list[BrokenPublic]:
    meetings = list(sent_meetings(queries.placements_of(session, version)).items()) if version else []
    broken = judge(session, read_planning(session, event_id), accepted_pairs(session, event_id), meetings)
    return [BrokenPublic(code=one.code, params=dict(one.params)) for one in broken[:MOST_TOLD]]


def pins_in_conflict(session: Session, desk: Desk, meetings: Meetings) -> PinConflict | None:
    """The smallest set of pinned meetings that cannot all stay."""
    told = told_seats(session, desk.planning.event_id)
    return pin_conflict(Draft(list(meetings.items()), desk.planning, desk.interest, told))


def try_what_if(session: Session, event_id: int, sent: WhatIfSent, actor: Actor) -> list[WhatIfPublic]:
    """What would fit with so many tables, slots and interpreters (organisers); in any phase.

    Raises InvalidError ``too_many_answers`` for more than can be given at once; of large events that is fewer.
    """
    event_for_organiser(session, event_id, actor)
    wanted = list(product(*(_several(counts) for counts in (sent.tables, sent.slots, sent.interpreters))))
    problem = problem_of(read_planning(session, event_id), accepted_pairs(session, event_id))
    most = min(MOST_ANSWERS, max(MOST_WORK // max(len(problem.requests), 1), 1))
    if len(wanted) > most:
        raise InvalidError("too_many_answers", most=most, asked=len(wanted))
    seconds = min(SEARCH_SECONDS[0], SEARCH_SECONDS[1] / len(wanted))
    return [
        _shown_answer(problem, counts, what_if(problem, **dict(zip(KINDS, counts, strict=True)), seconds=seconds))
        for counts in wanted
    ]


def _several(counts: Counts) -> list[int | None]:
    if counts is None:
        return [None]
    return [counts] if isinstance(counts, int) else list(dict.fromkeys(counts))


def _shown_answer(problem: EventProblem, counts: tuple[int | None, ...], found: WhatIf) -> WhatIfPublic:
    have = (len(problem.tables), len(problem.slots), len(problem.interpreters))
    used = [have[place] if count is None else count for place, count in enumerate(counts)]
    return WhatIfPublic.model_validate({**dict(zip(KINDS, used, strict=True)), **vars(found)})


def _shown_conflict(found: PinConflict | None) -> PinConflictPublic | None:
    if found is None:
        return None
    broken = BrokenPublic(code=found.broken.code, params=dict(found.broken.params))
    return PinConflictPublic(keys=list(found.keys), broken=broken)


def _explained(desk: Desk, found: Unplaced) -> dict[str, Any]:
    return {
        "blocked_by": found.blocked_by,
        "slot_id": None if found.slot is None else desk.planning.slots[found.slot].id,
        "change": [BrokenPublic(code=one.code, params=in_rows(desk, one.params)) for one in found.change],
    }


def in_rows(desk: Desk, params: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters in ids of rows and keys of meetings instead of those of the planner."""
    shown: dict[str, Any] = {}
    for name, value in params.items():
        if name == "person":
            shown["person_id"] = row_of(value)
        elif name == "slot":
            shown["slot_id"] = desk.planning.slots[value].id
        elif name == "request":
            shown["key"] = desk.keys.get(value, value)
        elif name == "organisations":
            shown[name] = [row_of(one) for one in value]
        else:
            shown[name] = value
    return shown
