"""A problem as demands that can each be given up, to find a few that cannot be met together.

Each demand has a literal; assuming it makes the demand hold. What is never given up: a meeting has one slot at most,
and nobody is in two meetings at once.
"""

from collections.abc import Iterator

from matchmaker.agenda.exact.clauses import Clauses
from matchmaker.agenda.exact.presolve import Reason
from matchmaker.agenda.problem import Meeting, Period, Problem


class Demands:
    """``by_literal`` are the demands, those first that one would rather not hear of."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.clauses = Clauses()
        self.by_literal: dict[int, Reason] = {}
        self.at = {meeting.id: [self.clauses.new() for _ in range(problem.slots)] for meeting in problem.meetings}
        for places in self.at.values():
            self.clauses.at_most_one(places)
        self.busy = [list(self._busy(meetings)) for meetings in problem.meetings_of.values()]
        self._be_fair()
        self._limit_tables()
        for meeting in problem.meetings:
            self._ask_for(meeting)
        self._keep_available()

    def _demand(self, code: str, **params: object) -> int:
        literal = self.clauses.new()
        self.by_literal[literal] = Reason(code, params)
        return literal

    def _busy(self, meetings: tuple[Meeting, ...]) -> Iterator[int]:
        for slot in range(self.problem.slots if meetings else 0):
            here = [self.at[meeting.id][slot] for meeting in meetings]
            self.clauses.at_most_one(here)
            yield self.clauses.any_of(here)

    def _ask_for(self, meeting: Meeting) -> None:
        places = self.at[meeting.id]
        self.clauses.add(-self._demand("meeting", meeting=meeting.id), *places)
        if meeting.slot is not None:
            literal = self._demand("fixed_slot", meeting=meeting.id, slot=meeting.slot)
            self._only(literal, places, range(meeting.slot, meeting.slot + 1))
        if meeting.period is not Period.ANY:
            literal = self._demand("period", meeting=meeting.id, period=meeting.period.value)
            self._only(literal, places, self.problem.slots_of(meeting.period))
        for earlier in meeting.after:
            literal = self._demand("precedence", meeting=meeting.id, after=earlier)
            for slot, place in enumerate(places):
                for other in self.at[earlier][slot:]:
                    self.clauses.add(-literal, -place, -other)

    def _only(self, literal: int, places: list[int], slots: range) -> None:
        for slot, place in enumerate(places):
            if slot not in slots:
                self.clauses.add(-literal, -place)

    def _keep_available(self) -> None:
        for participant, busy in zip(self.problem.participants, self.busy, strict=True):
            if busy and participant.unavailable:
                slots = sorted(participant.unavailable)
                literal = self._demand("availability", participant=participant.id, slots=slots)
                for slot in slots:
                    self.clauses.add(-literal, -busy[slot])

    def _limit_tables(self) -> None:
        """As many meetings in a slot as tables; where meetings ask for tables, one of those that nobody else has."""
        literal = self._demand("tables", tables=self.problem.tables)
        for slot in range(self.problem.slots):
            here = [places[slot] for places in self.at.values()]
            for above in self.clauses.count(here, self.problem.tables + 1, exact=False)[self.problem.tables :]:
                self.clauses.add(-literal, -above)
            wanted = [(self.at[one.id][slot], one.tables) for one in self.problem.meetings if one.tables is not None]
            self.clauses.choose_tables(wanted, unless=[-literal])

    def _be_fair(self) -> None:
        difference = self.problem.max_break_difference
        if difference is None:
            return
        literal = self._demand("fairness", difference=difference)
        counts = [self.clauses.count(self._ends(busy), len(busy), exact=True) for busy in self.busy]
        for level in range(max(map(len, counts), default=0) - difference):
            somebody = self.clauses.any_of([own[level + difference] for own in counts if len(own) > level + difference])
            for own in counts:
                self.clauses.add(-literal, -somebody, *own[level : level + 1])

    def _ends(self, busy: list[int]) -> list[int]:
        ends, met = [], busy[:1]
        for slot in range(2, len(busy)):
            ends.append(self.clauses.all_of([busy[slot], -busy[slot - 1], met[-1]]))
            met.append(self.clauses.any_of([met[-1], busy[slot - 1]]))
        return ends
