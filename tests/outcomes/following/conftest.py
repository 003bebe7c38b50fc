"""One meeting for all tests of a file; each finds it as if nobody had spoken."""

from typing import Any

import pytest
from held import Held, hold
from starlette.testclient import TestClient
from support import Api


@pytest.fixture(scope="module")
def shared_meeting(shared_app: Any) -> Held:
    """Built once for a file."""
    return hold(Api(TestClient(shared_app, raise_server_exceptions=False), shared_app))


@pytest.fixture
def meeting(shared_meeting: Held) -> Held:
    """A meeting under way of which nobody has said anything."""
    shared_meeting.reset()
    return shared_meeting
