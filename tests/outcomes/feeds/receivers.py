"""A receiver of changes as tests see it: behind the transport, checking signatures by the published client."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
from standardwebhooks.webhooks import Webhook

ADDRESS = "http://127.0.0.1:9/changes"
Behaviour = Callable[[dict[str, Any]], int]


def answers(status: int) -> Behaviour:
    """A receiver that always says the same."""
    return lambda told: status


class Receiver(httpx.AsyncBaseTransport):
    """Keeps what it was sent; ``behaviour`` is asked for each and gives the status, or raises for no answer."""

    def __init__(self, behaviour: Behaviour | None = None) -> None:
        self.behaviour = behaviour or answers(204)
        self.secret = ""
        self.sent: list[tuple[str, dict[str, Any]]] = []
        self.taken: dict[str, dict[str, Any]] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        self._check(body, request.headers)
        key, told = request.headers["webhook-id"], json.loads(body)
        self.sent.append((key, told))
        status = self.behaviour(told)
        if 200 <= status < 300:
            # What comes twice counts once.
            self.taken.setdefault(key, told)
        return httpx.Response(status)

    def _check(self, body: bytes, headers: httpx.Headers) -> None:
        """Raises where the signature is not good; how old it is depends on the simulated time."""
        when = int(headers["webhook-timestamp"])
        wanted = Webhook(self.secret).sign(headers["webhook-id"], datetime.fromtimestamp(when, UTC), body.decode())
        assert headers["webhook-signature"] == wanted

    def kinds_of(self, subject: str) -> list[str]:
        """What was taken of a subject, in the order in which it was taken."""
        return [told["type"] for told in self.taken.values() if told["subject"] == subject]
