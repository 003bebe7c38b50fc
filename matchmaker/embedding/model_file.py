"""Reads the packed sentence model: one file with a unigram tokeniser and 4-bit weights.

Layout, little-endian: magic ``E5S1``, version, nine header numbers; the vocabulary (ids of the special pieces, byte
offsets, scores, piece bytes); the normalisation map (one code point -> several); a directory of tensors with absolute
offsets. Matrices are Q4_0: blocks of 32 weights, each an fp16 scale and 16 bytes whose low nibbles are the first 16
weights and high nibbles the last 16, stored plus 8.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

MAGIC = b"E5S1"
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2

Array = npt.NDArray[np.float32]


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

    def __init__(self, data: bytes) -> None:
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


def read_model_file(path: Path) -> PackedModel:
    """Decode ``path``. Raises ModelFileError when it is not a complete model of this form."""
    cursor = _Cursor(path.read_bytes())
    if cursor.take(4) != MAGIC:
        raise ModelFileError("not a packed sentence model")
    cursor.number("I")
    hidden, layers, heads, inner, vocabulary_size, positions, token_types = cursor.unpack("7i")
    eps = float(struct.unpack("<f", cursor.take(4))[0])
    if cursor.number() != BLOCK:
        raise ModelFileError("unknown block size of the packed weights")
    vocabulary = _read_vocabulary(cursor)
    shape = Shape(hidden, layers, heads, inner, vocabulary_size, positions, token_types, eps)
    return PackedModel(shape, vocabulary, _read_tensors(cursor))


def _read_vocabulary(cursor: _Cursor) -> Vocabulary:
    count, bos, eos, pad, unk = cursor.unpack("5i")
    blob_length = cursor.number("Q")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), "<u4")
    scores = np.frombuffer(cursor.take(4 * count), "<f4")
    blob = cursor.take(blob_length)
    pieces = [
        (blob[offsets[i] : offsets[i + 1]].decode("utf-8", errors="replace"), float(scores[i])) for i in range(count)
    ]
    return Vocabulary(pieces, bos, eos, pad, unk, _read_normalisation(cursor))


def _read_normalisation(cursor: _Cursor) -> dict[str, str]:
    count = cursor.number()
    cursor.number("I")
    mapping = {}
    for _ in range(count):
        point, length = cursor.unpack("IB")
        target = cursor.unpack(f"{length}I")
        if not 0xD800 <= point <= 0xDFFF:
            mapping[chr(point)] = "".join(map(chr, target))
    return mapping


def _read_tensors(cursor: _Cursor) -> dict[str, Array]:
    tensors = {}
    for _ in range(cursor.number()):
        name = cursor.take(cursor.number("H")).decode()
        quantised, count, start, size = *cursor.unpack("B"), *cursor.unpack("I"), *cursor.unpack("QQ")
        raw = cursor.data[start : start + size]
        if len(raw) != size:
            raise ModelFileError("the model file is cut off")
        tensors[name] = _dequantise(raw) if quantised else np.frombuffer(raw, "<f4").copy()
        if tensors[name].size != count:
            raise ModelFileError(f"tensor {name} has {tensors[name].size} numbers instead of {count}")
    return tensors


def _dequantise(raw: bytes) -> Array:
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8.0) * scale).ravel()
