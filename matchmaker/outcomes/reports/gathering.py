"""Reads what a report says, with the same facts and functions as the figures on the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.records.views import Seen, SeenKind, note_views
from matchmaker.catalogue.models import Kind
from matchmaker.catalogue.queries import titles_of
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.events.models import Event
from matchmaker.events.service import get_event, local
from matchmaker.kit import clock
from matchmaker.kit.errors import InvalidError
from matchmaker.outcomes.following.cases.queries import names_of
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.models import CaseTask
from matchmaker.outcomes.indicators.counting import Figure, count_indicators
from matchmaker.outcomes.indicators.cutting import By, Cut, groups
from matchmaker.outcomes.indicators.definitions import Words
from matchmaker.outcomes.indicators.facts import CaseFact, Facts, MeetingFact
from matchmaker.outcomes.indicators.service import facts_of
from matchmaker.outcomes.reports import queries
from matchmaker.outcomes.reports.content import CaseLine, Heading, MeetingLine, Named, Report, TaskLine, UnmetLine

MOST_MONTHS = 36


@dataclass(frozen=True)
class Asked:
    """Which report: of an event, or of a period (``until`` is the first day that counts no more), by whom."""

    event_id: int | None = None
    since: date | None = None
    until: date | None = None
    issuer: str = ""
    number: str = ""
    place: str = ""


class _Names:
    """Names of organisations and titles of postings by id."""

    def __init__(self, session: Session, facts: Facts) -> None:
        unmet = [one for one in facts.postings if one.unmet]
        postings = [one.posting_id for one in unmet]
        sides = [side for one in unmet for side in one.sides]
        between: list[MeetingFact | CaseFact] = [*facts.meetings, *facts.cases]
        for one in between:
            postings += [number for number in (one.need_id, one.technology_id) if number is not None]
            sides += one.sides
        self._names = names_of(session, {side.organisation_id for side in sides})
        self._titles = titles_of(session, sorted(set(postings)))

    def organisation(self, organisation_id: int) -> Words:
        vi, en = self._names[organisation_id]
        return Words(vi or en, en or vi)

    def titles(self, posting_id: int | None) -> Mapping[str, str]:
        return self._titles.get(posting_id or 0, {})


def gather_report(session: Session, actor: Actor, asked: Asked, learned: Path) -> Report:
    """The report of an event or of a period (organisers); ``learned`` is the folder of learned weights.

    Whose names are in it is noted as the other exports are. Raises NotFoundError, or InvalidError without a period.
    """
    facts = facts_of(session, actor, Cut(event_id=asked.event_id, since=asked.since, until=asked.until), learned)
    event = None if asked.event_id is None else get_event(session, asked.event_id, actor)
    heading = _heading(asked, event)
    names = _Names(session, facts)
    tasks = queries.next_tasks(session, {one.case_id for one in facts.cases})
    seen = {side.organisation_id for one in facts.cases for side in one.sides}
    note_views(session, actor, [Seen(SeenKind.CASE_EXPORT, 0, owner) for owner in sorted(seen)])
    meetings = sorted(facts.meetings, key=lambda one: one.at)
    cases = [_case(one, names, tasks.get(one.case_id)) for one in facts.cases]
    return Report(
        heading=heading,
        figures=count_indicators(facts),
        months=_months(facts) if event is None else {},
        meetings=[_meeting(one, names, event) for one in meetings],
        unmet=[
            UnmetLine(names.organisation(one.sides[0].organisation_id), names.titles(one.posting_id))
            for one in facts.postings
            if one.unmet
        ],
        cases=sorted(cases, key=_urgency),
        taxonomy=taxonomy_of(session),
    )


def _heading(asked: Asked, event: Event | None) -> Heading:
    name, held_at = None, ""
    if event is not None:
        name, held_at = Words(event.name_vi or event.name_en, event.name_en or event.name_vi), event.place
        first, last = event.first_day, event.last_day
    elif asked.since is None or asked.until is None:
        raise InvalidError("period_missing", field="from" if asked.since is None else "to")
    else:
        first, last = asked.since, asked.until - timedelta(days=1)
    return Heading(asked.issuer, asked.number, asked.place, clock.today(), name, held_at, first, last)


def _months(facts: Facts) -> dict[str, dict[str, Figure]]:
    """The figures of each month in which anything happened; of the latest ones if there are many."""
    found = groups(facts, By.MONTH)
    return {month: count_indicators(found[month]) for month in sorted(found)[-MOST_MONTHS:]}


def _meeting(one: MeetingFact, names: _Names, event: Event | None) -> MeetingLine:
    need, technology = one.sides
    return MeetingLine(
        starts_at=local(event, one.at) if event else one.at.astimezone(clock.HOME_ZONE),
        need_side=names.organisation(need.organisation_id),
        technology_side=names.organisation(technology.organisation_id),
        need=names.titles(one.need_id),
        technology=names.titles(one.technology_id),
        held=one.held,
        next_step=one.next_step,
    )


def _case(one: CaseFact, names: _Names, task: CaseTask | None) -> CaseLine:
    need, technology = one.sides
    closed = one.stage == Stage.CLOSED
    shown = None if task is None or closed else _task(task, one, names)
    return CaseLine(
        case_id=one.case_id,
        need_side=names.organisation(need.organisation_id),
        technology_side=names.organisation(technology.organisation_id),
        need=names.titles(one.need_id),
        technology=names.titles(one.technology_id),
        stage=one.stage,
        task=shown,
        overdue=shown is not None and shown.due is not None and shown.due < clock.today(),
    )


def _task(task: CaseTask, one: CaseFact, names: _Names) -> TaskLine:
    need, technology = (names.organisation(side.organisation_id) for side in one.sides)
    sides = {None: None, Kind.NEED: need, Kind.TECHNOLOGY: technology}
    person = Named(task.person, sides[task.side])
    responsible = Named(task.responsible, sides[task.responsible_side])
    return TaskLine(task.what, person, responsible, task.progress.value, task.due)


def _urgency(line: CaseLine) -> tuple[bool, bool, date, int]:
    """Overdue first, then by the next date; closed cases and those without a task last."""
    due = line.task.due if line.task and line.task.due else date.max
    return line.stage == Stage.CLOSED, not line.overdue, due, line.case_id
