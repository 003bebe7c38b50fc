"""The recipe for encoding on many machines: its parts without Ray, and all of it where Ray is installed."""

import importlib.util
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlmodel import delete, func, select
from support import Api

from matchmaker.embedding import store
from matchmaker.embedding.encoder import HashEncoder, digest
from matchmaker.embedding.models import Embedding

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "docs" / "recipes" / "encode_with_ray.py"


@pytest.fixture(scope="module")
def recipe() -> Any:
    spec = importlib.util.spec_from_file_location("encode_with_ray", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def unread(api: Api, owner: int, other: int) -> Api:
    """Two postings that have no vectors."""
    api.published("technology", owner)
    api.published("need", other)
    api.app.state.services.matcher.engine.rebuild()
    with api.database.session() as session:
        session.exec(delete(Embedding))
    return api


def number_of_vectors(api: Api) -> int:
    with api.database.session(writes=False) as session:
        return session.exec(select(func.count()).select_from(Embedding)).one()


def test_texts_without_vectors_are_found_encoded_and_stored(recipe: Any, unread: Api) -> None:
    encoder = HashEncoder()
    with unread.database.session(writes=False) as session:
        rows = list(recipe.texts_without_vectors(session, encoder.name, page=1))
    batch = {name: np.asarray([row[name] for row in rows]) for name in ("digest", "role", "text")}

    made = recipe.encoded(encoder, batch)
    recipe.save(unread.database, encoder.name, list(made["digest"]), list(made["vector"]))
    recipe.save(unread.database, encoder.name, list(made["digest"]), list(made["vector"]))

    assert sorted(row["role"] for row in rows) == ["passage", "query"]
    with unread.database.session(writes=False) as session:
        assert list(recipe.texts_without_vectors(session, encoder.name)) == []
        kept = store.load_vectors(session, encoder.name, [row["digest"] for row in rows])
    # As the service itself would have made and stored them.
    for row in rows:
        own = store.as_stored(encoder.encode([row["text"]], row["role"])[0])
        assert row["digest"] == digest(row["text"], row["role"])
        assert np.array_equal(kept[row["digest"]], own)


def test_rows_are_cut_into_shards(recipe: Any) -> None:
    rows = [{"text": str(number)} for number in range(5)]

    assert [len(shard) for shard in recipe.in_shards(rows, 2)] == [2, 2, 1]
    assert list(recipe.in_shards([], 2)) == []


def test_only_whole_shards_are_left_out_the_next_time(recipe: Any, tmp_path: Path) -> None:
    texts, vectors = tmp_path / "texts", tmp_path / "vectors"
    texts.mkdir()
    for name in ("000001", "000002", "000003"):
        (texts / f"{name}.parquet").touch()
        (vectors / name).mkdir(parents=True)
    (texts / "000004.new").touch()
    (vectors / "000001" / "_DONE").touch()

    assert [shard.stem for shard in recipe.shards_left(texts, vectors)] == ["000002", "000003"]


def test_actors_leave_room_for_reading(recipe: Any) -> None:
    recipe.require_room(9.0, 4, 2.0)

    with pytest.raises(SystemExit, match="4 actors"):
        recipe.require_room(8.0, 4, 2.0)


@pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: it is no part of the service")
def test_all_steps_on_small_data(unread: Api, tmp_path: Path) -> None:
    settings = unread.app.state.settings
    environment = os.environ | {
        "MATCHMAKER_DATA_FOLDER": str(settings.data_folder),
        "MATCHMAKER_ENCODER": "hash",
        "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]),
        "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    }
    texts, vectors = str(tmp_path / "texts"), str(tmp_path / "vectors")

    def step(*arguments: str) -> str:
        command = [sys.executable, str(SCRIPT), *arguments]
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr[-3000:]
        return ended.stdout.strip().splitlines()[-1]

    told = [
        step("export", texts),
        step("encode", texts, vectors, "--actors", "2", "--cpus", "0.25"),
        step("encode", texts, vectors, "--actors", "2", "--cpus", "0.25"),
        step("load", vectors),
    ]

    assert told == ["1 shards of texts", "1 shards encoded", "0 shards encoded", "2 vectors loaded"]
    assert number_of_vectors(unread) == 2
