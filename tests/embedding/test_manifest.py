"""The manifest names the weights; other weights, or none, are refused with a reason."""

from dataclasses import replace
from pathlib import Path

import pytest

from matchmaker.embedding.encoder import HashEncoder
from matchmaker.embedding.manifest import SHIPPED, build_default, is_built, load_encoder, read_manifest
from matchmaker.kit.errors import UnavailableError
from matchmaker.settings import Settings

MANIFEST = """
[default]
name = "tiny"
description = "A model for this test"
package = "{package}"
package_version = "1"
file = "{file}"
sha256 = "{sha256}"
dimension = 8
max_tokens = 16
licence = "none"
source = "this test"

[default.prompts]
query = "query: "
passage = "passage: "
"""


def manifest(folder: Path, package: str = "matchmaker", file: str = "__init__.py", sha256: str = "0" * 64) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "manifest.toml").write_text(MANIFEST.format(package=package, file=file, sha256=sha256))
    return folder


def test_other_weights_than_those_named_are_refused(tmp_path: Path) -> None:
    folder = manifest(tmp_path / "models")

    with pytest.raises(UnavailableError) as refused:
        build_default(folder)

    assert refused.value.code == "model_weights_differ"
    assert (refused.value.params["file"], refused.value.params["expected"]) == ("__init__.py", "0" * 64)
    assert [path.name for path in folder.iterdir()] == ["manifest.toml"]


@pytest.mark.parametrize(("package", "file"), [("no_such_package", "a.bin"), ("matchmaker", "no-such-file.bin")])
def test_weights_that_are_not_installed_are_missing(package: str, file: str, tmp_path: Path) -> None:
    with pytest.raises(UnavailableError) as refused:
        build_default(manifest(tmp_path, package, file))

    assert (refused.value.code, refused.value.params) == (
        "model_weights_missing",
        {"package": package, "file": file},
    )


@pytest.mark.parametrize("content", ["", "not toml [", "[default]\nname = 'half'\n", "[default]\nunknown = 1\n"])
def test_a_manifest_that_is_not_complete_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text(content)

    with pytest.raises(UnavailableError) as refused:
        read_manifest(tmp_path)

    assert (refused.value.code, refused.value.params["path"]) == (
        "manifest_unreadable",
        str(tmp_path / "manifest.toml"),
    )


def test_a_folder_without_a_manifest_of_its_own_goes_by_ours(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "nothing-there") == read_manifest(SHIPPED.parent)
    assert read_manifest(manifest(tmp_path)).name == "tiny"


def test_other_weights_make_another_name(tmp_path: Path) -> None:
    entry = read_manifest(tmp_path)

    assert entry.full_name == f"{entry.name}@{entry.sha256[:12]}"
    assert replace(entry, sha256="f" * 64).full_name == f"{entry.name}@ffffffffffff"


def test_a_model_that_is_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path, models_folder=manifest(tmp_path / "models"))

    with pytest.raises(UnavailableError) as refused:
        load_encoder(settings)

    assert not is_built(settings.models_folder)
    assert (refused.value.code, refused.value.params) == ("model_not_built", {"command": "matchmaker model build"})


def test_a_folder_that_is_built_is_left_as_it_is(tmp_path: Path) -> None:
    folder = manifest(tmp_path)
    (folder / "tiny").mkdir()
    (folder / "tiny" / "openvino_model.xml").write_text("built")

    built = build_default(folder)

    assert built == folder / "tiny"
    assert is_built(folder)
    assert (built / "openvino_model.xml").read_text() == "built"


def test_the_twin_needs_no_manifest(settings: Settings) -> None:
    encoder = load_encoder(settings)

    assert isinstance(encoder, HashEncoder)
    assert encoder.name == "hash-64"
