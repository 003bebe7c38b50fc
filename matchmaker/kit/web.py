"""What every request passes through: a request id, a log line, and metrics."""

import time
import uuid
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

log = structlog.get_logger(__name__)
REQUEST_ID_LENGTH = 64
# Any other word of a stranger is counted as one.
METHODS = ("GET", "POST", "PATCH", "PUT", "DELETE")


class Metrics:
    """The metrics of one application, in a registry of its own so that tests may make several."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self.requests = Counter("matchmaker_requests_total", "Requests answered.", labels, registry=self.registry)
        self.seconds = Histogram(
            "matchmaker_request_seconds",
            "Time to answer.",
            ("method", "route"),
            buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
            registry=self.registry,
        )


class Observed:
    """Middleware: gives each request an id, writes one log line for it, and counts it."""

    def __init__(self, app: Any, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = scope["request_id"] = _request_id(scope)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=request_id)
        started = time.perf_counter()
        status = 500

        async def send_with_id(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", []), (b"x-request-id", request_id.encode())]
            await send(message)

        try:
            await self.app(scope, receive, send_with_id)
        finally:
            self._record(scope, status, time.perf_counter() - started)

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        route = pattern_of(scope)
        method = scope["method"] if scope["method"] in METHODS else "other"
        self.metrics.requests.labels(method, route, str(status)).inc()
        self.metrics.seconds.labels(method, route).observe(seconds)
        # A token in an address is a secret, and stays out of the log.
        path = route if "token" in scope.get("path_params", {}) else scope["path"][:200]
        log.info("request", method=method, path=path, status=status, ms=round(seconds * 1000, 1))


def pattern_of(scope: Scope) -> str:
    """The pattern of the route that answered, with the prefix under which its router is included.

    Never the path itself: paths are endless, and labels are kept for ever.
    """
    route = scope.get("route")
    if route is None:
        return "other"
    # The route knows only its own part of the path; what stands before that part is the prefix.
    path: str = scope["path"]
    starts = (place for place, letter in enumerate(path) if letter == "/")
    prefix = next((path[:start] for start in starts if route.path_regex.match(path[start:])), "")
    return f"{prefix}{route.path}"


def _request_id(scope: Scope) -> str:
    """The caller's own id where it is a plain one, so that logs of several services can be joined."""
    given = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
    plain = given.replace("-", "").replace("_", "")
    return given if plain.isascii() and plain.isalnum() and len(given) <= REQUEST_ID_LENGTH else uuid.uuid4().hex
