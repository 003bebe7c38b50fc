"""A reduced problem as clauses, after the paper named in ``problem``.

For each meeting and slot left a variable "is there"; for each participant and slot "is busy", "has met by then" and
"a break ends here"; unary counts of each participant's breaks. Beyond what the rules need, clauses say what follows
from them and what solvers do not see by themselves: a participant is busy in exactly as many slots as there are
meetings, and an even number of participants is busy in each slot where all meetings are of two.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from matchmaker.agenda.exact.clauses import Clauses
from matchmaker.agenda.exact.counting import Shortage, assign, bits
from matchmaker.agenda.exact.presolve import Reduced


class Encoding:
    """``at[meeting][slot]`` are the literals of places in time; ``objective`` counts breaks above ``base``."""

    def __init__(self, reduced: Reduced) -> None:
        self.reduced = reduced
        self.clauses = Clauses()
        self.slots = range(reduced.problem.slots)
        self.at = [{slot: self.clauses.new() for slot in bits(domain)} for domain in reduced.domains]
        self.busy: list[dict[int, int]] = []
        self.met: list[dict[int, int]] = []
        self.breaks: list[list[int]] = []
        self._place_meetings()
        self._order_meetings()
        for held in reduced.people:
            self._keep_busy(held)
        self._limit_tables()
        self._choose_tables()
        for number in range(len(reduced.people)):
            self._count_breaks(number)
        self._be_fair()
        self.base = reduced.bound
        self.objective: list[int] = []

    def complete(self) -> None:
        """Add what only the search for fewer breaks needs; a first plan is found sooner without."""
        self._pair_participants()
        for number in range(len(self.busy)):
            self._hold_together(number)
        inputs = [
            literal for counts, least in zip(self.breaks, self.reduced.least, strict=True) for literal in counts[least:]
        ]
        self.objective = self.clauses.count(inputs, len(inputs), exact=False)

    def slots_in(self, model: Iterable[int]) -> list[int]:
        """The slot of each meeting in a solver's answer."""
        true = set(model)
        return [next(slot for slot, literal in places.items() if literal in true) for places in self.at]

    def breaks_in(self, model: Iterable[int]) -> int:
        """The number of all breaks in a solver's answer."""
        true = set(model)
        return sum(literal in true for counts in self.breaks for literal in counts)

    def _place_meetings(self) -> None:
        for places in self.at:
            self.clauses.add(*places.values())
            self.clauses.at_most_one(list(places.values()))

    def _order_meetings(self) -> None:
        for later, before in enumerate(self.reduced.earlier):
            for earlier in before:
                places = self.at[earlier]
                for slot, literal in self.at[later].items():
                    self.clauses.add(-literal, *(place for other, place in places.items() if other < slot))

    def _keep_busy(self, held: Sequence[int]) -> None:
        """The slots in which a participant is busy: one meeting in each, and as many as there are meetings."""
        busy: dict[int, int] = {}
        for slot in self.slots:
            here = [self.at[number][slot] for number in held if slot in self.at[number]]
            if here:
                self.clauses.at_most_one(here)
                busy[slot] = self.clauses.any_of(here)
        self.busy.append(busy)
        self._exactly(list(busy.values()), len(held))

    def _exactly(self, literals: list[int], count: int) -> None:
        if len(literals) == count:
            for literal in literals:
                self.clauses.add(literal)
        elif count > 1:
            outputs = self.clauses.count(literals, count + 1, exact=True)
            self.clauses.add(outputs[count - 1])
            self.clauses.add(-outputs[count])

    def _limit_tables(self) -> None:
        tables = self.reduced.problem.tables
        clusters = _clusters([meeting.participants for meeting in self.reduced.problem.meetings])
        for slot in self.slots:
            inputs = []
            for cluster in clusters:
                here = [self.at[number][slot] for number in cluster if slot in self.at[number]]
                if here:
                    inputs.append(self.clauses.any_of(here))
            if len(inputs) > tables:
                self.clauses.add(-self.clauses.count(inputs, tables + 1, exact=False)[tables])

    def _choose_tables(self) -> None:
        meetings = self.reduced.problem.meetings
        for slot in self.slots:
            here = ((places.get(slot), meeting.tables) for places, meeting in zip(self.at, meetings, strict=True))
            self.clauses.choose_tables([(at, tables) for at, tables in here if at is not None and tables is not None])

    def _pair_participants(self) -> None:
        if any(len(meeting.participants) != 2 for meeting in self.reduced.problem.meetings):
            return
        for slot in self.slots:
            inputs = [busy[slot] for busy in self.busy if slot in busy]
            outputs = self.clauses.count(inputs, 2 * self.reduced.problem.tables + 1, exact=True)
            for odd, even in zip(outputs[::2], [*outputs[1::2], None], strict=False):
                if even is None:
                    self.clauses.add(-odd)
                else:
                    self.clauses.add(-odd, even)

    def _met(self, number: int) -> dict[int, int]:
        """For each slot from the first possible meeting on: there was one by then."""
        met: dict[int, int] = {}
        for slot in self.slots:
            known = [met[slot - 1]] if slot - 1 in met else []
            here = [self.busy[number][slot]] if slot in self.busy[number] else []
            if known or here:
                met[slot] = self.clauses.any_of(known + here)
        self.met.append(met)
        return met

    def _count_breaks(self, number: int) -> None:
        """A break ends where somebody is busy after an empty slot and has met before it."""
        busy, met, ends = self.busy[number], self._met(number), []
        for slot in self.slots:
            if slot in busy and slot - 2 in met:
                empty = [-literal for literal in (busy.get(slot - 1),) if literal is not None]
                ends.append(self.clauses.all_of([busy[slot], *empty, met[slot - 2]]))
        most = self.reduced.most[number]
        outputs = self.clauses.count(ends, most + 1, exact=True)
        for literal in outputs[: self.reduced.least[number]]:
            self.clauses.add(literal)
        for literal in outputs[most:]:
            self.clauses.add(-literal)
        self.breaks.append(outputs[:most])

    def _hold_together(self, number: int) -> None:
        """Without a break all meetings lie in one window; only some windows can hold them, which counting knows."""
        held, busy, met = self.reduced.people[number], self.busy[number], self.met[number]
        if len(held) < 2 or self.reduced.least[number] > 0:
            return
        torn = self.breaks[number][:1]
        domains = [self.reduced.domains[meeting] for meeting in held]
        starts: dict[int, int] = {}
        for first, literal in busy.items():
            window = range(first, first + len(held))
            starts[first] = start = self.clauses.all_of(
                [literal, *(-met[slot] for slot in (first - 1,) if slot in met)]
            )
            mask = ((1 << len(held)) - 1) << first
            if isinstance(assign([domain & mask for domain in domains]), Shortage):
                self.clauses.add(*torn, -start)
                continue
            for slot, other in busy.items():
                if slot > first:
                    self.clauses.add(*torn, -start, other if slot in window else -other)
        for slot, literal in busy.items():
            near = (start for first, start in starts.items() if first <= slot < first + len(held))
            self.clauses.add(*torn, -literal, *near)

    def _be_fair(self) -> None:
        """Whoever has ``difference`` breaks more than some number, everybody has that number."""
        difference = self.reduced.problem.max_break_difference
        if difference is None:
            return
        for level in range(max(map(len, self.breaks), default=0) - difference):
            above = [counts[level + difference] for counts in self.breaks if len(counts) > level + difference]
            somebody = self.clauses.any_of(above)
            for counts in self.breaks:
                self.clauses.add(-somebody, *counts[level : level + 1])


def _clusters(members: Sequence[tuple[str, ...]]) -> list[list[int]]:
    """Meetings in groups that share a participant, few groups: whoever has most meetings left takes them all."""
    left = {number: names for number, names in enumerate(members) if names}
    # Where colleagues can go, nobody in particular takes part.
    clusters = [[number] for number, names in enumerate(members) if not names]
    while left:
        chosen = Counter(name for names in left.values() for name in names).most_common(1)[0][0]
        cluster = [number for number, names in left.items() if chosen in names]
        clusters.append(cluster)
        for number in cluster:
            del left[number]
    return clusters
