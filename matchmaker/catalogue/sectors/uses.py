"""What is filed under a sector, in every slice that files something: they say so here, since none below knows them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast
from sqlmodel import Session, col, func, select

from matchmaker.catalogue.models import Kind, Posting

Count = Callable[[Session, str], int]
_COUNTS: dict[str, Count] = {}


def counts(name: str) -> Callable[[Count], Count]:
    """Declare how many things of a name, such as ``events``, use the code of a sector."""

    def declared(count: Count) -> Count:
        _COUNTS[name] = count
        return count

    return declared


def uses_of(session: Session, code: str) -> dict[str, int]:
    """How many things use a code, by what they are; empty where nothing does."""
    found = {name: count(session, code) for name, count in _COUNTS.items()}
    return {name: number for name, number in found.items() if number}


def number_of(session: Session, condition: ColumnElement[bool]) -> int:
    """How many rows meet a condition."""
    return session.exec(select(func.count()).where(condition)).one()


def is_in(column: Any, code: str) -> ColumnElement[bool]:
    """Whether a list or a map, kept as JSON, has this code."""
    return cast(col(column), String).contains(f'"{code}"', autoescape=True)


@counts("needs")
def _needs(session: Session, code: str) -> int:
    return number_of(session, and_(is_in(Posting.sectors, code), col(Posting.kind) == Kind.NEED))


@counts("technologies")
def _technologies(session: Session, code: str) -> int:
    return number_of(session, and_(is_in(Posting.sectors, code), col(Posting.kind) == Kind.TECHNOLOGY))
