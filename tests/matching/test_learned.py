"""Learned weights: kept as versions, taken into use, and given up again."""

import json
from dataclasses import asdict, replace
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from matchmaker.kit.errors import InvalidError, NotFoundError
from matchmaker.matching import learned
from matchmaker.matching.weights import SHIPPED, Weights, parse_weights, shipped_weights


def values(**changes: Any) -> dict[str, Any]:
    """The content of a file of weights."""
    text = resources.files("matchmaker.matching").joinpath("defaults/weights.json").read_text("utf-8")
    return json.loads(text) | changes


def made(**changes: Any) -> Weights:
    return parse_weights(values(**changes), "made")


def test_without_learned_weights_the_shipped_ones_serve(tmp_path: Path) -> None:
    found = learned.current_weights(tmp_path / "learned")

    assert (found.version, asdict(found)) == (SHIPPED, asdict(shipped_weights()))


def test_saved_weights_serve_only_once_they_are_taken_into_use(tmp_path: Path) -> None:
    version = learned.save_weights(tmp_path, made(dense=0.85))
    before = learned.current_weights(tmp_path)

    learned.use(tmp_path, version)

    after = learned.current_weights(tmp_path)
    assert (before.version, after.version) == (SHIPPED, version)
    assert (before.dense, after.dense) == (shipped_weights().dense, 0.85)


def test_going_back_returns_to_the_version_before(tmp_path: Path) -> None:
    first, second = (learned.save_weights(tmp_path, made(dense=dense)) for dense in (0.5, 0.7))
    for version in (first, second):
        learned.use(tmp_path, version)

    assert [learned.go_back(tmp_path), learned.go_back(tmp_path)] == [first, SHIPPED]
    assert learned.current_weights(tmp_path).version == SHIPPED


def test_before_the_first_version_there_is_nothing_to_go_back_to(tmp_path: Path) -> None:
    with pytest.raises(InvalidError) as refused:
        learned.go_back(tmp_path)

    assert refused.value.code == "no_former_weights"


def test_an_adapter_is_kept_with_its_version(tmp_path: Path) -> None:
    adapter = np.arange(9, dtype=np.float32).reshape(3, 3)

    version = learned.save_weights(tmp_path, replace(made(), adapter=adapter))

    found = learned.read_weights(tmp_path, version).adapter
    assert found is not None
    assert found.tolist() == adapter.tolist()


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"dense": 1}', json.dumps(values(unknown=1)), json.dumps(values(calibration={}))]
)
def test_a_damaged_file_is_refused_and_never_used(content: str, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text(content)

    with pytest.raises(InvalidError) as refused:
        learned.use(tmp_path, "broken")

    assert (refused.value.code, refused.value.params["version"]) == ("weights_damaged", "broken")
    assert learned.current_version(tmp_path) == SHIPPED


def test_a_version_whose_adapter_is_gone_is_refused(tmp_path: Path) -> None:
    version = learned.save_weights(tmp_path, replace(made(), adapter=np.eye(3, dtype=np.float32)))
    (tmp_path / f"{version}.npy").write_bytes(b"no array")

    with pytest.raises(InvalidError) as refused:
        learned.read_weights(tmp_path, version)

    assert refused.value.code == "weights_damaged"


def test_an_unknown_version_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as refused:
        learned.use(tmp_path, "never")

    assert (refused.value.code, refused.value.params) == ("weights_not_found", {"version": "never"})


def test_the_shipped_weights_can_be_taken_into_use_again(tmp_path: Path) -> None:
    version = learned.save_weights(tmp_path, made())
    learned.use(tmp_path, version)

    learned.use(tmp_path, SHIPPED)

    assert learned.current_version(tmp_path) == SHIPPED
    assert learned.go_back(tmp_path) == version
