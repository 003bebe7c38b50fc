"""What the service knows of a person, part by part: each slice says how its part is given out and how it is erased."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from matchmaker.accounts.account_models import Account

# Stands where a name was.
ERASED = "—"

Rows = list[dict[str, Any]]
# The rows of tables whose ``name``, ``device`` and ``person`` the audit log must forget: table and id.
Forgotten = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Part:
    """``export`` gives what there is as plain values; ``erase`` keeps rows that count, without the person."""

    name: str
    export: Callable[[Session, Account], Rows]
    erase: Callable[[Session, Account], Forgotten]


PARTS: dict[str, Part] = {}


def _nothing(session: Session, account: Account) -> Forgotten:
    return ()


def part(
    name: str,
    export: Callable[[Session, Account], Rows],
    erase: Callable[[Session, Account], Forgotten] = _nothing,
) -> None:
    """Register a part. Erasing begins with the last one registered: later stages build on earlier ones."""
    PARTS[name] = Part(name, export, erase)
