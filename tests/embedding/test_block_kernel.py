"""The compiled kernel: it says what the other runtime says, refuses what it cannot compute, and can be done without."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from matchmaker.embedding import manifest
from matchmaker.embedding.block_kernel import NEEDED, BlockKernel, KernelError, compile_kernel, library_path
from matchmaker.embedding.block_kernel import processor_flags as flags
from matchmaker.embedding.manifest import is_built, load_encoder, prepare_kernel, read_manifest
from matchmaker.embedding.openvino_runtime import OpenVinoEncoder
from matchmaker.settings import Settings

MODELS = Path(__file__).parents[2] / "models"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not is_built(MODELS), reason="the sentence model is not built: matchmaker model build"),
    pytest.mark.skipif(bool(NEEDED - flags()), reason="the processor lacks what the kernel needs"),
    pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A models folder with a kernel of its own beside the built model's tokeniser and other runtime."""
    entry = read_manifest(MODELS)
    models = tmp_path_factory.mktemp("models")
    built = models / entry.name
    built.mkdir()
    for name in ("tokenizer.json", "openvino_model.xml", "openvino_model.bin"):
        (built / name).symlink_to((MODELS / entry.name / name).resolve())
    compile_kernel(built)
    return models


@pytest.fixture(scope="module")
def kernel(folder: Path) -> BlockKernel:
    entry = read_manifest(folder)
    return BlockKernel(manifest._checked_weights(entry), library_path(folder / entry.name))


def encode(kernel: BlockKernel, tokens: list[int]) -> np.ndarray:
    out = np.zeros(384, np.float32)
    kernel.encode(tokens, out)
    return out


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5, 15, 16, 17, 33, 127, 128, 511, 512])
def test_any_number_of_tokens_says_what_the_other_runtime_says(length: int, kernel: BlockKernel, folder: Path) -> None:
    reference = load_encoder(Settings(models_folder=folder, encoder="openvino", threads=1))
    assert isinstance(reference, OpenVinoEncoder)
    tokens = [0, *np.random.default_rng(length).integers(5, 250_000, length - 1).tolist()]
    expected = np.zeros((1, 384), np.float32)
    reference._encode_windows([tokens], [0], expected)

    found = encode(kernel, tokens)

    assert np.linalg.norm(found) == pytest.approx(1.0, abs=1e-5)
    assert float(found @ expected[0]) / float(np.linalg.norm(expected)) > 0.999


def test_many_threads_get_what_one_gets(kernel: BlockKernel) -> None:
    texts = [[0, *range(100, 100 + length), 2] for length in range(1, 60)]
    alone = [encode(kernel, tokens).tolist() for tokens in texts]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda tokens: encode(kernel, tokens).tolist(), texts * 3))

    assert together == alone * 3


@pytest.mark.parametrize("tokens", [[], [0] * 513, [-1], [250_037], [2**31 - 1]])
def test_what_the_model_cannot_read_is_refused(tokens: list[int], kernel: BlockKernel) -> None:
    with pytest.raises(ValueError, match="tokens"):
        encode(kernel, tokens)


def test_without_a_compiler_the_other_runtime_serves(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler")
    shutil.copytree(folder, tmp_path / "models", symlinks=True)
    entry = read_manifest(folder)
    library_path(tmp_path / "models" / entry.name).unlink()

    with pytest.raises(KernelError, match="no C compiler"):
        compile_kernel(tmp_path / "models" / entry.name)

    assert prepare_kernel(tmp_path / "models") in ("OpenVINO in fp32 (no C compiler)", "OpenVINO in bf16")
    assert isinstance(load_encoder(Settings(models_folder=tmp_path / "models")), OpenVinoEncoder)


@pytest.mark.parametrize("content", [b"", b"no library"])
def test_a_damaged_kernel_is_left_aside(content: bytes, folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "models", symlinks=True)
    library_path(tmp_path / "models" / read_manifest(folder).name).write_bytes(content)

    assert isinstance(load_encoder(Settings(models_folder=tmp_path / "models")), OpenVinoEncoder)


def test_a_source_that_does_not_compile_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", "false")

    with pytest.raises(KernelError, match="the C compiler refused"):
        compile_kernel(tmp_path)

    assert list(tmp_path.iterdir()) == []
