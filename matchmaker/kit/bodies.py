"""What a request may bring: how much, how much of all at once, and how slowly."""

import asyncio
import time
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from matchmaker.kit.problems import problem_response
from matchmaker.kit.web import Receive, Scope, Send

# Files are written to disk while they arrive; everything else is held in memory, perhaps several times over. A draft of
# an agenda has 100,000 meetings at most.
MOST_BUT_FILES = 32_000_000
# Bodies of all requests under way together, in multiples of the largest one.
AT_ONCE = 4


@dataclass(frozen=True)
class Pace:
    """How slowly a body may come: seconds of silence, and bytes in a second after some seconds to begin with."""

    silence: float = 20.0
    grace: float = 30.0
    bytes_a_second: float = 4_000.0

    def left(self, elapsed: float, received: int) -> float:
        """Seconds until the next piece must be here; ``elapsed`` ones have gone."""
        return max(0.0, min(self.silence, self.grace + received / self.bytes_a_second - elapsed))


class BodyLimit:
    """Middleware: refuses bodies over a size, told or counted, before anything keeps them in memory.

    413 ``body_too_large``, 408 ``body_too_slow``, and 503 ``overloaded`` where all together are too much.
    """

    def __init__(self, app: Any, most: int, pace: Pace | None = None) -> None:
        self.app = app
        self.most = most
        self.pace = pace or Pace()
        self.at_once = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        files = headers.get(b"content-type", b"").startswith(b"multipart/form-data")
        most = self.most if files else min(self.most, MOST_BUT_FILES)
        told = headers.get(b"content-length", b"0")
        if not told.isdigit() or int(told) > most:
            await problem_response(413, "body_too_large", {"most": most})(scope, receive, send)
            return
        body = _Body(receive, most, self)
        started = False

        async def watched(message: MutableMapping[str, Any]) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, body, watched)
        except BodyError as error:
            if not started:
                await problem_response(error.status_code, error.code, {"most": most})(scope, receive, send)
        finally:
            self.at_once -= body.received


class _Body:
    """What one request brings, as it is received."""

    def __init__(self, receive: Receive, most: int, limit: BodyLimit) -> None:
        self._receive = receive
        self._most = most
        self._limit = limit
        self._began = time.monotonic()
        self._complete = False
        self.received = 0

    async def __call__(self) -> MutableMapping[str, Any]:
        if self._complete:
            # From here on only the end of the connection is waited for, as long as the work takes.
            return await self._receive()
        message = await self._in_time()
        size = len(message.get("body", b""))
        self.received += size
        self._limit.at_once += size
        if self.received > self._most:
            raise BodyError(413, "body_too_large")
        if self._limit.at_once > self._limit.most * AT_ONCE:
            raise BodyError(503, "overloaded")
        self._complete = not message.get("more_body", False)
        return message

    async def _in_time(self) -> MutableMapping[str, Any]:
        left = self._limit.pace.left(time.monotonic() - self._began, self.received)
        try:
            return await asyncio.wait_for(self._receive(), left)
        except TimeoutError:
            raise BodyError(408, "body_too_slow") from None


class BodyError(HTTPException):
    """An HTTP error, because that is what whoever reads the body lets through."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(status)
        self.code = code
