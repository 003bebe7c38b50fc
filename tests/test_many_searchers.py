"""Several processes on one database: each finds what any of them published, and they share what one of them built."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from postgres import PostgresServer, started, vector_programs
from sqlmodel import SQLModel, col, select
from starlette.testclient import TestClient
from support import Api

from matchmaker import migrate
from matchmaker.app import create_app, readiness
from matchmaker.catalogue import queries
from matchmaker.catalogue.change_log import log_posting
from matchmaker.kit.database import Database
from matchmaker.matching.database_shelf import DatabaseShelf
from matchmaker.matching.models import IndexGeneration
from matchmaker.services import open_matcher
from matchmaker.settings import Settings

SUBJECTS = ("lò hơi", "kho lạnh", "nước thải", "điện mặt trời", "máy nén khí", "khí sinh học")
QUESTION = "hệ thống lò hơi"


class Another:
    """A process of its own on the same database, with a data folder of its own on PostgreSQL."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        told = {"DATA_FOLDER": str(folder), "ENCODER": "hash", "DATABASE_URL": settings.database}
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("another_process.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {f"MATCHMAKER_{name}": value for name, value in told.items()},
        )
        self.began_from = self._answer()

    def tell(self, *order: Any) -> Any:
        """What it answers."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def stop(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def _answer(self) -> Any:
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    with started(vector_programs()) as made:
        yield made


@pytest.fixture(scope="module", params=["sqlite", pytest.param("pgvector", marks=pytest.mark.postgres)])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Api, Another]]:
    """A service with six technologies, and another process beside it."""
    folder = tmp_path_factory.mktemp("one")
    url = f"sqlite:///{folder / 'matchmaker.db'}"
    if request.param == "pgvector":
        url = request.getfixturevalue("server").create("pair")
    settings = Settings(data_folder=folder, encoder="hash", database_url=url)
    app = create_app(settings, background=False)
    migrate.upgrade(app.state.database)
    api = Api(TestClient(app, raise_server_exceptions=False), app)
    owner = api.organisation(key="owner")
    for subject in SUBJECTS:
        api.published("technology", owner, title=f"Hệ thống {subject}", summary=f"Thiết bị {subject}.", key=subject)
    open_matcher(app.state.services)
    another = Another(settings, folder if request.param == "sqlite" else tmp_path_factory.mktemp("other"))
    yield api, another
    another.stop()
    app.state.database.engine.dispose()


def found(api: Api) -> list[int]:
    return [hit["posting"]["id"] for hit in api.get("/search", "public", q=QUESTION, limit=50)["items"]]


def engine_of(api: Api) -> Any:
    return api.app.state.services.matcher.engine


def test_the_second_process_takes_what_the_first_built(pair: tuple[Api, Another]) -> None:
    api, another = pair

    assert another.began_from == engine_of(api).current().kept != ""
    assert another.tell("search", QUESTION) == found(api)


def test_what_one_publishes_changes_or_closes_the_other_knows_in_its_next_search(pair: tuple[Api, Another]) -> None:
    api, another = pair
    owner = api.organisation(name_vi="Viện Điện", key="electric")
    known = another.tell("search", QUESTION)

    new = api.published("technology", owner, title="Hệ thống lò hơi mới", key="new")["id"]
    published = another.tell("search", QUESTION)
    shown = api.get(f"/postings/{new}")
    api.call("PATCH", f"/postings/{new}", json={"version": shown["version"], "changes": {"trl": 3}})
    changed = another.tell("search", QUESTION)
    api.move(new, "closed")

    assert sorted(published) == sorted(changed) == sorted([*known, new])
    assert another.tell("search", QUESTION) == known == found(api)


def test_a_rebuild_in_one_disturbs_no_search_in_the_other_and_is_followed(pair: tuple[Api, Another]) -> None:
    api, another = pair
    expected = sorted(found(api))
    stopped = threading.Event()
    seen: list[list[int]] = []

    def search() -> None:
        while not stopped.is_set():
            seen.append(sorted(found(api)))

    searching = threading.Thread(target=search)
    searching.start()
    for _ in range(3):
        kept = another.tell("rebuild")
        engine_of(api).follow()
    stopped.set()
    searching.join()

    assert engine_of(api).current().kept == kept
    assert len(seen) > 0
    assert all(ids == expected for ids in seen)
    assert found(api) == another.tell("search", QUESTION)


def test_a_restart_goes_on_from_what_was_built(pair: tuple[Api, Another]) -> None:
    api, _ = pair
    kept = engine_of(api).current().kept

    matcher = open_matcher(api.app.state.services)

    assert matcher.engine.current().kept == kept
    assert len(found(api)) == len(SUBJECTS)


def test_readiness_tells_by_what_vectors_are_searched(pair: tuple[Api, Another]) -> None:
    api, _ = pair
    shared = not api.app.state.services.database.is_embedded

    assert readiness(api.app.state.services)["vectors"] == ("pgvector 0.8.6" if shared else "faiss")


# --- generations in PostgreSQL


@pytest.fixture
def shelf(pair: tuple[Api, Another]) -> DatabaseShelf:
    kept = pair[0].app.state.services.shelf
    if not isinstance(kept, DatabaseShelf):
        pytest.skip("generations are PostgreSQL's")
    return kept


def generations(shelf: DatabaseShelf) -> list[tuple[int | None, bool]]:
    with shelf._database.session(writes=False) as session:
        rows = session.exec(select(IndexGeneration).order_by(col(IndexGeneration.id))).all()
        return [(row.id, row.whole) for row in rows]


def test_only_the_last_two_generations_have_tables(pair: tuple[Api, Another], shelf: DatabaseShelf) -> None:
    for _ in range(3):
        engine_of(pair[0]).rebuild()

    kept = generations(shelf)
    assert [whole for _, whole in kept] == [True, True]
    assert shelf.vectors
    assert shelf.vectors.parts() == sorted(f"{n}_{kind}" for n, _ in kept for kind in ("need", "technology"))


def test_what_a_dead_process_left_is_swept_before_the_next_is_built(
    pair: tuple[Api, Another], shelf: DatabaseShelf
) -> None:
    left = shelf.begin()
    assert shelf.vectors
    shelf.vectors.create(f"{left}_need")
    serving = shelf.newest(engine_of(pair[0]).encoder.name, "shipped")

    built = engine_of(pair[0]).rebuild()

    assert left not in [number for number, _ in generations(shelf)]
    assert f"{left}_need" not in shelf.vectors.parts()
    assert serving != built.kept == shelf.newest(engine_of(pair[0]).encoder.name, "shipped")


def test_a_host_whose_copy_is_damaged_takes_it_again(pair: tuple[Api, Another], shelf: DatabaseShelf) -> None:
    engine = engine_of(pair[0])
    folder = pair[0].app.state.services.index_folder / engine.current().kept
    (folder / "technology.rows.npz").write_bytes(b"torn")

    state = shelf.load(engine.weights)

    assert state is not None
    assert state.kept == engine.current().kept
    assert state.market.technologies.size == engine.current().market.technologies.size


# --- the order of the log


@pytest.fixture
def log(pair: tuple[Api, Another]) -> Database:
    return pair[0].database


@pytest.mark.postgres
def test_whoever_commits_later_has_the_higher_number(server: PostgresServer) -> None:
    database = Database(server.create("log"))
    SQLModel.metadata.tables["catalogue_change"].create(database.engine)
    with database.session() as slow:
        log_posting(slow, 1)
        slow.flush()
        with database.session() as quick:
            log_posting(quick, 2)
        with database.session(writes=False) as reader:
            first, last = queries.changes_since(reader, 0)

    with database.session(writes=False) as reader:
        then, _ = queries.changes_since(reader, last)
    assert (first, then) == ([2], [1])
    database.engine.dispose()


def test_a_reader_misses_nothing_of_many_writers(log: Database) -> None:
    with log.session(writes=False) as session:
        last = queries.last_change(session)
    seen: list[int] = []

    def write(first: int) -> None:
        for posting in range(first, first + 20):
            with log.session() as session:
                log_posting(session, 10_000 + posting)

    writers = [threading.Thread(target=write, args=(100 * number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    done = False
    while not done:
        # What was written before the last look is seen by it.
        done = not any(writer.is_alive() for writer in writers)
        with log.session(writes=False) as session:
            fresh, last = queries.changes_since(session, last)
        seen += fresh

    assert sorted(seen) == sorted(10_000 + 100 * number + place for number in range(4) for place in range(20))


def test_what_is_rolled_back_is_not_logged_and_the_rest_is(log: Database) -> None:
    with log.session(writes=False) as session:
        last = queries.last_change(session)

    with log.session() as session:
        log_posting(session, 1)
        with pytest.raises(ValueError, match="half"), session.begin_nested():
            raise ValueError("half-way")
    with log.session() as session:
        log_posting(session, 2)
        session.connection()
        session.rollback()

    with log.session(writes=False) as session:
        assert queries.changes_since(session, last)[0] == [1]
