"""Why there is no plan: by counting where that suffices, else by a few demands that cannot be met together.

Counting looks at one thing at a time: a meeting, a participant, a chain of meetings, the tables. Where each of these is
possible by itself, an unsatisfiable core of demands is shrunk by leaving out one after the other; what is left is
minimal unless time ran out.
"""

import time
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

from matchmaker.agenda.exact.counting import Shortage, assign
from matchmaker.agenda.exact.demands import Demands
from matchmaker.agenda.exact.presolve import Reason, crowd, own_domains, reduce
from matchmaker.agenda.exact.sat_cadical import SatSolver
from matchmaker.agenda.problem import Problem
from matchmaker.agenda.processes import Searchers
from matchmaker.agenda.worker import Hear, Report

# A demand that so many conflicts cannot show to be needless is taken for needed.
SHRINK_CONFLICTS = 50_000


def explain(problem: Problem, time_limit: float = 10.0) -> tuple[Reason, ...]:
    """Reasons why a problem has no plan; none where it has one, or where time did not suffice."""
    reasons = count(problem) or _core(problem, time_limit)
    if not reasons and isinstance(found := reduce(problem), Reason):
        return (found,)
    return reasons


def count(problem: Problem) -> tuple[Reason, ...]:
    """All reasons that are found by counting; each by itself makes a plan impossible."""
    domains = own_domains(problem)
    return tuple(
        _without_common_slot(problem, domains)
        or [
            *_crowded_participants(problem, domains),
            *_late_chains(problem, domains),
            *_too_few_tables(problem, domains),
        ]
    )


def _without_common_slot(problem: Problem, domains: list[int]) -> list[Reason]:
    return [
        Reason("no_common_slot", {"meeting": meeting.id, "participants": list(meeting.participants)})
        for meeting, domain in zip(problem.meetings, domains, strict=True)
        if not domain
    ]


def _crowded_participants(problem: Problem, domains: list[int]) -> list[Reason]:
    index = {meeting.id: number for number, meeting in enumerate(problem.meetings)}
    reasons = []
    for participant, meetings in problem.meetings_of.items():
        held = [index[meeting.id] for meeting in meetings]
        shortage = assign([domains[number] for number in held])
        if isinstance(shortage, Shortage):
            reasons.append(Reason("too_few_slots", {"participant": participant, **crowd(problem, shortage, held)}))
    return reasons


def _too_few_tables(problem: Problem, domains: list[int]) -> list[Reason]:
    shortage = assign(domains, problem.tables)
    if not isinstance(shortage, Shortage):
        return []
    room = len(shortage.slots) * problem.tables
    return [Reason("too_few_tables", {**crowd(problem, shortage, range(len(domains))), "room": room})]


def _late_chains(problem: Problem, domains: list[int]) -> list[Reason]:
    """Meetings that come too late even if all before them are as early as they can be."""
    meetings = {meeting.id: meeting for meeting in problem.meetings}
    own = {meeting.id: domain for meeting, domain in zip(problem.meetings, domains, strict=True)}
    first: dict[str, int] = {}
    reasons = []
    for name in TopologicalSorter({meeting.id: meeting.after for meeting in problem.meetings}).static_order():
        start = max((first[earlier] + 1 for earlier in meetings[name].after), default=0)
        left = own[name] & -1 << start
        if not left:
            reasons.append(Reason("order_impossible", {"meetings": _chain(problem, own, first, name)}))
            # Judged as if it took place anyway, so that those after it are not blamed for it.
            left = own[name]
        first[name] = (left & -left).bit_length() - 1
    return reasons


def _chain(problem: Problem, own: dict[str, int], first: dict[str, int], last: str) -> list[str]:
    after = {meeting.id: meeting.after for meeting in problem.meetings}
    chain = [last]
    while after[chain[-1]]:
        earlier = max(after[chain[-1]], key=lambda name: first[name])
        chain.append(earlier)
        if own[earlier] & -own[earlier] == 1 << first[earlier]:
            break
    return chain[::-1]


@dataclass(frozen=True)
class CoreTask:
    """Finds demands that cannot be met together, in a process of its own."""

    problem: Problem

    def run(self, report: Report, hear: Hear) -> None:
        """Report smaller and smaller sets of demands."""
        demands = Demands(self.problem)
        solver = SatSolver()
        solver.add(demands.clauses.rows)
        if solver.solve(list(demands.by_literal)) is not None:
            return
        core = solver.core()
        needed: list[int] = []
        while core:
            report({"core": [_plain(demands.by_literal[literal]) for literal in sorted([*needed, *core])]})
            tried, *rest = sorted(core)
            if solver.solve_for(SHRINK_CONFLICTS, [*needed, *rest]) is False:
                core = [literal for literal in solver.core() if literal not in needed]
            else:
                needed.append(tried)
                core = rest
        report({"core": [_plain(demands.by_literal[literal]) for literal in sorted(needed)]})


def _plain(reason: Reason) -> dict[str, Any]:
    return {"code": reason.code, "params": reason.params}


def _core(problem: Problem, time_limit: float) -> tuple[Reason, ...]:
    end = time.monotonic() + time_limit
    core: list[dict[str, Any]] = []
    with Searchers([CoreTask(problem)]) as searchers:
        while searchers.running and time.monotonic() < end:
            for _, found in searchers.wait(end - time.monotonic()):
                core = found["core"]
    return tuple(Reason(**demand) for demand in core)
