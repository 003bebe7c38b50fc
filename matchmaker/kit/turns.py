"""How many calls are worked on at once, so that each is answered soon, and how long a call waits for its turn.

The interpreter computes for one thread at a time. With many calls under way each waits for all others over and over,
and each keeps a connection to the database meanwhile; taken in turn, every call is sooner done. A call that waits for
something else, such as a database that is locked or another server, must not keep the others waiting: once it has taken
longer than calls usually do, the next may begin.

Where more calls come than can be answered, all would wait ever longer, and most of the work would be for people who
have given up. So a call waits briefly where some have been waiting all the time for a while, and else patiently, as
a crowd that comes at once is soon served: controlled delay, after B. Maurer, "Fail at Scale", ACM Queue 13 (8), 2015.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

from matchmaker.kit.errors import UnavailableError

AT_ONCE = 3
# Fewer than there are connections to a database: jobs need some too.
MOST = 20
# A call that takes longer counts no more.
LONG_CALL_SECONDS = 0.1
# How long a call waits for its turn, and where some have been waiting for longer than that without a pause.
PATIENCE_SECONDS = 4.0
CROWDED_SECONDS = 0.4


class _Turn:
    """One call that is being worked on."""

    def __init__(self, count_no_more: Callable[["_Turn"], None]) -> None:
        self.counts = True
        self.counts_until = asyncio.get_running_loop().call_later(LONG_CALL_SECONDS, count_no_more, self)


class Turns:
    """Those of the calls of one event loop."""

    def __init__(self, at_once: int = AT_ONCE, most: int = MOST) -> None:
        self._at_once, self._most = at_once, most
        self._taken = self._counted = 0
        self._waiting: deque[asyncio.Future[_Turn]] = deque()
        self._none_waited = time.monotonic()

    @asynccontextmanager
    async def turn(self, *, first: bool = False) -> AsyncIterator[None]:
        """Wait for a turn, and have it until the context ends; ``first`` goes before all others who wait.

        Raises UnavailableError ``overloaded`` where that takes too long.
        """
        taken = self._begin() if self._one_is_free() and not self._waiting else await self._wait(first)
        try:
            yield
        finally:
            self._end(taken)

    async def _wait(self, first: bool) -> _Turn:
        loop = asyncio.get_running_loop()
        patience = PATIENCE_SECONDS if first else self._patience()
        given: asyncio.Future[_Turn] = loop.create_future()
        (self._waiting.appendleft if first else self._waiting.append)(given)
        giving_up = loop.call_later(patience, self._give_up, given)
        try:
            return await given
        except BaseException:
            # Somebody who left in the very moment in which it was their turn passes it on.
            if given.done() and not given.cancelled() and given.exception() is None:
                self._end(given.result())
            raise
        finally:
            giving_up.cancel()

    def _patience(self) -> float:
        now = time.monotonic()
        if not self._waiting:
            self._none_waited = now
        return PATIENCE_SECONDS if now - self._none_waited <= PATIENCE_SECONDS else CROWDED_SECONDS

    def _give_up(self, given: asyncio.Future[_Turn]) -> None:
        if not given.done():
            given.set_exception(UnavailableError("overloaded"))

    def _one_is_free(self) -> bool:
        return self._counted < self._at_once and self._taken < self._most

    def _begin(self) -> _Turn:
        self._taken += 1
        self._counted += 1
        return _Turn(self._count_no_more)

    def _count_no_more(self, turn: _Turn) -> None:
        if turn.counts:
            turn.counts = False
            self._counted -= 1
            self._let_begin()

    def _end(self, turn: _Turn) -> None:
        turn.counts_until.cancel()
        self._taken -= 1
        self._count_no_more(turn)
        self._let_begin()

    def _let_begin(self) -> None:
        while self._waiting and (self._waiting[0].done() or self._one_is_free()):
            given = self._waiting.popleft()
            if not given.done():
                given.set_result(self._begin())
        if not self._waiting:
            self._none_waited = time.monotonic()


_TURNS: WeakKeyDictionary[asyncio.AbstractEventLoop, Turns] = WeakKeyDictionary()


def turns() -> Turns:
    """Those of the running event loop."""
    return _TURNS.setdefault(asyncio.get_running_loop(), Turns())
