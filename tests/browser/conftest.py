"""A real browser before a real service, both started once. Without Chromium these tests are left out, but not in CI."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from live_service import LiveService, live_service
from playwright.sync_api import Page
from visiting import AXE, CHROMIUM, LAUNCH, Watched

from matchmaker.page import BUILT


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's own Chromium; nothing is downloaded."""
    missing = [
        name
        for name, there in (
            ("Debian's package chromium", CHROMIUM),
            ("the built page (make page)", (BUILT / "index.html").is_file()),
            ("frontend/node_modules (npm ci)", AXE.is_file()),
        )
        if not there
    ]
    if missing:
        reason = f"tests in a browser need {' and '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return LAUNCH


@pytest.fixture(scope="session")
def service(browser_type_launch_args: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveService]:
    """The service with seed data, a day on which organisations answer, and a day that is planned."""
    with live_service(tmp_path_factory.mktemp("live")) as served:
        yield served


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page on which nothing goes wrong unnoticed."""
    watched = Watched()
    watched.follow(page)
    yield page
    assert watched.problems == []
