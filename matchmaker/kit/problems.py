"""Turns every failure into ``application/problem+json`` (RFC 9457)."""

from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException

from matchmaker.kit.errors import MatchmakerError
from matchmaker.kit.faults import fault_of
from matchmaker.kit.text import printable

log = structlog.get_logger(__name__)
MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """The one shape of an error answer."""

    type: str = Field("about:blank", examples=["about:blank"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    code: str = Field(examples=["posting_not_found"])
    params: dict[str, Any] = Field(default_factory=dict, examples=[{"id": 7}])


_TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    409: "Conflict",
    412: "Precondition Failed",
    413: "Content Too Large",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
}


_CODES = {
    400: "malformed_body",
    404: "not_found",
    405: "method_not_allowed",
    408: "body_too_slow",
    413: "body_too_large",
    503: "overloaded",
}


# Whoever tries passwords or codes sees the first, whoever tries what is others' the second.
_GUESSES = ("password_wrong", "code_wrong")
_NOT_LET_IN = (401, 403, 429)


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Declarations of error answers for a route's ``responses``."""
    return {
        status: {"description": _TITLES[status], "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}}
        for status in statuses
    }


def problem_response(status: int, code: str, params: dict[str, Any] | None = None) -> JSONResponse:
    """The answer for one failure."""
    body = Problem(title=_TITLES.get(status, "Error"), status=status, code=code, params=params or {})
    after = {503: "5", 429: str(body.params.get("seconds", 60))}.get(status)
    headers = {"Retry-After": after} if after else None
    return JSONResponse(body.model_dump(), status_code=status, media_type=MEDIA_TYPE, headers=headers)


def refusal(error: MatchmakerError) -> JSONResponse:
    """The answer for a refusal that is returned, not raised: what the request has written stays.

    Somebody who was not let in is told in the log, since it may be one of many attempts.
    """
    if error.status in _NOT_LET_IN or error.code in _GUESSES:
        log.warning("not_let_in", code=error.code, status=error.status)
    return problem_response(error.status, error.code, error.params)


def install_problem_handlers(app: FastAPI) -> None:
    """Register the handlers on ``app``."""
    app.add_exception_handler(MatchmakerError, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    for kind in (DBAPIError, PoolTimeoutError, OSError):
        app.add_exception_handler(kind, _surroundings)
    app.add_exception_handler(IntegrityError, _database_refused)
    app.add_exception_handler(Exception, _unexpected)


def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, MatchmakerError)
    if error.code == "version_stale" and "if-match" in request.headers:
        return problem_response(412, error.code, error.params)
    return refusal(error)


def _malformed(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    fields = [
        {"field": ".".join(str(part) for part in found["loc"]), "code": found["type"]} for found in error.errors()
    ]
    return problem_response(422, "malformed", {"fields": printable(fields[:50])})


def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code = _CODES.get(error.status_code, "refused")
    answer = problem_response(error.status_code, code)
    answer.headers.update(error.headers or {})
    return answer


def _surroundings(request: Request, error: Exception) -> JSONResponse:
    """What is around the service fails: whoever asked comes again later, whoever runs it reads the code."""
    fault = fault_of(error)
    if fault is None:
        return _unexpected(request, error)
    # The driver's own words: the statement holds what people wrote.
    log.error(fault.code, error=str(getattr(error, "orig", error)))
    return refusal(fault)


def _database_refused(_: Request, error: Exception) -> JSONResponse:
    """A constraint that only the database saw: two requests at once asked for the same thing."""
    log.warning("database_refused", error=str(getattr(error, "orig", error)))
    return problem_response(409, "conflicting_change")


def _unexpected(_: Request, error: Exception) -> JSONResponse:
    log.exception("unexpected_error", exc_info=error)
    return problem_response(500, "unexpected")
