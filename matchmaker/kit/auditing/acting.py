"""Who is changing things now: told by the request, the job or the command that opened the session."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session


class Door(StrEnum):
    """By which way somebody came."""

    PAGE = "page"
    TOKEN = "token"
    JOB = "job"
    COMMAND = "command"
    SERVICE = "service"


@dataclass(frozen=True)
class Acting:
    """Who does what; ``door_id`` is the token's or the job's id, ``action`` that of the route, or the job's kind."""

    actor: str = "service"
    action: str = "service"
    door: Door = Door.SERVICE
    door_id: int | None = None
    account_id: int | None = None
    organisation_id: int | None = None


SERVICE = Acting()
_AROUND: ContextVar[Acting] = ContextVar("acting", default=SERVICE)
_KEY = "acting"


def begin(session: Session, acting: Acting) -> None:
    """From here on the changes of this session are somebody's."""
    session.info[_KEY] = acting


def acting_in(session: Session) -> Acting:
    """Whose the changes of a session are: what the session was told, or else what is around."""
    found: Acting = session.info.get(_KEY) or _AROUND.get()
    return found


@contextmanager
def around(acting: Acting) -> Iterator[None]:
    """All sessions of this thread that are told nothing belong to somebody, inside the block."""
    token = _AROUND.set(acting)
    try:
        yield
    finally:
        _AROUND.reset(token)
