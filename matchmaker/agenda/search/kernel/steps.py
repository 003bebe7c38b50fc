"""The steps of annealing, compiled (Kirkpatrick, Gelatt and Vecchi, Science 220, 1983).

Indices are those of ``arrays``: requests, their options over all requests, people, times, kinds of tables.
"""

import numpy as np

from matchmaker.agenda.search.arrays import (
    BEST_INTERPRETER,
    BEST_OPTION,
    BEST_TIME,
    CHOICES,
    CHOICES_FIRST,
    COST,
    DELEGATES,
    FIRST,
    INTERPRETER,
    MAY,
    MOVABLE,
    MOVABLES,
    OPTION,
    REQUESTS,
    TIME,
    TIMES,
    TOTALS,
    Memory,
)
from matchmaker.agenda.search.kernel.chance import NOT_MOVED, draw
from matchmaker.agenda.search.kernel.compiling import compiled
from matchmaker.agenda.search.kernel.exchanges import shift
from matchmaker.agenda.search.kernel.people import cost
from matchmaker.agenda.search.kernel.stand_ins import stand_in

# A step of a request with colleagues keeps its people so often.
SAME_PEOPLE = 0.6
# In larger plans the best one is looked at less often, as copying it takes time.
MOST_REMEMBERED = 4000


@compiled
def seed(number: int) -> None:
    """Let chance begin anew."""
    np.random.seed(number)


@compiled
def count_costs(memory: Memory) -> None:
    """Take the plan as it is for the best there is."""
    total = 0
    for person in range(memory[DELEGATES]):
        memory[memory[COST] + person] = cost(memory, person)
        total += memory[memory[COST] + person]
    memory[memory[TOTALS]] = total
    memory[memory[TOTALS] + 1] = total


@compiled
def steps(memory: Memory, count: int, temperature: float) -> None:
    """Try so many steps at a temperature in units of cost."""
    for _ in range(count):
        request = memory[memory[MOVABLE] + draw(memory[MOVABLES])]
        option, choices = (
            memory[memory[OPTION] + request],
            memory[memory[FIRST] + request + 1] - memory[memory[FIRST] + request],
        )
        other = option
        if choices > 1 and np.random.random() > SAME_PEOPLE:
            other = memory[memory[FIRST] + request] + draw(choices)
        begin, end = memory[memory[CHOICES_FIRST] + other], memory[memory[CHOICES_FIRST] + other + 1]
        if end == begin:
            continue
        here, there = memory[memory[TIME] + request], memory[memory[CHOICES] + begin + draw(end - begin)]
        delta = NOT_MOVED
        if other != option:
            same = memory[memory[MAY] + other * memory[TIMES] + here] and np.random.random() < 0.5
            delta = stand_in(memory, request, other, here if same else there, temperature)
        elif here != there:
            delta = shift(memory, request, there, temperature)
        if delta != NOT_MOVED:
            memory[memory[TOTALS]] += delta
            if delta < 0 and memory[MOVABLES] < MOST_REMEMBERED:
                _remember(memory)
    _remember(memory)


@compiled
def _remember(memory: Memory) -> None:
    if memory[memory[TOTALS]] < memory[memory[TOTALS] + 1]:
        memory[memory[TOTALS] + 1] = memory[memory[TOTALS]]
        for request in range(memory[REQUESTS]):
            memory[memory[BEST_OPTION] + request] = memory[memory[OPTION] + request]
            memory[memory[BEST_TIME] + request] = memory[memory[TIME] + request]
            memory[memory[BEST_INTERPRETER] + request] = memory[memory[INTERPRETER] + request]
