"""A fair of two organisations and what each of them brings."""

import pytest
from fair import Market, open_market
from support import Api


@pytest.fixture
def market(api: Api, owner: int, other: int) -> Market:
    """The first organisation sells, the other one buys."""
    return open_market(api, owner, other)
