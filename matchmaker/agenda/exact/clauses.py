"""Clauses over numbered variables, and the counters that the encoding is made of.

A literal is a variable's number, or its negative for "not". A counter's outputs are in unary: output ``k`` (from zero)
says "more than k of the inputs hold". Totalizers follow Bailleux and Boufkhad, "Efficient CNF encoding of Boolean
cardinality constraints" (2003).
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

# Up to so many literals, every pair is excluded by a clause of its own.
MOST_PAIRED = 6


class Clauses:
    """A formula that grows."""

    def __init__(self) -> None:
        self.rows: list[list[int]] = []
        self.variables = 0

    def take(self) -> list[list[int]]:
        """The clauses that were not taken before."""
        taken, self.rows = self.rows, []
        return taken

    def new(self) -> int:
        """A variable that nothing is said of yet."""
        self.variables += 1
        return self.variables

    def add(self, *literals: int) -> None:
        """At least one of these holds."""
        self.rows.append(list(literals))

    def any_of(self, literals: Sequence[int]) -> int:
        """A literal that holds exactly if one of these does."""
        if len(literals) == 1:
            return literals[0]
        made = self.new()
        for literal in literals:
            self.add(made, -literal)
        self.add(-made, *literals)
        return made

    def all_of(self, literals: Sequence[int]) -> int:
        """A literal that holds exactly if all of these do."""
        return -self.any_of([-literal for literal in literals])

    def at_most_one(self, literals: Sequence[int]) -> None:
        """No two of these hold; long lists are split by a variable that says that the one is in the second part."""
        rest = list(literals)
        while len(rest) > MOST_PAIRED:
            link = self.new()
            self._exclude_pairs([*rest[: MOST_PAIRED - 1], link])
            rest = [-link, *rest[MOST_PAIRED - 1 :]]
        self._exclude_pairs(rest)

    def _exclude_pairs(self, literals: Sequence[int]) -> None:
        for one, other in combinations(literals, 2):
            self.add(-one, -other)

    def choose_tables(self, wanted: Sequence[tuple[int, frozenset[int]]], unless: Sequence[int] = ()) -> None:
        """Meetings of one slot that ask for certain tables, each as (is there, its tables), have different ones.

        Holds ``unless`` one of those literals does. A meeting without wishes takes any table that is left.
        """
        users: defaultdict[int, list[int]] = defaultdict(list)
        for present, tables in wanted:
            chosen = {table: self.new() for table in sorted(tables)}
            self.add(*unless, -present, *chosen.values())
            for table, literal in chosen.items():
                users[table].append(literal)
        for literals in users.values():
            self.at_most_one(literals)

    def count(self, inputs: Sequence[int], limit: int, *, exact: bool) -> list[int]:
        """Unary count of ``inputs``, at most ``limit`` outputs.

        An output holds if the count reaches it; with ``exact`` also only then.
        """
        if len(inputs) <= 1 or limit < 1:
            return list(inputs[: max(limit, 0)])
        middle = len(inputs) // 2
        left = self.count(inputs[:middle], limit, exact=exact)
        right = self.count(inputs[middle:], limit, exact=exact)
        return self._merge(left, right, limit, exact=exact)

    def _merge(self, left: list[int], right: list[int], limit: int, *, exact: bool) -> list[int]:
        merged = [self.new() for _ in range(min(len(left) + len(right), limit))]
        for i in range(len(left) + 1):
            for j in range(len(right) + 1):
                reached = [-literal for literal in (left[i - 1 : i] if i else []) + (right[j - 1 : j] if j else [])]
                if 0 < i + j <= len(merged):
                    self.add(*reached, merged[i + j - 1])
                if exact and i + j < len(merged):
                    self.add(*left[i : i + 1], *right[j : j + 1], -merged[i + j])
        return merged
