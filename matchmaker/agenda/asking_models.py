"""Questions to a plan and their answers: why requests have no place, and what if there were more to meet with."""

from typing import Annotated

from pydantic import Field as Checked
from sqlmodel import Field, SQLModel

from matchmaker.agenda.editing_models import BrokenPublic

MOST_ANSWERS = 24
Count = Annotated[int, Checked(ge=0, le=2000)]
Counts = Count | Annotated[list[Count], Checked(min_length=1, max_length=MOST_ANSWERS)] | None


class UnplacedPublic(SQLModel):
    """Why a request has no place. Codes of ``blocked_by`` and ``change`` are the same."""

    key: str
    need_id: int | None
    technology_id: int | None
    need_organisation_id: int
    technology_organisation_id: int
    value: int
    must: bool
    blocked_by: dict[str, int] = Field(description="In how many slots each rule stands in the way.")
    slot_id: int | None = Field(description="Where the least would have to change.")
    change: list[BrokenPublic] = Field(description="All that would have to change there.")


class PinConflictPublic(SQLModel):
    """The smallest set of pinned meetings that cannot all stay, and the rule that says so."""

    keys: list[str]
    broken: BrokenPublic


class UnplacedList(SQLModel):
    """Every accepted request without a place in a version; 0 is an event without one."""

    version: int
    items: list[UnplacedPublic]
    pin_conflict: PinConflictPublic | None = Field(description="Why nothing can be planned around the pins.")


class WhatIfSent(SQLModel):
    """So many of each; None for as they are, a list to try each with each of the others."""

    model_config = {"extra": "forbid"}

    tables: Counts = None
    slots: Counts = None
    interpreters: Counts = None


class WhatIfPublic(SQLModel):
    """What fits with so many tables, slots and interpreters."""

    tables: int
    slots: int
    interpreters: int
    asked: int = Field(description="Accepted meetings.")
    fits: int = Field(description="Of them were placed in a quick plan.")
    bound: int = Field(description="No plan places more.")
    value: int
    value_bound: int
    bottleneck: str | None = Field(description="`tables`, `slots`, `interpreters` or `availability`; what helps most.")
    gains: dict[str, int] = Field(description="How many more a tenth more of each would allow.")
    seconds: float
