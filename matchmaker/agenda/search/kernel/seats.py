"""Tables and interpreters in compiled code."""

from matchmaker.agenda.search.arrays import (
    ABLE,
    ABLE_FIRST,
    AT,
    COUNT,
    DEPTH,
    FREE,
    HELD,
    INTERPRETER,
    KIND,
    LENT_COUNT,
    LENT_PERSON,
    LENT_USER,
    MEETINGS,
    MOST,
    MOST_LENT,
    MOVES,
    NEEDS,
    OPTION,
    PEOPLE,
    RANK,
    ROOM,
    TIME,
    TIMES,
    USED,
    WIDER,
    WIDTH,
    Memory,
)
from matchmaker.agenda.search.kernel.compiling import compiled, inlined
from matchmaker.agenda.search.kernel.people import turn, within_limits


@inlined
def seat_kind(memory: Memory, option: int, time: int, change: int) -> None:
    for column in range(memory[DEPTH]):
        kind = memory[memory[WIDER] + memory[memory[KIND] + option] * memory[DEPTH] + column]
        if kind >= 0:
            memory[memory[USED] + kind * memory[TIMES] + time] += change


@inlined
def recount(memory: Memory, begin: int, end: int, both: int, change: int) -> None:
    """Count the tables that moves use at their new times; back with a ``change`` of -1."""
    for place in range(begin, end):
        moving = memory[memory[MOVES] + place]
        option, time = memory[memory[OPTION] + moving], memory[memory[TIME] + moving]
        seat_kind(memory, option, time, -change)
        seat_kind(memory, option, both - time, change)


@inlined
def short_of_tables(memory: Memory, end: int, here: int, there: int) -> int:
    """One of two times that has too few tables for moves, or -1."""
    for place in range(end):
        own = memory[memory[KIND] + memory[memory[OPTION] + memory[memory[MOVES] + place]]]
        for column in range(memory[DEPTH]):
            kind = memory[memory[WIDER] + own * memory[DEPTH] + column]
            if kind >= 0:
                if (
                    memory[memory[USED] + kind * memory[TIMES] + there]
                    > memory[memory[ROOM] + kind * memory[TIMES] + there]
                ):
                    return there
                if (
                    memory[memory[USED] + kind * memory[TIMES] + here]
                    > memory[memory[ROOM] + kind * memory[TIMES] + here]
                ):
                    return here
    return -1


@inlined
def has_table(memory: Memory, option: int, time: int) -> bool:
    for column in range(memory[DEPTH]):
        kind = memory[memory[WIDER] + memory[memory[KIND] + option] * memory[DEPTH] + column]
        if (
            kind >= 0
            and memory[memory[USED] + kind * memory[TIMES] + time] >= memory[memory[ROOM] + kind * memory[TIMES] + time]
        ):
            return False
    return True


@inlined
def lift(memory: Memory, request: int) -> None:
    """Take a request off everybody's day; delegates' and experts' ``busy`` is left alone."""
    time, interpreter = memory[memory[TIME] + request], memory[memory[INTERPRETER] + request]
    for column in range(memory[WIDTH]):
        person = memory[memory[PEOPLE] + memory[memory[OPTION] + request] * memory[WIDTH] + column]
        if person >= 0:
            memory[memory[AT] + person * memory[TIMES] + time] = -1
    if interpreter >= 0:
        _assign(memory, request, -1)


@inlined
def sit(memory: Memory, request: int, time: int, interpreter: int) -> None:
    """The opposite, at another time."""
    memory[memory[TIME] + request] = time
    for column in range(memory[WIDTH]):
        person = memory[memory[PEOPLE] + memory[memory[OPTION] + request] * memory[WIDTH] + column]
        if person >= 0:
            memory[memory[AT] + person * memory[TIMES] + time] = request
    if interpreter >= 0:
        _assign(memory, request, interpreter)


@inlined
def _assign(memory: Memory, request: int, interpreter: int) -> None:
    """Another interpreter for a request, or none."""
    time, old = memory[memory[TIME] + request], memory[memory[INTERPRETER] + request]
    if old >= 0:
        memory[memory[AT] + old * memory[TIMES] + time] = -1
        turn(memory, old, time)
    if interpreter >= 0:
        memory[memory[AT] + interpreter * memory[TIMES] + time] = request
        turn(memory, interpreter, time)
    memory[memory[INTERPRETER] + request] = interpreter


@compiled
def interpret(memory: Memory, request: int) -> bool:
    """Find an interpreter for a request, if it needs one: who is free, else whose meeting can have another one."""
    able, time = memory[memory[NEEDS] + memory[memory[OPTION] + request]], memory[memory[TIME] + request]
    if able < 0:
        return True
    found = _free_interpreter(memory, able, time)
    if found >= 0:
        _assign(memory, request, found)
        return True
    for place in range(memory[memory[ABLE_FIRST] + able], memory[memory[ABLE_FIRST] + able + 1]):
        person = memory[memory[ABLE] + place]
        user = memory[memory[AT] + person * memory[TIMES] + time]
        if (
            user < 0
            or memory[memory[INTERPRETER] + user] != person
            or memory[memory[HELD] + user]
            or memory[memory[LENT_COUNT]] == MOST_LENT
        ):
            continue
        other = _free_interpreter(memory, memory[memory[NEEDS] + memory[memory[OPTION] + user]], time)
        if other >= 0:
            _assign(memory, user, other)
            memory[memory[LENT_COUNT]] += 1
            memory[memory[LENT_USER] + memory[memory[LENT_COUNT]]] = user
            memory[memory[LENT_PERSON] + memory[memory[LENT_COUNT]]] = person
            _assign(memory, request, person)
            return True
    return False


@inlined
def _free_interpreter(memory: Memory, able: int, time: int) -> int:
    for place in range(memory[memory[ABLE_FIRST] + able], memory[memory[ABLE_FIRST] + able + 1]):
        person = memory[memory[ABLE] + place]
        if (
            memory[memory[AT] + person * memory[TIMES] + time] < 0
            and memory[memory[FREE] + person * memory[TIMES] + time]
        ):
            turn(memory, person, time)
            kept = within_limits(memory, person)
            turn(memory, person, time)
            if kept:
                return int(person)
    return -1


@compiled
def return_lent(memory: Memory) -> None:
    for place in range(memory[memory[LENT_COUNT]], 0, -1):
        _assign(memory, memory[memory[LENT_USER] + place], memory[memory[LENT_PERSON] + place])
    memory[memory[LENT_COUNT]] = 0


@compiled
def relist(memory: Memory, request: int, old: int) -> None:
    """Note a request under its time."""
    last = memory[memory[MEETINGS] + old * memory[MOST] + memory[memory[COUNT] + old] - 1]
    memory[memory[MEETINGS] + old * memory[MOST] + memory[memory[RANK] + request]] = last
    memory[memory[RANK] + last] = memory[memory[RANK] + request]
    memory[memory[COUNT] + old] -= 1
    new = memory[memory[TIME] + request]
    memory[memory[MEETINGS] + new * memory[MOST] + memory[memory[COUNT] + new]] = request
    memory[memory[RANK] + request] = memory[memory[COUNT] + new]
    memory[memory[COUNT] + new] += 1
