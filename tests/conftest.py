"""Fixtures: a migrated database for each test, the application on it, and its API."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from applications import app_with, settings_in
from hypothesis import settings as of_hypothesis
from people import Browser, person
from starlette.testclient import TestClient
from support import Api

from matchmaker import migrate
from matchmaker.kit.database import Database
from matchmaker.settings import Settings

# How long an example takes depends on who else uses the machine.
of_hypothesis.register_profile("unhurried", deadline=None)
of_hypothesis.load_profile("unhurried")
# Most tests are about other things than signing in, and say in a header who is acting.
os.environ["MATCHMAKER_ACTING_AS_HEADER"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in a browser come last: from the first of them on, an event loop runs in the main thread."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@pytest.fixture(autouse=True)
def own_logging() -> Iterator[None]:
    """Commands write to a stream that ends with their test."""
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file without content; tests copy it."""
    file = tmp_path_factory.mktemp("migrated") / "matchmaker.db"
    database = Database(f"sqlite:///{file}")
    migrate.upgrade(database)
    database.engine.dispose()
    return file


@pytest.fixture
def settings(tmp_path: Path, migrated_file: Path) -> Settings:
    """See ``settings_in``."""
    return settings_in(tmp_path, migrated_file)


@pytest.fixture
def app(settings: Settings) -> Iterator[Any]:
    """See ``app_with``."""
    with app_with(settings) as made:
        yield made


@pytest.fixture(scope="module")
def shared_app(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Any]:
    """An application for all tests of a file that do not change what it holds."""
    with app_with(settings_in(tmp_path_factory.mktemp("shared"), migrated_file)) as made:
        yield made


@pytest.fixture
def database(app: Any) -> Database:
    """The database of the application."""
    found: Database = app.state.database
    return found


@pytest.fixture
def client(app: Any) -> TestClient:
    """Requests to the application; errors that nobody expected are answers of 500."""
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def api(client: TestClient, app: Any) -> Api:
    """The API, with factories for content."""
    return Api(client, app)


@pytest.fixture
def owner(api: Api) -> int:
    """The id of an organisation."""
    return api.organisation(key="ben-binh")


@pytest.fixture
def other(api: Api) -> int:
    """The id of another organisation."""
    return api.organisation(name_vi="Công ty Thủy sản Đồ Sơn", kind="enterprise", key="do-son")


@pytest.fixture
def root(app: Any, database: Database) -> Browser:
    """The only administrator, signed in."""
    person(database, "root@city.example", administrator=True)
    browser = Browser(app)
    browser.sign_in("root@city.example")
    return browser
