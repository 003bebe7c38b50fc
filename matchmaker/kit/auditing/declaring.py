"""Which tables are audited, and which of their columns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

Table = TypeVar("Table", bound=type)


@dataclass(frozen=True)
class Declared:
    """What the log says of a table's rows.

    ``part_of`` is the column of the thing that a row belongs to. A row's ``left_out`` columns are never written down.
    ``changes`` is False where only the making and the removing of rows count.
    """

    part_of: str | None
    left_out: frozenset[str]
    changes: bool


AUDITED: dict[type, Declared] = {}


def audited(
    *, part_of: str | None = None, secret: Iterable[str] = (), noise: Iterable[str] = (), changes: bool = True
) -> Callable[[Table], Table]:
    """Declare a table as audited; ``secret`` columns may not be known, ``noise`` says nothing to anybody."""

    def declare(table: Table) -> Table:
        AUDITED[table] = Declared(part_of, frozenset((*secret, *noise)), changes)
        return table

    return declare


def declared(row: Any) -> Declared | None:
    return AUDITED.get(type(row))
