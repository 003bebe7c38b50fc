"""A made-up session day on the catalogue as it is: who comes, what they answer, the plan, and the day with its mishaps.

Organisations, postings and candidates are real rows; **answers, absences and delays are drawn by chance**, from the
ranking's probabilities and a seed. It shows what an event of this size would be like, and exercises the whole way.
"""

import random
import time as clock_time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlmodel import Session, col, select

from matchmaker.accounts.acting import ORGANISER, Actor
from matchmaker.agenda.adjusting.repair import Away, repair, stand_ins
from matchmaker.agenda.event_constraints import event_violations
from matchmaker.agenda.event_problem import EventPlan, EventProblem
from matchmaker.agenda.jobs import published_plan
from matchmaker.agenda.models import PublishSent
from matchmaker.agenda.service import publish, start_solving
from matchmaker.catalogue.models import Posting, State
from matchmaker.events.loading import EventFile, load_event
from matchmaker.events.models import PhaseChange, TableCreate
from matchmaker.events.people_models import DelegateCreate, PersonCreate, PersonRole, RegistrationCreate
from matchmaker.events.people_service import register
from matchmaker.events.phases import Phase
from matchmaker.events.service import change_phase
from matchmaker.events.slot_models import DayHours, Timetable
from matchmaker.interest.models import AnswerSent
from matchmaker.interest.mutual import Reason, Value
from matchmaker.interest.service import record_answer
from matchmaker.kit.database import Database
from matchmaker.kit.errors import ConflictError, InvalidError
from matchmaker.kit.jobs.models import JobState
from matchmaker.kit.jobs.service import run_job
from matchmaker.matching.models import Candidate

ABSENT, LATE = 0.1, 0.1
MORNING, AFTERNOON = (time(8, 30), time(11, 30)), (time(13, 30), time(16, 30))
DECLINING = (Reason.TOO_EARLY, Reason.PRICE, Reason.NOT_OUR_FIELD)


@dataclass(frozen=True)
class Scale:
    """How large the event is."""

    firms: int = 20
    institutes: int = 10
    days: int = 1
    tables: int = 12
    interpreters: int = 2
    answers_per_firm: int = 8


@dataclass
class DayReport:
    """What became of the day; seconds are those of each repair."""

    held: int = 0
    lost: int = 0
    moved: int = 0
    absent: int = 0
    late: int = 0
    stand_ins: int = 0
    repairs: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        """For printing."""
        slowest = max(self.repairs, default=0.0)
        counted = {name: value for name, value in vars(self).items() if name != "repairs"}
        return {**counted, "repairs": len(self.repairs), "slowest_repair_seconds": round(slowest, 3)}


def simulate(
    database: Database,
    services: Any,
    scale: Scale,
    seed: int,
    seconds: float,
    hear: Callable[[str, int, int], None] = lambda stage, done, total: None,
    until: Phase = Phase.CLOSED,
) -> dict[str, Any]:
    """The whole way: answers, plan, publication, the day with its repairs; returns figures of each step.

    Up to the day nothing is different where ``until`` leaves the event in ``planning`` with a draft, or ``published``.
    """
    event_id, pairs = open_event(database, scale, seed)
    given = answer_by_chance(database, event_id, pairs, scale, seed)
    with database.session() as session:
        job = start_solving(session, event_id, seconds, ORGANISER)
    ended = run_job(database, services, job.id or 0, hear)
    if ended.state is not JobState.DONE:
        raise InvalidError("simulation_not_planned", problem=ended.problem)
    told = {
        "event": event_id,
        "simulated": "answers, absences and delays are drawn by chance",
        "answers": dict(given),
        "plan": ended.result,
    }
    if until is Phase.PLANNING:
        return told
    with database.session() as session:
        publish(session, event_id, PublishSent(number=ended.result["number"]), ORGANISER)
    with database.session(writes=False) as session:
        problem, plan = published_plan(session, event_id)
    told |= {"organisations": len(problem.delegates), "violations": len(event_violations(problem, plan))}
    if until is Phase.PUBLISHED:
        return told
    with database.session() as session:
        change_phase(session, event_id, PhaseChange(phase=Phase.RUNNING), ORGANISER)
    _, report = run_day(problem, plan, seed, lambda done, total: hear("day", done, total))
    with database.session() as session:
        change_phase(session, event_id, PhaseChange(phase=Phase.CLOSED), ORGANISER)
    return {**told, "day": report.figures()}


def open_event(database: Database, scale: Scale, seed: int) -> tuple[int, list[Candidate]]:
    """An event to which the best matched organisations of the catalogue come; returns it with their candidates."""
    chance = random.Random(seed)
    with database.session() as session:
        pairs = _best_pairs(session, scale)
        if not pairs:
            raise InvalidError("nothing_to_simulate")
        event = load_event(session, _event_file(scale, seed), ORGANISER)
        assert event.id is not None
        ends = _owners(session, pairs)
        for organisation in sorted({owner for pair in ends.values() for owner in pair}):
            languages = ["en"] if chance.random() < 0.2 else ["vi", "en"] if chance.random() < 0.5 else ["vi"]
            delegates = [
                DelegateCreate(name=f"Đại biểu {organisation}-{number + 1}", languages=languages)
                for number in range(1 + (chance.random() < 0.3))
            ]
            register(
                session, event.id, RegistrationCreate(organisation_id=organisation, delegates=delegates), ORGANISER
            )
        return event.id, pairs


def answer_by_chance(
    database: Database, event_id: int, pairs: Sequence[Candidate], scale: Scale, seed: int
) -> Counter[str]:
    """Both sides' answers; the more probable a pair, the likelier it is wanted. Returns how often each was given."""
    chance = random.Random(seed + 1)
    given: Counter[str] = Counter()
    with database.session() as session:
        change_phase(session, event_id, PhaseChange(phase=Phase.ANSWERING), ORGANISER)
        owners = _owners(session, pairs)
    asked: Counter[int] = Counter()
    for pair in pairs:
        need_owner, technology_owner = owners[pair.need_id, pair.technology_id]
        asked[need_owner] += 1
        if asked[need_owner] > scale.answers_per_firm:
            continue
        for owner in (need_owner, technology_owner):
            value = _drawn(chance, pair.probability)
            reason = chance.choice(DECLINING) if value is Value.RATHER_NOT else None
            try:
                with database.session() as session:
                    sent = AnswerSent(value=value, reason=reason)
                    record_answer(session, event_id, pair.need_id, pair.technology_id, sent, Actor(owner))
            except ConflictError as error:
                given[error.code] += 1
            else:
                given[value.value] += 1
    with database.session() as session:
        change_phase(session, event_id, PhaseChange(phase=Phase.PLANNING), ORGANISER)
    return given


def run_day(
    problem: EventProblem, plan: EventPlan, seed: int, hear: Callable[[int, int], None] = lambda done, total: None
) -> tuple[EventPlan, DayReport]:
    """The day slot by slot: some do not come, some come late; what they leave open is repaired at once.

    Raises AssertionError if a repaired plan breaks a rule.
    """
    chance = random.Random(seed + 2)
    report = DayReport()
    delegates = [person.id for person in problem.people if person.organisation is not None]
    busy = {person for seating in plan.placements.values() for person in seating.people}
    first = _first_slots(plan)
    mishaps: dict[int, list[Away]] = {}
    for person in delegates:
        drawn = chance.random()
        if person not in busy or drawn >= ABSENT + LATE:
            continue
        absent = drawn < ABSENT
        report.absent, report.late = report.absent + absent, report.late + (not absent)
        mishaps.setdefault(first[person], []).append(Away(person, first[person], None if absent else first[person] + 1))
    for slot in range(len(problem.slots)):
        if slot in mishaps:
            began = clock_time.perf_counter()
            found = repair(problem, plan, slot - 1, mishaps[slot])
            report.repairs.append(clock_time.perf_counter() - began)
            left = {person for name in (*found.lost, *found.moved) for person in plan.placements[name].people}
            problem, plan = found.problem, found.plan
            report.lost, report.moved = report.lost + len(found.lost), report.moved + len(found.moved)
            wrong = event_violations(problem, plan)
            assert not wrong, wrong[0]
            for person in sorted(left - {away.person for away in mishaps[slot]}):
                report.stand_ins += bool(stand_ins(problem, plan, person, slot))
        hear(slot + 1, len(problem.slots))
    report.held = len(plan.placements)
    return plan, report


def _first_slots(plan: EventPlan) -> dict[str, int]:
    first: dict[str, int] = {}
    for seating in plan.placements.values():
        for person in seating.people:
            first[person] = min(first.get(person, seating.slot), seating.slot)
    return first


def _drawn(chance: random.Random, probability: float) -> Value:
    """An answer: a probable pair is usually wanted, an improbable one sometimes all the same."""
    wish = 0.35 + 0.6 * probability
    drawn = chance.random()
    if drawn < wish * 0.35:
        return Value.MUST_MEET
    return Value.WOULD_MEET if drawn < wish else Value.RATHER_NOT


def _best_pairs(session: Session, scale: Scale) -> list[Candidate]:
    """Kept candidates of the best matched organisations, the most probable first."""
    query = select(Candidate).order_by(
        col(Candidate.probability).desc(), col(Candidate.need_id), col(Candidate.technology_id)
    )
    firms: dict[int, None] = {}
    institutes: dict[int, None] = {}
    rows = list(session.exec(query))
    owners = _owners(session, rows)
    known = [(pair, owners[key]) for pair in rows if (key := (pair.need_id, pair.technology_id)) in owners]
    for _, (need_owner, technology_owner) in known:
        if need_owner == technology_owner:
            continue
        if len(firms) < scale.firms and need_owner not in institutes:
            firms.setdefault(need_owner)
        if len(institutes) < scale.institutes and technology_owner not in firms:
            institutes.setdefault(technology_owner)
    return [pair for pair, (need, technology) in known if need in firms and technology in institutes]


def _owners(session: Session, pairs: Sequence[Candidate]) -> dict[tuple[int, int], tuple[int, int]]:
    """The organisations of each pair."""
    published = select(Posting.id, Posting.organisation_id).where(col(Posting.state) == State.PUBLISHED)
    owner = dict(session.exec(published).all())
    return {
        (pair.need_id, pair.technology_id): (owner[pair.need_id], owner[pair.technology_id])
        for pair in pairs
        if pair.need_id in owner and pair.technology_id in owner
    }


def _event_file(scale: Scale, seed: int) -> EventFile:
    day = datetime.now(UTC).date() + timedelta(days=30)
    days = [day + timedelta(days=number) for number in range(scale.days)]
    deadline = datetime.now(UTC)
    return EventFile(
        name_vi="Ngày kết nối mô phỏng",
        name_en="Simulated connection day",
        first_day=days[0],
        last_day=days[-1],
        registration_until=deadline + timedelta(days=10),
        answers_until=deadline + timedelta(days=20),
        announced=True,
        open_requests_limit=1000,
        tables=[TableCreate(name=f"Bàn {number + 1}") for number in range(scale.tables)],
        timetable=Timetable(days=[_hours(day) for day in days]),
        people=[
            PersonCreate(name=f"Phiên dịch {number + 1}", role=PersonRole.INTERPRETER, languages=["vi", "en"])
            for number in range(scale.interpreters)
        ],
    )


def _hours(day: date) -> DayHours:
    return DayHours.model_validate(
        {
            "day": day,
            "starts": MORNING[0],
            "ends": AFTERNOON[1],
            "breaks": [{"starts": MORNING[1], "ends": AFTERNOON[0]}],
        }
    )
