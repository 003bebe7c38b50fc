"""Reads what people answered and what came of it as grades of pairs."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlmodel import Session, col, func

from matchmaker.agenda.models import AgendaVersion, Placement, VersionState
from matchmaker.interest.models import Answer
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.models import Case, CaseStep, Feedback
from matchmaker.outcomes.learning.grading import Said, grade, of_answer

Pair = tuple[int, int]


@dataclass
class _Known:
    before: list[Said] = field(default_factory=list)
    after: list[Said] = field(default_factory=list)
    stages: set[Stage] = field(default_factory=set)


def grades_of_pairs(session: Session) -> dict[Pair, int]:
    """The grade of every pair (need, technology) of which something is known; four queries however many."""
    known: defaultdict[Pair, _Known] = defaultdict(_Known)
    answers = select(*(col(getattr(Answer, name)) for name in ("need_id", "technology_id", "side", "value", "reason")))
    for need, technology, side, value, reason in session.execute(answers):
        if said := of_answer(side, value, reason):
            known[need, technology].before.append(said)
    for pair, said in _after_meetings(session):
        known[pair].after.append(said)
    for pair, stage in _stages(session):
        known[pair].stages.add(stage)
    graded = {pair: grade(one.before, one.after, one.stages) for pair, one in known.items()}
    return {pair: found for pair, found in graded.items() if found is not None}


def _after_meetings(session: Session) -> list[tuple[Pair, Said]]:
    last = (
        select(func.max(AgendaVersion.id).label("id"))
        .where(col(AgendaVersion.state) == VersionState.PUBLISHED)
        .group_by(col(AgendaVersion.event_id))
        .subquery()
    )
    query = (
        select(*map(col, (Placement.need_id, Placement.technology_id)))
        .add_columns(*map(col, (Feedback.side, Feedback.interested, Feedback.reason)))
        .join(AgendaVersion, col(AgendaVersion.event_id) == col(Feedback.event_id))
        .join(last, last.c.id == col(AgendaVersion.id))
        .join(Placement, (col(Placement.version_id) == col(AgendaVersion.id)) & (col(Placement.key) == Feedback.key))
        .where(col(Placement.need_id).is_not(None), col(Placement.technology_id).is_not(None))
    )
    return [
        ((need, technology), Said(side, interested, reason=reason))
        for need, technology, side, interested, reason in session.execute(query)
    ]


def _stages(session: Session) -> list[tuple[Pair, Stage]]:
    """All that a case ever came to: one that is closed now may have seen a trial."""
    query = (
        select(*map(col, (Case.need_id, Case.technology_id)), col(CaseStep.stage))
        .join(CaseStep, col(CaseStep.case_id) == col(Case.id))
        .where(col(Case.need_id).is_not(None), col(Case.technology_id).is_not(None))
    )
    return [((need, technology), stage) for need, technology, stage in session.execute(query)]
