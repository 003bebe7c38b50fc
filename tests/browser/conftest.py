"""A real browser before a real service, both started once. Without Chromium these tests are left out, but not in CI."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from live_service import LiveService, live_service
from playwright.sync_api import Browser, Page, expect
from screens import LANGUAGES
from speaking import Speech
from visiting import AXE, CHROMIUM, LAUNCH, Watched

from matchmaker.page import BUILT

# Of whatever a page is to show; a machine may have other work.
expect.set_options(timeout=15_000)


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
def watched() -> Iterator[Watched]:
    """Whatever goes wrong on a page; what a test does not take from it by name fails the test."""
    watching = Watched()
    yield watching
    assert watching.problems == []


@pytest.fixture
def page(page: Page, watched: Watched) -> Page:
    """A page on which nothing goes wrong unnoticed."""
    watched.follow(page)
    return page


@pytest.fixture
def somebody_else(browser: Browser, watched: Watched) -> Iterator[Callable[[], Page]]:
    """Further people or devices, each with a browser of their own."""
    opened = []

    def open_page() -> Page:
        opened.append(browser.new_context())
        other = opened[-1].new_page()
        watched.follow(other)
        return other

    yield open_page
    for context in opened:
        context.close()


@pytest.fixture(params=LANGUAGES)
def say(request: pytest.FixtureRequest) -> Speech:
    """The reader's language, one after the other."""
    return Speech(request.param)
