"""How many calls are worked on at once, so that each is answered soon.

The interpreter computes for one thread at a time. With many threads at work each call waits for all others over and
over, and the long ones wait longest; taken in turn, every call is sooner done. A thread that waits for something else,
such as a database that is locked or another server, must not keep the others waiting: once it has taken longer than
calls usually do, the next may begin.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from anyio import CapacityLimiter
from anyio.to_thread import current_default_thread_limiter

AT_ONCE = 1
# As many as there are without this.
MOST = 40
PATIENCE_SECONDS = 0.1


@asynccontextmanager
async def taking_turns() -> AsyncIterator[None]:
    """Let calls take turns in the threads of the running event loop, until the context ends."""
    limiter = current_default_thread_limiter()
    before, limiter.total_tokens = limiter.total_tokens, AT_ONCE
    keeping = asyncio.create_task(_give_turns(limiter))
    try:
        yield
    finally:
        keeping.cancel()
        with suppress(asyncio.CancelledError):
            await keeping
        limiter.total_tokens = before


async def _give_turns(limiter: CapacityLimiter) -> None:
    """As many turns more as calls take long."""
    began: dict[object, float] = {}
    while True:
        await asyncio.sleep(PATIENCE_SECONDS / 3)
        now = time.monotonic()
        began = {who: began.get(who, now) for who in limiter.statistics().borrowers}
        slow = sum(now - since >= PATIENCE_SECONDS for since in began.values())
        limiter.total_tokens = min(AT_ONCE + slow, MOST)
