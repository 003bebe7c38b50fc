"""How much somebody may ask for in a minute.

Each has a bucket of points that fills again by itself; a call takes out what it costs. Buckets are those of one
process: behind several processes the limits are as many times higher, which is still a limit.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

# More than this many at once are no people; whoever has not been seen for longest begins anew.
MOST_KNOWN = 20_000


class Rates:
    """The buckets of all who ask; used from one thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most_known: int = MOST_KNOWN) -> None:
        self._clock = clock
        self._most_known = most_known
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._left)

    def take(self, who: str, cost: float, a_minute: int) -> int:
        """Take ``cost`` points out of somebody's bucket, which holds the points of a minute.

        Returns 0, or, where they do not suffice and nothing was taken, the whole seconds until they will.
        """
        now = self._clock()
        left, since = self._left.get(who, (float(a_minute), now))
        left = min(float(a_minute), left + (now - since) * a_minute / 60)
        # What costs more than a minute's points could never be had.
        cost = min(cost, a_minute)
        enough = left >= cost
        self._left[who] = (left - cost if enough else left, now)
        self._left.move_to_end(who)
        while len(self._left) > self._most_known:
            self._left.popitem(last=False)
        return 0 if enough else max(1, math.ceil((cost - left) * 60 / a_minute))
