"""How many meetings fit with other tables, slots or interpreters, and what it is that limits them.

A bound by flow says what cannot fit, a plan by greedy placing what can; the truth lies between them.
"""

import random
import time
from collections import Counter
from dataclasses import dataclass, replace

from matchmaker.agenda.event_problem import EventProblem, Person, Slot, Table
from matchmaker.agenda.planning import values
from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.flow_bound import ValueBound, value_bound
from matchmaker.agenda.search.frame import Frame
from matchmaker.agenda.search.greedy import Placer

# What is tried to find the bottleneck: a tenth more of something, at least one.
MORE = 0.1


@dataclass(frozen=True)
class WhatIf:
    """``fits`` meetings were placed, no plan has more than ``bound``, of ``asked`` that were accepted.

    ``gains`` says how many more the bound would allow with a tenth more of each thing; the ``bottleneck`` is what gains
    most, None if all fit or if nothing by itself would help.
    """

    asked: int
    fits: int
    bound: int
    value: int
    value_bound: int
    bottleneck: str | None
    gains: dict[str, int]
    seconds: float


def what_if(
    problem: EventProblem,
    *,
    tables: int | None = None,
    slots: int | None = None,
    interpreters: int | None = None,
    seconds: float = 0.8,
) -> WhatIf:
    """Try an event with so many tables, slots and interpreters, None for as they are.

    Added tables are like the first ones without a host, added slots come at the end with everybody there, added
    interpreters know what is asked for most. ``seconds`` limit the search for a plan.
    """
    started = time.monotonic()
    changed = with_tables(problem, tables)
    changed = with_interpreters(with_slots(changed, slots), interpreters)
    frame = Frame(changed)
    bound = value_bound(frame, timed=False)
    board = Board(frame)
    placer = Placer(board, random.Random(0))
    end = time.monotonic() + seconds
    possible = [request for request, options in enumerate(frame.options) if options]
    left = placer.fill(possible)
    placer.improve(left, lambda: time.monotonic() > end or len(board.places) >= bound.meetings)
    gains = _gains(changed, bound) if bound.meetings < len(changed.requests) else {}
    best = max(gains, key=lambda name: gains[name], default=None)
    return WhatIf(
        asked=len(changed.requests),
        fits=len(board.places),
        bound=bound.meetings,
        value=values(frame, board.places)[2],
        value_bound=bound.value,
        bottleneck=best if best is not None and gains[best] > 0 else None,
        gains=gains,
        seconds=time.monotonic() - started,
    )


def _gains(problem: EventProblem, bound: ValueBound) -> dict[str, int]:
    """What a tenth more of each thing adds to the bound."""
    more = {
        "tables": with_tables(problem, _more(len(problem.tables))),
        "slots": with_slots(problem, _more(len(problem.slots))),
        "interpreters": with_interpreters(problem, _more(len(problem.interpreters))),
        "availability": always_there(problem),
    }
    return {name: value_bound(Frame(tried), timed=False).meetings - bound.meetings for name, tried in more.items()}


def _more(count: int) -> int:
    return count + max(1, round(MORE * count))


def always_there(problem: EventProblem) -> EventProblem:
    """All delegates there all the time."""
    people = tuple(p if p.organisation is None else replace(p, slots=None) for p in problem.people)
    return replace(problem, people=people)


def with_tables(problem: EventProblem, count: int | None) -> EventProblem:
    """So many tables; hosts' tables are never among those left out."""
    if count is None:
        return problem
    free = [table for table in problem.tables if table.id not in problem.hosted]
    hosted = [table for table in problem.tables if table.id in problem.hosted]
    wanted = max(count - len(hosted), 0)
    pattern = free or [Table("like")]
    added = [replace(pattern[n % len(pattern)], id=f"+{n}") for n in range(wanted - len(free))]
    return replace(problem, tables=(*hosted, *free[:wanted], *added))


def with_slots(problem: EventProblem, count: int | None) -> EventProblem:
    """So many slots, left out or added at the end."""
    if count is None:
        return problem
    old = len(problem.slots)
    pattern = problem.slots[-1] if problem.slots else Slot()
    slots = (*problem.slots[:count], *(pattern for _ in range(count - old)))
    added = frozenset(range(old, count))
    return replace(
        problem,
        slots=slots,
        people=tuple(p if p.slots is None else replace(p, slots=p.slots | added) for p in problem.people),
        tables=tuple(t if t.slots is None else replace(t, slots=t.slots | added) for t in problem.tables),
        pins={name: pin for name, pin in problem.pins.items() if pin.slot is None or pin.slot < count},
    )


def most_asked(problem: EventProblem, interpreters: list[Person]) -> list[Person]:
    """One interpreter for each set of languages, those first who have most to do for each who can."""
    work: Counter[frozenset[str]] = Counter()
    for request in problem.requests:
        sides = [problem.delegates.get(name, ()) for name in (request.first, request.second)]
        pairs = [(one.id, other.id) for one in sides[0] for other in sides[1]]
        if pairs and not any(problem.share_language(pair) for pair in pairs):
            able = {p.languages for p in interpreters if any(_interprets(problem, p, pair) for pair in pairs)}
            work.update(able)
    there = Counter(person.languages for person in interpreters)
    kinds = {person.languages: replace(person, slots=None) for person in interpreters}
    return [kinds[known] for known in sorted(kinds, key=lambda one: (-work[one] / there[one], sorted(one)))]


def _interprets(problem: EventProblem, interpreter: Person, pair: tuple[str, str]) -> bool:
    return all(bool(interpreter.languages & problem.person[name].languages) for name in pair)


def with_interpreters(problem: EventProblem, count: int | None) -> EventProblem:
    """So many interpreters."""
    if count is None:
        return problem
    names = [person.id for person in problem.people if person.id in problem.interpreters]
    pattern: list[Person] = [problem.person[name] for name in names]
    if not pattern:
        every = frozenset(language for person in problem.people for language in person.languages)
        pattern = [Person("like", languages=every)]
    pattern = most_asked(problem, pattern)
    kept, gone = names[:count], set(names[count:])
    added = [replace(pattern[n % len(pattern)], id=f"+{n}") for n in range(count - len(names))]
    return replace(
        problem,
        people=(*(person for person in problem.people if person.id not in gone), *added),
        interpreters=frozenset([*kept, *(person.id for person in added)]),
    )
