"""A day whose agenda is out: Hạnh of the seller meets Tuấn of the buyer in the first slot."""

import pytest
from fair import open_market
from running_day import RunningDay
from stage import make_stage
from support import Api


@pytest.fixture
def day(api: Api, owner: int, other: int) -> RunningDay:
    """The published day, with one meeting."""
    stage = make_stage(open_market(api, owner, other))
    stage.publish(stage.meeting())
    return RunningDay(stage)
