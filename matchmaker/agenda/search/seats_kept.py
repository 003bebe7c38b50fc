"""Fewest changes of tables when everybody's times are given.

Two meetings that follow each other and share somebody can be at one table, each meeting with one before and one after
it: the most that can be kept is a maximum matching between each two neighbouring times (Hopcroft and Karp, 1973), and
matched meetings make chains that need one table each. Where tables differ, chains are cut as little as needed. Then
tables are handed round, for those who come back after a break.
"""

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from scipy.sparse import coo_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from matchmaker.agenda.exact.counting import Shortage, assign
from matchmaker.agenda.search.frame import Frame, Place
from matchmaker.agenda.search.seats_permuted import permute_tables

Places = Mapping[int, Place]


def table_changes(frame: Frame, places: Places) -> int:
    """How often a delegate's next meeting of the day is at another table."""
    return sum(places[one].table != places[other].table for one, other, _ in _links(frame, places))


def table_changes_bound(frame: Frame, places: Places) -> int:
    """No choice of tables has fewer changes at these times; a table kept over a break is not counted as a change."""
    near = [(one, other) for one, other, near in _links(frame, places) if near]
    return len(near) - len(_matched(near, places))


def keep_tables(frame: Frame, places: Places) -> dict[int, Place]:
    """The same plan with fewer changes of tables; requests with one possible table stay there."""
    links = _links(frame, places)
    after = _matched([(one, other) for one, other, near in links if near], places)
    found = _seat_chains(frame, places, _chains(places, after), links)
    if found is None or table_changes(frame, found) >= table_changes(frame, places):
        found = dict(places)
    return permute_tables(frame, found, links)


def _links(frame: Frame, places: Places) -> list[tuple[int, int, bool]]:
    """Pairs of meetings that somebody has one after the other on one day; whether without a break."""
    by_person: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for request, place in places.items():
        for person in frame.options[request][place.option].people:
            if person < frame.delegates:
                by_person[person].append((place.time, request))
    found = []
    for meetings in by_person.values():
        meetings.sort()
        for (time, one), (later, other) in pairwise(meetings):
            if any(day >> time & 1 and day >> later & 1 for day in frame.days):
                found.append((one, other, later == time + 1))
    return found


def _matched(links: list[tuple[int, int]], places: Places) -> dict[int, int]:
    """For each meeting the one that follows at its table, as often as possible."""
    rows = {request: number for number, request in enumerate(sorted({one for one, _ in links}))}
    columns = {request: number for number, request in enumerate(sorted({other for _, other in links}))}
    if not links:
        return {}
    pairs = sorted(set(links))
    graph = coo_array(
        ([1] * len(pairs), ([rows[one] for one, _ in pairs], [columns[other] for _, other in pairs])),
        shape=(len(rows), len(columns)),
    ).tocsr()
    matching = maximum_bipartite_matching(graph, perm_type="column")
    back = list(columns)
    return {one: back[matching[row]] for one, row in rows.items() if matching[row] >= 0}


def _chains(places: Places, after: dict[int, int]) -> list[list[int]]:
    chains = []
    for first in set(places) - set(after.values()):
        chain = [first]
        while chain[-1] in after:
            chain.append(after[chain[-1]])
        chains.append(chain)
    return sorted(chains, key=lambda chain: (places[chain[0]].time, -len(chain), chain))


def _seat_chains(
    frame: Frame, places: Places, chains: list[list[int]], links: list[tuple[int, int, bool]]
) -> dict[int, Place] | None:
    """A table for each chain where one is free all the time, else for its halves; None if one meeting finds none."""
    free = list(frame.open_tables)
    near: defaultdict[int, list[int]] = defaultdict(list)
    for one, other, _ in links:
        near[one].append(other)
        near[other].append(one)
    table_of: dict[int, int] = {}
    stack = chains[::-1]
    while stack:
        chain = stack.pop()
        tables = _common(frame, places, chain, free)
        if not tables and len(chain) > 1:
            stack.extend([chain[len(chain) // 2 :], chain[: len(chain) // 2]])
            continue
        if not tables:
            if not _exchange(frame, places, chain[0], free, table_of):
                return None
            continue
        liked = [table_of[other] for one in chain for other in near[one] if other in table_of]
        choice = next((table for table in liked if tables >> table & 1), (tables & -tables).bit_length() - 1)
        for one in chain:
            table_of[one] = choice
            free[places[one].time] &= ~(1 << choice)
    return {request: place._replace(table=table_of[request]) for request, place in places.items()}


def _common(frame: Frame, places: Places, chain: list[int], free: list[int]) -> int:
    tables = -1
    for one in chain:
        tables &= free[places[one].time] & frame.options[one][places[one].option].tables
    return tables


def _exchange(frame: Frame, places: Places, request: int, free: list[int], table_of: dict[int, int]) -> bool:
    """Seat a meeting by seating all of its time anew."""
    time = places[request].time
    here = [one for one in table_of if places[one].time == time] + [request]
    tables = assign([frame.options[one][places[one].option].tables & frame.open_tables[time] for one in here])
    if isinstance(tables, Shortage):
        return False
    for one, table in zip(here, tables, strict=True):
        table_of[one] = table
    free[time] = frame.open_tables[time] & ~sum(1 << table for table in tables)
    return True
