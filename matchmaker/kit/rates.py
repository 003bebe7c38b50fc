"""How much somebody may ask for in a minute.

Each has a bucket of points that fills again by itself; a call takes out what it costs. Every process has buckets of its
own, and ``sharing_rates`` takes out of them what was taken in others.
"""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

# More than this many at once are no people; whoever has not been seen for longest begins anew.
MOST_KNOWN = 20_000
# Who took how many points, of how many a minute.
Taken = dict[str, tuple[float, int]]


class Rates:
    """The buckets of all who ask."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most_known: int = MOST_KNOWN) -> None:
        self._clock = clock
        self._most_known = most_known
        self._lock = threading.Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._taken: Taken = {}

    def __len__(self) -> int:
        return len(self._left)

    def take(self, who: str, cost: float, a_minute: int) -> int:
        """Take ``cost`` points out of somebody's bucket, which holds the points of a minute.

        Returns 0, or, where they do not suffice and nothing was taken, the whole seconds until they will.
        """
        # What costs more than a minute's points could never be had.
        cost = min(cost, a_minute)
        with self._lock:
            left = self._left_of(who, a_minute)
            enough = left >= cost
            self._keep(who, left - cost if enough else left)
            if enough:
                self._taken[who] = (self._taken.get(who, (0.0, 0))[0] + cost, a_minute)
        return 0 if enough else max(1, math.ceil((cost - left) * 60 / a_minute))

    def taken(self) -> Taken:
        """What was taken here since this was last asked."""
        with self._lock:
            taken, self._taken = self._taken, {}
        return taken

    def take_as_elsewhere(self, taken: Taken) -> None:
        """Take out what was taken in another process; buckets may be in debt after that."""
        with self._lock:
            for who, (points, a_minute) in taken.items():
                self._keep(who, self._left_of(who, a_minute) - points)

    def _left_of(self, who: str, a_minute: int) -> float:
        """What somebody has now."""
        left, since = self._left.get(who, (float(a_minute), self._clock()))
        return min(float(a_minute), left + (self._clock() - since) * a_minute / 60)

    def _keep(self, who: str, left: float) -> None:
        self._left[who] = (left, self._clock())
        self._left.move_to_end(who)
        while len(self._left) > self._most_known:
            self._taken.pop(self._left.popitem(last=False)[0], None)
