"""The server, which ends open streams before it waits for what is under way; and how a worker waits."""

import signal
import socket
import threading

import uvicorn

from matchmaker.outcomes.feeds.streaming.broadcasting import Broadcast

# What was accepted is finished within so many seconds; the service manager must wait longer than that.
STOP_SECONDS = 20
# A database may start later than the service does.
DATABASE_SECONDS = 60


class Server(uvicorn.Server):
    """A server that tells streams first: they would never end by themselves."""

    def __init__(self, config: uvicorn.Config, broadcast: Broadcast) -> None:
        super().__init__(config)
        self._broadcast = broadcast

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._broadcast.close()
        await super().shutdown(sockets)


def until_stopped() -> None:
    """Come back when somebody asks this process to end."""
    asked = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: asked.set())
    asked.wait()
