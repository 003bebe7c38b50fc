"""The packed sentence model: a tiny one written here, byte by byte, and ones that are not whole."""

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from matchmaker.embedding.model_file import ModelFileError, Shape, Vocabulary, read_blocks, read_model_file

PIECES = [("<s>", 0.0), ("</s>", 0.0), ("<pad>", 0.0), ("<unk>", -10.0), ("▁nước", -2.5)]


def packed(magic: bytes = b"E5S1", block: int = 32, count: int = 32) -> bytes:
    """A model with one plain tensor of three numbers and one packed block of ``count`` numbers."""
    head = magic + struct.pack("<I7ifi", 1, 32, 1, 2, 64, len(PIECES), 8, 1, 1e-5, block)
    blob = b"".join(piece.encode() for piece, _ in PIECES)
    offsets = np.cumsum([0, *(len(piece.encode()) for piece, _ in PIECES)])
    vocabulary = struct.pack("<5iQ", len(PIECES), 0, 1, 2, 3, len(blob))
    vocabulary += offsets.astype("<u4").tobytes() + np.array([score for _, score in PIECES], "<f4").tobytes() + blob
    # One entry: the ligature becomes two letters.
    normalisation = struct.pack("<iI", 1, 2) + struct.pack("<IB2I", ord("ﬁ"), 2, ord("f"), ord("i"))
    plain = np.array([1.5, -2.0, 0.25], "<f4").tobytes()
    # The low nibbles are the first 16 numbers, the high ones the last 16; all are kept plus 8.
    quantised = np.float16(0.5).tobytes() + bytes((15 - i) << 4 | i for i in range(16))
    before = len(head) + len(vocabulary) + len(normalisation)
    names = [(b"plain", 0, 3, plain), (b"packed", 1, count, quantised)]
    start = before + 4 + sum(2 + len(name) + 1 + 4 + 16 for name, *_ in names)
    directory = struct.pack("<i", len(names))
    for name, kind, numbers, raw in names:
        directory += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", kind, numbers, start, len(raw))
        start += len(raw)
    return head + vocabulary + normalisation + directory + plain + quantised


def written(folder: Path, data: bytes) -> Path:
    file = folder / "model.bin"
    file.write_bytes(data)
    return file


def test_a_model_is_read_whole(tmp_path: Path) -> None:
    model = read_model_file(written(tmp_path, packed()))

    assert model.shape == Shape(32, 1, 2, 64, 5, 8, 1, float(np.float32(1e-5)))
    assert model.vocabulary == Vocabulary(PIECES, bos=0, eos=1, pad=2, unk=3, normalisation={"ﬁ": "fi"})
    assert list(model.tensors) == ["plain", "packed"]
    assert model.tensors["plain"].tolist() == [1.5, -2.0, 0.25]
    assert model.tensors["packed"].tolist() == [(i - 8) / 2 for i in (*range(16), *range(15, -1, -1))]


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="not a packed sentence model"):
        read_model_file(written(tmp_path, packed(magic=b"GGUF")))


def test_another_block_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="block size"):
        read_model_file(written(tmp_path, packed(block=64)))


def test_a_tensor_of_another_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="tensor packed has 32 numbers instead of 31"):
        read_model_file(written(tmp_path, packed(count=31)))


def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    data = packed()

    for length in range(4, len(data)):
        with pytest.raises(ModelFileError):
            read_model_file(written(tmp_path, data[:length]))


@pytest.mark.parametrize("read", [read_model_file, read_blocks])
def test_an_empty_file_is_refused(tmp_path: Path, read: Callable[[Path], object]) -> None:
    with pytest.raises(ModelFileError, match="cut off"):
        read(written(tmp_path, b""))


@pytest.mark.parametrize(
    "told", [struct.pack("<2i", len(PIECES), 0), struct.pack("<3I", 1, 2, ord("ﬁ"))], ids=["pieces", "letters"]
)
@pytest.mark.parametrize("number", [-1, 2**31 - 1])
def test_a_number_that_the_file_cannot_hold_is_refused(tmp_path: Path, told: bytes, number: int) -> None:
    at = packed().index(told)

    with pytest.raises(ModelFileError, match="cut off"):
        read_model_file(written(tmp_path, packed()[:at] + struct.pack("<i", number) + packed()[at + 4 :]))


def test_a_tensor_that_ends_within_a_number_is_refused(tmp_path: Path) -> None:
    data = packed()
    size = struct.pack("<Q", 12)

    with pytest.raises(ModelFileError, match="tensor plain ends within a number"):
        read_model_file(written(tmp_path, data.replace(size, struct.pack("<Q", 11), 1)))


def test_letters_that_do_not_exist_are_refused(tmp_path: Path) -> None:
    data = packed().replace(struct.pack("<I", ord("ﬁ")), struct.pack("<I", 0x110000))

    with pytest.raises(ModelFileError, match="letters that do not exist"):
        read_model_file(written(tmp_path, data))
