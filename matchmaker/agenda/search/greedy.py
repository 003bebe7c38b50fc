"""Places requests one by one, and makes room for those that are left.

A request that finds no time goes where one side is free after meetings of two times change sides (Kempe chains, as in
the proof of König's theorem on edge colourings); where that fails it may push out what is worth less.
"""

import random
from collections.abc import Callable, Iterable
from itertools import product

from matchmaker.agenda.exact.counting import bits
from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.breaks import Cost

# So many pairs of times are tried for chains, and so many places for pushing out.
MOST_CHAINS = 40
MOST_PUSHES = 24


class Placer:
    """Raises the value of a board. Told times are preferred where ``wish`` knows one."""

    def __init__(self, board: Board, chance: random.Random, wish: dict[int, int] | None = None) -> None:
        self.board, self.frame, self.chance = board, board.frame, chance
        self.cost = Cost(board.frame)
        self.wish = wish or {}

    def worth(self, request: int) -> int:
        """What a plan has more with this request than without it, whether it is in the plan now or not."""
        there = request in self.board.places
        one, other = self.frame.organisations[request]
        fresh = (self.board.met[one] == there) + (self.board.met[other] == there)
        return self.frame.weights[request] + self.frame.cover_weight * fresh

    def fill(self, requests: Iterable[int]) -> list[int]:
        """Place what finds a time, the best first and among equals those with the least choice; the others."""
        left = []
        for request in sorted(requests, key=self._urgency):
            if not self.insert(request):
                left.append(request)
        return left

    def _urgency(self, request: int) -> tuple[int, int, int]:
        weight = self.frame.weights[request]
        level = 0 if weight > self.frame.cover_weight else 1 if weight >= self.frame.must_weight else 2
        choice = sum(option.times.bit_count() for option in self.frame.options[request])
        return level, choice if level < 2 else -weight, choice

    def insert(self, request: int, within: int = -1) -> bool:
        """Place a request at the time among ``within`` that makes the fewest breaks, without moving anything else."""
        board = self.board
        ways = []
        wish = self.wish.get(request, -1)
        for number, option in enumerate(self.frame.options[request]):
            for time in bits(board.times(option) & within):
                if board.free_tables[time]:
                    added = self.cost.added(board, option.people, time)
                    ways.append((time != wish, added, -board.free_tables[time].bit_count(), number, time))
        ways.sort()
        return any(board.drop(request, number, time) for *_, number, time in ways)

    def insert_by_chain(self, request: int) -> bool:
        """Place a request at a time of the one side after the other side's meeting there has changed times."""
        board = self.board
        ways = [
            (number, time, other)
            for number, option in enumerate(self.frame.options[request])
            for time, other in product(bits(option.times), bits(option.times))
            if time != other
        ]
        self.chance.shuffle(ways)
        tried = 0
        for number, time, other in ways:
            tried += 1
            if tried > MOST_CHAINS:
                return False
            people = self.frame.options[request][number].people
            busy = [person for person in people if board.busy[person] >> time & 1]
            if len(busy) != 1 or board.busy[busy[0]] >> other & 1:
                continue
            moves = board.chain(board.at[busy[0]][time], other)
            if moves is None or board.at[busy[0]][time] not in board.places:
                continue
            if not board.shift(moves):
                continue
            if board.drop(request, number, time):
                return True
        return False

    def insert_by_pushing(self, request: int) -> list[int] | None:
        """Place a request where what must go is worth less, and what went and found no other time; None if nowhere."""
        worth = self.worth(request)
        ways = [
            (number, time) for number, option in enumerate(self.frame.options[request]) for time in bits(option.times)
        ]
        self.chance.shuffle(ways)
        for number, time in ways[:MOST_PUSHES]:
            gone = self._push(request, number, time, worth)
            if gone is not None:
                return [one for one in gone if not self.insert(one)]
        return None

    def _push(self, request: int, number: int, time: int, worth: int) -> list[int] | None:
        board = self.board
        conflicts = board.conflicts(request, number, time)
        if conflicts is None:
            return None
        gone: list[int] = []
        board.reseated.clear()
        old = {}
        lost = 0
        for one in sorted(conflicts):
            lost += self.worth(one)
            gone.append(one)
            old[one] = board.lift(one)
        if lost < worth and board.drop(request, number, time):
            return gone
        if lost < worth and (other := self._cheapest(request, number, time)) >= 0 and lost + self.worth(other) < worth:
            gone.append(other)
            old[other] = board.lift(other)
            if board.drop(request, number, time):
                return gone
        board.restore(old)
        return None

    def _cheapest(self, request: int, number: int, time: int) -> int:
        """The meeting worth least at this time whose interpreter, else whose table, would do for the request."""
        board, option = self.board, self.frame.options[request][number]
        users = board.table_user[time]
        able = [user for user in users.values() if option.interpreters >> max(board.places[user].interpreter, 0) & 1]
        seated = [user for table, user in users.items() if option.tables >> table & 1]
        return min(able or seated, key=self.worth, default=-1)

    def improve(self, left: list[int], done: Callable[[], bool]) -> list[int]:
        """Make room for requests that are left, round after round, until ``done`` or nothing helps; what is left."""
        fruitless = 0
        while left and fruitless < 3 and not done():
            before = set(left)
            left = self._round(sorted(left, key=lambda one: (-self.worth(one), self.chance.random())), done)
            fruitless = fruitless + 1 if set(left) == before else 0
        return left

    def _round(self, requests: list[int], done: Callable[[], bool]) -> list[int]:
        left: list[int] = []
        for number, request in enumerate(requests):
            if done():
                return left + requests[number:]
            if self.insert(request) or self.insert_by_chain(request):
                continue
            pushed = self.insert_by_pushing(request)
            left.extend([request] if pushed is None else pushed)
        return left
