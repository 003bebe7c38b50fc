"""Sending a meeting to another time, with whatever must change sides for it (a Kempe chain).

Chains as moves in timetabling: Thompson and Dowsland, "A robust simulated annealing based examination timetabling
system" (1998).
"""

from matchmaker.agenda.search.arrays import (
    AT,
    BEFORE,
    CHANGED,
    COUNT,
    HELD,
    INTERPRETER,
    LENT_COUNT,
    MAY,
    MEETINGS,
    MOST,
    MOVES,
    MOVING,
    ODD,
    OPTION,
    PEOPLE,
    TIME,
    TIMES,
    WIDTH,
    Memory,
)
from matchmaker.agenda.search.kernel.chance import NOT_MOVED, accepted, draw
from matchmaker.agenda.search.kernel.compiling import compiled, inlined
from matchmaker.agenda.search.kernel.people import all_within_limits, cost_change, take_costs, turn
from matchmaker.agenda.search.kernel.seats import (
    interpret,
    lift,
    recount,
    relist,
    return_lent,
    short_of_tables,
    sit,
)

LONGEST_CHAIN = 16
# Where tables are short, so many meetings are tried to go the other way.
SENT_BACK = 3


@compiled
def shift(memory: Memory, request: int, there: int, temperature: float) -> int:
    """Send a request to another time, and others the other way; what that costs more, or ``NOT_MOVED``."""
    here = memory[memory[TIME] + request]
    delta = NOT_MOVED
    end = _gather(memory, 0, request, here + there)
    if end > 0:
        recount(memory, 0, end, here + there, 1)
        end = _send_back(memory, end, here, there)
        if end > 0:
            delta = _switch(memory, end, here, there, temperature)
        if delta == NOT_MOVED:
            recount(memory, 0, abs(end), here + there, -1)
    for place in range(abs(end)):
        memory[memory[MOVING] + memory[memory[MOVES] + place]] = False
    return delta


@inlined
def _gather(memory: Memory, end: int, request: int, both: int) -> int:
    """Add to ``end`` moves a request and all that must change sides for it; their number, negative if some cannot."""
    place, longest = end, end + LONGEST_CHAIN
    memory[memory[MOVES] + end] = request
    memory[memory[MOVING] + request] = True
    end += 1
    while place < end:
        moving = memory[memory[MOVES] + place]
        place += 1
        option, there = memory[memory[OPTION] + moving], both - memory[memory[TIME] + moving]
        if memory[memory[HELD] + moving] or not memory[memory[MAY] + option * memory[TIMES] + there]:
            return -end
        for column in range(memory[WIDTH]):
            person = memory[memory[PEOPLE] + option * memory[WIDTH] + column]
            met = memory[memory[AT] + person * memory[TIMES] + there] if person >= 0 else -1
            if met >= 0 and not memory[memory[MOVING] + met]:
                if end == longest:
                    return -end
                memory[memory[MOVES] + end] = met
                memory[memory[MOVING] + met] = True
                end += 1
    return end


@compiled
def _send_back(memory: Memory, end: int, here: int, there: int) -> int:
    """Where tables are short, more moves the other way; their number, negative if they are still short."""
    for _ in range(SENT_BACK):
        full = short_of_tables(memory, end, here, there)
        if full < 0:
            return end
        other = memory[memory[MEETINGS] + full * memory[MOST] + draw(memory[memory[COUNT] + full])]
        if memory[memory[MOVING] + other]:
            continue
        more = _gather(memory, end, other, here + there)
        leaving = 0
        for place in range(end, abs(more)):
            leaving += 1 if memory[memory[TIME] + memory[memory[MOVES] + place]] == full else -1
        if more > 0 and leaving > 0:
            recount(memory, end, more, here + there, 1)
            end = more
        else:
            for place in range(end, abs(more)):
                memory[memory[MOVING] + memory[memory[MOVES] + place]] = False
    return end if short_of_tables(memory, end, here, there) < 0 else -end


@compiled
def _switch(memory: Memory, end: int, here: int, there: int, temperature: float) -> int:
    """Make moves if chance accepts their cost and they keep limits; what they cost more, or ``NOT_MOVED``."""
    changed = 0
    for place in range(end):
        for column in range(memory[WIDTH]):
            person = memory[
                memory[PEOPLE] + memory[memory[OPTION] + memory[memory[MOVES] + place]] * memory[WIDTH] + column
            ]
            if person >= 0:
                if not memory[memory[ODD] + person]:
                    memory[memory[CHANGED] + changed] = person
                    changed += 1
                memory[memory[ODD] + person] = not memory[memory[ODD] + person]
    # Whoever was met an even number of times is busy at both times, before and after.
    kept, delta = 0, 0
    for place in range(changed):
        person = memory[memory[CHANGED] + place]
        if memory[memory[ODD] + person]:
            memory[memory[ODD] + person] = False
            memory[memory[CHANGED] + kept] = person
            kept += 1
            turn(memory, person, here)
            turn(memory, person, there)
            delta += cost_change(memory, person)
    if accepted(delta, temperature) and all_within_limits(memory, kept) and _carry_out(memory, end, here + there):
        take_costs(memory, kept)
        return delta
    for place in range(kept):
        person = memory[memory[CHANGED] + place]
        turn(memory, person, here)
        turn(memory, person, there)
    return NOT_MOVED


@compiled
def _carry_out(memory: Memory, end: int, both: int) -> bool:
    """Let moves take place if there are interpreters for them."""
    for place in range(end):
        moving = memory[memory[MOVES] + place]
        memory[memory[BEFORE] + place] = memory[memory[INTERPRETER] + moving]
        lift(memory, moving)
    for place in range(end):
        moving = memory[memory[MOVES] + place]
        sit(memory, moving, both - memory[memory[TIME] + moving], -1)
    memory[memory[LENT_COUNT]] = 0
    for place in range(end):
        if not interpret(memory, memory[memory[MOVES] + place]):
            _take_back(memory, end, both)
            return False
    for place in range(end):
        relist(memory, memory[memory[MOVES] + place], both - memory[memory[TIME] + memory[memory[MOVES] + place]])
    return True


@compiled
def _take_back(memory: Memory, end: int, both: int) -> None:
    for place in range(end):
        lift(memory, memory[memory[MOVES] + place])
    return_lent(memory)
    for place in range(end):
        moving = memory[memory[MOVES] + place]
        sit(memory, moving, both - memory[memory[TIME] + moving], memory[memory[BEFORE] + place])
