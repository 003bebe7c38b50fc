"""Versions of things over HTTP: ``ETag`` tells them, and ``If-Match`` says which one was seen.

A thing that several people change has a version that each change raises. Whoever changes it says which one they saw: in
the body, refused by 409 when it is another by now, or by ``If-Match`` (RFC 9110), refused by 412. Services compare one
number and know of no header; what stands in the header is put into the body on its way in.
"""

import json
import re
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, get_args, get_type_hints

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel

from matchmaker.kit.errors import InvalidError

# What things call theirs; a draft has revisions, because its versions are what is published.
NAMES = ("version", "revision")
# Proxies that compress make a mark a weak one.
_MARK = re.compile(r'(?:W/)?"(\d{1,10})"')
_PARAMETER = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "The `ETag` that was seen, instead of the version in the body.",
}

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Versioned(APIRoute):
    """A route of things that have versions: use it as the ``route_class`` of a router."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **named: Any) -> None:
        hints = get_type_hints(endpoint)
        self.told = _name_in(hints.pop("return", None))
        self.taken = next(filter(None, map(_name_in, hints.values())), None)
        if self.taken:
            extra = named.get("openapi_extra") or {}
            named["openapi_extra"] = {**extra, "parameters": [*extra.get("parameters", []), _PARAMETER]}
        super().__init__(path, endpoint, **named)

    def get_route_handler(self) -> Handler:
        """The handler of FastAPI, between a request that knows the version and an answer that tells it."""
        handle = super().get_route_handler()

        async def handle_versioned(request: Request) -> Response:
            if request.method != "GET" and "if-match" in request.headers:
                request = await _with_seen(request, self.taken)
            answer = await handle(request)
            if self.told and answer.status_code < 300:
                told = json.loads(bytes(answer.body))
                if isinstance(told, dict):
                    answer.headers["ETag"] = f'"{told[self.told]}"'
            return answer

        return handle_versioned


class _Seen(Request):
    """A request with another body than the one that was sent."""

    def __init__(self, request: Request, body: bytes) -> None:
        super().__init__(request.scope, request.receive)
        self._put = body

    async def body(self) -> bytes:
        return self._put


async def _with_seen(request: Request, name: str | None) -> Request:
    """The request as if the version had been sent in the body. Raises InvalidError where that cannot be."""
    if name is None:
        # It would not be compared with anything, and whoever sent it relies on that.
        raise InvalidError("if_match_not_taken")
    seen, body = seen_version(request.headers["if-match"]), await request.body()
    try:
        sent = json.loads(body)
    except ValueError:
        return _Seen(request, body)
    if isinstance(sent, dict) and sent.setdefault(name, seen) != seen:
        raise InvalidError("if_match_contradicts", field=name)
    return _Seen(request, json.dumps(sent).encode())


def seen_version(mark: str) -> int:
    """The version in ``If-Match``. Raises InvalidError ``if_match_not_read`` for lists, ``*``, and marks of others."""
    found = _MARK.fullmatch(mark.strip())
    if found is None:
        raise InvalidError("if_match_not_read")
    return int(found[1])


def _name_in(hint: Any) -> str | None:
    """What a model, or each of several, calls its version; None where there is none."""
    models = list(_models(hint))
    return next((name for name in NAMES if models and all(name in one.model_fields for one in models)), None)


def _models(hint: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
        return
    # Of several, but not of a list: that has no version of its own.
    if getattr(hint, "__origin__", None) not in (list, dict):
        for part in get_args(hint):
            yield from _models(part)
