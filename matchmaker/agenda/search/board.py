"""A plan that changes: who is busy when, which tables are free, and what may be placed where.

Every change leaves a plan that keeps all rules, or does not happen.
"""

from collections.abc import Iterable, Mapping

from matchmaker.agenda.exact.counting import bits
from matchmaker.agenda.search.frame import Frame, Option, Place


class Board:
    """Requests in their places. ``at[person][time]`` is the request there, or -1.

    With ``exchange``, others give up their table or interpreter for an equal one where that makes room.
    """

    def __init__(self, frame: Frame, *, exchange: bool = True) -> None:
        self.frame, self.exchange = frame, exchange
        self.busy = [0] * len(frame.people)
        self.at = [[-1] * frame.times for _ in frame.people]
        self.free_tables = list(frame.open_tables)
        # Who are no delegates, and there and free, for each time.
        self.free_helpers = frame.helpers_there()
        self.table_user: list[dict[int, int]] = [{} for _ in range(frame.times)]
        self.places: dict[int, Place] = {}
        # Who changed table or interpreter so that another found one, with the place before.
        self.reseated: list[tuple[int, Place]] = []
        self.met = [0] * (1 + max((max(pair) for pair in frame.organisations), default=0))

    def option(self, request: int) -> Option:
        """The delegates and tables that a placed request has chosen from."""
        return self.frame.options[request][self.places[request].option]

    def put(self, request: int, place: Place) -> None:
        """Place a request where nothing is in the way."""
        option, time, table, interpreter = place
        bit = 1 << time
        for person in self.frame.options[request][option].people:
            self.busy[person] |= bit
            self.at[person][time] = request
            if person >= self.frame.delegates:
                self.free_helpers[time] &= ~(1 << person)
        if interpreter >= 0:
            self.busy[interpreter] |= bit
            self.at[interpreter][time] = request
            self.free_helpers[time] &= ~(1 << interpreter)
        self.free_tables[time] &= ~(1 << table)
        self.table_user[time][table] = request
        self.places[request] = place
        one, other = self.frame.organisations[request]
        self.met[one] += 1
        self.met[other] += 1

    def lift(self, request: int) -> Place:
        """Take a request off."""
        place = self.places.pop(request)
        option, time, table, interpreter = place
        bit = ~(1 << time)
        for person in self.frame.options[request][option].people:
            self.busy[person] &= bit
            self.at[person][time] = -1
            if person >= self.frame.delegates:
                self.free_helpers[time] |= 1 << person
        if interpreter >= 0:
            self.busy[interpreter] &= bit
            self.at[interpreter][time] = -1
            self.free_helpers[time] |= 1 << interpreter
        self.free_tables[time] |= 1 << table
        del self.table_user[time][table]
        one, other = self.frame.organisations[request]
        self.met[one] -= 1
        self.met[other] -= 1
        return place

    def times(self, option: Option) -> int:
        """When all whom an option needs are there and free."""
        times = option.times
        for person in option.people:
            times &= ~self.busy[person]
        return times

    def drop(self, request: int, option: int, time: int) -> bool:
        """Place a request at a time if people, a table and an interpreter are free; whether they were."""
        choice = self.frame.options[request][option]
        bit = 1 << time
        if not choice.times & bit:
            return False
        for person in choice.people:
            if self.busy[person] & bit:
                return False
            limits = self.frame.limits[person]
            if limits is not None and not limits[self.busy[person] | bit]:
                return False
        if request in self.frame.rivals and any(rival in self.places for rival in self.frame.rivals[request]):
            return False
        table = self._table(choice.tables, time)
        if table < 0:
            return False
        interpreter = -1
        if choice.interpreters:
            interpreter = self._interpreter(choice.interpreters, time)
            if interpreter < 0:
                return False
        self.put(request, Place(option, time, table, interpreter))
        return True

    def keep(self, request: int, place: Place) -> bool:
        """Place a request exactly there if nothing is in the way; whether it was so."""
        choice = self.frame.options[request][place.option]
        bit = 1 << place.time
        needed = choice.people if place.interpreter < 0 else (*choice.people, place.interpreter)
        if not self.free_tables[place.time] >> place.table & 1 or not choice.times & bit:
            return False
        if any(rival in self.places for rival in self.frame.rivals.get(request, ())):
            return False
        for person in needed:
            limits = self.frame.limits[person]
            if self.busy[person] & bit or not self.frame.free[person] & bit:
                return False
            if limits is not None and not limits[self.busy[person] | bit]:
                return False
        self.put(request, place)
        return True

    def _table(self, wanted: int, time: int) -> int:
        free = self.free_tables[time] & wanted
        if free:
            return (free & -free).bit_length() - 1
        for table in bits(wanted & self.frame.open_tables[time]) if self.exchange else ():
            user = self.table_user[time][table]
            other = self.free_tables[time] & self.option(user).tables
            if other:
                self._reseat(user, (other & -other).bit_length() - 1)
                return table
        return -1

    def _reseat(self, request: int, table: int) -> None:
        place = self.lift(request)
        self.reseated.append((request, place))
        self.put(request, place._replace(table=table))

    def _interpreter(self, able: int, time: int) -> int:
        chosen = self._free_interpreter(able, time)
        if chosen >= 0 or not self.exchange or not self.free_helpers[time]:
            return chosen
        bit = 1 << time
        others = sum(1 << person for person in bits(self.free_helpers[time]) if self._may(person, bit))
        for person in bits(able & ~self.free_helpers[time]) if others else ():
            user = self.at[person][time]
            if user < 0 or self.places[user].interpreter != person:
                continue
            other = self.option(user).interpreters & others
            if other:
                place = self.lift(user)
                self.reseated.append((user, place))
                self.put(user, place._replace(interpreter=(other & -other).bit_length() - 1))
                return person
        return -1

    def _may(self, person: int, bit: int) -> bool:
        limits = self.frame.limits[person]
        return limits is None or limits[self.busy[person] | bit]

    def _free_interpreter(self, able: int, time: int) -> int:
        bit = 1 << time
        return next((person for person in bits(able & self.free_helpers[time]) if self._may(person, bit)), -1)

    def chain(self, request: int, time: int, limit: int = 16) -> dict[int, int] | None:
        """What else must change sides if a request goes to another time: requests with their new times.

        All meetings of the two times that share people, one way and the other, as Kempe chains of an edge colouring;
        None if one of them cannot, or if there are more than ``limit``.
        """
        start = self.places[request].time
        both = start + time
        moves = {request: time}
        stack = [request]
        options, places, at = self.frame.options, self.places, self.at
        while stack:
            moving = stack.pop()
            there = moves[moving]
            option = options[moving][places[moving].option]
            if not option.times >> there & 1:
                return None
            for person in option.people:
                met = at[person][there]
                if met >= 0 and met not in moves:
                    if len(moves) >= limit:
                        return None
                    moves[met] = both - there
                    stack.append(met)
        return moves

    def shift(self, moves: dict[int, int]) -> bool:
        """Let requests change their times together; all or none."""
        self.reseated.clear()
        old = {request: self.lift(request) for request in moves}
        for request, time in moves.items():
            if not self.drop(request, old[request].option, time):
                self.restore(old)
                return False
        return True

    def restore(self, old: dict[int, Place]) -> None:
        """Put back what was lifted since ``reseated`` was cleared, and whoever gave way to others then."""
        before = dict(reversed(self.reseated)) | old
        for request in before:
            if request in self.places:
                self.lift(request)
        for request, place in before.items():
            self.put(request, place)

    def conflicts(self, request: int, option: int, time: int) -> set[int] | None:
        """Requests whose removal makes place for this one; None if its people are not there then."""
        choice = self.frame.options[request][option]
        if not choice.times >> time & 1:
            return None
        found = {self.at[person][time] for person in choice.people} - {-1}
        return found.union(rival for rival in self.frame.rivals.get(request, ()) if rival in self.places)

    def load(self, places: Iterable[tuple[int, Place]]) -> list[int]:
        """Place all that can be, in this order; those that could not."""
        return [request for request, place in places if not self.keep(request, place)]


def places_at(frame: Frame, times: Mapping[int, int]) -> dict[int, Place] | None:
    """Places for requests whose times are given, with whoever can come; None if they are not found one by one."""
    board = Board(frame)
    for request, time in times.items():
        if not any(board.drop(request, option, time) for option in range(len(frame.options[request]))):
            return None
    return board.places
