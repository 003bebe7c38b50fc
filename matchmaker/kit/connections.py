"""The server's connections: how many, how long a request's first lines may take, and how long somebody may not read.

A server that waits for ever is stopped by anybody who sends a letter an hour. What arrives after the first lines is
looked at in ``kit/bodies.py``.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEADER_SECONDS = 10.0
# Browsers send a few kilobytes; proxies accept 8 to 64.
HEADER_BYTES = 64_000
# Of an answer that nobody reads some tens of kilobytes wait in memory, until this is over.
UNREAD_SECONDS = 60.0
_FULL = b'{"type":"about:blank","title":"Service Unavailable","status":503,"code":"too_many_connections","params":{}}'
FULL_ANSWER = (
    b"HTTP/1.1 503 Service Unavailable\r\ncontent-type: application/problem+json\r\nretry-after: 5\r\n"
    b"connection: close\r\ncontent-length: %d\r\n\r\n%s" % (len(_FULL), _FULL)
)

_Base: Any = AutoHTTPProtocol


class Connection(_Base):  # type: ignore[misc]
    """One connection, with an end to each kind of waiting."""

    most_at_once = 800
    header_seconds = HEADER_SECONDS
    unread_seconds = UNREAD_SECONDS

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._deadlines: dict[str, asyncio.TimerHandle] = {}
        self._header_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        if len(self.connections) > self.most_at_once:
            transport.write(FULL_ANSWER)
            transport.close()
            return
        self._within(self.header_seconds, "header", transport.close)

    def data_received(self, data: bytes) -> None:
        before = self.cycle
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self.cycle is not before or self._is_busy():
            self._header_bytes = 0
            self._no_more("header")
            return
        # The first lines of the next request, or what is left of one that was answered before it was read.
        self._header_bytes += len(data)
        if self._header_bytes > HEADER_BYTES:
            self.transport.close()
        elif "header" not in self._deadlines:
            self._within(self.header_seconds, "header", self.transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        for name in tuple(self._deadlines):
            self._no_more(name)
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        # What was written would be waited for even by a connection that is closed.
        self._within(self.unread_seconds, "unread", self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._no_more("unread")

    def _is_busy(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _within(self, seconds: float, name: str, otherwise: Callable[[], None]) -> None:
        self._no_more(name)
        self._deadlines[name] = self.loop.call_later(seconds, otherwise)

    def _no_more(self, name: str) -> None:
        deadline = self._deadlines.pop(name, None)
        if deadline:
            deadline.cancel()


def connections(most_at_once: int, **seconds: float) -> type[asyncio.Protocol]:
    """The kind of connections of one server, at most so many at once; ``seconds`` are other deadlines by name."""
    kind: type[asyncio.Protocol] = type("Connection", (Connection,), {"most_at_once": most_at_once, **seconds})
    return kind
