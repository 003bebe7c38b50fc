"""Fewer breaks with the same meetings: simulated annealing over times and stand-ins.

A step sends one meeting to another time together with whatever must change sides for it (a Kempe chain), or lets a
colleague stand in. Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing", Science 220 (1983); chains as
moves in timetabling: Thompson and Dowsland, "A robust simulated annealing based examination timetabling system" (1998).
"""

import math
import random
from collections.abc import Callable, Set

from matchmaker.agenda.exact.counting import bits
from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.breaks import BREAK, Cost
from matchmaker.agenda.search.frame import Place

# In breaks: hot enough to accept every third step that costs a break, cold enough to accept none.
HOT, COLD = 0.9, 0.08
# So many steps pass between two looks at the clock.
STEPS_A_LOOK = 200
LONGEST_CHAIN = 12


class Annealer:
    """Keeps the best places it has seen; ``held`` requests never move."""

    def __init__(self, board: Board, chance: random.Random, held: Set[int] = frozenset()) -> None:
        self.board, self.frame, self.chance, self.held = board, board.frame, chance, held
        self.cost = Cost(board.frame)
        self.now = self.best = self._total()
        self.best_places = dict(board.places)
        self.times = [[list(bits(option.times)) for option in options] for options in self.frame.options]

    def start_anew(self) -> None:
        """Take the board as it is for the best there is."""
        self.now = self.best = self._total()
        self.best_places = dict(self.board.places)

    def count_anew(self) -> None:
        """Others changed the board."""
        self.now = self._total()

    def _total(self) -> int:
        return sum(self.cost[busy] for busy in self.board.busy[: self.frame.delegates])

    def run(self, heat: Callable[[], float | None], seen: Callable[[], None] = lambda: None) -> None:
        """Step until ``heat`` is None; it gives the temperature in breaks. ``seen`` is called at each look."""
        while (temperature := heat()) is not None:
            self.steps(STEPS_A_LOOK, temperature * BREAK)
            seen()
        self.back_to_best()

    def back_to_best(self) -> None:
        """Let the board be as it was at its best."""
        board = self.board
        if self.now != self.best:
            for request in list(board.places):
                board.lift(request)
            for request, place in self.best_places.items():
                board.put(request, place)
            self.now = self.best

    def steps(self, count: int, temperature: float) -> None:
        """Try so many steps."""
        requests = [request for request in self.board.places if request not in self.held]
        if not requests:
            return
        draw = self.chance.random
        for _ in range(count):
            request = requests[int(draw() * len(requests))]
            place = self.board.places[request]
            # What a step may cost is drawn beforehand, so that most are turned down before anything moves.
            room = -temperature * math.log(draw() or 1e-300)
            options = self.times[request]
            number = place.option if len(options) == 1 or draw() < 0.6 else int(draw() * len(options))
            if not options[number]:
                continue
            time = options[number][int(draw() * len(options[number]))]
            if number == place.option:
                if time != place.time:
                    self._shift(request, time, room)
            else:
                self._stand_in(request, place, number, time if draw() < 0.5 else place.time, room)
        if self.now < self.best:
            self.best, self.best_places = self.now, dict(self.board.places)

    def _shift(self, request: int, time: int, room: float) -> None:
        board, cost = self.board, self.cost
        moves = board.chain(request, time, LONGEST_CHAIN)
        if moves is None:
            return
        here = board.places[request].time
        there = sum(1 for to in moves.values() if to == time)
        if 2 * there > len(moves) and not board.free_tables[time] and not self._send_back(moves, here, time):
            return
        if self.held and not self.held.isdisjoint(moves):
            return
        places, options, delegates = board.places, self.frame.options, self.frame.delegates
        switch = 1 << time | 1 << places[request].time
        changed: set[int] = set()
        for moving in moves:
            changed ^= set(options[moving][places[moving].option].people)
        busy = board.busy
        delta = 0
        for person in changed:
            if person < delegates:
                delta += cost[busy[person] ^ switch] - cost[busy[person]]
        if delta <= room and board.shift(moves):
            self._moved(delta)

    def _send_back(self, moves: dict[int, int], here: int, time: int) -> bool:
        """Where all tables are taken, let one more meeting of that time go the other way."""
        users = list(self.board.table_user[time].values())
        other = users[int(self.chance.random() * len(users))]
        if other in moves:
            return False
        more = self.board.chain(other, here, LONGEST_CHAIN)
        if more is None or sum(1 if to == here else -1 for to in more.values()) != 1:
            return False
        moves.update(more)
        return True

    def _stand_in(self, request: int, place: Place, number: int, time: int, room: float) -> None:
        board = self.board
        before = self._cost_of(request, place.option) + self._cost_of(request, number, place.option)
        board.reseated.clear()
        old = board.lift(request)
        if board.drop(request, number, time):
            delta = self._cost_of(request, place.option) + self._cost_of(request, number, place.option) - before
            if delta <= room:
                self._moved(delta)
                return
        board.restore({request: old})

    def _cost_of(self, request: int, option: int, without: int | None = None) -> int:
        people = set(self.frame.options[request][option].people)
        if without is not None:
            people -= set(self.frame.options[request][without].people)
        return sum(self.cost[self.board.busy[person]] for person in people if person < self.frame.delegates)

    def _moved(self, delta: int) -> None:
        self.now += delta


def cooling(progress: float, *, hot: float = HOT) -> float:
    """The temperature, in breaks, after this share of the time."""
    return float(hot * (COLD / hot) ** min(max(progress, 0.0), 1.0))
