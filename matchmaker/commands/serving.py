"""The server, which ends open streams before it waits for what is under way."""

import socket

import uvicorn

from matchmaker.outcomes.feeds.streaming.broadcasting import Broadcast

# What was accepted is finished within so many seconds; the service manager must wait longer than that.
STOP_SECONDS = 20


class Server(uvicorn.Server):
    """A server that tells streams first: they would never end by themselves."""

    def __init__(self, config: uvicorn.Config, broadcast: Broadcast) -> None:
        super().__init__(config)
        self._broadcast = broadcast

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._broadcast.close()
        await super().shutdown(sockets)
