"""The watcher: looks at the log twice a second while anybody listens, reads once what changed, and wakes all."""

import asyncio
import time
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator, Collection, Hashable
from dataclasses import dataclass
from typing import Protocol

import structlog
from anyio.to_thread import run_sync

from matchmaker.kit.errors import TooOftenError, UnavailableError
from matchmaker.outcomes.feeds.streaming.messages import END, HEARTBEAT, Snapshot, message

log = structlog.get_logger(__name__)
LOOK_SECONDS = 0.5
HEARTBEAT_SECONDS = 15.0
# Not everything that counts is in the log: the day changes, and rankings are made.
READ_AGAIN_SECONDS = 60.0
CHECK_SECONDS = 5.0
MOST_PER_PERSON = 5
# Of all together: they are woken and written to one after the other.
MOST_OPEN = 600
MOST_KNOWN = 30


@dataclass(eq=False)
class Listener:
    """One open stream: whose, and by which sign-in or token it may go on; by neither it is believed."""

    who: str
    sign_in_id: int | None = None
    token_id: int | None = None
    ended: bool = False


class Source(Protocol):
    """Where figures come from; called in threads."""

    def state(self) -> Hashable:
        """Another one whenever an audited row has changed."""
        ...

    def read(self) -> Snapshot: ...

    def ended(self, listeners: Collection[Listener]) -> list[Listener]:
        """Those whose sign-in or token is over."""
        ...


class Broadcast:
    """All open streams of this process."""

    def __init__(self, source: Source, most_per_person: int = MOST_PER_PERSON) -> None:
        self.most_per_person = most_per_person
        self._source = source
        self._listeners: set[Listener] = set()
        self._known: OrderedDict[str, Snapshot] = OrderedDict()
        self._messages: dict[tuple[str | None, str], bytes] = {}
        self._current: Snapshot | None = None
        self._state: Hashable = None
        self._changed = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None
        self._closed = False
        self._read_at = self._checked_at = 0.0

    def __len__(self) -> int:
        return len(self._listeners)

    def enter(self, listener: Listener) -> None:
        """Begin to listen. Raises TooOftenError where somebody has too many, UnavailableError where all have."""
        if Counter(one.who for one in self._listeners)[listener.who] >= self.most_per_person:
            raise TooOftenError("too_many_streams", seconds=int(HEARTBEAT_SECONDS), most=self.most_per_person)
        if len(self._listeners) >= MOST_OPEN:
            raise UnavailableError("overloaded")
        self._listeners.add(listener)
        if self._watching is None or self._watching.done():
            # What was read before everybody had gone may be long out of date.
            self._current, self._state = None, None
            self._watching = asyncio.get_running_loop().create_task(self._watch())

    async def events(self, listener: Listener, last: str | None) -> AsyncIterator[bytes]:
        """What one listener is sent, until it goes or its sign-in ends; ``last`` is the mark of what it knows."""
        known = last
        while True:
            waiting, current = self._changed, self._current
            if current and current.mark != known:
                yield self._message(known, current)
                known = current.mark
            if listener.ended or self._closed:
                yield END
                return
            try:
                await asyncio.wait_for(waiting.wait(), HEARTBEAT_SECONDS)
            except TimeoutError:
                yield HEARTBEAT

    def leave(self, listener: Listener) -> None:
        """Listen no more."""
        self._listeners.discard(listener)

    def close(self) -> None:
        """End all streams, because the service stops."""
        self._closed = True
        self._wake()

    def _message(self, known: str | None, current: Snapshot) -> bytes:
        """Written once for all who know the same."""
        before = self._known.get(known) if known else None
        name = (before.mark if before else None, current.mark)
        if name not in self._messages:
            self._messages[name] = message(before, current)
        return self._messages[name]

    async def _watch(self) -> None:
        while self._listeners and not self._closed:
            try:
                await self._look()
                await self._check()
            except Exception:
                # The database is away; the next look makes up for it.
                log.exception("stream_not_read")
            await asyncio.sleep(LOOK_SECONDS)

    async def _look(self) -> None:
        state = await run_sync(self._source.state)
        if state == self._state and time.monotonic() - self._read_at < READ_AGAIN_SECONDS:
            return
        snapshot = await run_sync(self._source.read)
        self._state, self._read_at = state, time.monotonic()
        if self._current is None or snapshot.mark != self._current.mark:
            self._take(snapshot)

    def _take(self, snapshot: Snapshot) -> None:
        self._current = snapshot
        self._messages.clear()
        self._known[snapshot.mark] = snapshot
        self._known.move_to_end(snapshot.mark)
        while len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)
        self._wake()

    async def _check(self) -> None:
        if time.monotonic() - self._checked_at < CHECK_SECONDS:
            return
        self._checked_at = time.monotonic()
        for listener in await run_sync(self._source.ended, list(self._listeners)):
            listener.ended = True
        if any(listener.ended for listener in self._listeners):
            self._wake()

    def _wake(self) -> None:
        woken, self._changed = self._changed, asyncio.Event()
        woken.set()
