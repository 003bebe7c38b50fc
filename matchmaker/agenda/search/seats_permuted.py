"""Fewer changes of tables by handing tables round for a while.

Within a stretch of neighbouring times, all that is at one table may be at another one, as long as tables change places
one for one: nothing changes between meetings in the stretch, and which exchange suits those before and after best is an
assignment (Kuhn, 1955). Stretches are taken one after another, in an order by chance, until none helps.

This also sees who comes back after a break, which a matching of neighbouring times alone does not.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

from matchmaker.agenda.exact.counting import bits
from matchmaker.agenda.search.frame import Frame, Place

# All assignments together are no larger than this, which takes a fraction of a second; so large events get few or none.
MOST_CELLS = 1_500_000
FORBIDDEN = -1e6

Numbers = npt.NDArray[np.int64]


def permute_tables(
    frame: Frame, places: Mapping[int, Place], links: list[tuple[int, int, bool]], cells: int = MOST_CELLS
) -> dict[int, Place]:
    """The same plan with at most as many changes; ``links`` are meetings that somebody has one after the other."""
    requests = sorted(places)
    row = {request: number for number, request in enumerate(requests)}
    times = np.array([places[request].time for request in requests], np.int64)
    tables = np.array([places[request].table for request in requests], np.int64)
    ends = np.array([(row[one], row[other]) for one, other, _ in links], np.int64).reshape(-1, 2)
    ends = np.concatenate([ends, ends[:, ::-1]])
    fits = _fits(frame, places, requests)
    chance = np.random.default_rng(0)
    stretches = list(_stretches(frame))
    tries = cells // len(frame.tables) ** 2 if len(ends) and stretches else 0
    while tries > 0:
        before = _changes(tables, ends)
        chance.shuffle(stretches)
        for first, last in stretches[:tries]:
            _hand_round(tables, ends, (first <= times) & (times <= last), fits, chance)
        tries -= len(stretches)
        if _changes(tables, ends) == before:
            break
    return {request: places[request]._replace(table=int(tables[row[request]])) for request in places}


def _stretches(frame: Frame) -> Iterator[tuple[int, int]]:
    """First and last time of each stretch of a day, but for whole days."""
    for day in frame.days:
        times = list(bits(day))
        for first, after in combinations([*times, times[-1] + 1], 2):
            if (first, after - 1) != (times[0], times[-1]):
                yield first, after - 1


def _fits(frame: Frame, places: Mapping[int, Place], requests: list[int]) -> npt.NDArray[np.bool_]:
    """For each request and table, whether it could be there at its time."""
    found = np.zeros((len(requests), len(frame.tables)), np.bool_)
    for number, request in enumerate(requests):
        place = places[request]
        found[number, list(bits(frame.options[request][place.option].tables & frame.open_tables[place.time]))] = True
    return found


def _changes(tables: Numbers, ends: Numbers) -> int:
    return int((tables[ends[:, 0]] != tables[ends[:, 1]]).sum())


def _hand_round(
    tables: Numbers,
    ends: Numbers,
    within: npt.NDArray[np.bool_],
    fits: npt.NDArray[np.bool_],
    chance: np.random.Generator,
) -> None:
    """Let tables change places for the requests ``within``, so that most links to others stay at a table."""
    count = fits.shape[1]
    out = ends[within[ends[:, 0]] & ~within[ends[:, 1]]]
    # Ties are broken by chance, by less than one link in all.
    worth = chance.random((count, count)) / (2 * count)
    np.add.at(worth, (tables[out[:, 0]], tables[out[:, 1]]), 1.0)
    possible = np.ones((count, count), np.bool_)
    np.logical_and.at(possible, tables[within], fits[within])
    worth[~possible] = FORBIDDEN
    _, other = linear_sum_assignment(worth, maximize=True)
    tables[within] = other[tables[within]]
