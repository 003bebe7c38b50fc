"""How many requests a process has taken on and not answered yet: beyond a number it says so at once.

Requests wait in memory for their turn (``kit/turns.py``). Without a bound a crowd makes everybody wait longer than
they care, and memory grows until the process is killed with all of them.
"""

from collections import Counter
from typing import Any

from matchmaker.kit.callers import caller_of
from matchmaker.kit.problems import problem_response
from matchmaker.kit.web import Receive, Scope, Send

# Whoever watches over the process asks these, most of all in a crowd.
ALWAYS = ("/health", "/ready", "/metrics")
# What one address may have of all places: a venue shares one, and yet nobody else is shut out.
SHARE = 0.75


class _Places:
    """Those of one kind of waiting."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._of_one = max(1, int(most * SHARE))
        self._taken: Counter[str] = Counter()

    def are_left_for(self, who: str) -> bool:
        return self._taken.total() < self._most and self._taken[who] < self._of_one

    def take(self, who: str) -> None:
        self._taken[who] += 1

    def give_back(self, who: str) -> None:
        self._taken[who] -= 1
        if not self._taken[who]:
            del self._taken[who]


class Admission:
    """Middleware: answers 503 ``overloaded`` where ``most`` requests are under way.

    A request is under way from its last byte to the first one of its answer, so that streams count no longer than other
    answers do. Requests whose body is still arriving have places of their own: slow senders keep nobody from reading.
    """

    def __init__(self, app: Any, most: int) -> None:
        self.app = app
        self._arriving = _Places(most)
        self._working = _Places(most)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in ALWAYS:
            await self.app(scope, receive, send)
            return
        who = caller_of(scope)
        wanted = (self._working, self._arriving) if _has_body(scope) else (self._working,)
        if not all(places.are_left_for(who) for places in wanted):
            await problem_response(503, "overloaded")(scope, receive, send)
            return
        place = _Place(who, wanted[-1], self._working)

        async def until_complete() -> Any:
            message = await receive()
            if not message.get("more_body", False):
                place.begin_work()
            return message

        async def until_answered(message: Any) -> None:
            if message["type"] == "http.response.start":
                place.leave()
            await send(message)

        try:
            await self.app(scope, until_complete, until_answered)
        finally:
            place.leave()


class _Place:
    """Where one request waits."""

    def __init__(self, who: str, first: _Places, working: _Places) -> None:
        self._who = who
        self._working = working
        self._held: _Places | None = first
        first.take(who)

    def begin_work(self) -> None:
        if self._held and self._held is not self._working:
            self._held.give_back(self._who)
            self._held = self._working
            self._held.take(self._who)

    def leave(self) -> None:
        if self._held:
            self._held.give_back(self._who)
            self._held = None


def _has_body(scope: Scope) -> bool:
    headers = dict(scope["headers"])
    return b"transfer-encoding" in headers or headers.get(b"content-length", b"0") != b"0"
