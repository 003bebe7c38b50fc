"""The package that is installed elsewhere: it holds the page, the model's manifest and the seed data, and serves."""

import os
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[1]
BUILD = (sys.executable, "-m", "hatchling", "build", "--target")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree, by way of the source package, as an index would build it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([*BUILD, "sdist", "--directory", str(folder)], cwd=ROOT, check=True, capture_output=True)
    shutil.unpack_archive(next(folder.glob("*.tar.gz")), folder / "source")
    source = next((folder / "source").iterdir())
    subprocess.run([*BUILD, "wheel", "--directory", str(folder)], cwd=source, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is unpacked, far from the source tree."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_all_that_the_source_tree_serves_with_is_in_the_wheel(installed: Path) -> None:
    package = ROOT / "matchmaker"
    left_out = ("__pycache__", ".mypy_cache")
    expected = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and not set(left_out) & set(path.parts)
    }

    found = {path.relative_to(installed).as_posix() for path in (installed / "matchmaker").rglob("*") if path.is_file()}

    seeds = {name for name in found if name.startswith("matchmaker/seed_data/")}
    assert found - seeds == expected
    assert len(seeds) == 5
    assert {"matchmaker/frontend/index.html", "matchmaker/embedding/manifest.toml"} <= found


def test_a_package_without_the_page_is_not_built(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "seed_data", tmp_path / "seed_data")
    (tmp_path / "matchmaker").mkdir()
    shutil.copy(ROOT / "matchmaker" / "__init__.py", tmp_path / "matchmaker")

    built = subprocess.run([*BUILD, "wheel"], cwd=tmp_path, capture_output=True, text=True)

    assert built.returncode != 0
    assert "build the page first, with `make page`" in built.stderr
    assert not (tmp_path / "dist").exists() or not list((tmp_path / "dist").glob("*.whl"))


@pytest.fixture
def elsewhere(installed: Path, tmp_path: Path) -> tuple[dict[str, str], Path]:
    """Environment and folder of somebody who has only the installed package."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MATCHMAKER_")}
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port = tried.getsockname()[1]
    return {**kept, "PYTHONPATH": str(installed), "MATCHMAKER_PORT": str(port), "MATCHMAKER_ENCODER": "hash"}, tmp_path


def test_it_serves_outside_of_the_source_tree(elsewhere: tuple[dict[str, str], Path], installed: Path) -> None:
    surroundings, folder = elsewhere
    # One after the other in one process: importing everything is what takes the time.
    steps = "for words in ('db upgrade', 'model show', 'serve'): app(words.split(), standalone_mode=False)"
    command = (sys.executable, "-c", f"from matchmaker.cli import app\n{steps}")
    with (folder / "said.txt").open("wb") as said:
        served = subprocess.Popen(command, env=surroundings, cwd=folder, stdout=said)
        try:
            page, document = _answers(int(surroundings["MATCHMAKER_PORT"]), served)
        finally:
            served.terminate()
            served.wait(timeout=20)

    assert '"built": false' in (folder / "said.txt").read_text("utf-8")
    assert page == (installed / "matchmaker" / "frontend" / "index.html").read_text("utf-8")
    assert document == {"status": "ok"}
    assert sorted(path.name for path in folder.iterdir()) == ["said.txt", "var"]


def _answers(port: int, served: "subprocess.Popen[bytes]") -> tuple[str, object]:
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=5) as client:
        for _ in range(300):
            assert served.poll() is None
            try:
                return client.get("/").text, client.get("/health").json()
            except httpx.TransportError:
                time.sleep(0.1)
    raise AssertionError("the service did not answer")
