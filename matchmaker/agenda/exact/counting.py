"""Bipartite counting over sets of slots, which are held as the bits of an integer.

Assignment by augmenting paths; where none exists, the slots visited in vain prove it (Hall's condition). Filtering of
values that are in no assignment follows Régin, "A filtering algorithm for constraints of difference in CSPs" (1994).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Shortage:
    """``items`` (by index) have only ``slots`` to share, and those cannot take them all."""

    items: tuple[int, ...]
    slots: tuple[int, ...]


def bits(mask: int) -> Iterator[int]:
    """The slots in a set, in order."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def assign(domains: Sequence[int], capacity: int = 1) -> list[int] | Shortage:
    """A slot for each item, none used more than ``capacity`` times; or the reason why there is none."""
    slot_of = [-1] * len(domains)
    holders: dict[int, list[int]] = {}
    for item in sorted(range(len(domains)), key=lambda index: domains[index].bit_count()):
        seen = _augment(item, domains, holders, slot_of, capacity)
        if seen >= 0:
            crowd = {item}.union(*(holders.get(slot, ()) for slot in bits(seen)))
            return Shortage(tuple(sorted(crowd)), tuple(bits(seen)))
    return slot_of


def _augment(
    item: int, domains: Sequence[int], holders: dict[int, list[int]], slot_of: list[int], capacity: int
) -> int:
    """Place ``item``, moving others: -1, or the set of slots that were tried in vain. Breadth first."""
    came_from: dict[int, int] = {}
    seen, queue = 0, [item]
    for mover in queue:
        new = domains[mover] & ~seen
        seen |= new
        for slot in bits(new):
            came_from[slot] = mover
            there = holders.setdefault(slot, [])
            if len(there) < capacity:
                _shift(slot, came_from, holders, slot_of)
                return -1
            queue.extend(there)
    return seen


def _shift(slot: int, came_from: dict[int, int], holders: dict[int, list[int]], slot_of: list[int]) -> None:
    while slot >= 0:
        mover = came_from[slot]
        left = slot_of[mover]
        if left >= 0:
            holders[left].remove(mover)
        holders[slot].append(mover)
        slot_of[mover] = slot
        slot = left


def filter_different(domains: Sequence[int]) -> list[int] | Shortage:
    """The domains of items in different slots without the slots that are in no assignment of all of them."""
    slot_of = assign(domains)
    if isinstance(slot_of, Shortage):
        return slot_of
    reach = {slot: (1 << slot) | domain for slot, domain in zip(slot_of, domains, strict=True)}
    for middle in reach:
        beyond = reach[middle]
        for slot, reached in reach.items():
            if reached >> middle & 1:
                reach[slot] = reached | beyond
    taken = sum(1 << slot for slot in slot_of)
    filtered = []
    for own, domain in zip(slot_of, domains, strict=True):
        goal = (1 << own) | ~taken
        filtered.append(sum(1 << slot for slot in bits(domain) if reach.get(slot, 1 << slot) & goal))
    return filtered
