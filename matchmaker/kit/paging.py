"""Pages of lists."""

from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel

Item = TypeVar("Item")

Limit = Annotated[int, Query(ge=1, le=200, description="How many items at most.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="How many items to skip.")]


class Page(BaseModel, Generic[Item]):
    """Some of ``total`` items, starting at ``offset``."""

    items: list[Item]
    total: int
    offset: int
    limit: int
