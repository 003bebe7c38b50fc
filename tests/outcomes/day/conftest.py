"""A day whose agenda is out: Hạnh of the seller meets Tuấn of the buyer in the first slot."""

from typing import Any

import pytest
from fair import open_market
from running_day import RunningDay
from stage import make_stage
from starlette.testclient import TestClient
from support import Api


def publish_a_day(api: Api) -> RunningDay:
    """The published day, with one meeting."""
    seller = api.organisation(key="ben-binh")
    buyer = api.organisation(name_vi="Công ty Thủy sản Đồ Sơn", kind="enterprise", key="do-son")
    stage = make_stage(open_market(api, seller, buyer))
    stage.publish(stage.meeting())
    return RunningDay(stage)


@pytest.fixture(scope="module")
def shared_day(shared_app: Any) -> RunningDay:
    """Built once for a file."""
    return publish_a_day(Api(TestClient(shared_app, raise_server_exceptions=False), shared_app))


@pytest.fixture
def day(shared_day: RunningDay) -> RunningDay:
    """A published day of which nothing has been said; tests that change who comes take ``own_day``."""
    shared_day.reset()
    return shared_day


@pytest.fixture
def own_day(api: Api) -> RunningDay:
    """One that nobody else will see."""
    return publish_a_day(api)
