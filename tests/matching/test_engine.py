"""The engine over a real database: in step with it, saved, mapped back, and made again when that fails."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support import Api

from matchmaker.catalogue.models import Kind
from matchmaker.embedding.encoder import HashEncoder
from matchmaker.kit.database import Database
from matchmaker.matching import snapshot
from matchmaker.matching.engine import Engine
from matchmaker.matching.shelf import FolderShelf
from matchmaker.matching.weights import shipped_weights
from matchmaker.services import open_matcher

SUBJECTS = ("lò hơi", "kho lạnh", "nước thải", "điện mặt trời", "máy nén khí", "khí sinh học")
FILES = [
    "need.faiss",
    "need.words.npz",
    "need.rows.npz",
    "technology.faiss",
    "technology.words.npz",
    "technology.rows.npz",
    "anchors.npz",
    "manifest.json",
]


@pytest.fixture
def fair(api: Api, owner: int, other: int) -> list[int]:
    """Six published technologies and six needs on the same subjects; ids of the technologies."""
    for subject in SUBJECTS:
        api.published("need", other, title=f"Cần giải pháp cho {subject}", problem=f"Chi phí {subject} quá cao.")
    return [
        api.published("technology", owner, title=f"Hệ thống {subject}", summary=f"Thiết bị {subject}.")["id"]
        for subject in SUBJECTS
    ]


def found(api: Api, question: str, **options: Any) -> list[int]:
    return [hit["posting"]["id"] for hit in api.get("/search", q=question, language="vi", **options)["items"]]


def patch(api: Api, posting: Any, **changes: Any) -> Any:
    body = {"version": posting["version"], "changes": changes}
    return api.call("PATCH", f"/postings/{posting['id']}", json=body).json()


# --- in step with the database ---


def test_what_was_published_is_in_the_next_search(api: Api, owner: int, fair: list[int]) -> None:
    before = found(api, "in ba chiều kim loại")

    new = api.published("technology", owner, title="In ba chiều kim loại", summary="Máy in ba chiều kim loại.")["id"]

    after = found(api, "in ba chiều kim loại")
    assert (sorted(before), sorted(after)) == (fair, [*fair, new])
    assert after[0] == new


def test_a_draft_is_not_found(api: Api, owner: int, fair: list[int]) -> None:
    api.technology(owner, title="In ba chiều kim loại")

    assert sorted(found(api, "in ba chiều kim loại")) == fair


def test_a_changed_text_is_found_by_its_new_words(api: Api, fair: list[int]) -> None:
    posting = api.get(f"/postings/{fair[2]}")

    patch(api, posting, title="Drone phun thuốc", summary="Drone phun thuốc.", description="Drone phun thuốc.")

    after = found(api, "drone phun thuốc")
    assert (sorted(after), after[0]) == (fair, fair[2])


def test_a_closed_posting_vanishes_and_comes_back(api: Api, fair: list[int]) -> None:
    api.move(fair[0], "closed")
    without = found(api, "hệ thống lò hơi")

    api.move(fair[0], "submitted", "published")

    assert sorted(without) == fair[1:]
    assert sorted(found(api, "hệ thống lò hơi")) == fair


def test_changed_attributes_are_filtered_by_at_once(api: Api, fair: list[int]) -> None:
    assert found(api, "hệ thống", region="ha-noi") == []

    patch(api, api.get(f"/postings/{fair[3]}"), region="ha-noi")

    assert found(api, "hệ thống", region="ha-noi") == [fair[3]]


def test_another_process_sees_the_same_change(api: Api, database: Database, owner: int, fair: list[int]) -> None:
    another = Engine(database, HashEncoder(), shipped_weights())
    before = another.current().market.technologies.living

    new = api.published("technology", owner)["id"]

    side = another.current().market.technologies
    assert (before, side.living) == (6, 7)
    assert len(side.rows_of([new])) == 1


def test_a_rebuild_finds_what_replay_finds(api: Api, database: Database, fair: list[int]) -> None:
    api.move(fair[4], "closed")
    patch(api, api.get(f"/postings/{fair[1]}"), title="Kho lạnh thủy sản", summary="Kho lạnh cho thủy sản.")
    replayed = {subject: sorted(found(api, subject)) for subject in SUBJECTS}
    first = {subject: found(api, f"hệ thống thiết bị {subject}")[0] for subject in SUBJECTS[:4]}

    api.app.state.services.matcher.engine.rebuild()

    assert {subject: sorted(found(api, subject)) for subject in SUBJECTS} == replayed
    assert {subject: found(api, f"hệ thống thiết bị {subject}")[0] for subject in SUBJECTS[:4]} == first


def test_an_engine_in_step_stays_as_it_is(api: Api, fair: list[int]) -> None:
    engine = api.app.state.services.matcher.engine

    assert engine.current() is engine.current()
    assert engine.waiting == 0


def test_texts_are_encoded_once(api: Api, database: Database, fair: list[int]) -> None:
    class Counting(HashEncoder):
        encoded = 0

        def encode(self, texts: Any, *args: Any) -> Any:
            self.encoded += len(texts)
            return super().encode(texts, *args)

    found(api, "lò hơi")
    counting = Counting()

    Engine(database, counting, shipped_weights()).rebuild()

    assert counting.encoded == 0


def test_an_empty_catalogue_can_be_searched(api: Api) -> None:
    assert (found(api, "lò hơi"), found(api, "lò hơi", kind="need")) == ([], [])


# --- saved and mapped back ---


@pytest.fixture
def saved(api: Api, database: Database, fair: list[int], tmp_path: Path) -> Path:
    Engine(database, HashEncoder(), shipped_weights(), FolderShelf(tmp_path / "index")).rebuild()
    return tmp_path / "index"


def ranking(engine: Engine) -> list[Any]:
    """Everything that ranking reads of both sides."""
    market = engine.current().market
    return [
        [side.vectors(side.rows_of(range(100))).tolist(), side.lexical_scores({"he": 1.0, "lo_hoi": 2.0}).tolist()]
        for side in (market.technologies, market.needs)
    ]


def opened(engine: Engine, folder: Path) -> bool:
    """Whether the engine goes on from what is in the folder."""
    return engine.take(snapshot.load(folder, engine.weights))


def test_a_saved_state_ranks_the_same(database: Database, saved: Path) -> None:
    built, loaded = (Engine(database, HashEncoder(), shipped_weights()) for _ in range(2))
    built.rebuild()

    assert opened(loaded, saved)

    assert ranking(loaded) == ranking(built)
    assert loaded.current().seq == built.current().seq


def test_a_saved_state_catches_up(api: Api, database: Database, owner: int, fair: list[int], saved: Path) -> None:
    new = api.published("technology", owner)["id"]
    api.move(fair[0], "closed")
    engine = Engine(database, HashEncoder(), shipped_weights())

    assert opened(engine, saved)

    side = engine.current().market.technologies
    assert side.living == 6
    assert (len(side.rows_of([new])), len(side.rows_of([fair[0]]))) == (1, 0)


def test_a_new_snapshot_takes_the_place_of_the_former(database: Database, saved: Path) -> None:
    (former,) = [path.name for path in saved.iterdir() if path.is_dir()]
    engine = Engine(database, HashEncoder(), shipped_weights(), FolderShelf(saved))

    state = engine.rebuild()

    (latest,) = [path.name for path in saved.iterdir() if path.is_dir()]
    assert latest != former
    assert sorted(path.name for path in saved.iterdir()) == sorted(["CURRENT", "lock", latest])
    assert (saved / "CURRENT").read_text() == state.kept == latest


def test_what_comes_late_is_not_saved(api: Api, database: Database, owner: int, saved: Path) -> None:
    before = (saved / "CURRENT").read_text()
    engine = Engine(database, HashEncoder(), shipped_weights(), FolderShelf(saved))
    opened(engine, saved)

    api.published("technology", owner)
    engine.current()

    assert (saved / "CURRENT").read_text() == before


def test_what_another_process_built_is_followed_without_losing_what_came_since(
    api: Api, database: Database, owner: int, fair: list[int], saved: Path
) -> None:
    one, other = (Engine(database, HashEncoder(), shipped_weights(), FolderShelf(saved)) for _ in range(2))
    assert opened(one, saved)
    built = other.rebuild()
    new = api.published("technology", owner)["id"]
    api.move(fair[0], "closed")
    before = one.current()

    assert one.follow()
    after = one.current()

    assert (before.kept, after.kept) != (built.kept, built.kept)
    assert (after.kept, after.seq) == (built.kept, before.seq)
    assert [len(after.market.technologies.rows_of([posting])) for posting in (new, fair[0])] == [1, 0]
    assert not one.follow()


def test_who_waited_for_another_to_build_takes_what_was_built(database: Database, fair: list[int], saved: Path) -> None:
    shelf = FolderShelf(saved)
    first, second = (Engine(database, HashEncoder(), shipped_weights(), shelf) for _ in range(2))

    with ThreadPoolExecutor(2) as pool:
        with shelf.building():
            waiting = pool.submit(second.rebuild)
            time.sleep(0.3)
            kept = shelf.keep(first._build(shelf.index, None)).kept
        taken = waiting.result()

    assert taken.kept == kept
    assert (saved / "CURRENT").read_text() == kept


@pytest.mark.parametrize("file", FILES)
def test_a_damaged_file_counts_as_no_snapshot(file: str, database: Database, saved: Path) -> None:
    path = saved / (saved / "CURRENT").read_text() / file
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)

    assert not opened(Engine(database, HashEncoder(), shipped_weights()), saved)


def test_a_manifest_with_another_number_counts_as_no_snapshot(database: Database, saved: Path) -> None:
    path = saved / (saved / "CURRENT").read_text() / "manifest.json"
    manifest = json.loads(path.read_text())
    path.write_text(json.dumps(manifest | {"seq": manifest["seq"] - 1}))

    assert not opened(Engine(database, HashEncoder(), shipped_weights()), saved)


@pytest.mark.parametrize("file", FILES)
def test_a_missing_or_empty_file_counts_as_no_snapshot(file: str, database: Database, saved: Path) -> None:
    path = saved / (saved / "CURRENT").read_text() / file
    engine = Engine(database, HashEncoder(), shipped_weights())

    path.write_bytes(b"")
    empty = opened(engine, saved)
    path.unlink()
    missing = opened(engine, saved)

    assert (empty, missing) == (False, False)


def test_the_snapshot_has_no_files_but_these(saved: Path) -> None:
    assert sorted(path.name for path in (saved / (saved / "CURRENT").read_text()).iterdir()) == sorted(FILES)


@pytest.mark.parametrize("pointer", ["", "no-such-snapshot", ".."])
def test_a_pointer_to_nothing_counts_as_no_snapshot(pointer: str, database: Database, saved: Path) -> None:
    (saved / "CURRENT").write_text(pointer)

    assert not opened(Engine(database, HashEncoder(), shipped_weights()), saved)


def test_a_missing_folder_counts_as_no_snapshot(database: Database, tmp_path: Path) -> None:
    assert not opened(Engine(database, HashEncoder(), shipped_weights()), tmp_path / "nowhere")


def test_vectors_made_with_other_weights_or_another_model_are_not_loaded(database: Database, saved: Path) -> None:
    other_weights = Engine(database, HashEncoder(), replace(shipped_weights(), version="20260101T000000Z"))
    other_model = Engine(database, HashEncoder(32), shipped_weights())

    assert (opened(other_weights, saved), opened(other_model, saved)) == (False, False)


@pytest.mark.parametrize("damage", ["byte", "folder"])
def test_the_service_starts_from_the_database_when_its_index_is_damaged(damage: str, api: Api, fair: list[int]) -> None:
    services = api.app.state.services
    open_matcher(services)
    before = found(api, "hệ thống lò hơi")
    folder = services.index_folder
    if damage == "byte":
        path = folder / (folder / "CURRENT").read_text() / "technology.rows.npz"
        path.write_bytes(path.read_bytes()[:-1])
    else:
        folder.rename(folder.with_name("gone"))

    matcher = open_matcher(services)

    assert sorted(found(api, "hệ thống lò hơi")) == sorted(before) == fair
    assert opened(matcher.engine, folder)
    assert matcher.engine.current().market.side(Kind.NEED).living == 6
