"""Letting a colleague stand in for another."""

from matchmaker.agenda.search.arrays import (
    AT,
    CHANGED,
    INTERPRETER,
    LENT_COUNT,
    MAY,
    ODD,
    OPTION,
    PEOPLE,
    TIME,
    TIMES,
    WIDTH,
    Memory,
)
from matchmaker.agenda.search.kernel.chance import NOT_MOVED, accepted
from matchmaker.agenda.search.kernel.compiling import compiled
from matchmaker.agenda.search.kernel.people import all_within_limits, cost_change, take_costs, turn_all
from matchmaker.agenda.search.kernel.seats import has_table, interpret, lift, relist, return_lent, seat_kind, sit


@compiled
def stand_in(memory: Memory, request: int, option: int, there: int, temperature: float) -> int:
    """Let others meet in a request, perhaps at another time; what that costs more, or ``NOT_MOVED``."""
    here, old, interpreter = (
        memory[memory[TIME] + request],
        memory[memory[OPTION] + request],
        memory[memory[INTERPRETER] + request],
    )
    if not memory[memory[MAY] + option * memory[TIMES] + there]:
        return NOT_MOVED
    for column in range(memory[WIDTH]):
        person = memory[memory[PEOPLE] + option * memory[WIDTH] + column]
        if (
            person >= 0
            and memory[memory[AT] + person * memory[TIMES] + there] >= 0
            and memory[memory[AT] + person * memory[TIMES] + there] != request
        ):
            return NOT_MOVED
    seat_kind(memory, old, here, -1)
    delta = NOT_MOVED
    if has_table(memory, option, there):
        memory[memory[LENT_COUNT]] = 0
        lift(memory, request)
        turn_all(memory, old, here)
        turn_all(memory, option, there)
        memory[memory[OPTION] + request] = option
        sit(memory, request, there, -1)
        changed = _union(memory, old, option)
        delta = 0
        for place in range(changed):
            delta += cost_change(memory, memory[memory[CHANGED] + place])
        if not accepted(delta, temperature) or not all_within_limits(memory, changed) or not interpret(memory, request):
            delta = NOT_MOVED
            lift(memory, request)
            return_lent(memory)
            turn_all(memory, option, there)
            turn_all(memory, old, here)
            memory[memory[OPTION] + request] = old
            sit(memory, request, here, interpreter)
        else:
            take_costs(memory, changed)
            seat_kind(memory, option, there, 1)
            if here != there:
                relist(memory, request, here)
    if delta == NOT_MOVED:
        seat_kind(memory, old, here, 1)
    return delta


@compiled
def _union(memory: Memory, one: int, other: int) -> int:
    """Note the people of two options in ``changed``, each once; their number."""
    changed = 0
    for number in range(2):
        for column in range(memory[WIDTH]):
            person = memory[memory[PEOPLE] + (other if number else one) * memory[WIDTH] + column]
            if person >= 0 and not memory[memory[ODD] + person]:
                memory[memory[ODD] + person] = True
                memory[memory[CHANGED] + changed] = person
                changed += 1
    for place in range(changed):
        memory[memory[ODD] + memory[memory[CHANGED] + place]] = False
    return changed
