"""An event in planning."""

import pytest
from fair import open_market
from hands import Hands
from stage import Stage, make_stage
from support import Api


@pytest.fixture
def stage(api: Api, owner: int, other: int) -> Stage:
    """An event in planning; Hạnh sells, Tuấn and Lan buy."""
    return make_stage(open_market(api, owner, other))


@pytest.fixture
def hands(stage: Stage) -> Hands:
    """Its draft, to be changed by hand."""
    return Hands(stage)
