"""Where spans come from by themselves: every request, and every statement inside of one."""

import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from matchmaker.kit.telemetry.spans import span
from matchmaker.kit.web import METHODS, pattern_of

if TYPE_CHECKING:
    from matchmaker.kit.telemetry.exporting import Exporting

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class Traced:
    """Middleware: one span a request, named by the pattern of its route."""

    def __init__(self, app: Any, exporting: "Exporting") -> None:
        self.app = app
        self.exporting = exporting

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, began = 500, time.perf_counter()

        async def watched(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        def told() -> tuple[str, int, float]:
            return pattern_of(scope), status, time.perf_counter() - began

        method = scope["method"] if scope["method"] in METHODS else "other"
        with self.exporting.request(method, told, str(scope.get("request_id", ""))):
            await self.app(scope, receive, watched)


def trace_statements(engine: Engine) -> None:
    """A span for each statement, named by its first word; neither its text nor its values are told."""

    def before(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        word = statement.lstrip().split(None, 1)[0].upper()[:20] if statement.strip() else ""
        opened = span("database", **{"db.system.name": engine.dialect.name, "db.operation.name": word})
        opened.__enter__()
        connection.info.setdefault("spans", []).append(opened)

    def after(connection: Any, *_: Any) -> None:
        connection.info["spans"].pop().__exit__(None, None, None)

    def failed(context: Any) -> None:
        opened = context.connection.info.get("spans") if context.connection is not None else None
        if opened and context.execution_context is not None:
            opened.pop().__exit__(None, None, None)

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "after_cursor_execute", after)
    event.listen(engine, "handle_error", failed)
