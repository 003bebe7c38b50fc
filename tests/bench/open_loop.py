"""Requests that arrive by chance at a rate, whether or not earlier ones were answered.

A client that waits for its answer before it asks again slows down with the service and so hides how long people would
have waited. Here each request has its moment beforehand, and its time counts from that moment. The client must be a
light one, as it shares the processors with what it measures.
"""

import asyncio
import json
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import aiohttp

# Whoever waits longer has gone away.
GIVEN_UP = 20.0


@dataclass(frozen=True)
class Request:
    """One request; ``acting`` is the header that says who asks, ``name`` what it is counted under.

    ``after`` is called with what a good answer says.
    """

    name: str
    method: str
    path: str
    acting: str = "public"
    params: dict[str, Any] = field(default_factory=dict, hash=False)
    body: Any = field(default=None, hash=False)
    after: Callable[[Any], None] | None = field(default=None, hash=False)


@dataclass(frozen=True)
class Answered:
    """A request's name, its status (0 where there was no answer) and the milliseconds since it was due."""

    name: str
    status: int
    milliseconds: float


@dataclass(frozen=True)
class Offered:
    """What became of all requests that were due within ``seconds``."""

    rate: float
    seconds: float
    answers: Sequence[Answered]

    @property
    def errors(self) -> int:
        return self.kinds_of_errors.total()

    @property
    def kinds_of_errors(self) -> Counter[tuple[str, int]]:
        """How many requests of a name ended with a status that is no success."""
        return Counter((one.name, one.status) for one in self.answers if not 200 <= one.status < 300)

    def quantile(self, share: float, name: str | None = None) -> float:
        """Milliseconds within which this share was answered."""
        times = [one.milliseconds for one in self.answers if name in (None, one.name)]
        return statistics.quantiles(times, n=1000)[round(share * 1000) - 1] if len(times) > 1 else 0.0


async def offer(
    addresses: Sequence[str], draw: Callable[[random.Random], Request], rate: float, seconds: float, seed: int = 0
) -> Offered:
    """Send requests for ``seconds``, ``rate`` a second on average, to the addresses in turn."""
    dice = random.Random(seed)
    answers: list[Answered] = []
    began, due, waiting = time.perf_counter() + 0.1, 0.0, set[asyncio.Task[None]]()
    async with AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(_client(address)) for address in addresses]
        number = 0
        while (due := due + dice.expovariate(rate)) < seconds:
            await asyncio.sleep(max(0.0, began + due - time.perf_counter()))
            task = asyncio.create_task(_send(clients[number % len(clients)], draw(dice), began + due, answers))
            waiting.add(task)
            task.add_done_callback(waiting.discard)
            number += 1
        await asyncio.gather(*waiting)
    return Offered(rate, seconds, answers)


def _client(address: str) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        address, timeout=aiohttp.ClientTimeout(total=GIVEN_UP), connector=aiohttp.TCPConnector(limit=0)
    )


async def _send(client: aiohttp.ClientSession, request: Request, due: float, answers: list[Answered]) -> None:
    headers = {"X-Acting-As": request.acting}
    try:
        async with client.request(
            request.method, request.path, params=request.params, json=request.body, headers=headers
        ) as answer:
            status, said = answer.status, await answer.read()
        if request.after and answer.ok:
            request.after(json.loads(said))
    except (aiohttp.ClientError, TimeoutError):
        status = 0
    answers.append(Answered(request.name, status, (time.perf_counter() - due) * 1000))
