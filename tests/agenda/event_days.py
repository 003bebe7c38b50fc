"""Realistic events made up from a seed: firms and institutes, what they asked for, tables, interpreters, absences."""

import random
from dataclasses import dataclass, replace
from typing import Any

from matchmaker.agenda.event_problem import Block, EventPlan, EventProblem, Person, Request, Seating, Slot, Table


@dataclass(frozen=True)
class Size:
    """``slots`` are those of one day; every ``foreign``th firm speaks only a language of its own and English."""

    firms: int = 100
    institutes: int = 40
    requests: int = 400
    days: int = 1
    slots: int = 14
    tables: int = 30
    interpreters: int = 8
    available: float = 0.8
    foreign: int = 5
    colleagues: int = 4


def an_event(size: Size, seed: int = 0) -> EventProblem:
    """An event of this size. Absences are late arrivals, early ends and single slots in equal parts."""
    chance = random.Random(seed)
    slots = tuple(
        Slot(day, afternoon=number >= size.slots // 2) for day in range(size.days) for number in range(size.slots)
    )
    people = [*_firms(chance, size), *_institutes(chance, size)]
    interpreters = [
        Person(f"i{n}", languages=frozenset({"vi", _foreign(n)}), max_per_day=size.slots - 2, max_consecutive=6)
        for n in range(size.interpreters)
    ]
    return EventProblem(
        slots=slots,
        tables=tuple(Table(f"t{n:03}", seats=4) for n in range(size.tables)),
        people=(*people, *interpreters),
        requests=_requests(chance, size),
        interpreters=frozenset(person.id for person in interpreters),
        blocks=(Block(frozenset({0}), frozenset({people[0].id})),),
    )


def _foreign(number: int) -> str:
    return ("ko", "ja", "zh")[number % 3]


def _firms(chance: random.Random, size: Size) -> list[Person]:
    return [
        Person(f"f{n}.0", f"f{n}", frozenset({_foreign(n // size.foreign)} if n % size.foreign == 0 else {"vi"}), away)
        for n in range(size.firms)
        if (away := _free(chance, size)) is not None
    ]


def _institutes(chance: random.Random, size: Size) -> list[Person]:
    """Every ``colleagues``th institute sends two."""
    return [
        Person(f"r{n}.{d}", f"r{n}", frozenset({"vi", "en"}), _free(chance, size))
        for n in range(size.institutes)
        for d in range(2 if n % size.colleagues == 0 else 1)
    ]


def _free(chance: random.Random, size: Size) -> frozenset[int]:
    """About ``available`` of all slots: an hour's absence, a late start, an early end, or slots here and there."""
    total = size.days * size.slots
    free = set(range(total))
    kind, away = chance.randrange(3), round(total * (1 - size.available) * chance.uniform(0.5, 1.5))
    if kind == 0:
        free -= set(range(away))
    elif kind == 1:
        free -= set(range(total - away, total))
    else:
        free -= set(chance.sample(range(total), away))
    return frozenset(free)


def _requests(chance: random.Random, size: Size) -> tuple[Request, ...]:
    """Some institutes are sought more than others, some firms ask more; nobody for more than fits into their day."""
    room: dict[str, int] = {}
    most = round(size.slots * size.days * size.available * 0.8)
    pairs: dict[tuple[str, str], None] = {}
    tries = 0
    while len(pairs) < size.requests and tries < 100 * size.requests:
        tries += 1
        firm = f"f{chance.randrange(size.firms)}"
        number = int(size.institutes * chance.random() ** 1.2)
        institute = f"r{number}"
        limit = most * (2 if number % size.colleagues == 0 else 1)
        if (firm, institute) in pairs or room.get(institute, 0) >= limit or room.get(firm, 0) >= most:
            continue
        pairs[firm, institute] = None
        room[firm], room[institute] = room.get(firm, 0) + 1, room.get(institute, 0) + 1
    made = []
    for number, (firm, institute) in enumerate(pairs):
        worth = chance.choices((800, 500, 400, 200), (1, 2, 3, 6))[0]
        made.append(Request(f"q{number}", firm, institute, worth + chance.randrange(100), must=worth == 800))
    return tuple(made)


def a_small_event(*pairs: str, slots: int = 4, tables: int = 2, **more: Any) -> EventProblem:
    """Requests named by two organisations of one letter each; "a1" is the delegate of "a"."""
    names = sorted(set("".join(pairs)))
    return replace(
        EventProblem(
            slots=tuple(Slot() for _ in range(slots)),
            tables=tuple(Table(f"t{n}") for n in range(tables)),
            people=tuple(Person(f"{name}1", name) for name in names),
            requests=tuple(Request(pair, pair[0], pair[1]) for pair in pairs),
        ),
        **more,
    )


def an_event_plan(**seats: tuple[int, str]) -> EventPlan:
    """A plan by request: ``(slot, table)``, with the first delegates of both."""
    return EventPlan(
        {name: Seating(slot, table, (f"{name[0]}1", f"{name[1]}1")) for name, (slot, table) in seats.items()}
    )


def changed_people(problem: EventProblem, **changes: dict[str, Any]) -> EventProblem:
    """The same event with fields of some people changed."""
    return replace(problem, people=tuple(replace(p, **changes.get(p.id, {})) for p in problem.people))
