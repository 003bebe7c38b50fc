"""People's days in compiled code: what they cost, and whether they keep limits."""

from matchmaker.agenda.search.arrays import (
    BIT,
    BUSY,
    CHANGED,
    CONSECUTIVE,
    COST,
    DAY,
    DAYS,
    DELEGATES,
    NEW_COST,
    PEOPLE,
    PER_DAY,
    WIDTH,
    Memory,
)
from matchmaker.agenda.search.breaks import BREAK, SPREAD
from matchmaker.agenda.search.kernel.compiling import inlined


@inlined
def cost(memory: Memory, person: int) -> int:
    """Breaks first, then their spread, then empty slots in them."""
    breaks, waiting = 0, 0
    for day in range(memory[DAYS]):
        busy = memory[memory[BUSY] + person * memory[DAYS] + day]
        low = busy & -busy
        if busy & (busy + low):
            # Runs end where the next bit is missing; the empty slots are those that filling up adds.
            breaks += _count_bits(busy & ~(busy >> 1)) - 1
            waiting += _count_bits(_filled(busy) & -low & ~busy)
    return BREAK * breaks + SPREAD * breaks * breaks + waiting


@inlined
def _filled(bits: int) -> int:
    """All bits up to the highest."""
    bits |= bits >> 1
    bits |= bits >> 2
    bits |= bits >> 4
    bits |= bits >> 8
    bits |= bits >> 16
    return bits | bits >> 32


@inlined
def _count_bits(bits: int) -> int:
    """Of a number that is not negative (Warren, "Hacker's Delight", 2012)."""
    bits -= bits >> 1 & 0x5555555555555555
    bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333)
    bits = bits + (bits >> 4) & 0x0F0F0F0F0F0F0F0F
    return bits * 0x0101010101010101 >> 56 & 0x7F


@inlined
def cost_change(memory: Memory, person: int) -> int:
    if person >= memory[DELEGATES]:
        return 0
    memory[memory[NEW_COST] + person] = cost(memory, person)
    return int(memory[memory[NEW_COST] + person] - memory[memory[COST] + person])


@inlined
def take_costs(memory: Memory, changed: int) -> None:
    for place in range(changed):
        person = memory[memory[CHANGED] + place]
        if person < memory[DELEGATES]:
            memory[memory[COST] + person] = memory[memory[NEW_COST] + person]


@inlined
def all_within_limits(memory: Memory, changed: int) -> bool:
    for place in range(changed):  # noqa: SIM110  # `all` is not compiled
        if not within_limits(memory, memory[memory[CHANGED] + place]):
            return False
    return True


@inlined
def within_limits(memory: Memory, person: int) -> bool:
    """Whether somebody has no more meetings on a day, and one after the other, than they may."""
    most, longest = memory[memory[PER_DAY] + person], memory[memory[CONSECUTIVE] + person]
    if most < 0 and longest < 0:
        return True
    for day in range(memory[DAYS]):
        busy = memory[memory[BUSY] + person * memory[DAYS] + day]
        if most >= 0 and _count_bits(busy) > most:
            return False
        for _ in range(longest):
            busy &= busy << 1
        if longest >= 0 and busy:
            return False
    return True


@inlined
def turn(memory: Memory, person: int, time: int) -> None:
    """Be busy at a time, or no more."""
    memory[memory[BUSY] + person * memory[DAYS] + memory[memory[DAY] + time]] ^= memory[memory[BIT] + time]


@inlined
def turn_all(memory: Memory, option: int, time: int) -> None:
    for column in range(memory[WIDTH]):
        person = memory[memory[PEOPLE] + option * memory[WIDTH] + column]
        if person >= 0:
            turn(memory, person, time)
