"""Figures as a stream for the operations centre, and for Prometheus."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import StreamingResponse
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.types import Receive, Scope, Send

from matchmaker.accounts.acting import ActorDep, OptionalSignInDep
from matchmaker.kit.database import SessionDep
from matchmaker.kit.errors import InvalidError
from matchmaker.kit.problems import responses
from matchmaker.outcomes.feeds.streaming.broadcasting import Broadcast, Listener
from matchmaker.outcomes.feeds.streaming.metrics import as_metrics

router = APIRouter(prefix="/indicators", tags=["indicators"], responses=responses(400, 403, 422, 429))
EVENTS = "text/event-stream"
# What lies between must neither keep nor hold back what is sent.
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
AS_EVENTS: Any = {200: {"content": {EVENTS: {}}}}


class _Stream(StreamingResponse):
    """The answer, which leaves the broadcast however it ends, also before anything was sent."""

    def __init__(self, broadcast: Broadcast, listener: Listener, last: str | None) -> None:
        super().__init__(broadcast.events(listener, last), media_type=EVENTS, headers=HEADERS)
        self._leave = partial(broadcast.leave, listener)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._leave()


@router.get("/stream", response_class=StreamingResponse, responses=AS_EVENTS)
async def stream_indicators(
    request: Request,
    actor: ActorDep,
    signed_in: OptionalSignInDep,
    accept: Annotated[str, Header()] = "",
    last_event_id: Annotated[str | None, Header(max_length=100)] = None,
) -> StreamingResponse:
    """All figures, then each change of them within two seconds, as server-sent events (organisers).

    The event `figures` has all of them, `changes` those that changed; who comes back with `Last-Event-ID` gets the
    difference, where it is still known. It must be asked for by `Accept: text/event-stream`.
    """
    actor.require_organiser()
    if EVENTS not in accept:
        raise InvalidError("event_stream_only", accept=EVENTS)
    broadcast: Broadcast = request.app.state.broadcast
    who = f"account:{actor.account_id}" if actor.account_id else actor.name
    listener = Listener(who, signed_in.row.id if signed_in else None, actor.token_id)
    broadcast.enter(listener)
    return _Stream(broadcast, listener, last_event_id)


@router.get("/metrics", response_class=Response)
def get_indicator_metrics(request: Request, session: SessionDep, actor: ActorDep) -> Response:
    """The figures for Prometheus, which asks with a token (organisers)."""
    actor.require_organiser()
    state = request.app.state
    data = as_metrics(session, state.services.learned_folder, len(state.broadcast))
    return Response(data, media_type=CONTENT_TYPE_LATEST)
