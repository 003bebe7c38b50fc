"""Reads the packed sentence model: one file with a unigram tokeniser and 4-bit weights.

Nothing in it is believed: every number is checked before memory is taken for it, so that a damaged file is refused.

Layout, little-endian: magic ``E5S1``, version, nine header numbers; the vocabulary (ids of the special pieces, byte
offsets, scores, piece bytes); the normalisation map (one code point -> several); a directory of tensors with absolute
offsets. Matrices are Q4_0: blocks of 32 weights, each an fp16 scale and 16 bytes whose low nibbles are the first 16
weights and high nibbles the last 16, stored plus 8.
"""

import mmap
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

MAGIC = b"E5S1"
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2

Array = npt.NDArray[np.float32]
Blocks = npt.NDArray[np.uint8]


class ModelFileError(ValueError):
    """The file is not a packed sentence model, or it is cut off."""


@dataclass(frozen=True)
class Shape:
    """Sizes of the transformer: hidden width, layers, heads, inner width, vocabulary, positions, token types."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    token_types: int
    layer_norm_eps: float


@dataclass(frozen=True)
class Vocabulary:
    """Unigram pieces with their log-probabilities, and what each code point is normalised to."""

    pieces: list[tuple[str, float]]
    bos: int
    eos: int
    pad: int
    unk: int
    normalisation: dict[str, str]


@dataclass(frozen=True)
class PackedModel:
    """The whole file, decoded; ``tensors`` maps the file's names to flat fp32 arrays."""

    shape: Shape
    vocabulary: Vocabulary
    tensors: dict[str, Array]


class _Cursor:
    """Reads numbers one after the other and refuses to run over the end."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self.data = data
        self.at = 0

    def take(self, size: int) -> bytes:
        if size < 0 or self.at + size > len(self.data):
            raise ModelFileError("the model file is cut off")
        self.at += size
        return self.data[self.at - size : self.at]

    def unpack(self, form: str) -> tuple[int, ...]:
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))

    def number(self, form: str = "i") -> int:
        return self.unpack(form)[0]

    def count(self, form: str = "i") -> int:
        """A number of things that follow, each at least a byte long."""
        found = self.number(form)
        if not 0 <= found <= len(self.data):
            raise ModelFileError("the model file is cut off")
        return found


def read_model_file(path: Path) -> PackedModel:
    """Decode ``path``. Raises ModelFileError when it is not a complete model of this form."""
    cursor = _Cursor(path.read_bytes())
    shape, count = _read_shape(cursor)
    return PackedModel(shape, _read_vocabulary(cursor, count), _read_tensors(cursor))


def _read_shape(cursor: _Cursor) -> tuple[Shape, int]:
    """Sizes, and how many pieces the vocabulary has."""
    if cursor.take(4) != MAGIC:
        raise ModelFileError("not a packed sentence model")
    cursor.number("I")
    hidden, layers, heads, inner, vocabulary, positions, token_types = cursor.unpack("7i")
    eps = float(struct.unpack("<f", cursor.take(4))[0])
    if cursor.number() != BLOCK:
        raise ModelFileError("unknown block size of the packed weights")
    return Shape(hidden, layers, heads, inner, vocabulary, positions, token_types, eps), cursor.count()


def _read_vocabulary(cursor: _Cursor, count: int) -> Vocabulary:
    bos, eos, pad, unk = cursor.unpack("4i")
    blob_length = cursor.number("Q")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), "<u4")
    scores = np.frombuffer(cursor.take(4 * count), "<f4")
    blob = cursor.take(blob_length)
    pieces = [
        (blob[offsets[i] : offsets[i + 1]].decode("utf-8", errors="replace"), float(scores[i])) for i in range(count)
    ]
    return Vocabulary(pieces, bos, eos, pad, unk, _read_normalisation(cursor))


def _read_normalisation(cursor: _Cursor) -> dict[str, str]:
    count = cursor.count()
    cursor.number("I")
    mapping = {}
    for _ in range(count):
        point, length = cursor.unpack("IB")
        target = cursor.unpack(f"{length}I")
        if max(point, *target, 0) > sys.maxunicode:
            raise ModelFileError("the model file has letters that do not exist")
        if not 0xD800 <= point <= 0xDFFF:
            mapping[chr(point)] = "".join(map(chr, target))
    return mapping


def read_blocks(path: Path) -> tuple[Shape, dict[str, Blocks | Array]]:
    """Sizes and tensors as they are stored: 4-bit ones as blocks ``[n, 18]`` of bytes, the others as numbers.

    The file is mapped, not read; the vocabulary is passed over. Raises ModelFileError as ``read_model_file`` does.
    """
    if path.stat().st_size == 0:
        raise ModelFileError("the model file is cut off")
    with path.open("rb") as stream:
        cursor = _Cursor(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    shape, count = _read_shape(cursor)
    cursor.take(4 * 4)
    blob_length = cursor.number("Q")
    cursor.take(4 * (count + 1) + 4 * count + blob_length)
    entries = cursor.count()
    cursor.number("I")
    for _ in range(entries):
        cursor.take(4 * cursor.unpack("IB")[1])
    tensors: dict[str, Blocks | Array] = {}
    for name, quantised, _, raw in _entries(cursor):
        tensors[name] = raw.reshape(-1, BLOCK_BYTES) if quantised else raw.view("<f4")
    return shape, tensors


def _entries(cursor: _Cursor) -> Iterator[tuple[str, bool, int, Blocks]]:
    """The directory: name, whether it is 4-bit, count of numbers, bytes."""
    for _ in range(cursor.count()):
        name = cursor.take(cursor.number("H")).decode("utf-8", errors="replace")
        quantised, count, start, size = *cursor.unpack("B"), *cursor.unpack("I"), *cursor.unpack("QQ")
        if start + size > len(cursor.data):
            raise ModelFileError("the model file is cut off")
        if size % (BLOCK_BYTES if quantised else 4):
            raise ModelFileError(f"tensor {name} ends within a number")
        yield name, bool(quantised), count, np.frombuffer(cursor.data, np.uint8, size, start)


def _read_tensors(cursor: _Cursor) -> dict[str, Array]:
    tensors = {}
    for name, quantised, count, raw in _entries(cursor):
        tensors[name] = dequantise(raw.reshape(-1, BLOCK_BYTES)) if quantised else raw.view("<f4").copy()
        if tensors[name].size != count:
            raise ModelFileError(f"tensor {name} has {tensors[name].size} numbers instead of {count}")
    return tensors


def nibbles(blocks: Blocks) -> Blocks:
    """The weights of blocks ``[n, 18]`` as stored, 0 to 15 ``[n, 32]``."""
    return np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)


def scales(blocks: Blocks) -> Array:
    """The scale of each block ``[n, 1]``."""
    return blocks[:, :2].copy().view("<f2").astype(np.float32)


def dequantise(blocks: Blocks) -> Array:
    """The numbers that blocks stand for, flat."""
    values: Array = ((nibbles(blocks).astype(np.float32) - 8.0) * scales(blocks)).ravel()
    return values
