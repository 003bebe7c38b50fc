"""Planning of made-up events: levels against their bounds, growth, live repair and what-if."""

import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from matchmaker.agenda.adjusting.repair import Away, Failed, repair, stand_ins
from matchmaker.agenda.adjusting.what_if import what_if
from matchmaker.agenda.event_constraints import event_violations
from matchmaker.agenda.event_problem import EventPlan, EventProblem
from matchmaker.agenda.planning import Planned, PlanProgress, plan_event

sys.path.insert(0, str(Path(__file__).parents[1] / "agenda"))

from event_days import Size, an_event

DAY = Size()
TWO_DAYS = Size(firms=700, institutes=300, requests=5000, days=2, tables=220, interpreters=40)
GROWTH = (1, 2, 4, 8)
GROWING = ("firms", "institutes", "requests", "tables", "interpreters")
# The largest is 48,000 requests of 9,600 people.
GROWN = Size(firms=840, institutes=360, requests=6000, days=2, tables=264, interpreters=48)
REPAIRS, QUESTIONS = 40, 20


def run(data: Path, console: Console) -> None:
    """Everything; half an hour."""
    day = _levels(console, "100 firms, 40 institutes, 400 requests", an_event(DAY), 20)
    _live(console, an_event(DAY), day.plan)
    big = _levels(console, "1,000 people, 5,000 requests, two days", an_event(TWO_DAYS), 30)
    _live(console, an_event(TWO_DAYS), big.plan)
    _levels(console, "the same for 120 s", an_event(TWO_DAYS), 120, seen=True)
    growth(console, 600)


def growth(console: Console, limit: float) -> None:
    """Up to 48,000 requests, each planned for a share of the limit that grows with it."""
    table = Table("requests", "s", "placed", "value", "of bound", "breaks", "first plan (s)", title="Growth")
    for times in GROWTH:
        size = replace(
            GROWN,
            **{
                name: getattr(GROWN, name) * times
                for name in ("firms", "institutes", "requests", "tables", "interpreters")
            },
        )
        problem = an_event(size)
        first: list[float] = []
        planned = plan_event(problem, time_limit=limit * times / GROWTH[-1], progress=_first(first))
        value = planned.level("value")
        table.add_row(
            f"{len(problem.requests):,}",
            f"{planned.seconds:.0f}",
            f"{len(planned.plan.placements):,}",
            f"{value.value:,}",
            f"{value.value / value.bound:.3%}",
            f"{planned.level('breaks').value:,}",
            f"{first[0]:.1f}",
        )
    console.print(table)


def _first(seconds: list[float]) -> Callable[[PlanProgress], None]:
    return lambda progress: seconds.append(progress.seconds)


def _levels(console: Console, title: str, problem: EventProblem, limit: float, *, seen: bool = False) -> Planned:
    progress: list[PlanProgress] = []
    planned = plan_event(problem, time_limit=limit, progress=progress.append)
    wrong = len(event_violations(problem, planned.plan))
    table = Table("level", "value", "bound", "proven", title=f"{title}: {planned.seconds:.1f} s, {wrong} violations")
    for level in planned.levels:
        table.add_row(level.name, f"{level.value:,}", f"{level.bound:,}", "yes" if level.proven else "no")
    console.print(table)
    if seen:
        steps = {int(one.seconds / 10) * 10: one for one in progress}
        console.print("breaks:", ", ".join(f"{one.breaks} after {second} s" for second, one in steps.items()))
    return planned


def _live(console: Console, problem: EventProblem, plan: EventPlan) -> None:
    chance = random.Random(1)
    last = len(problem.slots) - 2

    def repaired() -> None:
        now = chance.randrange(last)
        late = Away(chance.choice(problem.people).id, now, now + 2)
        found = repair(problem, plan, now, [late, Failed(chance.choice(problem.tables).id, now)])
        assert not event_violations(found.problem, found.plan)

    def waiting() -> None:
        stand_ins(problem, plan, chance.choice(problem.people).id, chance.randrange(last))

    def asked() -> None:
        tables = round(len(problem.tables) * chance.uniform(0.5, 1.5))
        interpreters = round(len(problem.interpreters) * chance.uniform(0.3, 1.5))
        what_if(problem, tables=tables, slots=len(problem.slots) - chance.randrange(4), interpreters=interpreters)

    for name, action, times in (
        ("repair and judge", repaired, REPAIRS),
        ("stand-ins", waiting, REPAIRS),
        ("what if", asked, QUESTIONS),
    ):
        console.print(f"{name}: p95 {_p95(action, times):.2f} s")


def _p95(action: Callable[[], Any], times: int) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        taken.append(time.perf_counter() - began)
    return statistics.quantiles(taken, n=20)[-1]
